import ArgumentParser
import Dispatch
import Glibc
import LogSource
import Synchronization

/// `deferwatch top`: what waits and why, as it goes on.
struct TopCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "top",
        abstract: "Show on the terminal which destinations defer mail, as it happens.",
        discussion: """
            Reads the logs from their start and goes on with what is written, or looks every two \
            seconds at what 'follow --state' or the daemon keeps. '?' shows the keys.
            """
    )

    @OptionGroup(title: "Logs")
    var logs: LogOptions

    @Option(help: "Show what is kept in this state directory, instead of logs.")
    var state: String?

    @Option(help: "Messages in flight to keep; beyond it the oldest are closed as unknown.")
    var maxMessages = 2_000_000

    @Flag(help: "Hash the local parts of addresses.")
    var mask = false

    @Option(help: "Colours: auto, always, never.")
    var color = ColorChoice.auto

    @OptionGroup(title: "Patterns")
    var patterns: PatternOptions

    func validate() throws { try MessageLimit.validate(maxMessages) }

    func run() throws {
        let bank = try patterns.loadBank()
        let mask = Mask(isOn: mask)
        let stop = StopFlag()
        let signals = Shutdown.onSignals([SIGTERM, SIGINT, SIGHUP]) { stop.raise() }
        defer { for signal in signals { signal.cancel() } }
        // A stopped program would leave the shell with its screen.
        _ = signal(SIGTSTP, SIG_IGN)
        let source: any TopSource =
            if let state {
                StoredTop(directory: state, bank: bank, mask: mask)
            } else {
                FollowedTop(
                    try logs.logs(start: .beginning),
                    bank: bank,
                    maxMessages: maxMessages,
                    mask: mask
                )
            }
        defer { source.stop() }
        guard let screen = TopScreen() else {
            Diagnostics.print("deferwatch: top needs a terminal; 'audit' and 'follow' do not")
            throw ExitStatus.failure
        }
        defer { screen.close() }
        let style = Style(isColored: color.isOn(isTerminal: true))
        TopLoop(source: source, screen: screen, style: style, every: state == nil ? 1 : 2)
            .run(until: stop)
    }
}

/// Raised by signals, and looked at between keys.
final class StopFlag: Sendable {
    private let raised = Mutex(false)

    var isRaised: Bool { raised.withLock { $0 } }

    func raise() { raised.withLock { $0 = true } }
}
