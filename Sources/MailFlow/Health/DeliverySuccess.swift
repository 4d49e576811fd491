/// One recipient that was handed on, or refused for good by the other side's word: what the ledger
/// tells health of `status=sent` and `status=bounced`.
public struct DeliverySuccess: Codable, Sendable, Hashable {
    /// When, in UTC.
    public var time: Seconds
    /// The recipient's domain, lower-case.
    public var domain: String
    /// The domain of `orig_to=`, lower-case; nil: none, or the same.
    public var originalDomain: String?
    /// Queue ID.
    public var queueID: String
    /// Envelope sender; nil: the log does not have it.
    public var sender: String?
    /// Host name of `relay=`; 'local', 'virtual', a pipe's name, where no host is.
    public var relayHost: String
    /// Address of `relay=`, or the path of a socket; nil: none.
    public var relayAddress: String?
    /// The daemon: 'smtp', 'lmtp', 'local', 'pipe', 'virtual'.
    public var daemon: String
    /// The host replied to a command of a mail transaction, with a permanent error: no delivery, and
    /// yet a sign of life.
    public var isRefusal: Bool

    /// See the properties.
    public init(
        time: Seconds,
        domain: String,
        originalDomain: String? = nil,
        queueID: String,
        sender: String? = nil,
        relayHost: String,
        relayAddress: String? = nil,
        daemon: String,
        isRefusal: Bool = false
    ) {
        self.time = time
        self.domain = domain
        self.originalDomain = originalDomain
        self.queueID = queueID
        self.sender = sender
        self.relayHost = relayHost
        self.relayAddress = relayAddress
        self.daemon = daemon
        self.isRefusal = isRefusal
    }
}
