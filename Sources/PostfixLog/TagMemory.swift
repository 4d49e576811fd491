public import ByteScan

/// The syslog name of the last tag: most tags of a log begin alike.
@usableFromInline
struct TagMemory: ~Copyable, Sendable {
    /// 'postfix/': the last tag up to its last slash, as a word; more than eight bytes: 0.
    @usableFromInline var prefix: UInt64 = 0
    @usableFromInline var prefixMask: UInt64 = 0
    @usableFromInline var prefixLength = 0

    /// Remembers the syslog name of a tag that was read the long way.
    mutating func remember(_ bytes: Span<UInt8>, _ line: LogLine) {
        guard let slash = line.tag.range.last(where: { bytes[$0] == UInt8(ascii: "/") }),
            slash + 1 - line.tag.lowerBound <= 8
        else { return }
        prefixLength = slash + 1 - line.tag.lowerBound
        prefixMask = prefixLength == 8 ? .max : (1 << UInt64(8 * prefixLength)) - 1
        prefix = bytes.load64(at: line.tag.lowerBound) & prefixMask
    }

    /// Leading digits in eight bytes, the first in the lowest.
    @inlinable @inline(__always)
    static func digitCount(_ word: UInt64) -> Int {
        let raw = word ^ 0x3030_3030_3030_3030
        // A byte's top bit is set where it is no digit.
        let others = (raw &+ 0x7676_7676_7676_7676 | raw) & 0x8080_8080_8080_8080
        return others.trailingZeroBitCount >> 3
    }

    /// The number at `offset`, of one to seven digits.
    @inlinable @inline(__always)
    static func number(_ bytes: Span<UInt8>, _ offset: Int) -> UInt32 {
        let word = bytes.load64(at: offset)
        let shift = UInt64(truncatingIfNeeded: 64 &- 8 &* digitCount(word))
        return number((word ^ 0x3030_3030_3030_3030) &<< shift)
    }

    /// The decimal number of eight digits, the first in the lowest byte.
    @inlinable @inline(__always)
    static func number(_ digits: UInt64) -> UInt32 {
        let pairs = digits &* 10 &+ digits >> 8
        let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let high = (pairs >> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        return UInt32(truncatingIfNeeded: (low &+ high) >> 32)
    }
}
