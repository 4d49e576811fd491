import Foundation
import Glibc
import TestSupport
import Testing

@testable import LogSource

/// Lines of more than 64 KiB: cut at the same place whoever reads them, and nothing behind them is lost.
@Suite struct OverlongLineTests {
    /// A line, and where it begins in the log.
    private struct Line: Equatable {
        var offset: Int
        var bytes: [UInt8]
    }

    private let folder = TestFolder()
    private let long = String(repeating: "x", count: 70_000)
    private let cut = String(repeating: "x", count: BlockReader.longestLine)

    private static func lines(_ block: LogBlock) -> [Line] {
        var offset = block.offset
        return BlockReaderTests.lines(Array(block.bytes[..<block.count])).map { bytes in
            defer { offset += bytes.count + 1 }
            return Line(offset: offset, bytes: bytes)
        }
    }

    /// What `tail` has now.
    private static func lines(_ tail: Tail) -> [Line] {
        var lines: [Line] = []
        while tail.follower.poll(&tail.block) != nil { lines += Self.lines(tail.block) }
        return lines
    }

    private static func content(_ random: inout SeededRandom) -> [UInt8] {
        var content = Array("the first\n".utf8)
        for _ in 0..<40 {
            let length =
                switch random.next() % 5 {
                case 0: 65_530 + Int(random.next() % 14)
                case 1: Int(random.next() % 200_000)
                default: Int(random.next() % 300)
                }
            content += [UInt8](repeating: UInt8(97 + random.next() % 26), count: length) + [10]
        }
        return content
    }

    @Test(arguments: [65_537, 70_000, 262_144])
    func `overlong lines are cut alike in a file, a pipe, a compressed log and an audit`(
        capacity: Int
    ) throws {
        let seed = UInt64.random(in: 1...(.max))
        var random = SeededRandom(seed: seed)
        let content = Self.content(&random)
        try folder.append("the first\n", to: "mail.log")
        let begun = try Tail([folder.file("mail.log")])
        #expect(begun.read() == ["the first"])
        try folder.append(Array(content.dropFirst(10)), to: "mail.log")
        var expected: [Line] = []
        var reader = try BlockReader(path: folder.file("mail.log"))
        var block = LogBlock(capacity: 131_072)
        while try reader.next(&block) { expected += Self.lines(block) }
        #expect(expected.count == 41)

        let file = try Tail([folder.file("mail.log")])
        file.block = LogBlock(capacity: capacity)
        #expect(Self.lines(file) == expected, "seed \(seed)")
        #expect(file.follower.counts.overlongLines == reader.overlongLines, "seed \(seed)")

        let pipe = folder.file("pipe")
        // SAFETY: the path lives during the call.
        #expect(unsafe mkfifo(pipe, 0o600) == 0)
        let stream = try Tail([pipe])
        stream.block = LogBlock(capacity: capacity)
        let writer = try #require(WritableFile(forWritingAtPath: pipe))
        var streamed: [Line] = []
        var start = 0
        while start < content.count {
            // A pipe holds 64 KiB.
            let end = min(content.count, start + 1 + Int(random.next() % 65_536))
            try writer.write(contentsOf: content[start..<end])
            streamed += Self.lines(stream)
            start = end
        }
        #expect(streamed == expected, "seed \(seed)")
        #expect(stream.follower.counts.overlongLines == reader.overlongLines, "seed \(seed)")

        try folder.rename("mail.log", "mail.log.1")
        try folder.compress("mail.log.1")
        try folder.append("the last\n", to: "mail.log")
        let packed = try Tail([folder.file("mail.log")], at: begun.follower.positions)
        packed.block = LogBlock(capacity: capacity)
        let rest = Self.lines(packed)
        #expect(rest.dropLast() == expected.dropFirst(), "seed \(seed)")
        #expect(packed.follower.counts.overlongLines == reader.overlongLines, "seed \(seed)")
    }

    @Test func `lines behind an overlong one in the same block are not waited for`() throws {
        try folder.append("one\n" + long + "\ntwo\n", to: "mail.log")
        let wake = StepWake()
        var settings = FollowSettings()
        settings.start = .beginning
        let follower = try FileFollower(
            paths: [folder.file("mail.log")],
            settings: settings,
            wake: wake
        )
        var block = LogBlock(capacity: 262_144)
        for _ in 0..<3 { #expect(follower.next(&block) != nil) }
        #expect(wake.waits == 0)
    }

    @Test func `the line after an overlong one is read from a log that was compressed meanwhile`()
        throws
    {
        try folder.append("one\n" + long, to: "mail.log")
        let tail = try Tail([folder.file("mail.log")])
        #expect(tail.read() == ["one", cut])
        try folder.append("xxx\ntwo\nthree\n", to: "mail.log")
        try folder.rename("mail.log", "mail.log.1")
        try folder.compress("mail.log.1")
        try folder.append("four\n", to: "mail.log")
        let again = try Tail([folder.file("mail.log")], at: tail.follower.positions)
        again.readAll()
        #expect(again.lines == ["two", "three", "four"])
    }

    @Test func `half a line that was read before its log was compressed is not read again`() throws
    {
        try folder.append("one\nhalf", to: "mail.log")
        let tail = try Tail([folder.file("mail.log")])
        tail.read()
        try folder.rename("mail.log", "mail.log.1")
        try folder.append("two\n", to: "mail.log")
        tail.readAll()
        #expect(tail.lines == ["one", "half", "two"])
        try folder.append(" a line\nlate\n", to: "mail.log.1")
        try folder.compress("mail.log.1")
        let again = try Tail([folder.file("mail.log")], at: tail.follower.positions)
        again.readAll()
        #expect(again.lines == ["late"])
    }

    @Test func `an overlong line that is truncated away goes on in its compressed copy`() throws {
        try folder.append("one\n" + long, to: "mail.log")
        let tail = try Tail([folder.file("mail.log")])
        tail.read()
        // More of it is passed over, and the log ends inside.
        try folder.append(long, to: "mail.log")
        tail.read()
        try folder.append("\ntwo\n", to: "mail.log")
        try folder.copy("mail.log", "mail.log.1")
        try folder.compress("mail.log.1")
        try folder.truncate("mail.log")
        try folder.append("three\n", to: "mail.log")
        tail.readAll()
        #expect(tail.lines == ["one", cut, "two", "three"])
        #expect(tail.follower.counts.possiblyLost == 0)
    }

    @Test func `the last line of a file that was left is whole if its newline came after all`()
        throws
    {
        try folder.append("one\n", to: "mail.log")
        let log = try PlainLog(
            path: folder.file("mail.log"),
            at: FilePosition(file: .none, path: folder.file("mail.log"))
        )
        var block = LogBlock(capacity: 70_000)
        guard case .lines = try log.read(into: &block), case .nothing = try log.read(into: &block)
        else {
            Issue.record("one line is there")
            return
        }
        try folder.append("two\n", to: "mail.log")
        #expect(try log.readTail(into: &block))
        try folder.append("three\n", to: "mail.log")
        guard case .lines = try log.read(into: &block) else {
            Issue.record("the next line is no rest of the one before")
            return
        }
        #expect(block.count == 6)
    }
}
