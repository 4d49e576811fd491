import ArgumentParser
import Glibc

/// `deferwatch force DESTINATION down|up --for 2h`.
struct ForceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "force",
        abstract: "Treat a destination as down, or as up, whatever the log says.",
        discussion: """
            Your word goes before evidence and guards, and ends by itself. What is answered while a \
            destination is down is still a matter of the rules and the mode.
            """
    )

    enum Verdict: String, ExpressibleByArgument, CaseIterable {
        case down, up
    }

    @Argument(help: "A recipient domain.")
    var destination: String

    @Argument(help: "down or up.")
    var verdict: Verdict

    @OptionGroup var limit: TimeLimitOption
    @OptionGroup var control: ControlOptions

    func run() throws {
        let reply = try control.ask(
            ControlRequest(
                verb: .force,
                destination: destination,
                verdict: verdict.rawValue,
                seconds: limit.seconds
            )
        )
        OrderText.print(reply, control)
    }
}

/// `deferwatch refuse DESTINATION --for 24h`.
struct RefuseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse",
        abstract: "Refuse mail for a destination for good, at once, for a time.",
        discussion: """
            For mail that can never be delivered there: the sender gets it back now instead of in \
            five days. It holds in every mode but 'off', for this very domain and none below it. \
            Asks for the domain again on a terminal; elsewhere --yes is needed.
            """
    )

    @Argument(help: "A recipient domain.")
    var destination: String

    @OptionGroup var limit: TimeLimitOption

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup var control: ControlOptions

    func run() throws {
        guard yes || isConfirmed() else { throw ExitStatus.failure }
        let reply = try control.ask(
            ControlRequest(verb: .refuse, destination: destination, seconds: limit.seconds)
        )
        OrderText.print(reply, control)
    }

    private func isConfirmed() -> Bool {
        guard isatty(STDIN_FILENO) == 1 else {
            Diagnostics.print("deferwatch: standard input is no terminal: confirm with --yes")
            return false
        }
        Diagnostics.print(
            "Mail for \(Escape.terminal(destination)) will be refused for good. Type the domain again:"
        )
        let isSame = readLine() == destination
        if !isSame { Diagnostics.print("deferwatch: that is another one: nothing was changed") }
        return isSame
    }
}

/// `deferwatch release DESTINATION`.
struct ReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "End a 'force' or 'refuse' before its time."
    )

    @Argument(help: "A recipient domain.")
    var destination: String

    @OptionGroup var control: ControlOptions

    func run() throws {
        OrderText.print(
            try control.ask(ControlRequest(verb: .release, destination: destination)),
            control
        )
    }
}

/// What an order has come to.
enum OrderText {
    static func print(_ reply: ControlReply, _ control: ControlOptions) {
        guard let report = reply.destination else { return }
        control.print(report, DestinationText.text(report))
        if let remark = reply.remark { Diagnostics.print("deferwatch: \(Escape.terminal(remark))") }
    }
}
