/// Finds what is wrong in a configuration, without reading or changing anything else.
enum RuleCheck {
    static func findings(in configuration: PolicyConfiguration) -> [PolicyFinding] {
        limits(configuration) + clients(configuration) + mode(configuration)
            + ids(configuration.rules)
            + configuration.rules.enumerated().flatMap { index, rule in
                actions(rule, index, configuration) + conditions(rule, index)
            } + order(configuration.rules)
    }

    private static func limits(_ configuration: PolicyConfiguration) -> [PolicyFinding] {
        var found: [PolicyFinding] = []
        if !(Duration.seconds(1)...(.seconds(86_400))).contains(configuration.maxPushBack) {
            found.append(error("max_push_back", .outOfRange(allowed: "1s to 1d")))
        }
        if !(1_024...(1 << 22)).contains(configuration.pushBackCapacity) {
            found.append(error("push_back_capacity", .outOfRange(allowed: "1024 to 4194304")))
        }
        return found
    }

    private static func clients(_ configuration: PolicyConfiguration) -> [PolicyFinding] {
        configuration.clientsWithQueue.networks.contains(where: \.isEverything)
            ? [warning("clients_with_queue", .everybodyHasQueue)] : []
    }

    private static func mode(_ configuration: PolicyConfiguration) -> [PolicyFinding] {
        guard configuration.mode == .enforce else { return [] }
        guard configuration.rules.contains(where: { $0.mode == .enforce }) else {
            return [warning("mode", .nothingEnforces)]
        }
        return configuration.hasShippedRules && !configuration.mayPushBack
            ? [warning("clients_with_queue", .nobodyHasQueue)] : []
    }

    private static func ids(_ rules: [PolicyRule]) -> [PolicyFinding] {
        var seen: Set<String> = []
        return rules.enumerated().flatMap { index, rule in
            let isFirst = seen.insert(rule.id).inserted
            guard isUsable(rule.id) else { return [error("id", .badRuleID(rule.id), index)] }
            return isFirst ? [] : [error("id", .duplicateRuleID(rule.id), index)]
        }
    }

    private static func isUsable(_ id: String) -> Bool {
        (1...32).contains(id.utf8.count)
            && id.utf8.allSatisfy { ReplyText.isPlain($0) && $0 != UInt8(ascii: ":") }
    }

    private static func actions(
        _ rule: PolicyRule,
        _ index: Int,
        _ configuration: PolicyConfiguration
    ) -> [PolicyFinding] {
        var found: [PolicyFinding] = []
        if rule.action.answer.isPushBack {
            // The shipped rules wait for the list.
            if rule.mode == .enforce, !configuration.mayPushBack, !configuration.hasShippedRules {
                found.append(error("action", .deferWithoutQueue, index))
            }
            if !rule.conditions.namesEvidence {
                found.append(error("action", .deferWithoutEvidence, index))
            }
        }
        if rule.action == .hold, !configuration.iReleaseHolds {
            found.append(error("action", .holdWithoutRelease, index))
        }
        if rule.action == .prepend, rule.conditions.protocolStates == [.endOfMessage] {
            found.append(error("action", .prependAtEndOfMessage, index))
        }
        return found
    }

    private static func conditions(_ rule: PolicyRule, _ index: Int) -> [PolicyFinding] {
        let conditions = rule.conditions
        var found: [PolicyFinding] = []
        if conditions.states.contains(.unknown) {
            found.append(warning("state", .unknownStateNeverActs, index))
        }
        for state in ProtocolState.allCases
        where conditions.protocolStates.contains(state) && !state.isInTransaction {
            found.append(warning("protocol_state", .stateNeverAnswered(state), index))
        }
        if let least = conditions.sizeAtLeast, let most = conditions.sizeAtMost, least > most {
            found.append(error("size_at_least", .emptyRange, index))
        }
        let times = [
            ("since_at_least", conditions.sinceAtLeast),
            ("oldest_at_least", conditions.oldestAtLeast),
            ("expires_within", conditions.expiresWithin),
        ]
        for case (let key, let time?) in times where time <= .zero {
            found.append(error(key, .outOfRange(allowed: "more than 0"), index))
        }
        let counts = [
            ("waiting_at_least", conditions.waitingAtLeast, 1),
            ("size_at_least", conditions.sizeAtLeast, 0),
            ("size_at_most", conditions.sizeAtMost, 0),
        ]
        for case (let key, let count?, let least) in counts where count < least {
            found.append(error(key, .outOfRange(allowed: "\(least) or more"), index))
        }
        return found
    }

    private static func order(_ rules: [PolicyRule]) -> [PolicyFinding] {
        guard let first = rules.firstIndex(where: { $0.conditions == RuleConditions() }) else {
            return []
        }
        return rules.indices.filter { $0 > first }.map {
            warning("id", .unreachable(behind: rules[first].id), $0)
        }
    }

    private static func error(
        _ key: String,
        _ problem: PolicyFinding.Problem,
        _ rule: Int? = nil
    ) -> PolicyFinding {
        PolicyFinding(severity: .error, rule: rule, key: key, problem: problem)
    }

    private static func warning(
        _ key: String,
        _ problem: PolicyFinding.Problem,
        _ rule: Int? = nil
    ) -> PolicyFinding {
        PolicyFinding(severity: .warning, rule: rule, key: key, problem: problem)
    }
}
