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

    /// What libarchive has unpacked and not handed out when it meets the end is lost; zlib's is not.
    @Test(arguments: [("gzip", 0), ("bzip2", 65_536), ("xz", 65_536), ("zstd", 65_536)])
    func `a log that ends early gives what was readable, and then the error`(
        tool: String,
        lost: Int
    ) throws {
        let log = Self.log(lines: 100_000)
        guard let compressed = try TemporaryFile.compress(log, with: tool) else { return }
        let file = try TemporaryFile(Array(compressed[..<(compressed.count / 2)]))
        let reading = try BlockReaderTests.read(file.path, capacity: 262_144, content: log)
        guard case .damaged(let path, _) = reading.error else {
            Issue.record("\(String(describing: reading.error))")
            return
        }
        #expect(path == file.path)
        #expect(reading.isInPlace)
        let whole = BlockReaderTests.lines(log)
        #expect(Array(whole[..<reading.lines.count]) == reading.lines)
        // The tool itself, which is not asked what it thinks of the end.
        let readable = try TemporaryFile.run(tool, ["-d", "-c", "-q", file.path]).output
        let next = reading.lines.reduce(0) { $0 + $1.count + 1 } + whole[reading.lines.count].count
        #expect(readable.count - lost <= next)
    }

    @Test(arguments: ["gzip", "bzip2", "xz", "zstd"])
    func `damage in the middle is an error, too`(tool: String) throws {
        let log = Self.log(lines: 100_000)
        guard var compressed = try TemporaryFile.compress(log, with: tool) else { return }
        for index in compressed.count / 2..<compressed.count / 2 + 200 { compressed[index] = 0xFF }
        let file = try TemporaryFile(compressed)
        let reading = try BlockReaderTests.read(file.path, capacity: 262_144, content: log)
        #expect(reading.error != nil)
        #expect(reading.lines.count > 30_000)
    }

    /// `compressed` must be complained of as damaged, and give `lines` in spite of it.
    private func expectDamage(_ compressed: [UInt8], _ log: [UInt8], lines: Int) throws {
        let file = try TemporaryFile(compressed)
        let reading = try BlockReaderTests.read(file.path, capacity: 262_144, content: log)
        guard case .damaged = reading.error else {
            Issue.record("\(String(describing: reading.error))")
            return
        }
        #expect(reading.lines.count == lines)
    }

    @Test(arguments: 1...8)
    func `a gzip log with a wrong checksum or length is complained of`(fromEnd: Int) throws {
        let log = Self.log(lines: 5_000)
        guard var compressed = try TemporaryFile.compress(log, with: "gzip") else { return }
        compressed[compressed.count - fromEnd] ^= 0x10
        try expectDamage(compressed, log, lines: 5_000)
        // The members after it are read all the same.
        guard let next = try TemporaryFile.compress(log, with: "gzip") else { return }
        try expectDamage(compressed + next, log + log, lines: 10_000)
    }

    @Test func `a byte that became another in a gzip log is complained of`() throws {
        let log = Self.log(lines: 5_000)
        guard let compressed = try TemporaryFile.compress(log, with: "gzip") else { return }
        let whole = BlockReaderTests.lines(log)
        var complaints = 0
        for place in stride(from: 40, to: compressed.count - 8, by: compressed.count / 40) {
            var damaged = compressed
            damaged[place] ^= 0x04
            let file = try TemporaryFile(damaged)
            let reading = try BlockReaderTests.read(file.path, capacity: 262_144, content: log)
            if reading.error != nil { complaints += 1 }
            // The length of a code that no byte has may change without harm.
            #expect(reading.error != nil || reading.lines == whole, "byte \(place)")
        }
        #expect(complaints > 35)
    }

    @Test func `what is not gzip behind a gzip log is complained of, zeros are not`() throws {
        let log = Self.log(lines: 5_000)
        guard let compressed = try TemporaryFile.compress(log, with: "gzip") else { return }
        try expectDamage(compressed + Array("a plain line\n".utf8), log, lines: 5_000)
        try expectDamage(compressed + [0x1F], log, lines: 5_000)
        let padded = try TemporaryFile(compressed + [UInt8](repeating: 0, count: 200_000))
        let reading = try BlockReaderTests.read(padded.path, capacity: 262_144, content: log)
        #expect(reading.error == nil && reading.lines.count == 5_000)
    }

    @Test func `a compressed log inside another is read`() throws {
        let log = Self.log(lines: 5_000)
        for (inner, outer) in [("gzip", "gzip"), ("xz", "gzip"), ("gzip", "xz")] {
            guard let first = try TemporaryFile.compress(log, with: inner),
                let second = try TemporaryFile.compress(first, with: outer)
            else { return }
            let file = try TemporaryFile(second)
            let reading = try BlockReaderTests.read(file.path, capacity: 262_144, content: log)
            #expect(reading.error == nil && reading.lines.count == 5_000, "\(inner) in \(outer)")
        }
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
