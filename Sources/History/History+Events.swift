internal import Foundation
internal import GRDB
public import MailFlow

extension History {
    /// The latest deferrals of a domain, the newest first.
    ///
    /// - Throws: where the database refuses.
    public func latest(
        domain: String,
        limit: Int
    ) throws(HistoryError) -> [DeferralEvent] {
        try read { db in
            guard let number = try Self.number(ofDomain: domain, db) else { return [] }
            let reader = EventReader(db)
            let find = try db.makeStatement(sql: EventReader.selection + " WHERE event.key = ?")
            return try Self.latestKeys(number, limit, db).compactMap { key in
                try Row.fetchOne(find, arguments: [key]).map(reader.event)
            }
        }
    }

    /// The keys of a domain's latest events, the newest first: the latest of each part's latest.
    private static func latestKeys(
        _ domain: Int64,
        _ limit: Int,
        _ db: Database
    ) throws -> [Int64] {
        let ofPart = try db.makeStatement(
            sql: """
                SELECT time, key FROM event WHERE message >> \(HistorySchema.epochShift) = ?
                AND domain = ? ORDER BY time DESC, key DESC LIMIT ?
                """
        )
        var found: [(time: Int64, key: Int64)] = []
        let parts = try Row.fetchCursor(
            db,
            sql: "SELECT number, newest FROM part ORDER BY newest DESC"
        )
        while let part = try parts.next() {
            if found.count == limit, let last = found.last, last.time > (try part.value(1)) {
                break
            }
            let rows = try Row.fetchCursor(
                ofPart,
                arguments: [try part.value(0) as Int64, domain, limit]
            )
            while let row = try rows.next() { found.append((try row.value(0), try row.value(1))) }
            found.sort { ($1.time, $1.key) < ($0.time, $0.key) }
            found.removeLast(max(0, found.count - limit))
        }
        return found.map(\.key)
    }

    /// The number of a domain; nil: it was never seen.
    static func number(ofDomain domain: String, _ db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db,
            sql: "SELECT id FROM name WHERE value = ?",
            arguments: [domain.lowercased()]
        )
    }

    /// Where the events from the first parameter on and before the second come from, part by part.
    ///
    /// The plus takes the column's type away: an index of expressions is not used for a typed value.
    static let timelyEvents = """
        part CROSS JOIN event ON part.newest >= ?1 AND part.oldest < ?2
        AND event.message >> \(HistorySchema.epochShift) = +part.number
        AND event.time >= ?1 AND event.time < ?2
        """

    /// The same of one domain, whose number is the third parameter.
    static let timelyEventsOfDomain = timelyEvents + " AND event.domain = ?3"

    /// Deferrals in the order of time, `since` counting and `until` not; nil: no bound.
    ///
    /// `body` is called for each while the database is read: memory does not grow with their number.
    ///
    /// - Throws: what `body` throws, or where the database refuses.
    public func forEachEvent(
        since: Int64? = nil,
        until: Int64? = nil,
        _ body: (DeferralEvent) throws -> Void
    ) throws(HistoryError) {
        try read { db in
            let reader = EventReader(db)
            let find = try db.makeStatement(sql: EventReader.selection + " WHERE event.key = ?")
            var order = try TimeOrder((since ?? .min)..<(until ?? .max), db)
            while let key = try order.next() {
                guard let row = try Row.fetchOne(find, arguments: [key]) else { continue }
                try body(reader.event(row))
            }
        }
    }

    /// How many deferrals are kept.
    ///
    /// - Throws: where the database refuses.
    public func eventCount() throws(HistoryError) -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM event") ?? 0 }
    }

    /// The stored positions, by source.
    ///
    /// - Throws: where the database refuses.
    public func positions() throws(HistoryError) -> [String: [UInt8]] {
        try blobs("SELECT source, value FROM position", [])
    }

    /// Stored state whose key begins with `prefix`.
    ///
    /// - Throws: where the database refuses.
    public func states(prefix: String) throws(HistoryError) -> [String: [UInt8]] {
        try blobs("SELECT key, value FROM state WHERE substr(key, 1, length(?1)) = ?1", [prefix])
    }

    private func blobs(
        _ sql: String,
        _ arguments: StatementArguments
    ) throws(HistoryError) -> [String: [UInt8]] {
        try read { try Self.blobs($0, sql, arguments) }
    }

    static func blobs(
        _ db: Database,
        _ sql: String,
        _ arguments: StatementArguments
    ) throws -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
        while let row = try rows.next() {
            found[try row.value(0)] = [UInt8](try row.value(1) as Data)
        }
        return found
    }
}
