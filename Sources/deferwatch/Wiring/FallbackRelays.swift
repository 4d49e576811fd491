/// The hosts of `smtp_fallback_relay`, as Postfix's own configuration names them.
enum FallbackRelays {
    /// Those of this machine's Postfix; none where there is no Postfix, or it cannot be asked.
    static func found() -> Set<String> {
        let settings = try? PostfixSettings.read(configDirectory: nil, instance: nil)
        return settings.map(hosts) ?? []
    }

    /// Those of main.cf and of every smtp(8) of master.cf, as the log writes them.
    ///
    /// A name without brackets may stand for its MX hosts, which only DNS knows.
    static func hosts(in settings: PostfixSettings) -> Set<String> {
        var values = [settings["smtp_fallback_relay"]]
        for service in settings.services where service.command == "smtp" {
            values.append(settings.value("smtp_fallback_relay", of: service))
        }
        return Set(values.flatMap { PostfixWords.split($0) }.compactMap(host))
    }

    /// The host of '[HOST]:PORT', 'HOST:PORT' and the like.
    private static func host(_ word: String) -> String? {
        var host = word[...]
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
            host = host[host.index(after: host.startIndex)..<end]
            if host.lowercased().hasPrefix("ipv6:") { host = host.dropFirst(5) }
        } else {
            host = host.prefix { $0 != ":" }
        }
        if host.hasSuffix(".") { host = host.dropLast() }
        return host.isEmpty ? nil : host.lowercased()
    }
}
