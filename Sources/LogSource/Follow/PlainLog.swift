internal import ByteScan

/// An open log file, and how far it was delivered.
///
/// Nothing is kept between two reads: the beginning of a line is read again with its end.
final class PlainLog {
    /// What one read gave.
    enum Reading {
        /// The block has whole lines.
        case lines
        /// No whole line is there.
        case nothing
        /// The content before the offset is not what was delivered.
        case truncated
    }

    private let handle: FileHandle
    /// After what was delivered of this file.
    private(set) var position: FilePosition
    /// How the file begins, as far as is known.
    private(set) var head = LogHead()
    /// How the last block was cut.
    private(set) var lastCut: BlockCut?
    /// The position has what is known of the head.
    private var isHeadNoted = false
    /// Zero bytes skipped since `takeZeros`.
    private var zeros = 0
    private var window = [UInt8](repeating: 0, count: ContentMark.longest + blockSlack)

    /// Opens `path` to go on at `position`.
    init(path: String, at position: FilePosition) throws(LogSourceError) {
        handle = try FileHandle(path: path)
        let status = try FileSystem.status(of: handle)
        guard !status.isDirectory else { throw .isDirectory(path: path) }
        self.position = position
        self.position.file = status.id
        self.position.path = FileSystem.resolved(path)
        self.position.modified = status.modified
        head = try LogHead(of: handle) ?? LogHead()
    }

    var path: String { handle.path }
    var id: FileID { position.file }

    /// Notes the latest time of modification.
    func note(modified: Int64) { position.modified = modified }

    /// Looks at the time of modification.
    func refresh() throws(LogSourceError) {
        position.modified = try FileSystem.status(of: handle).modified
    }

    /// Reads whole lines into `block`.
    func read(into block: inout LogBlock) throws(LogSourceError) -> Reading {
        lastCut = nil
        while true {
            let got = try handle.read(
                into: &block.bytes,
                count: block.capacity,
                from: position.offset
            )
            // After reading and before delivery: what was read may be another log's content.
            guard try holdsMark() else { return .truncated }
            guard got > 0 else { return .nothing }
            block.count = got
            if block.bytes[0] == 0, !position.isInsideLine {
                guard skipZeros(block) else { return .nothing }
            } else if position.isInsideLine {
                skipLine(block)
            } else {
                return try deliverLines(&block)
            }
        }
    }

    /// Zero bytes skipped since the last call.
    func takeZeros() -> Int {
        defer { zeros = 0 }
        return zeros
    }

    /// Reads a last line that has no newline: nobody will end it any more.
    func readTail(into block: inout LogBlock) throws(LogSourceError) -> Bool {
        let got = try handle.read(
            into: &block.bytes,
            count: block.capacity,
            from: position.offset
        )
        guard got > 0, got < block.capacity, !position.isInsideLine, block.bytes[0] != 0 else {
            return false
        }
        try deliver(&block, got)
        // Should its end come after all, it is no line of its own.
        position.isInsideLine = block.bytes[got - 1] != 10
        return true
    }

    /// Goes to the end of the last whole line.
    func skipToEnd(_ block: inout LogBlock) throws(LogSourceError) {
        while case .lines = try read(into: &block) {}
    }

    private func holdsMark() throws(LogSourceError) -> Bool {
        let mark = position.mark
        guard mark.length > 0 else {
            guard position.offset > 0 else { return true }
            return try FileSystem.status(of: handle).size >= position.offset
        }
        let got = try handle.read(
            into: &window,
            count: mark.length,
            from: position.offset - mark.length
        )
        guard got == mark.length else { return false }
        let found = ContentMark(window, upTo: got)
        return found == mark
    }

    /// False where nothing follows the zeros yet.
    private func skipZeros(_ block: LogBlock) -> Bool {
        let count = block.zeros(from: 0)
        guard count < block.count || block.count == block.capacity else { return false }
        zeros += count
        advance(block, count)
        return true
    }

    private func skipLine(_ block: LogBlock) {
        let end = block.bytes.span.scan(for: 10, from: 0, to: block.count)
        position.isInsideLine = end == block.count
        advance(block, min(end + 1, block.count))
    }

    private func deliverLines(_ block: inout LogBlock) throws(LogSourceError) -> Reading {
        guard let cut = block.cut else { return .nothing }
        try deliver(&block, cut.end)
        position.isInsideLine = cut.isInsideLine
        lastCut = cut
        return .lines
    }

    private func deliver(_ block: inout LogBlock, _ count: Int) throws(LogSourceError) {
        block.count = count
        block.offset = position.offset
        try noteHead(block)
        position.line += block.lines
        advance(block, count)
    }

    /// What was there when the file was opened, and what is delivered now, tell it from others.
    private func noteHead(_ block: LogBlock) throws(LogSourceError) {
        if position.identity == nil {
            // The file may have been truncated since it was opened.
            head = LogHead()
            head.append(block)
        } else if !head.isFull, head.lacksNewline || block.offset + block.count > head.end {
            if head.lacksNewline || block.offset != head.end {
                head = try LogHead(of: handle, before: block.offset) ?? LogHead()
            }
            head.append(block)
        } else if isHeadNoted {
            return
        }
        isHeadNoted = true
        position.note(head)
    }

    private func advance(_ block: LogBlock, _ count: Int) {
        position.offset += count
        position.mark = ContentMark(block.bytes, upTo: count)
    }
}

extension LogBlock {
    /// Lines in the block; a last one without its newline counts.
    var lines: Int {
        let lines = bytes.span.count(of: 10, in: 0..<count)
        return count > 0 && bytes[count - 1] != 10 ? lines + 1 : lines
    }
}
