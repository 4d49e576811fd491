public import ByteScan

/// Reads the tags of a busy server's daemons from two or three words, once their syslog name is
/// known.
@usableFromInline
struct TagMemory: Sendable {
    /// 'postfix/': the last tag up to its last slash, as a word; empty or more than eight bytes: 0.
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

    /// Reads the tag at `start`; false where it is another syslog name or a rarer daemon.
    @inlinable @inline(__always)
    func read(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ line: inout LogLine) -> Bool {
        guard prefixLength > 0, bytes.load64(at: start) & prefixMask == prefix else { return false }
        let name = start &+ prefixLength
        let word = bytes.load64(at: name)
        let length: Int
        if word & 0xFFFF_FFFF_FFFF == 0x5B64_7074_6D73 {  // "smtpd["
            (line.daemon, length) = (.smtpd, 5)
        } else if word & 0xFF_FFFF_FFFF == 0x5B_7267_6D71 {  // "qmgr["
            (line.daemon, length) = (.qmgr, 4)
        } else if word & 0xFF_FFFF_FFFF == 0x5B_7074_6D73 {  // "smtp["
            (line.daemon, length) = (.smtp, 4)
        } else if word == 0x5B70_756E_6165_6C63 {  // "cleanup["
            (line.daemon, length) = (.cleanup, 7)
        } else if word & 0xFF_FFFF_FFFF == 0x5B_7074_6D6C {  // "lmtp["
            (line.daemon, length) = (.lmtp, 4)
        } else {
            return false
        }
        let digits = name &+ length &+ 1
        let raw = bytes.load64(at: digits) ^ 0x3030_3030_3030_3030
        // A byte's top bit is set where it is no digit.
        let others = (raw &+ 0x7676_7676_7676_7676 | raw) & 0x8080_8080_8080_8080
        let count = others.trailingZeroBitCount >> 3
        let text = digits &+ count &+ 3
        // "]: "
        guard count > 0, count < 8, text < end,
            bytes.load64(at: digits &+ count) & 0xFF_FFFF == 0x20_3A5D
        else { return false }
        line.tag = ByteRange(start, digits &- 1)
        line.pid = Self.number(raw << UInt64(64 &- 8 &* count))
        line.text = ByteRange(text, end)
        return bytes[text] != UInt8(ascii: "[")
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
