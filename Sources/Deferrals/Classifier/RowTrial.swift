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
        return trials(frame.kind == .own ? .reason : .reply, bytes, frame.text)
    }

    /// Every companion row that is worth trying on a line without a status.
    public mutating func trials(_ bytes: Span<UInt8>, companion text: ByteRange) -> [RowTrial] {
        trials(.companion, bytes, text)
    }

    private mutating func trials(
        _ subject: PatternRow.Subject,
        _ bytes: Span<UInt8>,
        _ text: ByteRange
    ) -> [RowTrial] {
        let trials = matcher.trials(subject, bytes, text)
        return subject == .reply ? lines.adding(to: trials, bytes, text, &matcher) : trials
    }
}
