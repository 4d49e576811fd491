import Foundation
import TestSupport
import Testing

@testable import LogSource

/// Zero bytes between lines, as a truncation under a writer or a power cut leaves them.
@Suite struct ZeroTests {
    private let folder = TestFolder()

    private func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

    @Test(arguments: [1_000, 1_024, 16_000, 30_000, 300_000], [true, false])
    func `a log with zeros before a line is the same one when it is compressed`(
        count: Int,
        isWrittenInParts: Bool
    ) throws {
        try folder.append("one\n", to: "mail.log")
        let tail = try Tail([folder.file("mail.log")])
        tail.read()
        try folder.append(zeros(count), to: "mail.log")
        if isWrittenInParts { tail.readAll() }
        try folder.append("two\n", to: "mail.log")
        tail.readAll()
        try folder.append(String(repeating: "three\n", count: 100), to: "mail.log")
        tail.readAll()
        #expect(tail.lines.count == 102)
        try folder.rename("mail.log", "mail.log.1")
        try folder.compress("mail.log.1")
        try folder.append("four\n", to: "mail.log")
        let again = try Tail([folder.file("mail.log")], at: tail.follower.positions)
        again.readAll()
        #expect(again.lines == ["four"])
        #expect(again.follower.counts.possiblyLost == 0)
    }

    /// Lines, some of them as long as what counts or as what is read at once, and zeros before some.
    private func content(_ random: inout SeededRandom) -> [UInt8] {
        let lengths = [0, 3, 100, 1_000, 1_023, 1_024, 1_025, 5_000, 17_000]
        let gaps = [0, 0, 0, 1, 900, 1_023, 1_024, 1_100, 9_000, 17_408, 70_000]
        var content: [UInt8] = []
        for _ in 0..<Int.random(in: 1...30, using: &random) {
            let gap = gaps.randomElement(using: &random) ?? 0
            let length = lengths.randomElement(using: &random) ?? 0
            let letter = UInt8.random(in: 97...122, using: &random)
            content += zeros(gap) + [UInt8](repeating: letter, count: length) + [10]
        }
        return content + (Bool.random(using: &random) ? zeros(2_000) : [])
    }

    @Test func `a log begins with the same lines, however it is read`() throws {
        let seed = UInt64.random(in: 1...(.max))
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            let file = try TemporaryFile(content(&random))
            let plain = try LogHead(of: LogSource.FileHandle(path: file.path), isWhole: true)
            for capacity in [65_537, 131_072] {
                var blockwise = LogHead()
                var reader = try BlockReader(path: file.path)
                var block = LogBlock(capacity: capacity)
                while try reader.next(&block) { blockwise.append(block) }
                let lines = blockwise.lines
                #expect(plain?.lines ?? 0 == lines, "seed \(seed)")
                #expect(plain?.hash(of: lines) == blockwise.hash(of: lines), "seed \(seed)")
                #expect(plain?.isFull ?? false == blockwise.isFull, "seed \(seed)")
            }
        }
    }

    @Test func `the first line after the zeros that a power cut left is read`() throws {
        try folder.append("one\ntwo\n", to: "mail.log")
        let tail = try Tail([folder.file("mail.log")])
        tail.read()
        let writer = try #require(WritableFile(forWritingAtPath: folder.file("mail.log")))
        try writer.truncate(atOffset: 4)
        try folder.append(zeros(2), to: "mail.log")
        tail.readAll()
        #expect(tail.listener.events.contains(.resumedAtEnd(path: folder.file("mail.log"))))
        try folder.append("three\n", to: "mail.log")
        tail.readAll()
        #expect(tail.lines == ["one", "two", "three"])
    }
}
