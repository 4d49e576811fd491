/// Makes text from logs harmless where it is shown: whoever sends us mail writes into our log.
enum Escape {
    /// For a terminal: control characters, C1 controls, line separators and the characters that turn
    /// or hide text become visible escapes.
    static func terminal(_ text: String) -> String {
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

    /// At most `width` characters of it, with '…' where it was cut.
    static func terminal(_ text: String, width: Int) -> String {
        let safe = terminal(text)
        guard safe.count > width else { return safe }
        return safe.prefix(max(0, width - 1)) + "…"
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
