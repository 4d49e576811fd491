import Deferrals
import Foundation
import MailFlow
import Testing

@testable import deferwatch

/// Traced messages as they are printed.
@Suite struct TraceOutputTests {
    static let log = """
        Nov  3 09:29:01 mail postfix/smtpd[1]: 4F1A1: client=web[192.0.2.9], sasl_username=ann
        Nov  3 09:29:01 mail postfix/cleanup[2]: 4F1A1: message-id=<m1@x>
        Nov  3 09:29:01 mail postfix/qmgr[3]: 4F1A1: from=<ann@example.com>, size=9, nrcpt=1 (queue active)
        Nov  3 09:29:02 mail postfix/smtp[4]: 4F1A1: to=<bob@example.net>, orig_to=<b@example.com>, \
        relay=mx.example.net[192.0.2.1]:25, delay=1, delays=0/0/1/0, dsn=4.2.0, status=deferred \
        (host mx.example.net[192.0.2.1] said: 450 4.2.0 <bob@example.net>: Greylisted for ann, \
        \u{9B}31m (in reply to RCPT TO command))
        Nov  3 09:29:09 mail postfix/postsuper[5]: 4F1A1: placed on hold

        """

    @Test func `a message is one object on one line, with every key`() throws {
        let lines = try Self.lines(mask: false)
        #expect(lines.count == 1)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
        )
        #expect(object["queue_id"] as? String == "4F1A1")
        #expect(object["host"] as? String == "mail")
        #expect(object["message_id"] as? String == "<m1@x>")
        #expect(object["arrived"] as? String == "2026-11-03T09:29:01")
        for key in ["ended", "next", "previous"] { #expect(object[key] is NSNull, "\(key)") }
        let recipient = try #require((object["recipients"] as? [[String: Any]])?.first)
        #expect(recipient["recipient"] as? String == "bob@example.net")
        #expect(recipient["orig_recipient"] as? String == "b@example.com")
        #expect(recipient["fate"] as? String == "held")
        #expect(recipient["deferrals"] as? Int == 1)
        let attempt = try #require((recipient["attempts"] as? [[String: Any]])?.first)
        #expect(attempt["code"] as? String == "other")
        #expect(attempt["category"] as? String == "greylisted")
        #expect((attempt["relay"] as? [String: Any])?["port"] as? Int == 25)
        #expect(attempt["line"] as? Int == 4)
    }

    @Test func `masked, no local part is left in any text`() throws {
        let text = TraceText.text(of: try Self.messages(), mask: Mask(isOn: true, salt: 7))
        for output in try Self.lines(mask: true) + [text] {
            for name in ["ann", "bob", "b@"] { #expect(!output.contains(name), "\(output)") }
            #expect(output.contains("@example.net"))
        }
    }

    @Test func `a terminal sees no controls, and the events in their order`() throws {
        let text = TraceText.text(of: try Self.messages(), mask: Mask(isOn: false))
        #expect(!text.unicodeScalars.contains { $0 != "\n" && Escape.isDangerous($0) })
        let places = ["arrived: client=web", "Greylisted", "put on hold", "held: bob@example.net"]
            .map { text.firstRange(of: $0)?.lowerBound }
        #expect(places.allSatisfy { $0 != nil })
        #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
        #expect(text.contains("\\u{9b}31m"))
    }

    private static func lines(mask: Bool) throws -> [String] {
        let writer = TraceWriter(mask: Mask(isOn: mask, salt: 7))
        return try messages().map { String(decoding: writer.line($0), as: UTF8.self) }
    }

    private static func messages() throws -> [TracedMessage] {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).log").path()
        try Data(log.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        var found: [TracedMessage] = []
        var run = try TraceRun(bank: PatternBank(), query: nil) { found += $0 }
        _ = try run.add(LogInput(path: path, firstYear: 2026, yearReference: "--year"))
        #expect(run.finish() == 0)
        return found
    }
}
