public import CByteScan

extension Span<UInt8> {
    /// One bit for each of the 64 bytes from `offset` that equals `byte`; the lowest bit is the first
    /// byte.
    ///
    /// - Precondition: 64 bytes are there; blocks end with slack for it.
    @inlinable @inline(__always)
    public func mask64(of byte: UInt8, at offset: Int) -> UInt64 {
        precondition(isReadable(64, at: offset), "64 bytes are readable at the offset")
        // SAFETY: the precondition keeps the 64 bytes inside the span.
        return unsafe withUnsafeBufferPointer { buffer in
            unsafe cbs_mask64(buffer.baseAddress.unsafelyUnwrapped + offset, byte)
        }
    }

    /// True where `length` bytes from `offset` lie in the span: one comparison in a loop, where the
    /// limit stays the same.
    @inlinable @inline(__always)
    func isReadable(_ length: Int, at offset: Int) -> Bool {
        UInt(bitPattern: offset) < UInt(bitPattern: Swift.max(0, count &- (length &- 1)))
    }

    /// As `mask64`, for 16 bytes.
    ///
    /// - Precondition: 16 bytes are there.
    @inlinable @inline(__always)
    public func mask16(of byte: UInt8, at offset: Int) -> UInt32 {
        precondition(isReadable(16, at: offset), "16 bytes are readable at the offset")
        // SAFETY: the precondition keeps the 16 bytes inside the span.
        return unsafe withUnsafeBufferPointer { buffer in
            unsafe cbs_mask16(buffer.baseAddress.unsafelyUnwrapped + offset, byte)
        }
    }

    /// As `mask64`, for 32 bytes.
    ///
    /// - Precondition: 32 bytes are there.
    @inlinable @inline(__always)
    public func mask32(of byte: UInt8, at offset: Int) -> UInt32 {
        precondition(isReadable(32, at: offset), "32 bytes are readable at the offset")
        // SAFETY: the precondition keeps the 32 bytes inside the span.
        return unsafe withUnsafeBufferPointer { buffer in
            unsafe cbs_mask32(buffer.baseAddress.unsafelyUnwrapped + offset, byte)
        }
    }

    /// The eight bytes from `offset` as a little-endian number.
    ///
    /// - Precondition: eight bytes are there.
    @inlinable @inline(__always)
    public func load64(at offset: Int) -> UInt64 {
        precondition(isReadable(8, at: offset), "8 bytes are readable at the offset")
        // SAFETY: the precondition keeps the eight bytes inside the span.
        return unsafe withUnsafeBufferPointer { buffer in
            unsafe cbs_load64(buffer.baseAddress.unsafelyUnwrapped + offset)
        }
    }

    /// The 24 bytes from `offset` as three little-endian numbers.
    ///
    /// - Precondition: 24 bytes are there.
    @inlinable @inline(__always)
    public func load192(at offset: Int) -> (UInt64, UInt64, UInt64) {
        precondition(isReadable(24, at: offset), "24 bytes are readable at the offset")
        // SAFETY: the precondition keeps the 24 bytes inside the span.
        return unsafe withUnsafeBufferPointer { buffer in
            let start = unsafe buffer.baseAddress.unsafelyUnwrapped + offset
            return unsafe (cbs_load64(start), cbs_load64(start + 8), cbs_load64(start + 16))
        }
    }

    /// Offset of the first `byte` at or after `start` and before `end`, or `end`.
    ///
    /// - Precondition: 64 bytes of slack follow `end`.
    @inlinable @inline(__always)
    public func scan(for byte: UInt8, from start: Int, to end: Int) -> Int {
        var offset = start
        while offset < end {
            let mask = mask64(of: byte, at: offset)
            if mask != 0 { return Swift.min(offset &+ mask.trailingZeroBitCount, end) }
            offset &+= 64
        }
        return end
    }
}

/// Bytes that must be readable after the end of a block, so that words and masks may overshoot.
public let blockSlack = 128

extension Span<UInt8> {
    /// The beginning of `range`, of at most `most` bytes, that ends where a word does: half an address
    /// could not be told from other words any more.
    ///
    /// A word that is longer is cut between two characters of UTF-8.
    public func wholeWords(of range: ByteRange, atMost most: Int) -> ByteRange {
        guard range.count > most else { return range }
        var end = range.lowerBound + most
        while end > range.lowerBound, self[end] != 32 { end -= 1 }
        if end > range.lowerBound { return ByteRange(range.lowerBound, end) }
        end = range.lowerBound + most
        while end > range.lowerBound, self[end] & 0xC0 == 0x80 { end -= 1 }
        return ByteRange(range.lowerBound, end)
    }
}
