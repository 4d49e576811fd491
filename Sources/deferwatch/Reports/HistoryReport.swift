import Deferrals
import History

/// Counts from the history, as text or JSON.
struct HistoryReport {
    enum Rows {
        case counts([HistoryCount])
        case stretches([HistoryPoint], HistoryStep)
    }

    /// What was counted by, as the user named it.
    var by: String
    var rows: Rows

    /// One line a row, in at most `width` columns where it can be.
    func text(width: Int) -> String {
        let table =
            switch rows {
            case .counts(let counts): Self.table(counts)
            case .stretches(let points, let step): Self.table(points, step)
            }
        guard !table.rows.isEmpty else { return "No deferrals in that time.\n" }
        let lines = table.lines(width: width, style: Style(isColored: false))
        return lines.map { $0 + "\n" }.joined()
    }

    private static func table(_ counts: [HistoryCount]) -> TextTable {
        var table = TextTable(columns: [
            .init(title: "Deferrals", isRight: true), .init(title: "No attempt", isRight: true),
            .init(title: "", least: 10),
        ])
        table.rows = counts.map { ["\($0.events)", "\($0.echoes)", name($0)] }
        return table
    }

    private static func name(_ count: HistoryCount) -> String {
        guard let code = count.name.flatMap({ DeferralCode(text: $0) }) else {
            return count.name ?? "unknown"
        }
        return code.text + " " + code.localizedName(.english)
    }

    private static func table(_ points: [HistoryPoint], _ step: HistoryStep) -> TextTable {
        var table = TextTable(columns: [
            .init(title: step == .day ? "Day (UTC)" : "From (UTC)"),
            .init(title: "Deferrals", isRight: true), .init(title: ""),
            .init(title: "By code", least: 10),
        ])
        let stretches = Self.stretches(points)
        let most = stretches.map(\.events).max() ?? 0
        table.rows = stretches.map { stretch in
            let codes = stretch.points.sorted { $0.events > $1.events }
            return [
                String(TimeText.civil(stretch.time).prefix(step == .day ? 10 : 16)),
                "\(stretch.events)", Bars.horizontal(stretch.events, of: most, width: 20),
                codes.map { "\($0.code.text) \($0.events)" }.joined(separator: ", "),
            ]
        }
        return table
    }

    private struct Stretch {
        var time: Int64
        var points: [HistoryPoint]
        var events: Int { points.reduce(0) { $0 + $1.events } }
        var echoes: Int { points.reduce(0) { $0 + $1.echoes } }
    }

    private static func stretches(_ points: [HistoryPoint]) -> [Stretch] {
        var stretches: [Stretch] = []
        for point in points {
            if let last = stretches.last, last.time == point.time {
                stretches[stretches.count - 1].points.append(point)
            } else {
                stretches.append(Stretch(time: point.time, points: [point]))
            }
        }
        return stretches
    }

    /// One object; docs/commands.md has its keys.
    func json() -> String {
        var json = JSONText()
        json.object { json in
            json.field("schema", "deferwatch.history/1")
            json.field("by", by)
            switch rows {
            case .counts(let counts): Self.write(counts, &json)
            case .stretches(let points, _): Self.write(points, &json)
            }
        }
        json.newline()
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private static func write(_ counts: [HistoryCount], _ json: inout JSONText) {
        json.key("counts")
        json.array(counts) { json, count in
            json.object { json in
                json.field("name", count.name)
                json.field("deferrals", count.events)
                json.field("suspended", count.echoes)
            }
        }
    }

    private static func write(_ points: [HistoryPoint], _ json: inout JSONText) {
        json.key("series")
        json.array(stretches(points)) { json, stretch in
            json.object { json in
                json.field("from", TimeText.rfc3339(stretch.time, offsetMinutes: 0))
                json.field("deferrals", stretch.events)
                json.field("suspended", stretch.echoes)
                json.key("codes")
                json.array(stretch.points) { json, point in
                    json.object { json in
                        json.field("code", point.code.text)
                        json.field("deferrals", point.events)
                        json.field("suspended", point.echoes)
                    }
                }
            }
        }
    }
}
