/// Whether, where and how this Postfix asks Deferwatch.
struct WiringChecks {
    let settings: PostfixSettings
    /// Our questions, with the list that each is in and the services that have it there.
    let questions: [Placed]
    private let taking: [MasterService]
    /// The services that ask more than once about one recipient, with the lists in which they do.
    private let repeats: [(service: MasterService, lists: [String])]

    struct Placed {
        var list: String
        var question: PolicyQuestion
        var services: [MasterService]

        var place: String {
            "\(list) of " + services.map(\.name).joined(separator: ", ")
        }
    }

    /// The lists of smtpd, and what is known when it reads them.
    private static let lists = [
        "smtpd_client_restrictions", "smtpd_helo_restrictions", "smtpd_sender_restrictions",
        "smtpd_relay_restrictions", PostfixWiring.list, "smtpd_data_restrictions",
        "smtpd_end_of_data_restrictions", "smtpd_etrn_restrictions",
    ]

    /// Those of them that smtpd reads at each RCPT TO, as it does all of them by default.
    private static let recipientLists = Set(lists[...4])

    /// - Parameters:
    ///   - settings: what postconf said.
    ///   - servers: other names under which Deferwatch listens, as main.cf would have them.
    init(_ settings: PostfixSettings, servers: [String] = []) {
        self.settings = settings
        taking = settings.services.filter(\.takesMail)
        let classes = PostfixWords.split(settings["smtpd_restriction_classes"])
        var found: [Placed] = []
        var repeats: [(service: MasterService, lists: [String])] = []
        for service in taking {
            var atRecipient: [String] = []
            for list in Self.lists + classes {
                for question in PolicyQuestion.all(in: list, of: service, settings)
                where question.isOurs(servers) {
                    if Self.recipientLists.contains(list) { atRecipient.append(list) }
                    let known = found.firstIndex { $0.list == list && $0.question == question }
                    if let known {
                        guard !found[known].services.contains(service) else { continue }
                        found[known].services.append(service)
                    } else {
                        found.append(Placed(list: list, question: question, services: [service]))
                    }
                }
            }
            if atRecipient.count > 1 { repeats.append((service, atRecipient)) }
        }
        questions = found
        self.repeats = repeats
    }

    /// The sockets that smtpd is told to ask, as files of this host.
    var socketPaths: [String] {
        var paths: [String] = []
        for path in questions.compactMap(\.question.socketPath).map(absolute)
        where !paths.contains(path) {
            paths.append(path)
        }
        return paths
    }

    private func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : settings["queue_directory"] + "/" + path
    }

    /// Everything that main.cf and master.cf tell.
    var results: [CheckResult] {
        guard !questions.isEmpty else { return [version, unwired] }
        return [version, wired] + place + order + once + timeout + defaultAction + tries + context
            + filterReturn + people + chroot
    }

    private var version: CheckResult {
        let name = settings["mail_version"]
        guard let version = settings.version else {
            return CheckResult("postfix-version", .note, "Postfix does not tell its version")
        }
        guard version >= .inlineSettings else {
            return CheckResult(
                "postfix-version",
                .failure,
                "Postfix \(name) has no default_action: a policy server that is down defers all mail",
                remedy: "take check_policy_service out of main.cf, or upgrade Postfix"
            )
        }
        return CheckResult("postfix-version", .ok, "Postfix \(name)")
    }

    private var unwired: CheckResult {
        CheckResult(
            "wiring",
            .warning,
            "no list of smtpd asks Deferwatch",
            remedy: "deferwatch postfix-config prints the lines for main.cf and master.cf"
        )
    }

    private var wired: CheckResult {
        CheckResult("wiring", .ok, "asked in " + questions.map(\.place).joined(separator: "; "))
    }

    private var place: [CheckResult] {
        CheckResult.findings(
            "restriction-list",
            ok: "asked where the recipient is known",
            questions.compactMap { placed in
                guard let why = Self.trouble(in: placed.list) else { return nil }
                return (
                    .warning, "\(placed.place) asks Deferwatch: \(why)",
                    "ask in \(PostfixWiring.list) instead: deferwatch postfix-config"
                )
            }
        )
    }

    /// Why a list is the wrong one; nil: it is not.
    private static func trouble(in list: String) -> String? {
        switch list {
        case "smtpd_relay_restrictions":
            "that list keeps strangers from relaying, and nothing else belongs there"
        case "smtpd_data_restrictions", "smtpd_end_of_data_restrictions":
            "there a message with several recipients has none, so its destinations are unknown"
        case "smtpd_client_restrictions", "smtpd_helo_restrictions", "smtpd_sender_restrictions":
            "the recipient is known there only with smtpd_delay_reject, and a permit in a later"
                + " list does not count"
        case "smtpd_etrn_restrictions": "ETRN has no recipient"
        default: nil
        }
    }

    private var order: [CheckResult] {
        CheckResult.findings(
            "restriction-order",
            ok: "nothing ends the list before Deferwatch is asked",
            questions.compactMap { placed in
                let ends = placed.question.before.filter {
                    $0.hasPrefix("permit") || $0 == "reject" || $0 == "defer"
                }
                guard !ends.isEmpty, Self.lists.contains(placed.list) else { return nil }
                return (
                    .warning,
                    "\(placed.place) asks after \(ends.joined(separator: ", ")): mail that ends the"
                        + " list there is never asked about",
                    "put Deferwatch first in the list: deferwatch postfix-config"
                )
            }
        )
    }

    private var once: [CheckResult] {
        CheckResult.findings(
            "asked-once",
            ok: "asked once about each recipient",
            repeats.map { service, lists in
                let places = lists.reduce(into: [String]()) { places, list in
                    if !places.contains(list) { places.append(list) }
                }
                return (
                    .warning,
                    "\(service.name) asks Deferwatch \(lists.count) times about each recipient, in "
                        + places.joined(separator: " and "),
                    "leave one question, in \(PostfixWiring.list): deferwatch postfix-config"
                )
            }
        )
    }

    private var filterReturn: [CheckResult] {
        let back = taking.filter(\.takesMailBack)
        guard !back.isEmpty else { return [] }
        return CheckResult.findings(
            "content-filter-return",
            ok: "what comes back from a content filter is not asked about again",
            back.filter { isAsked($0) }.map { service in
                (
                    .failure,
                    "\(service.name) takes mail back from a content filter and asks again: what it"
                        + " is told to defer stays in the filter",
                    "in master.cf, below \(service.name.replacing("/", with: " ")):"
                        + " -o \(PostfixWiring.list)=permit_mynetworks,reject"
                )
            }
        )
    }

    private var people: [CheckResult] {
        let asking = questions.filter { $0.services.contains(where: \.isSubmission) }
        // Without any context nothing is told apart, and 'policy-context' says so.
        guard asking.contains(where: { !$0.question.context.isEmpty }) else { return [] }
        return CheckResult.findings(
            "submission-context",
            ok: "mail of people is told apart from other mail",
            asking.flatMap { placed in
                placed.services.filter(\.isSubmission).compactMap { service in
                    let context = placed.question.context
                    guard !context.isEmpty, context != PostfixUse.submission.rawValue else {
                        return nil
                    }
                    return (
                        .warning,
                        "\(service.name) asks with policy_context=\(context), which it has from"
                            + " main.cf: people are taken for '\(context)'",
                        "deferwatch postfix-config --use submission prints its own list"
                    )
                }
            }
        )
    }

    private var chroot: [CheckResult] {
        CheckResult.findings(
            "chroot",
            ok: "the socket's path holds for every smtpd",
            questions.compactMap { placed in
                guard let path = placed.question.socketPath, path.hasPrefix("/") else { return nil }
                let inside = placed.services.filter(\.isChrooted)
                guard !inside.isEmpty else { return nil }
                return (
                    .failure,
                    "unix:\(path) does not exist for "
                        + inside.map(\.name).joined(separator: ", ")
                        + ", which runs in the chroot \(settings["queue_directory"])",
                    "a path below the queue directory, without a leading slash:"
                        + " unix:deferwatch/policy"
                )
            }
        )
    }

    private func isAsked(_ service: MasterService) -> Bool {
        questions.contains { $0.services.contains(service) }
    }
}
