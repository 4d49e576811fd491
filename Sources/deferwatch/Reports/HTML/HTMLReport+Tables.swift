import Deferrals
import MailFlow

extension HTMLReport {
    func destinations() -> HTML {
        let rows: [HTML] = report.snapshot.destinations.map { row in
            let provider: HTML = row.provider.map { " <small>\($0)</small>" } ?? ""
            return """
                <tr><td class="head x">\(words.name(ofDestination: row.domain))\(provider)</td>\
                \(cell(words.waiting, words.number(row.waiting), "n"))\
                \(cell(words.attempts, words.number(row.attempts), "n"))\
                \(cell(words.delivered, words.number(row.sent), "n"))\
                <td class="full">\(dot(row.lastCode))<b>\(row.lastCode)</b> \
                <span class="x">\(row.lastReason)</span></td>\
                \(cell(words.since, report.time(row.firstFailure), "t"))\
                \(cell(words.lastSuccess, row.lastSuccess.map(report.time) ?? words.never, "t"))</tr>
                """
        }
        guard !rows.isEmpty else { return .empty }
        let hidden = report.snapshot.failingDestinations - rows.count
        let more: HTML =
            hidden > 0
            ? """
            <p class="soft">\(words.pick("and", "ve")) \(words.destinations(hidden)) \
            \(words.pick("more (--top)", "daha (--top)"))</p>
            """ : ""
        return section(
            words.topDestinations,
            """
            <table class="wide"><thead><tr><th>\(words.destination)</th>\
            <th class="n">\(words.waiting)</th><th class="n">\(words.attempts)</th>\
            <th class="n">\(words.delivered)</th><th>\(words.lastReason)</th>\
            <th>\(words.since)</th><th>\(words.lastSuccess)</th></tr></thead>
            <tbody>\(rows)</tbody></table>\(more)
            """
        )
    }

    func providers() -> HTML {
        let rows: [HTML] = report.snapshot.providers.map { provider in
            """
            <tr><td class="head">\(provider.name)</td>\
            \(cell(words.topDestinations, words.number(provider.destinations), "n"))\
            \(cell(words.waiting, words.number(provider.waiting), "n"))\
            \(cell(words.attempts, words.number(provider.attempts), "n"))\
            \(cell(words.delivered, words.number(provider.sent), "n"))</tr>
            """
        }
        guard !rows.isEmpty else { return .empty }
        return section(
            words.providers,
            """
            <table class="wide"><thead><tr><th>\(words.provider)</th>\
            <th class="n">\(words.topDestinations)</th><th class="n">\(words.waiting)</th>\
            <th class="n">\(words.attempts)</th><th class="n">\(words.delivered)</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
        )
    }

    func waiting() -> HTML {
        guard report.snapshot.totals.deferred > 0 else { return .empty }
        let rows: [HTML] = report.snapshot.waiting.oldest.map { message in
            let sender = message.sender.map { $0.isEmpty ? "<>" : $0 } ?? "–"
            return """
                <tr><td class="head x">\(message.queueId)</td>\
                \(cell(words.arrived, report.time(message.arrived), "t"))\
                \(cell(words.sender, sender, "x"))\
                \(cell(words.recipient, message.recipient, "x"))\
                \(cell(words.recipients, words.number(message.recipients), "n"))\
                <td class="t" data-l="\(words.code)"><span>\(dot(message.code))\(message.code)</span></td></tr>
                """
        }
        let expiry: [HTML] = report.expiryLines.map { " \($0)" }
        let rest = rows.count - Self.usualMessages
        let hidden: HTML =
            rest > 0
            ? """
            <details><summary>\(words.messages(rest)) \(words.pick("more", "daha"))</summary>
            \(messageTable(Array(rows.suffix(rest))))</details>
            """ : ""
        let table: HTML =
            rows.isEmpty ? "" : messageTable(Array(rows.prefix(Self.usualMessages)))
        return section(
            words.stillWaiting,
            """
            <p><b>\(report.waitingSummary)</b>\(expiry)</p>
            <p class="soft">\(words.pick("Deferred recipients:", "Ertelenen alıcılar:")) \
            \(report.fateSummary).</p>\(table)\(hidden)
            """
        )
    }

    /// Messages that are shown at once.
    private static let usualMessages = 15

    private func messageTable(_ rows: [HTML]) -> HTML {
        """
        <table class="wide"><thead><tr><th>\(words.queueID)</th><th>\(words.arrived)</th>\
        <th>\(words.sender)</th><th>\(words.recipient)</th>\
        <th class="n">\(words.recipients)</th><th>\(words.code)</th></tr></thead>
        <tbody>\(rows)</tbody></table>
        """
    }

    func advice() -> HTML {
        let entries: [HTML] = report.advice.map { entry in
            let guidance = entry.guidance
            let causes: [HTML] = guidance.causes.map { "<li>\($0)</li>" }
            let fixes: [HTML] = entry.fixes.map { fix in
                let commands = fix.commands.joined(separator: "\n")
                let shown: [HTML] = fix.commands.map { "\($0)\n" }
                return
                    "<li>\(fix.text)\(commands.isEmpty ? "" : "<pre>\(shown)</pre>" as HTML)</li>"
            }
            let own = entry.isOwn ? ", " + words.ownDestination : ""
            let target = entry.destination.map { " (" + $0 + own + ")" } ?? ""
            let number = entry.code == "other" ? "" : entry.code + " "
            return """
                <details><summary><h3>\(dot(entry.code))\(number)\(guidance.name)</h3> \
                <small>\(words.deferrals(entry.attempts))</small></summary>
                <p>\(guidance.meaning)</p><p><b>\(words.causes)</b></p><ul>\(causes)</ul>
                <p><b>\(words.fixes)</b>\(target)</p><ol>\(fixes)</ol>
                <p class="soft">\(words.whoActs): \(words.responsible(guidance.responsible))</p></details>
                """
        }
        return entries.isEmpty ? .empty : section(words.advice, "\(entries)")
    }

    /// A cell that names its column where a phone shows rows as cards.
    private func cell(_ label: String, _ text: String, _ style: String) -> HTML {
        "<td class=\"\(style)\" data-l=\"\(label)\"><span>\(text)</span></td>"
    }
}
