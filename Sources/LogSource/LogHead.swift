internal import ByteScan

/// What a log begins with, as a fingerprint after each of its first lines.
///
/// One line is not enough: logs whose banner is the same have the same first line after each rotation.
/// A fingerprint covers all lines up to its own and never changes as the log grows, so it names the
/// log in the ids of these lines; the last one names it in all others.
public struct LogHead: Sendable, Hashable {
    /// Where each line begins in the uncompressed log.
    private var starts: [Int] = []
    private var hashes: [UInt64] = []
    /// Where the line after these begins.
    private(set) var end = 0
    /// The last line had no newline: nobody ends it any more, or it is longer than counts.
    private(set) var lacksNewline = false

    /// At most this much of each line counts.
    static let longestLine = 1_024
    /// Lines that begin within so many bytes count.
    static let reach = 16_384
    /// And no more than these.
    static let mostLines = 256

    /// The head of a log of which nothing is known.
    public init() {}

    /// Lines that are covered.
    public var lines: Int { hashes.count }

    /// Nothing that the log gets later is part of its head.
    public var isFull: Bool {
        guard let first = starts.first else { return false }
        return lines == Self.mostLines || end >= first + Self.reach
    }

    /// The fingerprint of the first line: what names the log alone wherever no two begin alike.
    public var identity: UInt64? { hashes.first }

    /// The fingerprint of the first `lines` lines.
    func hash(of lines: Int) -> UInt64? {
        lines > 0 && lines <= hashes.count ? hashes[lines - 1] : nil
    }

    /// What the id of a line that begins at `offset` begins with.
    public func identity(ofLineAt offset: Int) -> UInt64 {
        hashes.isEmpty ? 0 : hashes[max(0, index(ofLineAt: offset))]
    }

    /// What the ids of lines in these bytes of the log begin with, by the offset where that begins.
    public func identities(in range: Range<Int>) -> [(offset: Int, identity: UInt64)] {
        guard let last = starts.last, range.lowerBound <= last else { return [] }
        let first = max(0, index(ofLineAt: range.lowerBound))
        return (first..<lines).lazy.filter { starts[$0] < range.upperBound }
            .map { (starts[$0], hashes[$0]) }
    }

    /// The last line that begins at `offset` or before; -1: none.
    private func index(ofLineAt offset: Int) -> Int {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }

    /// Whether the other begins with the same lines.
    func isContained(in other: LogHead) -> Bool {
        guard let last = hashes.last else { return false }
        return other.hash(of: lines) == last
    }

    /// The head without the lines from `offset` on.
    func cut(at offset: Int) -> LogHead {
        guard offset < end else { return self }
        var head = self
        let kept = index(ofLineAt: offset - 1) + 1
        head.end = kept < lines ? starts[kept] : end
        head.starts.removeLast(lines - kept)
        head.hashes.removeLast(lines - kept)
        head.lacksNewline = false
        return head
    }

    /// Goes on with the log's next lines.
    ///
    /// Zeros at the block's end are no line: they belong to the one that comes after them.
    ///
    /// - Precondition: `block` begins with a line.
    public mutating func append(_ block: LogBlock) {
        var start = 0
        while start < block.count, !isFull {
            let newline = block.bytes.span.scan(for: 10, from: start, to: block.count)
            if newline == block.count, block.zeros(from: start) == newline - start { return }
            append(block, start..<newline)
            lacksNewline = newline == block.count
            start = newline + 1
            end = block.offset + min(start, block.count)
        }
    }

    private mutating func append(_ block: LogBlock, _ line: Range<Int>) {
        // What a truncation left before a line is no part of it.
        let start = line.lowerBound + block.zeros(from: line.lowerBound)
        let counted = ByteRange(start, min(line.upperBound, start + Self.longestLine))
        let hash = ByteHash.hash(block.bytes.span, counted)
        starts.append(block.offset + (starts.isEmpty ? start : line.lowerBound))
        hashes.append(hashes.last.map { Self.chained($0, hash) } ?? hash)
    }

    /// Of the fingerprint so far and a line's: the order counts, and two equal lines are not none.
    private static func chained(_ hash: UInt64, _ line: UInt64) -> UInt64 {
        var chained = hash &* 0x9E37_79B9_7F4A_7C15 &+ line
        chained ^= chained >> 32
        chained = chained &* 0xD6E8_FEB8_6659_FD93
        return chained ^ chained >> 29
    }
}

extension LogHead {
    /// Reads the head of a plain log, less what follows `limit`.
    ///
    /// A line that has no newline yet does not count, unless the log `isWhole`: nobody goes on with it.
    init?(
        of handle: FileHandle,
        before limit: Int = .max,
        isWhole: Bool = false
    ) throws(LogSourceError) {
        self.init()
        var block = LogBlock(capacity: Self.reach + Self.longestLine)
        var start = 0
        while !isFull {
            start = try FileProbe.contentStart(of: handle, from: start, &block)
            let count = max(0, min(block.capacity, limit - start))
            block.offset = start
            block.count = try handle.read(into: &block.bytes, count: count, from: start)
            guard block.count > 0 else { break }
            let whole = block.lastNewline.map { $0 + 1 } ?? 0
            let isAtEnd = block.count < block.capacity
            if isAtEnd {
                let rest = block.count - whole - block.zeros(from: whole)
                if !isWhole, rest < Self.longestLine { block.count = whole }
            } else if whole > 0 {
                // What the window cuts is read from its own beginning, behind the zeros before it.
                block.count = whole
            }
            append(block)
            if isAtEnd { break }
            start += block.count
        }
        if lines == 0 { return nil }
    }
}

/// How a log began that was read: fingerprints after a few of its first lines.
///
/// The last one covers all of them; a log that has lost its end is known by an earlier one.
public struct HeadMarks: Sendable, Hashable, Codable {
    /// How many lines each covers, rising.
    private var lines: [Int] = []
    private var hashes: [UInt64] = []
    /// Whatever the log gets is not part of its head.
    private var isFull = false

    init(_ head: LogHead) {
        // A line whose end may still come does not count.
        let whole = head.lacksNewline && !head.isFull ? head.lines - 1 : head.lines
        isFull = head.isFull
        for count in 0..<max(0, whole) {
            let line = count + 1
            guard line <= 4 || line == whole || line & count == 0 else { continue }
            guard let hash = head.hash(of: line) else { continue }
            lines.append(line)
            hashes.append(hash)
        }
    }

    /// How many lines of a head tell that it is this log's; nil: it is another's.
    ///
    /// A log of which no line was whole, and one with none in common, is neither: 0.
    func agreement(with head: LogHead) -> Int? {
        guard let index = lines.lastIndex(where: { $0 <= head.lines }) else { return 0 }
        return head.hash(of: lines[index]) == hashes[index] ? lines[index] : nil
    }

    /// The log, as one that was read to its end.
    var log: ReadLog? {
        guard let last = lines.last, let hash = hashes.last else { return nil }
        return ReadLog(lines: last, hash: hash, isLonger: isFull)
    }
}

/// A log that was read to its end, by how it begins.
public struct ReadLog: Sendable, Hashable, Codable {
    var lines: Int
    var hash: UInt64
    /// The lines that count are only its beginning.
    var isLonger: Bool

    /// One with more lines is another, where these are all.
    func isLog(with head: LogHead) -> Bool {
        head.hash(of: lines) == hash && (isLonger || head.lines == lines)
    }
}

extension LogHead {
    /// The log, as one that was read to its end.
    var log: ReadLog? { hash(of: lines).map { ReadLog(lines: lines, hash: $0, isLonger: isFull) } }
}
