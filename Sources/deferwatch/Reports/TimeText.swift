import PostfixLog

/// Times as reports print them.
enum TimeText {
    /// RFC 3339, with an offset where the log has one and without where it has none.
    static func rfc3339(_ time: LogTime) -> String {
        var text = civil(time.seconds, separator: "T")
        if time.microseconds > 0 {
            text += "."
            text += String(1_000_000 + time.microseconds).dropFirst()
        }
        guard let offset = time.offsetMinutes else { return text }
        return text + zone(Int(offset))
    }

    /// RFC 3339 for whole seconds.
    static func rfc3339(_ seconds: Int64, offsetMinutes: Int?) -> String {
        civil(seconds, separator: "T") + (offsetMinutes.map(zone) ?? "")
    }

    /// '2026-11-03 09:29:01', as the log's own clock shows it.
    static func civil(_ seconds: Int64, separator: String = " ") -> String {
        // Any number will do: what was stored may be damaged.
        var (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        if rest < 0 { (days, rest) = (days - 1, rest + 86_400) }
        let inDay = Int(rest)
        let date = CivilCalendar.date(days: Int(days))
        guard (0...9_999).contains(date.year) else {
            return "\(pad(date.year, 4))-\(pad(date.month))-\(pad(date.day))\(separator)"
                + "\(pad(inDay / 3600)):\(pad(inDay / 60 % 60)):\(pad(inDay % 60))"
        }
        // Every line that is printed has a time: piece by piece it cost more than the rest.
        var text: [UInt8] = []
        text.reserveCapacity(20)
        append(date.year / 100, to: &text)
        append(date.year % 100, to: &text)
        text.append(UInt8(ascii: "-"))
        append(date.month, to: &text)
        text.append(UInt8(ascii: "-"))
        append(date.day, to: &text)
        text.append(contentsOf: separator.utf8)
        append(inDay / 3600, to: &text)
        text.append(UInt8(ascii: ":"))
        append(inDay / 60 % 60, to: &text)
        text.append(UInt8(ascii: ":"))
        append(inDay % 60, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Two digits.
    private static func append(_ value: Int, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 10))
        text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
    }

    /// 'UTC', or 'UTC+03:00'.
    static func zoneName(_ offsetMinutes: Int) -> String {
        offsetMinutes == 0 ? "UTC" : "UTC" + zone(offsetMinutes)
    }

    private static func zone(_ minutes: Int) -> String {
        guard minutes != 0 else { return "Z" }
        let magnitude = abs(minutes)
        return (minutes < 0 ? "-" : "+") + pad(magnitude / 60) + ":" + pad(magnitude % 60)
    }

    private static func pad(_ value: Int, _ width: Int = 2) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
