import Deferrals

/// Explanations for a terminal.
struct ExplainText {
    let language: Language
    /// `--own`.
    let own: OwnDomains
    var width = min(Terminal.width, 100)

    private var words: ExplainWords { ExplainWords(language: language) }

    private static let mostShown = 20

    func text(of found: [Explained]) -> String {
        var text = found.prefix(Self.mostShown).map(text(of:)).joined(separator: "\n")
        if found.count > Self.mostShown {
            text += "\n" + words.more(found.count - Self.mostShown) + "\n"
        }
        return text
    }

    private func text(of explained: Explained) -> String {
        let guidance = explained.guidance(language)
        var lines: [String] = []
        if let status = explained.status, status != "deferred", status != "SOFTBOUNCE" {
            // Advice on waiting mail would be wrong: it does not wait.
            lines.append(words.notDeferred(Escape.terminal(status)))
            return (lines + fields(explained)).joined(separator: "\n") + "\n"
        }
        let code = explained.verdict.code
        lines.append((code == .other ? "" : "450 \(code.text)  ") + guidance.name)
        lines += fields(explained)
        lines +=
            ["", words.meaning]
            + TextWrap.lines(guidance.meaning, width: width, first: "  ", rest: "  ")
        lines += ["", words.causes]
        lines += guidance.causes.flatMap {
            TextWrap.lines($0, width: width, first: "  - ", rest: "    ")
        }
        lines += fixes(guidance, isOwn: explained.isOwn(own))
        let who = Words(language).responsible(guidance.responsible)
        lines += ["", "\(words.responsible): \(who)"]
        return lines.joined(separator: "\n") + "\n"
    }

    private func fields(_ explained: Explained) -> [String] {
        let verdict = explained.verdict
        var rows: [(String, String?)] = [
            (words.origin, verdict.origin?.localizedName(language)),
            (words.stage, verdict.stage?.localizedName(language)),
            (words.scope, verdict.scope?.localizedName(language)),
            (words.category, verdict.category?.rawValue),
            (words.refinement, verdict.refinement.map(Self.name)),
            (words.server, verdict.server),
            (words.reply, explained.reply.map(Self.text)),
            (words.reason, explained.reply == nil ? explained.reason : nil),
        ]
        if explained.reason != nil { rows.append((words.pattern, verdict.pattern ?? words.none)) }
        rows += explained.tried.map { server in
            (words.tried, "\(server.host)[\(server.address)] \(server.code.text): \(server.reason)")
        }
        if !explained.companions.isEmpty {
            rows.append((words.companions, explained.companions.joined(separator: ", ")))
        }
        if explained.count > 1 { rows.append((words.lines, String(explained.count))) }
        var lines = rows.compactMap { name, value in
            value.map { "  " + Self.pad(name, 12) + Escape.terminal($0, width: 500) }
        }
        if verdict.isSuspended { lines.append("  " + words.suspended) }
        return lines
    }

    private static func name(_ refinement: Refinement) -> String {
        refinement.number.map { "\($0) \(refinement.rawValue)" } ?? refinement.rawValue
    }

    private static func text(_ reply: Explained.Reply) -> String {
        [reply.code.map(String.init), reply.enhanced, reply.text].compactMap(\.self)
            .joined(separator: " ")
    }

    private func fixes(_ guidance: Guidance, isOwn: Bool?) -> [String] {
        if let isOwn {
            return steps(words.fixes, isOwn ? guidance.fixesOwn : guidance.fixesPartner)
        }
        if guidance.fixesOwn == guidance.fixesPartner {
            return steps(words.fixes, guidance.fixesOwn)
        }
        return steps(words.fixesPartner, guidance.fixesPartner)
            + steps(words.fixesOwn, guidance.fixesOwn)
    }

    private func steps(_ title: String, _ fixes: [Fix]) -> [String] {
        var lines = ["", title]
        for (index, fix) in fixes.enumerated() {
            let number = "  " + Self.pad("\(index + 1).", 4)
            lines += TextWrap.lines(fix.text, width: width, first: number, rest: "      ")
            // Commands are never wrapped: they are pasted.
            lines += fix.commands.map { "        " + $0 }
        }
        return lines
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
