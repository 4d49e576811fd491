internal import GRDB

/// Removes what is beyond the limits; inside a transaction.
struct HistoryRemoval {
    private let db: Database

    /// What one step removed.
    struct Removed {
        var rows = 0
        /// Rows of dictionaries whose numbers a writer knows.
        var names = 0
    }

    /// Of the newest deferrals no more than these stay whatever else there is.
    private static let mostKept: Int64 = 100_000
    /// Bytes that a deferral takes with its texts, about.
    private static let bytesPerEvent: Int64 = 256
    private static let day: Int64 = 86_400

    init(_ db: Database) { self.db = db }

    /// Bytes that the content takes.
    static func usedBytes(_ db: Database) throws -> Int64 {
        let pages = try Int64.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        let free = try Int64.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
        return (pages - free) * (try Int64.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
    }

    /// Removes a part of it, and says how far the limits are kept then.
    func remove(
        beyond limits: HistoryLimits,
        now: Int64
    ) throws -> (removed: Removed, pruning: HistoryPruning) {
        var removed = Removed()
        var pruning: HistoryPruning?
        let newest = try Int64.fetchOne(db, sql: "SELECT max(newest) FROM part")
            .map { try Row.checked(time: $0, "newest") }
        let now = min(now, newest ?? now)
        if let age = limits.age { removed.rows = try removeOldest(before: now - age) }
        if removed.rows == 0, let bytes = limits.bytes {
            let used = try Self.usedBytes(db)
            if used > bytes {
                removed = try removeForRoom(bytes, newest: now)
                pruning = removed.rows > 0 ? .unfinished : .overfull(bytes: used)
            }
        }
        _ = try removeCounts(.minute, before: now - limits.minutesAge)
        if let age = limits.age { _ = try removeCounts(.hour, before: now - age) }
        _ = try removeCounts(.day, before: now - limits.daysAge)
        if removed.rows > 0 { try removeTexts() }
        let isDone = removed.rows < HistoryPruner.rowsPerStep
        if isDone, pruning == nil, limits.age != nil, try isNamesDayOver(now) {
            removed.names = try removeNames()
            if removed.names >= HistoryPruner.rowsPerStep { return (removed, .unfinished) }
            try noteNamesDay(now)
        }
        return (removed, pruning ?? (isDone ? .done : .unfinished))
    }

    /// What is missed least goes first; of the last day a tenth of the bound stays, whatever else there is.
    private func removeForRoom(_ bytes: Int64, newest: Int64) throws -> Removed {
        var removed = Removed()
        let kept = min(Self.mostKept, bytes / 10 / Self.bytesPerEvent)
        removed.rows = try removeOldest(before: .max, keeping: kept)
        if removed.rows == 0 {
            removed.names = try removeNames()
            removed.rows = removed.names
        }
        let yesterday = newest - Self.day
        if removed.rows == 0 { removed.rows = try removeOldest(before: yesterday) }
        let oldest = try oldestEvent() ?? newest
        // Deferrals and their counts are of the same time.
        removed.rows += try removeCounts(.minute, before: oldest)
        removed.rows += try removeCounts(.hour, before: oldest)
        if removed.rows == 0 { removed.rows = try removeCounts(.day, before: yesterday) }
        return removed
    }

    /// The part that is written to may state an earlier time than it has.
    private func oldestEvent() throws -> Int64? {
        var found: Int64?
        let parts = try Row.fetchAll(db, sql: "SELECT number, oldest FROM part ORDER BY oldest")
        for part in parts {
            if let found, found <= (try part.value("oldest")) { break }
            let oldest = try oldestEvent(ofPart: try part.value("number"))
            found = [found, oldest].compactMap(\.self).min()
        }
        return found
    }

    private func oldestEvent(ofPart part: Int64) throws -> Int64? {
        try Int64.fetchOne(
            db,
            sql: "SELECT min(time) FROM event WHERE message >> \(HistorySchema.epochShift) = ?",
            arguments: [part]
        )
    }

    /// Removes ends and deferrals before `time`, but for the newest `kept` of each.
    private func removeOldest(before time: Int64, keeping kept: Int64 = 0) throws -> Int {
        let most = HistoryPruner.rowsPerStep
        try db.execute(
            sql: """
                DELETE FROM ending WHERE key IN (SELECT key FROM ending
                WHERE time < ? ORDER BY time LIMIT ?)
                """,
            arguments: [time, try surplus("ending", beyond: kept)]
        )
        let ends = db.changesCount
        let surplus = try surplus("event", beyond: kept)
        var removed = 0
        let parts = try Int64.fetchAll(
            db,
            sql: "SELECT number FROM part WHERE oldest < ? ORDER BY oldest",
            arguments: [time]
        )
        for part in parts where removed < surplus {
            removed += try removeEvents(ofPart: part, before: time, surplus - removed)
        }
        return min(max(removed, ends), most)
    }

    /// How many of a table's rows may go in one step.
    private func surplus(_ table: String, beyond kept: Int64) throws -> Int {
        guard kept > 0 else { return HistoryPruner.rowsPerStep }
        // No more are counted than it takes: there may be millions.
        let most = kept + Int64(HistoryPruner.rowsPerStep)
        let found = try Int64.fetchOne(
            db,
            sql: "SELECT count(*) FROM (SELECT 1 FROM \(table) LIMIT ?)",
            arguments: [most]
        )
        return Int(max(0, (found ?? 0) - kept))
    }

    /// Removes at most so many events of a part, the oldest, and the part when none is left.
    private func removeEvents(ofPart part: Int64, before time: Int64, _ most: Int) throws -> Int {
        try db.execute(
            sql: """
                DELETE FROM event WHERE key IN (SELECT key FROM event
                WHERE message >> \(HistorySchema.epochShift) = ? AND time < ?
                ORDER BY time, key LIMIT ?)
                """,
            arguments: [part, time, most]
        )
        let removed = db.changesCount
        let left = try oldestEvent(ofPart: part)
        try db.execute(
            sql: left == nil
                ? "DELETE FROM part WHERE number = ?1"
                : "UPDATE part SET oldest = ?2 WHERE number = ?1",
            arguments: left.map { [part, $0] } ?? [part]
        )
        return removed
    }

    private func removeCounts(_ step: Rollups.Step, before time: Int64) throws -> Int {
        try db.execute(
            sql: "DELETE FROM rollup WHERE step = ? AND bucket < ?",
            arguments: [step.rawValue, Rollups.bucket(time, step)]
        )
        return db.changesCount
    }

    /// The texts of epochs of which no event is left; the last epoch is still written to.
    private func removeTexts() throws {
        let oldest = try Int64.fetchOne(db, sql: "SELECT min(oldest) FROM part") ?? .max
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT id, message, address, reason, newest FROM epoch ORDER BY id"
        )
        for (row, next) in zip(rows, rows.dropFirst()) {
            let newest: Int64? = try row.value("newest")
            if let newest, newest >= oldest { continue }
            for table in ["message", "address", "reason"] {
                try db.execute(
                    sql: "DELETE FROM \(table) WHERE id >= ? AND id < ?",
                    arguments: [try row.value(table) as Int64, try next.value(table) as Int64]
                )
            }
            try db.execute(
                sql: "DELETE FROM epoch WHERE id = ?",
                arguments: [try row.value("id") as Int64]
            )
        }
    }

    /// Age takes deferrals little by little: once for each day of them is enough, for all is looked through.
    static let namesDay = "history:names"

    private func isNamesDayOver(_ now: Int64) throws -> Bool {
        let last = try String.fetchOne(
            db,
            sql: "SELECT CAST(value AS TEXT) FROM state WHERE key = ?",
            arguments: [Self.namesDay]
        )
        return last != "\(Rollups.bucket(now, .day))"
    }

    private func noteNamesDay(_ now: Int64) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO state VALUES (?, CAST(? AS BLOB))",
            arguments: [Self.namesDay, "\(Rollups.bucket(now, .day))"]
        )
    }

    /// At most so many names, and so many servers, as one step removes, that nothing speaks of any more:
    /// looks through all that could.
    private func removeNames() throws -> Int {
        let most = HistoryPruner.rowsPerStep
        try db.execute(
            sql: """
                DELETE FROM server WHERE id IN (SELECT id FROM server WHERE id NOT IN
                (SELECT server FROM event WHERE server IS NOT NULL) LIMIT ?)
                """,
            arguments: [most]
        )
        let servers = db.changesCount
        let uses = Self.namingColumns.flatMap { table, columns in
            columns.map { "SELECT \($0) AS id FROM \(table)" }
        }
        try db.execute(
            sql: """
                DELETE FROM name WHERE id IN (SELECT id FROM name WHERE id NOT IN (SELECT id FROM
                (\(uses.joined(separator: " UNION "))) WHERE id IS NOT NULL) LIMIT ?)
                """,
            arguments: [most]
        )
        return servers + db.changesCount
    }

    /// Columns that hold the number of a name.
    private static let namingColumns: [(table: String, columns: [String])] = [
        ("event", ["domain"]), ("ending", ["outcome", "domain", "code"]),
        ("rollup", ["domain", "provider", "code"]), ("writer", ["host", "service"]),
        (
            "verdict",
            [
                "code", "refinement", "origin", "stage", "category", "scope", "status", "dsn",
                "pattern", "reply_enhanced",
            ]
        ),
        ("server", ["host", "address", "named", "provider"]),
    ]
}
