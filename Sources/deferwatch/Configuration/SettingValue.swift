/// A setting's value as TOML, the environment and `config dump` have it.
enum SettingValue: Sendable, Hashable {
    case text(String)
    case texts([String])
    case number(Int)
    case flag(Bool)

    /// As TOML.
    var toml: String {
        switch self {
        case .text(let text): PatternTOML.quoted(text)
        case .texts(let texts): "[" + texts.map(PatternTOML.quoted).joined(separator: ", ") + "]"
        case .number(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        }
    }
}

/// Why a value cannot be what it is written as: one sentence.
struct SettingError: Error, Hashable {
    let sentence: String

    init(_ sentence: String) { self.sentence = sentence }
}

/// Times as the configuration writes them: a number and one of s, m, h, d, w, as in main.cf.
enum TimeSetting {
    /// '10m' for 600: the largest unit that leaves no rest.
    static func text(_ seconds: Int) -> String {
        let units = [(604_800, "w"), (86_400, "d"), (3_600, "h"), (60, "m")]
        guard seconds > 0, let unit = units.first(where: { seconds % $0.0 == 0 }) else {
            return "\(seconds)s"
        }
        return "\(seconds / unit.0)\(unit.1)"
    }

    static func seconds(_ value: SettingValue) throws(SettingError) -> Int {
        if case .text(let text) = value, let seconds = PostfixDuration.seconds(text) {
            return seconds
        }
        throw SettingError(
            "must be a time with its unit, such as \"30s\", \"10m\", \"2h\" or \"5d\""
        )
    }
}

/// Amounts of bytes: a number, or one with k, M or G behind it.
enum SizeSetting {
    static func text(_ bytes: Int) -> SettingValue {
        for (shift, unit) in [(30, "G"), (20, "M"), (10, "k")]
        where bytes > 0 && bytes % (1 << shift) == 0 {
            return .text("\(bytes >> shift)\(unit)")
        }
        return .number(bytes)
    }

    static func bytes(_ value: SettingValue) throws(SettingError) -> Int {
        switch value {
        case .number(let number) where number >= 0: return number
        case .text(let text):
            let shift = ["k": 10, "M": 20, "G": 30][text.suffix(1)]
            let digits = shift == nil ? text[...] : text.dropLast()
            if let number = Int(digits), number >= 0, number <= Int.max >> (shift ?? 0) {
                return number << (shift ?? 0)
            }
        default: break
        }
        throw SettingError("must be bytes, such as 1048576, \"64M\" or \"4G\"")
    }
}
