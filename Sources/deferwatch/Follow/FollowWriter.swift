import Deferrals
import MailFlow
import PostfixLog

/// One readable line, or one JSON object, per deferral and per end of one.
struct FollowWriter {
    private var events: EventWriter
    private let mask: Mask
    private let style: Style
    private let isJSON: Bool
    /// Lines to be written; the memory is used again.
    var pending: [UInt8] = []

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
        let reason = Escape.terminal(
            mask.text(
                event.reason,
                about: [event.recipient, event.originalRecipient, event.sender]
            ),
            width: 100
        )
        let code = event.code.text + " " + event.code.localizedName(.english)
        // An echo of an older failure is no news.
        let verdict =
            event.isSuspended ? style.dim(code + " (waits, no attempt)") : style.yellow(code)
        return text([
            style.dim(TimeText.civil(event.time.seconds)), verdict,
            style.bold(Escape.terminal(event.domain ?? "-")), Escape.terminal(recipient),
            event.isSuspended ? style.dim(reason) : reason,
        ])
    }

    private func text(_ columns: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(columns.reduce(1) { $0 + $1.utf8.count + 2 })
        for (place, column) in columns.enumerated() {
            if place > 0 { bytes += [32, 32] }
            bytes.append(contentsOf: column.utf8)
        }
        bytes.append(10)
        return bytes
    }

    private func fate(_ end: RecipientEnd) -> String {
        let waited = Words(.english).duration(Int(end.waited))
        let words = "\(end.fate.rawValue) after \(waited)"
        return switch end.fate {
        case .sent: style.green(words)
        case .bounced, .expired: style.red(words)
        case .waiting, .held, .deleted, .unknown: words
        }
    }

    /// '09:31:40  sent after 2 min  example.com  user@example.com'.
    func line(_ end: RecipientEnd) -> [UInt8] {
        let recipient = mask.address(end.recipient)
        guard isJSON else {
            return text([
                style.dim(TimeText.civil(end.time.seconds)), fate(end),
                style.bold(Escape.terminal(end.domain)), Escape.terminal(recipient),
            ])
        }
        var json = JSONText()
        json.object { json in
            json.field("id", end.id)
            json.field("end", end.fate.rawValue)
            json.field("time", end.time)
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

    /// '2026-11-03 09:31:40  up → down  example.com  4.4.316  attempts fail; 5 attempts of 3 messages'.
    ///
    /// In the clock of this machine, as no line of the log says it.
    func line(_ change: HealthTransition) -> [UInt8] {
        let offset = LocalClock.offsetMinutes(at: change.at)
        let time = LogTime(seconds: change.at + Int64(offset) * 60, offsetMinutes: Int16(offset))
        let code = change.code?.text
        let reasons = change.reasons.texts.joined(separator: "; ")
        guard isJSON else {
            let what =
                change.subject == .throttle
                ? "throttle" : "\(change.from.rawValue) → \(change.to.rawValue)"
            return text([
                style.dim(TimeText.civil(time.seconds)),
                change.to.isDown ? style.red(what) : style.green(what),
                style.bold(Escape.terminal(change.domain)), code ?? "-", Escape.terminal(reasons),
            ])
        }
        var json = JSONText()
        json.object { json in
            json.field("change", change.subject.rawValue)
            json.field("time", time)
            json.field("domain", change.domain)
            json.field("from", change.from.rawValue)
            json.field("to", change.to.rawValue)
            json.field("code", code)
            json.field("reasons", reasons)
        }
        json.newline()
        return json.bytes
    }
}
