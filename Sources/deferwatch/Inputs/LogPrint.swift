import ByteScan
import Foundation
import Glibc
import LogSource
import PostfixLog

/// What tells a log from another without reading either: where it is, how long, how it begins.
struct LogPrint {
    let path: String
    /// Device and inode; nil where they cannot be had.
    let place: [UInt64]?
    /// Bytes in the file, compressed or not.
    let size: Int
    /// Hashes of the lines of its first block.
    let head: Set<UInt64>
    /// Hashes of its first lines, in order.
    let firstLines: [UInt64]

    private static let firstLineCount = 50

    /// nil where the log cannot be read: whoever reads it complains.
    init?(path: String) {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            var reader = try? BlockReader(path: path)
        else { return nil }
        var block = LogBlock(capacity: 262_144)
        guard (try? reader.next(&block)) == true else { return nil }
        var hashes: [UInt64] = []
        LogPrint.forEachLine(of: block) { hashes.append($0) }
        self.path = path
        let device = attributes[.systemNumber] as? Int
        let inode = attributes[.systemFileNumber] as? Int
        place = device.flatMap { device in inode.map { [UInt64(device), UInt64($0)] } }
        size = attributes[.size] as? Int ?? 0
        head = Set(hashes)
        firstLines = Array(hashes.prefix(Self.firstLineCount))
    }

    /// True where this log may hold lines of the other: one begins like the other.
    func mayShareLines(with other: LogPrint) -> Bool {
        other.firstLines.contains(where: head.contains)
            || firstLines.contains(where: other.head.contains)
    }

    /// Calls `body` with the hash of each line that is not empty.
    static func forEachLine(of block: LogBlock, _ body: (UInt64) -> Void) {
        let bytes = block.bytes.span
        var start = 0
        var lines = LineCursor(bytes, 0..<block.count)
        while let end = lines.next(bytes) {
            if end > start { body(ByteHash.hash(bytes, ByteRange(start, end))) }
            start = end + 1
        }
    }

    /// Hashes of a few hundred lines, taken from all over the log.
    ///
    /// Those with the smallest hashes: as good as drawn by lot, and no rhythm of the log can escape.
    func sampledLines() -> Set<UInt64> {
        var samples: Set<UInt64> = []
        var limit = UInt64.max
        guard var reader = try? BlockReader(path: path) else { return [] }
        var block = LogBlock(capacity: 262_144)
        while (try? reader.next(&block)) == true {
            Self.forEachLine(of: block) { hash in
                guard hash <= limit else { return }
                samples.insert(hash)
                guard samples.count == 2 * Self.mostSamples else { return }
                let smallest = samples.sorted().prefix(Self.mostSamples)
                samples = Set(smallest)
                limit = smallest.last ?? 0
            }
        }
        return samples
    }

    private static let mostSamples = 256

    /// True where every one of `lines` is in this log.
    func contains(_ lines: Set<UInt64>) -> Bool {
        guard !lines.isEmpty, var reader = try? BlockReader(path: path) else { return false }
        var missing = lines
        var block = LogBlock(capacity: 262_144)
        while !missing.isEmpty, (try? reader.next(&block)) == true {
            Self.forEachLine(of: block) { missing.remove($0) }
        }
        return missing.isEmpty
    }
}
