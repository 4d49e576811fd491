/// Walks the lines of a block: one mask of newlines serves all the lines that end in 64 bytes.
public struct LineCursor: Sendable {
    /// Offset of the next line.
    @usableFromInline var start: Int
    @usableFromInline let end: Int
    @usableFromInline var window: Int
    @usableFromInline var newlines: UInt64

    /// A cursor over `bytes[range]`.
    ///
    /// - Precondition: `blockSlack` bytes follow the range in `bytes`.
    @inlinable @inline(__always)
    public init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        start = range.lowerBound
        end = range.upperBound
        window = range.lowerBound
        newlines = range.isEmpty ? 0 : bytes.mask64(of: 10, at: range.lowerBound)
    }

    /// The end of the next line, without its newline; nil after the last. The last line needs no
    /// newline.
    @inlinable @inline(__always)
    public mutating func next(_ bytes: Span<UInt8>) -> Int? {
        guard start < end else { return nil }
        while newlines == 0 {
            window &+= 64
            guard window < end else {
                start = end
                return end
            }
            newlines = bytes.mask64(of: 10, at: window)
        }
        let newline = min(window &+ newlines.trailingZeroBitCount, end)
        newlines &= newlines &- 1
        start = newline &+ 1
        return newline
    }
}
