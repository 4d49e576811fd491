internal import CByteScan

/// Walks the lines of a block: newlines are looked for in runs, ahead of the lines that they end.
public struct LineCursor: ~Copyable {
    /// Offsets of newlines that were found and not yet handed out.
    @usableFromInline var ends: [UInt32]
    @usableFromInline var found = 0
    @usableFromInline var used = 0
    /// Offset of the next line.
    @usableFromInline var start: Int
    @usableFromInline let end: Int
    /// Where to look for more.
    private var searched: Int

    /// A cursor over `bytes[range]`.
    ///
    /// - Precondition: `blockSlack` bytes follow the range in `bytes`; offsets fit 32 bits.
    public init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        precondition(range.upperBound + blockSlack <= bytes.count, "slack follows the lines")
        // A follower reads single lines: each is not worth clearing the room of a thousand.
        ends = [UInt32](repeating: 0, count: range.count < 4_096 ? 64 : 1_024)
        start = range.lowerBound
        end = range.upperBound
        searched = range.lowerBound
    }

    /// The end of the next line, without its newline; nil after the last.
    ///
    /// The last line needs no newline.
    @inlinable @inline(__always)
    public mutating func next(_ bytes: Span<UInt8>) -> Int? {
        if used == found { search(bytes) }
        guard used < found else { return rest() }
        let newline = Int(ends[used])
        used &+= 1
        start = newline &+ 1
        return newline
    }

    /// The last line, where it has no newline.
    @usableFromInline
    mutating func rest() -> Int? {
        guard start < end else { return nil }
        start = end
        return end
    }

    @usableFromInline
    mutating func search(_ bytes: Span<UInt8>) {
        found = 0
        used = 0
        while found == 0, searched < end { found = findSome(bytes) }
    }

    private mutating func findSome(_ bytes: Span<UInt8>) -> Int {
        let (start, end) = (searched, end)
        var next = start
        // SAFETY: the initialiser checked that the range and its slack lie in the span.
        let count = unsafe bytes.withUnsafeBufferPointer { text in
            unsafe ends.withUnsafeMutableBufferPointer { ends in
                guard let base = text.baseAddress, let out = ends.baseAddress else { return 0 }
                return unsafe cbs_offsets(base, &next, end, 10, out, ends.count)
            }
        }
        searched = next
        return count
    }
}
