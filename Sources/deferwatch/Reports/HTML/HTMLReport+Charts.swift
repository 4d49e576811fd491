import Deferrals
import MailFlow

extension HTMLReport {
    /// A swatch in the colour of the code.
    func dot(_ code: String) -> HTML {
        "<span class=\"dot \(Self.style(code))\"></span>"
    }

    static func style(_ code: String) -> String {
        "c" + (code.split(separator: ".").last.map(String.init) ?? code)
    }

    /// Deferrals by code: a table whose bars are drawn.
    func codes() -> HTML {
        let codes = report.codes
        let deferred = report.snapshot.totals.deferred
        let most = max(codes.first?.attempts ?? 1, 1)
        let rows: [HTML] = codes.map { code in
            let kinds: [HTML] = code.kinds.prefix(4).map { kind in
                """
                <small class="num">\(words.fullKind(kind)): \(words.number(kind.attempts))</small><br/>
                """
            }
            let bar = code.attempts * 1_000 / most
            return """
                <tr><td class="head">\(dot(code.code))\(words.label(code.code))\
                <div>\(kinds)</div></td>\
                <td class="full"><svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" \
                role="img" aria-label="\(words.share(code.attempts, of: deferred))">\
                <rect class="track" width="1000" height="10"/>\
                <rect class="\(Self.style(code.code))" width="\(max(bar, 4))" height="10"/></svg></td>\
                <td class="n" data-l="\(words.share)">\(words.share(code.attempts, of: deferred))</td>\
                <td class="n" data-l="\(words.attempts)">\(words.number(code.attempts))</td>\
                <td class="n" data-l="\(words.messages)">\(words.number(code.messages))</td>\
                <td class="n" data-l="\(words.recipients)">\(words.number(code.recipients))</td></tr>
                """
        }
        guard !rows.isEmpty else { return .empty }
        return section(
            words.byCode,
            """
            <table class="wide"><thead><tr><th>\(words.code)</th><th style="width:30%"></th>\
            <th class="n">\(words.share)</th><th class="n">\(words.attempts)</th>\
            <th class="n">\(words.messages)</th><th class="n">\(words.recipients)</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
        )
    }

    /// Deferrals over time, stacked by code, with deliveries below.
    func timeline() -> HTML {
        let timeline = TimelineBuckets(report.snapshot.timeline, most: 96)
        guard timeline.buckets.count > 1, let peak = timeline.peak, peak.deferredTotal > 0 else {
            return .empty
        }
        let codes = report.codes.map(\.code)
        let keys: [HTML] = codes.map { "<small>\(dot($0))\(words.label($0))</small>" }
        let mostSent = timeline.buckets.map(\.sent).max() ?? 0
        let ticks: [HTML] = Self.ticks(timeline.buckets).map { "<small>\(report.time($0))</small>" }
        return section(
            words.timeline,
            """
            <p class="soft">\(words.pick("Deferred attempts, a column is", "Ertelenen denemeler, sütun başına")) \
            \(words.step(timeline.seconds))</p>
            <div class="chart"><div class="axis"><small>\(words.number(peak.deferredTotal))</small>\
            </div>\(stack(timeline.buckets, codes, most: peak.deferredTotal))
            <div class="axis low"><small>\(words.number(mostSent))</small></div>\
            \(delivered(timeline.buckets, most: mostSent))
            <div></div><div class="ticks">\(ticks)</div></div>
            <div class="keys">\(keys)<small><span class="dot sent"></span>\(words.delivered)</small></div>
            """
        )
    }

    private func stack(
        _ buckets: [TimelineBuckets.Bucket],
        _ codes: [String],
        most: Int
    ) -> HTML {
        let columns: [HTML] = buckets.enumerated().map { index, bucket in
            var top = 1_000
            let pieces: [HTML] = codes.compactMap { code in
                guard let count = bucket.deferred[code], count > 0 else { return nil }
                let height = max(1, count * 1_000 / most)
                top -= height
                return """
                    <rect class="\(Self.style(code))" x="\(index * 10 + 1)" y="\(top)" width="8" \
                    height="\(height)"><title>\(report.time(bucket.start)) \(code): \
                    \(words.number(count))</title></rect>
                    """
            }
            return "\(pieces)"
        }
        return """
            <svg class="time" viewBox="0 0 \(buckets.count * 10) 1000" preserveAspectRatio="none" \
            role="img" aria-label="\(words.timeline)">\
            <path class="grid" d="M0 1h\(buckets.count * 10)M0 500h\(buckets.count * 10)\
            M0 999h\(buckets.count * 10)"/>\(columns)</svg>
            """
    }

    private func delivered(_ buckets: [TimelineBuckets.Bucket], most: Int) -> HTML {
        let columns: [HTML] = buckets.enumerated().compactMap { index, bucket in
            guard bucket.sent > 0 else { return nil }
            return """
                <rect class="sent" x="\(index * 10 + 1)" y="0" width="8" \
                height="\(max(10, bucket.sent * 1_000 / most))"><title>\(report.time(bucket.start)) \
                \(words.sent): \(words.number(bucket.sent))</title></rect>
                """
        }
        return """
            <svg class="delivered" viewBox="0 0 \(buckets.count * 10) 1000" \
            preserveAspectRatio="none" role="img" aria-label="\(words.delivered)">\(columns)</svg>
            """
    }

    /// First, middle and last time.
    private static func ticks(_ buckets: [TimelineBuckets.Bucket]) -> [Int64] {
        guard buckets.count > 2, let first = buckets.first, let last = buckets.last else {
            return buckets.map(\.start)
        }
        return [first.start, buckets[buckets.count / 2].start, last.start]
    }
}
