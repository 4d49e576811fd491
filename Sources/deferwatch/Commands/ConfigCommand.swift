import ArgumentParser

/// `deferwatch config`.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Check or print the configuration.",
        subcommands: [
            ConfigCheckCommand.self, ConfigDumpCommand.self, ConfigSettingsCommand.self,
        ]
    )
}

/// `deferwatch config check`.
struct ConfigCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what is wrong with the configuration.",
        discussion: """
            Exit status: 0, also with warnings; 2 when the daemon would not take it.
            """
    )

    @Option(help: "The configuration file.")
    var config: String?

    @Flag(name: .customLong("json"), help: "One JSON object.")
    var wantsJSON = false

    func run() throws {
        var loaded = ConfigurationSource(path: config).load()
        if !loaded.isBad { loaded.problems += StartProblems.find(loaded) }
        var buffer = OutputBuffer()
        if wantsJSON {
            buffer.append(ControlCoding.line(Report(loaded)))
        } else {
            for problem in loaded.problems { problem.complain() }
            let files =
                loaded.files.isEmpty
                ? "no files, all defaults" : loaded.files.joined(separator: ", ")
            buffer.append("\(Escape.terminal(files)): \(Self.verdict(loaded))\n")
        }
        buffer.flush()
        if loaded.isBad { throw ExitStatus.failure }
    }

    private static func verdict(_ loaded: ConfigurationSource.Loaded) -> String {
        if loaded.isBad { return "not usable" }
        return loaded.problems.isEmpty ? "good" : "usable, with warnings"
    }

    private struct Report: Encodable {
        var schema = "deferwatch.config-check/1"
        var isGood: Bool
        var files: [String]
        var problems: [ConfigurationProblem]

        init(_ loaded: ConfigurationSource.Loaded) {
            (isGood, files, problems) = (!loaded.isBad, loaded.files, loaded.problems)
        }
    }
}

/// `deferwatch config dump`.
struct ConfigDumpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump",
        abstract: "Print the configuration with everything that is in force, as TOML."
    )

    @Option(help: "The configuration file.")
    var config: String?

    @Flag(help: "Say above each setting what it does.")
    var comments = false

    func run() throws {
        let loaded = ConfigurationSource(path: config).load()
        for problem in loaded.problems { problem.complain() }
        var buffer = OutputBuffer()
        buffer.append(ConfigurationDump.toml(loaded.configuration, isCommented: comments))
        buffer.flush()
        if loaded.isBad { throw ExitStatus.failure }
    }
}
