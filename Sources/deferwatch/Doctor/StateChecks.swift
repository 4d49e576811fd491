/// Whether Deferwatch can keep what it has seen.
struct StateChecks {
    let directory: String
    /// Whom Deferwatch runs as.
    let user: String
    let host: any HostView

    var results: [CheckResult] {
        guard let facts = host.facts(directory) else {
            return [
                CheckResult(
                    "state-directory",
                    .failure,
                    "\(directory) does not exist",
                    remedy: "install -d -o \(user) -g \(user) -m 0750 \(directory)"
                )
            ]
        }
        guard facts.kind == .directory else {
            return [
                CheckResult(
                    "state-directory",
                    .failure,
                    "\(directory) is no directory",
                    remedy: "name another one with --state, or in deferwatch.toml"
                )
            ]
        }
        return [writable(facts)] + exposure(facts)
    }

    private func writable(_ facts: PathFacts) -> CheckResult {
        switch host.allows(user, .write, directory) {
        case true?:
            CheckResult("state-directory", .ok, "\(user) can write to \(directory)")
        case false?:
            CheckResult(
                "state-directory",
                .failure,
                "\(user) cannot write to \(directory) (\(facts.description))",
                remedy: "chown \(user): \(directory) && chmod 0750 \(directory)"
            )
        case nil:
            CheckResult(
                "state-directory",
                .note,
                "\(directory) is \(facts.description); whether \(user) can write was not tried",
                remedy: "run deferwatch doctor as root"
            )
        }
    }

    /// Addresses of senders and recipients are nobody else's business.
    private func exposure(_ facts: PathFacts) -> [CheckResult] {
        guard facts.mode & 0o007 != 0 else { return [] }
        return [
            CheckResult(
                "state-private",
                .warning,
                "\(directory) is \(facts.description): everybody here can read who wrote to whom",
                remedy: "chmod 0750 \(directory)"
            )
        ]
    }
}
