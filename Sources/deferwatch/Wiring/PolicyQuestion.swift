/// One check_policy_service of a restriction list, with the settings that are in force for it.
struct PolicyQuestion: Hashable {
    /// The server as main.cf names it: 'unix:deferwatch/policy'.
    let server: String
    /// Seconds that smtpd waits for each read and write; nil: the setting cannot be understood.
    let timeout: Int?
    /// What smtpd does without an answer.
    let defaultAction: String
    /// How often smtpd tries before that.
    let tryLimit: String
    let context: String
    /// The restrictions before this one.
    let before: [String]

    /// All of one list of one service, in order.
    static func all(
        in list: String,
        of service: MasterService,
        _ settings: PostfixSettings
    ) -> [PolicyQuestion] {
        let words = PostfixWords.split(settings.value(list, of: service))
        return words.indices.dropLast().filter { words[$0] == "check_policy_service" }.map {
            PolicyQuestion(words[$0 + 1], after: Array(words[..<$0]), of: service, settings)
        }
    }

    private init(
        _ word: String,
        after before: [String],
        of service: MasterService,
        _ settings: PostfixSettings
    ) {
        let inner = PostfixWords.split(PostfixWords.unbraced(word))
        var own: [String: String] = [:]
        for setting in inner.dropFirst() {
            let parts = PostfixWords.unbraced(setting).split(separator: "=", maxSplits: 1)
            guard let name = parts.first else { continue }
            own[PostfixWords.trimmed(name)] = PostfixWords.trimmed(parts.dropFirst().first ?? "")
        }
        func inForce(_ name: String) -> String {
            own[name] ?? settings.value("smtpd_policy_service_" + name, of: service)
        }
        server = inner.first ?? ""
        timeout = PostfixDuration.seconds(inForce("timeout"), unit: "s")
        defaultAction = inForce("default_action")
        tryLimit = inForce("try_limit")
        context = inForce("policy_context")
        self.before = before
    }

    /// The path of a UNIX socket, as it is written; nil: another kind of server.
    var socketPath: String? {
        for prefix in ["unix:", "local:"] where server.hasPrefix(prefix) {
            return String(server.dropFirst(prefix.count))
        }
        return nil
    }
}

extension PolicyQuestion {
    /// True where the server is Deferwatch, by its usual name or one of `servers`.
    func isOurs(_ servers: [String]) -> Bool {
        server.contains("deferwatch") || servers.contains(server)
    }
}
