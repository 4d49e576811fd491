import ArgumentParser

/// `deferwatch reload`.
struct ReloadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload",
        abstract: "Let the daemon read its configuration again, and say what is wrong with it.",
        discussion: "Exit status 2: it is bad, and the former one is still in force."
    )

    @OptionGroup var control: ControlOptions

    func run() throws {
        guard let report = try control.ask(ControlRequest(verb: .reload)).reload else { return }
        control.print(report, text(report))
        if !report.isGood { throw ExitStatus.failure }
    }

    private func text(_ report: ReloadReport) -> String {
        var lines = report.problems.map {
            "\($0.place): " + ($0.isWarning ? "warning: " : "") + $0.sentence
        }
        lines.append(
            report.isGood
                ? "The configuration is in force."
                : "The new configuration is bad: the former one is still in force."
        )
        if !report.afterRestart.isEmpty {
            lines.append("From the next start on: " + report.afterRestart.joined(separator: ", "))
        }
        return lines.map { Escape.terminal($0) + "\n" }.joined()
    }
}
