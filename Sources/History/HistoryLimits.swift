internal import GRDB
internal import Synchronization

/// How much of the history is kept.
public struct HistoryLimits: Sendable, Hashable {
    /// Deferrals are kept so long, in seconds, back from the newest; nil: for ever.
    ///
    /// Not back from now: an old log that is read afresh is kept, and a clock that runs ahead for a
    /// while takes nothing away.
    public var age: Int64? = 90 * 86_400
    /// The database may grow to so many bytes; nil: without bound.
    public var bytes: Int64? = 4 << 30
    /// Counts per minute are kept so long, in seconds.
    public var minutesAge: Int64 = 7 * 86_400
    /// Counts per day are kept so long, in seconds.
    public var daysAge: Int64 = 3 * 366 * 86_400

    /// The usual.
    public init() {}
}

/// Removes what is beyond the limits, a little at a time, so that writing never waits long.
struct HistoryPruner {
    let limits: HistoryLimits
    let interval: Double
    private var lastLook: Int64?
    /// What keeps it from removing: told once.
    private var trouble: HistoryError?

    /// Rows that one step removes at most.
    static let rowsPerStep = 5_000
    /// In memory there is no more than this.
    private static let mostBytesInMemory: Int64 = 64 << 20

    init(limits: HistoryLimits, interval: Double) {
        self.limits = limits
        self.interval = interval
    }

    /// Does a part of what is due; where the database refuses, it is tried again after the interval.
    mutating func step(
        _ history: History,
        now: Int64,
        _ onTrouble: @Sendable (HistoryTrouble) -> Void
    ) {
        // A clock that was set back is no reason to wait for it.
        if let lastLook, now >= lastLook, Double(now - lastLook) < interval { return }
        var limits = limits
        if history.isMemoryDatabase {
            limits.bytes = min(limits.bytes ?? .max, Self.mostBytesInMemory)
        }
        do {
            lastLook = try history.prune(limits, now: now) ? now : nil
            trouble = nil
        } catch {
            lastLook = now
            if error != trouble { onTrouble(.unpruned(error)) }
            trouble = error
        }
    }
}

extension History {
    /// Removes at most a few thousand rows that are beyond the limits; true where none are left.
    ///
    /// - Throws: where the database refuses.
    public func prune(_ limits: HistoryLimits, now: Int64) throws(HistoryError) -> Bool {
        do {
            let database = backend.withLock { $0.database }
            let removed = try database.write { try Self.remove(beyond: limits, now: now, $0) }
            if removed > 0 {
                try database.writeWithoutTransaction {
                    try $0.execute(sql: "PRAGMA incremental_vacuum(2000)")
                }
            }
            return removed < HistoryPruner.rowsPerStep
        } catch {
            throw HistoryError(error, path: path)
        }
    }

    /// Bytes that the content takes; free pages do not count.
    ///
    /// - Throws: where the database refuses.
    public func size() throws(HistoryError) -> Int64 {
        try read(Self.usedBytes)
    }

    private static func usedBytes(_ db: Database) throws -> Int64 {
        let pages = try Int64.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        let free = try Int64.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
        return (pages - free) * (try Int64.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
    }

    private static func remove(
        beyond limits: HistoryLimits,
        now: Int64,
        _ db: Database
    ) throws -> Int {
        var removed = 0
        let newest = try Int64.fetchOne(db, sql: "SELECT max(newest) FROM part")
        let now = min(now, newest ?? now)
        if let age = limits.age { removed = try removeOldest(before: now - age, db) }
        if removed == 0, let bytes = limits.bytes, try usedBytes(db) > bytes {
            removed = try removeOldest(before: .max, db)
        }
        try removeRollups(.minute, before: now - limits.minutesAge, db)
        if let age = limits.age { try removeRollups(.hour, before: now - age, db) }
        try removeRollups(.day, before: now - limits.daysAge, db)
        if removed > 0 { try removeTexts(db) }
        return removed
    }

    private static func removeOldest(before time: Int64, _ db: Database) throws -> Int {
        try db.execute(
            sql: """
                DELETE FROM ending WHERE key IN (SELECT key FROM ending
                WHERE time < ? ORDER BY time LIMIT \(HistoryPruner.rowsPerStep))
                """,
            arguments: [time]
        )
        let ends = db.changesCount
        var removed = 0
        let parts = try Int64.fetchAll(
            db,
            sql: "SELECT number FROM part WHERE oldest < ? ORDER BY oldest",
            arguments: [time]
        )
        for part in parts where removed < HistoryPruner.rowsPerStep {
            removed += try removeEvents(
                ofPart: part,
                before: time,
                HistoryPruner.rowsPerStep - removed,
                db
            )
        }
        return max(removed, ends)
    }

    /// Removes at most so many events of a part, and the part when none is left.
    private static func removeEvents(
        ofPart part: Int64,
        before time: Int64,
        _ most: Int,
        _ db: Database
    ) throws -> Int {
        try db.execute(
            sql: """
                DELETE FROM event WHERE key IN (SELECT key FROM event
                WHERE message >> \(HistorySchema.epochShift) = ? AND time < ? LIMIT ?)
                """,
            arguments: [part, time, most]
        )
        let removed = db.changesCount
        if removed < most {
            let left = try Int64.fetchOne(
                db,
                sql: "SELECT min(time) FROM event WHERE message >> \(HistorySchema.epochShift) = ?",
                arguments: [part]
            )
            try db.execute(
                sql: left == nil
                    ? "DELETE FROM part WHERE number = ?1"
                    : "UPDATE part SET oldest = ?2 WHERE number = ?1",
                arguments: left.map { [part, $0] } ?? [part]
            )
        }
        return removed
    }

    private static func removeRollups(
        _ step: Rollups.Step,
        before time: Int64,
        _ db: Database
    ) throws {
        try db.execute(
            sql: "DELETE FROM rollup WHERE step = ? AND bucket < ?",
            arguments: [step.rawValue, Rollups.bucket(time, step)]
        )
    }

    /// The texts of epochs of which no event is left; the last epoch is still written to.
    private static func removeTexts(_ db: Database) throws {
        let oldest = try Int64.fetchOne(db, sql: "SELECT min(oldest) FROM part") ?? .max
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT id, message, address, reason, newest FROM epoch ORDER BY id"
        )
        for (row, next) in zip(rows, rows.dropFirst()) {
            let newest: Int64? = row["newest"]
            if let newest, newest >= oldest { continue }
            for table in ["message", "address", "reason"] {
                try db.execute(
                    sql: "DELETE FROM \(table) WHERE id >= ? AND id < ?",
                    arguments: [row[table] as Int64, next[table] as Int64]
                )
            }
            try db.execute(sql: "DELETE FROM epoch WHERE id = ?", arguments: [row["id"] as Int64])
        }
    }

    /// Begins a new database in the place of a damaged one; where that went.
    func beginAnew() throws(HistoryError) -> String {
        let aside = try Self.setAside(path)
        let fresh = try History(path: path)
        let database = fresh.backend.withLock { $0.database }
        replace(by: database, isInMemory: false)
        return aside
    }
}
