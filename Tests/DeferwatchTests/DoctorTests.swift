import Foundation
import Testing

@testable import deferwatch

/// What `doctor` says of settings, sockets, logs and directories.
@Suite struct DoctorTests {
    private static let question =
        "check_policy_service { unix:deferwatch/policy, timeout=2s, default_action=DUNNO, "
        + "policy_context=relay }"

    /// What is wrong, in main.cf and master.cf, and the check that says so.
    @Test(
        arguments: [
            ("permit_mynetworks, reject", "", "wiring"),
            ("permit_mynetworks, QUESTION, reject", "", "restriction-order"),
            ("reject_unlisted_recipient, permit, QUESTION", "", "restriction-order"),
            ("QUESTION, QUESTION, reject", "", "asked-once"),
            (
                "QUESTION, reject",
                "-o { smtpd_sender_restrictions = check_policy_service unix:deferwatch/policy }",
                "asked-once"
            ),
            ("check_policy_service unix:deferwatch/policy, reject", "", "policy-timeout"),
            ("check_policy_service unix:deferwatch/policy, reject", "", "default-action"),
            ("check_policy_service unix:deferwatch/policy, reject", "", "policy-context"),
            ("QUESTION, reject", "-o smtpd_policy_service_try_limit=1", "try-limit"),
            (
                "check_policy_service { unix:deferwatch/policy, timeout=60s, "
                    + "default_action=DUNNO, policy_context=relay }", "", "policy-timeout"
            ),
            (
                "check_policy_service { unix:deferwatch/policy, timeout=2s, "
                    + "default_action=OK, policy_context=relay }", "", "default-action"
            ),
            (
                "check_policy_service { unix:/run/deferwatch/policy, timeout=2s, "
                    + "default_action=DUNNO, policy_context=relay }", "", "chroot"
            ),
        ]
    )
    func `each fault of the wiring is found`(list: String, options: String, check: String) throws {
        let results = Self.wiring(list: list, options: options).results
        #expect(results.filter(\.isFinding).map(\.check).contains(check))
        #expect(results.filter(\.isFinding).allSatisfy { $0.remedy != nil })
    }

    @Test func `nothing is found where nothing is wrong`() {
        let results = Self.wiring(list: "QUESTION, permit_mynetworks, reject").results
        #expect(results.filter(\.isFinding) == [])
        #expect(
            results.map(\.check) == [
                "postfix-version", "wiring", "restriction-list", "restriction-order",
                "asked-once", "policy-timeout", "default-action", "try-limit", "policy-context",
                "chroot",
            ]
        )
    }

    @Test(arguments: [
        ("smtpd_relay_restrictions", "restriction-list"),
        ("smtpd_data_restrictions", "restriction-list"),
        ("smtpd_sender_restrictions", "restriction-list"),
    ])
    func `a question in another list is found`(list: String, check: String) {
        let settings = Self.settings(main: [list: Self.question])
        let findings = WiringChecks(settings).results.filter(\.isFinding)
        #expect(findings.map(\.check) == [check])
        #expect(findings.first?.text.hasPrefix("\(list) of smtp/inet") == true)
    }

    @Test func `a listener behind a content filter must not ask`() {
        let main = [PostfixWiring.list: Self.question + ", permit_mynetworks, reject"]
        for options in ["", "-o content_filter="] {
            let settings = Self.settings(
                main: main,
                services: "127.0.0.1:10025 inet n - y - 10 smtpd \(options)"
            )
            let findings = WiringChecks(settings).results.filter(\.isFinding)
            #expect(findings.map(\.check) == ["content-filter-return"])
            #expect(findings.first?.level == .failure)
        }
        let separate = Self.settings(
            main: main,
            services: "127.0.0.1:10025 inet n - y - 10 smtpd "
                + "-o smtpd_recipient_restrictions=permit_mynetworks,reject"
        )
        #expect(WiringChecks(separate).results.filter(\.isFinding) == [])
    }

    @Test func `people who are taken for machines are found`() {
        let settings = Self.settings(
            main: [PostfixWiring.list: Self.question + ", permit_mynetworks, reject"],
            services: "submission inet n - y - - smtpd"
        )
        let findings = WiringChecks(settings).results.filter(\.isFinding)
        #expect(findings.map(\.check) == ["submission-context"])
    }

    @Test func `a question in a restriction class counts, wherever the class is used`() {
        let settings = Self.settings(main: [
            "smtpd_restriction_classes": "ask",
            "ask": Self.question,
            PostfixWiring.list: "permit_mynetworks, check_recipient_access hash:/x, reject",
        ])
        #expect(WiringChecks(settings).results.filter(\.isFinding) == [])
    }

    @Test func `a Postfix that cannot fail open is a failure`() {
        let settings = Self.settings(
            main: [PostfixWiring.list: "check_policy_service unix:deferwatch/policy"],
            version: "2.11.3"
        )
        let first = WiringChecks(settings).results.first
        #expect(first?.check == "postfix-version" && first?.level == .failure)
    }

    @Test func `real postconf is read, with what a service sets for itself`() throws {
        let postfix = try PostfixFolder(
            main: """
                ours = check_policy_service { unix:deferwatch/policy, timeout=$wait,
                    default_action=DUNNO, policy_context=relay }
                wait = 2s
                smtpd_recipient_restrictions = ${ours}, permit_mynetworks, reject
                """,
            master: """
                smtp inet n - n - - smtpd
                2525 inet n - y - - smtpd
                    -o { wait = 90s }
                    -o syslog_name=postfix/other

                """
        )
        defer { postfix.remove() }
        let settings = try postfix.settings()
        #expect(settings.version.map { $0 >= PostfixVersion(3, 0) } == true)
        #expect(settings.services.map(\.isChrooted) == [false, true])
        #expect(settings.services.last?.overrides["wait"] == "90s")
        let asked = settings.services.map { service in
            PolicyQuestion.all(in: PostfixWiring.list, of: service, settings).map(\.timeout)
        }
        #expect(asked == [[2], [90]])
        let checks = WiringChecks(settings)
        #expect(checks.socketPaths == [postfix.path + "/queue/deferwatch/policy"])
        let findings = checks.results.filter(\.isFinding)
        #expect(findings.map(\.check) == ["policy-timeout"])
        #expect(findings.first?.text.contains("of 2525/inet has timeout=90s") == true)
    }

    @Test func `a configuration that postconf cannot read is an error`() {
        #expect(throws: PostfixSettings.ReadError.refused(directory: "/nonexistent")) {
            try PostfixSettings.read(configDirectory: "/nonexistent", instance: nil)
        }
    }

    private static func wiring(list: String, options: String = "") -> WiringChecks {
        let full = list.replacing("QUESTION", with: question)
        return WiringChecks(settings(main: [PostfixWiring.list: full], options: options))
    }

    /// A Postfix with one smtpd in the chroot, and the defaults that matter here.
    static func settings(
        main: [String: String],
        version: String = "3.7.11",
        options: String = "",
        services: String = ""
    ) -> PostfixSettings {
        var parameters = [
            "mail_version": version, "queue_directory": "/var/spool/postfix",
            "mail_owner": "postfix", "syslog_name": "postfix", "maillog_file": "",
            "smtpd_policy_service_timeout": "100s", "smtpd_policy_service_try_limit": "2",
            "smtpd_policy_service_default_action": "451 4.3.5 Server configuration problem",
            "smtpd_policy_service_policy_context": "",
        ]
        parameters.merge(main) { $1 }
        let text = parameters.map { "\($0) = \($1)" }.joined(separator: "\n")
        return PostfixSettings(
            main: text,
            expanded: text,
            master: "smtp inet n - y - - smtpd \(options)\n\(services)\n"
        )
    }
}
