import ByteScan

/// Numbers in JSON, and the times that they are.
enum JSONNumber {
    /// A whole number, or a string of digits.
    static func integer(_ block: Span<UInt8>, _ value: ByteRange) -> Int? {
        var number = 0
        var hasDigits = false
        for offset in value.range {
            let digit = block[offset] &- 48
            guard digit <= 9 else {
                if block[offset] == UInt8(ascii: "\"") { continue }
                return nil
            }
            guard number < 1 << 56 else { return nil }
            number = number * 10 + Int(digit)
            hasDigits = true
        }
        return hasDigits ? number : nil
    }

    /// Microseconds of a time since 1970 in seconds, with or without a fraction, or in milliseconds.
    static func epoch(_ block: Span<UInt8>, _ value: ByteRange) -> Int? {
        let point = block.firstOffset(of: UInt8(ascii: "."), in: value.range) ?? value.upperBound
        guard let whole = integer(block, ByteRange(value.lowerBound, point)) else { return nil }
        // Milliseconds have 13 digits until the year 2286.
        if whole >= 1_000_000_000_000 { return whole < 1 << 43 ? whole * 1_000 : nil }
        guard whole >= 100_000_000 else { return nil }
        var fraction = 0
        var unit = 100_000
        for offset in min(point + 1, value.upperBound)..<value.upperBound {
            let digit = block[offset] &- 48
            guard digit <= 9 else { break }
            fraction += Int(digit) * unit
            unit /= 10
        }
        return whole * 1_000_000 + fraction
    }

    /// Appends RFC 3339 in UTC: the journal's clock.
    static func appendTime(_ microseconds: Int, to bytes: inout [UInt8]) {
        let seconds = microseconds / 1_000_000
        let date = CivilCalendar.date(days: seconds / 86_400)
        let parts: [(Int, Int, UInt8)] = [
            (date.year, 4, UInt8(ascii: "-")), (date.month, 2, UInt8(ascii: "-")),
            (date.day, 2, UInt8(ascii: "T")), (seconds / 3_600 % 24, 2, UInt8(ascii: ":")),
            (seconds / 60 % 60, 2, UInt8(ascii: ":")), (seconds % 60, 2, UInt8(ascii: ".")),
            (microseconds % 1_000_000, 6, UInt8(ascii: "Z")),
        ]
        for (value, digits, separator) in parts {
            append(value, digits: digits, to: &bytes)
            bytes.append(separator)
        }
    }

    /// Appends `value` with at least `digits` digits.
    static func append(_ value: Int, digits: Int, to bytes: inout [UInt8]) {
        let text = String(value)
        for _ in 0..<max(0, digits - text.utf8.count) { bytes.append(48) }
        bytes.append(contentsOf: text.utf8)
    }
}
