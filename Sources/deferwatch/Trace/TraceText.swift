import Deferrals
import MailFlow
import PostfixLog

/// Traced messages for a terminal.
enum TraceText {
    /// All of them, earliest first, with a blank line between two.
    static func text(of messages: [TracedMessage], mask: Mask) -> String {
        messages.enumerated()
            .sorted { ($0.1.arrived.instant, $0.0) < ($1.1.arrived.instant, $1.0) }
            .map { TracePage(message: $0.1, mask: TraceMask(mask, for: $0.1)).text }
            .joined(separator: "\n")
    }
}

/// One message.
private struct TracePage {
    let message: TracedMessage
    let mask: TraceMask

    private static let mostRecipients = 100

    var text: String {
        var lines = head
        for event in events {
            lines.append("  \(civil(event.time))  \(event.text)")
            lines += event.details.map { "  " + String(repeating: " ", count: 21) + $0 }
        }
        if message.ended == nil, message.notes.last?.kind != .lost {
            lines.append("  still in the queue when the log ends")
        }
        lines.append("")
        lines += message.recipients.prefix(Self.mostRecipients).map { "  " + summary($0) }
        let more = message.recipients.count - Self.mostRecipients + message.recipientsLeftOut
        if more > 0 { lines.append("  … and \(more) more recipients") }
        return lines.joined(separator: "\n") + "\n"
    }

    private var head: [String] {
        let host = message.host.map { " on \(Escape.terminal($0))" } ?? ""
        var lines = [message.queueID + host]
        if let id = message.messageID { lines.append("  message-id  \(Escape.terminal(id))") }
        if let sender = message.sender {
            lines.append("  sender      <\(Escape.terminal(mask.address(sender)))>")
        }
        if let previous = message.previous {
            lines.append("  came from   \(Escape.terminal(previous))")
        }
        if let next = message.next { lines.append("  went on as  \(Escape.terminal(next))") }
        return lines
    }

    private struct Event {
        var order: Int
        var time: LogTime
        var text: String
        var details: [String] = []
    }

    private var events: [Event] {
        var events = message.notes.map { note in
            Event(order: note.order, time: note.time, text: words(for: note))
        }
        for recipient in message.recipients {
            events += recipient.attempts.map { event($0, recipient) }
        }
        let arrival = message.arrival.map {
            "arrived: " + Escape.terminal(mask.arrival($0), width: 160)
        }
        let first = Event(order: 0, time: message.arrived, text: arrival ?? "first seen in the log")
        return [first] + events.sorted { $0.order < $1.order }
    }

    private func words(for note: TracedMessage.Note) -> String {
        let text = Escape.terminal(mask.text(note.text), width: 160)
        return switch note.kind {
        case .held: "put on hold" + (text.isEmpty ? "" : ": \(text)")
        case .released: "released from hold"
        case .requeued: "requeued by an administrator"
        case .notified: text
        case .toldToExpire: "told to expire by an administrator"
        case .expired: "expired: returned to the sender"
        case .deleted: "deleted by an administrator"
        case .canceled: "canceled by the client"
        case .refused: "not taken into the queue: \(text)"
        case .removed: "removed from the queue: done"
        case .lost: "end not in the log: another message has this queue ID now"
        }
    }

    private func event(_ attempt: TracedAttempt, _ recipient: TracedRecipient) -> Event {
        var text = attempt.status
        if let verdict = attempt.verdict { text += " " + words(for: verdict) }
        if let address = recipient.address { text += " <\(mask.address(address))>" }
        if let relay = attempt.relay, relay.host != "none" { text += " by " + words(for: relay) }
        var details = attempt.tried.map { server in
            "tried \(Escape.terminal(server.host))[\(Escape.terminal(server.address))]: "
                + Escape.terminal(mask.text(server.reason), width: 160)
        }
        details.append(Escape.terminal(mask.text(attempt.reason), width: 240))
        return Event(
            order: attempt.order,
            time: attempt.time,
            text: Escape.terminal(text),
            details: details
        )
    }

    private func words(for verdict: TracedAttempt.Verdict) -> String {
        var text = verdict.code == .other ? "" : verdict.code.text + " "
        text += verdict.code.localizedName(.english)
        if let refinement = verdict.refinement {
            text += ": \(refinement.localizedName(.english))"
        } else if let category = verdict.category {
            text += ": \(category.localizedName(.english))"
        }
        return verdict.isSuspended ? text + " (an echo: nothing was tried)" : text
    }

    private func words(for relay: DeferralEvent.Relay) -> String {
        relay.host + (relay.address.map { "[\($0)]" } ?? "") + (relay.port.map { ":\($0)" } ?? "")
    }

    private func summary(_ recipient: TracedRecipient) -> String {
        let address = recipient.address.map(mask.address) ?? "no recipient named"
        var text = "\(recipient.fate.rawValue): \(Escape.terminal(address))"
        if let original = recipient.originalAddress {
            text += " (sent to \(Escape.terminal(mask.address(original))))"
        }
        if recipient.deferrals > 0 {
            let seconds = Int(recipient.last.instant - recipient.first.instant)
            text += ", deferred "
            text += recipient.deferrals == 1 ? "once" : "\(recipient.deferrals) times"
            if seconds > 0 { text += " in \(Words(.english).duration(seconds))" }
        }
        return text
    }

    private func civil(_ time: LogTime) -> String { TimeText.civil(time.seconds) }
}
