import LogSource
import TestSupport
import Testing

/// Logs as blocks of whole lines.
@Suite struct BlockReaderTests {
    /// What a reader handed out.
    struct Reading: Equatable {
        var lines: [[UInt8]] = []
        var overlong = 0
        var blocks = 0
        var isInPlace = true
        var error: LogSourceError?
        var largest = 0
    }

    static func read(
        _ path: String,
        capacity: Int,
        content: [UInt8]
    ) throws -> Reading {
        var reading = Reading()
        var reader = try BlockReader(path: path)
        var block = LogBlock(capacity: capacity)
        do {
            while try reader.next(&block) {
                reading.blocks += 1
                reading.largest = max(reading.largest, block.count)
                let bytes = block.bytes[..<block.count]
                let end = block.offset + block.count
                if end > content.count || content[block.offset..<end] != bytes {
                    reading.isInPlace = false
                }
                reading.lines += Self.lines(Array(bytes))
            }
        } catch {
            reading.error = error
        }
        reading.overlong = reader.overlongLines
        return reading
    }

    /// Lines without their newlines; the last needs none.
    static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
        if lines.last == [] { lines.removeLast() }
        return lines
    }

    /// Lines of 0 to 70,000 bytes: mostly short, some at the edge of what is cut.
    private static func content(_ random: inout SeededRandom, endsInNewline: Bool) -> [UInt8] {
        var content: [UInt8] = []
        for _ in 0..<60 {
            let length: Int
            switch random.next() % 6 {
            case 0: length = 0
            case 1: length = 65_530 + Int(random.next() % 14)
            case 2: length = Int(random.next() % 70_000)
            default: length = Int(random.next() % 300)
            }
            let first = UInt8(97 + random.next() % 26)
            content += (0..<length).map { first &+ UInt8($0 % 7) }
            content.append(10)
        }
        if !endsInNewline { content.removeLast() }
        return content
    }

    @Test(arguments: [65_537, 65_600, 70_000, 100_003, 262_144], [true, false])
    func `every line comes once, whatever the size of the blocks`(
        capacity: Int,
        endsInNewline: Bool
    ) throws {
        let seed = UInt64.random(in: 1...(.max))
        var random = SeededRandom(seed: seed)
        for _ in 0..<4 {
            let content = Self.content(&random, endsInNewline: endsInNewline)
            let whole = Self.lines(content)
            let file = try TemporaryFile(content)
            let reading = try Self.read(file.path, capacity: capacity, content: content)
            let longest = BlockReader.longestLine
            #expect(whole.count == reading.lines.count, "seed \(seed)")
            for (expected, line) in zip(whole, reading.lines)
            where Array(expected.prefix(longest)) != line {
                Issue.record("seed \(seed): \(expected.count) bytes became \(line.count)")
            }
            #expect(whole.count { $0.count > longest } == reading.overlong, "seed \(seed)")
            #expect(reading.isInPlace, "seed \(seed)")
            #expect(reading.largest <= capacity)
        }
    }

    @Test(arguments: ["", "\n", "x", "x\n", "\n\n", "x\ny", "\nx"])
    func `small logs are read whole`(text: String) throws {
        let content = Array(text.utf8)
        let file = try TemporaryFile(content)
        let reading = try Self.read(file.path, capacity: 65_537, content: content)
        #expect(Self.lines(content) == reading.lines)
        #expect(reading.isInPlace)
    }

    @Test func `ten megabytes without a newline stay bounded`() throws {
        let content = [UInt8](repeating: 120, count: 10_000_000)
        let file = try TemporaryFile(content + Array("\nlast".utf8))
        let reading = try Self.read(
            file.path,
            capacity: 262_144,
            content: content + Array("\nlast".utf8)
        )
        #expect(reading.lines.map(\.count) == [BlockReader.longestLine, 4])
        #expect(reading.overlong == 1)
        #expect(reading.isInPlace)
        let bare = try TemporaryFile(content)
        let alone = try Self.read(bare.path, capacity: 262_144, content: content)
        #expect(alone.lines.map(\.count) == [BlockReader.longestLine])
        #expect(alone.overlong == 1)
    }

    @Test(arguments: [1, 65_536, 65_537, 262_144, 1_000_003], ["", "a\n"])
    func `a line behind any number of zeros is read`(_ zeros: Int, _ before: String) throws {
        let content =
            Array(before.utf8) + [UInt8](repeating: 0, count: zeros) + Array("b\nc\n".utf8)
        let file = try TemporaryFile(content)
        let reading = try Self.read(file.path, capacity: 262_144, content: content)
        let lines = reading.lines.map { Array($0.drop { $0 == 0 }) }
        #expect(lines == Self.lines(Array((before + "b\nc\n").utf8)))
        #expect(reading.overlong == 0 && reading.isInPlace)
    }

    @Test func `zeros alone are no line`() throws {
        let file = try TemporaryFile([UInt8](repeating: 0, count: 300_000))
        var reader = try BlockReader(path: file.path)
        var block = LogBlock(capacity: 262_144)
        #expect(try !reader.next(&block))
    }

    @Test func `a directory and a missing file are errors of their own`() {
        #expect(throws: LogSourceError.isDirectory(path: "/tmp")) {
            _ = try BlockReader(path: "/tmp").path
        }
        #expect(throws: LogSourceError.system(path: "/no/such", operation: "open", number: 2)) {
            _ = try BlockReader(path: "/no/such").path
        }
        let missing = LogSourceError.system(path: "/no/such", operation: "open", number: 2)
        #expect(missing.description == "cannot open: No such file or directory")
        #expect(missing.path == "/no/such")
    }

    @Test func `a log keeps its identity when it grows, and another has another`() throws {
        let first = Array("Nov  3 09:29:01 mail postfix/smtp[1]: x\n".utf8)
        var identities: Set<UInt64> = []
        for content in [first, first + first, first + [10], first + Array("more".utf8)] {
            identities.insert(try Self.identity(content))
        }
        #expect(identities.count == 1)
        let other = Array("Nov  3 09:29:02 mail postfix/smtp[1]: x\n".utf8)
        #expect(try !identities.contains(Self.identity(other)))
        let long = [UInt8](repeating: 65, count: 5_000)
        #expect(try Self.identity(long + [10]) == Self.identity(long + [66, 10]))
    }

    private static func identity(_ content: [UInt8]) throws -> UInt64 {
        let file = try TemporaryFile(content)
        var reader = try BlockReader(path: file.path)
        var block = LogBlock(capacity: 262_144)
        #expect(try reader.next(&block))
        var head = LogHead()
        head.append(block)
        return try #require(head.identity)
    }
}
