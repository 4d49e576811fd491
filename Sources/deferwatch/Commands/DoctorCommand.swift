import ArgumentParser
import Foundation
import MailFlow
import PolicyService

/// `deferwatch doctor`: what keeps Deferwatch from working here.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check log, state, socket and Postfix's settings; say what to mend, and how.",
        discussion: """
            Changes nothing. Run as root it can say what the daemon's user may do. Exit status: 0 \
            when there is nothing to mend; 1 with findings; 2 when Postfix's configuration cannot \
            be read.
            """
    )

    @OptionGroup(title: "Postfix")
    var postfix: InstanceOptions

    @Option(help: "The daemon's configuration file, where it is another one.")
    var config: String?

    @Option(help: "The log that is followed; by default as configured, or where mail is logged.")
    var log: String?

    @Option(help: "Where else Postfix is to ask: unix:PATH or inet:ADDRESS:PORT, as in main.cf.")
    var policy: [String] = []

    @Option(help: "The daemon's control socket; by default as configured.")
    var control: String?

    @Option(help: "The state directory; by default as configured.")
    var state: String?

    @Option(help: "Whom the daemon runs as; by default _deferwatch, or you.")
    var user: String?

    @Flag(help: "As one JSON document.")
    var json = false

    @Option(help: "Colour on a terminal.")
    var color = ColorChoice.auto

    func run() throws {
        let (settings, unread) = try readSettings()
        let loaded = ConfigurationSource(path: config).load()
        let report = DoctorReport(
            results: unread + ConfigurationChecks(loaded, StartProblems.find(loaded)).results
                + results(settings, loaded.configuration)
        )
        var buffer = OutputBuffer()
        if json {
            buffer.append(report.json())
        } else {
            let style = Style(isColored: color.isOn(isTerminal: Terminal.isOutput))
            buffer.append(report.text(style: style, width: min(Terminal.width, 120)))
        }
        buffer.flush()
        if report.hasFindings { throw ExitStatus.findings }
    }

    private func results(
        _ settings: PostfixSettings?,
        _ configuration: DaemonConfiguration
    ) -> [CheckResult] {
        let host = LocalHost()
        let user =
            user ?? (LocalHost.hasUser(Self.usualUser) ? Self.usualUser : LocalHost.currentUser)
        var results: [CheckResult] = []
        if let settings {
            let listeners = configuration.server.listeners.map(\.description)
            let wiring = WiringChecks(settings, servers: policy + listeners)
            let sockets = SocketChecks(
                paths: wiring.socketPaths,
                mailOwner: settings["mail_owner"],
                queueDirectory: settings["queue_directory"],
                host: host
            )
            results += wiring.results + sockets.results
        }
        let named = log.map { [$0] } ?? configuration.logs
        let logs = LogChecks(
            patterns: named.isEmpty ? [systemLog(settings)].compactMap(\.self) : named,
            user: user,
            settings: settings,
            host: host,
            now: Int64(Date().timeIntervalSince1970),
            zoneMinutes: LocalClock.offsetMinutes
        )
        return results + daemon(configuration) + logs.results
            + StateChecks(
                directory: state ?? configuration.stateDirectory,
                user: user,
                host: host
            ).results
    }

    private func daemon(_ configuration: DaemonConfiguration) -> [CheckResult] {
        let socket = control ?? configuration.control.socket
        guard !socket.isEmpty else { return [] }
        let reply = try? ControlClient.exchange(
            ControlRequest(verb: .status),
            at: socket,
            within: .seconds(5)
        )
        return DaemonChecks(
            status: reply?.status,
            socket: socket,
            mostLag: Int(configuration.health.guards.tailLag)
        ).results
    }

    private static let usualUser = "_deferwatch"

    private func readSettings() throws -> (PostfixSettings?, [CheckResult]) {
        do {
            return (try .read(configDirectory: postfix.configDir, instance: postfix.instance), [])
        } catch .notInstalled {
            let text = "Postfix is not installed here; its settings were not looked at"
            return (nil, [CheckResult("postfix-version", .note, text)])
        } catch {
            Diagnostics.print("deferwatch: \(error)")
            throw ExitStatus.failure
        }
    }

    /// Where mail is logged, readable for us or not; nil: in the journal.
    private func systemLog(_ settings: PostfixSettings?) -> String? {
        if let own = settings?["maillog_file"], own.hasPrefix("/") { return own }
        return DefaultLog.usual.first(where: FileManager.default.fileExists(atPath:))
    }
}
