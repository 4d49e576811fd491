import TOMLKit

/// A TOML text as its tables.
///
/// The parser ends the whole process, by an assertion, at three mistakes that come by a slip of a
/// finger: a daemon that reloads must not. They are looked for first.
enum TOMLDocument {
    /// One of these mistakes.
    struct Mistake: Error, Hashable {
        /// From 1.
        var line: Int
        var sentence: String
    }

    /// The tables of `text`.
    ///
    /// - Throws: `Mistake`, or what the parser throws.
    static func table(_ text: String) throws -> TOMLTable {
        var scan = MistakeScan(text)
        if let mistake = scan.firstMistake() { throw mistake }
        return try TOMLTable(string: text)
    }
}

/// Finds what the parser asserts about: it goes along with what is right, and gives up at the first thing
/// that is wrong in another way, which the parser itself complains of.
private struct MistakeScan {
    private enum Stop: Error {
        case mistake(String)
        /// The parser will say what it is.
        case other
    }

    private let bytes: [UInt8]
    private var offset = 0
    /// As the parser's; deeper is an error of its own.
    private static let deepest = 256

    init(_ text: String) {
        bytes = Array(text.utf8)
        // The byte order mark that some editors leave.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }

    mutating func firstMistake() -> TOMLDocument.Mistake? {
        do throws(Stop) {
            while skipSpace(newlines: true) {
                if bytes[offset] == UInt8(ascii: "[") {
                    try header()
                } else {
                    try pair(depth: 0)
                }
                try endOfLine()
            }
        } catch {
            guard case .mistake(let sentence) = error else { return nil }
            let line = 1 + bytes[..<offset].count { $0 == 10 }
            return TOMLDocument.Mistake(line: line, sentence: sentence)
        }
        return nil
    }

    private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: byte) else { return false }
        offset += 1
        return true
    }

    /// Skips blanks, and with `newlines` all between two things; false at the end.
    private mutating func skipSpace(newlines: Bool) -> Bool {
        while let byte = current {
            switch byte {
            case 32, 9: offset += 1
            case _ where !newlines: return true
            case 10, 13: offset += 1
            case UInt8(ascii: "#"): skipLine()
            default: return true
            }
        }
        return false
    }

    private mutating func skipLine() {
        while let byte = current, byte != 10 { offset += 1 }
    }

    private mutating func endOfLine() throws(Stop) {
        guard skipSpace(newlines: false) else { return }
        guard let byte = current, byte == 10 || byte == 13 || byte == UInt8(ascii: "#") else {
            throw .other
        }
        skipLine()
    }

    private mutating func header() throws(Stop) {
        offset += 1
        let isArray = take("[")
        guard skipSpace(newlines: false), let first = current else { throw .other }
        if first == UInt8(ascii: "]") { throw .other }
        guard Self.beginsKey(first) else { throw .mistake("a table's name is expected after '['") }
        try key()
        guard take("]"), !isArray || take("]") else { throw .other }
    }

    private static func beginsKey(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || isBare(byte)
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || isDigit(byte)
            || (byte | 32) &- 97 < 26
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    /// A key with its dots, and the blanks after it.
    private mutating func key() throws(Stop) {
        repeat {
            guard skipSpace(newlines: false), let first = current, Self.beginsKey(first) else {
                throw .other
            }
            if Self.isBare(first) {
                while let byte = current, Self.isBare(byte) { offset += 1 }
            } else {
                try string(first, isKey: true)
            }
            guard skipSpace(newlines: false) else { throw .other }
        } while take(".")
    }

    private mutating func pair(depth: Int) throws(Stop) {
        try key()
        guard take("="), skipSpace(newlines: false) else { throw .other }
        try value(depth: depth)
    }

    private mutating func value(depth: Int) throws(Stop) {
        guard let first = current, depth < Self.deepest else { throw .other }
        switch first {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): try string(first, isKey: false)
        case UInt8(ascii: "["): try array(depth: depth)
        case UInt8(ascii: "{"): try inlineTable(depth: depth)
        default: try plainValue()
        }
    }

    private mutating func array(depth: Int) throws(Stop) {
        offset += 1
        while skipSpace(newlines: true) {
            if take("]") { return }
            if current == UInt8(ascii: "}") { throw .mistake("a list ends with ']', not with '}'") }
            try value(depth: depth + 1)
            guard skipSpace(newlines: true) else { throw .other }
            if take("]") { return }
            guard take(",") else { throw .other }
        }
        throw .other
    }

    private mutating func inlineTable(depth: Int) throws(Stop) {
        offset += 1
        while skipSpace(newlines: false) {
            if take("}") { return }
            try pair(depth: depth + 1)
            guard skipSpace(newlines: false) else { throw .other }
            if take("}") { return }
            guard take(",") else { throw .other }
        }
        throw .other
    }

    /// A number, a date, true or false, up to what ends it.
    private mutating func plainValue() throws(Stop) {
        let start = offset
        let ends = [UInt8](" \t\r\n,]}#".utf8)
        while let byte = current, !ends.contains(byte) { offset += 1 }
        guard offset > start else { throw .other }
        try checkDate(bytes[start..<offset])
        // A blank may stand between date and time.
        let isDate = offset - start == 10 && bytes[start + 4] == UInt8(ascii: "-")
        if isDate, take(" "), let byte = current, Self.isDigit(byte) { try plainValue() }
    }

    private func checkDate(_ word: ArraySlice<UInt8>) throws(Stop) {
        let text = Array(word)
        let shape: [UInt8] = Array("0000-00-00".utf8)
        guard text.count > shape.count,
            zip(text, shape).allSatisfy({ Self.isDigit($1) ? Self.isDigit($0) : $0 == $1 }),
            text[10] | 32 == UInt8(ascii: "t")
        else { return }
        guard text.count > 11, Self.isDigit(text[11]) else {
            throw .mistake("a time of day is expected after the date")
        }
    }

    private mutating func string(_ quote: UInt8, isKey: Bool) throws(Stop) {
        let isLong = !isKey && bytes[offset...].starts(with: [quote, quote, quote])
        offset += isLong ? 3 : 1
        while let byte = current {
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                offset += 2
            } else if byte == quote,
                !isLong || bytes[offset...].starts(with: [quote, quote, quote])
            {
                offset += isLong ? 3 : 1
                // Up to two quotes may stand before the closing three.
                for _ in 0..<2 where isLong && current == quote { offset += 1 }
                return
            } else if byte == 10, !isLong {
                throw .other
            } else {
                offset += 1
            }
        }
        throw .other
    }
}
