import Deferrals
import MailFlow
import Testing

/// Lines without a status: they refine what follows, and create nothing.
@Suite struct CompanionTests {
    private static func refused(_ number: Int) -> String {
        "smtp[4]: connect to mx\(number).example.net[192.0.2.\(number)]:25: Connection refused"
    }

    private static func addresses(_ log: String) throws -> [[String]] {
        try Flow.result(log).events.map { $0.tried.map(\.address) }
    }

    @Test func `the servers before the last are those that were tried`() throws {
        let event = try #require(
            try Flow.result(
                """
                \(Self.refused(7))
                smtp[4]: 4F1A1: host mx8.example.net[192.0.2.8] said: 451 4.7.1 Greylisted (in reply to RCPT TO command)
                \(Flow.deferral("4F1A1", "b@example.net"))
                """
            ).events.first
        )
        #expect(event.tried.map(\.host) == ["mx7.example.net", "mx8.example.net"])
        #expect(event.tried.map(\.port) == [25, 25])
        #expect(event.tried.map(\.code) == [.connectionRefused, .other])
        #expect(event.code == .connectionRefused)
    }

    @Test func `companions alone are no deferrals`() throws {
        let result = try Flow.result((1...9).map(Self.refused).joined(separator: "\n"))
        #expect(result.events.isEmpty)
        #expect(result.snapshot.totals.deferred == 0 && result.snapshot.totals.messages == 0)
        #expect(result.snapshot.totals.recipients == 0)
    }

    @Test func `the last eight are kept`() throws {
        let lines = (10...20).map(Self.refused) + [Flow.deferral("4F1A1", "b@example.net")]
        let expected = (13...20).map { "192.0.2.\($0)" }
        #expect(try Self.addresses(lines.joined(separator: "\n")) == [expected])
    }

    @Test(arguments: [("29:01", true), ("39:01", true), ("39:02", false), ("59:00", false)])
    func `they are good for ten minutes`(time: String, isUsed: Bool) throws {
        let log = "\(Self.refused(7))\n@\(time) \(Flow.deferral("4F1A1", "b@example.net"))"
        #expect(try Self.addresses(log) == [isUsed ? ["192.0.2.7"] : []])
    }

    @Test func `another process or another host has its own`() throws {
        let other = Flow.deferral("4F1A1", "b@example.net", pid: 5)
        #expect(try Self.addresses("\(Self.refused(7))\n\(other)") == [[]])
        let there = "2026-11-03T09:29:01Z edge postfix/" + Flow.deferral("4F1A1", "b@example.net")
        #expect(try Self.addresses("\(Self.refused(7))\n\(there)") == [[]])
    }

    @Test func `lines without a process ID explain nothing`() throws {
        let lines = [Self.refused(7), Flow.deferral("4F1A1", "b@example.net")]
        let head = "2026-11-03T09:29:01Z mail postfix/smtp"
        let log = lines.map { head + ":" + $0.dropFirst("smtp[4]:".count) }
        #expect(try Self.addresses(log.joined(separator: "\n")) == [[]])
    }

    @Test func `a severity in the host's place does not part them`() throws {
        let lines = ["WARNING", "INFO   "].enumerated().map { number, severity in
            "2026-11-03T09:29:01Z \(severity) postfix/"
                + (number == 0 ? Self.refused(7) : Flow.deferral("4F1A1", "b@example.net"))
        }
        #expect(try Self.addresses(lines.joined(separator: "\n")) == [["192.0.2.7"]])
    }

    @Test func `recipients of one attempt share them, the next message has none`() throws {
        let log = """
            \(Self.refused(7))
            \(Flow.deferral("4F1A1", "b@example.net"))
            \(Flow.deferral("4F1A1", "c@example.net"))
            \(Flow.deferral("4F1A2", "d@example.net"))
            \(Flow.deferral("4F1A1", "b@example.net"))
            """
        #expect(try Self.addresses(log) == [["192.0.2.7"], ["192.0.2.7"], [], []])
    }

    @Test func `the next try of the message has its own, even by the same process`() throws {
        let log = """
            \(Self.refused(7))
            \(Flow.deferral("4F1A1", "b@example.net"))
            @34:01 \(Flow.deferral("4F1A1", "b@example.net"))
            """
        #expect(try Self.addresses(log) == [["192.0.2.7"], []])
    }

    @Test func `a delivery uses them up`() throws {
        let log = """
            \(Self.refused(7))
            \(Flow.ended("4F1A1", "b@example.net"))
            \(Flow.deferral("4F1A2", "b@example.net"))
            """
        #expect(try Self.addresses(log) == [[]])
    }

    @Test func `they refine a certificate that was not verified`() throws {
        let event = try #require(
            try Flow.result(
                """
                smtp[4]: server certificate verification failed for mx.example.net[192.0.2.1]:25: certificate has expired
                \(Flow.deferral("4F1A1", "b@example.net", "Server certificate not verified"))
                """
            ).events.first
        )
        #expect(event.code == .certificateInvalid)
        #expect(event.refinement == .certificateExpired)
    }

    private static let certificate =
        "smtp[4]: certificate verification failed for mx1.example.net[192.0.2.25]:25: "
        + "untrusted issuer /CN=x"
    private static let reply =
        "smtp[4]: 4F1A1: host mx1.example.net[192.0.2.25] said: 451 4.7.1 Greylisted "
        + "(in reply to RCPT TO command)"
    private static let timeout = Flow.deferral(
        "4F1A1",
        "b@example.net",
        "connect to mx2.example.net[192.0.2.26]:25: Connection timed out"
    )

    private static let lost =
        "smtp[4]: 4F1A1: lost connection with mx1.example.net[192.0.2.25] while sending RCPT TO"

    @Test(arguments: [[certificate, reply], [lost, reply], [reply, lost]])
    func `nothing hides the reply of an earlier server`(lines: [String]) throws {
        let log = (lines + [Self.timeout]).joined(separator: "\n")
        let event = try #require(try Flow.result(log).events.first)
        #expect(event.tried.map(\.code) == [.other])
        #expect(event.tried.first?.reason.contains("Greylisted") == true)
    }

    @Test func `a certificate that was let pass is no failure of the last server`() throws {
        let log = """
            \(Self.certificate)
            \(Flow.deferral("4F1A1", "b@example.net", String(Self.lost.dropFirst(16))))
            """
        let event = try #require(try Flow.result(log).events.first)
        #expect(event.code == .connectionClosed && event.tried.isEmpty)
    }

    @Test func `a certificate that kept mail back is`() throws {
        let log = """
            \(Self.certificate)
            smtp[4]: 4F1A1: Server certificate not trusted
            \(Self.timeout)
            """
        let event = try #require(try Flow.result(log).events.first)
        #expect(event.tried.map(\.code) == [.certificateInvalid])
    }

    @Test func `they change no other code`() throws {
        let event = try #require(
            try Flow.result(
                """
                smtp[4]: server certificate verification failed for mx.example.net[192.0.2.1]:25: certificate has expired
                \(Flow.deferral("4F1A1", "b@example.net"))
                """
            ).events.first
        )
        #expect(event.code == .connectionRefused)
        #expect(event.refinement == nil)
    }

    @Test(arguments: ["AGJvYgBzZWNyZXQ=", "AGJvYgBzZWNyZXQ= also: AGJvYgBzZWNyZXQ="])
    func `credentials appear nowhere`(secret: String) throws {
        let text =
            "SASL authentication failed; non-empty initial PLAIN challenge from server "
            + "mx.example.net[192.0.2.1]:587: \(secret)"
        let result = try Flow.result(
            """
            smtp[4]: 4F1A1: \(text)
            smtp[4]: warning: \(text)
            smtp[4]: fatal: \(text)
            qmgr[4]: fatal: \(text)
            \(Flow.deferral("4F1A1", "b@example.net", text))
            \(Flow.deferral("4F1A1", "c@example.net", "delivery temporarily suspended: " + text))
            """
        )
        #expect(result.events.count == 2)
        #expect(try !result.json().contains("AGJv"))
        for event in result.events {
            #expect(!"\(event)".contains("AGJv"), "\(event)")
            #expect(event.reason.hasSuffix("[redacted]"))
        }
    }
}
