import Deferrals
import Foundation
import GRDB
import MailFlow
import PostfixLog
import Testing

@testable import History

/// What an older version wrote, in `version-2.sql`, comes over whole.
///
/// The file is what version 2 of the schema held after six lines: four deferrals of three messages, of
/// which one recipient was delivered to in the end.
@Suite struct HistoryMigrationTests {
    private func old(in folder: TestFolder) throws -> String {
        let path = folder.file("history.sqlite")
        let dump = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("version-2.sql")
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            try db.execute(sql: String(contentsOf: dump, encoding: .utf8))
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        try queue.close()
        return path
    }

    @Test func `deferrals, ends, counts and positions are there`() throws {
        let path = try old(in: TestFolder())
        let history = try History(path: path)
        var events: [DeferralEvent] = []
        try history.forEachEvent { events.append($0) }
        #expect(events.map(\.queueID) == ["4fX000001z", "4fX000001z", "4fX000002z", "4fX000003z"])
        #expect(
            try history.latest(domain: "example.net", limit: 9).map(\.id) == [
                "c2200e6a7856240a:627", "c2200e6a7856240a:127",
            ]
        )
        #expect(try history.counts(by: .code).reduce(0) { $0 + $1.events } == 4)
        let minutes = try history.series(step: .minute, domain: "example.com")
        #expect(minutes.map(\.events) == [1, 1])
        #expect(try history.positions().keys.sorted() == ["-"])
        #expect(try history.rows("ending") == 1)
    }

    @Test func `messages in flight are there, and read as before`() throws {
        let history = try History(path: try old(in: TestFolder()))
        let state = try history.state()
        #expect(!state.states.keys.contains { $0.hasPrefix("life:") })
        let lives = state.lives.compactMap { StoredLife(number: $0.key, bytes: $0.value) }
        #expect(Set(lives.map(\.queueID)) == ["4fX000001z", "4fX000002z", "4fX000003z"])
        for life in lives {
            let again = StoredLife(number: life.number, bytes: life.bytes)
            #expect(again == life, "the new form says what the old one said")
        }
    }

    @Test func `what is there is not stored again, and new deferrals are found with old ones`()
        throws
    {
        let history = try History(path: try old(in: TestFolder()))
        var batch = HistoryBatch()
        try history.forEachEvent { batch.events.append($0) }
        batch.ends = [
            DeferralEnd(
                id: "c2200e6a7856240a:880/0",
                time: 1_793_700_001,
                outcome: "sent",
                queueID: "4fX000001z",
                recipient: "anna@example.net",
                domain: "example.net",
                code: .other,
                deferrals: 1,
                waited: 3_600
            )
        ]
        var new = try #require(batch.events.last)
        new.id = "c2200e6a7856240a:5000"
        new.queueID = "4fX000009z"
        batch.events.append(new)
        try history.store(batch)
        #expect(try history.eventCount() == 5)
        #expect(try history.rows("ending") == 1)
        let found = try history.latest(domain: "example.com", limit: 9)
        #expect(found.map(\.queueID) == ["4fX000009z", "4fX000003z", "4fX000001z"])
    }

    @Test func `who only reads is told that the file is older`() throws {
        let path = try old(in: TestFolder())
        #expect(
            throws: HistoryError.olderSchema(path: path, found: 2, known: HistorySchema.version)
        ) {
            try History(readingFrom: path)
        }
    }

    @Test func `the latest deferrals of a domain come from all epochs, in their order`() throws {
        let history = try History.inMemory()
        history.setEventsPerEpoch(100)
        var maker = EventMaker(seed: 9)
        var events = (0..<2_000).map { _ in maker.next() }
        // A log that is caught up late: its epochs are the last, and its times are not.
        events.swapAt(150, 1_950)
        for start in stride(from: 0, to: 2_000, by: 70) {
            var batch = HistoryBatch()
            batch.events = Array(events[start..<min(start + 70, 2_000)])
            try history.store(batch)
        }
        #expect(
            try history.read { try Int.fetchAll($0, sql: "SELECT number FROM part") }.count > 15
        )
        let expected = events.filter { $0.domain == "dest1.example" }
            .sorted {
                ($0.time.instant, $0.id.count, $0.id) > ($1.time.instant, $1.id.count, $1.id)
            }
        #expect(try history.latest(domain: "dest1.example", limit: 7) == Array(expected.prefix(7)))
        for (events, words) in [
            (
                History.timelyEventsOfDomain,
                "event_part (<expr>=? AND domain=? AND time>? AND time<?)"
            ),
            (History.timelyEvents, "event_part (<expr>=?)"),
        ] {
            let plan = try history.read { db in
                try Row.fetchAll(
                    db,
                    sql: "EXPLAIN QUERY PLAN SELECT count(*) FROM \(events)",
                    arguments: events == History.timelyEvents ? [0, 9] : [0, 9, 1]
                ).map { $0["detail"] as String }
            }
            #expect(plan.contains { $0.contains(words) }, "\(plan)")
        }
    }

    @Test func `logs that were caught up with one after the other come in the order of time`()
        throws
    {
        let history = try History(path: TestFolder().file("history.sqlite"))
        history.setEventsPerEpoch(90)
        var expected: [DeferralEvent] = []
        for log in 1...3 {
            var maker = EventMaker(seed: UInt64(log))
            maker.identity = "\(log)"
            for _ in 0..<8 {
                var batch = HistoryBatch()
                for _ in 0..<70 { batch.events.append(maker.next()) }
                expected += batch.events
                try history.store(batch)
            }
        }
        expected.sort { $0.time.instant < $1.time.instant }
        let middle = expected[expected.count / 2].time.instant
        for (since, until) in [(nil, nil), (middle, nil), (nil, middle)] as [(Int64?, Int64?)] {
            var found: [DeferralEvent] = []
            try history.forEachEvent(since: since, until: until) { found.append($0) }
            let times = found.map(\.time.instant)
            #expect(times == times.sorted())
            let inside = expected.filter {
                $0.time.instant >= since ?? .min && $0.time.instant < until ?? .max
            }
            #expect(found.count == inside.count && Set(found) == Set(inside))
        }
    }

    @Test func `parts know the time that their events reach over, also when the oldest are gone`()
        throws
    {
        let history = try History(path: TestFolder().file("history.sqlite"))
        history.setEventsPerEpoch(90)
        var maker = EventMaker(seed: 5)
        var batch = HistoryBatch()
        for _ in 0..<1_000 { batch.events.append(maker.next()) }
        let times = batch.events.map(\.time.instant).sorted()
        try history.store(batch)
        var limits = HistoryLimits()
        limits.age = 0
        for border in [times[0], times[100], times[333], times[999]] {
            while try history.prune(limits, now: border) == .unfinished {}
            let parts = try history.read { db in
                let stated = try Row.fetchAll(db, sql: "SELECT number, oldest, newest FROM part")
                let real = try Row.fetchAll(
                    db,
                    sql: "SELECT message >> 16, min(time), max(time) FROM event GROUP BY 1"
                )
                return (
                    stated.map { [$0[0], $0[1], $0[2]] as [Int64] },
                    real.map { [$0[0], $0[1], $0[2]] as [Int64] }
                )
            }
            #expect(parts.0 == parts.1)
            #expect(try history.eventCount() == times.count { $0 >= border })
        }
    }
}
