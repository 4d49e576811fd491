public import Deferrals
public import PostfixLog

/// The whole life of a message under one queue ID.
///
/// A requeue and a content filter give a message another queue ID; `previous` and `next` name it.
public struct TracedMessage: Sendable, Hashable {
    /// Queue ID.
    public var queueID: String
    /// Who logged it; nil: the form of the log has no host.
    public var host: String?
    /// Message-ID; nil: the log does not have it.
    public var messageID: String?
    /// Envelope sender, empty for the null sender; nil: the log does not have it.
    public var sender: String?
    /// How it came: smtpd's 'client=…' or pickup's 'uid=…'; nil: the log does not have it.
    public var arrival: String?
    /// Time of its first line.
    public var arrived: LogTime
    /// Time of the line that ended it; nil: still in the queue when the log ends.
    public var ended: LogTime?
    /// The queue ID that it came from.
    public var previous: String?
    /// The queue ID that it went on as.
    public var next: String?
    /// Recipients with at least one status line, in the order of the first.
    public var recipients: [TracedRecipient] = []
    /// What happened to the message as a whole, in order.
    public var notes: [Note] = []
    /// Recipients beyond the most that are kept.
    public var recipientsLeftOut = 0

    /// Something that happened to the message as a whole.
    public struct Note: Sendable, Hashable {
        /// Place among all that was logged, over all messages.
        public var order: Int
        /// When.
        public var time: LogTime
        /// What.
        public var kind: Kind
        /// The daemon's words; mostly empty.
        public var text: String
    }

    /// What can happen to a message as a whole.
    public enum Kind: String, Sendable, Hashable {
        /// Put on hold; `text` says by what rule, where one did it.
        case held
        /// Released from hold.
        case released
        /// Put back to the start by an administrator.
        case requeued
        /// bounce(8) told somebody; `text` has its words.
        case notified
        /// Told by an administrator to be given up, whatever its age.
        case toldToExpire = "told-to-expire"
        /// Given up, for its age or because it was told to.
        case expired
        /// Deleted by an administrator.
        case deleted
        /// Refused or discarded by header_checks, body_checks or a milter; `text` has cleanup's words.
        case refused
        /// Given up by the client before it was complete.
        case canceled
        /// Left the queue, all done.
        case removed
        /// Another message took the queue ID: the end was not logged.
        case lost
    }
}

/// One recipient of a traced message.
public struct TracedRecipient: Sendable, Hashable {
    /// Envelope recipient; nil for 'status=deferred (bounce failed)', which names none.
    public var address: String?
    /// The recipient before aliasing; nil: the same.
    public var originalAddress: String?
    /// How it ended, as far as the log tells.
    public var fate = RecipientFate.waiting
    /// Deferred status lines.
    public var deferrals = 0
    /// Time of the first status line.
    public var first: LogTime
    /// Time of the newest status line.
    public var last: LogTime
    /// Status lines, in order.
    public var attempts: [TracedAttempt] = []
    /// Status lines beyond the most that are kept.
    public var attemptsLeftOut = 0
}

/// One status line of a traced message.
public struct TracedAttempt: Sendable, Hashable {
    /// Place among all that was logged, over all messages.
    public var order: Int
    /// When.
    public var time: LogTime
    /// 'postfix/smtp'; nil: the daemon's name is missing.
    public var service: String?
    /// Who was talked to.
    public var relay: DeferralEvent.Relay?
    /// Seconds since arrival.
    public var delay: Double?
    /// Postfix's enhanced status code.
    public var dsn: String?
    /// As logged: 'sent', 'deferred', 'bounced'.
    public var status: String
    /// What a deferral means; nil for every other status.
    public var verdict: Verdict?
    /// The text in parentheses, credentials redacted, cut to 1,000 bytes.
    public var reason: String
    /// Earlier servers of the same attempt.
    public var tried: [DeferralEvent.TriedServer] = []
    /// The queue ID that the next server, or local(8), gave it.
    public var queuedAs: String?
    /// Name of the log; nil: none.
    public var file: String?
    /// Line number, from 1.
    public var line: Int

    /// What a deferral means.
    public struct Verdict: Sendable, Hashable {
        /// The code.
        public var code: DeferralCode
        /// A second verdict on TLS trouble.
        public var refinement: Refinement?
        /// On whose side.
        public var origin: Origin
        /// Why; nil where the code says it all.
        public var category: Category?
        /// No attempt was made: an echo of an older failure.
        public var isSuspended: Bool
        /// Id of the row that decided; nil: none knew the text.
        public var pattern: String?
    }
}
