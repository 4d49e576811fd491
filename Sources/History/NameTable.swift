internal import GRDB

/// Texts that come again and again, and their numbers.
struct NameTable {
    private var known: [String: Int64] = [:]
    private let find: Statement
    private let insert: DirectStatement

    private static let mostKnown = 200_000

    /// `table` has a number and one text that is unique.
    init(_ db: Database, table: String, column: String) throws {
        find = try db.makeStatement(sql: "SELECT id FROM \(table) WHERE \(column) = ?")
        insert = try DirectStatement(
            db,
            "INSERT OR IGNORE INTO \(table) (\(column)) VALUES (?)"
        )
    }

    /// The number of `text`; nil for nil.
    mutating func number(_ text: String?) throws -> Int64? {
        guard let text else { return nil }
        return try number(of: text)
    }

    mutating func number(of text: String) throws -> Int64 {
        if let number = known[text] { return number }
        insert.bind(1, text)
        try insert.run()
        let number = try insert.hasChanged ? insert.insertedRow : stored(text)
        if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
        known[text] = number
        return number
    }

    private func stored(_ text: String) throws -> Int64 {
        guard let number = try Int64.fetchOne(find, arguments: [text]) else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT,
                message: "a name is neither new nor stored"
            )
        }
        return number
    }
}

/// Combinations of numbers that come again and again, and their own number.
struct TupleTable {
    private var known: [TupleHash: Int64] = [:]
    private let insert: DirectStatement

    private static let mostKnown = 100_000

    init(_ db: Database, table: String, columns: [String]) throws {
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        insert = try DirectStatement(
            db,
            "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
        )
        try load(db, table, columns)
    }

    /// Learns what the table holds: it has no index.
    private mutating func load(_ db: Database, _ table: String, _ columns: [String]) throws {
        let sql =
            "SELECT id, \(columns.joined(separator: ", ")) FROM \(table) ORDER BY id DESC LIMIT ?"
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [Self.mostKnown])
        while let row = try rows.next() {
            let tuple = try (1...columns.count).map { try row.value($0) as Int64? }
            known[TupleHash(tuple)] = try row.value(0)
        }
    }

    mutating func number(of tuple: [Int64?]) throws -> Int64 {
        let hash = TupleHash(tuple)
        if let number = known[hash] { return number }
        for (place, part) in tuple.enumerated() { insert.bind(Int32(place + 1), part) }
        try insert.run()
        let number = insert.insertedRow
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
