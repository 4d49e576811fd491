/// How far the policy server may go.
public enum PolicyMode: String, CaseIterable, Sendable, Hashable {
    /// DUNNO, always; rules are not asked.
    case off
    /// DUNNO, with a note of what would have been answered.
    case observe
    /// Only answers that delay no mail: INFO, WARN, PREPEND, alerts.
    case advise
    /// What the enforcing rules say.
    case enforce
}

/// Clients that keep mail in a queue of their own, so that 'later' costs them nothing.
public struct ClientsWithQueue: Sendable, Hashable {
    /// By address.
    public var networks: [NetworkPrefix] = []
    /// By the `policy_context` of the service they use.
    public var policyContexts: [String] = []

    /// Nobody.
    public init() {}

    /// True where nobody is listed.
    public var isEmpty: Bool { networks.isEmpty && policyContexts.isEmpty }
}

/// Mail that is never touched, beside what never is anyway.
public struct Exemptions: Sendable, Hashable {
    /// Clients by address.
    public var clients: [NetworkPrefix] = []
    /// Envelope senders.
    public var senders: [AddressPattern] = []
    /// Recipients' domains.
    public var destinations: [DomainPattern] = []

    /// Nothing.
    public init() {}
}

/// All that decides about answers.
///
/// `validate()` says what is wrong with it.
public struct PolicyConfiguration: Sendable, Hashable {
    /// How far to go, whatever the rules say.
    public var mode = PolicyMode.observe
    /// How codes are written in answers.
    public var replyCodes = ReplyCodes.eop
    /// Longest time that we push back one (client, sender, recipient), all in all.
    public var maxPushBack = Duration.seconds(3_600)
    /// Most (client, sender, recipient) whose time is kept; beyond it nothing is pushed back.
    public var pushBackCapacity = 65_536
    /// Who may be told 'later'.
    public var clientsWithQueue = ClientsWithQueue()
    /// Who is never told anything.
    public var exemptions = Exemptions()
    /// People at their mail program may be told 'later' too.
    public var interactiveDefer = false
    /// The operator's word that somebody releases held mail.
    public var iReleaseHolds = false
    /// In order; the first that applies decides.
    public var rules: [PolicyRule] = Self.shippedRules

    /// As shipped: everything is observed, nothing is answered.
    public init() {}

    /// The rules as shipped: they go as far as the mode does, which is to observe until the operator
    /// says otherwise.
    public static let shippedRules: [PolicyRule] = {
        var down = RuleConditions()
        down.states = [.down]
        var people = down
        people.saslUsernames = ["*"]
        var throttled = RuleConditions()
        throttled.throttled = true
        return [
            PolicyRule(id: "down-people", when: people, action: .inform, mode: .enforce),
            PolicyRule(id: "down", when: down, action: .deferIfPermit, mode: .enforce),
            PolicyRule(
                id: "throttled",
                when: throttled,
                action: .deferIfPermit,
                template: .throttled,
                mode: .enforce
            ),
        ]
    }()

    /// True where somebody may be told 'later'.
    public var mayPushBack: Bool { !clientsWithQueue.isEmpty || interactiveDefer }

    var hasShippedRules: Bool { rules == Self.shippedRules }

    /// What is wrong with it, in the order of the settings; errors and remarks.
    public func validate() -> [PolicyFinding] {
        RuleCheck.findings(in: self)
    }
}
