import History
import MailFlow
import PolicyService

/// All that `serve` can be told; docs/configuration.md explains each setting.
struct DaemonConfiguration: Sendable, Equatable {
    /// Logs to follow; none: Postfix's own or the system's.
    var logs: [String] = []
    var stateDirectory = "/var/lib/deferwatch"
    /// Files and directories with patterns of one's own.
    var patterns: [String] = []
    /// What is answered.
    var policy = PolicyConfiguration()
    /// Where Postfix asks.
    var server = ServerSettings()
    var health = HealthSettings()
    /// Postfix's `maximal_queue_lifetime`.
    var queueLifetime: Seconds = 5 * 86_400
    var history = RetentionSettings()
    var control = ControlSettings()
    var http = HTTPSettings()

    struct ServerSettings: Sendable, Equatable {
        /// 'unix:PATH' and 'inet:ADDRESS:PORT'.
        var listeners: [PolicyListener] = []
        var socketMode = FileMode(bits: 0o660)
        /// Empty: the process's own.
        var socketGroup = ""
        var allowsRemoteClients = false
        var connections = 4_096
    }

    struct ControlSettings: Sendable, Equatable {
        static let usualSocket = "/run/deferwatch/control"

        /// Empty: none.
        var socket = usualSocket
        var mode = FileMode(bits: 0o660)
        var group = ""
    }

    /// Metrics, health checks and pages.
    struct HTTPSettings: Sendable, Equatable {
        /// 'ADDRESS:PORT'; empty: none.
        var listen = ""
        /// A file for node_exporter; empty: none.
        var textfile = ""
    }

    /// How much of the history is kept; 0: without bound.
    struct RetentionSettings: Sendable, Equatable {
        var keep: Seconds = 90 * 86_400
        var bytes = 4 << 30
        var keepMinutes: Seconds = 7 * 86_400
        var keepDays: Seconds = 3 * 366 * 86_400

        var limits: HistoryLimits {
            var limits = HistoryLimits()
            limits.age = keep == 0 ? nil : keep
            limits.bytes = bytes == 0 ? nil : Int64(bytes)
            limits.minutesAge = keepMinutes
            limits.daysAge = keepDays
            return limits
        }
    }

    /// The listeners with the mode and group of their files.
    var policyListeners: [PolicyListener] {
        server.listeners.map { listener in
            guard case .unix(let path, _, _) = listener else { return listener }
            let group = server.socketGroup.isEmpty ? nil : server.socketGroup
            return .unix(path: path, mode: server.socketMode.bits, group: group)
        }
    }

    /// Settings that are in force from the next start on where these two differ, by key.
    func changesForRestart(from former: DaemonConfiguration) -> [String] {
        DaemonSettings.all.filter { setting in
            DaemonSettings.needRestart.contains(setting.key)
                && setting.get(self) != setting.get(former)
        }.map(\.key)
    }
}

/// Permission bits of a file, written in octal.
struct FileMode: Sendable, Equatable {
    var bits: UInt32

    init(bits: UInt32) { self.bits = bits }

    init(_ text: String) throws(SettingError) {
        guard let bits = UInt32(text, radix: 8), bits <= 0o777, text.utf8.count <= 4 else {
            throw SettingError("must be a mode in octal, such as \"0660\"")
        }
        self.bits = bits
    }

    var text: String {
        let digits = String(bits, radix: 8)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
