import MailFlow
import Testing

/// The end of a log, which ages and expiries go by.
@Suite struct LogEndTests {
    private static func line(_ time: String, _ text: String) -> String {
        "\(time)+00:00 mx postfix/\(text)"
    }

    private static let waits = [
        line("2026-11-03T09:00:00", Flow.deferral("4F1A1", "b@example.net")),
        line("2026-11-03T09:10:00", Flow.deferral("4F1A2", "c@example.net")),
    ]
    private static let wrong = line("2099-01-01T00:00:00", "smtpd[5]: connect from x[192.0.2.7]")
    /// 2026-11-03T09:10:00Z.
    private static let end: Int64 = 1_793_697_000

    @Test(arguments: 0...2)
    func `one line of a clock far ahead does not age what waits`(place: Int) throws {
        var lines = Self.waits
        lines.insert(Self.wrong, at: place)
        let snapshot = try Flow.result(lines.joined(separator: "\n")).snapshot
        #expect(Self.end == snapshot.totals.last)
        #expect(0 == snapshot.waiting.olderThanDay && 2 == snapshot.waiting.messages)
    }

    @Test func `a deferral of a clock far ahead does not stretch the time line`() throws {
        let wrong = Self.line("2099-01-01T00:00:00", Flow.deferral("4F1A3", "d@example.net"))
        let lines = [Self.waits[0], wrong, Self.waits[1]]
        let snapshot = try Flow.result(lines.joined(separator: "\n")).snapshot
        #expect(1 == snapshot.timeline.count && 3 == snapshot.totals.deferred)
    }

    @Test(arguments: 0...1)
    func `a deferral of a clock far ahead is not its destination's newest for ever`(
        place: Int
    )
        throws
    {
        let refused = Self.waits.map { $0.replacing("c@example", with: "b@example") }
        let timedOut = "connect to old.example.net[192.0.2.9]:25: Connection timed out"
        let wrong = Flow.deferral("4F1A3", "b@example.net", timedOut)
        var lines = refused
        lines.insert(Self.line("2099-01-01T00:00:00", wrong), at: place)
        let log = Array(lines.joined(separator: "\n").utf8)
        for cut in log.indices where log[cut] == 10 {
            var flow = try Flow()
            let row = try #require(flow.read(log, cuts: [cut + 1]).snapshot.destinations.first)
            #expect("4.4.316" == row.lastCode && Self.end == row.lastFailure)
            #expect(row.lastReason.contains("Connection refused"))
            #expect("mx.example.net[192.0.2.1]:25" == row.server)
        }
        // A log that goes on there is believed.
        let later = Self.line("2099-01-01T00:00:01", "smtpd[5]: connect from x[192.0.2.7]")
        let whole = lines[...place] + [later] + lines[(place + 1)...]
        let row = try #require(
            try Flow.result(whole.joined(separator: "\n")).snapshot.destinations.first
        )
        #expect("4.4.315" == row.lastCode)
    }

    @Test(arguments: 0...2)
    func `a delivery of a clock far ahead is not its destination's last success for ever`(
        place: Int
    ) throws {
        let delivered = [
            Self.line("2026-11-03T09:00:00", Flow.ended("4F1A1", "b@example.net")),
            Self.line("2026-11-03T09:10:00", Flow.ended("4F1A2", "b@example.net")),
        ]
        let wrong = Self.line("2099-01-01T00:00:00", Flow.ended("4F1A3", "b@example.net"))
        var lines = [Self.line("2026-11-03T08:00:00", Flow.deferral("4F1A0", "b@example.net"))]
        lines += delivered
        lines.insert(wrong, at: place)
        let log = Array(lines.joined(separator: "\n").utf8)
        for cut in log.indices where log[cut] == 10 {
            var flow = try Flow()
            let row = try #require(flow.read(log, cuts: [cut + 1]).snapshot.destinations.first)
            #expect(Self.end == row.lastSuccess && 3 == row.sent)
        }
    }

    @Test func `a log that goes on after years has its end there`() throws {
        let late = [
            Self.line("2029-05-01T10:00:00", "smtpd[5]: connect from x[192.0.2.7]"),
            Self.line("2029-05-01T10:00:01", "smtpd[5]: disconnect from x[192.0.2.7]"),
        ]
        let snapshot = try Flow.result((Self.waits + late).joined(separator: "\n")).snapshot
        // 2029-05-01T10:00:01Z.
        #expect(1_872_324_001 == snapshot.totals.last)
        #expect(2 == snapshot.waiting.olderThanDay)
    }

    @Test func `a gap of a year is believed at once`() throws {
        let late = Self.line("2027-11-03T09:10:00", "smtpd[5]: connect from x[192.0.2.7]")
        let snapshot = try Flow.result((Self.waits + [late]).joined(separator: "\n")).snapshot
        #expect(Self.end + 365 * 86_400 == snapshot.totals.last)
    }

    @Test func `every cut finds the same end`() throws {
        let lines = [Self.waits[0], Self.wrong, Self.wrong, Self.waits[1]]
        let log = Array(lines.joined(separator: "\n").utf8)
        for cut in log.indices where log[cut] == 10 {
            var flow = try Flow()
            #expect(Self.end == flow.read(log, cuts: [cut + 1]).snapshot.totals.last)
        }
    }
}
