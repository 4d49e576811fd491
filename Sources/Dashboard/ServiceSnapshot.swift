public import Deferrals
public import MailFlow

/// How the daemon and the mail that it watches do at one moment; counters only grow within a process.
public struct ServiceSnapshot: Sendable, Hashable {
    /// What deferrals are counted by.
    public struct DeferralKey: Sendable, Hashable {
        /// The mail flow code.
        public var code: DeferralCode
        /// The service with its instance, as logged: 'postfix/smtp'.
        public var service: String

        /// See the properties.
        public init(code: DeferralCode, service: String) {
            self.code = code
            self.service = service
        }
    }

    /// What requests are counted by.
    public struct AnswerKey: Sendable, Hashable {
        /// As in the protocol: 'DUNNO'.
        public var action: String
        /// 'observe' or 'enforce'; empty without a rule.
        public var mode: String
        /// The rule's id; empty without one.
        public var rule: String

        /// See the properties.
        public init(action: String, mode: String = "", rule: String = "") {
            self.action = action
            self.mode = mode
            self.rule = rule
        }
    }

    /// A destination that is down.
    public struct OpenDestination: Sendable, Hashable {
        /// The recipient domain.
        public var domain: String
        /// 'down' or 'probing'.
        public var state: String
        /// The newest code; nil: forced without evidence.
        public var code: DeferralCode?
        /// Since when.
        public var since: Seconds
        /// Messages that wait for it.
        public var waiting: Int

        /// See the properties.
        public init(
            domain: String,
            state: String,
            code: DeferralCode? = nil,
            since: Seconds,
            waiting: Int = 0
        ) {
            self.domain = domain
            self.state = state
            self.code = code
            self.since = since
            self.waiting = waiting
        }
    }

    /// Times of answers: a bucket per bound, and one for the rest, not added up.
    public struct Durations: Sendable, Hashable {
        /// Upper bounds in microseconds.
        public var bounds: [Int64]
        /// One more than bounds.
        public var counts: [UInt64]
        /// The sum of all times.
        public var nanoseconds: UInt64

        /// See the properties.
        public init(bounds: [Int64] = [], counts: [UInt64] = [0], nanoseconds: UInt64 = 0) {
            self.bounds = bounds
            self.counts = counts
            self.nanoseconds = nanoseconds
        }
    }

    /// Destinations by what was learned of them.
    public struct Destinations: Sendable, Hashable {
        /// All that are remembered.
        public var known = 0
        /// Failing, and not down.
        public var degraded = 0
        /// Down.
        public var down = 0
        /// Were down, and are being tried.
        public var probing = 0
        /// Limiting our rate, in whatever state.
        public var throttled = 0
        /// Under the operator's word.
        public var forced = 0

        /// None.
        public init() {}
    }

    /// Of the program.
    public var version = ""
    /// Seconds since 1970.
    public var now: Seconds = 0
    /// When the process began.
    public var started: Seconds = 0
    /// When the configuration was loaded.
    public var configurationLoaded: Seconds = 0
    /// False where the former configuration was kept.
    public var isLastReloadGood = true
    /// The history is on disk.
    public var isHistoryKept = true

    /// Deferred status lines.
    public var deferrals: [DeferralKey: Int] = [:]
    /// Status lines by status.
    public var deliveries: [String: Int] = [:]
    /// Deferred status lines whose text no pattern knew.
    public var unclassified = 0
    /// Nanoseconds that patterns took: one's own by id, 'shipped' and 'other' for the rest.
    public var rowNanoseconds: [String: UInt64] = [:]
    /// Lines read.
    public var lines = LineCounts()

    /// Log by log: bytes read.
    public var tailBytes: [String: Int] = [:]
    /// 'renamed' and 'truncated'.
    public var rotations: [String: Int] = [:]
    /// How often lines may have been lost.
    public var possibleLosses = 0
    /// Age of the oldest unread byte.
    public var tailLag: Seconds = 0
    /// Logs that are followed and not there.
    public var missingLogs: [String] = []
    /// Seconds since the clock's thread last looked.
    public var sinceLook: Seconds = 0

    /// Counts of destinations.
    public var destinations = Destinations()
    /// Those that are down, those for longest first.
    public var open: [OpenDestination] = []
    /// Guards that are active.
    public var guards: Set<GuardReason> = []

    /// off, observe, advise, enforce.
    public var mode = ""
    /// Where Postfix asks.
    public var listeners: [String] = []
    /// Requests by what they were answered; repeats do not count.
    public var answers: [AnswerKey: UInt64] = [:]
    /// Requests by what they would have been answered, where that differs.
    public var wouldAnswers: [AnswerKey: UInt64] = [:]
    /// Requests that were the same as one before.
    public var repeats: UInt64 = 0
    /// Times of answers.
    public var durations = Durations()
    /// Requests that could not be read.
    public var badRequests: UInt64 = 0
    /// Connections closed for a request that was not ended, or for replies that were not taken, in time.
    public var stalls: UInt64 = 0
    /// Requests answered DUNNO because deciding failed.
    public var internalErrors: UInt64 = 0
    /// Connections of smtpd now.
    public var connections = 0
    /// Connections closed at once, above the limit.
    public var connectionsRefused: UInt64 = 0

    /// Nothing yet.
    public init() {}
}

/// Whether others should rely on the daemon now.
extension ServiceSnapshot {
    /// The clock's thread has looked for so long: it hangs.
    private static let longestSilence: Seconds = 15
    /// Reading is as far behind as that: not caught up.
    private static let longestLag: Seconds = 60

    /// What is wrong with the process itself; empty: it is alive.
    public var ailments: [String] {
        sinceLook > Self.longestSilence ? ["the clock has not ticked for \(sinceLook) s"] : []
    }

    /// Why verdicts are not to be had now; empty: ready.
    public var hindrances: [String] {
        var found = ailments
        if listeners.isEmpty { found.append("no policy socket is open") }
        found += missingLogs.map { "\($0) is not there" }
        if tailLag > Self.longestLag { found.append("reading the log is \(tailLag) s behind") }
        let waits: Set<GuardReason> = [.tailLag, .restoredStateTooOld]
        found += guards.intersection(waits).map { "guard \($0.rawValue)" }.sorted()
        return found
    }
}
