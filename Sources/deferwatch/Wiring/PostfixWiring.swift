/// The lines of main.cf and master.cf that make Postfix ask Deferwatch.
///
/// The files in 'postfix' are these lines for a Postfix about which nothing is known.
struct PostfixWiring {
    /// The list that one service of master.cf needs for itself.
    struct Override: Hashable {
        /// As `postconf -M` names it: 'submission/inet'.
        var service: String
        /// What smtpd_recipient_restrictions is set to.
        var list: String
    }

    /// Lines of main.cf.
    private(set) var main: [String]
    /// What services need beside it.
    private(set) var overrides: [Override] = []
    /// Lines of master.cf; empty where nothing is needed there.
    private(set) var master: [String] = []

    /// Why there are no lines.
    enum Refusal: Error, Hashable, CustomStringConvertible {
        case tooOld(PostfixVersion)

        var description: String {
            switch self {
            case .tooOld(let version):
                "Postfix \(version) must not ask: before 3.0 there is no default_action, so a"
                    + " policy server that is down defers all mail; 'audit' and 'follow' need"
                    + " nothing of Postfix"
            }
        }
    }

    /// The parameter that asks.
    static let list = "smtpd_recipient_restrictions"

    /// For a Postfix of `version` about which nothing else is known.
    init(_ use: PostfixUse, version: PostfixVersion) throws(Refusal) {
        guard version >= .inlineSettings else { throw .tooOld(version) }
        main = Self.head(use, "main.cf") + Self.definition(use, version)
        guard use == .submission else {
            main += Self.mainList(use, before: Self.usualList) + Self.filterAdvice
            return
        }
        master = Self.head(use, "master.cf") + Self.usualSubmissionLines
    }

    /// For a Postfix whose configuration is known: its own lists stay, and a service that would take
    /// over the new one without being meant keeps what it had.
    init(_ use: PostfixUse, settings: PostfixSettings) throws(Refusal) {
        let version = settings.version ?? .policyContext
        guard version >= .inlineSettings else { throw .tooOld(version) }
        let taking = settings.services.filter(\.takesMail)
        let people = taking.filter(\.isSubmission)
        main = Self.head(use, "main.cf") + Self.definition(use, version)
        guard use != .submission else {
            overrides = people.map { Self.submission($0, settings) }
            master =
                people.isEmpty
                ? Self.head(use, "master.cf") + Self.usualSubmissionLines
                : Self.overrideLines(overrides)
            return
        }
        let own = RestrictionList.withoutUs(settings.parameters[Self.list] ?? "")
        let inheriting = taking.filter { $0.overrides[Self.list] == nil }
        // Those that have their own question need its definition, or their list would be cut short.
        let asking = people.filter { service in
            service.overrides[Self.list]?.contains(PostfixUse.submission.parameter) ?? true
        }
        if !asking.isEmpty { main += Self.bareDefinition(.submission, version) }
        main += Self.mainList(use, before: Self.listToKeep(own, settings))
        overrides =
            asking.map { Self.submission($0, settings) }
            + inheriting.filter(\.takesMailBack).map { Override(service: $0.name, list: own) }
        if !overrides.isEmpty { master = Self.overrideLines(overrides) }
    }

    /// Both files' lines, each under its name.
    var text: String {
        [("main.cf", main), ("master.cf", master)].filter { !$0.1.isEmpty }
            .map { "### \($0)\n\n" + $1.joined(separator: "\n") + "\n" }
            .joined(separator: "\n")
    }

    private static func submission(
        _ service: MasterService,
        _ settings: PostfixSettings
    ) -> Override {
        let list = RestrictionList.withoutUs(settings.rawValue(list, of: service))
        let question = "$" + PostfixUse.submission.parameter
        return Override(
            service: service.name,
            list: list.isEmpty ? question : question + ", " + list
        )
    }

    /// What must stay in main.cf's list: where there are no relay restrictions it is all that keeps
    /// strangers from relaying.
    private static func listToKeep(_ own: String, _ settings: PostfixSettings) -> String {
        own.isEmpty && settings["smtpd_relay_restrictions"].isEmpty ? usualList : own
    }
}
