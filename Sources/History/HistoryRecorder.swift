internal import Deferrals
internal import Foundation
internal import GRDB
internal import MailFlow
internal import PostfixLog

/// Writes batches: what it knows of the database's numbers lives here.
final class HistoryRecorder {
    private var names: NameTable
    private var logs: NameTable
    private var writers: TupleTable
    private var verdicts: TupleTable
    private var servers: TupleTable
    private var rollups: Rollups
    private var texts: TextTables
    private var providers: [String: Int64?] = [:]
    /// The greatest key of each log: what is beyond it is new.
    private var greatest: [Int64: Int64] = [:]
    private let encoder = JSONEncoder()

    private let findEvent: Statement
    private let findGreatest: Statement
    private let insertEvent: Statement
    private let insertEnd: Statement

    static let writerColumns = ["host", "service", "zone"]
    static let serverColumns = ["host", "address", "port", "named", "provider"]
    static let verdictColumns = [
        "code", "refinement", "origin", "stage", "category", "scope", "flags", "status", "dsn",
        "pattern", "reply_code", "reply_enhanced",
    ]

    init(_ db: Database, eventsPerEpoch: Int) throws {
        names = try NameTable(db, table: "name", column: "value")
        logs = try NameTable(db, table: "log", column: "identity")
        writers = try TupleTable(db, table: "writer", columns: Self.writerColumns)
        verdicts = try TupleTable(db, table: "verdict", columns: Self.verdictColumns)
        servers = try TupleTable(db, table: "server", columns: Self.serverColumns)
        rollups = try Rollups(db)
        texts = try TextTables(db, eventsPerEpoch: eventsPerEpoch)
        findEvent = try db.makeStatement(sql: "SELECT 1 FROM event WHERE key = ?")
        findGreatest = try db.makeStatement(
            sql: "SELECT max(key) FROM event WHERE key >= ? AND key < ?"
        )
        insertEvent = try db.makeStatement(
            sql:
                "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        insertEnd = try db.makeStatement(
            sql: "INSERT OR IGNORE INTO ending VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        encoder.outputFormatting = .sortedKeys
    }

    /// Stores a batch; inside a transaction.
    func record(_ batch: HistoryBatch, _ db: Database) throws {
        for event in batch.events { try record(event, db) }
        for end in batch.ends { try record(end, db) }
        try rollups.store()
        try texts.storeEpoch(db)
        for (source, position) in batch.positions {
            try db.execute(
                sql: "INSERT OR REPLACE INTO position VALUES (?, ?)",
                arguments: [source, Data(position)]
            )
        }
        for key in batch.removedStates {
            try db.execute(sql: "DELETE FROM state WHERE key = ?", arguments: [key])
        }
        for (key, value) in batch.states {
            try db.execute(
                sql: "INSERT OR REPLACE INTO state VALUES (?, ?)",
                arguments: [key, Data(value)]
            )
        }
    }

    private func record(_ event: DeferralEvent, _ db: Database) throws {
        var extra = EventExtra()
        let key = try key(of: event.id, &extra, db)
        guard try isNew(key) else { return }
        let instant = event.time.instant
        let code = try names.number(of: event.code.text, db)
        let domain = try names.number(event.domain, db)
        let (server, provider) = try server(of: event, db)
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
        let row: StatementArguments = [
            key, instant, Int64(event.time.microseconds), try verdict(of: event, code, db), domain,
            server, try writer(of: event, db), event.pid.map { Int64($0) },
            try texts.message(event.queueID, event.messageID, event.sender, time: instant, db),
            try texts.address(event.recipient, db), try texts.address(event.originalRecipient, db),
            try texts.reason(event.reason, db), delay, delays?[0], delays?[1], delays?[2],
            delays?[3], reply, try json(extra),
        ]
        insertEvent.setUncheckedArguments(row)
        try insertEvent.execute()
    }

    private func key(of id: String, _ extra: inout EventExtra, _ db: Database) throws -> Int64 {
        if let place = EventKey.place(id) {
            let log = try logs.number(of: String(place.identity), db)
            if let key = EventKey.key(log: log, place) {
                if place.copy > 0 { extra.copy = place.copy }
                return key
            }
        }
        extra.id = id
        return EventKey.hashed(id)
    }

    private func isNew(_ key: Int64) throws -> Bool {
        guard let place = EventKey.split(key) else {
            return try Int.fetchOne(findEvent, arguments: [key]) == nil
        }
        let limit = try greatest[place.log] ?? greatestKey(ofLog: place.log)
        guard key <= limit else {
            greatest[place.log] = key
            return true
        }
        greatest[place.log] = limit
        return try Int.fetchOne(findEvent, arguments: [key]) == nil
    }

    private func greatestKey(ofLog log: Int64) throws -> Int64 {
        if greatest.count > 4_096 { greatest.removeAll() }
        return try Int64.fetchOne(findGreatest, arguments: [log << 40, (log + 1) << 40]) ?? -1
    }

    private func writer(of event: DeferralEvent, _ db: Database) throws -> Int64 {
        try writers.number(
            of: [
                names.number(event.host, db), names.number(event.service, db),
                event.time.offsetMinutes.map(Int64.init),
            ],
            db
        )
    }

    private func verdict(of event: DeferralEvent, _ code: Int64, _ db: Database) throws -> Int64 {
        let flags: Int64 = (event.isSuspended ? 1 : 0) | (event.isTruncated ? 2 : 0)
        return try verdicts.number(
            of: [
                code, names.number(event.refinement?.rawValue, db),
                names.number(event.origin.rawValue, db), names.number(event.stage?.rawValue, db),
                names.number(event.category?.rawValue, db), names.number(event.scope.rawValue, db),
                flags, names.number(event.status, db), names.number(event.dsn, db),
                names.number(event.pattern, db),
                event.reply.map { $0.code.map(Int64.init) ?? 0 },
                names.number(event.reply?.enhanced, db),
            ],
            db
        )
    }

    private func server(
        of event: DeferralEvent,
        _ db: Database
    ) throws -> (server: Int64?, provider: Int64?) {
        guard event.relay != nil || event.server != nil else { return (nil, nil) }
        let named = event.server ?? event.relay?.host ?? ""
        let provider = try provider(ofServer: named, db)
        let server = try servers.number(
            of: [
                names.number(event.relay?.host, db), names.number(event.relay?.address, db),
                event.relay?.port.map(Int64.init), names.number(event.server, db), provider,
            ],
            db
        )
        return (server, provider)
    }

    private func provider(ofServer server: String, _ db: Database) throws -> Int64? {
        if let known = providers[server] { return known }
        let host = server.prefix { $0 != "[" }.lowercased()
        let name = ProviderName.provider(ofHost: Array(host.utf8))?.name
        let number = try names.number(name, db)
        if providers.count > 50_000 { providers.removeAll() }
        providers[server] = .some(number)
        return number
    }

    private func reply(of event: DeferralEvent, _ extra: inout EventExtra) -> Int64? {
        guard let reply = event.reply else { return nil }
        if let range = ReplyRange.find(reply.text, in: event.reason) { return range }
        extra.reply = reply.text
        return -1
    }

    private static func delay(of event: DeferralEvent, _ extra: inout EventExtra) -> Int64? {
        guard let delay = event.delay else { return nil }
        if let exact = Milliseconds.exact(delay) { return exact }
        extra.delay = delay
        return nil
    }

    private static func delays(of event: DeferralEvent, _ extra: inout EventExtra) -> [Int64]? {
        guard let delays = event.delays else { return nil }
        let exact = delays.compactMap(Milliseconds.exact)
        if delays.count == 4, exact.count == 4 { return exact }
        extra.delays = delays
        return nil
    }

    private func json(_ extra: EventExtra) throws -> String? {
        guard !extra.isEmpty else { return nil }
        return String(decoding: try encoder.encode(extra), as: UTF8.self)
    }

    private func record(_ end: DeferralEnd, _ db: Database) throws {
        var extra = EventExtra()
        let key = try key(of: end.id, &extra, db)
        insertEnd.setUncheckedArguments([
            key, end.time, try names.number(of: end.outcome, db), end.queueID, end.recipient,
            try names.number(end.domain, db), try names.number(of: end.code.text, db),
            end.deferrals, end.waited, extra.isEmpty ? nil : end.id,
        ])
        try insertEnd.execute()
    }
}
