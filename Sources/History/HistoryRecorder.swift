internal import Deferrals
internal import Foundation
internal import GRDB
internal import MailFlow
internal import PostfixLog

/// Writes batches: what it knows of the database's numbers lives here.
final class HistoryRecorder {
    private var numbers: EventNumbers
    private var logs: NameTable
    private var rollups: Rollups
    private var texts: TextTables
    /// The greatest key of each log: what is beyond it is new.
    private var greatest: [Int64: Int64] = [:]
    private var latestGreatest: (log: Int64, key: Int64) = (-1, -1)
    private var latestLog: (identity: String, number: Int64)?
    private let encoder = JSONEncoder()
    private let zone: History.ClockZone
    /// Zones change at whole quarters of an hour: the latest one asked for, and its answer.
    private var latestZone: (quarter: Int64, minutes: Int16)?

    private let findEvent: Statement
    private let findLine: Statement
    private let findGreatest: Statement
    private let insertEvent: DirectStatement
    private let insertEnd: DirectStatement
    private let states: StateTables
    private let ledger: LedgerTable

    init(_ db: Database, eventsPerEpoch: Int, zone: @escaping History.ClockZone) throws {
        self.zone = zone
        numbers = try EventNumbers(db)
        logs = try NameTable(db, table: "log", column: "identity")
        rollups = try Rollups(db)
        texts = try TextTables(db, eventsPerEpoch: eventsPerEpoch)
        findEvent = try db.makeStatement(sql: "SELECT 1 FROM event WHERE key = ?")
        findLine = try db.makeStatement(
            sql: """
                SELECT micros, pid, queue_id, address.value FROM event
                JOIN message ON message.id = event.message
                LEFT JOIN address ON address.id = event.recipient WHERE key = ?
                """
        )
        findGreatest = try db.makeStatement(
            sql: "SELECT max(key) FROM event WHERE key >= ? AND key < ?"
        )
        insertEvent = try DirectStatement(
            db,
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        insertEnd = try DirectStatement(
            db,
            "INSERT OR IGNORE INTO ending VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        states = try StateTables(db)
        ledger = try LedgerTable(db)
        encoder.outputFormatting = .sortedKeys
    }

    /// Stores a batch; inside a transaction.
    func record(_ batch: HistoryBatch, _ db: Database) throws {
        let events = batch.events.span
        for index in events.indices { try record(events[index], db) }
        for end in batch.ends { try record(end, db) }
        states.note(batch)
        try ledger.store(batch)
    }

    /// Stores what is counted over a transaction, at its end.
    func finish(_ db: Database) throws {
        try rollups.store()
        try texts.storeEpoch(db)
        try states.store()
    }

    private func record(_ event: borrowing DeferralEvent, _ db: Database) throws {
        var extra = EventExtra()
        guard let key = try newKey(of: event, &extra) else { return }
        let assumed = event.time.offsetMinutes == nil ? zone(at: event.time.seconds) : nil
        let instant = event.time.instant(assuming: Int(assumed ?? 0))
        let code = try numbers.names.number(of: event.code.text)
        let domain = try numbers.names.number(event.domain)
        let (server, provider) = try numbers.server(of: event)
        rollups.count(
            time: instant,
            domain: domain,
            provider: provider,
            code: code,
            isEcho: event.isSuspended
        )
        let reply = reply(of: event, &extra)
        let delay = Self.delay(of: event, &extra)
        let delays = Self.delays(of: event, &extra)
        if !event.tried.isEmpty { extra.tried = event.tried.map { EventExtra.Tried($0) } }
        let message = try texts.message(
            event.queueID,
            event.messageID,
            event.sender,
            time: instant,
            db
        )
        insertEvent.bind(1, key)
        insertEvent.bind(2, instant)
        insertEvent.bind(3, Int64(event.time.microseconds))
        insertEvent.bind(4, try numbers.verdict(of: event, code))
        insertEvent.bind(5, domain)
        insertEvent.bind(6, server)
        insertEvent.bind(7, try numbers.writer(of: event, assumed))
        insertEvent.bind(8, event.pid.map { Int64($0) })
        insertEvent.bind(9, message)
        insertEvent.bind(10, try texts.address(event.recipient))
        insertEvent.bind(11, try texts.address(event.originalRecipient))
        insertEvent.bind(12, try texts.reason(event.reason))
        insertEvent.bind(13, delay)
        insertEvent.bind(14, blob: delays)
        insertEvent.bind(15, reply)
        insertEvent.bind(16, try json(extra))
        try insertEvent.run()
    }

    /// nil: the event is there already.
    private func newKey(
        of event: borrowing DeferralEvent,
        _ extra: inout EventExtra
    ) throws -> Int64? {
        let key = try key(of: event.id, &extra)
        if try isNew(key) { return key }
        // A log that lost its end and got another one has another line in the same place.
        guard try !isLine(of: event, at: key) else { return nil }
        let other = EventKey.hashed(
            "\(event.id) \(event.time.microseconds) \(event.pid ?? 0) \(event.queueID) "
                + (event.recipient ?? "")
        )
        extra.id = event.id
        return try isNew(other) ? other : nil
    }

    private func isLine(of event: borrowing DeferralEvent, at key: Int64) throws -> Bool {
        guard let row = try Row.fetchOne(findLine, arguments: [key]) else { return true }
        let (micros, pid): (Int64, Int64?) = (try row.value(0), try row.value(1))
        let (queueID, recipient): (String, String?) = (try row.value(2), try row.value(3))
        return micros == Int64(event.time.microseconds) && pid == event.pid.map { Int64($0) }
            && queueID == event.queueID && recipient == event.recipient
    }

    private func zone(at civil: Int64) -> Int16 {
        let quarter = civil / 900
        if let latestZone, latestZone.quarter == quarter { return latestZone.minutes }
        let minutes = zone(civil)
        latestZone = (quarter, minutes)
        return minutes
    }

    private func key(of id: String, _ extra: inout EventExtra) throws -> Int64 {
        guard let place = EventKey.place(id), let key = try key(of: place) else {
            extra.id = id
            return EventKey.hashed(id)
        }
        if place.copy > 0 { extra.copy = place.copy }
        return key
    }

    /// nil: there are more logs than numbers for them.
    private func key(of place: EventKey.Place) throws -> Int64? {
        EventKey.key(log: try log(place.identity), place)
    }

    private func log(_ identity: Substring) throws -> Int64 {
        if let latestLog, latestLog.identity == identity { return latestLog.number }
        let text = String(identity)
        let number = try logs.number(of: text)
        latestLog = (text, number)
        return number
    }

    private func isNew(_ key: Int64) throws -> Bool {
        guard let place = EventKey.split(key) else {
            return try Int.fetchOne(findEvent, arguments: [key]) == nil
        }
        if latestGreatest.log != place.log {
            // Most deferrals are of the same log as the one before.
            if latestGreatest.log >= 0 { greatest[latestGreatest.log] = latestGreatest.key }
            latestGreatest = (place.log, try greatest[place.log] ?? greatestKey(ofLog: place.log))
        }
        guard key <= latestGreatest.key else {
            latestGreatest.key = key
            return true
        }
        return try Int.fetchOne(findEvent, arguments: [key]) == nil
    }

    private func greatestKey(ofLog log: Int64) throws -> Int64 {
        if greatest.count > 4_096 { greatest.removeAll() }
        return try Int64.fetchOne(findGreatest, arguments: [log << 40, (log + 1) << 40]) ?? -1
    }

    private func reply(of event: borrowing DeferralEvent, _ extra: inout EventExtra) -> Int64? {
        guard let reply = event.reply else { return nil }
        if let range = ReplyRange.find(reply.text, in: event.reason) { return range }
        extra.reply = reply.text
        return -1
    }

    private static func delay(
        of event: borrowing DeferralEvent,
        _ extra: inout EventExtra
    ) -> Int64? {
        guard let delay = event.delay else { return nil }
        if let exact = Milliseconds.exact(delay) { return exact }
        extra.delay = delay
        return nil
    }

    private static func delays(
        of event: borrowing DeferralEvent,
        _ extra: inout EventExtra
    ) -> [UInt8]? {
        guard let delays = event.delays else { return nil }
        if let packed = Milliseconds.packed(delays) { return packed }
        extra.delays = delays
        return nil
    }

    private func json(_ extra: EventExtra) throws -> String? {
        guard !extra.isEmpty else { return nil }
        return String(decoding: try encoder.encode(extra), as: UTF8.self)
    }

    private func record(_ end: DeferralEnd, _ db: Database) throws {
        var key: Int64?
        if let place = EventKey.placeOfEnd(end.id) { key = try self.key(of: place) }
        insertEnd.bind(1, key ?? EventKey.hashed(end.id))
        insertEnd.bind(2, end.time)
        insertEnd.bind(3, try numbers.names.number(of: end.outcome))
        insertEnd.bind(4, end.queueID)
        insertEnd.bind(5, end.recipient)
        insertEnd.bind(6, try numbers.names.number(end.domain))
        insertEnd.bind(7, try numbers.names.number(of: end.code.text))
        insertEnd.bind(8, Int64(end.deferrals))
        insertEnd.bind(9, end.waited)
        insertEnd.bind(10, key == nil ? end.id : nil)
        try insertEnd.run()
        guard key != nil, db.changesCount == 0, try !isStored(end, db) else { return }
        // A log that lost its end and got another one has another line in the same place.
        insertEnd.bind(1, Self.otherKey(of: end))
        insertEnd.bind(10, end.id)
        try insertEnd.run()
    }

    /// Whether the line that is stored under the place of `end` is its own.
    private func isStored(_ end: DeferralEnd, _ db: Database) throws -> Bool {
        guard let place = EventKey.placeOfEnd(end.id) else { return true }
        let row = try Row.fetchOne(
            db,
            sql: "SELECT time, queue_id, recipient FROM ending WHERE key = ?",
            arguments: [try key(of: place)]
        )
        guard let row else { return true }
        let (time, recipient): (Int64, String?) = (try row.value(0), try row.value(2))
        let queueID: String = try row.value(1)
        return time == end.time && queueID == end.queueID && recipient == end.recipient
    }

    private static func otherKey(of end: DeferralEnd) -> Int64 {
        EventKey.hashed("\(end.id) \(end.time) \(end.queueID) \(end.recipient ?? "")")
    }
}
