internal import Synchronization

/// What the server has done, in numbers that only grow, but for `connectionsOpen`.
public struct PolicyMetrics: Sendable, Hashable {
    /// What answers are counted by: bounded, as actions, modes and the configured rules are.
    public struct Answer: Sendable, Hashable {
        /// What smtpd was told, or would have been.
        public var action: PolicyAction
        /// The mode of the rule; nil without one.
        public var mode: RuleMode?
        /// The rule; nil without one.
        public var rule: String?

        /// See the properties.
        public init(action: PolicyAction, mode: RuleMode? = nil, rule: String? = nil) {
            self.action = action
            self.mode = mode
            self.rule = rule
        }
    }

    /// Upper bounds of the histogram's buckets, in microseconds; one more bucket holds the rest.
    public static let durationBounds: [Int64] = [
        100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000,
        1_000_000,
    ]

    /// Requests by what they were answered.
    ///
    /// A request that smtpd sends again counts as a repeat.
    public internal(set) var answers: [Answer: UInt64] = [:]
    /// Requests by what they would have been answered, where that differs.
    public internal(set) var wouldAnswers: [Answer: UInt64] = [:]
    /// Plain DUNNOs by their reason.
    public var plainReasons: [VerdictReason: UInt64] {
        Dictionary(uniqueKeysWithValues: zip(VerdictReason.allCases, plain).filter { $0.1 > 0 })
    }
    var plain = [UInt64](repeating: 0, count: VerdictReason.allCases.count)
    /// Requests that were the same as one before.
    public internal(set) var repeats: UInt64 = 0
    /// Time from the arrival of a request's last bytes to its reply, by bucket.
    public internal(set) var durations = [UInt64](repeating: 0, count: durationBounds.count + 1)
    /// The sum of these times.
    public internal(set) var durationNanoseconds: UInt64 = 0
    /// Requests that could not be read.
    public internal(set) var badRequests: UInt64 = 0
    /// Requests not finished, or replies not taken, in time.
    public internal(set) var stalls: UInt64 = 0
    /// Requests answered DUNNO because deciding failed.
    public internal(set) var internalErrors: UInt64 = 0
    /// Connections taken.
    public internal(set) var connectionsAccepted: UInt64 = 0
    /// Connections closed at once, above the limit.
    public internal(set) var connectionsRefused: UInt64 = 0
    /// Connections now.
    public internal(set) var connectionsOpen = 0

    /// All requests that were answered, repeats too.
    public var requests: UInt64 { durations.reduce(0, +) }

    /// The bucket of a time.
    @inline(__always)
    static func bucket(of nanoseconds: Int64) -> Int {
        // Nearly all are in the first one.
        nanoseconds <= 100_000
            ? 0 : durationBounds.firstIndex { nanoseconds <= $0 * 1_000 } ?? durationBounds.count
    }

    mutating func add(_ counts: RequestCounts) {
        // Most turns have one reason and one bucket.
        for reason in plain.indices where counts.plain[reason] > 0 {
            plain[reason] += counts.plain[reason]
        }
        for bucket in durations.indices where counts.durations[bucket] > 0 {
            durations[bucket] += counts.durations[bucket]
        }
        durationNanoseconds += counts.nanoseconds
    }

    mutating func count(_ verdict: borrowing Verdict) {
        if verdict.reason == .internalError { internalErrors += 1 }
        if verdict.isRepeat {
            repeats += 1
        } else if verdict.isPlain {
            plain[Int(verdict.reason.rawValue)] += 1
        } else {
            let (mode, rule) = (verdict.mode, verdict.ruleID)
            answers[Answer(action: verdict.action, mode: mode, rule: rule), default: 0] += 1
            if let would = verdict.wouldAction {
                wouldAnswers[Answer(action: would, mode: mode, rule: rule), default: 0] += 1
            }
        }
    }
}

/// Counts, from any thread.
public final class PolicyMeter: Sendable {
    private let metrics = Mutex(PolicyMetrics())

    /// All zero.
    public init() {}

    /// All counters at one moment.
    ///
    /// Plain DUNNOs are among the answers.
    public var snapshot: PolicyMetrics {
        var copy = metrics.withLock { $0 }
        let plain = copy.plain.reduce(0, +)
        if plain > 0 {
            let answer = PolicyMetrics.Answer(action: .dunno)
            copy.answers[answer, default: 0] += plain
        }
        return copy
    }

    func count(_ verdict: borrowing Verdict) {
        metrics.withLock { $0.count(verdict) }
    }

    /// Adds what an event loop has counted.
    func add(_ counts: RequestCounts) {
        metrics.withLock { $0.add(counts) }
    }

    func update(_ change: (inout PolicyMetrics) -> Void) {
        metrics.withLock { change(&$0) }
    }

    /// Takes a connection, or counts it as refused where there are `limit` already.
    func admit(limit: Int) -> Bool {
        metrics.withLock { metrics in
            guard metrics.connectionsOpen < limit else {
                metrics.connectionsRefused += 1
                return false
            }
            metrics.connectionsOpen += 1
            metrics.connectionsAccepted += 1
            return true
        }
    }
}
