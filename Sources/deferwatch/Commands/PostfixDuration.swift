/// Durations as Postfix writes them: '5d', '36h', '300s'.
enum PostfixDuration {
    /// The seconds that digits and one of s, m, h, d, w stand for; nil: it is no duration.
    ///
    /// A bare number counts `unit`; without one it is no duration.
    static func seconds(_ text: String, unit: Character? = nil) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        guard let value = Int(digits), rest.count <= 1, let suffix = rest.first ?? unit,
            let factor = ["s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800][suffix]
        else { return nil }
        let (seconds, overflow) = value.multipliedReportingOverflow(by: factor)
        // Beyond it nanoseconds no longer fit a number.
        return overflow || seconds > 100_000 * 86_400 ? nil : seconds
    }
}
