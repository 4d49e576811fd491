import ByteScan

/// Reads one log, plain or compressed, as blocks that end at line ends.
public struct BlockReader: ~Copyable {
    /// The file, as the user named it; '-' for standard input.
    public let path: String
    /// True where the content was compressed.
    public let isCompressed: Bool
    /// Lines that were longer than `longestLine`: their first part was delivered.
    public private(set) var overlongLines = 0
    /// Bytes before the next line, as the log has them uncompressed.
    public private(set) var offset = 0

    /// Longer lines are cut: nobody can make the reader hold more.
    public static let longestLine = 65_536

    private let source: any ByteSource
    /// Bytes read, but not delivered: the beginning of a line.
    private var rest: [UInt8]
    private var skipsToNewline = false
    private var isAtEnd = false

    /// Opens `path`; '-' is standard input.
    ///
    /// Compression is told by content, not by name.
    public init(path: String) throws(LogSourceError) {
        let file = try FileHandle(path: path)
        guard try !file.isDirectory() else { throw .isDirectory(path: path) }
        var source: any ByteSource = file
        var head = try Self.readHead(source)
        let isCompressed = Self.isCompressed(head)
        // One may be inside another, but not without end.
        for _ in 0..<Self.mostWrappings where Self.isCompressed(head) {
            source =
                Self.isGzip(head)
                ? GzipStream(source: source, prefix: head)
                : try ArchiveStream(source: source, prefix: head)
            head = try Self.readHead(source)
        }
        self.path = path
        self.isCompressed = isCompressed
        self.source = source
        rest = head
    }

    private static let mostWrappings = 4

    /// The first bytes: enough to tell what they are.
    private static func readHead(_ source: any ByteSource) throws(LogSourceError) -> [UInt8] {
        var head = [UInt8](repeating: 0, count: 512)
        var length = 0
        while length < 6 {
            let got = try source.read(into: &head, at: length, count: head.count - length)
            guard got > 0 else { break }
            length += got
        }
        head.removeLast(head.count - length)
        return head
    }

    /// Fills `block` with whole lines; false at the end of the log.
    ///
    /// The last line is delivered even when it lacks its newline.
    ///
    /// - Precondition: the block's capacity is more than `longestLine`.
    public mutating func next(_ block: inout LogBlock) throws(LogSourceError) -> Bool {
        precondition(block.capacity > Self.longestLine, "a block holds the longest line")
        while true {
            try fill(&block)
            guard block.count > 0 else { return false }
            guard !skipsToNewline || dropToNewline(&block), dropZeros(&block) else { continue }
            cut(&block)
            if block.count > 0 { return true }
        }
    }

    /// Fills `block` with the next bytes as they are, whatever `next` would cut or drop; false at the end.
    ///
    /// For who wants no lines at all.
    mutating func nextBytes(_ block: inout LogBlock) throws(LogSourceError) -> Bool {
        try fill(&block)
        return block.count > 0
    }

    /// Moves the rest and as much as can be read at once into the block.
    private mutating func fill(_ block: inout LogBlock) throws(LogSourceError) {
        block.offset = offset
        let kept = rest.count
        for index in 0..<kept { block.bytes[index] = rest[index] }
        rest.removeAll(keepingCapacity: true)
        block.count = kept
        // A pipe gives what it has: a live log must not wait for a full block.
        var hasLine = block.lastNewline != nil
        while !isAtEnd, !hasLine, block.count < block.capacity {
            let got = try source.read(
                into: &block.bytes,
                at: block.count,
                count: block.capacity - block.count
            )
            block.count += got
            if got == 0 { isAtEnd = true }
            hasLine = got > 0 && block.lastNewline != nil
        }
        offset += block.count
    }

    /// Leaves what does not belong to the block for the next one: the beginning of the last line,
    /// or all from an overlong line on.
    private mutating func cut(_ block: inout LogBlock) {
        let cut = block.cut ?? BlockCut(end: 0)
        if isAtEnd, !cut.leavesMore { return }
        if cut.isInsideLine {
            overlongLines += 1
            skipsToNewline = true
        }
        rest.append(contentsOf: block.bytes[cut.end..<block.count])
        offset -= block.count - cut.end
        block.count = cut.end
    }

    /// Drops the remainder of an overlong line; false where the block has nothing else.
    private mutating func dropToNewline(_ block: inout LogBlock) -> Bool {
        skipsToNewline = !block.dropLine()
        return block.count > 0
    }

    /// Drops the zeros before a line, as a log that was truncated under its writer has them, however
    /// many; false where the block has nothing else.
    private func dropZeros(_ block: inout LogBlock) -> Bool {
        let zeros = block.zeros(from: 0)
        if zeros > 0 { block.dropFirst(zeros) }
        return block.count > 0
    }

    private static func isGzip(_ head: [UInt8]) -> Bool { head.starts(with: [0x1F, 0x8B]) }

    private static func isCompressed(_ head: [UInt8]) -> Bool {
        let magics: [[UInt8]] = [
            [0x1F, 0x8B], [0x42, 0x5A, 0x68], [0xFD, 0x37, 0x7A, 0x58, 0x5A],
            [0x28, 0xB5, 0x2F, 0xFD],
            [0x04, 0x22, 0x4D, 0x18], [0x1F, 0x9D],
        ]
        return magics.contains { head.starts(with: $0) }
    }
}
