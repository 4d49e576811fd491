import Deferrals

/// Names of providers, as reports print them: one that is misspelt would never match.
enum ProviderSetting {
    /// By their names in lower case.
    private static let names = Dictionary(
        ProviderName.all.map { ($0.name.lowercased(), $0.name) },
        uniquingKeysWith: { first, _ in first }
    )

    /// The name as reports print it; case does not count.
    static func name(_ text: String) throws(SettingError) -> String {
        if let name = names[text.lowercased()] { return name }
        let known = names.values.sorted { $0.lowercased() < $1.lowercased() }
        throw SettingError("unknown provider '\(text)'; known are \(known.joined(separator: ", "))")
    }
}
