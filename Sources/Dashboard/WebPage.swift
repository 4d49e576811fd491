/// An answer of the web server.
struct WebPage: Sendable, Hashable {
    var status: Int
    var type: String
    var body: String
    var extraHeaders: [String: String] = [:]

    /// The page that a request asks for.
    ///
    /// `hosts` are its Host headers: a page elsewhere whose name is made to lead here, so that a browser
    /// of this machine fetches ours for it, gets nothing.
    init(
        method: String,
        uri: String,
        hosts: [String] = [],
        snapshot: () -> ServiceSnapshot
    ) {
        guard hosts.count <= 1, hosts.allSatisfy(Self.isOurs) else {
            self.init(421, "Ask by address or as localhost.\n")
            return
        }
        guard method == "GET" || method == "HEAD" else {
            self.init(405, "Only GET and HEAD are served.\n")
            extraHeaders["Allow"] = "GET, HEAD"
            return
        }
        switch uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).first {
        case "/metrics":
            self.init(200, snapshot().metricsText)
            type = "text/plain; version=0.0.4; charset=utf-8"
        case "/healthz": self.init(complaints: snapshot().ailments)
        case "/readyz": self.init(complaints: snapshot().hindrances)
        case "/":
            self.init(200, snapshot().pageHTML)
            type = "text/html; charset=utf-8"
        default: self.init(404, "There are /, /metrics, /healthz and /readyz.\n")
        }
    }

    /// An address or localhost, with or without a port: this server listens on loopback.
    private static func isOurs(_ host: String) -> Bool {
        if host.hasPrefix("[") { return true }
        let name = host.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)[0]
        return name.lowercased() == "localhost"
            || name.utf8.allSatisfy { $0 == UInt8(ascii: ".") || 48...57 ~= $0 }
    }

    private init(_ status: Int, _ body: String) {
        self.status = status
        self.body = body
        type = "text/plain; charset=utf-8"
    }

    private init(complaints: [String]) {
        self.init(
            complaints.isEmpty ? 200 : 503,
            complaints.isEmpty ? "ok\n" : complaints.map { $0 + "\n" }.joined()
        )
    }

    /// Headers that every answer has: a browser is told to run and frame nothing.
    var headers: [(String, String)] {
        [
            ("Content-Type", type), ("Content-Length", "\(body.utf8.count)"),
            ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            (
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
            ),
            ("Connection", "close"),
        ] + extraHeaders.sorted { $0.key < $1.key }
    }
}
