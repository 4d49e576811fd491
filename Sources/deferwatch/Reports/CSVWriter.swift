import Deferrals
import MailFlow

/// Writes deferrals as CSV: the fields of ndjson, one column each.
///
/// Source: RFC 4180. Texts are quoted, and never begin as a formula.
struct CSVWriter {
    private let mask: Mask

    init(mask: Mask) {
        self.mask = mask
    }

    /// The columns in their order.
    static let columns = [
        "id", "time", "host", "service", "pid", "queue_id", "message_id", "sender", "recipient",
        "orig_recipient", "domain", "relay_host", "relay_address", "relay_port", "delay_seconds",
        "delays_a", "delays_b", "delays_c", "delays_d", "dsn", "status", "code", "name",
        "refinement", "origin", "stage", "category", "scope", "suspended", "reply_code",
        "reply_enhanced", "reply_text", "server", "reason", "truncated", "tried", "pattern", "file",
        "line",
    ]

    /// The first line.
    static var head: [UInt8] { Array((columns.joined(separator: ",") + "\r\n").utf8) }

    private var bytes: [UInt8] = []

    /// The line of one event.
    mutating func line(_ event: DeferralEvent) -> [UInt8] {
        bytes.removeAll(keepingCapacity: true)
        writeMessage(event)
        writeAttempt(event)
        writeDiagnosis(event)
        writeReason(event)
        // In the place of the last comma.
        bytes[bytes.count - 1] = 13
        bytes.append(10)
        return bytes
    }

    private mutating func writeMessage(_ event: DeferralEvent) {
        text(event.id)
        text(TimeText.rfc3339(event.time))
        text(event.host)
        text(event.service)
        number(event.pid)
        text(event.queueID)
        text(event.messageID)
        text(event.sender.map(mask.address))
        text(event.recipient.map(mask.address))
        text(event.originalRecipient.map(mask.address))
        text(event.domain)
    }

    private mutating func writeAttempt(_ event: DeferralEvent) {
        text(event.relay?.host)
        text(event.relay?.address)
        number(event.relay?.port)
        number(event.delay)
        for place in 0..<4 { number(event.delays?[place]) }
        text(event.dsn)
        text(event.status)
    }

    private mutating func writeDiagnosis(_ event: DeferralEvent) {
        text(event.code.text)
        text(event.code.localizedName(.english))
        text(event.refinement?.rawValue)
        text(event.origin.rawValue)
        text(event.stage?.rawValue)
        text(event.category?.rawValue)
        text(event.scope.rawValue)
        flag(event.isSuspended)
    }

    private mutating func writeReason(_ event: DeferralEvent) {
        let known = event.addresses
        number(event.reply?.code)
        text(event.reply?.enhanced)
        text(event.reply.map { mask.text($0.text, about: known) })
        text(event.server)
        text(mask.text(event.reason, about: known))
        flag(event.isTruncated)
        let tried = event.tried.map { server in
            let port = server.port.map { ":\($0)" } ?? ""
            let reason = mask.text(server.reason, about: known)
            return "\(server.host)[\(server.address)]\(port) \(server.code.text) \(reason)"
        }
        text(tried.isEmpty ? nil : tried.joined(separator: "; "))
        text(event.pattern)
        text(event.file)
        number(event.line)
    }

    private mutating func text(_ value: String?) {
        if let value { bytes.append(contentsOf: Escape.csv(value).utf8) }
        bytes.append(UInt8(ascii: ","))
    }

    private mutating func number(_ value: Int?) {
        if let value { bytes.append(contentsOf: String(value).utf8) }
        bytes.append(UInt8(ascii: ","))
    }

    private mutating func number(_ value: Double?) {
        if let value, value.isFinite { bytes.append(contentsOf: JSONText.decimal(value).utf8) }
        bytes.append(UInt8(ascii: ","))
    }

    private mutating func flag(_ value: Bool) {
        bytes.append(contentsOf: (value ? "true," : "false,").utf8)
    }
}

extension DeferralEvent {
    /// The addresses that its texts may speak of.
    var addresses: [String?] { [recipient, originalRecipient, sender] }
}
