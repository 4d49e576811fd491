import ArgumentParser
import Deferrals
import Foundation

/// `deferwatch simulate LOG…`: what the rules would have done.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract:
            "Say what the rules would have deferred, had they been asked while old logs were written.",
        discussion: """
            Every rule is asked as if it were enforced. Logs are read twice: files, not pipes. Exit \
            status: 0; 2 when something could not be read.
            """
    )

    @Argument(help: "Logs, or directories of logs.")
    var files: [String]

    @Option(help: "A configuration with the rules, as 'serve' reads it; by default the daemon's.")
    var rules: String?

    @Option(
        help: "How often a client that was told 'later' tries again: 5m.",
        transform: PostfixDuration.option
    )
    var clientRetry = 300

    @Option(help: "The year of the first line, for logs whose lines have none.")
    var year: Int?

    @Flag(help: "As one JSON document.")
    var json = false

    @Option(help: "Rules, destinations and changes to list.")
    var top = 10

    @Option(help: "Colour on a terminal.")
    var color = ColorChoice.auto

    @OptionGroup(title: "Patterns")
    var patterns: PatternOptions

    func validate() throws {
        guard !files.contains(where: { $0 == "-" || $0.hasPrefix("/dev/fd/") }) else {
            throw ValidationError("Logs are read twice: name files, not a pipe.")
        }
        try LogYear.validate(year)
        guard top >= 0 else { throw ValidationError("--top must not be negative") }
    }

    func run() throws {
        let loaded = ConfigurationSource(path: rules).load()
        for problem in loaded.problems { problem.complain() }
        if loaded.isBad { throw ExitStatus.failure }
        let rules = SimulatedRules(loaded.configuration.policy)
        let plan = InputPlan(arguments: files, year: year)
        var hasFailures = plan.hasFailures
        let zone = LocalClock.offsetMinutes
        let run = SimulationRun(
            bank: try patterns.loadBank(),
            rules: rules,
            health: loaded.health(fallbackRelays: FallbackRelays.found),
            clientRetry: Int64(clientRetry),
            queueLifetime: loaded.configuration.queueLifetime,
            zoneMinutes: zone
        ) { input, problem in
            hasFailures = true
            Diagnostics.complain(input.path, problem)
        }
        let result = try run.result(of: plan.inputs)
        var buffer = OutputBuffer()
        if json {
            buffer.append(SimulationJSON.bytes(result, rules))
        } else {
            let text = SimulationText(
                result: result,
                rules: rules,
                style: Style(isColored: color.isOn(isTerminal: Terminal.isOutput)),
                top: top,
                width: min(Terminal.width, 120),
                zoneMinutes: zone
            )
            buffer.append(text.text())
        }
        buffer.flush()
        if hasFailures { throw ExitStatus.failure }
    }
}
