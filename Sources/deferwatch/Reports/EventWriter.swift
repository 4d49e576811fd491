import Deferrals
import MailFlow

/// Writes deferrals as ndjson: one object a line, all keys always there, in this order.
struct EventWriter {
    let mask: Mask

    /// The line of one event, newline included.
    func line(_ event: DeferralEvent) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            writeMessage(event, &json)
            writeAttempt(event, &json)
            writeDiagnosis(event, &json)
            json.field("pattern", event.pattern)
            json.field("file", event.file)
            json.field("line", event.line)
        }
        json.newline()
        return json.bytes
    }

    private func writeMessage(_ event: DeferralEvent, _ json: inout JSONText) {
        json.field("id", event.id)
        json.field("time", event.time)
        json.field("host", event.host)
        json.field("service", event.service)
        json.field("pid", event.pid)
        json.field("queue_id", event.queueID)
        json.field("message_id", event.messageID)
        json.field("sender", event.sender.map(mask.address))
        json.field("recipient", event.recipient.map(mask.address))
        json.field("orig_recipient", event.originalRecipient.map(mask.address))
        json.field("domain", event.domain)
    }

    private func writeAttempt(_ event: DeferralEvent, _ json: inout JSONText) {
        json.field("relay", event.relay)
        json.field("delay_seconds", event.delay)
        json.key("delays")
        if let delays = event.delays {
            json.object { json in
                json.field("a", delays[0])
                json.field("b", delays[1])
                json.field("c", delays[2])
                json.field("d", delays[3])
            }
        } else {
            json.null()
        }
        json.field("dsn", event.dsn)
        json.field("status", event.status)
    }

    private func writeDiagnosis(_ event: DeferralEvent, _ json: inout JSONText) {
        let known = event.addresses
        json.field("code", event.code.text)
        json.field("name", event.code.localizedName(.english))
        json.field("refinement", event.refinement?.rawValue)
        json.field("origin", event.origin.rawValue)
        json.field("stage", event.stage?.rawValue)
        json.field("category", event.category?.rawValue)
        json.field("scope", event.scope.rawValue)
        json.field("suspended", event.isSuspended)
        json.key("reply")
        if let reply = event.reply {
            json.object { json in
                json.field("code", reply.code)
                json.field("enhanced", reply.enhanced)
                json.field("text", mask.text(reply.text, about: known))
            }
        } else {
            json.null()
        }
        json.field("server", event.server)
        json.field("reason", mask.text(event.reason, about: known))
        json.field("truncated", event.isTruncated)
        json.key("tried")
        json.array(event.tried) { json, server in
            json.object { json in
                json.field("host", server.host)
                json.field("address", server.address)
                json.field("port", server.port)
                json.field("code", server.code.text)
                json.field("reason", mask.text(server.reason, about: known))
            }
        }
    }
}

extension JSONText {
    /// A member 'host', 'address', 'port'; null where the line names no relay.
    mutating func field(_ name: StaticString, _ relay: DeferralEvent.Relay?) {
        key(name)
        guard let relay else { return null() }
        object { json in
            json.field("host", relay.host)
            json.field("address", relay.address)
            json.field("port", relay.port)
        }
    }
}
