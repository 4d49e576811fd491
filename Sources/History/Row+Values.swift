internal import GRDB

/// What a row holds, or an error where it is damaged: GRDB's subscripts end the process instead.
extension Row {
    /// The value of the column with this number.
    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(
        _ index: Int
    ) throws -> Value {
        do {
            return try decode(Value.self, atIndex: index)
        } catch is RowDecodingError {
            throw Self.unreadable(columnName(index))
        }
    }

    /// The value of the column with this name.
    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(
        _ column: String
    ) throws -> Value {
        do {
            return try decode(Value.self, forColumn: column)
        } catch is RowDecodingError {
            throw Self.unreadable(column)
        }
    }

    /// Seconds since 1970 that can be reckoned with.
    func time(_ index: Int) throws -> Int64 {
        try Self.checked(time: value(index), columnName(index))
    }

    /// The same; nil: none is stored.
    func timeIfAny(_ index: Int) throws -> Int64? {
        try (value(index) as Int64?).map { try Self.checked(time: $0, columnName(index)) }
    }

    /// A count that can be added to.
    func count(_ index: Int) throws -> UInt32 {
        let count: UInt32 = try value(index)
        guard count < Self.mostCounted else { throw Self.unreadable(columnName(index)) }
        return count
    }

    /// More than any history saw: what comes next is added without a look.
    static let mostCounted = UInt32.max / 16 * 15

    /// No log has a year of five digits.
    static func checked(time: Int64, _ column: String) throws -> Int64 {
        guard time.magnitude < 1 << 38 else { throw unreadable(column) }
        return time
    }

    /// What is thrown for a value that nothing here has stored.
    static func unreadable(_ column: String) -> DatabaseError {
        DatabaseError(
            resultCode: .SQLITE_CORRUPT,
            message: "the value of a column '\(column)' is none that was stored"
        )
    }

    private func columnName(_ index: Int) -> String {
        Array(columnNames)[index]
    }
}
