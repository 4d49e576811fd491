import Foundation
import Testing

@testable import LogSource

/// Lines that are written to a file after its successor was begun, and files that nobody may read.
@Suite struct LateLineTests {
    private let folder = TestFolder()

    private func tail(at positions: [String: SourcePosition] = [:]) throws -> Tail {
        try Tail([folder.file("mail.log")], at: positions)
    }

    /// A follower that has gone over to the new file.
    private func rotatedTail() throws -> Tail {
        try folder.append("one\n", to: "mail.log")
        let tail = try tail()
        tail.read()
        try folder.rename("mail.log", "mail.log.1")
        try folder.append("two\n", to: "mail.log")
        tail.readAll()
        #expect(tail.lines == ["one", "two"])
        return tail
    }

    @Test func `a writer that comes back to a file that was left is heard`() throws {
        let tail = try rotatedTail()
        try folder.append("late\n", to: "mail.log.1")
        try folder.append("three\n", to: "mail.log")
        tail.readAll()
        #expect(tail.lines.sorted() == ["late", "one", "three", "two"])
        let late = tail.blocks.first {
            $0.path.hasSuffix("mail.log") && $0.offset == 4 && $0.line == 2
        }
        #expect(late?.identity == tail.blocks[0].identity)
        tail.wake.now += .seconds(40)
        tail.read()
        try folder.append("later\n", to: "mail.log.1")
        #expect(tail.read() == ["later"])
    }

    @Test func `the wait for a writer has an end`() throws {
        let tail = try rotatedTail()
        tail.wake.now += .seconds(61)
        tail.read()
        try folder.append("too late\n", to: "mail.log.1")
        #expect(tail.read() == [])
        guard case .file(let position)? = tail.follower.positions.values.first?.place else {
            Issue.record("a file has a position")
            return
        }
        #expect(position.late.isEmpty)
    }

    @Test(arguments: [nil, "gzip"])
    func `late lines are neither lost nor repeated by a restart`(tool: String?) throws {
        let first = try rotatedTail()
        try folder.append("late\n", to: "mail.log.1")
        #expect(first.read() == ["late"])
        let stored = try JSONEncoder().encode(first.follower.positions)
        let positions = try JSONDecoder().decode([String: SourcePosition].self, from: stored)
        try folder.append("later\n", to: "mail.log.1")
        try folder.rename("mail.log.1", "mail.log.2")
        if let tool { try folder.compress("mail.log.2", with: tool) }
        let again = try tail(at: positions)
        again.readAll()
        #expect(again.lines == ["later"])
        let last = try tail(at: again.follower.positions)
        last.readAll()
        #expect(last.lines == [])
    }

    @Test func `what a block of late lines has that is stored already can be told`() throws {
        let tail = try rotatedTail()
        try folder.append("late\n", to: "mail.log.1")
        tail.read()
        let position = try #require(tail.follower.positions.values.first)
        for block in tail.blocks {
            #expect(position.bytesBefore(in: block, count: 4) == 4)
        }
        try folder.append("later\n", to: "mail.log.1")
        tail.read()
        let block = try #require(tail.blocks.last)
        #expect(position.bytesBefore(in: block, count: 6) == 0)
        var straddling = block
        straddling.offset -= 5
        #expect(position.bytesBefore(in: straddling, count: 11) == 5)
    }

    @Test func `a rotated file that may not be read is counted as possibly lost, once`() throws {
        try folder.append("one\n", to: "mail.log")
        let first = try tail()
        first.read()
        try folder.rename("mail.log", "mail.log.2")
        try folder.append("two\n", to: "mail.log.1")
        try folder.append("three\n", to: "mail.log")
        try folder.permit("mail.log.1", 0)
        try withoutPrivileges {
            let tail = try self.tail(at: first.follower.positions)
            tail.readAll()
            #expect(tail.lines == ["three"])
            #expect(tail.follower.counts.possiblyLost == 1)
            let lost = FollowEvent.possiblyLost(path: folder.file("mail.log.1"), .unreadableFile)
            #expect(tail.listener.events.count { $0 == lost } == 1)
        }
    }

    @Test func `at most four files are waited for`() throws {
        try folder.append("one\n", to: "mail.log")
        let tail = try tail()
        tail.read()
        for number in 1...9 {
            try folder.rename("mail.log", "mail.log-2026110\(number)")
            try folder.append("line \(number)\n", to: "mail.log")
            for _ in 0..<4 {
                tail.read()
                tail.wake.now += .seconds(1)
            }
        }
        for number in 1...9 {
            try folder.append("late \(number)\n", to: "mail.log-2026110\(number)")
        }
        tail.read()
        #expect(tail.lines.filter { $0.hasPrefix("late") }.sorted() == (6...9).map { "late \($0)" })
    }
}
