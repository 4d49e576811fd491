public import ArgumentParser
import Foundation
public import History

/// `deferwatch history`: what was followed, counted.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Count the deferrals that 'follow --state' or the daemon has kept."
    )

    @Option(help: "The state directory.")
    var state = "/var/lib/deferwatch"

    @Option(help: "Only the last 24h, 7d and so on.", transform: FollowCommand.seconds)
    var since: Int?

    @Option(help: "Count by code, destination or provider.")
    var by = HistoryGrouping.code

    @Option(help: "Rows to print.")
    var top = 20

    @Flag(name: .customLong("json"), help: "One JSON object.")
    var wantsJSON = false

    func run() throws {
        let path = state + "/history.sqlite"
        do {
            let history = try History(readingFrom: path)
            let now = Int64(Date().timeIntervalSince1970)
            let counts = try history.counts(
                by: by,
                since: since.map { now - Int64($0) },
                limit: max(1, top)
            )
            var buffer = OutputBuffer()
            buffer.append(wantsJSON ? json(counts) : text(counts))
            buffer.flush()
        } catch {
            Diagnostics.complain(path, "\(error)")
            throw ExitStatus.failure
        }
    }

    private func text(_ counts: [HistoryCount]) -> String {
        guard !counts.isEmpty else { return "No deferrals in that time.\n" }
        let width = counts.map { "\($0.events)".count }.max() ?? 0
        return counts.map { count in
            let number = "\(count.events)"
            let padding = String(repeating: " ", count: width - number.count)
            let echoes = count.echoes > 0 ? "  (\(count.echoes) without an attempt)" : ""
            return "\(padding)\(number)  \(Escape.terminal(count.name ?? "unknown"))\(echoes)\n"
        }.joined()
    }

    private func json(_ counts: [HistoryCount]) -> String {
        var json = JSONText()
        json.object { json in
            json.field("schema", "deferwatch.history/1")
            json.field("by", by.rawValue)
            json.key("counts")
            json.array(counts) { json, count in
                json.object { json in
                    json.field("name", count.name)
                    json.field("deferrals", count.events)
                    json.field("suspended", count.echoes)
                }
            }
        }
        json.newline()
        return String(decoding: json.bytes, as: UTF8.self)
    }
}

extension HistoryGrouping: ExpressibleByArgument {}
