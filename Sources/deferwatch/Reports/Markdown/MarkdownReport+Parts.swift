import Deferrals

extension MarkdownReport {
    /// A heading and what stands below it; empty where nothing does.
    func section(_ title: String, _ body: String) -> String {
        body.isEmpty ? "" : "## " + title + "\n\n" + body
    }

    /// A table; empty where it has no rows.
    ///
    /// Cells are escaped already.
    func table(_ heads: [String], right: ClosedRange<Int>, _ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "" }
        let rule = heads.indices.map { right.contains($0) ? "---:" : "---" }
        return ([heads, rule] + rows)
            .map { "| " + $0.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }

    /// What a kind of deferral means and what to do about it.
    func advice(_ entry: AdviceEntry) -> String {
        let words = report.words
        let number = entry.code == "other" ? "" : entry.code + " "
        let guidance = entry.guidance
        var lines = ["### " + Escape.markdown(number + guidance.name), ""]
        lines += [words.deferrals(entry.attempts) + ". " + Escape.markdown(guidance.meaning), ""]
        lines += ["**" + words.causes + "**", ""]
        lines += guidance.causes.map { "- " + Escape.markdown($0) }
        let own = entry.isOwn ? ", " + words.ownDestination : ""
        let target = entry.destination.map { " (" + Escape.markdownCode($0) + own + ")" } ?? ""
        lines += ["", "**" + words.fixes + "**" + target, ""]
        for (index, fix) in entry.fixes.enumerated() {
            lines.append("\(index + 1). " + Escape.markdown(fix.text))
            guard !fix.commands.isEmpty else { continue }
            lines += ["", "   ```sh"]
            lines += fix.commands.map { "   " + Escape.terminal($0) }
            lines += ["   ```", ""]
        }
        lines += ["", words.whoActs + ": " + words.responsible(guidance.responsible)]
        return lines.joined(separator: "\n")
    }
}
