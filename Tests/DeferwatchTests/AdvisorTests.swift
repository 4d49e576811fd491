import Deferrals
import Foundation
import MailFlow
import Testing

@testable import deferwatch

/// Advice speaks of the trouble that was met, and of no other.
@Suite struct AdvisorTests {
    private func advice(_ reasons: [String]) throws -> [AdviceEntry] {
        var log = ""
        for (number, reason) in reasons.enumerated() {
            log += """
                2026-11-03T09:29:01Z mail postfix/smtp[\(number + 1)]: 4F1A\(number + 10): \
                to=<a@d\(number).example>, relay=none, delay=1, delays=0/0/1/0, dsn=4.7.5, \
                status=deferred (\(reason))

                """
        }
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(log.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let pipeline = AuditPipeline(
            bank: PatternBank(),
            threads: 1,
            settings: FlowLedger.Settings()
        ) { _ in }
        try pipeline.add(LogInput(path: file.path, firstYear: 2026, yearReference: nil))
        let advisor = Advisor(own: OwnDomains([]), language: .english, showsAddresses: true)
        return advisor.entries(for: pipeline.snapshot(top: 10))
    }

    @Test func `each kind of certificate trouble has advice of its own`() throws {
        let entries = try advice([
            "no TLSA records found", "TLS is required, but was not offered by host m.x[192.0.2.1]",
            "no TLSA records found", "Server certificate not verified",
        ])
        #expect(entries.map(\.attempts).reduce(0, +) == 4)
        #expect(Set(entries.map(\.guidance)).count == entries.count && entries.count >= 3)
        let dane = try #require(entries.first { $0.attempts == 2 })
        let expected = Guidance.of(
            .certificateInvalid,
            refinement: .daneRequired,
            language: .english
        )
        #expect(dane.guidance.causes == expected.causes)
    }

    @Test func `commands are filled for a destination that has this very trouble`() throws {
        let entries = try advice([
            "connect to mx.one.example[192.0.2.1]:25: Connection refused",
            "host mx.two.example[192.0.2.2] said: 451 4.7.1 Greylisted (in reply to RCPT TO command)",
            "host mx.three.example[192.0.2.3] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command)",
        ])
        #expect(Set(entries.map(\.destination)) == ["d0.example", "d1.example", "d2.example"])
        for entry in entries {
            let words = entry.fixes.flatMap(\.commands).joined(separator: " ")
            for number in 0...2 where entry.destination != "d\(number).example" {
                #expect(!words.contains("d\(number).example"))
            }
        }
    }

    @Test func `commands name a destination only where it is known to have the trouble`() throws {
        let alone = try advice(["no TLSA records found"])
        #expect(alone.map(\.destination) == ["d0.example"])
        let mixed = try advice(["no TLSA records found", "Server certificate not verified"])
        let dane = mixed.first { $0.guidance.causes == alone.first?.guidance.causes }
        #expect(dane != nil && dane?.destination == nil)
    }
}
