import Deferrals

/// A destination's state for a terminal: what `why` prints.
enum DestinationText {
    static func text(_ report: DestinationReport) -> String {
        let lines = state(report) + evidence(report) + beside(report) + answers(report)
        return lines.map { Escape.terminal($0) + "\n" }.joined()
    }

    private static func state(_ report: DestinationReport) -> [String] {
        var head = "\(report.destination): \(report.state)"
        if let code = report.code { head += ", \(code)" }
        if let since = report.since { head += ", since \(since)" }
        var lines = [head]
        if let word = report.forced {
            lines.append(
                "Your word  \(word.kind), since \(word.since), ends \(word.until);"
                    + " learned from the log: \(report.learned)"
            )
        } else if let until = report.until {
            lines.append(
                "Ends       \(until), if nothing more is logged"
                    + (report.state == "up" ? "" : "; a sign of life ends it at once")
            )
        }
        if let reason = report.silencedBy {
            lines.append("Guard      \(reason): every answer is DUNNO")
        }
        if let why = report.protection {
            lines.append("Protected  \(why): never down automatically")
        }
        if !report.reasons.isEmpty {
            lines.append("Because    " + report.reasons.joined(separator: "; "))
        }
        return lines
    }

    private static func evidence(_ report: DestinationReport) -> [String] {
        guard let evidence = report.evidence else {
            return report.state == "unknown" ? ["Evidence   none"] : []
        }
        var line =
            "Evidence   \(evidence.attempts) failed attempts of \(evidence.messages) messages in"
            + " \(evidence.rounds) rounds, \(evidence.first) to \(evidence.last)"
        if evidence.tlsAttempts > 0 { line += ", \(evidence.tlsAttempts) of them in TLS" }
        return [line]
    }

    private static func beside(_ report: DestinationReport) -> [String] {
        var lines: [String] = []
        if let throttle = report.throttle {
            lines.append(
                "Throttled  since \(throttle.since), ends \(throttle.until), \(throttle.percent) % pass"
            )
        }
        if let life = report.lastLife { lines.append("Last life  \(life)") }
        if report.waiting > 0 {
            lines.append(
                "Waiting    " + Words(.english).recipients(report.waiting)
                    + (report.oldest.map { ", the oldest since \($0)" } ?? "")
            )
        }
        let hosts = [report.provider, report.nextHop].compactMap(\.self)
        if !hosts.isEmpty {
            lines.append("Hosts      " + hosts.joined(separator: ", ") + " (inferred)")
        }
        return lines
    }

    private static func answers(_ report: DestinationReport) -> [String] {
        (report.answers ?? []).map { answer in
            var line = "Answer     to \(answer.client): \(answer.action)"
            if !answer.text.isEmpty { line += " \(answer.text)" }
            line += " (\(answer.reason)" + (answer.rule.map { ", rule \($0)" } ?? "") + ")"
            if let would = answer.wouldAction {
                line += "; would be \(would) \(answer.wouldText ?? "")"
            }
            return line
        }
    }
}
