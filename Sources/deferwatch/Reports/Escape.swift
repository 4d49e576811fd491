/// Makes text from logs harmless where it is shown: whoever sends us mail writes into our log.
enum Escape {
    /// For a terminal: control characters, C1 controls, line separators and the characters that turn
    /// or hide text become visible escapes.
    static func terminal(_ text: String) -> String {
        // Most texts are plain: bytes are looked at much faster than characters.
        if text.utf8.allSatisfy({ $0 >= 32 && $0 < 127 }) { return text }
        guard text.unicodeScalars.contains(where: isDangerous) else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            if isDangerous(scalar) {
                escaped += "\\u{" + String(scalar.value, radix: 16) + "}"
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// At most `width` columns of it, with '…' where it was cut.
    static func terminal(_ text: String, width: Int) -> String {
        let safe = terminal(text)
        guard safe.displayWidth > width else { return safe }
        return safe.prefix(displayWidth: max(0, width - 1)) + "…"
    }

    /// For HTML, inside elements and quoted attributes.
    static func html(_ text: String) -> String {
        var escaped = ""
        for scalar in terminal(text).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// For Markdown, as a code span: nothing in one is a link, a mention, a tag or a table's pipe.
    static func markdownCode(_ text: String) -> String {
        guard !text.isEmpty else { return "–" }
        return "`" + replacing(["`": "\\u{60}", "|": "\\u{7c}"], in: terminal(text)) + "`"
    }

    /// For Markdown, our own words, perhaps with a domain: what would be markup stands for itself, and
    /// what would be a link is none.
    static func markdown(_ text: String) -> String {
        var escaped = ""
        for scalar in terminal(text).unicodeScalars {
            if "\\`*_[]<>#|~&".unicodeScalars.contains(scalar) { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped.replacing("www.", with: "www\\.").replacing("://", with: ":\\//")
    }

    /// For CSV, as a quoted field that no spreadsheet takes for a formula.
    ///
    /// Source: RFC 4180; OWASP, 'CSV Injection', the full-width forms included.
    static func csv(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first { $0 != " " }.map(startsFormula) ?? false
        let safe = terminal(text)
        let quoted = safe.utf8.contains(34) ? replacing(["\"": "\"\""], in: safe) : safe
        return (isFormula ? "\"'" : "\"") + quoted + "\""
    }

    /// Scalar by scalar: a quote with an accent on it is another Character, and still ends a field.
    static func replacing(_ table: [Unicode.Scalar: String], in text: String) -> String {
        var replaced = ""
        for scalar in text.unicodeScalars {
            if let other = table[scalar] {
                replaced += other
            } else {
                replaced.unicodeScalars.append(scalar)
            }
        }
        return replaced
    }

    private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
            true
        default: false
        }
    }

    /// Characters that can move the cursor, hide themselves or reorder a line.
    static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0xAD, 0x61C, 0x180E: true
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
        case 0xE0000...0xE007F: true
        default: false
        }
    }
}
