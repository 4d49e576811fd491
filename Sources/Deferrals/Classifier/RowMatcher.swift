import ByteScan
import PCRE2

/// Finds the first row of the bank that matches a text.
///
/// One per thread.
struct RowMatcher: ~Copyable {
    let bank: PatternBank
    /// Per row, how often it met a limit and was skipped.
    private(set) var limitHits: [Int: Int] = [:]
    /// How often any row met a limit.
    private(set) var limitsMet = 0
    /// Per row, the nanoseconds that it took; empty without a clock.
    private(set) var nanoseconds: [UInt64]
    private let clock: RowClock?
    private var matcher: Matcher
    private var patterns: [CompiledPattern?]
    private var candidates: RowSet
    private var grams = [UInt32](repeating: 0, count: 1_024)
    private var veil = ReplyVeil()
    private let reasons: GramIndex
    private let replies: GramIndex
    private let companions: GramIndex

    init(bank: PatternBank, limits: MatchLimits, clock: RowClock?) throws(PCRE2Error) {
        self.bank = bank
        self.clock = clock
        nanoseconds = [UInt64](repeating: 0, count: clock == nil ? 0 : bank.rows.count)
        matcher = try Matcher(limits: limits)
        patterns = [CompiledPattern?](repeating: nil, count: bank.rows.count)
        candidates = RowSet(rowCount: bank.rows.count)
        reasons = bank.index(of: .reason)
        replies = bank.index(of: .reply)
        companions = bank.index(of: .companion)
    }

    /// The first row for `subject`, of those before row `limit`, that matches `bytes[range]`; nil: none
    /// does.
    mutating func firstRow(
        _ subject: PatternRow.Subject,
        _ bytes: Span<UInt8>,
        _ range: ByteRange,
        before limit: Int = .max
    ) -> Int? {
        findCandidates(subject, bytes, range)
        while let row = candidates.popFirst(), row < limit {
            switch timedOutcome(row, bytes, range) {
            case .matched: return row
            case .noMatch, nil: continue
            case .limitReached:
                limitHits[row, default: 0] += 1
                limitsMet += 1
            }
        }
        return nil
    }

    /// Every row that is worth trying on the text, tried: also those after the first that matches.
    mutating func trials(
        _ subject: PatternRow.Subject,
        _ bytes: Span<UInt8>,
        _ range: ByteRange
    ) -> [RowTrial] {
        findCandidates(subject, bytes, range)
        var trials: [RowTrial] = []
        while let row = candidates.popFirst() {
            guard let outcome = outcome(row, bytes, range) else { continue }
            trials.append(RowTrial(row: row, outcome: outcome))
        }
        return trials
    }

    private mutating func findCandidates(
        _ subject: PatternRow.Subject,
        _ bytes: Span<UInt8>,
        _ range: ByteRange
    ) {
        candidates.removeAll()
        veil.lift()
        switch subject {
        case .reason: reasons.findCandidates(in: bytes, range.range, &candidates, &grams)
        case .reply: replies.findCandidates(in: bytes, range.range, &candidates, &grams)
        case .companion: companions.findCandidates(in: bytes, range.range, &candidates, &grams)
        }
    }

    private mutating func timedOutcome(
        _ row: Int,
        _ bytes: Span<UInt8>,
        _ range: ByteRange
    ) -> MatchOutcome? {
        guard let clock else { return outcome(row, bytes, range) }
        // Compiled before: that is not the text's doing.
        _ = pattern(row)
        let start = clock()
        defer { nanoseconds[row] &+= clock() &- start }
        return outcome(row, bytes, range)
    }

    /// What comes of one row, on as much of the text as it is to see; nil where it does not compile.
    ///
    /// Grams are looked for in the whole text: a name may bring a row here, and here it is stopped.
    private mutating func outcome(
        _ row: Int,
        _ bytes: Span<UInt8>,
        _ range: ByteRange
    ) -> MatchOutcome? {
        guard let pattern = pattern(row) else { return nil }
        guard bank.sights[row] != .everything else {
            return matcher.firstMatch(of: pattern, in: bytes, range.range)
        }
        return veil.firstMatch(of: pattern, bank.sights[row], in: bytes, range.range, &matcher)
    }

    private mutating func pattern(_ row: Int) -> CompiledPattern? {
        if let ready = patterns[row] { return ready }
        // User rows are compiled, and complained of, when they are loaded.
        guard let fresh = try? bank.pattern(of: row) else { return nil }
        patterns[row] = fresh
        return fresh
    }
}
