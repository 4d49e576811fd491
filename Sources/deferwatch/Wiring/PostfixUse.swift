/// What a Postfix that asks Deferwatch is there for.
///
/// Its name is the policy_context of the requests, which rules can tell apart.
enum PostfixUse: String, CaseIterable {
    case submission, relay, gateway
    case backupMX = "backup-mx"

    /// The parameter of main.cf that holds the question.
    var parameter: String { "deferwatch_" + rawValue.replacing("-", with: "_") }

    /// What kind of mail it is about.
    var summary: String {
        switch self {
        case .submission: "Mail that people hand in, on the submission ports."
        case .relay: "Mail of applications and hosts that relay through this one."
        case .gateway: "Mail from outside for domains that this host delivers or passes on."
        case .backupMX: "Mail that this host keeps while the primary mail host is away."
        }
    }

    /// What an administrator must know before a rule is enforced here.
    var warning: [String] {
        switch self {
        case .submission:
            [
                "People have no queue: a rule that defers is not used here unless",
                "interactive_defer says so. Alerts and WARN are for this.",
            ]
        case .relay:
            [
                "A rule that defers acts on clients named in clients_with_queue alone: others may",
                "lose mail that they are told to send later.",
            ]
        case .gateway:
            [
                "The senders' mail hosts have queues. Deferring is of use when the mailboxes behind",
                "are down and this host's own queue or disk is near its limit.",
            ]
        case .backupMX:
            [
                "Taking mail while the primary is down is what a backup is for: rules defer only",
                "when the queue is nearly full or its mail about to expire.",
            ]
        }
    }
}
