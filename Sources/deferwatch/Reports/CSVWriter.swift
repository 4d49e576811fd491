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

    /// The line of one event.
    func line(_ event: DeferralEvent) -> [UInt8] {
        let fields = message(event) + attempt(event) + diagnosis(event)
        return Array((fields.joined(separator: ",") + "\r\n").utf8)
    }

    private func message(_ event: DeferralEvent) -> [String] {
        [
            text(event.id), text(TimeText.rfc3339(event.time)), text(event.host),
            text(event.service), number(event.pid), text(event.queueID), text(event.messageID),
            text(event.sender.map(mask.address)), text(event.recipient.map(mask.address)),
            text(event.originalRecipient.map(mask.address)), text(event.domain),
        ]
    }

    private func attempt(_ event: DeferralEvent) -> [String] {
        let delays = event.delays.map { $0.map(Optional.some) } ?? [nil, nil, nil, nil]
        return [
            text(event.relay?.host), text(event.relay?.address), number(event.relay?.port),
            number(event.delay),
        ] + delays.map(number) + [text(event.dsn), text(event.status)]
    }

    private func diagnosis(_ event: DeferralEvent) -> [String] {
        let known = event.addresses
        let tried = event.tried.map { server in
            let port = server.port.map { ":\($0)" } ?? ""
            let reason = mask.text(server.reason, about: known)
            return "\(server.host)[\(server.address)]\(port) \(server.code.text) \(reason)"
        }
        return [
            text(event.code.text), text(event.code.localizedName(.english)),
            text(event.refinement?.rawValue), text(event.origin.rawValue),
            text(event.stage?.rawValue), text(event.category?.rawValue),
            text(event.scope.rawValue), event.isSuspended ? "true" : "false",
            number(event.reply?.code), text(event.reply?.enhanced),
            text(event.reply.map { mask.text($0.text, about: known) }), text(event.server),
            text(mask.text(event.reason, about: known)), event.isTruncated ? "true" : "false",
            text(tried.isEmpty ? nil : tried.joined(separator: "; ")), text(event.pattern),
            text(event.file), number(event.line),
        ]
    }

    private func text(_ value: String?) -> String {
        value.map(Escape.csv) ?? ""
    }

    private func number(_ value: Int?) -> String {
        value.map(String.init) ?? ""
    }

    private func number(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "" }
        return JSONText.decimal(value)
    }
}

extension DeferralEvent {
    /// The addresses that its texts may speak of.
    var addresses: [String?] { [recipient, originalRecipient, sender] }
}
