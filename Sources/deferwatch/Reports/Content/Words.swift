import Deferrals
import MailFlow

/// The reports' own words, in the reader's language.
struct Words: Sendable {
    let language: Language

    init(_ language: Language) {
        self.language = language
    }

    /// The text of the language.
    func pick(_ english: String, _ turkish: String) -> String {
        switch language {
        case .english: english
        case .turkish: turkish
        }
    }

    /// '1,204', or '1.204' in Turkish.
    func number(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped += pick(",", ".") }
            grouped.append(digit)
        }
        return (value < 0 ? "-" : "") + grouped
    }

    /// '1 message', '1,204 messages': Turkish has no plural after a number.
    func count(_ value: Int, _ one: String, _ many: String, _ turkish: String) -> String {
        number(value) + " " + pick(value == 1 ? one : many, turkish)
    }

    /// '81 %', or '%81' in Turkish: rounded, but never a false 0 or 100.
    func share(_ part: Int, of whole: Int) -> String {
        guard whole > 0, part > 0 else { return pick("0\u{A0}%", "%0") }
        let exact = Double(part) * 100 / Double(whole)
        if exact < 1 { return pick("<\u{A0}1\u{A0}%", "<\u{A0}%1") }
        let percent = part < whole ? min(Int(exact.rounded()), 99) : 100
        return pick("\(percent)\u{A0}%", "%\(percent)")
    }

    /// '45 s', '12 min', '3 h 05 min', '2 d 4 h'.
    func duration(_ seconds: Int) -> String {
        let (second, minute) = (pick("s", "sn"), pick("min", "dk"))
        let (hour, day) = (pick("h", "sa"), pick("d", "gün"))
        switch seconds {
        case ..<120: return "\(seconds) \(second)"
        case ..<7_200: return "\(seconds / 60) \(minute)"
        case ..<172_800: return Self.pair(seconds / 3600, hour, seconds / 60 % 60, minute)
        default: return Self.pair(seconds / 86_400, day, seconds / 3600 % 24, hour)
        }
    }

    /// The length of a column of the timeline: '1 h', '12 h', '7 d'.
    func step(_ seconds: Int) -> String {
        seconds % 86_400 == 0 && seconds > 0
            ? "\(seconds / 86_400) " + pick("d", "gün") : "\(seconds / 3600) " + pick("h", "sa")
    }

    private static func pair(
        _ large: Int,
        _ largeUnit: String,
        _ small: Int,
        _ smallUnit: String
    ) -> String {
        small == 0 ? "\(large) \(largeUnit)" : "\(large) \(largeUnit) \(small) \(smallUnit)"
    }

    func messages(_ value: Int) -> String { count(value, "message", "messages", "ileti") }
    func recipients(_ value: Int) -> String { count(value, "recipient", "recipients", "alıcı") }
    func destinations(_ value: Int) -> String {
        count(value, "destination", "destinations", "hedef")
    }

    /// The domain; of recipients without one, as local mail may have, a word for that.
    func name(ofDestination domain: String) -> String {
        domain.isEmpty ? pick("(no domain)", "(alan adı yok)") : domain
    }

    func deferrals(_ value: Int) -> String { count(value, "deferral", "deferrals", "erteleme") }
    func attempts(_ value: Int) -> String { count(value, "attempt", "attempts", "deneme") }
    func lines(_ value: Int) -> String { count(value, "line", "lines", "satır") }

    /// A code as its name, and the category where it says more: 'Other error: rate limited'.
    func cause(_ code: String, category: String? = nil) -> String {
        let name = DeferralCode(text: code)?.localizedName(language) ?? code
        guard let category = category.flatMap(Category.init(rawValue:)) else { return name }
        return name + ": " + category.localizedName(language)
    }

    /// Whose side, as the reader's language names it.
    func origin(_ origin: String) -> String {
        Origin(rawValue: origin)?.localizedName(language) ?? origin
    }

    /// Who must act.
    func responsible(_ who: [Guidance.Responsible]) -> String {
        who.map { $0.localizedName(language) }.joined(separator: ", ")
    }
}

extension Words {
    /// The category, which says more, or the origin.
    func kind(_ kind: FlowSnapshot.Code.Kind) -> String {
        guard let category = kind.category.flatMap(Category.init(rawValue:)) else {
            return origin(kind.origin)
        }
        return category.localizedName(language)
    }

    /// The origin, and the category where there is one: 'remote server, rate limited'.
    func fullKind(_ kind: FlowSnapshot.Code.Kind) -> String {
        kind.category == nil ? origin(kind.origin) : origin(kind.origin) + ", " + self.kind(kind)
    }

    /// '4.4.316 Connection refused', or 'Other error', which has no number.
    func label(_ code: String) -> String {
        code == "other" ? cause(code) : code + " " + cause(code)
    }
}
