import Foundation
import Glibc
import Testing

@testable import LogSource

/// Links, patterns, pipes, permissions, and the system's own wake-ups.
@Suite struct SourceKindTests {
    private let folder = TestFolder()

    private func link(_ name: String, to target: String) throws {
        try? folder.remove(name)
        try FileManager.default.createSymbolicLink(
            atPath: folder.file(name),
            withDestinationPath: folder.file(target)
        )
    }

    @Test func `a link that is switched is followed, after a stop as well`() throws {
        try FileManager.default.createDirectory(
            atPath: folder.file("days"),
            withIntermediateDirectories: true
        )
        try folder.append("one\n", to: "days/1.log")
        try link("current", to: "days/1.log")
        let tail = try Tail([folder.file("current")])
        #expect(tail.read() == ["one"])
        try folder.append("two\n", to: "days/1.log")
        try folder.append("three\n", to: "days/2.log")
        try link("current", to: "days/2.log")
        let stopped = tail.follower.positions
        tail.readAll()
        #expect(tail.lines == ["one", "two", "three"])
        let again = try Tail([folder.file("current")], at: stopped)
        again.readAll()
        #expect(again.lines == ["two", "three"])
    }

    @Test func `a pattern stands for logs, not for their rotated files`() throws {
        try folder.append("a1\n", to: "a.log")
        try folder.append("old\n", to: "a.log.1")
        let tail = try Tail([folder.file("*.log*")])
        tail.readAll()
        #expect(tail.lines == ["a1"])
        try folder.append("b1\n", to: "b.log")
        tail.readAll()
        try folder.rename("b.log", "b.log.1")
        try folder.append("b2\n", to: "b.log")
        tail.readAll()
        #expect(tail.lines == ["a1", "b1", "b2"])
        #expect(
            Set(tail.follower.positions.keys) == [folder.file("a.log"), folder.file("b.log")]
        )
        let stopped = tail.follower.positions
        try folder.append("c1\n", to: "c.log")
        let again = try Tail([folder.file("*.log*")], at: stopped, start: .now)
        again.readAll()
        #expect(again.lines == ["c1"])
    }

    @Test func `a busy log keeps no new one from being found`() throws {
        try folder.append("a\n", to: "a.log")
        let tail = try Tail([folder.file("*.log")])
        try folder.append("b\n", to: "b.log")
        for _ in 0..<20 {
            try folder.append("a\n", to: "a.log")
            tail.wake.now += .milliseconds(50)
            tail.read(1)
        }
        #expect(tail.lines.contains("b"))
    }

    @Test func `a pipe gives whole lines, from one writer after another`() throws {
        let path = folder.file("pipe")
        // SAFETY: the path lives during the call.
        let made = unsafe mkfifo(path, 0o600)
        #expect(made == 0)
        let tail = try Tail([path])
        #expect(tail.read() == [])
        let first = try #require(WritableFile(forWritingAtPath: path))
        try first.write(contentsOf: Data("one\ntw".utf8))
        #expect(tail.read() == ["one"])
        try first.write(contentsOf: Data("o\n".utf8))
        try first.close()
        #expect(tail.read() == ["two"])
        let second = try #require(WritableFile(forWritingAtPath: path))
        try second.write(contentsOf: Data("three\n".utf8))
        #expect(tail.read() == ["three"])
        try second.close()
        #expect(tail.read() == [])
        #expect(!tail.follower.isEnded)
    }

    @Test func `half a line that a writer leaves in a pipe is not the next one's beginning`() throws
    {
        let path = folder.file("pipe")
        // SAFETY: the path lives during the call.
        #expect(unsafe mkfifo(path, 0o600) == 0)
        let tail = try Tail([path])
        #expect(tail.read() == [])
        for text in ["one\nhal", "two\n"] {
            let writer = try #require(WritableFile(forWritingAtPath: path))
            try writer.write(contentsOf: Data(text.utf8))
            try writer.close()
            tail.readAll()
        }
        #expect(tail.lines == ["one", "hal", "two"])
    }

    @Test func `a pipe that is gone is told of once, and read when it is there again`() throws {
        let path = folder.file("pipe")
        // SAFETY: the path lives during the call.
        #expect(unsafe mkfifo(path, 0o600) == 0)
        let tail = try Tail([path])
        let writer = try #require(WritableFile(forWritingAtPath: path))
        try writer.write(contentsOf: Data("one\n".utf8))
        tail.readAll()
        try FileManager.default.removeItem(atPath: path)
        try writer.close()
        for _ in 0..<5 { tail.readAll() }
        #expect(tail.listener.events.count == 1)
        #expect(unsafe mkfifo(path, 0o600) == 0)
        for _ in 0..<5 { tail.readAll() }
        let second = try #require(WritableFile(forWritingAtPath: path))
        try second.write(contentsOf: Data("two\n".utf8))
        tail.readAll()
        #expect(tail.lines == ["one", "two"])
    }

    @Test func `a log that may not be read is told of once and read later`() throws {
        try folder.append("one\n", to: "mail.log")
        try folder.permit("mail.log", 0)
        let tail = try withoutPrivileges {
            let tail = try Tail([folder.file("mail.log")])
            tail.readAll()
            return tail
        }
        #expect(tail.lines == [])
        #expect(tail.listener.events.count == 1)
        try folder.permit("mail.log", 0o644)
        try withoutPrivileges { tail.readAll() }
        #expect(tail.lines == ["one"])
    }

    @Test(arguments: [true, false])
    func `the system wakes for a line, and for a stop`(usesAnnouncements: Bool) throws {
        let path = folder.file("mail.log")
        try folder.append("", to: "mail.log")
        let wake = SystemWake(usesAnnouncements: usesAnnouncements)
        let stop = wake.stop
        let follower = try FileFollower(paths: [path], wake: wake)
        var block = LogBlock(capacity: 70_000)
        #expect(follower.poll(&block) == nil)
        let writer = Thread {
            let file = WritableFile(forWritingAtPath: path)
            try? file?.write(contentsOf: Data("one\n".utf8))
        }
        writer.start()
        let found = follower.next(&block)
        #expect(found?.offset == 0)
        #expect(block.count == 4)
        stop()
        #expect(follower.next(&block) == nil)
    }

    @Test func `a directory is refused`() throws {
        #expect(throws: LogSourceError.isDirectory(path: folder.path)) {
            try Tail([folder.path])
        }
    }
}
