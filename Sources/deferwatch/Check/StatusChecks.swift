import MailFlow

/// What the daemon's status means to a monitoring system: pure, and without a clock.
enum StatusChecks {
    /// Reading is so far behind that nothing that is known of destinations counts.
    private static let stale: Set<String> = [
        GuardReason.tailLag.rawValue, GuardReason.silentLog.rawValue,
        GuardReason.clockJump.rawValue, GuardReason.restoredStateTooOld.rawValue,
    ]

    /// Lives, listens, reads: `lag` is the range of seconds behind.
    static func daemon(
        _ status: DaemonStatus,
        warning: CheckRange?,
        critical: CheckRange?
    ) -> PluginResult {
        var state = PluginResult.State.ok
        var words = ["mode \(status.policy.mode)", "\(status.tail.lagSeconds) s behind"]
        func complain(_ text: String, _ worse: PluginResult.State) {
            words.append(text)
            state = state.worse(worse)
        }
        if status.policy.listeners.isEmpty { complain("no policy socket", .warning) }
        if !status.configuration.isLastReloadGood {
            complain("the last reload found errors", .warning)
        }
        if status.history.isInMemory { complain("the history is not on disk", .warning) }
        for log in status.tail.missing { complain("\(log) is not there", .warning) }
        for (log, error) in (status.tail.clockErrors ?? [:]).sorted(by: { $0.key < $1.key }) {
            complain("\(TailTrouble.clockPhrase(log, error))", .warning)
        }
        for reason in status.guards { complain("guard \(reason)", .warning) }
        return PluginResult(
            state,
            words.joined(separator: ", "),
            [
                .init(
                    label: "lag",
                    value: status.tail.lagSeconds,
                    unit: "s",
                    warning: warning,
                    critical: critical
                ),
                .init(label: "requests", value: status.policy.requests, unit: "c"),
                .init(label: "connections", value: status.policy.connections),
                .init(label: "lines", value: status.tail.lines, unit: "c"),
            ]
        )
    }

    /// How many destinations are down; the ranges are for them.
    static func destinations(
        _ status: DaemonStatus,
        warning: CheckRange?,
        critical: CheckRange?
    ) -> PluginResult {
        let counts = status.destinations
        let down = counts.down + counts.probing
        let figures: [PluginResult.Figure] = [
            .init(label: "down", value: down, warning: warning, critical: critical),
            .init(label: "degraded", value: counts.degraded),
            .init(label: "throttled", value: counts.throttled),
            .init(label: "known", value: counts.known),
        ]
        // What was learned from an old log is not known now.
        if let reason = status.guards.first(where: stale.contains) {
            return PluginResult(.unknown, "stale: guard \(reason)", figures)
        }
        var words = ["\(down) of \(counts.known) destinations down"]
        let names = status.troubled.filter { ["down", "probing"].contains($0.learned) }.prefix(5)
        if !names.isEmpty {
            let list = names.map {
                [$0.destination, $0.code].compactMap(\.self).joined(separator: " ")
            }
            words.append(list.joined(separator: "; ") + (down > names.count ? "; …" : ""))
        }
        var state = PluginResult.State.ok
        for reason in status.guards {
            words.append("guard \(reason)")
            state = .warning
        }
        return PluginResult(state, words.joined(separator: ", "), figures)
    }
}
