import Glibc
import PolicyService

/// What no look at the file alone finds, and what would keep the daemon from starting.
enum StartProblems {
    static func find(_ configuration: DaemonConfiguration) -> [ConfigurationProblem] {
        var problems: [ConfigurationProblem] = []
        if (try? PatternOptions.bank(of: configuration.patterns)) == nil {
            problems.append(.init(place: "patterns", sentence: "cannot be used, see above"))
        }
        for listener in configuration.policyListeners {
            switch listener {
            case .unix(_, _, let group?): problems += missing(group, "policy.socket_group")
            case .inet(let address, _)
            where !isLoopback(address) && !configuration.server.allowsRemoteClients:
                problems.append(
                    .init(
                        place: "policy.listen",
                        sentence: "\(address) is not this machine: anybody could ask"
                    )
                )
            default: break
            }
        }
        let control = configuration.control
        if !control.socket.isEmpty, !control.group.isEmpty {
            problems += missing(control.group, "control.group")
        }
        return problems
    }

    private static func isLoopback(_ address: String) -> Bool {
        address.hasPrefix("127.") || address == "::1" || address == "localhost"
    }

    private static func missing(_ group: String, _ key: String) -> [ConfigurationProblem] {
        if UInt32(group) != nil { return [] }
        // SAFETY: only whether there is an entry counts, and nothing else runs beside it.
        guard unsafe getgrnam(group) == nil else { return [] }
        return [.init(place: key, sentence: "'\(group)' is no group of this machine")]
    }
}
