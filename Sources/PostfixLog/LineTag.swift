public import ByteScan

/// 'postfix/relay/smtp[123]: '.
@usableFromInline
enum LineTag {
    /// Reads the tag at `start` and finds where the text begins; false where no tag is.
    @inlinable @inline(__always)
    static func read(
        _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ line: inout LogLine
    ) -> Bool {
        let open = bytes.mask64(of: UInt8(ascii: "["), at: start).trailingZeroBitCount
        let close = bytes.mask64(of: UInt8(ascii: "]"), at: start).trailingZeroBitCount
        guard open > 0, close < 64, close > open &+ 1 else { return false }
        let nameEnd = start &+ open
        let pidEnd = start &+ close
        guard pidEnd &+ 1 < end, bytes[pidEnd &+ 1] == UInt8(ascii: ":") else { return false }
        var pid: UInt32 = 0
        var offset = nameEnd &+ 1
        while offset < pidEnd {
            let digit = bytes[offset] &- 48
            guard digit <= 9 else { return false }
            pid = pid &* 10 &+ UInt32(digit)
            offset &+= 1
        }
        guard readName(bytes, start, open, &line) else { return false }
        line.pid = pid
        line.tag = ByteRange(start, nameEnd)
        var text = pidEnd &+ 2
        if text < end, bytes[text] == 32 { text &+= 1 }
        if text < end, bytes[text] == UInt8(ascii: "[") {
            text = HeadReader.afterSolarisID(bytes, text, end)
        }
        line.text = ByteRange(text, end)
        return true
    }

    /// The program's name: after the last slash of a tag of `length` bytes.
    @inlinable @inline(__always)
    static func readName(
        _ bytes: Span<UInt8>, _ start: Int, _ length: Int, _ line: inout LogLine
    ) -> Bool {
        let within: UInt64 = (1 << UInt64(length)) &- 1
        guard bytes.mask64(of: 32, at: start) & within == 0 else { return false }
        let slashes = bytes.mask64(of: UInt8(ascii: "/"), at: start) & within
        guard slashes != 0 else {
            line.daemon = .unnamed
            return true
        }
        let slash = start &+ 63 &- slashes.leadingZeroBitCount
        line.daemon = Daemon(bytes, name: ByteRange(slash &+ 1, start &+ length))
        return true
    }
}
