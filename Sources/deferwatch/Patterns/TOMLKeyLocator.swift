/// Finds the lines of keys in an array of tables, for errors that the parser has no position for.
///
/// Reads only what it needs: headers, keys, and enough of values to know where they end. Where a
/// file is written in a way that it does not follow, such as dotted keys, it knows no line rather
/// than a wrong one.
struct TOMLKeyLocator {
    /// Per table of the array: the line of its header and of each key, from 1.
    private(set) var tables: [Table] = []
    /// Lines of the keys before the first header.
    private(set) var root: [String: Int] = [:]
    /// Lines of the other headers, by name.
    private(set) var headers: [String: Int] = [:]
    /// Lines of keys outside of arrays of tables, with their tables before them: 'health.probes.after'.
    private(set) var paths: [String: Int] = [:]

    struct Table {
        var line: Int
        var keys: [String: Int] = [:]
    }

    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1

    /// Reads `text`, which the parser has accepted, for the array `name`.
    init(_ text: String, array name: String) {
        bytes = Array(text.utf8)
        var current: Int?
        var isAtRoot = true
        var section: String? = ""
        while skipBlanksAndComments() {
            let start = line
            if bytes[offset] == UInt8(ascii: "[") {
                let isArray = offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "[")
                let header = readHeader()
                isAtRoot = false
                current = nil
                section = isArray ? nil : header + "."
                if isArray, header == name {
                    tables.append(Table(line: start))
                    current = tables.count - 1
                } else {
                    headers[header] = headers[header] ?? start
                }
                continue
            }
            let key = readKey()
            skipValue()
            if let current {
                tables[current].keys[key] = start
            } else if isAtRoot {
                root[key] = start
            }
            if let section { paths[section + key] = paths[section + key] ?? start }
        }
    }

    /// Moves to the next byte of a statement; false at the end.
    private mutating func skipBlanksAndComments() -> Bool {
        while offset < bytes.count {
            switch bytes[offset] {
            case 10: line += 1
            case 32, 9, 13: break
            case UInt8(ascii: "#"):
                skipToNewline()
                continue
            default: return true
            }
            offset += 1
        }
        return false
    }

    private mutating func skipToNewline() {
        while offset < bytes.count, bytes[offset] != 10 { offset += 1 }
    }

    private mutating func readHeader() -> String {
        var name: [UInt8] = []
        while offset < bytes.count, bytes[offset] != 10 {
            if bytes[offset] == UInt8(ascii: "#") {
                skipToNewline()
                break
            }
            name.append(bytes[offset])
            offset += 1
        }
        let brackets = name.filter { ![91, 93, 32, 9, 13].contains($0) }
        return String(decoding: brackets, as: UTF8.self)
    }

    /// The key before '='; quotes come off.
    private mutating func readKey() -> String {
        var key: [UInt8] = []
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "="), bytes[offset] != 10 {
            key.append(bytes[offset])
            offset += 1
        }
        if offset < bytes.count, bytes[offset] != 10 { offset += 1 }
        let name = key.filter { ![32, 9, 13, 34, 39].contains($0) }
        return String(decoding: name, as: UTF8.self)
    }

    /// Skips to the end of the value's last line: strings and brackets may span several.
    private mutating func skipValue() {
        var depth = 0
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                skipString(bytes[offset])
                continue
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "#"):
                skipToNewline()
                continue
            case 10:
                if depth <= 0 { return }
                line += 1
            default: break
            }
            offset += 1
        }
    }

    private mutating func skipString(_ quote: UInt8) {
        let isLong =
            offset + 2 < bytes.count && bytes[offset + 1] == quote && bytes[offset + 2] == quote
        offset += isLong ? 3 : 1
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                // An escaped newline counts, too.
                if offset + 1 < bytes.count, bytes[offset + 1] == 10 { line += 1 }
                offset += 2
                continue
            }
            if byte == 10 { line += 1 }
            if byte == quote, !isLong || endsLongString(quote) {
                offset += isLong ? 3 : 1
                // Up to two quotes may stand before the closing three.
                while isLong, offset < bytes.count, bytes[offset] == quote { offset += 1 }
                return
            }
            offset += 1
        }
    }

    private func endsLongString(_ quote: UInt8) -> Bool {
        offset + 2 < bytes.count && bytes[offset + 1] == quote && bytes[offset + 2] == quote
    }
}
