import Deferrals
import MailFlow

/// The report as one file for a browser: no scripts, nothing from the network.
struct HTMLReport {
    let report: Report

    var words: Words { report.words }

    init(_ report: Report) {
        self.report = report
    }

    /// The whole page.
    func text() -> String {
        let headline = Headline(report)
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="\(report.language.rawValue)">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta http-equiv="Content-Security-Policy" \
            content="default-src 'none'; style-src 'unsafe-inline'"/>
            <meta name="referrer" content="no-referrer"/>
            <title>\(words.title)</title>
            <style>\(HTMLStyle.sheet)</style>
            </head>
            <body>
            <main>
            <h1>Deferwatch · \(words.title)</h1>
            <p class="lead \(headline.mood.rawValue)">\(headline.sentence)</p>
            \(facts())
            \(tiles())
            \(trouble())
            \(codes())
            \(timeline())
            \(destinations())
            \(providers())
            \(waiting())
            \(unclassified())
            \(gaps())
            \(advice())
            </main>
            </body>
            </html>

            """
        return page.source
    }

    /// A section with a heading.
    func section(_ title: String, _ body: HTML) -> HTML {
        "<section>\n<h2>\(title)</h2>\n\(body)\n</section>"
    }

    private func facts() -> HTML {
        let period: HTML = report.period.map { "\($0) · " } ?? ""
        let filter: HTML =
            report.filter.map {
                "<br/>\(words.pick("Only:", "Yalnızca:")) <span class=\"x\">\($0)</span>"
            }
            ?? ""
        return "<p class=\"soft\">\(period)\(report.sourceLine(most: 10))\(filter)</p>"
    }

    private func tiles() -> HTML {
        let totals = report.snapshot.totals
        let waiting = report.snapshot.waiting
        var tiles = [
            tile(waiting.messages, words.waiting, words.recipients(waiting.recipients)),
            tile(
                totals.deferred,
                words.pick("Deferred attempts", "Ertelenen deneme"),
                words.pick(
                    "of \(words.number(totals.attempts))",
                    "toplam \(words.number(totals.attempts))"
                )
            ),
            tile(
                totals.deferredMessages,
                words.pick("Deferred messages", "Ertelenen ileti"),
                words.pick(
                    "of \(words.number(totals.messages))",
                    "toplam \(words.number(totals.messages))"
                )
            ),
            tile(
                totals.deferredRecipients,
                words.pick("Deferred recipients", "Ertelenen alıcı"),
                words.pick(
                    "of \(words.number(totals.recipients))",
                    "toplam \(words.number(totals.recipients))"
                )
            ),
            tile(totals.sent, words.delivered, words.attempts.lowercased()),
        ]
        if totals.bounced + totals.expired > 0 {
            tiles.append(
                tile(
                    totals.bounced,
                    words.pick("Bounced", "Geri dönen"),
                    words.number(totals.expired) + " " + words.expired
                )
            )
        }
        return "<div class=\"tiles\">\(tiles)</div>"
    }

    private func tile(_ value: Int, _ label: String, _ note: String) -> HTML {
        "<div class=\"tile\"><small>\(label)</small><b>\(words.number(value))</b><small>\(note)</small></div>"
    }

    private func trouble() -> HTML {
        let outages: [HTML] = report.snapshot.outages.map { outage in
            let sentence = words.outage(
                outage,
                from: report.time(outage.first),
                to: report.time(outage.last)
            )
            return "<div class=\"warn bad\">\(sentence).</div>"
        }
        let findings: [HTML] = report.snapshot.findings.map { finding in
            """
            <div class="warn">\(words.finding(finding)). \
            <span class="soft">\(report.span(finding))</span>\
            <br/><span class="x soft">\(finding.example)</span></div>
            """
        }
        guard !outages.isEmpty || !findings.isEmpty else { return .empty }
        return section(words.findings, "\(outages)\(findings)")
    }

    private func gaps() -> HTML {
        let gaps: [HTML] = report.gaps.map { "<p class=\"soft\">\($0)</p>" }
        return "\(gaps)"
    }

    private func unclassified() -> HTML {
        guard report.snapshot.totals.deferred > 0 else { return .empty }
        let unknown = report.snapshot.unclassified
        let share = words.share(unknown.attempts, of: report.snapshot.totals.deferred)
        let rows: [HTML] = unknown.samples.map { sample in
            "<tr><td class=\"n\">\(words.number(sample.attempts))</td><td class=\"x\">\(sample.reason)</td></tr>"
        }
        let table: HTML = rows.isEmpty ? "" : "<table><tbody>\(rows)</tbody></table>"
        return section(
            words.unclassified,
            "<p>\(words.deferrals(unknown.attempts)) (\(share))</p>\(table)"
        )
    }
}
