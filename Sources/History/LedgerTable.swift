internal import Deferrals
internal import Foundation
internal import GRDB
public import MailFlow

/// The ledger's destinations and messages in flight: one row each, replaced when it changes.
struct LedgerTable {
    static let creation = """
        CREATE TABLE destination (
            domain TEXT PRIMARY KEY, sent INTEGER NOT NULL, bounced INTEGER NOT NULL,
            last_success INTEGER, attempts TEXT, suspended INTEGER, messages INTEGER,
            recipients INTEGER, waiting INTEGER, first INTEGER, last INTEGER, code TEXT,
            reason TEXT, server TEXT, outage_window INTEGER, outage_code TEXT
        ) WITHOUT ROWID;
        """

    /// By small numbers that are used again: what is written together lies together.
    static let livesCreation = "CREATE TABLE life (id INTEGER PRIMARY KEY, value BLOB NOT NULL);"

    private let set: DirectStatement
    private let setLife: DirectStatement
    private let removeLife: DirectStatement

    init(_ db: Database) throws {
        setLife = try DirectStatement(db, "INSERT OR REPLACE INTO life VALUES (?, ?)")
        removeLife = try DirectStatement(db, "DELETE FROM life WHERE id = ?")
        set = try DirectStatement(
            db,
            "INSERT OR REPLACE INTO destination VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
    }

    /// Stores what a batch has of the ledger.
    func store(_ batch: HistoryBatch) throws {
        for number in batch.removedLives {
            removeLife.bind(1, number)
            try removeLife.run()
        }
        for life in batch.lives {
            setLife.bind(1, life.number)
            setLife.bind(2, blob: life.value)
            try setLife.run()
        }
        for destination in batch.destinations { try store(destination) }
    }

    private func store(_ destination: StoredDestination) throws {
        set.bind(1, destination.domain)
        set.bind(2, Int64(destination.sent))
        set.bind(3, Int64(destination.bounced))
        set.bind(4, destination.lastSuccess)
        let failures = destination.failures
        let attempts = failures?.attempts.map { "\($0)" }.joined(separator: " ")
        set.bind(5, attempts)
        set.bind(6, failures.map { Int64($0.echoes) })
        set.bind(7, failures.map { Int64($0.messages) })
        set.bind(8, failures.map { Int64($0.recipients) })
        set.bind(9, failures.map { Int64($0.waiting) })
        set.bind(10, failures?.first)
        set.bind(11, failures?.last)
        set.bind(12, failures?.lastCode.text)
        set.bind(13, failures?.reason)
        set.bind(14, failures?.server)
        set.bind(15, failures?.outageWindow)
        set.bind(16, failures?.outageCode?.text)
        try set.run()
    }

    static func read(_ row: Row) throws -> StoredDestination {
        var destination = StoredDestination(
            domain: try row.value(0),
            sent: try row.count(1),
            bounced: try row.count(2),
            lastSuccess: try row.timeIfAny(3),
            failures: nil
        )
        guard let attempts: String = try row.value(4) else { return destination }
        var failures = StoredDestination.Failures()
        failures.attempts = try attempts.split(separator: " ").map { word in
            guard let count = UInt32(word), count < Row.mostCounted else {
                throw Row.unreadable("attempts")
            }
            return count
        }
        failures.echoes = try row.count(5)
        failures.messages = try row.count(6)
        failures.recipients = try row.count(7)
        failures.waiting = try row.count(8)
        let (first, last): (Int64, Int64) = (try row.value(9), try row.value(10))
        // As they are before the first failure.
        if first != failures.first || last != failures.last {
            failures.first = try row.time(9)
            failures.last = try row.time(10)
        }
        failures.lastCode = DeferralCode(text: try row.value(11) as String) ?? .other
        failures.reason = try row.value(12)
        failures.server = try row.value(13)
        failures.outageWindow = try row.timeIfAny(14)
        failures.outageCode = (try row.value(15) as String?).flatMap { DeferralCode(text: $0) }
        destination.failures = failures
        return destination
    }
}

/// Positions, state and destinations as they were at one moment.
public struct StoredState: Sendable {
    /// Positions by source.
    public var positions: [String: [UInt8]] = [:]
    /// State by key.
    public var states: [String: [UInt8]] = [:]
    /// The ledger's destinations.
    public var destinations: [StoredDestination] = []
    /// Messages in flight by number, packed.
    public var lives: [Int64: [UInt8]] = [:]

    /// State whose key begins with `prefix`.
    public func values(prefix: String) -> [[UInt8]] {
        states.filter { $0.key.hasPrefix(prefix) }.map(\.value)
    }
}

extension History {
    /// Everything that is no fact, of one moment: another process may be writing.
    ///
    /// - Throws: where the database refuses.
    public func state() throws(HistoryError) -> StoredState {
        try read { db in
            var state = StoredState()
            state.positions = try Self.blobs(db, "SELECT source, value FROM position", [])
            state.states = try Self.blobs(db, "SELECT key, value FROM state", [])
            // Of the history itself.
            state.states[HistoryRemoval.namesDay] = nil
            let rows = try Row.fetchCursor(db, sql: "SELECT * FROM destination")
            while let row = try rows.next() { state.destinations.append(try LedgerTable.read(row)) }
            let lives = try Row.fetchCursor(db, sql: "SELECT id, value FROM life")
            while let row = try lives.next() {
                state.lives[try row.value(0)] = [UInt8](try row.value(1) as Data)
            }
            return state
        }
    }
}
