public import ByteScan
public import PCRE2

/// One row tried on one text.
public struct RowTrial: Sendable, Hashable {
    /// Its place in the bank.
    public var row: Int
    /// What came of it; offsets are those of the text's bytes.
    public var outcome: MatchOutcome

    /// The row matches.
    public var isMatch: Bool {
        if case .matched = outcome { true } else { false }
    }
}

extension DeferralClassifier {
    /// Every row that is worth trying on a reason, tried in order of priority: the first that
    /// matches wins.
    ///
    /// Slower than `diagnose`, which stops at the winner.
    public mutating func trials(_ bytes: Span<UInt8>, reason: ByteRange) -> [RowTrial] {
        let frame = ReasonFrame.parse(bytes, reason.range)
        guard frame.kind != .own else { return matcher.trials(.reason, bytes, frame.text) }
        let found = matcher.trials(.reply, bytes, frame.text)
        guard !found.contains(where: \.isMatch) else { return found }
        return found + joined.trials(bytes, frame.text.range, &matcher).filter(\.isMatch)
    }

    /// Every companion row that is worth trying on a line without a status.
    public mutating func trials(_ bytes: Span<UInt8>, companion text: ByteRange) -> [RowTrial] {
        matcher.trials(.companion, bytes, text)
    }
}
