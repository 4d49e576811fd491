import ByteScan

/// Walks the members of one JSON object on one line: as much of JSON as log lines need.
///
/// Anything malformed ends the walk; nothing is allocated but the values that are asked for.
struct JSONScanner {
    private let end: Int
    private var offset: Int

    /// A scanner over the object that begins at `range.lowerBound`; nil where none does.
    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        offset = range.lowerBound
        end = range.upperBound
        while offset < end, bytes[offset] == 32 || bytes[offset] == 9 { offset += 1 }
        guard offset < end, bytes[offset] == UInt8(ascii: "{") else { return nil }
        offset += 1
    }

    /// A member: where its key's characters stand, and where its value does.
    typealias Member = (key: ByteRange, value: ByteRange)

    /// The next member; nil after the last, or where the text is malformed.
    mutating func next(_ bytes: Span<UInt8>) -> Member? {
        skipSpace(bytes)
        if offset < end, bytes[offset] == UInt8(ascii: ",") { offset += 1 }
        skipSpace(bytes)
        guard offset < end, bytes[offset] == UInt8(ascii: "\"") else { return nil }
        let keyStart = offset + 1
        guard skipString(bytes) else { return nil }
        let key = ByteRange(keyStart, offset - 1)
        skipSpace(bytes)
        // Fluent Bit prints '=>'.
        if bytes.starts(with: "=>", in: offset..<end) { offset += 1 }
        guard offset < end,
            bytes[offset] == UInt8(ascii: ":") || bytes[offset] == UInt8(ascii: ">")
        else { return nil }
        offset += 1
        skipSpace(bytes)
        let valueStart = offset
        guard skipValue(bytes) else { return nil }
        return (key, ByteRange(valueStart, offset))
    }

    private mutating func skipSpace(_ bytes: Span<UInt8>) {
        while offset < end, bytes[offset] == 32 || bytes[offset] == 9 { offset += 1 }
    }

    private mutating func skipString(_ bytes: Span<UInt8>) -> Bool {
        offset += 1
        while offset < end {
            switch bytes[offset] {
            case UInt8(ascii: "\\"): offset += 2
            case UInt8(ascii: "\""):
                offset += 1
                return true
            default: offset += 1
            }
        }
        return false
    }

    /// Strings, numbers, words, and arrays and objects by their nesting.
    private mutating func skipValue(_ bytes: Span<UInt8>) -> Bool {
        var depth = 0
        while offset < end {
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                guard skipString(bytes) else { return false }
                if depth == 0 { return true }
                continue
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                // The object's own brace ends a bare value.
                if depth == 0 { return true }
                depth -= 1
                if depth == 0 {
                    offset += 1
                    return true
                }
            case UInt8(ascii: ","): if depth == 0 { return true }
            default: break
            }
            offset += 1
        }
        return false
    }

    /// Appends the bytes that a value stands for: a string's characters, or the bytes of journald's
    /// array of numbers for what is no UTF-8.
    ///
    /// False for anything else.
    static func appendText(
        _ bytes: Span<UInt8>,
        _ value: ByteRange,
        to output: inout [UInt8]
    ) -> Bool {
        guard !value.isEmpty else { return false }
        switch bytes[value.lowerBound] {
        case UInt8(ascii: "\""):
            appendString(bytes, value.lowerBound + 1..<value.upperBound - 1, &output)
            return true
        case UInt8(ascii: "["):
            appendBytes(bytes, value.lowerBound + 1..<value.upperBound - 1, &output)
            return true
        default:
            return false
        }
    }

    private static func appendString(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        _ output: inout [UInt8]
    ) {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = bytes[offset]
            offset += 1
            guard byte == UInt8(ascii: "\\"), offset < range.upperBound else {
                append(byte, &output)
                continue
            }
            let escape = bytes[offset]
            offset += 1
            switch escape {
            case UInt8(ascii: "n"): append(10, &output)
            case UInt8(ascii: "r"): append(13, &output)
            case UInt8(ascii: "t"): append(9, &output)
            case UInt8(ascii: "b"): append(8, &output)
            case UInt8(ascii: "f"): append(12, &output)
            case UInt8(ascii: "u"):
                let scalar = unicodeEscape(bytes, &offset, range.upperBound)
                for unit in String(scalar).utf8 { append(unit, &output) }
            default: append(escape, &output)
            }
        }
    }

    /// A value is part of one line: what would end the line becomes a blank.
    private static func append(_ byte: UInt8, _ output: inout [UInt8]) {
        output.append(byte == 10 || byte == 13 || byte == 0 ? 32 : byte)
    }

    /// The scalar of a backslash, 'u' and four digits, with the second half of a surrogate pair; U+FFFD for half a pair.
    private static func unicodeEscape(
        _ bytes: Span<UInt8>,
        _ offset: inout Int,
        _ end: Int
    ) -> Unicode.Scalar {
        guard let first = hexadecimal(bytes, offset, end) else { return "\u{FFFD}" }
        offset += 4
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        guard offset + 1 < end, bytes[offset] == UInt8(ascii: "\\"),
            bytes[offset + 1] == UInt8(ascii: "u"),
            let second = hexadecimal(bytes, offset + 2, end), (0xDC00..<0xE000).contains(second)
        else { return "\u{FFFD}" }
        offset += 6
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00) ?? "\u{FFFD}"
    }

    private static func hexadecimal(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32? {
        guard start + 4 <= end else { return nil }
        var value: UInt32 = 0
        for offset in start..<start + 4 {
            let byte = bytes[offset]
            switch byte {
            case 48...57: value = value << 4 | UInt32(byte - 48)
            case 65...70: value = value << 4 | UInt32(byte - 55)
            case 97...102: value = value << 4 | UInt32(byte - 87)
            default: return nil
            }
        }
        return value
    }

    private static func appendBytes(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        _ output: inout [UInt8]
    ) {
        var number = 0
        var hasDigits = false
        for offset in range {
            let digit = bytes[offset] &- 48
            if digit <= 9 {
                number = min(number * 10 + Int(digit), 256)
                hasDigits = true
            } else if bytes[offset] == UInt8(ascii: ",") {
                if hasDigits { append(UInt8(truncatingIfNeeded: number), &output) }
                (number, hasDigits) = (0, false)
            }
        }
        if hasDigits { append(UInt8(truncatingIfNeeded: number), &output) }
    }
}
