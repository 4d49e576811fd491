import Deferrals
import MailFlow
import TestSupport
import Testing

/// A log says the same wherever it is cut between lines: ARCHITECTURE.md, rule 5.
@Suite struct CutTests {
    private struct Log {
        let bytes: [UInt8]
        /// Offsets of the lines after the first.
        let starts: [Int]

        init(_ lines: [String]) {
            let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
            self.bytes = bytes
            starts = bytes.indices.dropLast().filter { bytes[$0] == 10 }.map { $0 + 1 }
        }
    }

    /// Reads the log with every list of cuts; what came out otherwise than uncut.
    private static func difference(
        _ log: Log,
        mostMessages: Int = 2_000_000,
        _ cuts: [[Int]]
    ) throws -> String? {
        var flow = try Flow()
        flow.firstYear = 2025
        flow.settings.mostMessages = mostMessages
        let whole = flow.read(log.bytes)
        let json = try whole.json()
        for list in cuts {
            let parts = flow.read(log.bytes, cuts: list)
            if let event = zip(whole.events, parts.events).first(where: { $0 != $1 }) {
                return "cut at \(list): \(event)"
            }
            if whole.events.count != parts.events.count { return "cut at \(list): events" }
            // Equal snapshots have equal JSON; writing it takes longer than reading the log.
            if whole.snapshot != parts.snapshot { return "cut at \(list): \(try parts.json())" }
        }
        if let last = cuts.last {
            guard try flow.read(log.bytes, cuts: last).json() == json else { return "JSON" }
        }
        return nil
    }

    @Test func `the id of a line does not tell where the zeros before it were cut`() throws {
        var flow = try Flow()
        let line =
            "2026-11-03T09:29:01Z mail postfix/" + Flow.deferral("4fXaa1", "a@b.example") + "\n"
        let log = Array(line.utf8) + [UInt8](repeating: 0, count: 5_000) + Array(line.utf8)
        let whole = flow.read(log)
        #expect(whole.events.map(\.id).count == 2)
        for cut in [line.utf8.count, line.utf8.count + 1, line.utf8.count + 5_000] {
            #expect(flow.read(log, cuts: [cut]).events.map(\.id) == whole.events.map(\.id))
        }
    }

    @Test func `the log has every trap in it`() throws {
        var flow = try Flow()
        flow.firstYear = 2025
        let log = Log(TrapLog.lines)
        let result = flow.read(log.bytes)
        let totals = result.snapshot.totals
        #expect(log.starts.count > 200)
        #expect(log.starts.count + 1 == totals.lines)
        #expect(result.events.count == totals.deferred)
        #expect(totals.suspended == 4 && totals.softBounced == 4)
        #expect(Set(result.events.map(\.host)) == ["mail", "edge"])
        #expect(result.snapshot.fates.keys.sorted() == ["bounced", "deleted", "expired", "sent"])
        #expect(result.snapshot.waiting.held == 4)
        #expect(result.events.contains { !$0.tried.isEmpty })
        #expect(result.events.contains { $0.refinement == .certificateExpired })
        #expect(result.events.contains { $0.pattern == nil })
        #expect(result.events.contains { $0.isTruncated })
        #expect(result.events.contains { $0.id.hasSuffix("#2") })
        #expect(result.events.count { $0.queueID.hasPrefix("AF7B") } == 4)
        #expect(totals.first == 1_767_132_001)
    }

    @Test func `cut at any line`() throws {
        let log = Log(TrapLog.lines)
        #expect(try Self.difference(log, log.starts.map { [$0] }) == nil)
    }

    @Test func `cut at every line`() throws {
        let log = Log(TrapLog.lines)
        #expect(try Self.difference(log, [log.starts]) == nil)
    }

    @Test func `cut at any two lines of one round`() throws {
        let log = Log(TrapLog.part(day: "Dec 31", date: "2025-12-31", hour: "23", salt: "2"))
        let pairs = log.starts.indices.flatMap { first in
            log.starts[(first + 1)...].map { [log.starts[first], $0] }
        }
        #expect(pairs.count > 1_500)
        #expect(try Self.difference(log, pairs) == nil)
    }

    @Test func `cut at two lines of several rounds`() throws {
        let log = Log(TrapLog.lines)
        let pairs = stride(from: 0, to: log.starts.count, by: 13).flatMap { first in
            stride(from: first + 1, to: log.starts.count, by: 11).map {
                [log.starts[first], log.starts[$0]]
            }
        }
        #expect(try Self.difference(log, pairs) == nil)
    }

    @Test(arguments: [2_000_000, 3])
    func `cut at lines by chance`(mostMessages: Int) throws {
        let seed = UInt64.random(in: 1...(.max))
        var random = SeededRandom(seed: seed)
        let log = Log(TrapLog.lines)
        let cuts = (0..<100).map { _ -> [Int] in
            let rarity = 1 + random.next() % 60
            return log.starts.filter { _ in random.next() % rarity == 0 }
        }
        let difference = try Self.difference(log, mostMessages: mostMessages, cuts)
        #expect(difference == nil, "seed \(seed)")
    }
}
