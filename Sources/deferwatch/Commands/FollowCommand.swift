import ArgumentParser
import Deferrals
import Dispatch
import Glibc
import LogSource
import MailFlow

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

    @Argument(
        help: "Logs, quoted patterns of logs, or '-'. None: Postfix's own log, or the system's."
    )
    var files: [String] = []

    @Option(help: "Directory for the history and the place where reading stopped.")
    var state: String?

    @Flag(help: "Where nothing is stored, begin at the start of each log; else at its end.")
    var fromStart = false

    @Flag(name: .customLong("json"), help: "One JSON object a line, as 'audit --format ndjson'.")
    var wantsJSON = false

    @Option(help: "Print only deferrals of this code. May be given again.")
    var code: [String] = []

    @Option(help: "Print only mail to this domain; '.example.com' takes sub-domains too.")
    var destination: [String] = []

    @Option(
        help: "Print a line of sums on standard error this often, such as 60s.",
        transform: FollowCommand.seconds
    )
    var summary: Int?

    @Flag(help: "Hash the local parts of addresses.")
    var mask = false

    @Option(help: "Colours: auto, always, never.")
    var color = ColorChoice.auto

    @OptionGroup(title: "Patterns")
    var patterns: PatternOptions

    static func seconds(_ text: String) throws -> Int {
        guard let seconds = PostfixDuration.seconds(text), seconds > 0 else {
            throw ValidationError("'\(text)' is no duration; write 60s, 5m or 1h")
        }
        return seconds
    }

    func validate() throws {
        for text in code where DeferralCode(text: text) == nil {
            throw ValidationError("'\(text)' is no code")
        }
    }

    func run() throws {
        // A reader that goes away ends us by the failed write, after the history is closed.
        _ = signal(SIGPIPE, SIG_IGN)
        let bank = try patterns.loadBank()
        let paths = files.isEmpty ? [try DefaultLog.find().path] : files
        let keeper = try state.map { try HistoryKeeper(directory: $0) }
        let wake = SystemWake()
        let signals = Shutdown.onSignals(wake.stop)
        defer { for source in signals { source.cancel() } }
        let reporter = FollowReporter()
        var settings = FollowSettings()
        settings.start = fromStart ? .beginning : .now
        let follower = try FileFollower(
            paths: paths,
            positions: try keeper?.positions() ?? [:],
            settings: settings,
            wake: wake,
            observer: reporter
        )
        try keeper?.store(follower.positions)
        var live = try LiveFlow(bank: bank)
        if let stored = try keeper?.lives() { live.restore(stored.lives, stored.notes) }
        try follow(follower, live, keeper, FollowOutput(options: self))
        keeper?.close()
    }

    private func follow(
        _ follower: FileFollower,
        _ live: consuming LiveFlow,
        _ keeper: HistoryKeeper?,
        _ output: FollowOutput
    ) throws {
        var live = live
        var block = LogBlock(capacity: 262_144)
        let sums = summary.map(output.startSums(every:))
        defer {
            sums?.cancel()
            output.close()
        }
        while let origin = follower.next(&block) {
            let gain = live.add(block, origin)
            output.write(gain)
            try keeper?.store(gain, origin.position, of: origin.source)
            if output.isClosed { return }
        }
    }
}
