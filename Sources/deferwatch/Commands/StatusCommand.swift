import ArgumentParser

/// `deferwatch status [DESTINATION]`.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show how the daemon does, and which destinations fail.",
        discussion: "Of one destination it says what 'why' says."
    )

    @Argument(help: "A recipient domain.")
    var destination: String?

    @OptionGroup var control: ControlOptions

    func run() throws {
        let reply = try control.ask(ControlRequest(verb: .status, destination: destination))
        if let report = reply.destination {
            control.print(report, DestinationText.text(report))
        } else if let status = reply.status {
            control.print(status, StatusText.text(status))
        }
    }
}

/// `deferwatch why DESTINATION`.
struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract:
            "Say how a destination stands, on what evidence, until when, and what is answered."
    )

    @Argument(help: "A recipient domain.")
    var destination: String

    @OptionGroup var control: ControlOptions

    func run() throws {
        let reply = try control.ask(ControlRequest(verb: .why, destination: destination))
        if let report = reply.destination {
            control.print(report, DestinationText.text(report))
        }
    }
}
