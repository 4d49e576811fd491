/// Whether smtpd can reach the sockets that it is told to ask.
struct SocketChecks {
    /// The sockets, as files of this host.
    let paths: [String]
    /// Whom smtpd runs as: mail_owner.
    let mailOwner: String
    let queueDirectory: String
    let host: any HostView

    var results: [CheckResult] { paths.flatMap(results) }

    private func results(of path: String) -> [CheckResult] {
        let socket = socket(path)
        let answer = socket.isFinding ? nil : self.answer(path)
        return [folder(path), socket, answer].compactMap { $0 }
    }

    /// nil: it may not be asked from here.
    private func answer(_ path: String) -> CheckResult? {
        switch host.ask(path) {
        case .action(let action):
            CheckResult("policy-answer", .ok, "\(path) answers \(action)")
        case .refused:
            CheckResult(
                "policy-answer",
                .failure,
                "nobody listens on \(path): each recipient costs a second",
                remedy: Self.start
            )
        case .silent:
            CheckResult(
                "policy-answer",
                .failure,
                "\(path) takes connections and does not answer within 2 s: each recipient waits for"
                    + " two time limits",
                remedy:
                    "systemctl restart deferwatch; then journalctl -u deferwatch says what happened"
            )
        case .forbidden: nil
        }
    }

    private static let start =
        "systemctl start deferwatch; then journalctl -u deferwatch says why not"

    /// Postfix's own directories are rebuilt, watched and closed to others by Postfix.
    private func folder(_ path: String) -> CheckResult? {
        for name in ["private", "public"]
        where path.hasPrefix("\(queueDirectory)/\(name)/") {
            return CheckResult(
                "socket-directory",
                .warning,
                "\(path) is in a directory of Postfix's own",
                remedy: "a directory of its own: unix:deferwatch/policy in main.cf, and"
                    + " unix:\(queueDirectory)/deferwatch/policy in deferwatch.toml"
            )
        }
        return nil
    }

    private func socket(_ path: String) -> CheckResult {
        guard let facts = host.facts(path) else {
            return CheckResult(
                "socket",
                .failure,
                "\(path) does not exist: smtpd takes the default action for each recipient",
                remedy: Self.start
            )
        }
        guard facts.kind == .socket else {
            return CheckResult(
                "socket",
                .failure,
                "\(path) is no socket (\(facts.description))",
                remedy: "move it away, then systemctl restart deferwatch"
            )
        }
        if let obstacle = host.obstacle(mailOwner, .write, path) {
            let state = host.facts(obstacle)?.description ?? "?"
            return CheckResult(
                "socket",
                .failure,
                "\(mailOwner), whom smtpd runs as, cannot reach \(path): \(obstacle) is \(state)",
                remedy: obstacle == path
                    ? "chgrp \(mailOwner) \(path) && chmod 0660 \(path)"
                    : "systemd-tmpfiles --create deferwatch.conf; or chgrp \(mailOwner)"
                        + " \(obstacle) && chmod g+x \(obstacle)"
            )
        }
        guard host.allows(mailOwner, .write, path) != nil else {
            return CheckResult(
                "socket",
                .note,
                "\(path) is \(facts.description); whether \(mailOwner) can reach it was not tried",
                remedy: "run deferwatch doctor as root"
            )
        }
        return CheckResult("socket", .ok, "\(mailOwner) can reach \(path) (\(facts.description))")
    }
}
