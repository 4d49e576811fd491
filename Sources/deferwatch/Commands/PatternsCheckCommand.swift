import ArgumentParser
import Deferrals

/// `deferwatch patterns check [FILE|DIR…]`.
struct PatternsCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Run every sample against the whole bank, and look for rows that cannot win.",
        discussion: """
            Finds samples that fail, rows that win no sample, ids and patterns that stand twice, rows \
            that are tried on every text, and rows that are slow or meet a match limit.
            Exit status: 0; 1 with findings; 2 when a file is wrong.
            """
    )

    @Argument(help: "Own patterns, as with --patterns.")
    var files: [String] = []

    @Flag(help: "As one JSON document.")
    var json = false

    @OptionGroup var patterns: PatternOptions

    func run() throws {
        let entries = try PatternOptions.load(patterns.paths + files)
        let bank = PatternBank(userRows: entries.map(\.row))
        let findings = try PatternCheck(bank: bank).findings()
        var buffer = OutputBuffer()
        if json {
            buffer.append(Self.json(findings, bank, entries))
        } else {
            for finding in findings {
                let place = Self.place(finding.row, entries)
                let name = "'\(bank.rows[finding.row].id)' "
                let line = (place.map { "\($0): " } ?? "shipped: ") + name + finding.sentence
                buffer.append(Escape.terminal(line, width: 400) + "\n")
            }
            buffer.append(
                "\(bank.rows.count) rows, \(entries.count) of them your own: "
                    + (findings.isEmpty
                        ? "nothing to find fault with\n"
                        : Words(.english).count(findings.count, "finding", "findings", "") + "\n")
            )
        }
        buffer.flush()
        if !findings.isEmpty { throw ExitStatus.findings }
    }

    private static func place(_ row: Int, _ entries: [PatternFile.Entry]) -> String? {
        row < entries.count ? entries[row].place : nil
    }

    private static func json(
        _ findings: [PatternCheck.Finding],
        _ bank: PatternBank,
        _ entries: [PatternFile.Entry]
    ) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.field("schema", "deferwatch.patterns-check/1")
            json.field("rows", bank.rows.count)
            json.field("own_rows", entries.count)
            json.key("findings")
            json.array(findings) { json, finding in
                json.object { json in
                    json.field("kind", finding.kind.rawValue)
                    json.field("pattern", bank.rows[finding.row].id)
                    json.field("place", place(finding.row, entries))
                    json.field("text", finding.sentence)
                }
            }
        }
        json.newline()
        return json.bytes
    }
}
