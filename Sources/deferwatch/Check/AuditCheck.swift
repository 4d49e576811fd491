import Deferrals
import MailFlow

/// What an audit's sums mean to a monitoring system.
enum AuditCheck {
    /// Clocks of two hosts differ by seconds; by more only where one of them, or a zone, is wrong.
    private static let mostAhead: Int64 = 600

    /// The ranges are for messages that still wait when the log ends; `now` and `newest` in seconds of
    /// the log's own clock.
    static func result(
        _ snapshot: FlowSnapshot,
        age: Int64?,
        oldestAge: Int64,
        warning: CheckRange?,
        critical: CheckRange?
    ) -> PluginResult {
        let (totals, waiting) = (snapshot.totals, snapshot.waiting)
        let figures: [PluginResult.Figure] = [
            .init(
                label: "waiting",
                value: waiting.messages,
                warning: warning,
                critical: critical
            ),
            .init(label: "deferred", value: totals.deferredMessages),
            .init(label: "messages", value: totals.messages),
            .init(label: "unclassified", value: snapshot.unclassified.attempts),
        ]
        guard let age else {
            return PluginResult(.unknown, "the log has no line with a time", figures)
        }
        guard age >= -Self.mostAhead else {
            let ahead = Words(.english).duration(Int(-age))
            let text =
                "the newest line is \(ahead) in the future: whether the log is stale cannot be told"
                + " while clocks or time zones differ"
            return PluginResult(.unknown, text, figures)
        }
        guard age <= oldestAge else {
            let text = "stale: the newest line is \(Words(.english).duration(Int(age))) old"
            return PluginResult(.unknown, text, figures)
        }
        let codes = snapshot.codes.filter { $0.messages > 0 }.sorted {
            ($1.messages, $0.code) < ($0.messages, $1.code)
        }
        let shares = codes.prefix(3).map { "\($0.messages) by \($0.code)" }
        let text =
            Words(.english).messages(waiting.messages) + " waiting, "
            + "\(totals.deferredMessages) of \(totals.messages) were deferred"
            + (shares.isEmpty ? "" : " (\(shares.joined(separator: ", ")))")
        return PluginResult(.ok, text, figures)
    }
}
