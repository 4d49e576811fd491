import Foundation
import Testing

@testable import LogSource

/// One test for each thing that happens to a log.
@Suite struct RotationScenarioTests {
    private let folder = TestFolder()

    private func tail(
        at positions: [String: SourcePosition] = [:],
        start: FollowStart = .beginning
    ) throws -> Tail {
        try Tail([folder.file("mail.log")], at: positions, start: start)
    }

    @Test func `a half line waits for its newline`() throws {
        try folder.append("one\ntw", to: "mail.log")
        let tail = try tail()
        #expect(tail.read() == ["one"])
        try folder.append("o", to: "mail.log")
        #expect(tail.read() == [])
        try folder.append("\n", to: "mail.log")
        #expect(tail.read() == ["two"])
        #expect(tail.blocks.map(\.line) == [1, 2])
        #expect(tail.blocks.map(\.offset) == [0, 4])
    }

    @Test func `a file that is missing at the start is read from its first line`() throws {
        let tail = try tail(start: .now)
        #expect(tail.read() == [])
        try folder.append("one\n", to: "mail.log")
        tail.wake.now += .seconds(1)
        #expect(tail.read() == ["one"])
    }

    @Test func `without a position only new lines count`() throws {
        try folder.append("old\nhalf", to: "mail.log")
        let tail = try tail(start: .now)
        #expect(tail.read() == [])
        try folder.append(" more\nnew\n", to: "mail.log")
        #expect(tail.read() == ["half more", "new"])
        #expect(tail.blocks.map(\.line) == [2])
        #expect(tail.blocks.map(\.offset) == [4])
    }

    @Test func `a log that stayed silent until a stop is resumed where it was begun`() throws {
        try folder.append("old\n", to: "mail.log")
        let positions = try tail(start: .now).follower.positions
        try folder.append("new\n", to: "mail.log")
        try folder.rename("mail.log", "mail.log.1")
        try folder.append("newer\n", to: "mail.log")
        let tail = try tail(at: positions, start: .now)
        tail.readAll()
        #expect(tail.lines == ["new", "newer"])
    }

    @Test func `a writer may go on in the renamed file for a while`() throws {
        try folder.append("one\n", to: "mail.log")
        let tail = try tail()
        tail.read()
        try folder.rename("mail.log", "mail.log.1")
        try folder.append("", to: "mail.log")
        tail.wake.now += .seconds(60)
        #expect(tail.read() == [])
        try folder.append("two\n", to: "mail.log.1")
        #expect(tail.read() == ["two"])
        try folder.append("three\n", to: "mail.log")
        // The old file is quiet, but not for long enough.
        tail.wake.now += .milliseconds(500)
        #expect(tail.read() == [])
        try folder.append("late\n", to: "mail.log.1")
        #expect(tail.read() == ["late"])
        tail.readAll()
        #expect(tail.lines == ["one", "two", "late", "three"])
        #expect(tail.follower.counts.rotations == 1)
    }

    @Test func `a deleted file is read to its end`() throws {
        try folder.append("one\n", to: "mail.log")
        let tail = try tail()
        tail.read()
        try folder.append("two\n", to: "mail.log")
        try folder.remove("mail.log")
        #expect(tail.read() == ["two"])
        try folder.append("three\n", to: "mail.log")
        tail.readAll()
        #expect(tail.lines == ["one", "two", "three"])
        #expect(tail.follower.counts.possiblyLost == 0)
    }

    @Test func `a last line without a newline is delivered when its file is left`() throws {
        try folder.append("one\nhalf", to: "mail.log")
        let tail = try tail()
        tail.read()
        try folder.rename("mail.log", "mail.log.1")
        try folder.append("two\n", to: "mail.log")
        tail.readAll()
        #expect(tail.lines == ["one", "half", "two"])
        let again = try self.tail(at: tail.follower.positions)
        again.readAll()
        #expect(again.lines == [])
    }

    @Test func `what was rotated away while we were down is read without waiting`() throws {
        try folder.append("first\n", to: "mail.log")
        let before = try tail()
        before.read()
        for (text, name) in [("second\n", "mail.log.3"), ("third\n", "mail.log.2")] {
            try folder.rename("mail.log", name)
            try folder.compress(name)
            try folder.append(text, to: "mail.log")
        }
        try folder.rename("mail.log", "mail.log.1")
        try folder.age("mail.log.1", by: 3_600)
        try folder.append("fourth\n", to: "mail.log")
        // The clock stands still.
        let after = try tail(at: before.follower.positions)
        #expect(["second", "third", "fourth"] == after.read())
    }

    @Test(arguments: ["gzip", "xz", "bzip2"])
    func `files that were rotated and compressed while down are read in order`(
        tool: String
    ) throws {
        try folder.append("one\ntwo\n", to: "mail.log")
        let first = try tail()
        first.read()
        try folder.append("three\n", to: "mail.log")
        for (names, line) in [(["mail.log.1"], "four"), (["mail.log.2", "mail.log.1"], "five")] {
            if names.count == 2 { try folder.rename("mail.log.1", "mail.log.2") }
            try folder.rename("mail.log", "mail.log.1")
            try folder.append(line + "\n", to: "mail.log")
        }
        try folder.compress("mail.log.2", with: tool)
        let tail = try tail(at: first.follower.positions)
        tail.readAll()
        #expect(tail.lines == ["three", "four", "five"])
        #expect(Set(tail.blocks.map(\.identity)).count == 3)
        // The compressed file keeps its identity and its offsets.
        #expect(tail.blocks[0].identity == first.blocks[0].identity)
        #expect(tail.blocks[0].offset == 8)
        #expect(tail.blocks[0].line == 3)
    }

    @Test func `a rotated log with a wrong checksum is complained of, and does not stop`() throws {
        try folder.append("one\ntwo\n", to: "mail.log")
        let first = try tail()
        first.read()
        try folder.append("three\n", to: "mail.log")
        try folder.rename("mail.log", "mail.log.1")
        try folder.append("four\n", to: "mail.log")
        try folder.compress("mail.log.1")
        try folder.damage("mail.log.1.gz", fromEnd: 5)
        let tail = try tail(at: first.follower.positions)
        tail.readAll()
        #expect(tail.lines == ["three", "four"])
        #expect(tail.follower.counts.possiblyLost == 1)
    }

    @Test func `dates in names give the order`() throws {
        try folder.append("one\n", to: "mail.log")
        let first = try tail()
        first.read()
        for (date, line) in [("20261102", "two"), ("20261103", "three"), ("20261104", "four")] {
            try folder.rename("mail.log", "mail.log-" + date)
            try folder.append(line + "\n", to: "mail.log")
        }
        try folder.compress("mail.log-20261103")
        let tail = try tail(at: first.follower.positions)
        tail.readAll()
        #expect(tail.lines == ["two", "three", "four"])
    }

    @Test func `the unread rest of a truncated file is taken from its copy`() throws {
        try folder.append("one\ntwo\n", to: "mail.log")
        let tail = try tail()
        tail.read()
        try folder.append("three\n", to: "mail.log")
        try folder.copy("mail.log", "mail.log.1")
        try folder.truncate("mail.log")
        // The file grows past the offset before anybody looks.
        try folder.append("four four four\nfive\n", to: "mail.log")
        tail.readAll()
        #expect(tail.lines == ["one", "two", "three", "four four four", "five"])
        #expect(tail.follower.counts.truncations == 1)
        #expect(tail.follower.counts.possiblyLost == 0)
    }

    @Test func `a truncated file without a copy is told of`() throws {
        try folder.append("one\ntwo\n", to: "mail.log")
        let tail = try tail()
        tail.read()
        try folder.truncate("mail.log")
        try folder.append("three\n", to: "mail.log")
        tail.readAll()
        #expect(tail.lines == ["one", "two", "three"])
        #expect(tail.follower.counts.possiblyLost == 1)
    }

    @Test func `zeros of a writer that does not append are skipped and counted`() throws {
        try folder.append("one\ntwo\n", to: "mail.log")
        let tail = try tail()
        tail.read()
        try folder.copy("mail.log", "mail.log.1")
        try folder.truncate("mail.log")
        try folder.append([UInt8](repeating: 0, count: 200_000), to: "mail.log")
        #expect(tail.read() == [])
        try folder.append("three\nfour\n", to: "mail.log")
        tail.readAll()
        #expect(tail.lines == ["one", "two", "three", "four"])
        #expect(tail.follower.counts.zeros == 200_000)
        try folder.append("five\n", to: "mail.log")
        let again = try self.tail(at: tail.follower.positions)
        again.readAll()
        #expect(again.lines == ["five"])
    }

    @Test func `a line without end stays bounded and is cut`() throws {
        try folder.append("one\n", to: "mail.log")
        let tail = try tail()
        tail.read()
        for _ in 0..<20 {
            try folder.append([UInt8](repeating: 65, count: 30_000), to: "mail.log")
            tail.read()
        }
        let stopped = tail.follower.positions
        try folder.append("\ntwo\n", to: "mail.log")
        tail.readAll()
        #expect(tail.lines.map(\.count) == [3, BlockReader.longestLine, 3])
        #expect(tail.follower.counts.overlongLines == 1)
        let again = try self.tail(at: stopped)
        again.readAll()
        #expect(again.lines == ["two"])
    }

    @Test func `a checkpointed file that is gone is told of, and the rest is read`() throws {
        try folder.append("one\n", to: "mail.log")
        let first = try tail()
        first.read()
        try folder.remove("mail.log")
        try folder.append("two\n", to: "mail.log.1")
        try folder.append("three\n", to: "mail.log")
        let tail = try tail(at: first.follower.positions)
        tail.readAll()
        #expect(tail.lines == ["two", "three"])
        #expect(tail.follower.counts.possiblyLost == 1)
    }

    @Test func `a file shorter than the checkpoint goes on at its end`() throws {
        try folder.append("one\ntwo\n", to: "mail.log")
        let first = try tail()
        first.read()
        let handle = try #require(WritableFile(forWritingAtPath: folder.file("mail.log")))
        try handle.truncate(atOffset: 4)
        try folder.append("three\n", to: "mail.log")
        try handle.truncate(atOffset: 4)
        let tail = try tail(at: first.follower.positions)
        tail.readAll()
        try folder.append("four\n", to: "mail.log")
        tail.readAll()
        #expect(tail.lines == ["four"])
        #expect(tail.listener.events.contains(.resumedAtEnd(path: folder.file("mail.log"))))
    }

    @Test func `a position survives being stored`() throws {
        try folder.append("one\n", to: "mail.log")
        let first = try tail()
        first.read()
        let stored = try JSONEncoder().encode(first.follower.positions)
        let positions = try JSONDecoder().decode([String: SourcePosition].self, from: stored)
        #expect(positions == first.follower.positions)
        #expect(stored.count < 1_000)
    }

    @Test func `a directory that announces no changes is told of once`() throws {
        try folder.append("one\n", to: "mail.log")
        let (wake, listener) = (StepWake(), Listener())
        wake.isDeaf = true
        let follower = try FileFollower(
            paths: [folder.file("*.log")],
            settings: FollowSettings(),
            wake: wake,
            observer: listener
        )
        try folder.append("two\n", to: "other.log")
        var block = LogBlock(capacity: 70_000)
        for _ in 0..<4 {
            wake.now += .seconds(1)
            _ = follower.poll(&block)
        }
        let told = listener.events.filter { if case .polling = $0 { true } else { false } }
        #expect(told.count == 1)
        #expect(follower.positions.count == 2)
    }

    @Test func `a log that lost its end no longer confirms what was read there`() throws {
        try folder.append("one\ntwo\nthree\n", to: "mail.log")
        let log = folder.file("mail.log")
        let tail = try tail()
        tail.read()
        let stored = try #require(tail.follower.positions[log])
        #expect(stored.confirmed(in: log).position == stored)
        try folder.truncate("mail.log")
        try folder.append("one\ntwo\n", to: "mail.log")
        let (shorter, event) = stored.confirmed(in: log)
        #expect(event == .resumedAtEnd(path: log))
        #expect(offset(shorter) == 8)
        try folder.append("another third\n", to: "mail.log")
        let (other, loss) = stored.confirmed(in: log)
        #expect(loss == .possiblyLost(path: log, .truncatedWithoutCopy))
        #expect(offset(other) == 0)
        try folder.truncate("mail.log")
        try folder.append("quite another\n", to: "mail.log")
        #expect(stored.confirmed(in: log).position == stored)
    }

    private func offset(_ position: SourcePosition) -> Int? {
        if case .file(let file) = position.place { file.offset } else { nil }
    }
}
