import Deferrals
import LogSource
import MailFlow

/// Following from start to stop: reads, adds up, hands out, stores.
final class LiveSession {
    private let feed: LogFeed
    private let keeper: HistoryKeeper?
    private let companion: (any LedgerCompanion)?
    private let known: [String: SourcePosition]
    /// What was added up so far; asked from any thread.
    let flow: SharedFlow
    private var block = LogBlock(capacity: 262_144)
    private let clock = ContinuousClock()
    private var ledgerIsDue: ContinuousClock.Instant
    private var storedSources: Set<String>
    /// What was stored beside the ledger, by key.
    let states: [String: [UInt8]]
    /// Where the block that was read last came from.
    private(set) var latest: FollowedBlock?

    /// The ledger is stored this often at most, and so seldom that it takes a twentieth of the time;
    /// a restart reads again what came since.
    private static let ledgerInterval = Duration.milliseconds(200)
    /// Destinations whose change is stored at once: they wait in memory until then.
    private static let mostChanges = 50_000
    /// What the writer needs for each row, about.
    private static let rowCost = Duration.microseconds(5)

    /// Opens the logs where an earlier run left them.
    init(
        _ logs: FollowedLogs,
        bank: PatternBank,
        settings: LiveFlow.Settings = LiveFlow.Settings(),
        keeper: HistoryKeeper?,
        companion: (any LedgerCompanion)? = nil,
        wake: any WakeSource,
        observer: any FollowObserver
    ) throws {
        self.keeper = keeper
        self.companion = companion
        var settings = settings
        settings.isStored = keeper != nil
        var live = try LiveFlow(bank: bank, settings: settings)
        let resumption = keeper?.takeResumption() ?? Resumption()
        let stored = resumption.known
        known = Self.confirmed(resumption, observer)
        states = resumption.states.filter { state in
            companion?.keptPrefixes.contains { state.key.hasPrefix($0) } ?? false
        }
        if let ledger = resumption.ledger { live.restore(ledger, resumption.clocks) }
        flow = SharedFlow(live)
        companion?.restore(resumption)
        feed = try LogFeed(logs, positions: resumption.positions, wake: wake, observer: observer)
        ledgerIsDue = clock.now + Self.ledgerInterval
        storedSources = Set(feed.positions.keys)
        try storeBeginning(instead: stored)
    }

    /// Of what the history has, what the logs still have in the same place.
    private static func confirmed(
        _ resumption: Resumption,
        _ observer: any FollowObserver
    ) -> [String: SourcePosition] {
        var confirmed: [String: SourcePosition] = [:]
        for (source, position) in resumption.known {
            let (found, event) = position.confirmed(in: source)
            confirmed[source] = found
            // Who goes on from there meets it, and says so.
            guard let event, resumption.positions[source] != position else { continue }
            observer.followed(source, event)
        }
        return confirmed
    }

    /// On disk before the first line: a crash before that would begin anew, perhaps in another file.
    private func storeBeginning(instead stored: [String: SourcePosition]) throws {
        guard let keeper else { return }
        var entry = HistoryKeeper.Entry()
        entry.positions = feed.positions.filter { known[$0.key] == nil }
        entry.positions.merge(known.filter { $0.value != stored[$0.key] }) { $1 }
        entry.ledger = takeLedger()
        try keeper.store(entry)
        keeper.flush()
    }

    /// Follows until it is told to stop, the input ends, or `deliver` returns false.
    ///
    /// What a block gave is handed out before it is stored: output does not wait for the disk.
    func run(_ deliver: (LiveFlow.Gain) throws -> Bool) throws {
        feed.onWake { [weak self] in self?.storeRenewal() }
        var goesOn = true
        while goesOn, let origin = try feed.next(&block) {
            latest = origin
            let before = known[origin.source]?.bytesBefore(in: origin, count: block.count) ?? 0
            let gain = flow.add(block, origin, known: before)
            goesOn = try deliver(gain)
            try store(gain, origin, isKnown: before == block.count)
        }
        try storeEnd()
    }

    private func storeEnd() throws {
        guard let keeper else { return }
        var entry = HistoryKeeper.Entry()
        _ = renew(&entry)
        entry.ledger = takeLedger()
        try keeper.store(entry)
        keeper.flush()
        // The last batch may have been the one that met the damage.
        guard renew(&entry) else { return }
        entry.ledger = takeLedger()
        try keeper.store(entry)
    }

    /// Nobody knows when the next line comes: a history that was begun anew has all of the ledger before it.
    private func storeRenewal() {
        var entry = HistoryKeeper.Entry()
        guard renew(&entry) else { return }
        entry.ledger = takeLedger()
        // What cannot be encoded is said with the next line.
        try? keeper?.store(entry)
    }

    /// True where the history was begun anew: all of the ledger is to be stored, and every position.
    private func renew(_ entry: inout HistoryKeeper.Entry) -> Bool {
        guard let keeper, keeper.takeRenewal() else { return false }
        flow.forgetStored()
        companion?.forgetStored()
        entry.positions = feed.positions
        return true
    }

    private func store(_ gain: LiveFlow.Gain, _ origin: FollowedBlock, isKnown: Bool) throws {
        guard let keeper else { return }
        var entry = HistoryKeeper.Entry(gain: gain)
        if !isKnown { entry.positions = [origin.source: origin.position] }
        let isNew = storedSources.insert(origin.source).inserted
        let isRenewed = renew(&entry)
        if isNew || isRenewed || clock.now >= ledgerIsDue || isLedgerLarge {
            entry.ledger = takeLedger()
        }
        try keeper.store(entry)
    }

    /// Catching up with a log of many destinations would gather them for ever longer.
    private var isLedgerLarge: Bool { (companion?.changedCount ?? 0) >= Self.mostChanges }

    private func takeLedger() -> HistoryKeeper.Entry.Ledger {
        let begin = clock.now
        let (changes, clocks) = flow.takeChanges()
        let beside = companion?.takeChanges() ?? StateChanges()
        let end = clock.now
        let rows = changes.rows + beside.set.count
        ledgerIsDue = end + max(Self.ledgerInterval, (end - begin + Self.rowCost * rows) * 20)
        return HistoryKeeper.Entry.Ledger(
            changes: changes,
            positions: feed.positions,
            clocks: clocks,
            beside: beside
        )
    }

    /// How far each source was read.
    var positions: [String: SourcePosition] { feed.positions }

    /// Journal entries of users that may not speak for Postfix.
    var disbelieved: Int { feed.disbelieved }
}
