import Deferrals
import Foundation
import MailFlow
import PostfixLog
import Testing

@testable import History

@Suite struct HistoryTests {
    private func all(_ history: History) throws -> [DeferralEvent] {
        var found: [DeferralEvent] = []
        try history.forEachEvent { found.append($0) }
        return found
    }

    private func batch(_ events: [DeferralEvent]) -> HistoryBatch {
        var batch = HistoryBatch()
        batch.events = events
        return batch
    }

    @Test func `events come back as they were`() throws {
        let history = try History.inMemory()
        var maker = EventMaker(seed: 1)
        var events = (0..<500).map { _ in maker.next() }
        events[3].tried = [
            DeferralEvent.TriedServer(
                host: "mx2.example",
                address: "2001:db8::1",
                port: 25,
                code: .connectionRefused,
                origin: .network,
                reason: "connect to mx2.example: Connection refused"
            )
        ]
        events[4].id += "#7"
        events[5].id = "s=1;i=2"
        events[6].delay = 0.0123456
        events[7].delays = [0.0001, 0, 0, 1]
        events[8].recipient = nil
        events[8].domain = nil
        events[9].reply = DeferralEvent.Reply(code: nil, enhanced: nil, text: "words of its own")
        events[10].time = LogTime(seconds: 5, offsetMinutes: nil)
        events[11].status = "SOFTBOUNCE"
        events[11].isTruncated = true
        events[11].refinement = .daneRequired
        events[12].sender = ""
        events[13].sender = nil
        events[14].originalRecipient = "Ünïcode@example"
        try history.store(batch(events))
        let found = try all(history)
        #expect(Set(found) == Set(events))
        #expect(found.count == events.count)
    }

    @Test func `another line in the same place of a log that was cut is kept, once`() throws {
        let folder = TestFolder()
        let path = folder.file("history.sqlite")
        var maker = EventMaker(seed: 2)
        let first = maker.next()
        var second = maker.next()
        while second.queueID == first.queueID { second = maker.next() }
        second.id = first.id
        for _ in 0..<2 {
            let history = try History(path: path)
            try history.store(batch([first, second]))
            try history.store(batch([second]))
            #expect(try Set(all(history)) == [first, second])
            #expect(try history.eventCount() == 2)
        }
    }

    @Test func `another end in the same place of a log that was cut is kept, once`() throws {
        let history = try History.inMemory()
        let first = DeferralEnd(
            id: "1f:300/0",
            time: 1_793_500_000,
            outcome: "sent",
            queueID: "4F1A1",
            recipient: "a@example.com",
            domain: "example.com",
            code: .connectionRefused,
            deferrals: 2,
            waited: 600
        )
        var second = first
        second.queueID = "4F1A2"
        second.outcome = "bounced"
        var cut = HistoryBatch()
        cut.ends = [first, second]
        try history.store(cut)
        cut.ends = [second, first]
        try history.store(cut)
        #expect(try history.rows("ending") == 2)
    }

    @Test func `a clock without a zone is stored in UTC and read as the log has it`() throws {
        let history = try History.inMemory()
        let change: Int64 = 1_793_500_000
        history.assume { $0 < change ? 120 : 60 }
        var maker = EventMaker(seed: 9)
        let events = [change - 3_600, change + 3_600].map { seconds in
            var event = maker.next()
            event.time = LogTime(seconds: seconds, microseconds: 7, offsetMinutes: nil)
            return event
        }
        try history.store(batch(events))
        #expect(try all(history) == events)
        let inUTC = [change - 3_600 - 7_200, change + 3_600 - 3_600]
        for (event, instant) in zip(events, inUTC) {
            var found: [DeferralEvent] = []
            try history.forEachEvent(since: instant, until: instant + 1) { found.append($0) }
            #expect(found == [event])
            let counts = try history.counts(by: .code, since: instant, until: instant + 1)
            #expect(counts.map(\.events) == [1])
        }
    }

    @Test func `a repeated event is not stored or counted again`() throws {
        let history = try History.inMemory()
        var maker = EventMaker(seed: 2)
        let events = (0..<300).map { _ in maker.next() }
        try history.store(batch(Array(events[..<200])))
        try history.store(batch(Array(events[100...])))
        try history.store(batch(events.reversed()))
        #expect(try history.eventCount() == 300)
        let counted = try history.counts(by: .code).reduce(0) { $0 + $1.events }
        #expect(counted == 300)
    }

    @Test func `positions, state and facts go in together`() throws {
        let folder = TestFolder()
        var maker = EventMaker(seed: 3)
        var first = batch([maker.next()])
        first.positions = ["mail.log": [1, 2, 3]]
        first.states = ["life/1": [9], "life/2": [8], "health/x": [7]]
        do {
            let history = try History(path: folder.file("history.sqlite"))
            try history.store(first)
            var second = HistoryBatch()
            second.positions = ["mail.log": [4]]
            second.removedStates = ["life/1"]
            try history.store(second)
        }
        let again = try History(path: folder.file("history.sqlite"))
        #expect(try again.positions() == ["mail.log": [4]])
        #expect(try again.states(prefix: "life/") == ["life/2": [8]])
        #expect(try all(again) == first.events)
    }

    @Test func `destinations come back as they were, the latest sums`() throws {
        let folder = TestFolder()
        let history = try History(path: folder.file("history.sqlite"))
        var failing = StoredDestination(
            domain: "example.net",
            sent: 1,
            bounced: 2,
            lastSuccess: 3,
            failures: StoredDestination.Failures()
        )
        failing.failures?.attempts = [1, 2, 3, 4, 5, 6, 7]
        failing.failures?.lastCode = .connectionRefused
        failing.failures?.reason = "connect to mx.example.net[192.0.2.1]:25: Connection refused"
        failing.failures?.outageWindow = 5
        failing.failures?.outageCode = .connectionRefused
        var sound = StoredDestination(
            domain: "example.com",
            sent: 9,
            bounced: 0,
            lastSuccess: nil,
            failures: nil
        )
        var first = HistoryBatch()
        first.destinations = [failing, sound]
        try history.store(first)
        sound.sent = 10
        var second = HistoryBatch()
        second.destinations = [sound]
        try history.store(second)
        let found = try History(readingFrom: folder.file("history.sqlite")).state().destinations
        #expect(Set(found) == [failing, sound])
    }

    @Test(arguments: 0..<8)
    func `counts of any range equal those of the events in it`(seed: Int) throws {
        let history = try History.inMemory()
        var maker = EventMaker(seed: UInt64(seed))
        maker.spacing = 120_000
        let events = (0..<3_000).map { _ in maker.next() }
        try history.store(batch(events))
        let times = events.map(\.time.instant)
        let (first, last) = (times.min() ?? 0, times.max() ?? 0)
        for _ in 0..<6 {
            let since = first + Int64(maker.random(UInt64(last - first)))
            let until = since + Int64(maker.random(UInt64(last - since) + 1))
            let inside = events.filter { (since..<until).contains($0.time.instant) }
            let expected = Dictionary(grouping: inside, by: \.domain).mapValues(\.count)
            let found = try history.counts(
                by: .destination,
                since: since,
                until: until,
                limit: .max
            )
            #expect(found.reduce(into: [:]) { $0[$1.name] = $1.events } == expected)
            let codes = try history.counts(by: .code, since: since, until: until)
            #expect(codes.reduce(0) { $0 + $1.echoes } == inside.count(where: \.isSuspended))
            let domain = try #require(events[0].domain)
            let ofDomain = try history.counts(
                by: .code,
                since: since,
                until: until,
                domain: domain.uppercased()
            )
            #expect(ofDomain.reduce(0) { $0 + $1.events } == inside.count { $0.domain == domain })
        }
    }

    @Test func `a series has the events of each stretch`() throws {
        let history = try History.inMemory()
        var maker = EventMaker(seed: 4)
        maker.spacing = 9_000
        let events = (0..<2_000).map { _ in maker.next() }
        try history.store(batch(events))
        for step in HistoryStep.allCases {
            let expected = Dictionary(grouping: events) { $0.time.instant / step.rawValue }
            let found = try history.series(step: step)
            let sums = found.reduce(into: [:]) {
                $0[$1.time / step.rawValue, default: 0] += $1.events
            }
            #expect(sums == expected.mapValues(\.count))
        }
        let domain = try #require(events[0].domain)
        let minutes = try history.series(step: .minute, domain: domain)
        #expect(minutes.reduce(0) { $0 + $1.events } == events.count { $0.domain == domain })
    }

    @Test func `the latest deferrals of a domain come newest first`() throws {
        let history = try History.inMemory()
        var maker = EventMaker(seed: 5)
        let events = (0..<2_000).map { _ in maker.next() }
        try history.store(batch(events))
        let expected = events.filter { $0.domain == "dest1.example" }.suffix(5).reversed()
        #expect(try history.latest(domain: "Dest1.example", limit: 5) == Array(expected))
    }

    @Test func `what is beyond the age goes, with its texts`() throws {
        let folder = TestFolder()
        let history = try History(path: folder.file("history.sqlite"))
        var maker = EventMaker(seed: 6)
        let old = (0..<6_000).map { _ in maker.next() }
        try history.store(batch(old))
        let full = try history.size()
        // A restart begins an epoch.
        let again = try History(path: folder.file("history.sqlite"))
        maker.time += 1_000_000
        let new = (0..<100).map { _ in maker.next() }
        try again.store(batch(new))
        var limits = HistoryLimits()
        limits.age = 500_000
        var steps = 0
        while try again.prune(limits, now: maker.time) == .unfinished, steps < 10 { steps += 1 }
        #expect(try Set(all(again)) == Set(new))
        #expect(try again.rows("reason") <= 100)
        #expect(try again.rows("message") <= 100)
        #expect(try again.size() < full / 2)
    }

    @Test func `age counts from the newest: an old log, or a clock gone ahead, loses nothing`()
        throws
    {
        let history = try History.inMemory()
        var maker = EventMaker(seed: 6)
        let events = (0..<500).map { _ in maker.next() }
        try history.store(batch(events))
        var limits = HistoryLimits()
        limits.age = 500_000
        while try history.prune(limits, now: maker.time + 40_000_000) == .unfinished {}
        #expect(try Set(all(history)) == Set(events))
    }

    @Test func `what is beyond the size goes, the oldest first`() throws {
        let folder = TestFolder()
        let history = try History(path: folder.file("history.sqlite"))
        var maker = EventMaker(seed: 7)
        history.setEventsPerEpoch(1_000)
        for _ in 0..<20 { try history.store(batch((0..<1_000).map { _ in maker.next() })) }
        var limits = HistoryLimits()
        limits.bytes = try history.size() / 2
        let before = try all(history)
        while try history.prune(limits, now: maker.time) == .unfinished {}
        let after = try all(history)
        #expect(!after.isEmpty)
        #expect(after.count < before.count)
        #expect(after == Array(before.suffix(after.count)))
    }

    @Test func `a damaged file is set aside`() throws {
        let folder = TestFolder()
        let path = folder.file("history.sqlite")
        try Data("this is no database, but long enough to look at".utf8).write(
            to: URL(fileURLWithPath: path)
        )
        #expect(throws: HistoryError.self) { try History(path: path) }
        let (_, count, damaged) = try History.openReplacingDamaged(path: path) {
            history throws(HistoryError) in try history.eventCount()
        }
        #expect(damaged == path + ".damaged-1")
        #expect(count == 0)
    }

    @Test func `damage that only reading meets has the file set aside as well`() throws {
        let folder = TestFolder()
        let path = folder.file("history.sqlite")
        var maker = EventMaker(seed: 9)
        try History(path: path).store(batch((0..<500).map { _ in maker.next() }))
        try History(path: path).damage("destination")
        let (history, state, damaged) = try History.openReplacingDamaged(path: path) {
            history throws(HistoryError) in try history.state()
        }
        #expect(damaged == path + ".damaged-1")
        #expect(state.destinations.isEmpty)
        #expect(try history.eventCount() == 0)
    }

    @Test func `a newer schema is refused`() throws {
        let folder = TestFolder()
        let path = folder.file("history.sqlite")
        try History(path: path).read { _ in }
        try History(path: path).execute("PRAGMA user_version = 99")
        #expect(
            throws: HistoryError.newerSchema(path: path, found: 99, known: HistorySchema.version)
        ) {
            try History(path: path)
        }
    }

    @Test func `a process that only reads sees what another wrote`() throws {
        let folder = TestFolder()
        let path = folder.file("history.sqlite")
        let history = try History(path: path)
        var maker = EventMaker(seed: 8)
        try history.store(batch((0..<10).map { _ in maker.next() }))
        #expect(try History(readingFrom: path).eventCount() == 10)
    }
}
