public import ArgumentParser
import Glibc
import LogSource
public import PolicyService

/// `deferwatch serve`: follows the log, keeps the health of destinations, answers Postfix.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Follow the log and answer Postfix's check_policy_service.",
        discussion: """
            The answer is DUNNO unless a rule says otherwise; as shipped, all is only observed, and \
            what would be answered is logged. Whatever goes wrong in here, the answer is DUNNO.

            Settings come from /etc/deferwatch/deferwatch.toml and conf.d/*.toml beside it, then \
            from DEFERWATCH_… in the environment, then from these flags. SIGHUP reads them again.
            """
    )

    @Option(help: "The configuration file.")
    var config: String?

    @Option(help: "Log to follow, or a quoted pattern of logs. May be given again.")
    var log: [String] = []

    @Option(help: "Where to listen: unix:PATH or inet:127.0.0.1:PORT. May be given again.")
    var policy: [String] = []

    @Option(help: "Directory for the history, health and the place where reading stopped.")
    var state: String?

    @Option(help: "How far to go: off, observe, advise, enforce.")
    var mode: PolicyMode?

    @Option(
        help: ArgumentHelp(
            "With --mode enforce: clients that queue by themselves, and may be told 'later'. May be given again.",
            valueName: "network"
        )
    )
    var clientsWithQueue: [String] = []

    @Option(help: "Where metrics, health checks and a page are served: 127.0.0.1:PORT.")
    var http: String?

    @Option(help: "A file into which metrics are written for node_exporter.")
    var textfile: String?

    @Option(help: "Where operator commands ask: a path, or '' for nowhere.")
    var control: String?

    @OptionGroup(title: "Patterns")
    var patterns: PatternOptions

    func run() throws {
        _ = signal(SIGPIPE, SIG_IGN)
        StandardError.neverWaitsLong()
        let source = ConfigurationSource(path: config, flags: flags)
        let loaded = source.load()
        for problem in loaded.problems { problem.complain() }
        if loaded.isBad { throw ExitStatus.failure }
        do {
            try ServeDaemon(source: source, loaded: loaded, parts: [MetricsPart(), AlertPart()])
                .run()
        } catch let status as ExitStatus {
            throw status
        } catch let error as LogSourceError {
            throw error
        } catch {
            Diagnostics.print("deferwatch: \(Escape.terminal("\(error)"))")
            throw ExitStatus.failure
        }
    }

    /// What was given, as settings.
    private var flags: [ConfigurationSource.Flag] {
        var flags: [ConfigurationSource.Flag] = []
        func add(_ name: String, _ key: String, _ value: SettingValue?) {
            if let value { flags.append(.init(name: name, key: key, value: value)) }
        }
        add("--log", "log", log.isEmpty ? nil : .texts(log))
        add("--policy", "policy.listen", policy.isEmpty ? nil : .texts(policy))
        add("--state", "state_directory", state.map { .text($0) })
        add("--mode", "policy.mode", mode.map { .text($0.rawValue) })
        let clients = clientsWithQueue.isEmpty ? nil : SettingValue.texts(clientsWithQueue)
        add("--clients-with-queue", "policy.clients_with_queue", clients)
        add("--http", "http.listen", http.map { .text($0) })
        add("--textfile", "http.textfile", textfile.map { .text($0) })
        add("--control", "control.socket", control.map { .text($0) })
        add("--patterns", "patterns", patterns.paths.isEmpty ? nil : .texts(patterns.paths))
        return flags
    }
}

extension PolicyMode: ExpressibleByArgument {}
