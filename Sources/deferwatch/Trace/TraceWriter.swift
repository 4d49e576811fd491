import Deferrals
import MailFlow

/// Writes traced messages as JSON, one object a line, all keys always there.
struct TraceWriter {
    private let mask: Mask

    init(mask: Mask) {
        self.mask = mask
    }

    /// The line of one message, newline included.
    func line(_ message: TracedMessage) -> [UInt8] {
        let mask = TraceMask(mask, for: message)
        var json = JSONText()
        json.object { json in
            json.field("queue_id", message.queueID)
            json.field("host", message.host)
            json.field("message_id", message.messageID)
            json.field("sender", message.sender.map(mask.address))
            json.field("arrival", message.arrival.map(mask.arrival))
            json.field("arrived", TimeText.rfc3339(message.arrived))
            json.field("ended", message.ended.map(TimeText.rfc3339))
            json.field("next", message.next)
            json.field("previous", message.previous)
            json.key("recipients")
            json.array(message.recipients) { write($1, mask, &$0) }
            json.field("recipients_left_out", message.recipientsLeftOut)
            json.key("notes")
            json.array(message.notes) { json, note in
                json.object { json in
                    json.field("time", note.time)
                    json.field("what", note.kind.rawValue)
                    json.field("text", note.text.isEmpty ? nil : mask.text(note.text))
                }
            }
        }
        json.newline()
        return json.bytes
    }

    private func write(_ recipient: TracedRecipient, _ mask: TraceMask, _ json: inout JSONText) {
        json.object { json in
            json.field("recipient", recipient.address.map(mask.address))
            json.field("orig_recipient", recipient.originalAddress.map(mask.address))
            json.field("fate", recipient.fate.rawValue)
            json.field("deferrals", recipient.deferrals)
            json.field("first", TimeText.rfc3339(recipient.first))
            json.field("last", TimeText.rfc3339(recipient.last))
            json.key("attempts")
            json.array(recipient.attempts) { write($1, mask, &$0) }
            json.field("attempts_left_out", recipient.attemptsLeftOut)
        }
    }

    private func write(_ attempt: TracedAttempt, _ mask: TraceMask, _ json: inout JSONText) {
        json.object { json in
            json.field("time", attempt.time)
            json.field("service", attempt.service)
            json.field("relay", attempt.relay)
            json.field("delay_seconds", attempt.delay)
            json.field("dsn", attempt.dsn)
            json.field("status", attempt.status)
            write(attempt.verdict, &json)
            json.field("reason", mask.text(attempt.reason))
            json.key("tried")
            json.array(attempt.tried) { write($1, mask, &$0) }
            json.field("queued_as", attempt.queuedAs)
            json.field("file", attempt.file)
            json.field("line", attempt.line)
        }
    }

    private func write(_ verdict: TracedAttempt.Verdict?, _ json: inout JSONText) {
        json.field("code", verdict?.code.text)
        json.field("name", verdict?.code.localizedName(.english))
        json.field("refinement", verdict?.refinement?.rawValue)
        json.field("origin", verdict?.origin.rawValue)
        json.field("category", verdict?.category?.rawValue)
        json.field("suspended", verdict?.isSuspended ?? false)
        json.field("pattern", verdict?.pattern)
    }

    private func write(
        _ server: DeferralEvent.TriedServer,
        _ mask: TraceMask,
        _ json: inout JSONText
    ) {
        json.object { json in
            json.field("host", server.host)
            json.field("address", server.address)
            json.field("port", server.port)
            json.field("code", server.code.text)
            json.field("reason", mask.text(server.reason))
        }
    }
}
