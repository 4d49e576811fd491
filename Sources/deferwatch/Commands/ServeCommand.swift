public import ArgumentParser
import Dispatch
import Foundation
import Glibc
import LogSource
import MailFlow
public import PolicyService

/// `deferwatch serve`: follows the log, keeps the health of destinations, answers Postfix.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Follow the log and answer Postfix's check_policy_service.",
        discussion: """
            The answer is DUNNO unless a rule says otherwise; as shipped, every rule only observes \
            and what it would answer is logged. Whatever goes wrong in here, the answer is DUNNO.
            """
    )

    @Option(help: "Log to follow, or a quoted pattern of logs. May be given again.")
    var log: [String] = []

    @Option(help: "Where to listen: unix:PATH or inet:127.0.0.1:PORT. May be given again.")
    var policy: [String] = []

    @Option(help: "Directory for the history and the place where reading stopped.")
    var state = "/var/lib/deferwatch"

    @Option(help: "How far to go: off, observe, advise, enforce.")
    var mode = PolicyMode.observe

    @OptionGroup(title: "Patterns")
    var patterns: PatternOptions

    func run() throws {
        _ = signal(SIGPIPE, SIG_IGN)
        let health = HealthDesk(settings: HealthSettings())
        let desk = PolicyDesk(
            standings: health,
            clock: { Int64(Date().timeIntervalSince1970) },
            listener: { verdict, request in ServeLog.print(verdict, request) }
        )
        // Listening comes first: until all else is loaded the answer is DUNNO.
        let listeners = try policy.map { try PolicyListener($0) }
        let server = try Blocking.wait {
            try await PolicyServer.start(
                PolicyServerConfiguration(listeners: listeners),
                source: desk,
                onEvent: { event, held in ServeLog.print(event, held: held) }
            )
        }
        defer { try? Blocking.wait { await server.stop() } }
        for listener in server.listeners { ServeLog.print("listening on \(listener)") }
        try follow(health, desk)
    }

    private func follow(_ health: HealthDesk, _ desk: PolicyDesk) throws {
        let bank = try patterns.loadBank()
        let keeper = HistoryKeeper(directory: state)
        let wake = SystemWake()
        let signals = Shutdown.onSignals(wake.stop)
        defer { for source in signals { source.cancel() } }
        let reporter = FollowReporter()
        let logs: FollowedLogs =
            log.isEmpty ? try LogOptions.found() : .files(log, .now)
        var settings = LiveFlow.Settings()
        settings.isForHealth = true
        let session = try LiveSession(
            logs,
            bank: bank,
            settings: settings,
            keeper: keeper,
            wake: wake,
            observer: reporter
        )
        var configuration = PolicyConfiguration()
        configuration.mode = mode
        desk.use(configuration)
        let ticks = Self.startTicks(health)
        defer { ticks.cancel() }
        try session.run { _, gain in
            for transition in health.record(gain) { ServeLog.print(transition) }
            return true
        }
        keeper.close()
    }

    private static func startTicks(_ health: HealthDesk) -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource()
        timer.schedule(deadline: .now() + 1, repeating: 1)
        timer.setEventHandler { @Sendable in
            let now = Int64(Date().timeIntervalSince1970)
            for transition in health.tick(now: now, lag: 0) { ServeLog.print(transition) }
        }
        timer.resume()
        return timer
    }
}

extension PolicyMode: ExpressibleByArgument {}
