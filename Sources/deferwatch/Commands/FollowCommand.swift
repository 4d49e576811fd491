import ArgumentParser
import Deferrals
import Dispatch
import Glibc
import MailFlow
import LogSource

/// `deferwatch follow FILE…`: each deferral as it happens.
struct FollowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow",
        abstract: "Print each deferral, and the end of each, as it is logged.",
        discussion: """
            Follows files and patterns of files through rotation, FIFOs, and '-' for standard \
            input: 'tail -n 0 -F /var/log/mail.log | deferwatch follow -'. With --state it goes on \
            where it stopped, however it stopped, and keeps a history.
            """
    )

    @OptionGroup(title: "Logs")
    var logs: LogOptions

    @Option(help: "Directory for the history and the place where reading stopped.")
    var state: String?

    @OptionGroup(title: "History")
    var limits: HistoryLimitOptions

    @Flag(name: .customLong("json"), help: "One JSON object a line, as 'audit --format ndjson'.")
    var wantsJSON = false

    @Option(help: "Print only deferrals of this code. May be given again.")
    var code: [String] = []

    @Option(help: "Print only mail to this domain; '.example.com' takes sub-domains too.")
    var destination: [String] = []

    @Option(
        help: "Print a line of sums on standard error this often, such as 60s, and at the end.",
        transform: PostfixDuration.option
    )
    var summary: Int?

    @Flag(help: "Print when a destination goes down, comes back or asks for less mail, too.")
    var health = false

    @Flag(help: "Hash the local parts of addresses.")
    var mask = false

    @Option(help: "Colours: auto, always, never.")
    var color = ColorChoice.auto

    @Option(
        help: """
            Messages in flight to keep; beyond it the oldest lose their texts, and a quarter beyond \
            it they are closed as unknown.
            """
    )
    var maxMessages = 2_000_000

    @OptionGroup(title: "Patterns")
    var patterns: PatternOptions

    func validate() throws {
        try MessageLimit.validate(maxMessages)
        for text in code where DeferralCode(text: text) == nil {
            throw ValidationError("'\(text)' is no code")
        }
        if state == nil, limits.keep != nil || limits.keepMb != nil {
            throw ValidationError("--keep and --keep-mb go with --state")
        }
    }

    func run() throws {
        // A reader that goes away ends us by the failed write, after the history is closed.
        _ = signal(SIGPIPE, SIG_IGN)
        StandardError.neverWaitsLong()
        let bank = try patterns.loadBank()
        let logs = try logs.logs()
        let keeper = state.map { HistoryKeeper(directory: $0, limits: limits.limits) }
        let wake = SystemWake()
        let signals = Shutdown.onSignals { [stop = wake.stop] in stop() }
        defer { for source in signals { source.cancel() } }
        let reporter = FollowReporter()
        var settings = LiveFlow.Settings()
        settings.mostMessages = maxMessages
        settings.isForHealth = health
        let desk = health ? HealthDesk(settings: HealthSettings(), queueLifetime: 432_000) : nil
        let session = try LiveSession(
            logs,
            bank: bank,
            settings: settings,
            keeper: keeper,
            wake: wake,
            observer: reporter
        )
        let output = FollowOutput(options: self) { [stop = wake.stop] in stop() }
        let sums = summary.map(output.startSums(every:))
        defer {
            if let sums { output.endSums(sums) }
            keeper?.close()
        }
        do {
            try session.run { gain in
                output.write(gain)
                if let desk { output.write(desk.record(gain).transitions) }
                return !output.isClosed
            }
        } catch {
            try? output.close()
            throw error
        }
        if session.disbelieved > 0 {
            Diagnostics.complain(
                "journal",
                "\(session.disbelieved) entries of users other than root and Postfix's did not count"
            )
        }
        try output.close()
        try Self.refuseNoLog(session)
    }

    /// A quiet log may end without a line of Postfix; what has no log line at all was no log.
    private static func refuseNoLog(_ session: LiveSession) throws {
        let counts = session.flow.lineCounts
        guard counts.lines > 0, counts.unreadable == counts.lines else { return }
        let names = session.positions.keys.sorted().joined(separator: ", ")
        Diagnostics.complain(names, "has no log lines")
        throw ExitStatus.failure
    }
}
