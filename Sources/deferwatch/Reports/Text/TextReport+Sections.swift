import MailFlow

extension TextReport {
    /// Two lines each: who and since when; why.
    func destinations() -> [String] {
        let rows = report.snapshot.destinations
        guard !rows.isEmpty else { return [] }
        var table = TextTable(columns: [
            .init(title: words.destination, least: 16),
            .init(title: words.waiting, isRight: true),
            .init(title: words.attempts, isRight: true),
            .init(title: words.since), .init(title: words.lastSuccess),
        ])
        table.rows = rows.map { row in
            [
                words.name(ofDestination: row.domain) + (row.provider.map { " (\($0))" } ?? ""),
                words.number(row.waiting),
                words.number(row.attempts), report.time(row.firstFailure),
                row.lastSuccess.map(report.time) ?? words.never,
            ]
        }
        let lines = table.lines(width: width, style: style)
        let rest = report.snapshot.failingDestinations - rows.count
        let more = words.pick(
            "and \(words.destinations(rest)) more (--top)",
            "ve \(words.destinations(rest)) daha (--top)"
        )
        return lines.prefix(1) + withReasons(lines.dropFirst())
            + (rest > 0 ? [style.dim(more)] : [])
    }

    /// The rows of the table with the newest reason below each; once where all have the same.
    private func withReasons(_ lines: ArraySlice<String>) -> [String] {
        let rows = report.snapshot.destinations
        let all = words.pick("all of them: ", "hepsi: ")
        let isOne = rows.count > 1 && Set(rows.map { [$0.lastCode, $0.lastReason] }).count == 1
        let reasons = rows.map { row in
            let room = width - row.lastCode.count - 5 - (isOne ? all.count : 0)
            return "   " + style.cyan(row.lastCode) + "  " + (isOne ? all : "")
                + ShortReason.fit(row.lastReason, width: room)
        }
        return isOne ? Array(lines + reasons.prefix(1)) : zip(lines, reasons).flatMap { [$0, $1] }
    }

    /// What waits, when it expires, what became of the rest, and when it happened.
    func queue() -> [String] {
        let parts =
            [report.waitingSummary] + [report.oldestLine].compactMap(\.self)
            + report.expiryLines
        return labelled(words.waiting, parts.joined(separator: " "))
            + labelled(words.pick("Outcome", "Sonuç"), report.fateSummary + "." + classified)
            + timeline()
    }

    /// Said also where it is nothing: what was not understood is never hidden.
    private var classified: String {
        report.snapshot.unclassified.attempts > 0 ? "" : " " + words.unclassified + ": 0."
    }

    private func timeline() -> [String] {
        let label = words.timeline + "  "
        let room = min(60, width - label.count)
        let timeline = TimelineBuckets(report.snapshot.timeline, most: room - 1)
        guard timeline.buckets.count > 1, let peak = timeline.peak,
            let first = timeline.buckets.first, let last = timeline.buckets.last
        else { return [] }
        let step = words.step(timeline.seconds)
        let end = report.time(last.start + Int64(timeline.seconds))
        let count = words.number(peak.deferredTotal)
        let worst = report.time(peak.start)
        let caption = words.pick(
            "\(report.time(first.start)) – \(end), \(step) each; worst \(worst): \(count)",
            "\(report.time(first.start)) – \(end), her biri \(step); en kötüsü \(worst): \(count)"
        )
        let spark = Bars.sparkline(timeline.buckets.map(\.deferredTotal))
        let indent = String(repeating: " ", count: label.count)
        return [style.dim(label) + style.red(spark)]
            + TextWrap.lines(caption, width: width, first: indent, rest: indent).map(style.dim)
    }

    /// Outages and findings: why nothing leaves without a deferral saying so.
    func trouble() -> [String] {
        var lines: [String] = []
        for outage in report.snapshot.outages.suffix(3) {
            let sentence = words.outage(
                outage,
                from: report.time(outage.first),
                to: report.time(outage.last)
            )
            lines += TextWrap.lines(sentence + ".", width: width, first: "! ", rest: "  ")
                .map(style.red)
        }
        for finding in report.snapshot.findings {
            lines += TextWrap.lines(
                words.finding(finding) + ", " + report.span(finding),
                width: width,
                first: "! ",
                rest: "  "
            )
            lines.append("  " + style.dim(ShortReason.fit(finding.example, width: width - 2)))
        }
        return lines
    }

    /// What no pattern knew, with samples: never hidden.
    func unclassified() -> [String] {
        let unknown = report.snapshot.unclassified
        let deferred = report.snapshot.totals.deferred
        guard unknown.attempts > 0 else {
            return []
        }
        let share = words.share(unknown.attempts, of: deferred)
        let head =
            words.unclassified + ": "
            + words.pick(
                "\(words.number(unknown.attempts)) of \(words.deferrals(deferred)) (\(share))",
                "\(words.deferrals(deferred)) içinde \(words.number(unknown.attempts)) (\(share))"
            )
        return [head]
            + unknown.samples.prefix(3).map { sample in
                let count = "  " + words.number(sample.attempts) + "×  "
                return count
                    + style.dim(ShortReason.fit(sample.reason, width: width - count.count))
            }
    }

    /// What the figures lack.
    func gaps() -> [String] {
        report.gaps.flatMap { TextWrap.lines($0, width: width, rest: "  ") }.map(style.yellow)
    }

    private func labelled(_ label: String, _ text: String) -> [String] {
        let first = label + "  "
        let lines = TextWrap.lines(
            text,
            width: width,
            first: first,
            rest: String(repeating: " ", count: first.count)
        )
        guard let head = lines.first else { return [] }
        return [style.dim(first) + head.dropFirst(first.count)] + lines.dropFirst()
    }
}
