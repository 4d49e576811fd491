import Deferrals
import MailFlow
import PostfixLog

/// One readable line, or one JSON object, per deferral and per end of one.
struct FollowWriter {
    private var events: EventWriter
    private let mask: Mask
    private let style: Style
    private let isJSON: Bool

    init(mask: Mask, style: Style, isJSON: Bool) {
        events = EventWriter(mask: mask)
        self.mask = mask
        self.style = style
        self.isJSON = isJSON
    }

    /// '09:29:01  4.4.316 Connection refused  example.com  user@example.com  connect to …'.
    mutating func line(_ event: DeferralEvent) -> [UInt8] {
        guard !isJSON else { return events.line(event) }
        let recipient = event.recipient.map(mask.address) ?? "-"
        let reason = Escape.terminal(mask.text(event.reason), width: 100)
        let code = event.code.text + " " + event.code.localizedName(.english)
        let mark = event.isSuspended ? " (waits, no attempt)" : ""
        return Array(
            "\(TimeText.civil(event.time.seconds))  \(code)\(mark)  \(Escape.terminal(event.domain ?? "-"))  \(Escape.terminal(recipient))  \(reason)\n"
                .utf8
        )
    }

    /// '09:31:40  sent after 2 min  example.com  user@example.com'.
    func line(_ end: RecipientEnd) -> [UInt8] {
        let recipient = mask.address(end.recipient)
        guard isJSON else {
            let waited = Words(.english).duration(Int(end.waited))
            return Array(
                "\(TimeText.civil(end.time))  \(end.fate.rawValue) after \(waited)  \(Escape.terminal(end.domain))  \(Escape.terminal(recipient))\n"
                    .utf8
            )
        }
        var json = JSONText()
        json.object { json in
            json.field("id", end.id)
            json.field("end", end.fate.rawValue)
            json.field("time", TimeText.civil(end.time, separator: "T"))
            json.field("queue_id", end.queueID)
            json.field("recipient", recipient)
            json.field("domain", end.domain)
            json.field("code", end.code.text)
            json.field("deferrals", end.deferrals)
            json.field("waited_seconds", Int(end.waited))
        }
        json.newline()
        return json.bytes
    }
}
