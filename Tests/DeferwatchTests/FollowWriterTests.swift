import ArgumentParser
import Deferrals
import PostfixLog
import Testing

@testable import MailFlow
@testable import deferwatch

@Suite struct FollowWriterTests {
    private static func event(domain: String = "example.com") -> DeferralEvent {
        var event = DeferralEvent(
            id: "7:0",
            time: LogTime(seconds: 1_793_698_141),
            queueID: "4fX1z",
            status: "deferred",
            code: .connectionRefused,
            origin: .network,
            scope: .host,
            reason: "connect to mx.\(domain)[192.0.2.1]:25: Connection refused"
        )
        event.recipient = "alice@" + domain
        event.domain = domain
        return event
    }

    private static let end = RecipientEnd(
        id: "7:90",
        time: LogTime(seconds: 1_793_698_241, offsetMinutes: 120),
        fate: .sent,
        queueID: "4fX1z",
        recipient: "alice@example.com",
        domain: "example.com",
        code: .connectionRefused,
        deferrals: 2,
        waited: 100
    )

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func writer(
        color: Bool = false,
        json: Bool = false,
        mask: Bool = false
    )
        -> FollowWriter
    {
        FollowWriter(mask: Mask(isOn: mask), style: Style(isColored: color), isJSON: json)
    }

    @Test func `a deferral is one readable line, and so is its end`() {
        var writer = Self.writer()
        #expect(
            Self.text(writer.line(Self.event()))
                == "2026-11-03 09:29:01  4.4.316 Connection refused  example.com  "
                + "alice@example.com  connect to mx.example.com[192.0.2.1]:25: Connection refused\n"
        )
        #expect(
            Self.text(writer.line(Self.end))
                == "2026-11-03 09:30:41  sent after 100 s  example.com  alice@example.com\n"
        )
    }

    @Test func `on a terminal the verdict has a colour, and an echo has none`() {
        var writer = Self.writer(color: true)
        var event = Self.event()
        #expect(
            Self.text(writer.line(event)).contains("\u{1B}[33m4.4.316 Connection refused\u{1B}[0m")
        )
        #expect(Self.text(writer.line(Self.end)).contains("\u{1B}[32msent after"))
        event.isSuspended = true
        #expect(!Self.text(writer.line(event)).contains("\u{1B}[33m"))
    }

    @Test func `what a log holds cannot reach the terminal, nor break a line`() {
        var writer = Self.writer()
        let line = Self.text(writer.line(Self.event(domain: SampleReport.hostile)))
        #expect(line.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 0x9B || $0 == "\n" })
        #expect(line.count { $0 == "\n" } == 1 && line.hasSuffix("\n"))
    }

    @Test func `a destination that goes down is a line, too`() throws {
        let change = HealthTransition(
            domain: "example.com\u{1B}",
            subject: .state,
            from: .degraded,
            to: .down,
            at: 1_793_698_241,
            reasons: [.failing, .manyAttempts],
            code: .connectionRefused
        )
        let text = Self.text(Self.writer().line(change))
        #expect(text.contains("  degraded → down  example.com"))
        #expect(text.contains("  4.4.316  attempts fail; ") && !text.contains("\u{1B}"))
        let json = Self.text(Self.writer(json: true).line(change))
        #expect(json.contains(#""change":"state""#) && json.contains(#""to":"down""#))
    }

    @Test func `an end is an object of its own in JSON`() {
        let writer = Self.writer(json: true)
        let line = Self.text(writer.line(Self.end))
        #expect(line.contains(#""end":"sent""#) && line.contains(#""waited_seconds":100"#))
        #expect(line.contains(#""time":"2026-11-03T09:30:41+02:00""#), "as deferrals have it")
        #expect(line.count { $0 == "\n" } == 1)
    }

    @Test func `the last sums are told once`() throws {
        let output = FollowOutput(options: try FollowCommand.parse(["--summary", "60s"])) {}
        output.write(LiveFlow.Gain(lines: 3))
        #expect(output.lastSums() == "deferwatch: 3 lines")
        #expect(output.lastSums() == nil)
        output.write(LiveFlow.Gain(lines: 1))
        #expect(output.lastSums() == "deferwatch: 1 lines")
        try output.close()
    }
}
