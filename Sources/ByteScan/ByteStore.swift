public import CByteScan

/// Bytes kept end to end: texts in tables.
extension Column where Element == UInt8 {
    /// Copies `source[range]` over the bytes from `offset`.
    ///
    /// - Precondition: the bytes fit.
    public mutating func copy(_ source: Span<UInt8>, _ range: Range<Int>, at offset: Int) {
        precondition(holds(range.count, at: offset), "the bytes fit")
        // SAFETY: both ranges were checked; a span never lies in a column that is being changed.
        unsafe source.extracting(range).withUnsafeBytes { from in
            guard let source = from.baseAddress else { return }
            unsafe UnsafeMutableRawPointer(base + offset)
                .copyMemory(from: source, byteCount: from.count)
        }
    }

    /// Adds `source[range]` at the end.
    public mutating func append(_ source: Span<UInt8>, _ range: Range<Int>) {
        if length + range.count > capacity { grow(to: length + range.count) }
        // SAFETY: the room is there; a span never lies in a column that is being changed.
        unsafe source.extracting(range).withUnsafeBytes { from in
            guard let source = from.baseAddress else { return }
            unsafe UnsafeMutableRawPointer(base + length)
                .copyMemory(from: source, byteCount: from.count)
        }
        length += range.count
    }

    /// Adds the decimal digits of `value`, with a minus sign where it is negative.
    public mutating func append(decimal value: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        append(digits: value.magnitude)
    }

    private mutating func append(digits value: UInt) {
        if value >= 10 { append(digits: value / 10) }
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
    }

    /// A copy of the bytes.
    public var array: [UInt8] {
        let bytes = unsafe UnsafeBufferPointer(start: base, count: count)
        return unsafe Array(bytes)
    }

    /// True where the bytes from `offset` equal `other[range]`.
    ///
    /// - Precondition: as many bytes follow `offset`.
    public func equals(_ other: Span<UInt8>, _ range: Range<Int>, at offset: Int) -> Bool {
        precondition(holds(range.count, at: offset), "the bytes are there")
        // SAFETY: both ranges were checked.
        return unsafe other.extracting(range).withUnsafeBytes { right in
            guard let other = right.baseAddress else { return true }
            return unsafe cbs_equal(base + offset, other, right.count)
        }
    }

    /// Calls `body` with the bytes.
    public func withSpan<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        let bytes = unsafe UnsafeBufferPointer(start: base, count: count)
        return try unsafe body(bytes.span)
    }

    /// A copy of `range` as text; what is not UTF-8, and NUL, becomes U+FFFD.
    public func text(_ range: Range<Int>) -> String {
        withSpan { $0.text(ByteRange(range.lowerBound, range.upperBound)) }
    }

    /// The eight bytes from `offset` as a little-endian number.
    ///
    /// - Precondition: eight bytes are there.
    @inlinable @inline(__always)
    public func load64(at offset: Int) -> UInt64 {
        precondition(holds(8, at: offset), "8 bytes are readable at the offset")
        // SAFETY: the precondition keeps the eight bytes inside the column.
        return unsafe cbs_load64(base + offset)
    }

    @inlinable @inline(__always)
    func holds(_ length: Int, at offset: Int) -> Bool {
        offset >= 0 && length >= 0 && offset &+ length <= count
    }
}
