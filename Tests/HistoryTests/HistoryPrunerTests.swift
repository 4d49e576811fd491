import Foundation
import Testing

@testable import History

@Suite struct HistoryPrunerTests {
    @Test func `rows that cannot be removed are told of once, until they can`() throws {
        let folder = TestFolder()
        let history = try History(path: folder.file("history.sqlite"))
        var maker = EventMaker(seed: 1)
        var batch = HistoryBatch()
        batch.events = (0..<20).map { _ in maker.next() }
        try history.store(batch)
        try history.execute(
            "CREATE TRIGGER stay BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'stays'); END"
        )
        var limits = HistoryLimits()
        limits.bytes = 1
        var pruner = HistoryPruner(limits: limits, interval: 30)
        let troubles = HistoryWriterTests.Troubles()
        for now: Int64 in [0, 10, 40, 80] {
            pruner.step(history, now: maker.time + now) { troubles.note($0) }
        }
        let error = HistoryError.database(path: history.path, reason: "stays")
        #expect(troubles.all == [.unpruned(error)])
        #expect(try history.eventCount() == 20)
        try history.execute("DROP TRIGGER stay")
        pruner.step(history, now: maker.time + 120) { troubles.note($0) }
        #expect(troubles.all.count == 1)
        #expect(try history.eventCount() == 0)
    }
}
