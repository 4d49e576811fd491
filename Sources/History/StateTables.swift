internal import GRDB

/// Positions and state of a transaction: of each key only the last value is written.
final class StateTables {
    private var positions: [String: [UInt8]] = [:]
    private var states: [String: [UInt8]?] = [:]
    private let setPosition: DirectStatement
    private let setState: DirectStatement
    private let removeState: DirectStatement

    init(_ db: Database) throws {
        setPosition = try DirectStatement(db, "INSERT OR REPLACE INTO position VALUES (?, ?)")
        setState = try DirectStatement(db, "INSERT OR REPLACE INTO state VALUES (?, ?)")
        removeState = try DirectStatement(db, "DELETE FROM state WHERE key = ?")
    }

    func note(_ batch: HistoryBatch) {
        positions.merge(batch.positions) { $1 }
        for key in batch.removedStates { states.updateValue(nil, forKey: key) }
        for (key, value) in batch.states { states.updateValue(value, forKey: key) }
    }

    /// Writes what was noted; at the end of a transaction.
    func store() throws {
        for (source, value) in positions {
            setPosition.bind(1, source)
            setPosition.bind(2, blob: value)
            try setPosition.run()
        }
        // In the order of the table: each of its pages is then read and written once.
        for (key, value) in states.sorted(by: { $0.key < $1.key }) {
            guard let value else {
                removeState.bind(1, key)
                try removeState.run()
                continue
            }
            setState.bind(1, key)
            setState.bind(2, blob: value)
            try setState.run()
        }
        positions.removeAll(keepingCapacity: true)
        states.removeAll(keepingCapacity: true)
    }
}
