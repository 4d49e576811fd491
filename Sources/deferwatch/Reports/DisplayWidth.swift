/// Columns that text takes on a terminal.
extension StringProtocol {
    /// Columns of the whole text.
    var displayWidth: Int {
        if isPlain { return utf8.count }
        return reduce(0) { $0 + $1.displayWidth }
    }

    /// As much of the beginning as fits.
    func prefix(displayWidth most: Int) -> String {
        if isPlain { return String(decoding: utf8.prefix(most), as: UTF8.self) }
        var width = 0
        return String(
            prefix { character in
                width += character.displayWidth
                return width <= most
            }
        )
    }

    /// Printable ASCII, a column each: bytes are looked at much faster than characters.
    private var isPlain: Bool { utf8.allSatisfy { $0 >= 32 && $0 < 127 } }

    /// As much of the end as fits.
    func suffix(displayWidth most: Int) -> String {
        var width = 0
        let kept = reversed().prefix { character in
            width += character.displayWidth
            return width <= most
        }
        return String(kept.reversed())
    }
}

extension Character {
    /// 0 for a lone mark, 2 for East Asian wide characters and emoji, else 1.
    ///
    /// Source: Unicode Standard Annex 11, the blocks that are wide throughout.
    var displayWidth: Int {
        guard let scalar = unicodeScalars.first else { return 0 }
        let wide = unicodeScalars.contains { Self.isWide($0.value) }
        if wide { return 2 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: return 1
        }
    }

    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
            0x1F900...0x1FAFF, 0x20000...0x3FFFD, 0xFE0F:
            true
        default: false
        }
    }
}
