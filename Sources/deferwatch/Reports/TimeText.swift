import ByteScan
import PostfixLog

/// Times as reports print them.
enum TimeText {
    /// RFC 3339, with an offset where the log has one and without where it has none.
    static func rfc3339(_ time: LogTime) -> String {
        text { append(time, to: &$0) }
    }

    /// RFC 3339 for whole seconds.
    static func rfc3339(_ seconds: Int64, offsetMinutes: Int?) -> String {
        text {
            append(seconds, separator: "T", to: &$0)
            if let offsetMinutes { append(zone: offsetMinutes, to: &$0) }
        }
    }

    /// '2026-11-03 09:29:01', as the log's own clock shows it.
    static func civil(_ seconds: Int64) -> String {
        text { append(seconds, separator: " ", to: &$0) }
    }

    /// 'UTC', or 'UTC+03:00'.
    static func zoneName(_ offsetMinutes: Int) -> String {
        offsetMinutes == 0 ? "UTC" : "UTC" + text { append(zone: offsetMinutes, to: &$0) }
    }

    /// RFC 3339 at the end of `text`: every line that is printed has a time.
    static func append(_ time: LogTime, to text: inout Column<UInt8>) {
        append(time.seconds, separator: "T", to: &text)
        if time.microseconds > 0 {
            text.append(UInt8(ascii: "."))
            let (high, low) = Int(time.microseconds).quotientAndRemainder(dividingBy: 1_000)
            append(pair: high / 10, to: &text)
            append(pair: high % 10 * 10 + low / 100, to: &text)
            append(pair: low % 100, to: &text)
        }
        if let offset = time.offsetMinutes { append(zone: Int(offset), to: &text) }
    }

    // MARK: Pieces

    private static func text(_ write: (inout Column<UInt8>) -> Void) -> String {
        var text = Column<UInt8>(capacity: 40)
        write(&text)
        return text.text(text.indices)
    }

    private static func append(
        _ seconds: Int64,
        separator: Unicode.Scalar,
        to text: inout Column<UInt8>
    ) {
        // Any number will do: what was stored may be damaged.
        var (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        if rest < 0 { (days, rest) = (days - 1, rest + 86_400) }
        let inDay = Int(rest)
        let date = CivilCalendar.date(days: Int(days))
        if (0...9_999).contains(date.year) {
            append(pair: date.year / 100, to: &text)
            append(pair: date.year % 100, to: &text)
        } else {
            text.append(decimal: date.year)
        }
        text.append(UInt8(ascii: "-"))
        append(pair: date.month, to: &text)
        text.append(UInt8(ascii: "-"))
        append(pair: date.day, to: &text)
        text.append(UInt8(ascii: separator))
        append(pair: inDay / 3600, to: &text)
        text.append(UInt8(ascii: ":"))
        append(pair: inDay / 60 % 60, to: &text)
        text.append(UInt8(ascii: ":"))
        append(pair: inDay % 60, to: &text)
    }

    private static func append(zone minutes: Int, to text: inout Column<UInt8>) {
        guard minutes != 0 else { return text.append(UInt8(ascii: "Z")) }
        text.append(UInt8(ascii: minutes < 0 ? "-" : "+"))
        append(pair: abs(minutes) / 60, to: &text)
        text.append(UInt8(ascii: ":"))
        append(pair: abs(minutes) % 60, to: &text)
    }

    /// Two digits.
    private static func append(pair value: Int, to text: inout Column<UInt8>) {
        text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 10))
        text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
    }
}
