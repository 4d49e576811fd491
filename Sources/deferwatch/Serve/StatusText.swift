/// The daemon's state for a terminal.
enum StatusText {
    static func text(_ status: DaemonStatus) -> String {
        (head(status) + guards(status) + troubled(status)).map { Escape.terminal($0) + "\n" }
            .joined()
    }

    private static func head(_ status: DaemonStatus) -> [String] {
        let (policy, tail) = (status.policy, status.tail)
        let sockets = policy.listeners.isEmpty ? ["no socket"] : policy.listeners
        let files = status.configuration.files
        let directory = status.history.directory
        let inMemory = "in memory only: \(directory) cannot be used"
        var lines = [
            "deferwatch \(status.version), process \(status.pid), since \(status.started)",
            "Policy    mode \(policy.mode), \(policy.requests) requests, \(policy.connections)"
                + " connections, at \(sockets.joined(separator: ", "))",
            "Log       \(tail.logs.joined(separator: ", ")): \(tail.lines) lines,"
                + " \(tail.lagSeconds) s behind",
            "History   \(status.history.isInMemory ? inMemory : directory)",
            "Settings  \(files.isEmpty ? "defaults and flags" : files.joined(separator: ", "))"
                + ", loaded \(status.configuration.loaded)",
        ]
        let trouble = TailTrouble(missing: tail.missing, clockErrors: tail.clockErrors ?? [:])
        lines += trouble.sentences(after: TailTrouble()).map { "! \($0)." }
        if !status.configuration.isLastReloadGood {
            lines.append("! The last reload found errors: the former configuration is in force.")
        }
        lines += status.configuration.problems.map { "! \($0.place): \($0.sentence)" }
        for answer in policy.answers where answer.action != "DUNNO" {
            lines.append(
                "Answered  \(answer.action) \(answer.count) times, rule \(answer.rule ?? "-")"
            )
        }
        for answer in policy.wouldAnswers {
            lines.append(
                "Would     \(answer.action) \(answer.count) times, rule \(answer.rule ?? "-")"
            )
        }
        return lines
    }

    private static func guards(_ status: DaemonStatus) -> [String] {
        status.guards.map { reason in
            reason == "blast-radius"
                ? "! Guard blast-radius: no further destination goes down automatically."
                : "! Guard \(reason): every answer is DUNNO."
        }
    }

    private static func troubled(_ status: DaemonStatus) -> [String] {
        let counts = status.destinations
        var lines = [
            "",
            "\(counts.known) destinations known: \(counts.down) down, \(counts.probing) probing,"
                + " \(counts.degraded) degraded, \(counts.throttled) throttled,"
                + " \(counts.forced) forced.",
        ]
        lines += status.troubled.map { each in
            var marks = [each.state]
            if let code = each.code { marks.append(code) }
            if let since = each.since { marks.append("since \(since)") }
            if each.throttle != nil { marks.append("throttled") }
            if let word = each.forced {
                marks.append("\(word.kind) by your word until \(word.until)")
            }
            if let why = each.protection { marks.append("protected: \(why)") }
            return "  \(each.destination)  \(marks.joined(separator: ", "))"
        }
        if status.troubledLeftOut > 0 { lines.append("  … and \(status.troubledLeftOut) more") }
        return lines
    }
}
