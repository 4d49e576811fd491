import ArgumentParser
import Deferrals

/// `deferwatch patterns list`.
struct PatternsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the rows in their order: of those that match, the first wins."
    )

    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case reason, reply, companion
    }

    @Option(help: "Rows for these texts only.")
    var subject: Subject?

    @Flag(help: "As TOML that --patterns reads, samples and all.")
    var toml = false

    @Flag(help: "As one JSON document.")
    var json = false

    @OptionGroup var patterns: PatternOptions

    func validate() throws {
        guard !(toml && json) else {
            throw ValidationError("--toml and --json exclude each other.")
        }
    }

    func run() throws {
        let bank = try patterns.loadBank()
        let rows = bank.rows.filter { subject == nil || $0.subject.rawValue == subject?.rawValue }
        var buffer = OutputBuffer()
        if toml {
            buffer.append(PatternTOML.text(of: rows))
        } else if json {
            buffer.append(Self.json(rows))
        } else {
            for row in rows { buffer.append(Self.line(row) + "\n") }
        }
        buffer.flush()
    }

    /// 'id  subject  what it says  pattern'.
    private static func line(_ row: PatternRow) -> String {
        let says = [
            row.code?.text, row.refinement?.rawValue, row.category?.rawValue, row.origin?.rawValue,
            row.stage?.rawValue, row.scope?.rawValue,
        ].compactMap(\.self)
        let columns = [(row.id, 34), (row.subject.rawValue, 9), (says.joined(separator: " "), 40)]
        let padded = columns.map { text, width in
            text + String(repeating: " ", count: max(0, width - text.count))
        }
        return Escape.terminal(padded.joined(separator: "  ") + "  " + row.pattern)
    }

    private static func json(_ rows: [PatternRow]) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.field("schema", "deferwatch.patterns/1")
            json.key("patterns")
            json.array(rows) { json, row in
                json.object { json in
                    json.field("id", row.id)
                    json.field("subject", row.subject.rawValue)
                    json.field("pattern", row.pattern)
                    json.field("code", row.code?.text)
                    json.field("refinement", row.refinement?.rawValue)
                    json.field("origin", row.origin?.rawValue)
                    json.field("stage", row.stage?.rawValue)
                    json.field("category", row.category?.rawValue)
                    json.field("scope", row.scope?.rawValue)
                    json.field("source", row.source)
                    json.key("matches")
                    json.array(row.matches) { $0.string($1) }
                    json.key("rejects")
                    json.array(row.rejects) { $0.string($1) }
                }
            }
        }
        json.newline()
        return json.bytes
    }
}
