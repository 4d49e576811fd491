import Deferrals
import MailFlow

extension ServiceSnapshot {
    /// A page for people: no scripts, nothing from elsewhere.
    public var pageHTML: String {
        let body = [head, guardSection, destinationSection, mailSection, policySection]
        return """
            <!doctype html><html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta http-equiv="refresh" content="30"><title>Deferwatch</title>
            <style>\(Self.sheet)</style></head><body><main>
            \(body.joined(separator: "\n"))
            </main></body></html>

            """
    }

    private static let sheet = """
        :root{color-scheme:light dark}body{margin:0;font:16px/1.5 system-ui,sans-serif}
        main{max-width:60rem;margin:0 auto;padding:1rem}h1{font-size:1.3rem}h2{font-size:1.05rem}
        table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.2rem .6rem .2rem 0;
        border-bottom:1px solid #8884;overflow-wrap:anywhere}td.n,th.n{text-align:right}
        .bad{color:#c62828}p.note{border-left:.25rem solid #c62828;padding-left:.6rem}
        """

    private var head: String {
        let state =
            hindrances.isEmpty ? "ready" : "not ready: " + hindrances.joined(separator: "; ")
        var lines = [
            "<h1>Deferwatch \(Self.escaped(version))</h1>",
            "<p>\(Self.escaped(state)); mode \(Self.escaped(mode)); up for "
                + "\(Self.span(now - started)); log read up to \(tailLag) s ago; "
                + "\(destinations.known) destinations known. "
                + "<a href=\"metrics\">Metrics</a></p>",
        ]
        if !isLastReloadGood {
            lines.append(
                "<p class=\"note\">The last reload found errors: the former configuration is in force.</p>"
            )
        }
        return lines.joined(separator: "\n")
    }

    private var guardSection: String {
        guards.map(\.rawValue).sorted().map { name in
            let effect =
                name == GuardReason.blastRadius.rawValue
                ? "no further destination goes down automatically" : "every answer is DUNNO"
            return "<p class=\"note\">Guard \(Self.escaped(name)): \(effect).</p>"
        }.joined(separator: "\n")
    }

    private var destinationSection: String {
        let counts = destinations
        let sums =
            "\(counts.down) down, \(counts.probing) probing, \(counts.degraded) degraded, "
            + "\(counts.throttled) throttled, \(counts.forced) forced"
        let rows = open.prefix(Self.mostOpen).map { each in
            [
                each.domain, each.state, each.code?.text ?? "–", Self.span(now - each.since),
                "\(each.waiting)",
            ]
        }
        let rest = open.count - rows.count
        return "<h2>Destinations</h2><p>\(sums).</p>"
            + Self.table(["destination", "state", "code", "for", "waiting"], rows)
            + (rest > 0 ? "<p>… and \(rest) more: <code>deferwatch status</code></p>" : "")
    }

    private var mailSection: String {
        var sums: [DeferralCode: Int] = [:]
        for (key, count) in deferrals { sums[key.code, default: 0] += count }
        let rows = DeferralCode.allCases.compactMap { code in
            sums[code].map { [code.text, "\($0)"] }
        }
        let ends = ["sent", "deferred", "bounced", "expired"].map {
            "\(deliveries[$0] ?? 0) \($0)"
        }
        return "<h2>Mail</h2><p>Attempts: \(ends.joined(separator: ", ")).</p>"
            + Self.table(["code", "deferred attempts since the start"], rows)
    }

    private var policySection: String {
        let answered = answers.sorted { $0.key < $1.key }.map { key, count in
            [key.action, key.rule, key.mode, "\(count)", "answered"]
        }
        let would = wouldAnswers.sorted { $0.key < $1.key }.map { key, count in
            [key.action, key.rule, key.mode, "\(count)", "would have been"]
        }
        let sockets = listeners.isEmpty ? "no socket" : listeners.joined(separator: ", ")
        return "<h2>Policy</h2><p>\(connections) connections at \(Self.escaped(sockets)).</p>"
            + Self.table(["action", "rule", "mode", "requests", ""], answered + would)
    }

    private static func table(_ heads: [String], _ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "" }
        let head = heads.map { "<th>\(escaped($0))</th>" }.joined()
        let body = rows.map { row in
            "<tr>" + row.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>"
        }
        return "<table><tr>\(head)</tr>\n\(body.joined(separator: "\n"))</table>"
    }

    /// '3 d 4 h', '5 min', '12 s'.
    static func span(_ seconds: Seconds) -> String {
        switch max(0, seconds) {
        case let time where time >= 86_400: "\(time / 86_400) d \(time % 86_400 / 3_600) h"
        case let time where time >= 3_600: "\(time / 3_600) h \(time % 3_600 / 60) min"
        case let time where time >= 60: "\(time / 60) min"
        case let time: "\(time) s"
        }
    }

    /// For elements and quoted attributes; characters that hide or reorder text are shown as such.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case _ where [.control, .format].contains(scalar.properties.generalCategory):
                escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
