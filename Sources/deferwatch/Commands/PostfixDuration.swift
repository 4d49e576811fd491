import ArgumentParser

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

extension PostfixDuration {
    /// What an option takes: '60s', '5m', '1h', longer than nothing.
    static func option(_ text: String) throws -> Int {
        try checked(seconds(text), text, examples: "60s, 5m, 1h")
    }

    /// What an option takes in the place of a parameter of main.cf: '5d', '36h', '5' for five days.
    static func optionInDays(_ text: String) throws -> Int {
        try checked(seconds(text, unit: "d"), text, examples: "5d, 36h")
    }

    /// The same, and 0: for ever.
    static func ageInDays(_ text: String) throws -> Int {
        if seconds(text, unit: "d") == 0 { return 0 }
        return try optionInDays(text)
    }

    private static func checked(_ seconds: Int?, _ text: String, examples: String) throws -> Int {
        guard let seconds, seconds > 0 else {
            throw ValidationError("'\(text)' is no duration: \(examples)")
        }
        return seconds
    }
}
