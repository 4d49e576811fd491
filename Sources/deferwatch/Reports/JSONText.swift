import ByteScan
import PostfixLog

/// Writes JSON text piece by piece, in the order in which keys are given.
///
/// ndjson promises its keys in one order and comes by the hundred thousand, which is why this is not
/// a `JSONEncoder`.
struct JSONText: ~Copyable {
    // Most lines of events fit.
    private var text = Column<UInt8>(capacity: 1_536)
    private var needsComma = false

    /// What was written.
    var bytes: [UInt8] { text.array }

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
        text.append(UInt8(ascii: "\""))
        raw(name)
        text.append(UInt8(ascii: "\""))
        text.append(UInt8(ascii: ":"))
    }

    mutating func field(_ name: StaticString, _ value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }

    mutating func field(_ name: StaticString, _ value: Int?) {
        key(name)
        if let value { number(value) } else { null() }
    }

    mutating func field(_ name: StaticString, _ value: Double?) {
        key(name)
        if let value, value.isFinite { number(value) } else { null() }
    }

    mutating func field(_ name: StaticString, _ value: Bool) {
        key(name)
        word(value ? "true" : "false")
    }

    /// A time as RFC 3339 has it.
    mutating func field(_ name: StaticString, _ value: LogTime) {
        key(name)
        separate()
        text.append(UInt8(ascii: "\""))
        TimeText.append(value, to: &text)
        text.append(UInt8(ascii: "\""))
        needsComma = true
    }

    mutating func null() {
        word("null")
    }

    mutating func newline() {
        text.append(10)
        needsComma = false
    }

    // MARK: Strings

    /// A JSON string: quotes, backslashes and all controls escaped, also the characters that would
    /// split or turn a line for a reader who prints it raw.
    mutating func string(_ value: String) {
        separate()
        text.append(UInt8(ascii: "\""))
        let utf8 = value.utf8
        if utf8.span.isQuotable {
            text.append(utf8.span, 0..<utf8.count)
        } else {
            for scalar in value.unicodeScalars { append(scalar) }
        }
        text.append(UInt8(ascii: "\""))
        needsComma = true
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": raw("\\\"")
        case "\\": raw("\\\\")
        default:
            append(Escape.isDangerous(scalar) ? Self.escape(scalar) : String(scalar))
        }
    }

    /// The scalar as one or two escapes: a backslash, 'u' and four digits.
    static func escape(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.reduce(into: "") { escaped, unit in
            let digits = String(unit, radix: 16)
            escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }

    // MARK: Numbers

    private mutating func number(_ value: Int) {
        separate()
        text.append(decimal: value)
        needsComma = true
    }

    private mutating func number(_ value: Double) {
        // Delays are logged with two decimals at most; digit by digit they cost a tenth.
        let hundredths = (value * 100).rounded()
        guard (0..<1e12).contains(hundredths), hundredths / 100 == value else {
            separate()
            append(Self.decimal(value))
            needsComma = true
            return
        }
        let (whole, rest) = Int(hundredths).quotientAndRemainder(dividingBy: 100)
        number(whole)
        guard rest > 0 else { return }
        text.append(UInt8(ascii: "."))
        text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / 10))
        if rest % 10 > 0 { text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)) }
    }

    /// 12.0 as '12': delays are logged that way.
    static func decimal(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    // MARK: Pieces

    private mutating func word(_ word: StaticString) {
        separate()
        raw(word)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { text.append(UInt8(ascii: ",")) }
        needsComma = false
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        text.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        text.append(bracket)
        needsComma = true
    }

    private mutating func append(_ more: String) {
        text.append(more.utf8.span, 0..<more.utf8.count)
    }

    private mutating func raw(_ more: StaticString) {
        // SAFETY: a StaticString's bytes live for ever; the count is its own.
        let bytes = unsafe UnsafeBufferPointer(
            start: more.utf8Start,
            count: more.utf8CodeUnitCount
        )
        unsafe text.append(bytes.span, bytes.indices)
    }
}
