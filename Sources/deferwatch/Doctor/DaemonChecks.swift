/// What the running daemon says of itself.
struct DaemonChecks {
    /// nil: it did not answer.
    let status: DaemonStatus?
    /// Where it was asked.
    let socket: String

    /// `guards.tail_lag` in seconds: beyond it the daemon answers DUNNO for want of fresh evidence.
    let mostLag: Int

    var results: [CheckResult] {
        guard let status else {
            return [
                CheckResult(
                    "daemon",
                    .warning,
                    "no daemon answers at \(socket), or you may not ask it",
                    remedy: "systemctl status deferwatch, as root; --control names another socket"
                )
            ]
        }
        return [version(status), lag(status)] + clocks(status) + reload(status) + history(status)
            + guards(status)
    }

    private func version(_ status: DaemonStatus) -> CheckResult {
        guard status.version == Deferwatch.version else {
            return CheckResult(
                "daemon",
                .warning,
                "the daemon is version \(status.version), this is \(Deferwatch.version)",
                remedy: "systemctl restart deferwatch"
            )
        }
        return CheckResult(
            "daemon",
            .ok,
            "version \(status.version) runs since \(status.started), mode \(status.policy.mode)"
        )
    }

    private func lag(_ status: DaemonStatus) -> CheckResult {
        let logs = status.tail.logs.joined(separator: ", ")
        guard status.tail.lagSeconds <= mostLag else {
            return CheckResult(
                "log-lag",
                .warning,
                "the daemon is \(status.tail.lagSeconds) s behind \(logs): all answers are DUNNO",
                remedy: "top shows what takes the processor, iostat the disk; after a long stop the"
                    + " daemon catches up by itself"
            )
        }
        return CheckResult(
            "log-lag",
            .ok,
            "\(status.tail.lines) lines read, \(status.tail.lagSeconds) s behind \(logs)"
        )
    }

    private func clocks(_ status: DaemonStatus) -> [CheckResult] {
        (status.tail.clockErrors ?? [:]).sorted { $0.key < $1.key }.map { log, error in
            CheckResult(
                "log-clock",
                .warning,
                TailTrouble.clockPhrase(log, error) + ": nothing is learned of its lines",
                remedy: "date, on the host that writes the log; for a log without zones,"
                    + " Environment=TZ=… in the unit, or a format that names the zone (RFC 3339)"
            )
        }
    }

    private func reload(_ status: DaemonStatus) -> [CheckResult] {
        guard !status.configuration.isLastReloadGood else { return [] }
        return [
            CheckResult(
                "daemon-configuration",
                .warning,
                "the last reload found errors, and the configuration before it is in force",
                remedy: "deferwatch config check, then deferwatch reload"
            )
        ]
    }

    private func history(_ status: DaemonStatus) -> [CheckResult] {
        guard status.history.isInMemory else { return [] }
        return [
            CheckResult(
                "daemon-history",
                .warning,
                "the history in \(status.history.directory) cannot be written: what is learned ends"
                    + " with the process",
                remedy: "df \(status.history.directory), then systemctl restart deferwatch"
            )
        ]
    }

    private func guards(_ status: DaemonStatus) -> [CheckResult] {
        status.guards.map { name in
            CheckResult(
                "guard",
                .note,
                "the guard '\(name)' is active; deferwatch status says more"
            )
        }
    }
}
