public import Deferrals
public import PostfixLog

/// One deferred recipient of one attempt, with all that is known of it: a line of ndjson, a row of
/// history.
public struct DeferralEvent: Sendable, Hashable {
    /// A server of the attempt, tried before the one that the reason speaks of.
    public struct TriedServer: FailedServer, Sendable, Hashable {
        /// Host name, as DNS gave it.
        public var host: String
        /// Address, or the path of a socket.
        public var address: String
        /// TCP port; nil: not logged.
        public var port: Int?
        /// How it failed.
        public var code: DeferralCode
        /// On whose side.
        public var origin: Origin
        /// Postfix's text.
        public var reason: String

        /// See the properties.
        public init(
            host: String,
            address: String,
            port: Int?,
            code: DeferralCode,
            origin: Origin,
            reason: String
        ) {
            self.host = host
            self.address = address
            self.port = port
            self.code = code
            self.origin = origin
            self.reason = reason
        }
    }

    /// The remote server's reply.
    public struct Reply: Sendable, Hashable {
        /// Three digits; nil: none.
        public var code: Int?
        /// RFC 3463; nil: none.
        public var enhanced: String?
        /// The words after the codes.
        public var text: String

        /// See the properties.
        public init(code: Int?, enhanced: String?, text: String) {
            self.code = code
            self.enhanced = enhanced
            self.text = text
        }
    }

    /// `relay=`, taken apart.
    public struct Relay: Sendable, Hashable {
        /// Host name; 'none' stays as logged.
        public var host: String
        /// Address, or the path of a socket; nil: none.
        public var address: String?
        /// TCP port; nil: none.
        public var port: Int?

        /// See the properties.
        public init(host: String, address: String?, port: Int?) {
            self.host = host
            self.address = address
            self.port = port
        }
    }

    /// Stable over rotation, compression and repeated reading.
    public var id: String
    /// When, with the year resolved.
    public var time: LogTime
    /// Who wrote the line; nil: the form has no host.
    public var host: String?
    /// 'postfix/smtp'; nil: the daemon's name is missing.
    public var service: String?
    /// Process ID; nil: not logged.
    public var pid: Int?
    /// Queue ID.
    public var queueID: String
    /// Message-ID; nil: the log does not have it.
    public var messageID: String?
    /// Envelope sender, empty for the null sender; nil: the log does not have it.
    public var sender: String?
    /// Envelope recipient; nil for 'status=deferred (bounce failed)'.
    public var recipient: String?
    /// The recipient before aliasing; nil: the same.
    public var originalRecipient: String?
    /// The recipient's domain, lower-case.
    public var domain: String?
    /// Who was talked to.
    public var relay: Relay?
    /// Seconds since arrival.
    public var delay: Double?
    /// Seconds before the active queue, in it, setting the connection up, transmitting.
    public var delays: [Double]?
    /// Postfix's enhanced status code.
    public var dsn: String?
    /// 'deferred' or 'SOFTBOUNCE'.
    public var status: String
    /// The code.
    public var code: DeferralCode
    /// A second verdict on TLS trouble.
    public var refinement: Refinement?
    /// On whose side.
    public var origin: Origin
    /// How far the delivery had come; nil where the text does not tell.
    public var stage: Stage?
    /// Why; nil where the code says it all.
    public var category: Category?
    /// What the failure speaks about.
    public var scope: Scope
    /// No attempt was made: an echo of an older failure.
    public var isSuspended: Bool
    /// Id of the row that decided; nil: none knew the text.
    public var pattern: String?
    /// The reply, where the remote server's words are quoted.
    public var reply: Reply?
    /// The server that the reason names.
    public var server: String?
    /// The text in parentheses, credentials redacted.
    public var reason: String
    /// The reason was cut when it was logged.
    public var isTruncated: Bool
    /// Earlier servers of the same attempt.
    public var tried: [TriedServer]
    /// File; nil: none.
    public var file: String?
    /// Line number, from 1.
    public var line: Int
}
