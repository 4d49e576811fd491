import Deferrals

extension TextReport {
    /// What a kind of deferral means and what to do about it.
    ///
    /// Commands stay whole, whatever the width: they are pasted.
    func advice(_ entry: AdviceEntry) -> [String] {
        let guidance = entry.guidance
        let number = entry.code == "other" ? "" : entry.code + "  "
        let count = " (" + words.deferrals(entry.attempts) + ")"
        var lines = TextWrap.lines(number + guidance.name + count, width: width).map(style.bold)
        lines += TextWrap.lines(guidance.meaning, width: width)
        lines.append(style.dim(words.causes))
        lines += bullets(guidance.causes, marker: "- ")
        lines += TextWrap.lines(words.fixes + target(entry), width: width, rest: "  ").map(
            style.dim
        )
        for (index, fix) in entry.fixes.enumerated() {
            lines += bullets([fix.text], marker: "\(index + 1). ")
            lines += fix.commands.map { "     " + style.cyan(Escape.terminal($0)) }
        }
        let who = words.whoActs + ": " + words.responsible(guidance.responsible)
        return lines + TextWrap.lines(who, width: width)
    }

    /// ' (example.com, one of our own destinations)'.
    private func target(_ entry: AdviceEntry) -> String {
        guard let destination = entry.destination else { return "" }
        let own = entry.isOwn ? ", " + words.ownDestination : ""
        return " (" + destination + own + ")"
    }

    private func bullets(_ texts: [String], marker: String) -> [String] {
        let rest = String(repeating: " ", count: marker.count + 2)
        return texts.flatMap {
            TextWrap.lines($0, width: width, first: "  " + marker, rest: rest)
        }
    }
}
