import ArgumentParser
import Deferrals
import Foundation
import LocalSocket
import MailFlow

/// `deferwatch check …`: a plugin for Nagios, Icinga and their kin.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say in one line how things are, as a plugin of Nagios or Icinga.",
        discussion: """
            Prints 'STATE - text | perfdata'. Exit status, unlike that of other verbs: 0 OK, 1 WARNING, \
            2 CRITICAL, 3 UNKNOWN; wrong use is UNKNOWN. What is stale is UNKNOWN, never OK.
            """,
        subcommands: [
            DaemonCheck.self, DestinationsCheck.self, QueueCheck.self, AuditCheckCommand.self,
        ]
    )

    /// A half-written command must not be OK for ever.
    func run() throws {
        throw ValidationError("name a check: daemon, destinations, queue or audit")
    }
}

/// Where the daemon is asked, for plugins.
struct PluginControl: ParsableArguments {
    @Option(help: "The daemon's control socket. As configured, if not given.")
    var control: String?

    /// The daemon's status, or what it means that there is none.
    func status(
        within seconds: Int,
        ifGone state: PluginResult.State
    ) -> Result<DaemonStatus, PluginFailure> {
        let path = ControlOptions.path(control)
        do {
            let reply = try ControlClient.exchange(
                ControlRequest(verb: .status),
                at: path,
                within: .seconds(seconds)
            )
            if let status = reply.status { return .success(status) }
            return .failure(PluginFailure(.unknown, reply.error ?? "the daemon gave no status"))
        } catch LocalSocketError.late {
            return .failure(PluginFailure(state, "the daemon does not answer at \(path)"))
        } catch let error as LocalSocketError {
            let mayNotAsk = if case .system(_, _, 13) = error { true } else { false }
            return .failure(PluginFailure(mayNotAsk ? .unknown : state, "\(error)"))
        } catch {
            return .failure(PluginFailure(.unknown, "the daemon's answer cannot be read"))
        }
    }
}

/// A result that comes of not being able to look.
struct PluginFailure: Error {
    let result: PluginResult

    init(_ state: PluginResult.State, _ text: String) { result = PluginResult(state, text) }
}

/// `deferwatch check daemon`.
struct DaemonCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "daemon",
        abstract: "Is the daemon alive, and does it keep up with the log?",
        discussion: "The ranges are for the seconds that reading is behind: by default -w 30 -c 60."
    )

    @OptionGroup var control: PluginControl
    @OptionGroup var plugin: PluginOptions

    func run() throws {
        PluginRun.run(within: plugin.timeout) {
            switch control.status(within: plugin.timeout + 1, ifGone: .critical) {
            case .failure(let failure): failure.result
            case .success(let status):
                StatusChecks.daemon(
                    status,
                    warning: plugin.warning(or: "30"),
                    critical: plugin.critical(or: "60")
                )
            }
        }
    }
}

/// `deferwatch check destinations`.
struct DestinationsCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "destinations",
        abstract: "How many destinations are down?",
        discussion: "The ranges are for their number: by default -w 0 -c 10."
    )

    @OptionGroup var control: PluginControl
    @OptionGroup var plugin: PluginOptions

    func run() throws {
        PluginRun.run(within: plugin.timeout) {
            switch control.status(within: plugin.timeout + 1, ifGone: .unknown) {
            case .failure(let failure): failure.result
            case .success(let status):
                StatusChecks.destinations(
                    status,
                    warning: plugin.warning(or: "0"),
                    critical: plugin.critical(or: "10")
                )
            }
        }
    }
}

/// `deferwatch check queue`.
struct QueueCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "How many messages have been delayed?",
        discussion: """
            The ranges are for messages in the queue that are older than --older-than: by default -w 200 \
            -c 2000 of more than an hour, as Exchange Online's alert 'Messages have been delayed'. Mail \
            on hold does not count.
            """
    )

    @Argument(help: "Output of 'postqueue -j'; '-' reads standard input. None: Postfix is asked.")
    var file: String?

    @Option(help: "Ask the Postfix of this configuration directory.")
    var configDir: String?

    @Option(help: "Ask this instance, as postmulti names it.")
    var instance: String?

    @Option(
        help: "Messages older than that are delayed, such as 30m, 1h.",
        transform: PostfixDuration.option
    )
    var olderThan = 3_600

    @Option(help: "A file that is older is stale: UNKNOWN.", transform: PostfixDuration.option)
    var maxAge = 600

    @OptionGroup var plugin: PluginOptions

    func run() throws {
        PluginRun.run(within: plugin.timeout) { result }
    }

    private var result: PluginResult {
        let source =
            file.map(QueueSource.file)
            ?? .postqueue(configDirectory: configDir, instance: instance)
        let now = DaemonClock.wall
        var age = QueueAge(now: now, limit: Int64(olderThan))
        do {
            let listed = Int64(try source.read { age.add($0) }.timeIntervalSince1970)
            guard now - listed <= Int64(maxAge) else {
                let old = Words(.english).duration(Int(now - listed))
                return PluginResult(.unknown, "stale: the listing is \(old) old")
            }
        } catch {
            return PluginResult(.unknown, "\(error.place): \(error.sentence)")
        }
        return age.result(
            warning: plugin.warning(or: "200"),
            critical: plugin.critical(or: "2000")
        )
    }
}

/// `deferwatch check audit`.
struct AuditCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "How many messages wait, by the log alone?",
        discussion: """
            Reads whole logs, so choose --timeout by their size. The ranges are for messages that were \
            deferred and still wait when the log ends: by default -w 200 -c 2000.
            """
    )

    @Argument(help: "Logs, or directories of logs. None: Postfix's own log, or the system's.")
    var files: [String] = []

    @Option(help: "A log whose newest line is older is stale.", transform: PostfixDuration.option)
    var maxAge = 3_600

    @OptionGroup var patterns: PatternOptions
    @OptionGroup var plugin: PluginOptions

    func run() throws {
        let bank = try? patterns.loadBank()
        PluginRun.run(within: plugin.timeout) {
            guard let bank else { return PluginResult(.unknown, "the patterns cannot be read") }
            return result(bank)
        }
    }

    private func result(_ bank: PatternBank) -> PluginResult {
        let named = files.isEmpty ? DefaultLog.findFile().map { [$0.path] } ?? [] : files
        guard !named.isEmpty else { return PluginResult(.unknown, "no mail log found: name one") }
        let plan = InputPlan(arguments: named, year: nil)
        let pipeline = AuditPipeline(
            bank: bank,
            threads: 1,
            settings: FlowLedger.Settings(),
            onEvents: { _ in }
        )
        for input in plan.inputs {
            do {
                try pipeline.add(input)
            } catch {
                return PluginResult(.unknown, "\(error)")
            }
        }
        guard !plan.hasFailures, !plan.inputs.isEmpty else {
            return PluginResult(.unknown, "\(named.joined(separator: ", ")) cannot be read")
        }
        let snapshot = pipeline.snapshot(top: 0)
        return AuditCheck.result(
            snapshot,
            age: Self.age(of: snapshot),
            oldestAge: Int64(maxAge),
            warning: plugin.warning(or: "200"),
            critical: plugin.critical(or: "2000")
        )
    }

    /// Of the newest line, below 0 for one of the future; a log without a zone shows the machine's own
    /// time.
    private static func age(of snapshot: FlowSnapshot) -> Int64? {
        guard let last = snapshot.totals.last else { return nil }
        let instant = LocalClock.instant(last, offsetMinutes: snapshot.totals.offsetMinutes)
        return DaemonClock.wall - instant
    }
}
