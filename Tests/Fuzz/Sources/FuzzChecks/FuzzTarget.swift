/// What is fuzzed. The fuzzer and the test that replays its finds call the same checks.
public enum FuzzTarget: String, CaseIterable, Sendable {
    /// Byte masks and searches, against plain loops.
    case scan
    /// Heads and records of log lines.
    case line
    /// The fields of a delivery attempt.
    case attempt
    /// Reasons, from the frame to the diagnosis, against a bank that tries every row.
    case reason
    /// Whole logs, read in one piece and in two.
    case flow

    /// Runs the check on one input.
    ///
    /// - Parameters:
    ///   - input: any bytes.
    /// - Returns: what is wrong, in words; nil: nothing. A trap is a find, too.
    public func problem(with input: [UInt8]) -> String? {
        switch self {
        case .scan: ScanCheck.problem(with: input)
        case .line: LineCheck.problem(with: input)
        case .attempt: AttemptCheck.problem(with: input)
        case .reason: ReasonCheck.problem(with: input)
        case .flow: FlowCheck.problem(with: input)
        }
    }
}
