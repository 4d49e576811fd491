import MailFlow

/// The report for a ticket or a wiki: GitHub-flavoured Markdown.
///
/// Whatever comes from the log stands in code spans, where nothing is markup.
struct MarkdownReport {
    let report: Report

    private var words: Words { report.words }

    init(_ report: Report) {
        self.report = report
    }

    /// The whole report.
    func text() -> String {
        var blocks = ["# " + words.title, "**" + Escape.markdown(Headline(report).sentence) + "**"]
        blocks += [facts(), codes(), destinations(), waiting(), timeline()]
        blocks += [findings(), unclassified()] + report.gaps.map(Escape.markdown)
        if !report.advice.isEmpty { blocks.append("## " + words.advice) }
        blocks += report.advice.map(advice)
        return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private func facts() -> String {
        let totals = report.snapshot.totals
        var facts: [String] = []
        if let period = report.period { facts.append("- " + period) }
        let files = report.sources.map { Escape.markdownCode($0.file) }.joined(separator: ", ")
        let years = Set(report.sources.compactMap(\.yearReference)).sorted()
            .map { Escape.markdown(words.yearReference($0)) }.joined(separator: ", ")
        let year = years.isEmpty ? "" : words.pick(" (year: \(years))", " (yıl: \(years))")
        facts.append("- " + words.sources + ": " + files + year)
        if let filter = report.filter {
            facts.append("- " + words.pick("Only: ", "Yalnızca: ") + Escape.markdownCode(filter))
        }
        facts.append(
            "- \(words.attempts(totals.attempts)): \(words.number(totals.sent)) \(words.sent), "
                + "\(words.number(totals.deferred)) \(words.deferred), "
                + "\(words.number(totals.bounced)) \(words.bounced)"
        )
        facts.append(
            "- \(words.messages(totals.messages)), \(words.number(totals.deferredMessages)) "
                + words.deferred
        )
        facts.append(
            "- \(words.recipients(totals.recipients)), \(words.number(totals.deferredRecipients)) "
                + words.deferred
        )
        return facts.joined(separator: "\n")
    }

    private func codes() -> String {
        let rows = report.codes.map { code in
            [
                code.code, Escape.markdown(words.cause(code.code)), words.number(code.attempts),
                words.number(code.messages), words.number(code.recipients),
                Escape.markdown(words.share(code.attempts, of: report.snapshot.totals.deferred)),
                Escape.markdown(code.dominant.map(words.kind) ?? ""),
            ]
        }
        return section(
            words.byCode,
            table(
                [
                    words.code, words.name, words.attempts, words.messages, words.recipients,
                    words.share, words.mostly,
                ],
                right: 2...5,
                rows
            )
        )
    }

    private func destinations() -> String {
        let rows = report.snapshot.destinations.map { row in
            [
                Escape.markdownCode(words.name(ofDestination: row.domain)),
                Escape.markdown(row.provider ?? ""),
                words.number(row.waiting), words.number(row.attempts),
                row.lastCode, Escape.markdownCode(row.lastReason), report.time(row.firstFailure),
                row.lastSuccess.map(report.time) ?? words.never,
            ]
        }
        return section(
            words.topDestinations,
            table(
                [
                    words.destination, words.provider, words.waiting, words.attempts, words.code,
                    words.lastReason, words.since, words.lastSuccess,
                ],
                right: 2...3,
                rows
            )
        )
    }

    private func waiting() -> String {
        guard report.snapshot.totals.deferred > 0 else { return "" }
        let text = ([report.waitingSummary] + report.expiryLines + [report.fateSummary + "."])
            .map(Escape.markdown).joined(separator: " ")
        let rows = report.snapshot.waiting.oldest.map { message in
            [
                Escape.markdownCode(message.queueId), report.time(message.arrived),
                message.sender.map { Escape.markdownCode($0.isEmpty ? "<>" : $0) } ?? "–",
                Escape.markdownCode(message.recipient), words.number(message.recipients),
                message.code,
            ]
        }
        let messages = table(
            [
                words.queueID, words.arrived, words.sender, words.recipient, words.recipients,
                words.code,
            ],
            right: 4...4,
            rows
        )
        return "## " + words.stillWaiting + "\n\n" + text
            + (messages.isEmpty ? "" : "\n\n" + messages)
    }

    private func timeline() -> String {
        let buckets = TimelineBuckets(report.snapshot.timeline, most: 60).buckets
        let values = buckets.map(\.deferredTotal)
        guard buckets.count > 1, values.contains(where: { $0 > 0 }) else { return "" }
        let from = report.time(buckets[0].start)
        let to = report.time(buckets[buckets.count - 1].start)
        return section(words.timeline, "`\(Bars.sparkline(values))` \(from) – \(to)")
    }

    private func findings() -> String {
        let outages = report.snapshot.outages.map { outage in
            "- **"
                + Escape.markdown(
                    words.outage(
                        outage,
                        from: report.time(outage.first),
                        to: report.time(outage.last)
                    )
                )
                + "**"
        }
        let findings = report.snapshot.findings.map { finding in
            "- " + Escape.markdown(words.finding(finding) + ", " + report.span(finding)) + ": "
                + Escape.markdownCode(finding.example)
        }
        return section(words.findings, (outages + findings).joined(separator: "\n"))
    }

    private func unclassified() -> String {
        let unknown = report.snapshot.unclassified
        guard report.snapshot.totals.deferred > 0 else { return "" }
        let rows = unknown.samples.map {
            [words.number($0.attempts), Escape.markdownCode($0.reason)]
        }
        let samples = table([words.attempts, words.text], right: 0...0, rows)
        return "## " + words.unclassified + "\n\n" + words.deferrals(unknown.attempts) + "."
            + (samples.isEmpty ? "" : "\n\n" + samples)
    }
}
