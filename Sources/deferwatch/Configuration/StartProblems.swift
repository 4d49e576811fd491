import Glibc
import MailFlow
import PolicyService

/// What no look at the file alone finds, and what would keep the daemon from starting.
enum StartProblems {
    /// Source: unix(7): sun_path has 108 bytes, the last of them zero.
    private static let longestPath = 107

    static func find(_ loaded: ConfigurationSource.Loaded) -> [ConfigurationProblem] {
        let configuration = loaded.configuration
        var found: [(key: String, sentence: String)] = []
        if (try? PatternOptions.bank(of: configuration.patterns)) == nil {
            found.append(("patterns", "cannot be used, see above"))
        }
        for (number, listener) in configuration.policyListeners.enumerated() {
            found += problems(listener, configuration)
            if configuration.policyListeners[..<number].contains(listener) {
                found.append(("policy.listen", "\(listener) is there twice"))
            }
        }
        let control = configuration.control
        if !control.socket.isEmpty {
            found += tooLong(control.socket, "control.socket")
            if !control.group.isEmpty { found += missing(control.group, "control.group") }
            let isTaken = configuration.policyListeners.contains {
                if case .unix(control.socket, _, _) = $0 { true } else { false }
            }
            if isTaken {
                found.append(("control.socket", "\(control.socket) is where Postfix asks"))
            }
        }
        found += relative(loaded)
        let health = configuration.health
        if health.minimalBackoff > health.maximalBackoff {
            found.append(
                ("health.minimal_backoff_time", "is longer than health.maximal_backoff_time")
            )
        }
        return found.map {
            ConfigurationProblem(place: loaded.places[$0.key] ?? $0.key, sentence: $0.sentence)
        }
    }

    private static func problems(
        _ listener: PolicyListener,
        _ configuration: DaemonConfiguration
    ) -> [(String, String)] {
        switch listener {
        case .unix(let path, _, let group):
            return tooLong(path, "policy.listen")
                + (group.map { missing($0, "policy.socket_group") } ?? [])
        case .inet(let name, _):
            guard let address = IPAddress(name) else {
                return [("policy.listen", "'\(name)' is no address such as 127.0.0.1 or [::1]")]
            }
            if address.isLoopback || configuration.server.allowsRemoteClients { return [] }
            return [("policy.listen", "\(name) is not this machine: anybody could ask")]
        case .inherited: return []
        }
    }

    /// A service begins in '/', an administrator elsewhere: the same path is two files.
    private static func relative(_ loaded: ConfigurationSource.Loaded) -> [(String, String)] {
        let configuration = loaded.configuration
        var paths = [
            ("state_directory", configuration.stateDirectory),
            ("control.socket", configuration.control.socket),
            ("http.textfile", configuration.http.textfile),
        ]
        for case .unix(let path, _, _) in configuration.policyListeners {
            paths.append(("policy.listen", path))
        }
        return paths.filter { !$1.isEmpty && !$1.hasPrefix("/") }.map { key, path in
            (key, "'\(path)' must begin with '/': it would depend on where the daemon is started")
        }
    }

    private static func tooLong(_ path: String, _ key: String) -> [(String, String)] {
        path.utf8.count <= longestPath
            ? [] : [(key, "a socket's path has \(longestPath) bytes at most, this one more")]
    }

    private static func missing(_ group: String, _ key: String) -> [(String, String)] {
        if UInt32(group) != nil { return [] }
        // SAFETY: only whether there is an entry counts, and nothing else runs beside it.
        guard unsafe getgrnam(group) == nil else { return [] }
        return [(key, "'\(group)' is no group of this machine")]
    }
}
