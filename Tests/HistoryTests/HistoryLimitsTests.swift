import Deferrals
import Foundation
import MailFlow
import PostfixLog
import Testing

@testable import History

/// What the bound on the size takes, and what it leaves.
@Suite struct HistoryLimitsTests {
    private func batch(_ events: [DeferralEvent]) -> HistoryBatch {
        var batch = HistoryBatch()
        batch.events = events
        return batch
    }

    /// Deferrals of `domains` one after the other.
    private func events(
        of domains: Range<Int>,
        _ maker: inout EventMaker
    ) -> [DeferralEvent] {
        domains.map { number in
            var event = maker.next()
            event.domain = "d\(number).example"
            event.recipient = "u@d\(number).example"
            event.relay = DeferralEvent.Relay(host: "mx.d\(number).example", address: nil, port: 25)
            event.server = nil
            return event
        }
    }

    private func prune(_ history: History, to bytes: Int64, now: Int64) throws -> HistoryPruning {
        var limits = HistoryLimits()
        limits.bytes = bytes
        for _ in 0..<1_000 {
            let pruning = try history.prune(limits, now: now)
            if pruning != .unfinished { return pruning }
        }
        return .unfinished
    }

    @Test func `names and counts go before the newest deferrals do`() throws {
        let folder = TestFolder()
        let history = try History(path: folder.file("history.sqlite"))
        history.setEventsPerEpoch(1_000)
        var maker = EventMaker(seed: 1)
        var newest: [DeferralEvent] = []
        for number in 0..<20 {
            newest = events(of: number * 1_000..<number * 1_000 + 1_000, &maker)
            try history.store(batch(newest))
            // Hours apart: of the counts, most are old.
            maker.time += 2 * 86_400
        }
        let names = try history.rows("name")
        let bytes = try history.size() / 10
        #expect(try prune(history, to: bytes, now: maker.time) == .done)
        #expect(try history.size() <= bytes)
        #expect(try history.rows("name") < names / 2)
        #expect(try history.rows("rollup") < 10_000)
        let found = try history.latest(domain: "d19999.example", limit: 1)
        #expect(found == newest.suffix(1))
        // What comes after that has its names.
        let next = events(of: 0..<100, &maker)
        try history.store(batch(next))
        for event in next {
            #expect(try history.latest(domain: event.domain ?? "", limit: 1) == [event])
        }
    }

    @Test func `names that age has left without a use go, too, once a day`() throws {
        let folder = TestFolder()
        let history = try History(path: folder.file("history.sqlite"))
        history.setEventsPerEpoch(1_000)
        var maker = EventMaker(seed: 4)
        try history.store(batch(events(of: 0..<6_000, &maker)))
        let many = try history.rows("name")
        #expect(many >= 12_000)
        maker.time += 10 * 86_400
        let newest = events(of: 6_000..<6_100, &maker)
        try history.store(batch(newest))
        var limits = HistoryLimits()
        (limits.age, limits.minutesAge, limits.daysAge) = (86_400, 86_400, 86_400)
        func prune() throws {
            var steps = 0
            while try history.prune(limits, now: maker.time) == .unfinished {
                steps += 1
                try #require(steps < 100)
            }
        }
        try prune()
        #expect(try history.rows("name") < 300 && history.rows("server") == 100)
        for event in newest {
            #expect(try history.latest(domain: event.domain ?? "", limit: 1) == [event])
        }
        // What comes after that has its names, and a day's rest.
        let next = events(of: 0..<100, &maker)
        try history.store(batch(next))
        for event in next {
            #expect(try history.latest(domain: event.domain ?? "", limit: 1) == [event])
        }
        try history.execute("INSERT INTO name (value) VALUES ('unused')")
        try prune()
        let unused = try history.read { try History.number(ofDomain: "unused", $0) }
        #expect(unused != nil)
    }

    @Test func `a bound that cannot be met leaves the newest deferrals, and is told once`() throws {
        let folder = TestFolder()
        let history = try History(path: folder.file("history.sqlite"))
        var maker = EventMaker(seed: 2)
        var first = batch(events(of: 0..<5_000, &maker))
        first.destinations = (0..<20_000).map { number in
            StoredDestination(
                domain: "destination-with-a-long-name-\(number).example",
                sent: 1,
                bounced: 0,
                lastSuccess: nil,
                failures: nil
            )
        }
        try history.store(first)
        let bytes: Int64 = 512 << 10
        guard case .overfull(let used) = try prune(history, to: bytes, now: maker.time) else {
            Issue.record("the bound cannot be met")
            return
        }
        #expect(used > bytes)
        #expect(try history.eventCount() == Int(bytes / 2_560))
        var last: [DeferralEvent] = []
        try history.forEachEvent { last.append($0) }
        #expect(Set(last) == Set(first.events.suffix(last.count)))
        #expect(try history.rows("destination") == 20_000)
        let told = Troubles()
        var settings = HistoryWriter.Settings()
        settings.limits.bytes = bytes
        settings.pruneInterval = 0
        let writer = HistoryWriter(history: history, settings: settings) { told.note($0) }
        for number in 0..<5 {
            var batch = HistoryBatch()
            batch.states = ["x": [UInt8(number)]]
            writer.submit(batch)
            writer.flush()
        }
        writer.close()
        #expect(told.all.count == 1)
        guard case .overfull(_, bytes)? = told.all.first else {
            Issue.record("it is told: \(told.all)")
            return
        }
    }

    @Test func `what keeps the limits from being kept is told once, and its end`() throws {
        let folder = TestFolder()
        let path = folder.file("history.sqlite")
        let history = try History(path: path)
        history.setPatience(.none)
        let told = Troubles()
        var settings = HistoryWriter.Settings()
        settings.pruneInterval = 0
        let other = try Holder(of: path)
        let writer = HistoryWriter(history: history, settings: settings) { told.note($0) }
        told.wait(for: 1)
        Thread.sleep(forTimeInterval: 1.5)
        guard case .unpruned? = told.all.last, told.all.count == 1 else {
            Issue.record("it is told once: \(told.all)")
            return
        }
        other.free()
        told.wait(for: 2)
        #expect(told.all.last == .pruned)
        writer.close()
    }

    @Test func `damage that only pruning meets has the history begun anew`() throws {
        let folder = TestFolder()
        let path = folder.file("history.sqlite")
        var maker = EventMaker(seed: 3)
        try History(path: path).store(batch((0..<500).map { _ in maker.next() }))
        try History(path: path).damage("ending_time")
        let history = try History(path: path)
        let told = Troubles()
        let writer = HistoryWriter(history: history) { told.note($0) }
        told.wait(for: 1)
        writer.close()
        guard case .replaced? = told.all.first, told.all.count == 1 else {
            Issue.record("it is replaced: \(told.all)")
            return
        }
        #expect(FileManager.default.fileExists(atPath: path + ".damaged-1"))
    }
}
