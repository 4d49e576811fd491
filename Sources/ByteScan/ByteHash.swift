/// Hashes of byte strings, eight bytes at a time.
public enum ByteHash {
    @usableFromInline static let factor: UInt64 = 0xD6E8_FEB8_6659_FD93

    /// A hash of the bytes in `range`.
    ///
    /// - Precondition: eight bytes follow the range.
    @inlinable
    public static func hash(_ bytes: Span<UInt8>, _ range: ByteRange) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: range.count) &* factor
        var offset = range.lowerBound
        let end = range.upperBound
        while offset &+ 8 <= end {
            hash = mixed(hash, bytes.load64(at: offset))
            offset &+= 8
        }
        if offset < end { hash = mixed(hash, tail(bytes, offset, end)) }
        return finished(hash)
    }

    /// A hash that is the same for upper and lower case ASCII letters.
    ///
    /// - Precondition: eight bytes follow the range.
    @inlinable
    public static func foldedHash(_ bytes: Span<UInt8>, _ range: ByteRange) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: range.count) &* factor
        var offset = range.lowerBound
        let end = range.upperBound
        while offset &+ 8 <= end {
            hash = mixed(hash, folded(bytes.load64(at: offset)))
            offset &+= 8
        }
        if offset < end { hash = mixed(hash, folded(tail(bytes, offset, end))) }
        return finished(hash)
    }

    /// Eight bytes with their ASCII capitals in lower case.
    @inlinable
    public static func folded(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let low = word & (0x7F &* ones)
        // The top bit of each byte tells 'at least A' and 'beyond Z'; bytes above 127 are no letters.
        let atLeastA = low &+ (63 &* ones)
        let beyondZ = low &+ (37 &* ones)
        let isCapital = (atLeastA ^ beyondZ) & ~word & (0x80 &* ones)
        return word | isCapital >> 2
    }

    @inlinable
    static func tail(_ bytes: Span<UInt8>, _ offset: Int, _ end: Int) -> UInt64 {
        bytes.load64(at: offset) & ((1 << UInt64(8 &* (end &- offset))) &- 1)
    }

    @inlinable
    static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let mixed = (hash ^ word) &* factor
        return mixed ^ mixed >> 32
    }

    @inlinable
    static func finished(_ hash: UInt64) -> UInt64 {
        let mixed = hash &* factor
        return mixed ^ mixed >> 29
    }
}
