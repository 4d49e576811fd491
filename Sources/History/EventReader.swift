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
            id: id(row, extra),
            time: time(row),
            queueID: row["queue_id"],
            status: try name(row, "status") ?? "",
            code: DeferralCode(text: try name(row, "code") ?? "") ?? .other,
            origin: Origin(rawValue: try name(row, "origin") ?? "") ?? .network,
            scope: Scope(rawValue: try name(row, "scope") ?? "") ?? .message,
            reason: row["reason_text"]
        )
        event.host = try name(row, "writer_host")
        event.service = try name(row, "service")
        event.pid = row["pid"]
        event.messageID = row["message_id"]
        event.sender = row["sender"]
        event.recipient = row["recipient_text"]
        event.originalRecipient = row["original_text"]
        event.domain = try name(row, "domain")
        event.dsn = try name(row, "dsn")
        event.pattern = try name(row, "pattern")
        event.server = try name(row, "named")
        try fillVerdict(of: &event, row)
        try fillServer(of: &event, row)
        try fillReply(of: &event, row, extra)
        fillTimes(of: &event, row, extra)
        event.tried = extra.tried?.map(\.server) ?? []
        return event
    }

    private func id(_ row: Row, _ extra: EventExtra) -> String {
        if let id = extra.id { return id }
        guard let (_, offset) = EventKey.split(row["key"]) else { return "" }
        let identity: String = row["identity"] ?? ""
        guard let copy = extra.copy else { return "\(identity):\(offset)" }
        return "\(identity):\(offset - copy)#\(copy)"
    }

    private func time(_ row: Row) -> LogTime {
        let instant: Int64 = row["time"]
        let zone: Int16? = row["zone"]
        let assumed: Int16? = row["assumed"]
        return LogTime(
            seconds: instant + Int64(zone ?? assumed ?? 0) * 60,
            microseconds: row["micros"],
            offsetMinutes: zone
        )
    }

    private func fillVerdict(of event: inout DeferralEvent, _ row: Row) throws {
        event.refinement = try name(row, "refinement").flatMap(Refinement.init)
        event.stage = try name(row, "stage").flatMap(Stage.init)
        event.category = try name(row, "category").flatMap(Category.init)
        let flags: Int = row["flags"]
        event.isSuspended = flags & 1 != 0
        event.isTruncated = flags & 2 != 0
    }

    private func fillServer(of event: inout DeferralEvent, _ row: Row) throws {
        guard let host = try name(row, "relay_host") else { return }
        event.relay = DeferralEvent.Relay(
            host: host,
            address: try name(row, "relay_address"),
            port: row["relay_port"]
        )
    }

    private func fillReply(
        of event: inout DeferralEvent,
        _ row: Row,
        _ extra: EventExtra
    ) throws {
        guard let range: Int64 = row["reply"] else { return }
        let code: Int = row["reply_code"] ?? 0
        event.reply = DeferralEvent.Reply(
            code: code == 0 ? nil : code,
            enhanced: try name(row, "reply_enhanced"),
            text: range < 0 ? extra.reply ?? "" : ReplyRange.text(range, of: event.reason)
        )
    }

    private func fillTimes(of event: inout DeferralEvent, _ row: Row, _ extra: EventExtra) {
        event.delay = (row["delay"] as Int64?).map(Milliseconds.seconds) ?? extra.delay
        let packed: Data? = row["delays"]
        event.delays = packed.map(Milliseconds.unpacked) ?? extra.delays
    }

    private func extra(_ row: Row) throws -> EventExtra {
        guard let text: String = row["extra"] else { return EventExtra() }
        return try decoder.decode(EventExtra.self, from: Data(text.utf8))
    }

    private func name(_ row: Row, _ column: String) throws -> String? {
        guard let number: Int64 = row[column] else { return nil }
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
