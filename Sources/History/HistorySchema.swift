internal import GRDB

/// The tables, by version; docs/history-schema.md says what is in them.
enum HistorySchema {
    /// The version that this build writes; kept in 'user_version'.
    static let version = 4

    /// Brings a database to the current version.
    static func migrate(_ db: Database, path: String) throws {
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard found <= version else {
            throw HistoryError.newerSchema(path: path, found: found, known: version)
        }
        if found < 1 { try db.execute(sql: first) }
        if found < 2 { try db.execute(sql: LedgerTable.creation) }
        if found < 3 {
            try db.execute(sql: third)
            try nameEndsByPlace(db)
        }
        if found < 4 { try db.execute(sql: fourth) }
        if found < version { try db.execute(sql: "PRAGMA user_version = \(version)") }
    }

    /// Message numbers of one epoch have these upper bits in common, and no other epoch has.
    static let epochShift: Int64 = 16

    /// What is inserted lies near the end of every table and index, however long the history is: a
    /// domain's events are found epoch by epoch, and messages in flight have small numbers.
    private static let third = """
        DROP INDEX event_domain;
        CREATE INDEX event_part ON event(message >> \(epochShift), domain, time);
        CREATE VIEW part AS WITH RECURSIVE part(number) AS (
            SELECT min(id) >> \(epochShift) FROM message UNION ALL SELECT number + 1 FROM part
            WHERE number < (SELECT max(id) >> \(epochShift) FROM message)
        ) SELECT number FROM part;
        \(LedgerTable.livesCreation)
        INSERT INTO life (value)
            SELECT value FROM state WHERE key >= 'life:' AND key < 'life;' ORDER BY key;
        DELETE FROM state WHERE key >= 'life:' AND key < 'life;';
        """

    /// Events are found in time by the parts that reach into it, not by an index of their own.
    ///
    /// Clocks without a zone had been taken for UTC: what they gave is left as it is.
    private static let fourth = """
        DROP VIEW part;
        CREATE TABLE part (number INTEGER PRIMARY KEY, oldest INTEGER NOT NULL, newest INTEGER NOT NULL);
        INSERT INTO part SELECT message >> \(epochShift), min(time), max(time) FROM event GROUP BY 1;
        DROP INDEX event_time;
        ALTER TABLE writer ADD COLUMN assumed INTEGER;
        """

    /// Ends were stored under hashes of their ids: anywhere in the table, and each with its id.
    private static func nameEndsByPlace(_ db: Database) throws {
        var logs = try NameTable(db, table: "log", column: "identity")
        let find = try db.makeStatement(
            sql:
                "SELECT key, id FROM ending WHERE key > ? AND id IS NOT NULL ORDER BY key LIMIT 10000"
        )
        let move = try db.makeStatement(
            sql: "UPDATE OR IGNORE ending SET key = ?, id = NULL WHERE key = ?"
        )
        var last = EventKey.leastHash - 1
        while true {
            let rows = try Row.fetchAll(find, arguments: [last])
            for row in rows {
                last = try row.value(0)
                guard let place = EventKey.placeOfEnd(try row.value(1)),
                    let key = EventKey.key(
                        log: try logs.number(of: String(place.identity)),
                        place
                    )
                else { continue }
                try move.execute(arguments: [key, last])
            }
            if rows.isEmpty { return }
        }
    }

    private static let first = """
        CREATE TABLE name (id INTEGER PRIMARY KEY, value TEXT NOT NULL UNIQUE);
        CREATE TABLE log (id INTEGER PRIMARY KEY, identity TEXT NOT NULL UNIQUE);
        CREATE TABLE writer (
            id INTEGER PRIMARY KEY, host INTEGER, service INTEGER, zone INTEGER);
        CREATE TABLE verdict (
            id INTEGER PRIMARY KEY, code INTEGER NOT NULL, refinement INTEGER,
            origin INTEGER NOT NULL, stage INTEGER, category INTEGER, scope INTEGER NOT NULL,
            flags INTEGER NOT NULL, status INTEGER NOT NULL, dsn INTEGER, pattern INTEGER,
            reply_code INTEGER, reply_enhanced INTEGER);
        CREATE TABLE server (
            id INTEGER PRIMARY KEY, host INTEGER, address INTEGER, port INTEGER, named INTEGER,
            provider INTEGER);
        CREATE TABLE message (
            id INTEGER PRIMARY KEY, queue_id TEXT NOT NULL, message_id TEXT, sender TEXT);
        CREATE TABLE address (id INTEGER PRIMARY KEY, value TEXT NOT NULL);
        CREATE TABLE reason (id INTEGER PRIMARY KEY, value TEXT NOT NULL);
        CREATE TABLE event (
            key INTEGER PRIMARY KEY, time INTEGER NOT NULL, micros INTEGER NOT NULL,
            verdict INTEGER NOT NULL, domain INTEGER, server INTEGER, writer INTEGER NOT NULL,
            pid INTEGER, message INTEGER NOT NULL, recipient INTEGER, original INTEGER,
            reason INTEGER NOT NULL, delay INTEGER, delays BLOB, reply INTEGER, extra TEXT);
        CREATE INDEX event_time ON event(time);
        CREATE INDEX event_domain ON event(domain, time);
        CREATE TABLE ending (
            key INTEGER PRIMARY KEY, time INTEGER NOT NULL, outcome INTEGER NOT NULL,
            queue_id TEXT NOT NULL, recipient TEXT, domain INTEGER, code INTEGER NOT NULL,
            deferrals INTEGER NOT NULL, waited INTEGER NOT NULL, id TEXT);
        CREATE INDEX ending_time ON ending(time);
        CREATE TABLE rollup (
            step INTEGER NOT NULL, bucket INTEGER NOT NULL, domain INTEGER NOT NULL,
            provider INTEGER NOT NULL, code INTEGER NOT NULL, events INTEGER NOT NULL,
            echoes INTEGER NOT NULL, PRIMARY KEY (step, bucket, domain, provider, code)
        ) WITHOUT ROWID;
        CREATE TABLE epoch (
            id INTEGER PRIMARY KEY, message INTEGER NOT NULL, address INTEGER NOT NULL,
            reason INTEGER NOT NULL, newest INTEGER);
        CREATE TABLE position (source TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE state (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
        """
}
