import ByteScan

/// A run of whole lines, in a buffer that is used again.
public struct LogBlock: Sendable {
    /// The bytes, with `blockSlack` readable bytes after `count`.
    public var bytes: [UInt8]
    /// Bytes that are part of the log.
    public var count = 0
    /// Offset of the first byte in the (uncompressed) log.
    public var offset = 0

    /// A block of at most `capacity` bytes.
    public init(capacity: Int) {
        bytes = [UInt8](repeating: 0, count: capacity + blockSlack)
    }

    /// The bytes' place in the (uncompressed) log.
    public var range: Range<Int> { offset..<(offset + count) }

    /// Bytes that fit.
    public var capacity: Int { bytes.count - blockSlack }
}

/// Where a block is cut for whoever is to read its lines.
struct BlockCut: Hashable {
    /// Bytes before the cut.
    var end: Int
    /// The bytes are the first part of a line that is too long: its rest is to be skipped.
    var isInsideLine = false
    /// The cut is due to such a line: more than the beginning of one may lie behind it.
    var leavesMore = false
}

extension LogBlock {
    /// The whole lines before one that is too long, or the first part of that, where it comes first;
    /// nil: no line is whole.
    ///
    /// Lines are cut wherever they stand in a block, so that none is longer for the way it was read.
    var cut: BlockCut? {
        switch firstOverlongLine {
        case 0: BlockCut(end: BlockReader.longestLine, isInsideLine: true, leavesMore: true)
        case let line?: BlockCut(end: line, leavesMore: true)
        case nil: lastNewline.map { BlockCut(end: $0 + 1) }
        }
    }

    /// Where the first line that is too long begins: a look every `longestLine` bytes tells.
    private var firstOverlongLine: Int? {
        var start = 0
        while count - start > BlockReader.longestLine {
            var newline = start + BlockReader.longestLine
            while newline >= start, bytes[newline] != 10 { newline -= 1 }
            guard newline >= start else { return start }
            start = newline + 1
        }
        return nil
    }

    var lastNewline: Int? {
        var index = count
        while index > 0 {
            index -= 1
            if bytes[index] == 10 { return index }
        }
        return nil
    }

    /// Zero bytes in a row from `start` on.
    func zeros(from start: Int) -> Int {
        var end = start
        while end < count, bytes[end] == 0 { end += 1 }
        return end - start
    }

    /// Drops the first `dropped` bytes.
    mutating func dropFirst(_ dropped: Int) {
        count -= dropped
        for index in 0..<count { bytes[index] = bytes[index + dropped] }
        offset += dropped
    }

    /// Drops what is left of a line; false where its end is not in the block, which is then empty.
    mutating func dropLine() -> Bool {
        let newline = bytes.span.scan(for: 10, from: 0, to: count)
        let isEnded = newline < count
        dropFirst(isEnded ? newline + 1 : count)
        return isEnded
    }
}
