import ArgumentParser
import Foundation
import Testing

@testable import deferwatch

/// docs/commands.md names every option of every verb.
@Suite struct CommandDocumentTests {
    /// A verb without verbs below it, and its first word.
    struct Verb: Sendable, CustomStringConvertible {
        var name: String
        var type: any ParsableCommand.Type
        var description: String { name }
    }

    static let verbs: [Verb] = Deferwatch.configuration.subcommands.flatMap { type in
        let name = type.configuration.commandName ?? ""
        let below = type.configuration.subcommands
        return below.isEmpty
            ? [Verb(name: name, type: type)] : below.map { Verb(name: name, type: $0) }
    }

    private static func section(_ name: String) throws -> String {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "docs/commands.md"), encoding: .utf8)
        let sections = text.components(separatedBy: "\n## deferwatch ")
        return try #require(
            sections.first { section in
                section.prefix { $0 != "\n" }.components(separatedBy: ", ").contains(name)
            },
            "no section of docs/commands.md is about \(name)"
        )
    }

    @Test(arguments: verbs)
    func `every option is in the document`(verb: Verb) throws {
        let help = Deferwatch.helpMessage(for: verb.type)
        let words = help.split { !($0.isLetter || $0.isNumber || $0 == "-") }
        let options = Set(words.filter { $0.hasPrefix("--") && $0.count > 3 }.map(String.init))
        let section = try Self.section(verb.name)
        for option in options.subtracting(["--help", "--version"]) {
            #expect(section.contains(option), "\(verb.name) \(option)")
        }
    }
}
