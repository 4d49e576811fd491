import Foundation
import MailFlow
import Synchronization
import Testing

@testable import History

@Suite struct HistoryWriterTests {
    final class Troubles: Sendable {
        let list = Mutex<[HistoryTrouble]>([])
        func note(_ trouble: HistoryTrouble) { list.withLock { $0.append(trouble) } }
        var all: [HistoryTrouble] { list.withLock { $0 } }
    }

    private func batches(_ count: Int, seed: UInt64) -> [HistoryBatch] {
        var maker = EventMaker(seed: seed)
        return (0..<count).map { number in
            var batch = HistoryBatch()
            batch.events = (0..<20).map { _ in maker.next() }
            batch.positions = ["log": [UInt8(number & 0xFF)]]
            return batch
        }
    }

    @Test func `everything submitted is stored, and the last position`() throws {
        let folder = TestFolder()
        let history = try History(path: folder.file("history.sqlite"))
        let troubles = Troubles()
        var settings = HistoryWriter.Settings()
        settings.mostWaiting = 100
        let writer = HistoryWriter(history: history, settings: settings) { troubles.note($0) }
        for batch in batches(200, seed: 1) { writer.submit(batch) }
        writer.flush()
        #expect(try history.eventCount() == 4_000)
        #expect(try history.positions() == ["log": [199]])
        writer.close()
        #expect(troubles.all.isEmpty)
    }

    @Test func `a full disk is told once, and memory takes over`() throws {
        let folder = TestFolder()
        let path = folder.file("history.sqlite")
        let history = try History(path: path)
        let troubles = Troubles()
        let writer = HistoryWriter(history: history) { troubles.note($0) }
        let all = batches(60, seed: 2)
        for batch in all[..<10] { writer.submit(batch) }
        writer.flush()
        try history.execute("PRAGMA max_page_count = 1")
        for batch in all[10...] {
            writer.submit(batch)
            writer.flush()
        }
        writer.close()
        #expect(troubles.all.count == 1)
        #expect(history.isInMemory)
        #expect(try history.positions() == ["log": [59]])
        // The next start goes on from the last position on disk: nothing is lost.
        let again = try History(path: path)
        let stored = try again.eventCount()
        let position = try again.positions()["log"]?.first
        #expect(stored == (Int(position ?? 0) + 1) * 20)
    }

    @Test func `a database that is damaged while it is written is begun anew`() throws {
        let folder = TestFolder()
        let path = folder.file("history.sqlite")
        let history = try History(path: path)
        let troubles = Troubles()
        let writer = HistoryWriter(history: history) { troubles.note($0) }
        let all = batches(40, seed: 3)
        for batch in all[..<20] { writer.submit(batch) }
        writer.flush()
        try history.damage("event")
        let damaged = try History(path: path)
        let second = HistoryWriter(history: damaged) { troubles.note($0) }
        for batch in all[20...] {
            second.submit(batch)
            second.flush()
        }
        second.close()
        writer.close()
        #expect(troubles.all.count == 1)
        #expect(FileManager.default.fileExists(atPath: path + ".damaged-1"))
        #expect(try damaged.eventCount() > 0)
        #expect(!damaged.isInMemory)
    }
}
