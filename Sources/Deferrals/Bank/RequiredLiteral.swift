/// Literal runs that every match of a pattern contains: what the gram index looks for before a
/// pattern is tried.
enum RequiredLiteral {
    /// The literal runs of `pattern` outside groups, classes and optional parts, lower-cased.
    ///
    /// Errs on the safe side: a run that might be absent from a match is left out, so the result can
    /// be empty.
    static func runs(in pattern: String) -> [[UInt8]] {
        var reader = Reader(bytes: Array(pattern.utf8))
        reader.readAll()
        return reader.hasAlternatives ? [] : reader.runs
    }

    private struct Reader {
        let bytes: [UInt8]
        var position = 0
        var current: [UInt8] = []
        var runs: [[UInt8]] = []
        var hasAlternatives = false

        mutating func readAll() {
            while position < bytes.count { readOne() }
            endRun()
        }

        private mutating func endRun() {
            if !current.isEmpty { runs.append(current) }
            current = []
        }

        private mutating func readOne() {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\\"): readEscape()
            case UInt8(ascii: "["):
                skipClass()
                endRun()
            case UInt8(ascii: "("):
                skipGroup()
                endRun()
            case UInt8(ascii: "|"): hasAlternatives = true
            case UInt8(ascii: "?"), UInt8(ascii: "*"):
                if !current.isEmpty { current.removeLast() }
                endRun()
            case UInt8(ascii: "{"):
                if !current.isEmpty { current.removeLast() }
                skip(to: UInt8(ascii: "}"))
                endRun()
            case UInt8(ascii: "+"), UInt8(ascii: "."): endRun()
            case UInt8(ascii: "^"), UInt8(ascii: "$"): break
            default: current.append(lowercased(byte))
            }
        }

        /// '\.' is a full stop; '\d' and all other letters and digits are classes or assertions.
        private mutating func readEscape() {
            guard position < bytes.count else { return }
            let escaped = bytes[position]
            position += 1
            let isWord = lowercased(escaped) >= 97 && lowercased(escaped) <= 122
            if (48...57).contains(escaped) {
                // \1: what a group matched.
                while position < bytes.count, (48...57).contains(bytes[position]) { position += 1 }
                endRun()
            } else if isWord {
                // \x41, \p{L}, \Q…\E: whatever follows is not worth reading.
                if !"dDwWsSbBhHvVNRAzZG".utf8.contains(escaped) { giveUp() }
                endRun()
            } else {
                current.append(escaped)
            }
        }

        /// What is not read may hold an alternative: then nothing is required.
        private mutating func giveUp() {
            position = bytes.count
            hasAlternatives = true
        }

        private mutating func skip(to end: UInt8) {
            while position < bytes.count {
                position += 1
                if bytes[position - 1] == end { return }
            }
            hasAlternatives = true
        }

        private mutating func skipClass() {
            // ']' directly after '[' or '[^' is a literal.
            if position < bytes.count, bytes[position] == UInt8(ascii: "^") { position += 1 }
            if position < bytes.count, bytes[position] == UInt8(ascii: "]") { position += 1 }
            while position < bytes.count, bytes[position] != UInt8(ascii: "]") {
                position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
            }
            position += 1
        }

        private mutating func skipGroup() {
            // An inline option ends nothing, but 'x' in one changes how the rest is read.
            if setsExtendedSyntax { return giveUp() }
            var depth = 1
            while position < bytes.count, depth > 0 {
                switch bytes[position] {
                case UInt8(ascii: "\\"): position += 1
                case UInt8(ascii: "("): depth += 1
                case UInt8(ascii: ")"): depth -= 1
                case UInt8(ascii: "["):
                    position += 1
                    skipClass()
                    continue
                default: break
                }
                position += 1
            }
        }

        private var setsExtendedSyntax: Bool {
            guard position < bytes.count, bytes[position] == UInt8(ascii: "?") else { return false }
            let options = bytes[(position + 1)...].prefix {
                lowercased($0) >= 97 && lowercased($0) <= 122
            }
            return options.contains(UInt8(ascii: "x"))
        }

        private func lowercased(_ byte: UInt8) -> UInt8 {
            byte >= 65 && byte <= 90 ? byte | 0x20 : byte
        }
    }
}
