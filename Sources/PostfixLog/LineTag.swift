import ByteScan

/// 'postfix/relay/smtp[123]: '.
enum LineTag {
    /// Reads the tag at `start` and finds where the text begins; false where no tag is.
    static func read(
        _ bytes: Span<UInt8>,
        _ start: Int,
        _ end: Int,
        _ line: inout LogLine
    ) -> Bool {
        var open = bytes.mask32(of: UInt8(ascii: "["), at: start).trailingZeroBitCount
        if open == 32 {
            open = bytes.mask64(of: UInt8(ascii: "["), at: start).trailingZeroBitCount
        }
        guard open > 0, open < 64, bytes[start] > 32 else { return false }
        let nameEnd = start &+ open
        var number: UInt64 = 0
        var offset = nameEnd &+ 1
        var digit = bytes[offset] &- 48
        while digit <= 9 {
            number = number &* 10 &+ UInt64(digit)
            offset &+= 1
            digit = bytes[offset] &- 48
        }
        // No system has such a number; a part of it would be another process.
        let isPossible = offset &- nameEnd <= 11 && number <= UInt64(UInt32.max)
        guard offset > nameEnd &+ 1, offset &+ 1 < end, bytes[offset] == UInt8(ascii: "]"),
            bytes[offset &+ 1] == UInt8(ascii: ":")
        else { return false }
        guard readName(bytes, start, open, &line) else { return false }
        line.pid = isPossible ? UInt32(truncatingIfNeeded: number) : 0
        line.tag = ByteRange(start, nameEnd)
        var text = offset &+ 2
        if text < end, bytes[text] == 32 || bytes[text] == 9 { text &+= 1 }
        if text < end, bytes[text] == UInt8(ascii: "[") {
            text = HeadReader.afterSolarisID(bytes, text, end)
        }
        line.text = ByteRange(text, end)
        return true
    }

    /// Reads 'postfix/smtp: ', and metalog's '[postfix/smtp] ', which have no process ID; false
    /// where no program of Postfix's is named.
    static func readUnnumbered(
        _ bytes: Span<UInt8>,
        _ start: Int,
        _ end: Int,
        _ line: inout LogLine
    ) -> Bool {
        let word = HeadReader.token(bytes, start, end)
        let isBracketed = !word.isEmpty && bytes[start] == UInt8(ascii: "[")
        let mark = isBracketed ? UInt8(ascii: "]") : UInt8(ascii: ":")
        let nameStart = isBracketed ? start + 1 : start
        let nameEnd = word.upperBound - 1
        guard nameEnd - nameStart > 2, nameEnd - nameStart < 64, bytes[nameEnd] == mark,
            readName(bytes, nameStart, nameEnd - nameStart, &line),
            line.daemon != .unnamed, line.daemon != .other
        else { return false }
        line.pid = 0
        line.tag = ByteRange(nameStart, nameEnd)
        line.text = ByteRange(HeadReader.skipBlanks(bytes, word.upperBound, end), end)
        return true
    }

    /// The program's name: after the last slash of a tag of `length` bytes.
    static func readName(
        _ bytes: Span<UInt8>,
        _ start: Int,
        _ length: Int,
        _ line: inout LogLine
    ) -> Bool {
        let blanks =
            length <= 32
            ? UInt64(bytes.mask32(of: 32, at: start) | bytes.mask32(of: 9, at: start))
            : bytes.mask64(of: 32, at: start) | bytes.mask64(of: 9, at: start)
        guard blanks & ((1 << UInt64(length)) &- 1) == 0 else { return false }
        // The name is looked for from its end: few are longer than eight bytes.
        var slash = start &+ length
        while slash > start {
            slash &-= 1
            let byte = bytes[slash]
            if byte == UInt8(ascii: "/") {
                line.daemon = Daemon(bytes, name: ByteRange(slash &+ 1, start &+ length))
                return true
            }
        }
        line.daemon = .unnamed
        return true
    }
}
