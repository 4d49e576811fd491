import MailFlow

/// The report on a terminal: why mail is not leaving, how much of it, and for whom.
struct TextReport {
    let report: Report
    let style: Style
    /// Columns of the screen.
    let width: Int

    var words: Words { report.words }

    /// Screens narrower than the first are scrolled sideways; wider than the second, lines become
    /// hard to follow.
    static let widths = 72...100

    init(_ report: Report, style: Style, width: Int) {
        self.report = report
        self.style = style
        self.width = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
    }

    /// The whole report.
    func text() -> String {
        guard report.snapshot.totals.deferred > 0 else { return quiet() }
        var blocks = [head(), codes(), destinations(), queue()]
        blocks += [trouble(), unclassified() + gaps()]
        blocks += report.advice.map(advice)
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
            .joined(separator: "\n")
    }

    /// One line where nothing was deferred, and what else is wrong.
    private func quiet() -> String {
        let headline = Headline(report)
        var lines = TextWrap.lines(headline.sentence, width: width)
            .map { style.headline($0, headline.mood) }
        if report.snapshot.findings.count > 1 { lines += trouble() }
        return (lines + filter() + gaps()).joined(separator: "\n") + "\n"
    }

    private func head() -> [String] {
        let headline = Headline(report)
        var lines = TextWrap.lines(headline.sentence, width: width)
            .map { style.headline($0, headline.mood) }
        let period = report.period.map { $0 + "  " } ?? ""
        lines += TextWrap.lines(period + report.sourceLine(most: 3), width: width)
            .map(style.dim)
        return lines + filter() + TextWrap.lines(totals(), width: width)
    }

    /// What does not count, where that is not nothing.
    private func filter() -> [String] {
        guard let filter = report.filter else { return [] }
        return TextWrap.lines(words.pick("Only: ", "Yalnızca: ") + filter, width: width)
            .map(style.yellow)
    }

    private func totals() -> String {
        let totals = report.snapshot.totals
        var fates = [
            words.number(totals.sent) + " " + words.sent,
            words.number(totals.deferred) + " " + words.deferred,
            words.number(totals.bounced) + " " + words.bounced,
        ]
        if totals.expired > 0 { fates.append(words.number(totals.expired) + " " + words.expired) }
        let deferredMessages = words.number(totals.deferredMessages) + " " + words.deferred
        let deferredRecipients = words.number(totals.deferredRecipients) + " " + words.deferred
        return words.attempts(totals.attempts) + ": " + fates.joined(separator: ", ") + ". "
            + words.messages(totals.messages) + " (\(deferredMessages)), "
            + words.recipients(totals.recipients) + " (\(deferredRecipients))."
    }

    private func codes() -> [String] {
        let deferred = report.snapshot.totals.deferred
        let barWidth = width >= 96 ? 12 : 6
        var table = TextTable(columns: [
            .init(title: words.code), .init(title: words.name, least: 14),
            .init(title: words.attempts, isRight: true),
            .init(title: words.pick("Msgs", "İleti"), isRight: true),
            .init(title: words.pick("Rcpts", "Alıcı"), isRight: true),
            .init(title: words.share), .init(title: "", isRight: true),
            .init(title: words.mostly, least: 6),
        ])
        for code in report.codes {
            table.rows.append([
                code.code, words.cause(code.code), words.number(code.attempts),
                words.number(code.messages), words.number(code.recipients),
                Bars.horizontal(code.attempts, of: deferred, width: barWidth),
                words.share(code.attempts, of: deferred),
                code.dominant.map(words.kind) ?? "",
            ])
        }
        return table.lines(width: width, style: style)
    }
}
