import Foundation
import MailFlow
import Synchronization
import Testing

@testable import History

@Suite struct HistoryWriterTests {
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

    private var impatient: HistoryWriter.Settings {
        var settings = HistoryWriter.Settings()
        settings.firstRetry = 0.05
        return settings
    }

    @Test func `a disk that was full and has room again takes all that waited`() throws {
        let folder = TestFolder()
        let path = folder.file("history.sqlite")
        let history = try History(path: path)
        let troubles = Troubles()
        let writer = HistoryWriter(history: history, settings: impatient) { troubles.note($0) }
        let all = batches(60, seed: 2)
        for batch in all[..<10] { writer.submit(batch) }
        writer.flush()
        try history.execute("PRAGMA max_page_count = 1")
        for batch in all[10..<50] {
            writer.submit(batch)
            #expect(writer.flush() == .inMemory)
        }
        #expect(troubles.all.count == 1)
        #expect(history.isInMemory)
        #expect(try history.positions() != ["log": [49]])
        try history.execute("PRAGMA max_page_count = 1073741823")
        troubles.wait(for: 2)
        #expect(!history.isInMemory)
        #expect(try history.eventCount() == 1_000)
        #expect(try history.positions() == ["log": [49]])
        for batch in all[50...] { writer.submit(batch) }
        #expect(writer.flush() == .stored)
        writer.close()
        #expect(troubles.all.count == 2)
        #expect(try History(path: path).eventCount() == 1_200)
    }

    @Test(arguments: [false, true])
    func `a history that another process holds is written when it is free`(
        _ isFreedAtEnd: Bool
    ) throws {
        let folder = TestFolder()
        let path = folder.file("history.sqlite")
        let history = try History(path: path)
        history.setPatience(.none)
        let troubles = Troubles()
        let writer = HistoryWriter(history: history, settings: impatient) { troubles.note($0) }
        let other = try Holder(of: path)
        for batch in batches(20, seed: 4) {
            writer.submit(batch)
            writer.flush()
        }
        #expect(troubles.all.count == 1)
        #expect(try history.eventCount() == 0)
        other.free()
        if !isFreedAtEnd { troubles.wait(for: 2) }
        writer.close()
        #expect(troubles.all.last == .resumed(facts: 400))
        #expect(try history.eventCount() == 400)
        #expect(try history.positions() == ["log": [19]])
    }

    @Test func `whether it is in memory is told while the disk hangs`() throws {
        let folder = TestFolder()
        let path = folder.file("history.sqlite")
        let history = try History(path: path)
        let troubles = Troubles()
        let writer = HistoryWriter(history: history, settings: impatient) { troubles.note($0) }
        let other = try Holder(of: path)
        writer.submit(batches(1, seed: 5)[0])
        // The writer has it, and waits for the lock with all patience.
        #expect(writer.flush(within: 1) == .late)
        let begin = ContinuousClock.now
        #expect(!history.isInMemory)
        #expect(ContinuousClock.now - begin < .seconds(1))
        other.free()
        writer.close()
        #expect(try history.eventCount() == 20)
    }

    @Test func `beyond the bound memory takes over until the next start`() throws {
        let folder = TestFolder()
        let path = folder.file("history.sqlite")
        let history = try History(path: path)
        let troubles = Troubles()
        var settings = impatient
        settings.mostSuspended = 300
        let writer = HistoryWriter(history: history, settings: settings) { troubles.note($0) }
        let all = batches(60, seed: 2)
        for batch in all[..<10] { writer.submit(batch) }
        writer.flush()
        try history.execute("PRAGMA max_page_count = 1")
        for batch in all[10...] {
            writer.submit(batch)
            writer.flush()
        }
        writer.close()
        #expect(troubles.all.count == 2)
        #expect(history.isInMemory)
        #expect(try history.positions() == ["log": [59]])
        // The next start goes on from the last position on disk: nothing is lost.
        let again = try History(path: path)
        let stored = try again.eventCount()
        let position = try again.positions()["log"]?.first
        #expect(stored == (Int(position ?? 0) + 1) * 20)
    }

    @Test func `what waits keeps the last value of each key`() throws {
        var backlog = HistoryBacklog(firstRetry: 1)
        var (first, second, third) = (HistoryBatch(), HistoryBatch(), HistoryBatch())
        first.states = ["a": [1], "b": [1]]
        first.lives = [(1, [1]), (2, [1])]
        first.removedStates = ["c"]
        second.removedStates = ["a"]
        second.removedLives = [1]
        third.states = ["c": [3], "b": [3]]
        third.lives = [(2, [3])]
        third.positions = ["log": [3]]
        for batch in [first, second, third] { backlog.append(batch) }
        let batch = backlog.batch
        #expect(batch.states == ["b": [3], "c": [3]])
        #expect(batch.removedStates == ["a"])
        #expect(batch.lives.map(\.number) == [2])
        #expect(batch.lives.map(\.value) == [[3]])
        #expect(batch.removedLives == [1])
        #expect(batch.positions == ["log": [3]])
    }

    @Test func `while the disk hangs, what nobody waits with does not pile up`() throws {
        let folder = TestFolder()
        let history = try History(path: folder.file("history.sqlite"))
        let troubles = Troubles()
        let writer = HistoryWriter(history: history) { troubles.note($0) }
        var first = batches(1, seed: 6)[0]
        first.states = ["a": [1], "b": [1]]
        history.backend.withLock { _ in
            writer.submit(first)
            for number in 0..<1_000 {
                var batch = HistoryBatch()
                batch.states = ["a": [UInt8(number & 0xFF)]]
                batch.removedStates = number == 500 ? ["b"] : []
                batch.lives = [(Int64(number % 3) + 1, [UInt8(number & 0xFF)])]
                writer.submit(batch)
                if number % 100 == 0 { #expect(writer.waitingCount < 20) }
            }
            #expect(writer.waitingCount < 20)
            #expect(writer.flush(within: 0.1) == .late)
        }
        #expect(writer.flush() == .stored)
        writer.close()
        let state = try history.state()
        #expect(state.states == ["a": [999 & 0xFF]])
        #expect(state.lives == [1: [999 & 0xFF], 2: [997 & 0xFF], 3: [998 & 0xFF]])
        #expect(try history.eventCount() == 20)
        #expect(troubles.all.isEmpty)
    }

    @Test func `a history that is deleted while it is written is told of once`() throws {
        let folder = TestFolder()
        let path = folder.file("history.sqlite")
        let history = try History(path: path)
        let troubles = Troubles()
        let writer = HistoryWriter(history: history, settings: impatient) { troubles.note($0) }
        for batch in batches(5, seed: 5) { writer.submit(batch) }
        writer.flush()
        #expect(troubles.all.isEmpty)
        for suffix in ["", "-wal", "-shm"] {
            try FileManager.default.removeItem(atPath: path + suffix)
        }
        troubles.wait(for: 1)
        #expect(history.isInMemory)
        writer.close()
        #expect(troubles.all == [.removed(path: path)])
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
