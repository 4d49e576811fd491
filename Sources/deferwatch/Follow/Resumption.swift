import Foundation
import History
import LogSource
import MailFlow
import PostfixLog

/// What a restart goes on from.
struct Resumption {
    /// Where to read from: the ledger's positions.
    var positions: [String: SourcePosition] = [:]
    /// What the history has already.
    var known: [String: SourcePosition] = [:]
    /// The ledger at `positions`; nil: none was stored.
    var ledger: StoredLedger?
    var clocks: [String: YearClock] = [:]
    /// What was stored beside the ledger, by key.
    var states: [String: [UInt8]] = [:]

    /// Where there is no history.
    init() {}

    init(_ history: History) throws(HistoryError) {
        let stored = try history.state()
        known = stored.positions.compactMapValues { Self.decoded($0) }
        positions = known
        states = stored.states
        guard let place: LedgerPlace = stored.states[StateKey.place].flatMap({ Self.decoded($0) }),
            let sums: StoredSums = stored.states[StateKey.sums].flatMap({ Self.decoded($0) })
        else { return }
        positions.merge(place.positions) { $1 }
        clocks = place.clocks
        ledger = StoredLedger(
            sums: sums,
            hours: stored.values(prefix: StateKey.hour).compactMap { Self.decoded($0) },
            destinations: stored.destinations,
            lives: stored.lives.compactMap { StoredLife(number: $0.key, bytes: $0.value) },
            notes: stored.values(prefix: StateKey.notes).compactMap { Self.decoded($0) }
        )
    }

    private static func decoded<Value: Decodable>(_ bytes: [UInt8]) -> Value? {
        try? JSONDecoder().decode(Value.self, from: Data(bytes))
    }
}

/// Where the stored ledger stood.
struct LedgerPlace: Codable {
    var positions: [String: SourcePosition]
    var clocks: [String: YearClock]
}

/// What the ledger's parts are stored under; docs/history-schema.md has them.
enum StateKey {
    static let place = "ledger:place"
    static let sums = "ledger:sums"
    static let hour = "hour:"
    static let notes = "notes:"
}
