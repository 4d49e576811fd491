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

extension Setting {
    /// A list of providers.
    static func providers(
        _ key: String,
        _ path: any WritableKeyPath<Root, [String]> & Sendable,
        _ meaning: String
    ) -> Self {
        .list(key, path, read: { try ProviderSetting.name($0) }, print: { $0 }, meaning)
    }

    /// A set of providers.
    static func providers(
        _ key: String,
        _ path: any WritableKeyPath<Root, Set<String>> & Sendable,
        _ meaning: String
    ) -> Self {
        Setting(key: key, form: .texts, meaning: meaning) { value, root in
            root[keyPath: path] = Set(try Self.texts(value).map { try ProviderSetting.name($0) })
        } get: { root in
            .texts(root[keyPath: path].sorted())
        }
    }
}
