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
            let sql =
                EventReader.selection + """
                     WHERE event.domain = (SELECT id FROM name WHERE value = ?)
                    ORDER BY event.time DESC, event.key DESC LIMIT ?
                    """
            return try Self.events(sql, [domain.lowercased(), limit], db)
        }
    }

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
            let sql =
                EventReader.selection + """
                     WHERE event.time >= ? AND event.time < ? ORDER BY event.time, event.key
                    """
            let rows = try Row.fetchCursor(
                db,
                sql: sql,
                arguments: [since ?? .min, until ?? .max]
            )
            while let row = try rows.next() { try body(reader.event(row)) }
        }
    }

    /// How many deferrals are kept.
    ///
    /// - Throws: where the database refuses.
    public func eventCount() throws(HistoryError) -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM event") ?? 0 }
    }

    private static func events(
        _ sql: String,
        _ arguments: StatementArguments,
        _ db: Database
    ) throws -> [DeferralEvent] {
        let reader = EventReader(db)
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map(reader.event)
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
        while let row = try rows.next() { found[row[0]] = [UInt8](row[1] as Data) }
        return found
    }
}
