import Deferrals
import Testing

@testable import deferwatch

/// What an administrator may paste, and what comes of it.
@Suite struct ExplainTests {
    static let bank = PatternBank()
    static let reason = "connect to mx1.example.com[192.0.2.1]:25: Connection refused"
    static let status =
        "to=<bob@example.com>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, "
        + "status=deferred (\(reason))"

    @Test(
        arguments: [
            ("4.4.316", DeferralCode.connectionRefused, nil, nil),
            ("450 4.4.316", .connectionRefused, nil, nil),
            ("OTHER", .other, nil, nil),
            ("Connection refused", .connectionRefused, nil, nil),
            ("bağlantı reddedildi", .connectionRefused, nil, nil),
            ("greylisted", .other, Category.greylisted, nil),
            ("mailbox full", .other, .mailboxFull, nil),
            ("certificate-expired", .certificateInvalid, nil, Refinement.certificateExpired),
            ("450 4.7.321", .cannotConnect, nil, .starttlsNotSupported),
            ("4.7.324", .dnsQueryFailed, nil, .dnssecInvalid),
        ] as [(String, DeferralCode, Deferrals.Category?, Refinement?)]
    )
    func `a word of the catalogue is a topic`(
        word: String,
        code: DeferralCode,
        category: Deferrals.Category?,
        refinement: Refinement?
    ) throws {
        let topic = try #require(Explained(topic: word))
        #expect(code == topic.verdict.code)
        #expect(category == topic.verdict.category)
        #expect(refinement == topic.verdict.refinement)
    }

    @Test(arguments: [
        reason,
        "(\(reason))",
        "status=deferred (\(reason))",
        status,
        "4F1A2B3: \(status)",
        "Nov  3 09:29:01 mail postfix/smtp[99]: 4F1A2B3: \(status)\r",
        "postfix/smtp[99]: 4F1A2B3: \(status)",
        "mail postfix/smtp[99]: 4F1A2B3: \(status)",
        "3.11.2026, 09:29:01 | info | 4F1A2B3: \(status)",
        "03/11/2026, 09:29:01\tinfo\t4F1A2B3: \(status)",
        "2026-11-03T09:29:01.123456+01:00 mail postfix-out/relay/smtp[99]: 4F1A2B3: \(status)",
        "<22>1 2026-11-03T09:29:01Z mail postfix/smtp 99 - - 4F1A2B3: \(status)",
        #"{"log":"Nov  3 09:29:01 mail postfix/smtp[99]: 4F1A2B3: \#(status)\n","stream":"stdout"}"#,
        #"{"MESSAGE":"4F1A2B3: \#(status)","SYSLOG_IDENTIFIER":"postfix/smtp","_PID":"99"}"#,
    ])
    func `a reason is known in every form that it may be pasted in`(text: String) throws {
        let found = try Self.explain([text])
        let explained = try #require(found.first)
        #expect(found.count == 1)
        #expect(explained.verdict.code == .connectionRefused)
        #expect(explained.verdict.pattern == "connect.refused")
        #expect(explained.reason == Self.reason)
        #expect(explained.values.address == "192.0.2.1")
        if text.contains("4F1A2B3") { #expect(explained.values.queueID == "4F1A2B3") }
        if text.contains("to=<") { #expect(explained.values.domain == "example.com") }
        let commands = explained.guidance(.english).fixesPartner.flatMap(\.commands)
        #expect(commands.contains { $0.contains("192.0.2.1 25") })
    }

    @Test(arguments: [
        "host mx.example.com[192.0.2.1] said: 452 4.2.2 mailbox full (in reply to RCPT TO command)",
        "host mx.example.com[192.0.2.1] refused to talk to me: 421 4.7.0 too many connections",
        "TLS is required, but host mx.example.com[192.0.2.1] refused to start TLS: 454 no",
    ])
    func `a reason that a report shortened is explained as the whole`(reason: String) throws {
        let whole = try #require(try Self.explain([reason], areTexts: true).first)
        let shortened = reason.replacing("[192.0.2.1]", with: "")
        let explained = try #require(try Self.explain([shortened], areTexts: true).first)
        #expect(explained.verdict.code == whole.verdict.code)
        #expect(explained.verdict.category == whole.verdict.category)
        #expect(explained.verdict.pattern == whole.verdict.pattern)
        #expect(explained.verdict.origin == .remote)
        #expect(explained.verdict.server == "mx.example.com")
    }

    @Test func `companion lines refine the status line that follows`() throws {
        let found = try Self.explain([
            "Nov  3 09:29:01 mail postfix/smtp[9]: server certificate verification failed for "
                + "mx.example.com[192.0.2.1]:25: certificate has expired",
            "Nov  3 09:29:01 mail postfix/smtp[9]: 4F1A2B3: to=<b@example.com>, relay=none, delay=1, "
                + "delays=0/0/1/0, dsn=4.7.5, status=deferred (Server certificate not verified)",
        ])
        #expect(found.map(\.verdict.refinement) == [.certificateExpired])
        #expect(found.first?.companions == ["companion.certificate-expired"])
    }

    @Test func `of several reasons the last is explained, the others were tried`() throws {
        let found = try Self.explain([
            "connect to mx1.example.com[192.0.2.1]:25: Connection refused",
            "connect to mx2.example.com[192.0.2.2]:25: Connection timed out",
        ])
        #expect(found.map(\.verdict.code) == [.connectionTimedOut])
        #expect(found.first?.tried.map(\.address) == ["192.0.2.1"])
    }

    @Test func `an entry as mailq prints it is explained by its reason`() throws {
        let found = try Self.explain([
            "4F1A2B3*    1234 Tue Nov  3 09:29:01  alice@example.org",
            "      (connect to mx2.example.com[192.0.2.2]:25: Connection timed out)",
            "                                         bob@example.com",
        ])
        #expect(found.map(\.verdict.code) == [.connectionTimedOut])
    }

    @Test func `many lines with one verdict are one explanation`() throws {
        let line = "Nov  3 09:29:01 mail postfix/smtp[99]: 4F1A2B3: \(Self.status)"
        let found = try Self.explain([line, line, line])
        #expect(found.map(\.count) == [3])
    }

    @Test func `a companion line alone is explained, too`() throws {
        let found = try Self.explain([
            "server certificate verification failed for mx.example.com[192.0.2.1]:25: "
                + "certificate has expired"
        ])
        #expect(found.map(\.verdict.refinement) == [.certificateExpired])
        #expect(found.first?.isUnknown == false)
    }

    @Test func `a text that no row knows is said to be unknown`() throws {
        let found = try Self.explain(["the dog ate it"])
        #expect(found.map(\.isUnknown) == [true])
        #expect(found.first?.verdict.origin == nil)
    }

    @Test func `each of several texts has its answer, known or not`() throws {
        let texts = ["the dog ate it", "mail for example.com loops back to myself", "so it seems"]
        let found = try Self.explain(texts, areTexts: true)
        #expect(found.map(\.isUnknown) == [true, false, true])
        #expect(found.map(\.reason) == texts)
        // Lines that were pasted together: words around the reason.
        #expect(try Self.explain(texts).map(\.reason) == [texts[1]])
    }

    @Test func `a row that meets a limit is counted once for a text`() throws {
        let row = PatternRow("user.slow", .reply, "(a+)+$", source: "test", matches: [])
        var explainer = try LineExplainer(bank: PatternBank(userRows: [row]))
        let text =
            "host mx.example.com[192.0.2.1] said: 450 " + String(repeating: "a", count: 40) + "!"
        _ = explainer.explain([text])
        #expect(explainer.limitHits.map(\.count) == [1])
    }

    @Test func `credentials and controls in a text reach no output`() throws {
        let found = try Self.explain([
            "SASL authentication failed; non-empty initial PLAIN challenge from server "
                + "mx.example.com[192.0.2.1]: AGJvYgBzZWNyZXQ=",
            "host mx.example.com[192.0.2.1] said: 450 4.2.0 \u{9B}31m\u{202E}x (in reply to DATA)",
        ])
        for text in [
            ExplainText(language: .english, own: OwnDomains([])).text(of: found),
            String(
                decoding: ExplainJSON(language: .english, own: OwnDomains([])).bytes(of: found),
                as: UTF8.self
            ),
        ] {
            #expect(!text.contains("AGJvYgBzZWNyZXQ="))
            #expect(!text.unicodeScalars.contains { $0 != "\n" && Escape.isDangerous($0) })
        }
    }

    @Test func `our own destination gets our own steps`() throws {
        let found = try Self.explain(["4F1A2B3: \(Self.status)"])
        let explained = try #require(found.first)
        #expect(explained.isOwn(OwnDomains([])) == nil)
        #expect(explained.isOwn(OwnDomains(["example.com"])) == true)
        #expect(explained.isOwn(OwnDomains(["example.net"])) == false)
        let own = ExplainText(language: .english, own: OwnDomains(["example.com"]))
            .text(of: found)
        #expect(own.contains("On the server: start it"))
        #expect(!own.contains("Tell their postmaster"))
    }

    @Test func `Turkish is Turkish throughout`() throws {
        let text = ExplainText(language: .turkish, own: OwnDomains([]))
            .text(of: try Self.explain([Self.reason]))
        for word in ["Bağlantı reddedildi", "Ne oldu", "Olası nedenler", "Kim düzeltmeli"] {
            #expect(text.contains(word))
        }
        #expect(!text.contains("What"))
    }

    static func explain(_ lines: [String], areTexts: Bool = false) throws -> [Explained] {
        var explainer = try LineExplainer(bank: bank)
        return explainer.explain(lines, areTexts: areTexts)
    }
}
