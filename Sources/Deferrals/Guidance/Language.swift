/// A language in which guidance and names are written.
public enum Language: String, CaseIterable, Sendable, Hashable {
    /// The default.
    case english = "en"
    /// Turkish.
    case turkish = "tr"

    /// The language of a POSIX locale, such as "tr_TR.UTF-8" in LC_ALL, LC_MESSAGES or LANG.
    ///
    /// Any other locale, "C" and the empty one included, is English.
    public init(posixLocale: some StringProtocol) {
        let name = posixLocale.prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }
        self = Self(rawValue: name.lowercased()) ?? .english
    }
}
