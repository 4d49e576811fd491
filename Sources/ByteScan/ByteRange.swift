/// A part of a block of bytes, as two offsets.
///
/// Plain and small: parsed lines hold these instead of text.
public struct ByteRange: Sendable, Hashable, BitwiseCopyable {
    /// Offset of the first byte.
    public var start: UInt32
    /// Offset after the last byte.
    public var end: UInt32

    /// An empty range at 0: 'not there'.
    @inlinable public static var none: ByteRange { ByteRange(0, 0) }

    /// The bytes from `start` up to, not including, `end`.
    @inlinable
    public init(_ start: Int, _ end: Int) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
    }

    /// Offset of the first byte, as an index.
    @inlinable public var lowerBound: Int { Int(start) }
    /// Offset after the last byte, as an index.
    @inlinable public var upperBound: Int { Int(end) }
    /// Bytes in it.
    @inlinable public var count: Int { Int(end) - Int(start) }
    /// True where nothing is in it.
    @inlinable public var isEmpty: Bool { end <= start }
    /// The range `offset` bytes further on; `none` stays what it is.
    @inlinable
    public func moved(by offset: Int) -> ByteRange {
        self == .none ? self : ByteRange(lowerBound &+ offset, upperBound &+ offset)
    }
    /// As a range of indices.
    @inlinable public var range: Range<Int> { lowerBound..<upperBound }
}
