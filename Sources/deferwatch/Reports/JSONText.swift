/// Writes JSON text piece by piece, in the order in which keys are given.
///
/// ndjson promises its keys in one order and comes by the hundred thousand, which is why this is not
/// a `JSONEncoder`.
struct JSONText {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    mutating func object(_ body: (inout JSONText) -> Void) {
        open(UInt8(ascii: "{"))
        body(&self)
        close(UInt8(ascii: "}"))
    }

    mutating func array<Element>(_ elements: [Element], _ body: (inout JSONText, Element) -> Void) {
        open(UInt8(ascii: "["))
        for element in elements {
            body(&self, element)
        }
        close(UInt8(ascii: "]"))
    }

    mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        raw(name)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func field(_ name: StaticString, _ value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }

    mutating func field(_ name: StaticString, _ value: Int?) {
        key(name)
        if let value { number(String(value)) } else { null() }
    }

    mutating func field(_ name: StaticString, _ value: Double?) {
        key(name)
        if let value, value.isFinite { number(Self.decimal(value)) } else { null() }
    }

    mutating func field(_ name: StaticString, _ value: Bool) {
        key(name)
        number(value ? "true" : "false")
    }

    mutating func null() {
        number("null")
    }

    mutating func newline() {
        bytes.append(10)
        needsComma = false
    }

    /// A JSON string: quotes, backslashes and all controls escaped, also the characters that would
    /// split or turn a line for a reader who prints it raw.
    mutating func string(_ value: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        var text = value
        // SAFETY: the bytes are read while they are lent.
        let isCopied = text.withUTF8 { buffer in
            guard unsafe Self.isPlain(UnsafeRawBufferPointer(buffer)) else { return false }
            unsafe bytes.append(contentsOf: buffer)
            return true
        }
        if !isCopied {
            for scalar in value.unicodeScalars { append(scalar) }
        }
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// Printable ASCII without quotes and backslashes; eight bytes are looked at together.
    private static func isPlain(_ text: UnsafeRawBufferPointer) -> Bool {
        var place = 0
        while place + 8 <= text.count {
            // SAFETY: eight bytes are there.
            let word = unsafe text.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            let isSpecial =
                word & everyByte(0x80) | below(0x20, word) | below(1, word ^ everyByte(127))
                | below(1, word ^ everyByte(34)) | below(1, word ^ everyByte(92))
            if isSpecial != 0 { return false }
            place += 8
        }
        while place < text.count {
            // SAFETY: the place is inside the buffer.
            let byte = unsafe text[place]
            guard byte >= 32, byte < 127, byte != 34, byte != 92 else { return false }
            place += 1
        }
        return true
    }

    @inline(__always)
    private static func everyByte(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

    /// Not 0 where a byte of `word` is less than `limit`, at most 128.
    ///
    /// Source: S. E. Anderson, 'Bit Twiddling Hacks', 'Determine if a word has a byte less than n'.
    @inline(__always)
    private static func below(_ limit: UInt64, _ word: UInt64) -> UInt64 {
        (word &- everyByte(limit)) & ~word & everyByte(0x80)
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": raw("\\\"")
        case "\\": raw("\\\\")
        default:
            guard Escape.isDangerous(scalar) else {
                bytes.append(contentsOf: String(scalar).utf8)
                return
            }
            bytes.append(contentsOf: Self.escape(scalar).utf8)
        }
    }

    /// The scalar as one or two escapes: a backslash, 'u' and four digits.
    static func escape(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.reduce(into: "") { escaped, unit in
            let digits = String(unit, radix: 16)
            escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }

    private mutating func number(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    /// 12.0 as '12': delays are logged that way.
    static func decimal(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = false
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func raw(_ text: StaticString) {
        // SAFETY: a StaticString's bytes live for ever; the count is its own.
        unsafe bytes.append(
            contentsOf: UnsafeBufferPointer(
                start: text.utf8Start,
                count: text.utf8CodeUnitCount
            )
        )
    }
}
