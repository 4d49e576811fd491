import Foundation
import MailFlow
import Testing

@testable import deferwatch

/// The lines for main.cf and master.cf, read by real Postfix.
@Suite struct PostfixWiringTests {
    @Test(arguments: PostfixUse.allCases)
    func `the files in postfix are what the command prints`(use: PostfixUse) throws {
        let wiring = try PostfixWiring(use, version: .policyContext)
        let folder = Self.sources + "/postfix/" + use.rawValue
        #expect(try Self.read(folder + "/main.cf") == wiring.main.joined(separator: "\n") + "\n")
        guard !wiring.master.isEmpty else {
            #expect(!FileManager.default.fileExists(atPath: folder + "/master.cf"))
            return
        }
        #expect(
            try Self.read(folder + "/master.cf") == wiring.master.joined(separator: "\n") + "\n"
        )
    }

    @Test(arguments: PostfixUse.allCases)
    func `Postfix takes them without a complaint, and doctor finds nothing`(use: PostfixUse) throws
    {
        let folder = Self.sources + "/postfix/" + use.rawValue
        let master = (try? Self.read(folder + "/master.cf")) ?? ""
        let postfix = try PostfixFolder(
            main: try Self.read(folder + "/main.cf"),
            master: master.isEmpty ? PostfixFolder.smtpd : master
        )
        defer { postfix.remove() }
        #expect(try postfix.run("postfix", ["check"]) == (0, ""))
        let asked = try postfix.run("postconf", ["-x", PostfixWiring.list])
        if use != .submission { #expect(asked.text.contains("policy_context=\(use.rawValue)")) }
        #expect(!asked.text.contains("warning"))
        let results = WiringChecks(try postfix.settings()).results
        #expect(results.filter { $0.isFinding } == [])
        #expect(results.contains { $0.check == "wiring" && $0.level == .ok })
    }

    @Test func `an administrator's own lists stay, behind the question`() throws {
        let postfix = try PostfixFolder(
            main: """
                smtpd_recipient_restrictions = permit_mynetworks,
                    reject_unauth_destination, reject_rbl_client rbl.example.net
                """,
            master: PostfixFolder.smtpd + """
                submission inet n - y - - smtpd
                    -o smtpd_sasl_auth_enable=yes
                127.0.0.1:10025 inet n - y - - smtpd
                    -o content_filter=

                """
        )
        defer { postfix.remove() }
        let wiring = try PostfixWiring(.gateway, settings: try postfix.settings())
        let own = "permit_mynetworks, reject_unauth_destination, reject_rbl_client rbl.example.net"
        #expect(
            wiring.overrides == [
                .init(service: "submission/inet", list: "$deferwatch_submission, \(own)"),
                .init(service: "127.0.0.1:10025/inet", list: own),
            ]
        )
        let settings = try Self.apply(wiring, to: postfix)
        #expect(WiringChecks(settings).results.filter { $0.isFinding } == [])
        let submission = try #require(settings.services.first { $0.isSubmission })
        let asked = PolicyQuestion.all(in: PostfixWiring.list, of: submission, settings)
        #expect(asked.map(\.context) == ["submission"])
        // Twice is no different from once.
        let again = try PostfixWiring(.gateway, settings: settings)
        #expect(again.main == wiring.main)
    }

    @Test func `with neither list set, what keeps strangers from relaying is printed`() throws {
        let postfix = try PostfixFolder(main: "smtpd_relay_restrictions =")
        defer { postfix.remove() }
        let wiring = try PostfixWiring(.relay, settings: try postfix.settings())
        #expect(wiring.main.last == "    " + PostfixWiring.usualList)
    }

    @Test func `with the usual relay restrictions nothing else is added`() throws {
        let postfix = try PostfixFolder(main: "")
        defer { postfix.remove() }
        let wiring = try PostfixWiring(.relay, settings: try postfix.settings())
        #expect(wiring.main.last == "smtpd_recipient_restrictions = $deferwatch_relay")
    }

    @Test func `what a release does not know is left out`() throws {
        let wiring = try PostfixWiring(.relay, version: PostfixVersion(3, 0))
        #expect(!wiring.text.contains("policy_context="))
        #expect(wiring.text.contains("default_action=DUNNO }"))
        #expect(throws: PostfixWiring.Refusal.tooOld(PostfixVersion(2, 11))) {
            try PostfixWiring(.relay, version: PostfixVersion(2, 11))
        }
    }

    @Test(
        arguments: [
            ("3.7.11", PostfixVersion(3, 7)), ("3.12-20260821", PostfixVersion(3, 12)),
            ("2.11", PostfixVersion(2, 11)), ("three", nil), ("", nil),
        ] as [(String, PostfixVersion?)]
    )
    func `versions are read`(text: String, version: PostfixVersion?) {
        #expect(PostfixVersion(text) == version)
    }

    @Test(arguments: [
        ("", ""),
        ("permit_mynetworks,reject", "permit_mynetworks,reject"),
        ("$deferwatch_relay, permit_mynetworks", "permit_mynetworks"),
        ("${deferwatch_backup_mx} sleep 1, reject", "sleep 1, reject"),
        (
            "check_policy_service { unix:deferwatch/policy, timeout=2s },"
                + " check_policy_service inet:127.0.0.1:10023, reject",
            "check_policy_service inet:127.0.0.1:10023, reject"
        ),
    ])
    func `a list is told apart from our question`(list: String, rest: String) {
        #expect(RestrictionList.withoutUs(list) == rest)
    }

    /// Does what the printed lines say.
    private static func apply(
        _ wiring: PostfixWiring,
        to postfix: PostfixFolder
    ) throws -> PostfixSettings {
        let main = try read(postfix.config + "/main.cf")
        try Data((main + wiring.main.joined(separator: "\n") + "\n").utf8)
            .write(to: URL(filePath: postfix.config + "/main.cf"))
        let lines = wiring.master
        var master = try read(postfix.config + "/master.cf")
        for override in wiring.overrides {
            let head = "# " + override.service.replacing("/", with: " ") + " … smtpd"
            let index = try #require(lines.firstIndex(of: head))
            let service = override.service.replacing("/", with: " ") + " n - y - - smtpd\n"
            #expect(master.contains(service))
            master = master.replacing(service, with: service + lines[index + 1] + "\n")
        }
        try Data(master.utf8).write(to: URL(filePath: postfix.config + "/master.cf"))
        let check = try postfix.run("postfix", ["check"])
        #expect(check.status == 0, "\(check.text)")
        return try postfix.settings()
    }

    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    private static func read(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }

    @Test func `fallback relays are known from main.cf and from each smtp of master.cf`() throws {
        let folder = try PostfixFolder(
            main: """
                backup = [Backup.Example]:587
                smtp_fallback_relay = $backup, other.example:26, [ipv6:2001:db8::9]
                """,
            master: """
                smtp unix - - y - - smtp
                slow unix - - y - - smtp -o smtp_fallback_relay=third.example
                relay unix - - y - - smtp -o smtp_fallback_relay=
                filter unix - - y - - lmtp -o smtp_fallback_relay=not.example

                """
        )
        defer { folder.remove() }
        let found = FallbackRelays.hosts(in: try folder.settings())
        #expect(["backup.example", "other.example", "2001:db8::9", "third.example"] == found)
        var loaded = ConfigurationSource.Loaded(
            configuration: DaemonConfiguration(),
            files: [],
            problems: []
        )
        #expect(found == loaded.health { found }.protection.fallbackRelays)
        loaded.configuration.health.protection.fallbackRelays = ["named.example"]
        #expect(["named.example"] == loaded.health { found }.protection.fallbackRelays)
    }
}
