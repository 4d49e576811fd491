import Foundation
import GRDB
import Testing

@testable import History

extension History {
    /// Rows of a table.
    func rows(_ table: String) throws -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
    }

    /// Overwrites the first page of a table in the file.
    func damage(_ table: String) throws {
        try execute("PRAGMA wal_checkpoint(TRUNCATE)")
        let page = try read {
            try Int.fetchOne(
                $0,
                sql: "SELECT rootpage FROM sqlite_master WHERE name = ?",
                arguments: [table]
            )
        }
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        try file.seek(toOffset: UInt64((try #require(page) - 1) * 4_096))
        try file.write(contentsOf: Data(repeating: 0xEE, count: 4_096))
        try file.close()
    }
}
