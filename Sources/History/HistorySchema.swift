internal import GRDB

/// The tables, by version; docs/history-schema.md says what is in them.
enum HistorySchema {
    /// The version that this build writes; kept in 'user_version'.
    static let version = 2

    /// Brings a database to the current version.
    static func migrate(_ db: Database, path: String) throws {
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard found <= version else {
            throw HistoryError.newerSchema(path: path, found: found, known: version)
        }
        if found < 1 { try db.execute(sql: first) }
        if found < 2 { try db.execute(sql: LedgerTable.creation) }
        if found < version { try db.execute(sql: "PRAGMA user_version = \(version)") }
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
