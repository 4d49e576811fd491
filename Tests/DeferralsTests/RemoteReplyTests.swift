import ByteScan
import Testing

@testable import Deferrals

/// Replies that real servers gave, none of them a sample of a row, and what each means.
///
/// They test the bank, not its rows: the order, and patterns that reach further than their samples.
@Suite struct RemoteReplyTests {
    /// One reason and its diagnosis.
    struct Expected: Sendable, CustomTestStringConvertible {
        var reason: String
        var category: Category
        var scope: Scope
        var origin: Origin
        var stage: Stage?

        var testDescription: String { String(reason.prefix(100)) }
    }

    static let bank = PatternBank()

    @Test(arguments: aboutUs + aboutThem + laterFinds)
    func `a reply that is no sample has its category, scope, origin and stage`(
        expected: Expected
    ) throws {
        let found = try Self.diagnose(expected.reason)
        #expect(expected.category == found.category)
        #expect(expected.scope == found.scope)
        #expect(expected.origin == found.origin)
        #expect(expected.stage == found.stage)
        #expect(found.code == (expected.stage == .greeting ? .cannotConnect : .other))
    }

    @Test(arguments: undecided)
    func `a reply that tells no cause stays unclassified`(reason: String) throws {
        let found = try Self.diagnose(reason)
        #expect(found.row.map { Self.bank.rows[$0].id } == nil)
        #expect(found.isUnclassified)
    }

    @Test func `no text here is a sample of the bank`() {
        let samples = Set(Self.bank.rows.flatMap { $0.matches + $0.rejects })
        let here = (Self.aboutUs + Self.aboutThem).map(\.reason) + Self.undecided
        #expect(samples.isDisjoint(with: here))
        #expect(Set(here).count == here.count)
    }

    @Test func `kilobytes of hostile reply meet no match limit`() throws {
        var classifier = try DeferralClassifier(bank: Self.bank)
        let fragments = [
            "Client host rejected ", "too many (", "sender domain ", "unusual rate of ", "SPF ",
            "[TSS",
            "mailbox unavailable postmaster.", "Service refuse. ", "450-4.2.1 ", "quota ", "HELO ",
            "a", "(",
        ]
        for fragment in fragments {
            let reply = String(repeating: fragment, count: 4000 / fragment.utf8.count)
            let bytes = Array("host mx.example.com[192.0.2.1] said: 450 4.7.1 \(reply)".utf8)
            _ = classifier.diagnose(
                bytes.span,
                reason: ByteRange(0, bytes.count),
                context: .init(isNetworkAgent: true)
            )
        }
        #expect(classifier.limitHits.map { Self.bank.rows[$0.row].id } == [])
    }

    /// Nothing in them says why.
    static let undecided = [
        "host mx.example.net[192.0.2.1] said: 452 4.1.1 <user@example.net> temporary failure (in reply to RCPT TO command)",
        "host mx.example.net[192.0.2.1] said: 451 Please try again later. (in reply to RCPT TO command)",
        "host mx.example.net[192.0.2.1] said: 554 5.7.1 <user@example.net>: Recipient address rejected: Access denied (in reply to RCPT TO command)",
        "host mx.example.net[192.0.2.1] said: 451 4.7.0 Unknown temporary connection problem (in reply to MAIL FROM command)",
        "host mx.example.net[192.0.2.1] said: 450 4.7.1 <r1@example.net>: Recipient address rejected: try later (in reply to RCPT TO command)",
        "host mx.example.net[192.0.2.1] said: 451 Try again later (in reply to RCPT TO command)",
        "host mx.example.net[192.0.2.1] said: 451 4.7.1 SOFT REJECT - try again later #412 (support-id: C3BA7E2D01-a9d075 (in reply to end of DATA command)",
        "host mx.example.net[192.0.2.1] said: 451 Application error (in reply to end of DATA command)",
        "host mx.example.net[192.0.2.1] refused to talk to me: 452 try later",
        "host mx.example.net[192.0.2.1] refused to talk to me: 554 njbrspamp3.vtext.com",
        "host mx.example.net[192.0.2.1] said: 450 4.0.0 Temporary failure (in reply to RCPT TO command)",
        "host mx.example.net[192.0.2.1] said: 450 4.2.0 <user@example.net>: Recipient address rejected: please retry (in reply to RCPT TO command)",
        "host mx.example.net[192.0.2.1] said: 421 4.7.0 Try again later (in reply to MAIL FROM command)",
        "host mx.example.net[192.0.2.1] said: 450 busy - please try later (in reply to MAIL FROM command)",
        "host mx.example.net[192.0.2.1] said: 450 Requested action aborted (in reply to MAIL FROM command)",
        "host smtp-in.orange.fr[192.0.2.1] refused to talk to me: 421 4.7.0 Service refuse. Veuillez essayer plus tard. OFR004_201",
        "host mx.example.net[192.0.2.1] said: 451 4.7.1 Bitte versuchen Sie es spaeter erneut (in reply to RCPT TO command)",
        "host mx.example.net[192.0.2.1] said: 450 status=sent (250 2.0.0 Ok) (in reply to RCPT TO command)",
        "host mx.example.net[192.0.2.1] said: 451 4.7.1 Temporarily rejected. Try again later. (in reply to RCPT TO command)",
        "host smtp.comcast.net[192.0.2.117] said: 452 4.1.0 ... temporary failure (in reply to MAIL FROM command)",
    ]

    static func diagnose(_ reason: String) throws -> Diagnosis {
        var classifier = try DeferralClassifier(bank: bank)
        let bytes = Array(reason.utf8)
        return classifier.diagnose(
            bytes.span,
            reason: ByteRange(0, bytes.count),
            context: .init(isNetworkAgent: true)
        )
    }
}
