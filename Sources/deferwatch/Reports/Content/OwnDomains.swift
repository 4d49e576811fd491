import Foundation

/// Which destinations are our own next hops: named with `--own`, or known to Postfix.
struct OwnDomains: Sendable {
    private var domains: Set<String>

    init(_ domains: [String]) {
        self.domains = Set(domains.map { Self.bare($0) }.filter { !$0.isEmpty })
    }

    /// True where there is none: nothing is known of ours.
    var isEmpty: Bool { domains.isEmpty }

    /// True for a domain of the list and for everything below one.
    func contains(_ domain: String) -> Bool {
        var rest = Substring(domain.lowercased())
        while !rest.isEmpty {
            if domains.contains(String(rest)) { return true }
            guard let dot = rest.firstIndex(of: ".") else { return false }
            rest = rest[rest.index(after: dot)...]
        }
        return false
    }

    /// The same list and what `postconf` says of relay_domains and mydestination.
    ///
    /// Look-up tables are left out: they would have to be asked name by name. Another instance than
    /// the default one has its own `configDirectory`.
    func withPostfix(configDirectory: String?) -> OwnDomains {
        var all = self
        for word in Self.postconf(configDirectory).split(whereSeparator: \.isDomainSeparator)
        where !word.contains(":") && !word.contains("/") && !word.contains("$") {
            all.domains.insert(Self.bare(String(word)))
        }
        return all
    }

    private static func bare(_ domain: String) -> String {
        let lower = domain.lowercased()
        return lower.hasPrefix(".") ? String(lower.dropFirst()) : lower
    }

    /// The two settings with their variables expanded; empty where Postfix is not installed.
    private static func postconf(_ configDirectory: String?) -> String {
        let paths = ["/usr/sbin/postconf", "/usr/local/sbin/postconf"]
        guard let path = paths.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            return ""
        }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: path)
        let directory = configDirectory.map { ["-c", $0] } ?? []
        process.arguments = directory + ["-xh", "relay_domains", "mydestination"]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return "" }
        let data = (try? output.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}

extension Character {
    fileprivate var isDomainSeparator: Bool { isWhitespace || self == "," }
}
