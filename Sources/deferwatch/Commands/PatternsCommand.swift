import ArgumentParser

/// `deferwatch patterns …`: the bank, and what users add to it.
struct PatternsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "patterns",
        abstract: "List, try and check the patterns that give reasons their meaning.",
        subcommands: [
            PatternsListCommand.self, PatternsMatchCommand.self, PatternsCheckCommand.self,
        ]
    )
}
