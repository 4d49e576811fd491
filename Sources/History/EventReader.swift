internal import Deferrals
internal import Foundation
internal import GRDB
internal import MailFlow
internal import PostfixLog

/// Makes events of rows again.
final class EventReader {
    private let db: Database
    private var names: [Int64: String] = [:]
    private let decoder = JSONDecoder()

    init(_ db: Database) { self.db = db }

    /// All that an event is made of; conditions and order are to be appended.
    static let selection = """
        SELECT event.*, log.identity AS identity,
        writer.host AS writer_host, writer.service, writer.zone, writer.assumed,
        verdict.code, verdict.refinement, verdict.origin, verdict.stage, verdict.category,
        verdict.scope, verdict.flags, verdict.status, verdict.dsn, verdict.pattern,
        verdict.reply_code, verdict.reply_enhanced,
        server.host AS relay_host, server.address AS relay_address, server.port AS relay_port,
        server.named, message.queue_id, message.message_id, message.sender,
        recipient.value AS recipient_text, original.value AS original_text,
        reason.value AS reason_text
        FROM event JOIN writer ON writer.id = event.writer
        JOIN verdict ON verdict.id = event.verdict JOIN message ON message.id = event.message
        JOIN reason ON reason.id = event.reason LEFT JOIN server ON server.id = event.server
        LEFT JOIN log ON log.id = event.key >> 40
        LEFT JOIN address AS recipient ON recipient.id = event.recipient
        LEFT JOIN address AS original ON original.id = event.original
        """

    /// The event of a row of `selection`.
    func event(_ row: Row) throws -> DeferralEvent {
        let extra = try extra(row)
        var event = DeferralEvent(
            id: try id(row, extra),
            time: try time(row),
            queueID: try row.value("queue_id"),
            status: try name(row, "status") ?? "",
            code: DeferralCode(text: try name(row, "code") ?? "") ?? .other,
            origin: Origin(rawValue: try name(row, "origin") ?? "") ?? .network,
            scope: Scope(rawValue: try name(row, "scope") ?? "") ?? .message,
            reason: try row.value("reason_text")
        )
        event.host = try name(row, "writer_host")
        event.service = try name(row, "service")
        event.pid = try row.value("pid")
        event.messageID = try row.value("message_id")
        event.sender = try row.value("sender")
        event.recipient = try row.value("recipient_text")
        event.originalRecipient = try row.value("original_text")
        event.domain = try name(row, "domain")
        event.dsn = try name(row, "dsn")
        event.pattern = try name(row, "pattern")
        event.server = try name(row, "named")
        try fillVerdict(of: &event, row)
        try fillServer(of: &event, row)
        try fillReply(of: &event, row, extra)
        try fillTimes(of: &event, row, extra)
        event.tried = extra.tried?.map(\.server) ?? []
        return event
    }

    private func id(_ row: Row, _ extra: EventExtra) throws -> String {
        if let id = extra.id { return id }
        guard let (_, offset) = EventKey.split(try row.value("key")) else { return "" }
        let identity = try row.value("identity") as String? ?? ""
        guard let copy = extra.copy else { return "\(identity):\(offset)" }
        return "\(identity):\(offset &- copy)#\(copy)"
    }

    private func time(_ row: Row) throws -> LogTime {
        let instant = try Row.checked(time: row.value("time"), "time")
        let zone: Int16? = try row.value("zone")
        let assumed: Int16? = try row.value("assumed")
        return LogTime(
            seconds: instant + Int64(zone ?? assumed ?? 0) * 60,
            microseconds: try row.value("micros"),
            offsetMinutes: zone
        )
    }

    private func fillVerdict(of event: inout DeferralEvent, _ row: Row) throws {
        event.refinement = try name(row, "refinement").flatMap(Refinement.init)
        event.stage = try name(row, "stage").flatMap(Stage.init)
        event.category = try name(row, "category").flatMap(Category.init)
        let flags: Int = try row.value("flags")
        event.isSuspended = flags & 1 != 0
        event.isTruncated = flags & 2 != 0
    }

    private func fillServer(of event: inout DeferralEvent, _ row: Row) throws {
        guard let host = try name(row, "relay_host") else { return }
        event.relay = DeferralEvent.Relay(
            host: host,
            address: try name(row, "relay_address"),
            port: try row.value("relay_port")
        )
    }

    private func fillReply(
        of event: inout DeferralEvent,
        _ row: Row,
        _ extra: EventExtra
    ) throws {
        guard let range: Int64 = try row.value("reply") else { return }
        let code = try row.value("reply_code") as Int? ?? 0
        event.reply = DeferralEvent.Reply(
            code: code == 0 ? nil : code,
            enhanced: try name(row, "reply_enhanced"),
            text: range < 0 ? extra.reply ?? "" : ReplyRange.text(range, of: event.reason)
        )
    }

    private func fillTimes(
        of event: inout DeferralEvent,
        _ row: Row,
        _ extra: EventExtra
    ) throws {
        event.delay = (try row.value("delay") as Int64?).map(Milliseconds.seconds) ?? extra.delay
        let packed: Data? = try row.value("delays")
        event.delays = packed.map(Milliseconds.unpacked) ?? extra.delays
        // Who writes them counts on four.
        guard event.delays?.count ?? 4 == 4 else { throw Row.unreadable("delays") }
    }

    private func extra(_ row: Row) throws -> EventExtra {
        guard let text: String = try row.value("extra") else { return EventExtra() }
        guard let extra = try? decoder.decode(EventExtra.self, from: Data(text.utf8)) else {
            throw Row.unreadable("extra")
        }
        return extra
    }

    private func name(_ row: Row, _ column: String) throws -> String? {
        guard let number: Int64 = try row.value(column) else { return nil }
        if let known = names[number] { return known }
        let name = try String.fetchOne(
            db,
            sql: "SELECT value FROM name WHERE id = ?",
            arguments: [number]
        )
        if names.count > 100_000 { names.removeAll() }
        names[number] = name
        return name
    }
}
