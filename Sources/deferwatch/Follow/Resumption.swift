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
    /// What was stored and cannot be read, in words: it is gone on without.
    private var unreadable: [String] = []

    /// Where there is no history.
    init() {}

    init(_ history: History) throws(HistoryError) {
        let stored = try history.state()
        for (source, bytes) in stored.positions.sorted(by: { $0.key < $1.key }) {
            known[source] = decoded(bytes, "the position in \(source)")
        }
        positions = known
        states = stored.states
        for (key, bytes) in states.sorted(by: { $0.key < $1.key })
        where key.hasPrefix(StateKey.word) && Self.word(bytes) == nil {
            let domain = key.dropFirst(StateKey.word.count)
            unreadable.append("the operator's order on \(Escape.terminal(String(domain)))")
        }
        guard let placeBytes = stored.states[StateKey.place],
            let sumsBytes = stored.states[StateKey.sums]
        else { return }
        guard let place: LedgerPlace = decoded(placeBytes, "the sums"),
            let sums = decoded(sumsBytes, "the sums", where: \StoredSums.isPlausible)
        else { return }
        positions.merge(place.positions) { $1 }
        clocks = place.clocks.filter(\.value.isPlausible)
        note(place.clocks.count - clocks.count, of: place.clocks.count, "logs' years")
        let lives = stored.lives.compactMap { StoredLife(number: $0.key, bytes: $0.value) }
        note(stored.lives.count - lives.count, of: stored.lives.count, "messages")
        ledger = StoredLedger(
            sums: sums,
            hours: decoded(
                stored.values(prefix: StateKey.hour),
                "hours",
                where: \StoredHour.isPlausible
            ),
            destinations: stored.destinations,
            lives: lives,
            notes: decoded(
                stored.values(prefix: StateKey.notes),
                "notes of processes",
                where: \StoredNotes.isPlausible
            )
        )
    }

    /// One sentence for a person; nil: all could be read.
    var complaint: String? {
        guard !unreadable.isEmpty else { return nil }
        let list = unreadable.joined(separator: ", ")
        return "cannot read what is stored of \(list): going on without it"
    }

    /// The operator's order as it was stored; nil: it cannot be read.
    static func word(_ bytes: [UInt8]) -> ForcedVerdict? { value(bytes, where: \.isPlausible) }

    private mutating func decoded<Value: Decodable>(
        _ bytes: [UInt8],
        _ what: String,
        where isPlausible: (Value) -> Bool = { _ in true }
    ) -> Value? {
        let value = Self.value(bytes, where: isPlausible)
        if value == nil { unreadable.append(what) }
        return value
    }

    private mutating func decoded<Value: Decodable>(
        _ rows: [[UInt8]],
        _ what: String,
        where isPlausible: (Value) -> Bool
    ) -> [Value] {
        let values = rows.compactMap { Self.value($0, where: isPlausible) }
        note(rows.count - values.count, of: rows.count, what)
        return values
    }

    private static func value<Value: Decodable>(
        _ bytes: [UInt8],
        where isPlausible: (Value) -> Bool
    ) -> Value? {
        guard let value = try? JSONDecoder().decode(Value.self, from: Data(bytes)),
            isPlausible(value)
        else { return nil }
        return value
    }

    private mutating func note(_ missing: Int, of all: Int, _ what: String) {
        if missing > 0 { unreadable.append("\(missing) of \(all) \(what)") }
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
    /// The operator's, by domain: stored at once, beside the ledger.
    static let word = "word:"
}
