/// Where a webhook listens: 'https://HOST[:PORT]/PATH', or http.
struct WebhookAddress: Sendable, Hashable {
    /// The host; the path is often a secret, so it is never told.
    let host: String
    let text: String

    /// Reads a URL.
    ///
    /// - Throws: `SettingError`, with what would be right.
    init(_ text: String) throws(SettingError) {
        self.text = text
        let isEncrypted = text.hasPrefix("https://")
        guard isEncrypted || text.hasPrefix("http://"),
            text.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
        else { throw Self.noURL }
        let rest = text.dropFirst(isEncrypted ? 8 : 7)
        var place = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if let mark = place.lastIndex(of: "@") {
            guard isEncrypted else {
                throw SettingError("must not hold a password: everybody on the way could read it")
            }
            place = place[place.index(after: mark)...]
        }
        let isAddress = place.hasPrefix("[") && place.contains("]")
        let name = isAddress ? place.dropFirst().prefix { $0 != "]" } : place.prefix { $0 != ":" }
        let behind = place.dropFirst(name.count + (isAddress ? 2 : 0))
        let hasPort = behind.hasPrefix(":") && (UInt16(behind.dropFirst()) ?? 0) > 0
        guard !name.isEmpty, !name.contains("["), behind.isEmpty || hasPort else {
            throw Self.noURL
        }
        host = String(name)
    }

    private static var noURL: SettingError {
        SettingError("must be a URL: https://HOST[:PORT]/PATH, or http")
    }
}
