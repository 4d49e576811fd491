/// What a log says of mail flow: the one shape that reports, dashboards and metrics read.
///
/// Frozen and complete; times are seconds of the log's own clock since 1970. Its JSON is documented
/// in docs/report-schema.md and versioned by `schema`.
public struct FlowSnapshot: Codable, Sendable, Hashable {
    /// 'deferwatch.audit/1'.
    public var schema = "deferwatch.audit/1"
    /// Sums over everything.
    public var totals: Totals
    /// Every code, in the order of the catalogue.
    public var codes: [Code]
    /// Destinations with deferrals, most that waits first, then most messages, as many as asked for.
    public var destinations: [DestinationRow]
    /// How many destinations had deferrals.
    public var failingDestinations: Int
    /// The host that nearly all deferrals met last; nil: there is none, or it serves one destination.
    @OrNull public var commonServer: CommonServer?
    /// Destinations with deferrals, rolled up.
    public var providers: [Provider]
    /// Messages in the queue when the log ends.
    public var waiting: Waiting
    /// How deferred recipients ended, by fate.
    public var fates: [String: Int]
    /// What delivery after a deferral took.
    public var recovery: Recovery
    /// Attempts per hour; hours without any are left out.
    public var timeline: [Hour]
    /// Rows of the bank that decided, most attempts first.
    public var patterns: [PatternUse]
    /// Texts that no row knew, most attempts first.
    public var unclassified: Unclassified
    /// Why nothing leaves without a deferral saying so.
    public var findings: [Finding]
    /// Spells in which this machine's own resolver or network is the likely cause.
    public var outages: [Outage]

    /// Sums over everything.
    public struct Totals: Codable, Sendable, Hashable {
        /// Lines read.
        public var lines: Int
        /// Lines that are no log lines, or an attempt that is cut before its status.
        public var unreadable: Int
        /// Lines of use: about a message, or a warning.
        public var relevant: Int
        /// Status lines, one per recipient and try.
        public var attempts: Int
        /// Of these, delivered.
        public var sent: Int
        /// Of these, deferred: SOFTBOUNCE included.
        public var deferred: Int
        /// Of these, returned.
        public var bounced: Int
        /// Of these, given up by the queue manager.
        public var expired: Int
        /// Of the deferred, 'delivery temporarily suspended': nothing was attempted.
        public var suspended: Int
        /// Of the deferred, SOFTBOUNCE.
        public var softBounced: Int
        /// Messages, counted once through requeue and content filter.
        public var messages: Int
        /// Recipients of messages, each counted once.
        public var recipients: Int
        /// Messages whose message-ID is known.
        public var messageIds: Int
        /// Messages with a deferral.
        public var deferredMessages: Int
        /// Recipients with a deferral.
        public var deferredRecipients: Int
        /// Messages that left the log without an end: an ID used again, or room needed.
        public var closedUnknown: Int
        /// Messages that lost their texts, because room was needed.
        public var textsDropped: Int
        /// First time; nil: no line had one.
        @OrNull public var first: Int64?
        /// Last time; nil: no line had one.
        @OrNull public var last: Int64?
        /// Minutes east of UTC of the first line that names a zone; nil: the log names none.
        @OrNull public var offsetMinutes: Int?
    }

    /// One code of the catalogue.
    public struct Code: Codable, Sendable, Hashable {
        /// '4.4.316', or 'other'.
        public var code: String
        /// Deferred status lines.
        public var attempts: Int
        /// Messages, counted once.
        public var messages: Int
        /// Recipients, counted once.
        public var recipients: Int
        /// By origin and category, most attempts first.
        public var kinds: [Kind]
        /// Of all attempts, those with a second verdict on TLS trouble, most attempts first.
        public var refinements: [Refined]

        /// A part of a code's attempts with a second verdict.
        public struct Refined: Codable, Sendable, Hashable {
            /// The second verdict: 'certificate-expired'.
            public var refinement: String
            /// Whose side.
            public var origin: String
            /// Deferred status lines.
            public var attempts: Int
        }

        /// A part of a code's attempts.
        public struct Kind: Codable, Sendable, Hashable {
            /// Whose side.
            public var origin: String
            /// Why; nil: the code says it all.
            @OrNull public var category: String?
            /// Deferred status lines.
            public var attempts: Int
            /// The destination that it happened to last; nil: none is known.
            @OrNull public var destination: String?
            /// The server that was talked to there last: 'mx1.example.com[192.0.2.1]:25'; nil: none.
            @OrNull public var server: String?
        }
    }

    /// A host that most of the trouble is with: a smarthost, a content filter or a provider's.
    public struct CommonServer: Codable, Sendable, Hashable {
        /// Its name.
        public var host: String
        /// Destinations with deferrals whose mail it was to take.
        public var destinations: Int
        /// Deferred attempts of these.
        public var attempts: Int
    }

    /// One recipient domain.
    public struct DestinationRow: Codable, Sendable, Hashable {
        /// Recipient domain, lower-case.
        public var domain: String
        /// Who runs its mail hosts; nil: nobody well known.
        @OrNull public var provider: String?
        /// The server that was talked to, or could not be, last.
        @OrNull public var server: String?
        /// Deferred status lines.
        public var attempts: Int
        /// Of these, echoes.
        public var suspended: Int
        /// Messages with a deferral.
        public var messages: Int
        /// Recipients with a deferral.
        public var recipients: Int
        /// Recipients still waiting when the log ends.
        public var waiting: Int
        /// Delivered status lines.
        public var sent: Int
        /// Returned status lines.
        public var bounced: Int
        /// Deferred status lines by code.
        public var codes: [String: Int]
        /// The newest code.
        public var lastCode: String
        /// The newest reason, cut to 120 bytes.
        public var lastReason: String
        /// Time of the first deferral.
        public var firstFailure: Int64
        /// Time of the newest deferral.
        public var lastFailure: Int64
        /// Time of the newest delivery; nil: none.
        @OrNull public var lastSuccess: Int64?
    }

    /// A provider of mail hosts.
    public struct Provider: Codable, Sendable, Hashable {
        /// Its name.
        public var name: String
        /// Domains with deferrals.
        public var destinations: Int
        /// Deferred status lines.
        public var attempts: Int
        /// Recipients still waiting.
        public var waiting: Int
        /// Delivered status lines to these domains.
        public var sent: Int
    }

    /// The queue, as the log leaves it.
    public struct Waiting: Codable, Sendable, Hashable {
        /// Messages with a recipient that was deferred and has not ended.
        public var messages: Int
        /// Such recipients.
        public var recipients: Int
        /// Messages of these on hold.
        public var held: Int
        /// Messages of these that came 24 hours or more before the log's end: Exchange Online keeps
        /// no message longer.
        public var olderThanDay: Int
        /// The oldest, as many as asked for.
        public var oldest: [Message]
        /// When the oldest came that is not on hold, which is the first to expire; nil: there is none.
        @OrNull public var oldestNotHeld: Int64?

        /// A message that waits.
        public struct Message: Codable, Sendable, Hashable {
            /// Queue ID.
            public var queueId: String
            /// When it came.
            public var arrived: Int64
            /// Envelope sender; nil: not in the log.
            @OrNull public var sender: String?
            /// A recipient that waits.
            public var recipient: String
            /// How many wait.
            public var recipients: Int
            /// The newest code of that recipient.
            public var code: String
        }
    }

    /// What delivery after a deferral took.
    public struct Recovery: Codable, Sendable, Hashable {
        /// Recipients delivered after a deferral.
        public var recipients: Int
        /// Seconds from first deferral to delivery, on average.
        public var meanSeconds: Int
        /// The longest.
        public var longestSeconds: Int
    }

    /// One hour.
    public struct Hour: Codable, Sendable, Hashable {
        /// Its first second.
        public var start: Int64
        /// Delivered.
        public var sent: Int
        /// Returned.
        public var bounced: Int
        /// Deferred, by code; codes without any are left out.
        public var deferred: [String: Int]
    }

    /// A row of the bank at work.
    public struct PatternUse: Codable, Sendable, Hashable {
        /// The row's id.
        public var id: String
        /// Deferred status lines that it decided.
        public var attempts: Int
    }

    /// Texts that no row knew.
    public struct Unclassified: Codable, Sendable, Hashable {
        /// Deferred status lines.
        public var attempts: Int
        /// Some of the texts, cut to 200 bytes.
        public var samples: [Sample]

        /// One text.
        public struct Sample: Codable, Sendable, Hashable {
            /// The reason.
            public var reason: String
            /// How often.
            public var attempts: Int
        }
    }

    /// Something else that keeps mail.
    public struct Finding: Codable, Sendable, Hashable {
        /// Which; see `FindingKind`.
        public var kind: String
        /// How often it was logged.
        public var count: Int
        /// First time.
        public var first: Int64
        /// Last time.
        public var last: Int64
        /// Its largest figure, in seconds, where it has one; of held mail, the messages that are on hold
        /// when the log ends.
        public var worst: Int
        /// A line that said so, or a queue ID.
        public var example: String
    }

    /// Many destinations failing alike while hardly anything got through.
    public struct Outage: Codable, Sendable, Hashable {
        /// When it began.
        public var first: Int64
        /// When it was over.
        public var last: Int64
        /// Destinations that failed.
        public var destinations: Int
        /// 'dns' or 'connections', whichever failed more.
        public var kind: String
        /// Deliveries in that time.
        public var sent: Int
    }
}
