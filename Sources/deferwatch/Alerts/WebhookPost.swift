import Foundation

/// A notice on its way to a webhook, by curl(1): TLS, proxies and certificates are its business, in a
/// process of its own.
///
/// URL and notice go to its standard input as a configuration, so that neither shows in a list of
/// processes.
struct WebhookPost {
    let address: WebhookAddress
    let body: [UInt8]
    /// Seconds for one try.
    let timeout: Int64
    /// What of this curl may know is picked by `environment(of:)`.
    var surroundings = ProcessInfo.processInfo.environment
    var children = RunningChildren()

    private static let program = "curl"
    private static let places = ["/usr/bin/", "/usr/local/bin/", "/bin/"]

    /// curl's full path; nil: it is not installed.
    static var programPath: String? {
        places.map { $0 + program }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// One try.
    func send() -> AlertOutcome {
        guard let path = Self.programPath else {
            return .failed("a webhook needs curl: apt-get install curl")
        }
        let curl = ChildProgram(
            path: path,
            arguments: ["-q", "--config", "-"],
            environment: Self.environment(of: surroundings),
            keepsOutput: true,
            children: children
        )
        // curl minds its time itself, and can say what it waited for.
        switch curl.run(configuration, within: timeout + 2) {
        case .couldNotRun: return .failed("\(path) cannot be run")
        case .overdue: return .failed("\(address.host) took longer than \(timeout) s")
        case .exited(0, let status, _): return Self.outcome(status)
        // Who took the notice has it, whatever becomes of the rest of his answer.
        case .exited(_, let status, _) where Self.outcome(status) == .delivered: return .delivered
        case .exited(let status, _, let errors):
            let first = errors.split(separator: "\n").first.map(String.init) ?? "status \(status)"
            return .failed("\(address.host): \(Escape.terminal(first, width: 200))")
        }
    }

    /// curl's options, as its --config has them.
    var configuration: [UInt8] {
        let options = [
            ("url", address.text), ("proto", "=http,https"),
            ("header", "Content-Type: application/json"), ("header", "Expect:"),
            ("user-agent", "deferwatch/\(Deferwatch.version)"), ("max-time", "\(timeout)"),
            ("output", "/dev/null"), ("write-out", "%{http_code}"),
            // Nobody reads the answer's body: a long one is to cost little.
            ("limit-rate", "64k"),
            ("data-raw", String(decoding: body, as: UTF8.self)),
        ]
        let lines = options.map { "\($0.0) = \(Self.quoted($0.1))\n" }
        return Array(("silent\nshow-error\ngloboff\n" + lines.joined()).utf8)
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for character in text.unicodeScalars {
            switch character {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(character)
            }
        }
        return quoted + "\""
    }

    /// What of our environment is for curl: where it goes through, and whom it trusts.
    static func environment(of own: [String: String]) -> [String: String] {
        let wanted: Set<String> = [
            "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy",
            "NO_PROXY", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR",
        ]
        return own.filter { wanted.contains($0.key) }
            .merging(["LANG": "C.UTF-8"]) { _, ours in ours }
    }

    /// What the answer's status means: a server's trouble passes, a request that is wrong stays wrong.
    static func outcome(_ text: String) -> AlertOutcome {
        guard let status = Int(text), status > 0 else { return .failed("its answer is not HTTP") }
        switch status {
        case 200..<300: return .delivered
        case 408, 425, 429, 500...: return .failed("HTTP status \(status)")
        default: return .refused("HTTP status \(status)")
        }
    }
}
