/// Where a webhook listens: 'http://HOST[:PORT]/PATH'.
struct WebhookAddress: Sendable, Hashable {
    let host: String
    let port: UInt16
    /// With its query.
    let path: String
    let text: String

    /// Reads a URL.
    ///
    /// - Throws: `SettingError`, with what would be right.
    init(_ text: String) throws(SettingError) {
        self.text = text
        guard !text.hasPrefix("https://") else {
            throw SettingError(
                "https is for a program: exec = [\"/usr/bin/curl\", \"--fail\", \"--silent\", "
                    + "\"--json\", \"@-\", \"https://…\"]"
            )
        }
        guard text.hasPrefix("http://"), text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
            throw SettingError("must be a URL: http://HOST:PORT/PATH")
        }
        let rest = text.dropFirst(7)
        let place = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let tail = rest.dropFirst(place.count).prefix { $0 != "#" }
        path = tail.hasPrefix("/") ? String(tail) : "/" + tail
        guard !place.contains("@") else {
            throw SettingError("must not hold a password: everybody on the way could read it")
        }
        let isAddress = place.hasPrefix("[") && place.contains("]")
        let name = isAddress ? place.dropFirst().prefix { $0 != "]" } : place.prefix { $0 != ":" }
        let behind = place.dropFirst(name.count + (isAddress ? 2 : 0))
        let number = behind.isEmpty ? 80 : behind.hasPrefix(":") ? UInt16(behind.dropFirst()) : nil
        guard !name.isEmpty, !name.contains("["), let port = number, port > 0 else {
            throw SettingError("must be a URL: http://HOST:PORT/PATH")
        }
        host = String(name)
        self.port = port
    }

    /// As the Host header has it.
    var authority: String {
        (host.contains(":") ? "[\(host)]" : host) + (port == 80 ? "" : ":\(port)")
    }
}
