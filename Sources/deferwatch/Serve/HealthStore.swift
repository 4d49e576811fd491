import Foundation
import MailFlow
import Synchronization

/// Health's way to the state database and back.
///
/// What was learned from the log goes in with the ledger, in one transaction with its place: what is
/// read again after a restart is learned again, and nothing twice. The operator's words go in at
/// once, under keys of their own.
extension HealthDesk: LedgerCompanion {
    var keptPrefixes: [String] { [ServeDaemon.pushBackKey, AlertPart.keyPrefix] }

    func restore(_ resumption: Resumption) {
        let states = resumption.states
        let offset = resumption.ledger?.sums.clockOffset
        let coder = StateCoder()
        let words = states.filter { $0.key.hasPrefix(StateKey.word) }
        let now = DaemonClock.wall
        let settings = state.withLock { $0.book.settings }
        // Not under the lock: a million destinations take seconds, and requests ask meanwhile.
        let restored = HealthBook(
            rows: states,
            coder,
            settings: settings,
            seed: .random(in: 0...UInt64.max),
            now: now
        )
        state.withLock { state in
            let inForce = state.book.settings
            if let restored { state.book = restored }
            if inForce != settings { state.book.apply(inForce) }
            var verdicts: [String: ForcedVerdict] = [:]
            for (key, bytes) in words {
                let domain = String(key.dropFirst(StateKey.word.count))
                verdicts[domain] = Resumption.word(bytes)
            }
            state.book.restore(forcedVerdicts: verdicts, now: now)
            let kept = state.book.forcedVerdicts
            state.endedWords = Set(words.keys).subtracting(kept.keys.map { StateKey.word + $0 })
        }
        updateWaiting { waiting in
            for life in resumption.ledger?.lives ?? [] {
                waiting.restore(life, offsetMinutes: offset)
            }
        }
    }

    func takeChanges() -> StateChanges {
        let coder = StateCoder()
        let (first, endedWords) = state.withLock { state in
            defer { state.endedWords = [] }
            return (state.book.takeChanges(most: Self.part), state.endedWords)
        }
        // Encoding fails for numbers that JSON lacks, and there are none.
        var changes = StateChanges(
            set: (try? first.rows(coder)) ?? [:],
            removed: endedWords.union(first.removedRows)
        )
        var taken = first.keys.count
        while taken == Self.part {
            // The lock is given back between the parts: answers come first.
            let keys = state.withLock { $0.book.takeKeys(most: Self.part) }
            for case let row? in keys.map({ try? $0.row(coder) }) {
                changes.set[row.key] = row.value
            }
            taken = keys.count
        }
        return changes
    }

    func forgetStored() { state.withLock { $0.book.forgetStored() } }

    var changedCount: Int { state.withLock { $0.book.changedCount } }

    /// Every word that is in force.
    var words: StateChanges {
        let coder = StateCoder()
        var changes = StateChanges()
        for (domain, forced) in state.withLock({ $0.book.forcedVerdicts }) {
            changes.set[StateKey.word + domain] = try? coder.encode(forced)
        }
        return changes
    }

    /// The word on one destination, to be stored now.
    func word(on domain: String) -> StateChanges {
        let key = StateKey.word + domain
        let now = DaemonClock.wall
        let word = state.withLock { $0.book.forcedVerdict(on: domain, now: now) }
        guard let forced = word,
            let bytes = try? StateCoder().encode(forced)
        else { return StateChanges(removed: [key]) }
        return StateChanges(set: [key: bytes])
    }
}

/// State as JSON.
struct StateCoder: HealthCoder {
    private let encoder = JSONEncoder()
    private let decoder = JSONDecoder()

    func encode(_ value: some Encodable) throws -> [UInt8] { [UInt8](try encoder.encode(value)) }

    func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        try decoder.decode(type, from: Data(bytes))
    }
}
