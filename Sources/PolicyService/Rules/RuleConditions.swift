public import Deferrals

/// When a rule applies.
///
/// All that is given must hold; of a list, one entry. Nothing given: always.
public struct RuleConditions: Sendable, Hashable {
    /// The destination's state, the operator's order included.
    public var states: Set<DestinationState> = []
    /// The destination asks for less mail, or does not.
    public var throttled: Bool?
    /// The code of its newest evidence.
    public var codes: Set<DeferralCode> = []
    /// The category of its newest evidence.
    public var categories: Set<Category> = []
    /// The state has lasted at least so long.
    public var sinceAtLeast: Duration?
    /// The recipient's domain.
    public var destinations: [DomainPattern] = []
    /// Who runs its mail hosts; case does not count.
    public var providers: [String] = []
    /// The envelope sender.
    public var senders: [AddressPattern] = []
    /// The name of the login; '*' is any login.
    public var saslUsernames: [String] = []
    /// The client's address.
    public var clients: [NetworkPrefix] = []
    /// The service's `policy_context`.
    public var policyContexts: [String] = []
    /// Where in the session smtpd asks.
    public var protocolStates: Set<ProtocolState> = []
    /// Bytes, as announced or, at the end of the message, as counted.
    public var sizeAtLeast: Int?
    /// Bytes, at most.
    public var sizeAtMost: Int?
    /// So many recipients' mail waits for the destination, or more.
    public var waitingAtLeast: Int?
    /// The oldest of them waits so long, or longer.
    public var oldestAtLeast: Duration?
    /// The first of them expires within that time.
    public var expiresWithin: Duration?

    /// Applies always.
    public init() {}

    /// True where it says anything about how the destination fares or what waits for it.
    var namesEvidence: Bool {
        !states.isDisjoint(with: [.degraded, .down, .probing])
            && states.isDisjoint(with: [.up, .unknown])
            || throttled == true || waitingAtLeast != nil || oldestAtLeast != nil
            || expiresWithin != nil
    }

    /// True where it names this machine as the client.
    var namesLoopback: Bool { clients.contains(where: \.isLoopback) }
}
