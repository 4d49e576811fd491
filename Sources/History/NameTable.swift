internal import GRDB

/// Texts that come again and again, and their numbers.
struct NameTable {
    private var known: [String: Int64] = [:]
    private let find: Statement
    private let insert: Statement

    private static let mostKnown = 200_000

    /// `table` has a number and one text that is unique.
    init(_ db: Database, table: String, column: String) throws {
        find = try db.makeStatement(sql: "SELECT id FROM \(table) WHERE \(column) = ?")
        insert = try db.makeStatement(sql: "INSERT INTO \(table) (\(column)) VALUES (?)")
    }

    /// The number of `text`; nil for nil.
    mutating func number(_ text: String?, _ db: Database) throws -> Int64? {
        guard let text else { return nil }
        return try number(of: text, db)
    }

    mutating func number(of text: String, _ db: Database) throws -> Int64 {
        if let number = known[text] { return number }
        let number: Int64
        if let found = try Int64.fetchOne(find, arguments: [text]) {
            number = found
        } else {
            try insert.execute(arguments: [text])
            number = db.lastInsertedRowID
        }
        if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
        known[text] = number
        return number
    }

    /// After a transaction that was rolled back the numbers mean nothing.
    mutating func forgetAll() { known.removeAll() }
}

/// Combinations of numbers that come again and again, and their own number.
struct TupleTable {
    private var known: [TupleHash: Int64] = [:]
    private let insert: Statement

    private static let mostKnown = 100_000

    init(_ db: Database, table: String, columns: [String]) throws {
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        insert = try db.makeStatement(
            sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
        )
        try load(db, table, columns)
    }

    /// Learns what the table holds: it has no index.
    private mutating func load(_ db: Database, _ table: String, _ columns: [String]) throws {
        let sql =
            "SELECT id, \(columns.joined(separator: ", ")) FROM \(table) ORDER BY id DESC LIMIT ?"
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [Self.mostKnown])
        while let row = try rows.next() {
            known[TupleHash((1...columns.count).map { row[$0] as Int64? })] = row[0]
        }
    }

    mutating func number(of tuple: [Int64?], _ db: Database) throws -> Int64 {
        let hash = TupleHash(tuple)
        if let number = known[hash] { return number }
        insert.setUncheckedArguments(StatementArguments(tuple))
        try insert.execute()
        let number = db.lastInsertedRowID
        if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
        known[hash] = number
        return number
    }
}

/// 128 bits that stand for a combination of numbers.
struct TupleHash: Hashable {
    private var first: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var second: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    init(_ numbers: [Int64?]) {
        for number in numbers {
            // No row has this number.
            let word = UInt64(bitPattern: number ?? .min)
            first = (first ^ word) &* 0xD6E8_FEB8_6659_FD93
            first ^= first >> 32
            second = (second &+ word) &* 0xFF51_AFD7_ED55_8CCD
            second ^= second >> 29
        }
    }
}
