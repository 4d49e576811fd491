import LogSource
import TestSupport
import Testing

/// Compressed logs, by content.
@Suite struct CompressedLogTests {
    /// A log that compresses no better than logs do.
    private static func log(lines: Int) -> [UInt8] {
        var random = SeededRandom(seed: 7)
        var log: [UInt8] = []
        for line in 0..<lines {
            log += Array("line \(line) \(random.next()) \(random.next())\n".utf8)
        }
        return log
    }

    @Test(arguments: ["gzip", "bzip2", "xz", "zstd"])
    func `a compressed log reads as the plain one`(tool: String) throws {
        let log = Self.log(lines: 20_000)
        guard let compressed = try TemporaryFile.compress(log, with: tool) else { return }
        let file = try TemporaryFile(compressed)
        let reading = try BlockReaderTests.read(file.path, capacity: 100_000, content: log)
        #expect(reading.lines.count == 20_000)
        #expect(reading.isInPlace)
        #expect(reading.error == nil)
        #expect(try BlockReader(path: file.path).isCompressed)
    }

    @Test(arguments: ["gzip", "bzip2", "xz", "zstd"])
    func `several members are one log`(tool: String) throws {
        let parts = [Self.log(lines: 3_000), [], Array("the middle\nhalf a li".utf8)]
        let last = Array("ne\n".utf8)
        var compressed: [UInt8] = []
        for part in parts + [last] {
            guard let member = try TemporaryFile.compress(part, with: tool) else { return }
            compressed += member
        }
        let whole = parts.flatMap(\.self) + last
        let file = try TemporaryFile(compressed)
        let reading = try BlockReaderTests.read(file.path, capacity: 262_144, content: whole)
        #expect(BlockReaderTests.lines(whole) == reading.lines)
        #expect(reading.isInPlace)
        #expect(reading.error == nil)
    }

    @Test func `an empty compressed log has no lines`() throws {
        guard let compressed = try TemporaryFile.compress([], with: "gzip") else { return }
        let file = try TemporaryFile(compressed)
        let reading = try BlockReaderTests.read(file.path, capacity: 65_537, content: [])
        #expect(reading.lines.isEmpty)
        #expect(reading.error == nil)
    }

    @Test func `a damaged log gives what was readable, and then the error`() throws {
        let log = Self.log(lines: 100_000)
        guard let compressed = try TemporaryFile.compress(log, with: "gzip") else { return }
        let file = try TemporaryFile(Array(compressed[..<(compressed.count / 2)]))
        let reading = try BlockReaderTests.read(file.path, capacity: 262_144, content: log)
        guard case .damaged(let path, _) = reading.error else {
            Issue.record("\(String(describing: reading.error))")
            return
        }
        #expect(path == file.path)
        #expect(reading.isInPlace)
        // What the decompressor held when it met the end is lost: less than one of its buffers.
        #expect(reading.lines.count > 45_000)
        let whole = BlockReaderTests.lines(log)
        #expect(Array(whole[..<reading.lines.count]) == reading.lines)
    }

    /// gzip is not among them: libarchive does not look at its checksum.
    @Test(arguments: ["bzip2", "xz", "zstd"])
    func `damage in the middle is an error, too`(tool: String) throws {
        let log = Self.log(lines: 100_000)
        guard var compressed = try TemporaryFile.compress(log, with: tool) else { return }
        for index in compressed.count / 2..<compressed.count / 2 + 200 { compressed[index] = 0xFF }
        let file = try TemporaryFile(compressed)
        let reading = try BlockReaderTests.read(file.path, capacity: 262_144, content: log)
        #expect(reading.error != nil)
        #expect(reading.lines.count > 30_000)
    }

    @Test(arguments: [[0x1F, 0x8B], [0x1F, 0x8B, 0x08], [0x42, 0x5A, 0x68, 0x39, 1, 2, 3, 4, 5]])
    func `a head without a body is damaged`(content: [UInt8]) throws {
        let file = try TemporaryFile(content)
        let error = #expect(throws: LogSourceError.self) {
            var reader = try BlockReader(path: file.path)
            var block = LogBlock(capacity: 65_537)
            _ = try reader.next(&block)
        }
        guard case .damaged = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
