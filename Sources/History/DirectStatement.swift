internal import GRDB
internal import GRDBSQLite

/// A statement that is run for each deferral: bound and stepped without boxing its values.
@safe
struct DirectStatement {
    /// Owns what `handle` points to.
    private let statement: Statement
    // SAFETY: lives as long as `statement`; used inside of database accesses only.
    private let handle: OpaquePointer
    private let connection: OpaquePointer

    init(_ db: Database, _ sql: String) throws {
        statement = try db.makeStatement(sql: sql)
        guard let connection = unsafe db.sqliteConnection else {
            preconditionFailure("a database in use has a connection")
        }
        unsafe handle = statement.sqliteStatement
        unsafe self.connection = connection
    }

    /// Sets the parameter with this number, from 1.
    func bind(_ number: Int32, _ value: Int64?) {
        if let value {
            unsafe sqlite3_bind_int64(handle, number, value)
        } else {
            unsafe sqlite3_bind_null(handle, number)
        }
    }

    /// Sets the parameter with this number, from 1.
    func bind(_ number: Int32, _ text: String?) {
        guard var text else {
            unsafe sqlite3_bind_null(handle, number)
            return
        }
        // SAFETY: -1 is SQLITE_TRANSIENT: SQLite copies the bytes before it returns.
        let copies = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        text.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { chars in
                _ = unsafe sqlite3_bind_text(
                    handle,
                    number,
                    chars.baseAddress,
                    Int32(chars.count),
                    copies
                )
            }
        }
    }

    /// Sets the parameter with this number, from 1.
    func bind(_ number: Int32, blob bytes: [UInt8]?) {
        guard let bytes else {
            unsafe sqlite3_bind_null(handle, number)
            return
        }
        // SAFETY: as for texts.
        let copies = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        unsafe bytes.withUnsafeBytes { buffer in
            _ = unsafe sqlite3_bind_blob(
                handle,
                number,
                buffer.baseAddress,
                Int32(buffer.count),
                copies
            )
        }
    }

    /// Runs the statement, which gives no rows.
    func run() throws {
        let result = unsafe sqlite3_step(handle)
        defer { unsafe sqlite3_reset(handle) }
        guard result == SQLITE_DONE else {
            // SAFETY: the message lives until the connection's next call, and is copied.
            let message = unsafe String(cString: sqlite3_errmsg(connection))
            throw DatabaseError(resultCode: ResultCode(rawValue: result), message: message)
        }
    }

    /// True where the latest run stored a row, and did not find it there.
    var hasChanged: Bool { unsafe sqlite3_changes(connection) > 0 }

    /// The number of the row that was inserted last.
    var insertedRow: Int64 { unsafe sqlite3_last_insert_rowid(connection) }
}
