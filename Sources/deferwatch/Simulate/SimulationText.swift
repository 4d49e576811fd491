import Deferrals
import MailFlow

/// What a simulation came to, for a terminal.
struct SimulationText {
    let result: SimulationResult
    let rules: SimulatedRules
    let style: Style
    let top: Int
    let width: Int
    /// Minutes east of UTC.
    let zoneMinutes: Int

    func text() -> String {
        (head + table("Rule", result.byRule) + table("Destination", result.byDestination) + downs
            + answers + remarks).joined(separator: "\n") + "\n"
    }

    private var head: [String] {
        guard let first = result.first, let last = result.last else {
            return ["No mail in these logs."]
        }
        let total = result.total
        var lines = [
            style.bold(
                total.deferred == 0
                    ? "No mail would have been deferred."
                    : words.recipients(total.deferred) + " of " + words.messages(result.messages)
                        + " would have been "
                        + "deferred, \(percent(total.deferred, of: result.asked)) of "
                        + "\(result.asked)."
            ),
            "\(time(first)) – \(time(last)) \(TimeText.zoneName(zoneMinutes)), every rule as if enforced.",
        ]
        if total.deferred > 0 {
            lines.append(
                "For \(duration(total.average)) on average, \(duration(total.longest)) at most;"
                    + (total.savedTries == 1
                        ? " 1 try that failed would have been saved."
                        : " \(words.number(total.savedTries)) tries that failed would have been saved.")
            )
            lines.append(
                "\(total.falsePositives) of them went through at their first try: told 'later' for"
                    + " nothing (\(percent(total.falsePositives, of: total.deferred)))."
            )
        }
        return lines + [""]
    }

    private func table(_ title: String, _ sums: [String: SimulationResult.Sums]) -> [String] {
        guard !sums.isEmpty else { return [] }
        var table = TextTable(columns: [
            .init(title: title, least: 16),
            .init(title: "deferred", isRight: true),
            .init(title: "for nothing", isRight: true),
            .init(title: "tries saved", isRight: true),
            .init(title: "average", isRight: true),
            .init(title: "longest", isRight: true),
        ])
        let sorted = sums.sorted { ($1.value.deferred, $0.key) < ($0.value.deferred, $1.key) }
        for (name, sums) in sorted.prefix(top) {
            table.rows.append([
                name, "\(sums.deferred)", "\(sums.falsePositives)", "\(sums.savedTries)",
                duration(sums.average), duration(sums.longest),
            ])
        }
        var lines = table.lines(width: width, style: style)
        if sorted.count > top { lines.append("… and \(sorted.count - top) more") }
        return lines + [""]
    }

    /// When destinations were down.
    private var downs: [String] {
        let changes = result.transitions.filter { $0.subject == .state }
            .filter { $0.to == .down || $0.from == .down }
        guard !changes.isEmpty else { return [] }
        let lines = changes.prefix(2 * top).map { change in
            let code = change.to == .down ? change.code.map { ", \($0.text)" } ?? "" : ""
            return "\(time(change.at))  \(Escape.terminal(change.domain)): \(change.from.rawValue)"
                + " → \(change.to.rawValue)\(code)"
        }
        let rest = changes.count - lines.count + result.transitionsLeftOut
        return lines + (rest > 0 ? ["… and \(rest) more changes"] : []) + [""]
    }

    private var answers: [String] {
        let other = result.otherAnswers.sorted { $0.key < $1.key }
        return other.isEmpty
            ? [] : other.map { "Rule \(Escape.terminal($0.key)): \($0.value) recipients" } + [""]
    }

    private var remarks: [String] {
        var sentences = rules.notEvaluated.map { rule, conditions in
            "Not evaluated: rule '\(rule)', for logs do not tell \(conditions.joined(separator: ", "))"
                + "."
        }
        if rules.assumesQueues {
            sentences.append(
                "clients_with_queue names nobody: every client without a login counts as if it had"
                    + " a queue."
            )
        }
        if result.people > 0 {
            sentences.append(
                words.recipients(result.people) + " of people with a login "
                    + (result.people == 1 ? "was" : "were") + " not deferred."
            )
        }
        if result.probes > 0 {
            sentences.append(
                "\(result.probes) were let through to find out whether it works again."
            )
        }
        if result.total.stillOut > 0 {
            sentences.append(
                "\(result.total.stillOut) would still have been out when the log ends."
            )
        }
        if result.leftOut > 0 {
            sentences.append("\(result.leftOut) messages were left out for want of room.")
        }
        return sentences.flatMap { TextWrap.lines($0, width: width) }
    }

    private func time(_ seconds: Int64) -> String {
        TimeText.civil(seconds + Int64(zoneMinutes) * 60)
    }

    private var words: Words { Words(.english) }

    private func duration(_ seconds: Int64) -> String {
        Words(.english).duration(Int(seconds))
    }

    private func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "0 %" }
        let tenths = (part * 1_000 + whole / 2) / whole
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
