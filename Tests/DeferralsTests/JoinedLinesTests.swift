import ByteScan
import PCRE2
import Testing

@testable import Deferrals

/// Postfix logs the lines of a reply as one, with the codes of each: they may break a phrase in two.
///
/// Source: what Postfix 3.7 logged of a server that broke its lines so.
@Suite struct JoinedLinesTests {
    private static let host = "host mx.example.net[192.0.2.221]"

    @Test(arguments: [
        (
            "\(host) refused to talk to me: 421-4.7.0 mx.example.net Error: too many 421-4.7.0 connections from your address 421 4.7.0 try again later",
            Deferrals.Category.rateLimited, Deferrals.Scope.sender
        ),
        (
            "\(host) refused to talk to me: 421-Too many 421-connections from 421 your IP address",
            .rateLimited, .sender
        ),
        (
            "\(host) said: 452-mailbox is 452 full, sorry (in reply to RCPT TO command)",
            .mailboxFull, .recipient
        ),
        (
            "\(host) said: 451-Your mail looks like 451-  451 spam to us (in reply to end of DATA command)",
            .content, .message
        ),
        (
            // Most rows that begin at the code are written for replies of one line.
            "\(host) said: 451-4.7.500 Server busy. Please try again later from [192.0.2.200]. 451 4.7.500 (AS843) (in reply to RCPT TO command)",
            .rateLimited, .sender
        ),
        (
            // The first line by itself would be a mailbox in trouble, the whole is the sender's domain.
            "\(host) said: 450-Requested mail action not taken: mailbox unavailable 450-Invalid DNS MX or A/AAAA resource 450 record. (in reply to MAIL FROM command)",
            .dnsOfSender, .sender
        ),
    ])
    func `words that stand in two lines of a reply are found`(
        reason: String,
        category: Deferrals.Category,
        scope: Deferrals.Scope
    ) throws {
        let diagnosis = try RemoteReplyTests.diagnose(reason)
        #expect(diagnosis.category == category)
        #expect(diagnosis.scope == scope)
    }

    @Test(arguments: [
        // One line, and the number is the server's word; lines of another code are none of this reply.
        "450 4.0.0 the mailbox is 450 full of surprises",
        "450-4.0.0 the mailbox is 451 full of surprises",
        "450-4.0.0 the mailbox is 4501 full of surprises",
        "450-",
        "450-450-450 450",
    ])
    func `a number within a line stays`(reply: String) throws {
        let reason = "\(Self.host) said: \(reply) (in reply to RCPT TO command)"
        #expect(try RemoteReplyTests.diagnose(reason).category == .unclassified)
    }

    @Test func `a match is told as a place in the reply, codes and all`() throws {
        let bank = PatternBank()
        var classifier = try DeferralClassifier(bank: bank)
        let bytes = Array("\(Self.host) said: 452-mailbox is 452 full, sorry".utf8)
        let found = classifier.trials(bytes.span, reason: ByteRange(0, bytes.count))
            .compactMap { trial in
                guard case .matched(let part) = trial.outcome else { return nil as String? }
                return String(decoding: bytes[part], as: UTF8.self)
            }
        #expect(found.first == "mailbox is 452 full")
    }

    @Test func `a row may be written with the codes in it`() throws {
        let row = PatternRow(
            "own.break",
            .reply,
            "is 452 full",
            category: .content,
            source: "test",
            matches: []
        )
        var classifier = try DeferralClassifier(bank: PatternBank(userRows: [row]))
        let bytes = Array("\(Self.host) said: 452-mailbox is 452 full, sorry".utf8)
        let diagnosis = classifier.diagnose(
            bytes.span,
            reason: ByteRange(0, bytes.count),
            context: .init(isNetworkAgent: true)
        )
        #expect(diagnosis.category == .content)
    }

    @Test func `diagnosis and trials agree on any cuts of any bytes`() throws {
        var classifier = try DeferralClassifier(bank: PatternBank())
        var random = SystemRandomNumberGenerator()
        let pieces = ["421-", "421 ", " 421-", "4.7.0 ", "too many ", "connections", " ", "é"]
        for _ in 0..<2_000 {
            let count = Int.random(in: 0...12, using: &random)
            let words = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }
            let text = "\(Self.host) said: 421-" + words.joined()
            let bytes = Array(text.utf8)
            let reason = ByteRange(0, bytes.count)
            let diagnosis = classifier.diagnose(
                bytes.span,
                reason: reason,
                context: .init(isNetworkAgent: true)
            )
            let trials = classifier.trials(bytes.span, reason: reason)
            #expect(diagnosis.row == trials.first(where: \.isMatch)?.row, "\(text)")
        }
    }
}
