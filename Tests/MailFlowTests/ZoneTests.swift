import ByteScan
import Deferrals
import PostfixLog
import Testing

@testable import MailFlow

/// Lines of several zones in one log: hosts apart, or a change of daylight saving time.
@Suite struct ZoneTests {
    private static func line(_ time: String, _ text: String, host: String = "mx") -> String {
        "2026-\(time) \(host) postfix/\(text)"
    }

    /// Deferred at 02:50 in summer, delivered a quarter of an hour later, at 02:05 in winter.
    private static let autumn = [
        line("10-25T02:50:00+02:00", Flow.deferral("4F1A1", "b@example.net")),
        line("10-25T02:05:00+01:00", Flow.ended("4F1A1", "b@example.net")),
        line("10-25T02:05:00+01:00", "qmgr[3]: 4F1A1: removed"),
        line("10-25T02:06:00+01:00", Flow.deferral("4F1A2", "c@example.net")),
    ]
    /// 2026-10-25T02:50:00 of any clock.
    private static let deferred: Int64 = 1_792_896_600

    @Test func `a wait over the end of summer time is as long as it was`() throws {
        let snapshot = try Flow.result(Self.autumn.joined(separator: "\n")).snapshot
        #expect(snapshot.recovery.longestSeconds == 900 && snapshot.recovery.meanSeconds == 900)
        #expect(snapshot.totals.offsetMinutes == 120)
        #expect(snapshot.totals.first == Self.deferred)
        #expect(snapshot.totals.last == Self.deferred + 960)
        #expect(snapshot.waiting.oldest.first?.arrived == Self.deferred + 959)
        #expect(snapshot.destinations.first?.lastFailure == Self.deferred + 960)
    }

    @Test func `three zones are one clock`() throws {
        let lines = [
            Self.line("11-03T09:00:00+01:00", Flow.deferral("4F1A1", "b@example.net"), host: "a"),
            Self.line("11-03T08:30:00+00:00", Flow.deferral("4F1A2", "b@example.net"), host: "b"),
            Self.line("11-03T04:00:00-05:00", Flow.deferral("4F1A3", "b@example.net"), host: "c"),
        ]
        let result = try Flow.result(lines.joined(separator: "\n"))
        let snapshot = result.snapshot
        #expect(snapshot.waiting.oldest.map(\.queueId) == ["4F1A1", "4F1A2", "4F1A3"])
        #expect(try #require(snapshot.totals.last) - (snapshot.totals.first ?? 0) == 3_600)
        #expect(snapshot.timeline.count == 2 && snapshot.totals.offsetMinutes == 60)
        // Each event keeps the time that its line has.
        #expect(result.events.map(\.time.offsetMinutes) == [60, 0, -300])
        #expect(
            result.events.map(\.time.instant)
                == [1_793_692_800, 1_793_694_600, 1_793_696_400]
        )
    }

    @Test func `since and until are of the first line's clock`() throws {
        let log = Self.autumn.joined(separator: "\n")
        let late = try Flow.result(log) { $0.filter.since = Self.deferred + 60 }.snapshot
        #expect(late.totals.deferred == 1 && late.totals.sent == 1)
        let early = try Flow.result(log) { $0.filter.until = Self.deferred + 60 }.snapshot
        #expect(early.totals.deferred == 1 && early.totals.sent == 0)
    }

    @Test func `lines without a zone are left as they are`() throws {
        let bare = "Nov  3 09:29:01 mx postfix/" + Flow.deferral("4F1A1", "b@example.net")
        let zoned = Self.line("11-03T09:29:01+01:00", Flow.deferral("4F1A2", "b@example.net"))
        let other = Self.line("11-03T08:29:01Z", Flow.deferral("4F1A3", "b@example.net"))
        var flow = try Flow()
        let log = [bare, zoned, other].map { $0 + "\n" }
        let bytes = Array(log.joined().utf8)
        let whole = flow.read(bytes)
        let arrivals = whole.snapshot.waiting.oldest.map(\.arrived)
        #expect(arrivals == [1_793_698_140, 1_793_698_140, 1_793_698_140])
        let starts = [log[0].utf8.count, log[0].utf8.count + log[1].utf8.count]
        #expect(flow.read(bytes, cuts: starts).snapshot == whole.snapshot)
        var none = try Flow()
        let plain = none.read(Array((bare + "\n").utf8)).snapshot
        #expect(plain.totals.offsetMinutes == nil && plain.totals.first == 1_793_698_141)
    }

    @Test func `a clock that is set back makes no negative wait`() throws {
        let lines = [
            "Nov  3 09:30:00 mx postfix/" + Flow.deferral("4F1A1", "b@example.net"),
            "Nov  3 09:20:00 mx postfix/" + Flow.ended("4F1A1", "b@example.net"),
        ]
        var flow = try Flow()
        let snapshot = flow.read(Array(lines.map { $0 + "\n" }.joined().utf8)).snapshot
        #expect(snapshot.recovery.recipients == 1)
        #expect(snapshot.recovery.longestSeconds == 0 && snapshot.recovery.meanSeconds == 0)
    }

    @Test func `ends have the time of their line, wherever a block ends`() throws {
        for cut in [1, 2, 3, 4] {
            var settings = FlowLedger.Settings()
            settings.collectsEnds = true
            settings.collectsChanges = true
            var ledger = FlowLedger(bank: Flow.bank, firstYear: 2026, settings: settings)
            var reader = FlowReader(classifier: try DeferralClassifier(bank: Flow.bank))
            var tape = FlowTape()
            var ends: [RecipientEnd] = []
            for part in [Self.autumn[..<cut], Self.autumn[cut...]] where !part.isEmpty {
                let text = part.map { $0 + "\n" }.joined()
                let block = Array(text.utf8) + [UInt8](repeating: 0, count: blockSlack)
                reader.read(block.span, 0..<text.utf8.count, into: &tape)
                let position = BlockPosition(file: nil, identity: 7, offset: 0, line: 1)
                ledger.add(tape, block.span, at: position)
                ends += ledger.takeEnds()
            }
            #expect(ends.map(\.time.instant) == [Self.deferred - 7_200 + 900], "cut at \(cut)")
            #expect(ends.map(\.waited) == [900], "cut at \(cut)")
            #expect(ledger.takeChanges().sums.clockOffset == 120)
        }
    }
}
