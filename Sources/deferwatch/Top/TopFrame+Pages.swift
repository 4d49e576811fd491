import Deferrals
import MailFlow

/// The pages behind the list.
extension TopFrame {
    /// All that is known of a destination.
    func details(_ row: FlowSnapshot.DestinationRow) -> [String] {
        var lines = [row.domain + (row.provider.map { "  (\($0))" } ?? "")]
        lines.append("")
        lines.append("Server        \(row.server ?? "unknown")")
        lines.append("Deferred      \(row.attempts), \(row.suspended) of them without an attempt")
        lines.append(
            "Messages      \(row.messages), to \(row.recipients) recipients; \(row.waiting) wait"
        )
        lines.append("Sent          \(row.sent); bounced \(row.bounced)")
        lines.append("Failing       \(time(row.firstFailure)) to \(time(row.lastFailure))")
        lines.append("Last success  \(row.lastSuccess.map(time) ?? "none")")
        lines.append("")
        for (code, count) in row.codes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            let name = DeferralCode(text: code)?.localizedName(.english) ?? ""
            let bar = Bars.horizontal(count, of: row.attempts, width: 20)
            lines.append("\(code)  \(name)  \(bar) \(count)")
        }
        lines.append("")
        lines += TextWrap.lines(row.lastReason, width: width, first: "Newest: ", rest: "  ")
        return lines + waiting(for: row)
    }

    private func waiting(for row: FlowSnapshot.DestinationRow) -> [String] {
        let messages = picture.snapshot.waiting.oldest.filter {
            $0.recipient.lowercased().hasSuffix("@" + row.domain)
        }
        guard !messages.isEmpty else { return [] }
        return ["", "The oldest that wait:"]
            + messages.map { message in
                "  \(time(message.arrived))  \(message.queueId)  \(message.recipient)  \(message.code)"
            }
    }

    /// What the destination's newest code means and what to do.
    func explanation(_ row: FlowSnapshot.DestinationRow) -> [String] {
        var snapshot = picture.snapshot
        snapshot.destinations = [row]
        snapshot.codes = snapshot.codes.filter { $0.code == row.lastCode }.map { code in
            var code = code
            let here = code.kinds.filter { $0.destination == row.domain }
            if !here.isEmpty { code.kinds = here }
            for index in code.kinds.indices {
                code.kinds[index].destination = row.domain
                code.kinds[index].server = row.server
            }
            return code
        }
        let advisor = Advisor(own: OwnDomains([]), language: .english, showsAddresses: true)
        let report = TextReport(
            Report(snapshot: snapshot, sources: []),
            style: Style(isColored: false),
            width: width
        )
        return advisor.entries(for: snapshot).flatMap { report.advice($0) + [""] }
    }

    private func time(_ seconds: Int64) -> String { TimeText.civil(seconds) }

    static let help = [
        "Destinations that mail was deferred for, as the log says.",
        "",
        "↑ ↓ j k, PgUp PgDn, g G   choose a destination; on other pages: scroll",
        "Enter                     all that is known of it, and the oldest mail that waits",
        "e                         what its newest code means, and what to do",
        "s                         sort by waiting, deferrals, latest, name",
        "/                         show only names with these letters; Esc shows all",
        "p                         pause, and go on",
        "Esc                       back",
        "q                         quit",
    ]
}
