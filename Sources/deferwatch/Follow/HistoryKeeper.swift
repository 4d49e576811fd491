import Foundation
import History
import LogSource
import MailFlow
import PostfixLog
import Synchronization

/// Facts and positions on their way to the history, in one batch: a crash loses neither or both.
///
/// The ledger is stored less often, with positions of its own: a restart reads from there, and takes
/// from what the history has already only the sums.
final class HistoryKeeper: Sendable {
    private let writer: HistoryWriter
    private let lock: StateLock?
    /// What was found at the start, until it is taken.
    private let found: Mutex<Resumption?>
    private let renewal = HistoryRenewal()

    /// Opens the history in a state directory, which is made when missing.
    ///
    /// A damaged file is set aside; where none can be had, the history lives in memory: either is
    /// said once, and following goes on.
    init(directory: String, limits: HistoryLimits = HistoryLimits()) {
        let path = directory + "/history.sqlite"
        var settings = HistoryWriter.Settings()
        settings.limits = limits
        let (history, resumption, lock) = Self.open(directory, path)
        self.lock = lock
        found = Mutex(resumption)
        history.assume { Int16(clamping: LocalClock.offsetMinutes(atCivil: $0)) }
        writer = HistoryWriter(
            history: history,
            settings: settings
        ) { [renewal] trouble in
            Diagnostics.complain(path, "\(trouble)")
            if case .replaced = trouble { renewal.begin() }
        }
    }

    private static func open(
        _ directory: String,
        _ path: String
    ) -> (History, Resumption, StateLock?) {
        do {
            try FileManager.default.createDirectory(
                atPath: directory,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o750]
            )
            guard let lock = StateLock(directory: directory) else {
                Diagnostics.complain(
                    directory,
                    "another process keeps its history here; this one's is kept in memory"
                )
                return (try History.inMemory(), Resumption(), nil)
            }
            let opened = try History.openReplacingDamaged(path: path) {
                history throws(HistoryError) in try Resumption(history)
            }
            if let aside = opened.damaged {
                Diagnostics.complain(path, "was damaged: renamed to \(aside), a new one is begun")
            }
            if let words = opened.content.complaint { Diagnostics.complain(path, words) }
            return (opened.history, opened.content, lock)
        } catch {
            let words = (error as? HistoryError).map { "\($0)" } ?? error.localizedDescription
            Diagnostics.complain(path, "\(words); the history is kept in memory")
        }
        guard let history = try? History.inMemory() else {
            preconditionFailure("memory for an empty database is to be had")
        }
        return (history, Resumption(), nil)
    }

    /// Where each log was left, and the ledger there: once, for it may be large.
    func takeResumption() -> Resumption {
        found.withLock { found in
            defer { found = nil }
            return found ?? Resumption()
        }
    }

    /// True once after a damaged file was replaced: what has not changed since is to be stored, too.
    func takeRenewal() -> Bool { renewal.take() }

    /// Has `body` called when a damaged file was replaced, on the writer's thread.
    func onRenewal(_ body: @escaping @Sendable () -> Void) { renewal.listen(body) }

    /// One block's facts, the place after it, and the ledger if it is due: stored in one transaction.
    struct Entry {
        var gain = LiveFlow.Gain()
        /// Where sources stand; empty: nowhere new.
        var positions: [String: SourcePosition] = [:]
        var ledger: Ledger?

        /// The ledger's changes, and where it stands after them.
        struct Ledger {
            var changes: LedgerChanges
            var positions: [String: SourcePosition]
            var clocks: [String: YearClock]
            /// What is to be stored beside it.
            var beside = StateChanges()
        }
    }

    /// Hands an entry over; waits while the disk is far behind.
    func store(_ entry: Entry) throws {
        var batch = HistoryBatch()
        batch.events = entry.gain.events
        batch.ends = Self.ends(entry.gain.ends)
        batch.positions = try entry.positions.mapValues(Self.encoded)
        if let ledger = entry.ledger { try Self.add(ledger, to: &batch) }
        writer.submit(batch)
    }

    /// One line may end several recipients; a clock without a zone is in `zone`.
    static func ends(
        _ ends: [RecipientEnd],
        in zone: TimeZone = .current
    ) -> [DeferralEnd] {
        var (line, count) = ("", 0)
        return ends.filter { !$0.isHandedOver }.map { end in
            count = end.id == line ? count + 1 : 0
            line = end.id
            return DeferralEnd(
                id: "\(end.id)/\(count)",
                time: LocalClock.instant(
                    end.time.seconds,
                    offsetMinutes: end.time.offsetMinutes.map(Int.init),
                    in: zone
                ),
                outcome: end.fate.rawValue,
                queueID: end.queueID,
                recipient: end.recipient,
                domain: end.domain,
                code: end.code,
                deferrals: end.deferrals,
                waited: end.waited
            )
        }
    }

    private static func add(_ ledger: Entry.Ledger, to batch: inout HistoryBatch) throws {
        let place = LedgerPlace(positions: ledger.positions, clocks: ledger.clocks)
        batch.states[StateKey.place] = try encoded(place)
        batch.states[StateKey.sums] = try encoded(ledger.changes.sums)
        for hour in ledger.changes.hours {
            batch.states["\(StateKey.hour)\(hour.hour)"] = try encoded(hour)
        }
        let lives = ledger.changes.lives
        batch.lives = lives.changed.map { ($0.number, $0.bytes) }
        batch.removedLives = lives.ended
        for notes in lives.notes { batch.states[StateKey.notes + notes.key] = try encoded(notes) }
        batch.removedStates.formUnion(lives.forgottenNotes.map { StateKey.notes + $0 })
        // A process may have something to say again.
        batch.removedStates.subtract(batch.states.keys)
        batch.states.merge(ledger.beside.set) { $1 }
        batch.removedStates.formUnion(ledger.beside.removed)
        // In the order of the table: each of its pages is then read and written once.
        batch.destinations = ledger.changes.destinations.sorted { $0.domain < $1.domain }
    }

    /// Stores state that no line of the log explains.
    func store(_ changes: StateChanges) {
        var batch = HistoryBatch()
        batch.states = changes.set
        batch.removedStates = changes.removed
        writer.submit(batch)
    }

    /// True where nothing is kept beyond the process.
    var isInMemory: Bool { writer.history.isInMemory }

    /// Waits until everything is on disk, or in memory where the disk takes nothing.
    @discardableResult
    func flush(within seconds: TimeInterval = 86_400) -> HistoryWriter.Outcome {
        writer.flush(within: seconds)
    }

    /// Stores what waits.
    func close() { writer.close() }

    private static func encoded(_ value: some Encodable) throws -> [UInt8] {
        [UInt8](try JSONEncoder().encode(value))
    }
}

/// Says that a damaged file was replaced: the new one lacks what has not changed since.
private final class HistoryRenewal: Sendable {
    private struct State {
        var isDue = false
        var listener: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    func begin() {
        let listener = state.withLock { state in
            state.isDue = true
            return state.listener
        }
        listener?()
    }

    func take() -> Bool {
        state.withLock { state in
            defer { state.isDue = false }
            return state.isDue
        }
    }

    func listen(_ listener: @escaping @Sendable () -> Void) {
        let isDue = state.withLock { state in
            state.listener = listener
            return state.isDue
        }
        if isDue { listener() }
    }
}

/// Rows of state to be set and removed.
struct StateChanges: Sendable {
    var set: [String: [UInt8]] = [:]
    /// Removed first.
    var removed: Set<String> = []
}

/// What is learned from the same lines as the ledger, and stored with it.
protocol LedgerCompanion {
    /// Takes up what was stored, and the messages that were in flight.
    func restore(_ resumption: Resumption)
    /// What changed since the last call.
    func takeChanges() -> StateChanges
    /// Nothing is stored any more: all of it is a change.
    func forgetStored()
    /// What the keys of states begin with that others store beside it.
    var keptPrefixes: [String] { get }
    /// Rows that have changed, about.
    var changedCount: Int { get }
}
