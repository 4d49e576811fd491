internal import ByteScan

/// Looks into real files.
final class FileProbe: LogProbe {
    private struct Key: Hashable {
        var id: FileID
        var size: Int
        var modified: Int64
    }

    /// Identities of compressed files: these cost most.
    private var known: [Key: UInt64] = [:]
    private var block = LogBlock(capacity: 131_072)

    private static let mostKnown = 1_024

    func isReadable(_ file: LogFile) -> Bool {
        (try? FileHandle(path: file.path)) != nil
    }

    func identity(of file: LogFile) -> UInt64? {
        guard file.size > 0 else { return nil }
        let key = Key(id: file.id, size: file.size, modified: file.modified)
        if let identity = known[key] { return identity }
        guard var reader = try? BlockReader(path: file.path) else { return nil }
        guard reader.isCompressed else { return plainIdentity(of: file) }
        guard (try? reader.next(&block)) == true else { return nil }
        let identity = LogIdentity.of(firstBlock: block)
        if known.count >= Self.mostKnown { known.removeAll() }
        known[key] = identity
        return identity
    }

    private func plainIdentity(of file: LogFile) -> UInt64? {
        guard let handle = try? FileHandle(path: file.path),
            let start = try? Self.contentStart(of: handle, &block),
            let got = try? handle.read(into: &block.bytes, count: 4_096, from: start), got > 0
        else { return nil }
        block.count = got
        let end = block.bytes.span.scan(for: 10, from: 0, to: got)
        // The log's own first line may not be complete yet.
        guard end < got || got >= LogIdentity.longest || !file.isActive else { return nil }
        return LogIdentity.of(firstBlock: block)
    }

    /// Offset of the first byte that is not zero: where a truncated file under a writer that does not
    /// append has its first line.
    static func contentStart(
        of handle: FileHandle,
        _ block: inout LogBlock
    ) throws(LogSourceError) -> Int {
        var offset = 0
        while true {
            let got = try handle.read(into: &block.bytes, count: 4_096, from: offset)
            guard got > 0, block.bytes[0] == 0 else { return offset }
            let zeros = block.bytes.prefix(got).prefix { $0 == 0 }.count
            offset += zeros
            if zeros < got { return offset }
            offset = max(offset, handle.firstData(from: offset))
        }
    }

    func holds(_ mark: ContentMark, at offset: Int, in file: LogFile) -> ProbeResult {
        guard var reader = try? BlockReader(path: file.path) else { return .different }
        return reader.isCompressed
            ? holds(mark, at: offset, in: &reader) : plainHolds(mark, at: offset, in: file)
    }

    private func plainHolds(
        _ mark: ContentMark,
        at offset: Int,
        in file: LogFile
    ) -> ProbeResult {
        guard let handle = try? FileHandle(path: file.path),
            let size = try? FileSystem.status(of: handle).size
        else { return .different }
        guard size >= offset else { return .shorter(end: size) }
        let got = try? handle.read(
            into: &block.bytes,
            count: mark.length,
            from: offset - mark.length
        )
        guard got == mark.length else { return .different }
        let found = ContentMark(block.bytes, upTo: mark.length)
        return found == mark ? .same : .different
    }

    /// Unpacks up to the offset, and keeps the end of what came before.
    private func holds(
        _ mark: ContentMark,
        at offset: Int,
        in reader: inout BlockReader
    ) -> ProbeResult {
        var tail: [UInt8] = []
        var end = 0
        while end < offset, (try? reader.next(&block)) == true {
            let part = min(block.count, offset - block.offset)
            end = block.offset + part
            let kept = block.bytes[max(0, part - ContentMark.longest)..<part]
            tail = (tail + kept).suffix(ContentMark.longest)
        }
        guard end >= offset else { return .shorter(end: end) }
        let window = Array(tail.suffix(mark.length)) + [UInt8](repeating: 0, count: blockSlack)
        guard tail.count >= mark.length else { return .different }
        let found = ContentMark(window, upTo: mark.length)
        return found == mark ? .same : .different
    }
}
