internal import ByteScan

/// Looks into real files.
final class FileProbe: LogProbe {
    private struct Key: Hashable {
        var id: FileID
        var size: Int
        var modified: Int64
    }

    /// Heads of compressed files: these cost most.
    private var known: [Key: LogHead] = [:]
    private var block = LogBlock(capacity: 131_072)

    private static let mostKnown = 1_024

    func isReadable(_ file: LogFile) -> Bool {
        (try? FileHandle(path: file.path)) != nil
    }

    func head(of file: LogFile) -> LogHead? {
        guard file.size > 0 else { return nil }
        let key = Key(id: file.id, size: file.size, modified: file.modified)
        if let head = known[key] { return head }
        guard file.isInPlace, var reader = try? BlockReader(path: file.path) else { return nil }
        guard reader.isCompressed else {
            guard let handle = try? FileHandle(path: file.path),
                let status = try? FileSystem.status(of: handle), status.id == file.id
            else { return nil }
            return try? LogHead(of: handle, isWhole: !file.isActive)
        }
        var head = LogHead()
        while !head.isFull, (try? reader.next(&block)) == true { head.append(block) }
        // A name may stand for another file while rotated ones are renamed.
        guard head.lines > 0, file.isInPlace else { return nil }
        if known.count >= Self.mostKnown { known.removeAll() }
        known[key] = head
        return head
    }

    /// Offset of the first byte from `start` on that is not zero: where a truncated file under a writer
    /// that does not append has its next line.
    static func contentStart(
        of handle: FileHandle,
        from start: Int,
        _ block: inout LogBlock
    ) throws(LogSourceError) -> Int {
        var offset = start
        while true {
            let got = try handle.read(into: &block.bytes, count: 4_096, from: offset)
            guard got > 0, block.bytes[0] == 0 else { return offset }
            block.count = got
            let zeros = block.zeros(from: 0)
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
        while end < offset, (try? reader.nextBytes(&block)) == true {
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
