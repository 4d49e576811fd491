import PolicyService

/// The rules of a configuration as a simulation can ask them.
struct SimulatedRules {
    /// What the engine gets: every rule that the log suffices for, as if enforced.
    private(set) var configuration: PolicyConfiguration
    /// Rules that are left out, and the conditions of each that no log can tell of.
    private(set) var notEvaluated: [(rule: String, conditions: [String])] = []
    /// Nobody was named in `clients_with_queue`: all clients but people count as if they had one.
    let assumesQueues: Bool

    init(_ given: PolicyConfiguration) {
        configuration = given
        configuration.mode = .enforce
        configuration.rules = []
        assumesQueues = given.clientsWithQueue.isEmpty
        if assumesQueues {
            configuration.clientsWithQueue.networks = ["0.0.0.0/0", "::/0"].compactMap {
                try? NetworkPrefix($0)
            }
        }
        for rule in given.rules {
            let unknown = Self.unknown(rule.conditions)
            guard unknown.isEmpty else {
                notEvaluated.append((rule.id, unknown))
                continue
            }
            var enforced = rule
            enforced.mode = .enforce
            configuration.rules.append(enforced)
        }
    }

    /// A rule may apply to destinations that never failed.
    var lookAtHealthyDestinations: Bool {
        configuration.rules.contains { rule in
            let states = rule.conditions.states
            let isAboutTrouble =
                !states.isEmpty && states.isDisjoint(with: [.up, .unknown])
                || rule.conditions.throttled == true
            return !isAboutTrouble
        }
    }

    /// The conditions on what Postfix does not log, or logs only later, by their keys.
    private static func unknown(_ conditions: RuleConditions) -> [String] {
        var keys: [String] = []
        if !conditions.policyContexts.isEmpty { keys.append("policy_context") }
        if !conditions.protocolStates.isEmpty, !conditions.protocolStates.contains(.rcpt) {
            keys.append("protocol_state")
        }
        if conditions.sizeAtLeast != nil { keys.append("size_at_least") }
        if conditions.sizeAtMost != nil { keys.append("size_at_most") }
        return keys
    }
}
