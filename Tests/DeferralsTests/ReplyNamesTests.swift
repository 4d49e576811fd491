import ByteScan
import PCRE2
import Testing

@testable import Deferrals

/// Addresses, the server's own name and links hold any word: the words beside them decide.
@Suite struct ReplyNamesTests {
    static let bank = PatternBank()

    private static let names = [
        "greylist", "quota-exceeded", "over-quota", "spam", "virus", "blacklist", "dnsbl", "dmarc",
        "dkim", "spamhaus", "reputation", "rate-limit", "throttling", "reverse-dns", "attachment",
        "mailbox-full", "user-unknown", "timeout", "maintenance",
    ]

    private static func category(_ reply: String) throws -> Deferrals.Category? {
        try RemoteReplyTests.diagnose(
            "host mx1.example.com[192.0.2.25] said: \(reply) (in reply to RCPT TO command)"
        ).category
    }

    @Test(arguments: names)
    func `a word in a name is not the server's word`(name: String) throws {
        for reply in [
            "421 4.3.2 \(name).example.net Service shutting down",
            "421 mx1.\(name).example Service shutting down",
            "421-\(name)1.example.net Service shutting down",
            "421 [\(name).example.net] Service shutting down",
            "451 4.3.0 <\(name)@example.net>: Internal error",
            "451 4.3.0 \(name)@example.net: Internal error",
            "451 4.3.0 <joe@\(name).example>: Internal error",
            "451 4.3.0 <bounce+\(name)-1=joe@example.org>: Internal error",
        ] {
            #expect(try Self.category(reply) == .remoteSystem, "\(reply)")
        }
        #expect(try Self.category("452 4.2.2 <\(name)@example.net>: mailbox full") == .mailboxFull)
    }

    @Test(arguments: ["quota-exceeded", "dmarc", "spam", "mailbox-full", "virus", "rate-limit"])
    func `a word in a link is not the server's word`(name: String) throws {
        for link in ["https://help.example.net/\(name)", "http://\(name).example.net/?x=1"] {
            #expect(try Self.category("451 4.3.0 Try again, see \(link) today") == .remoteSystem)
        }
    }

    @Test func `lists and pages on greylisting are known by their links`() throws {
        #expect(try Self.category("554 See https://www.spamhaus.org/lookup/") == .reputation)
        #expect(try Self.category("450 See http://www.greylisting.org/") == .greylisted)
    }

    @Test(arguments: [
        "450 4.2.0 mailbox quota exceeded for joe@example.net",
        "450 joe@example.net: quota exceeded; see http://example.net/x",
        "450 mx1.example.net: quota exceeded",
        "450 4.2.0 quota exceeded",
    ])
    func `a match is told as a place in the reply, whatever was blanked`(reply: String) throws {
        var classifier = try DeferralClassifier(bank: Self.bank)
        let reason = "host mx1.example.com[192.0.2.25] said: \(reply) (in reply to RCPT TO command)"
        let bytes = Array(reason.utf8)
        let trials = classifier.trials(bytes.span, reason: ByteRange(0, bytes.count))
        let quota = try #require(trials.first { Self.bank.rows[$0.row].id == "reply.quota" })
        guard case .matched(let found) = quota.outcome else {
            Issue.record("reply.quota should match: \(reply)")
            return
        }
        #expect(String(decoding: bytes[found], as: UTF8.self) == "quota exceeded")
    }

    @Test func `one classifier reads reply after reply, each by itself`() throws {
        var classifier = try DeferralClassifier(bank: Self.bank)
        let said = "host mx1.example.com[192.0.2.25] said: "
        for (reply, category) in [
            ("452 <spam@example.net>: mailbox full", Deferrals.Category.mailboxFull),
            ("451 looks like spam to us", .content),
            ("451 see http://example.net/spam for the internal error", .remoteSystem),
            ("451 looks like spam to us, http://example.net/", .content),
        ] {
            let bytes = Array((said + reply + " (in reply to RCPT TO command)").utf8)
            let found = classifier.diagnose(
                bytes.span,
                reason: ByteRange(0, bytes.count),
                context: .init(isNetworkAgent: true)
            )
            #expect(found.category == category)
        }
    }

    @Test func `no pattern of a row that reads blanked text asks for the blank`() {
        for row in Self.bank.rows where row.sight != .everything {
            #expect(!row.pattern.contains("_"), "\(row.id)")
        }
    }
}
