public import CByteScan

/// The bytes that a line began with, for comparison with the next line's.
///
/// Kept in memory of its own, not in fields: fields would be copied to the stack for each line.
public struct RememberedPrefix: ~Copyable, Sendable {
    /// Bytes remembered; 0: none.
    public private(set) var length = 0
    /// The bytes, and after them a mask of how many count.
    @usableFromInline var bytes = Column<UInt8>(repeating: 0, count: 128)

    /// Prefixes are remembered up to this length.
    public static let longest = 64

    /// Remembers nothing.
    public init() {}

    /// Remembers `source[start..<start + length]`; a longer prefix is forgotten.
    ///
    /// What stands in `others`, as offsets from `start`, may be any bytes.
    public mutating func remember(
        _ source: Span<UInt8>,
        _ start: Int,
        length: Int,
        except others: [Range<Int>] = []
    ) {
        self.length = length <= Self.longest ? length : 0
        bytes.copy(source, start..<start + self.length, at: 0)
        for offset in 0..<Self.longest {
            bytes[Self.longest &+ offset] = offset < self.length ? 0xFF : 0
        }
        for other in others where other.upperBound <= self.length {
            for offset in other { bytes[Self.longest &+ offset] = 0 }
        }
    }

    /// True where `text` has the same bytes from `start`, but for those that may be any.
    ///
    /// - Precondition: 64 bytes are there.
    @inlinable @inline(__always)
    public func matches(_ text: Span<UInt8>, _ start: Int) -> Bool {
        precondition(text.isReadable(64, at: start), "64 bytes are readable at the offset")
        // SAFETY: the precondition keeps the 64 bytes inside the span; the column has 128.
        return unsafe text.withUnsafeBufferPointer { buffer in
            let line = unsafe buffer.baseAddress.unsafelyUnwrapped + start
            return unsafe cbs_equal32(line, bytes.base, bytes.base + 64)
                && (length <= 32 || cbs_equal32(line + 32, bytes.base + 32, bytes.base + 96))
        }
    }
}
