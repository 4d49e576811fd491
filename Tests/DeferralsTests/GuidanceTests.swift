import Testing

@testable import Deferrals

/// Every diagnosis that the types allow, sensible or not.
struct Situation: Sendable, CustomStringConvertible {
    let code: DeferralCode
    let category: Deferrals.Category?
    let refinement: Refinement?
    let origin: Origin?

    static let all: [Situation] = DeferralCode.allCases.flatMap { code in
        optional(Deferrals.Category.self).flatMap { category in
            optional(Refinement.self).flatMap { refinement in
                optional(Origin.self).map { origin in
                    Situation(
                        code: code,
                        category: category,
                        refinement: refinement,
                        origin: origin
                    )
                }
            }
        }
    }

    static func of(_ code: DeferralCode) -> [Situation] { all.filter { $0.code == code } }

    var description: String {
        let parts = [
            code.text, category?.rawValue ?? "-", refinement?.rawValue ?? "-",
            origin?.rawValue ?? "-",
        ]
        return parts.joined(separator: " ")
    }

    func guidance(_ language: Language) -> Guidance {
        .of(
            code,
            category: category,
            refinement: refinement,
            origin: origin,
            language: language
        )
    }

    private static func optional<Value: CaseIterable>(_ type: Value.Type) -> [Value?] {
        [nil] + type.allCases.map(Optional.some)
    }
}

/// The catalogue: complete, the same in every language, and safe to follow.
@Suite struct GuidanceTests {
    /// First words of commands that only look.
    static let looking: Set<String> = [
        "cat", "date", "delv", "df", "diff", "dig", "doveadm", "free", "getent", "ip", "iptables",
        "journalctl", "ls", "nc", "nft", "openssl", "ping", "postcat", "postconf", "postfix",
        "postmap", "postqueue", "posttls-finger", "qshape", "ss", "sysctl", "systemctl",
        "timedatectl", "timeout", "tracepath", "traceroute", "whois",
    ]
    /// Commands that change something: always the last of their step.
    static let changing: Set<String> = [
        "postqueue -i {queue_id}", "postqueue -s {domain}", "postsuper -r {queue_id}",
        "systemctl restart postfix",
    ]

    static let fixes: [Fix] = Topic.all.flatMap { topic in
        Language.allCases.flatMap { language in
            let advice = topic.advice(in: language)
            return advice.own + advice.partner
        }
    }

    @Test(arguments: DeferralCode.allCases)
    func `every code has guidance in every language`(code: DeferralCode) {
        for situation in Situation.of(code) {
            for language in Language.allCases {
                let guidance = situation.guidance(language)
                let texts =
                    [guidance.name, guidance.meaning] + guidance.causes
                    + (guidance.fixesOwn + guidance.fixesPartner).map(\.text)
                let isComplete =
                    !guidance.causes.isEmpty && !guidance.fixesOwn.isEmpty
                    && !guidance.fixesPartner.isEmpty && !guidance.responsible.isEmpty
                    && texts.allSatisfy { $0.count >= 4 }
                #expect(isComplete, "\(language) \(situation)")
                #expect(
                    guidance.name.hasPrefix(code.localizedName(language)),
                    "\(language) \(situation): \(guidance.name)"
                )
            }
        }
    }

    @Test(arguments: DeferralCode.allCases)
    func `our own next hops and a partner's get different advice`(code: DeferralCode) {
        for situation in Situation.of(code) {
            for language in Language.allCases {
                let guidance = situation.guidance(language)
                #expect(
                    guidance.fixesOwn != guidance.fixesPartner,
                    "\(language) \(situation)"
                )
            }
        }
    }

    @Test(arguments: Topic.all)
    func `languages differ in words and agree in everything else`(topic: Topic) {
        let english = topic.advice(in: .english)
        let turkish = topic.advice(in: .turkish)
        #expect(english.meaning != turkish.meaning)
        #expect(Set(english.causes).isDisjoint(with: turkish.causes))
        #expect(english.causes.count == turkish.causes.count)
        #expect(english.own.map(\.commands) == turkish.own.map(\.commands))
        #expect(english.partner.map(\.commands) == turkish.partner.map(\.commands))
        let englishTexts = Set((english.own + english.partner).map(\.text))
        #expect(englishTexts.isDisjoint(with: (turkish.own + turkish.partner).map(\.text)))
    }

    @Test(arguments: Language.allCases)
    func `an unknown recipient may wait because of our own soft_bounce`(language: Language) {
        let advice = Topic.category(.recipientUnknown).advice(in: language)
        #expect(advice.meaning.contains("soft_bounce"))
        #expect(advice.causes.contains { $0.contains("soft_bounce") })
    }

    @Test(arguments: Topic.all)
    func `a topic does not repeat itself`(topic: Topic) {
        for language in Language.allCases {
            let advice = topic.advice(in: language)
            #expect(Set(advice.causes).count == advice.causes.count)
            #expect(Set(advice.own).count == advice.own.count)
            #expect(Set(advice.partner).count == advice.partner.count)
        }
    }

    @Test func `every topic has a text of its own`() {
        for language in Language.allCases {
            let meanings = Topic.all.map { $0.advice(in: language).meaning }
            #expect(meanings.count == Set(meanings).count, "\(language)")
        }
    }

    @Test func `texts are plain sentences`() {
        for topic in Topic.all {
            for language in Language.allCases {
                let advice = topic.advice(in: language)
                let texts =
                    [advice.meaning] + advice.causes + (advice.own + advice.partner).map(\.text)
                for text in texts {
                    let isPlain =
                        text.last.map { ".?".contains($0) } == true && !text.contains("  ")
                        && !text.contains("\n") && !text.contains("{") && text.count <= 420
                    #expect(isPlain, "\(language): \(text)")
                }
            }
        }
    }

    @Test func `no command retries the whole queue`() {
        for fix in Self.fixes {
            for text in [fix.text] + fix.commands {
                #expect(!text.contains("postqueue -f"))
                #expect(!text.contains("sendmail -q"))
                #expect(!text.contains("postsuper -r ALL"))
                #expect(!text.contains("postsuper -d"))
            }
        }
    }

    @Test func `commands look before they change anything`() {
        for fix in Self.fixes {
            let changes = fix.commands.map(Self.changing.contains)
            #expect(changes == changes.sorted { !$0 && $1 }, "\(fix.text)")
            for command in fix.commands where !Self.changing.contains(command) {
                let word = command.prefix { $0 != " " }
                #expect(Self.looking.contains(String(word)), "\(command)")
                #expect(!command.contains("postqueue -i"), "\(command)")
                #expect(!command.contains("postconf -e"), "\(command)")
            }
        }
    }

    @Test func `no command holds an unknown placeholder`() {
        let values = CommandValues(
            domain: "example.com",
            host: "mx1.example.com",
            address: "2001:db8::25",
            port: "25",
            queueID: "4bXyZ12",
            recipient: "user@example.com"
        )
        for command in Self.fixes.flatMap(\.commands) {
            let filled = values.fill(command)
            #expect(!filled.contains("{") && !filled.contains("}"), "\(command)")
            #expect(
                !command.contains("{recipient}\"") && !command.contains("{recipient}'"),
                "quoted twice: \(command)"
            )
        }
    }

    @Test func `TLS at 4.4.317 and 4.7.320 is told apart`() {
        let handshake = Guidance.of(
            .cannotConnect,
            refinement: .validationFailure,
            language: .english
        )
        let certificate = Guidance.of(
            .certificateInvalid,
            refinement: .validationFailure,
            language: .english
        )
        #expect("Cannot connect to remote server: TLS handshake failed" == handshake.name)
        #expect("Certificate validation failed: validation failed" == certificate.name)
        #expect(handshake.meaning != certificate.meaning)
    }

    @Test func `a cause on this machine is ours to mend`() {
        for code in DeferralCode.allCases {
            let guidance = Guidance.of(code, origin: .local, language: .english)
            #expect([.us] == guidance.responsible, "\(code)")
            #expect(English.notTheirs == guidance.fixesPartner.first?.text, "\(code)")
        }
        let refused = Guidance.of(.connectionRefused, origin: .local, language: .english)
        #expect(refused.meaning.contains("content filter"))
        let unreachable = Guidance.of(.connectionTimedOut, origin: .local, language: .english)
        #expect(unreachable.meaning.contains("IPv6"))
    }

    @Test func `no list shows a command or a retry twice`() {
        for situation in Situation.all {
            let guidance = situation.guidance(.english)
            for fixes in [guidance.fixesOwn, guidance.fixesPartner] {
                let commands = fixes.flatMap(\.commands)
                #expect(commands.count == Set(commands).count, "\(situation)")
                #expect(fixes.count(where: \.isRetry) <= 1, "\(situation)")
            }
        }
    }

    @Test func `nobody else is asked to mend this machine`() {
        for situation in Situation.all where situation.origin == .local {
            if situation.category == .loop { continue }
            let guidance = situation.guidance(.turkish)
            let isOurs =
                guidance.responsible.contains(.us)
                && Set(guidance.responsible).isSubset(of: [.us, .sendingUser])
                && guidance.fixesPartner == [Fix(Turkish.notTheirs)] + guidance.fixesOwn
            #expect(isOurs, "\(situation)")
        }
    }

    @Test func `a greeting's reason is added to 4.4.317`() {
        let bare = Guidance.of(.cannotConnect, origin: .remote, language: .english)
        let limited = Guidance.of(
            .cannotConnect,
            category: .rateLimited,
            origin: .remote,
            language: .english
        )
        #expect("Cannot connect to remote server: rate limited" == limited.name)
        #expect(limited.meaning.contains("refused the session"))
        #expect(limited.causes.first != bare.causes.first)
        #expect(.us == limited.responsible.first)
    }

    @Test func `a failed login reads otherwise when it is the relay's trouble`() {
        let ours = Guidance.of(
            .other,
            category: .authentication,
            origin: .local,
            language: .english
        )
        let theirs = Guidance.of(
            .other,
            category: .authentication,
            origin: .remote,
            language: .english
        )
        #expect([.us] == ours.responsible)
        #expect(.destination == theirs.responsible.first)
        #expect(ours.meaning != theirs.meaning)
    }

    @Test func `every word of the vocabulary has a name in every language`() {
        func check(_ names: [(Language) -> String]) {
            let english = names.map { $0(.english) }
            let turkish = names.map { $0(.turkish) }
            #expect(Set(english).count == names.count && Set(turkish).count == names.count)
            #expect((english + turkish).allSatisfy { !$0.isEmpty })
        }
        check(DeferralCode.allCases.map { value in { value.localizedName($0) } })
        check(Deferrals.Category.allCases.map { value in { value.localizedName($0) } })
        check(Refinement.allCases.map { value in { value.localizedName($0) } })
        check(Origin.allCases.map { value in { value.localizedName($0) } })
        check(Stage.allCases.map { value in { value.localizedName($0) } })
        check(Scope.allCases.map { value in { value.localizedName($0) } })
        check(Guidance.Responsible.allCases.map { value in { value.localizedName($0) } })
    }

    @Test(arguments: [
        ("tr_TR.UTF-8", Language.turkish), ("tr", .turkish), ("tr-TR", .turkish),
        ("TR_CY", .turkish), ("tr@latin", .turkish), ("en_GB.UTF-8", .english), ("C", .english),
        ("C.UTF-8", .english), ("POSIX", .english), ("", .english), ("trv_TW", .english),
    ])
    func `a POSIX locale chooses the language`(locale: String, expected: Language) {
        #expect(expected == Language(posixLocale: locale))
    }
}
