public import Foundation
internal import Synchronization

/// Writes a history on its own thread: the caller's output does not wait for the disk.
///
/// Batches are joined: a transaction begins 200 ms after its first fact, or when 5,000 are waiting.
/// A caller that is faster than the disk waits in `submit`, so memory stays bounded.
public final class HistoryWriter: Sendable {
    /// When to store, and how much to keep.
    public struct Settings: Sendable {
        /// Facts that make a transaction begin at once; twice as many may wait.
        public var mostWaiting = 5_000
        /// Time that a fact waits for others.
        public var longestWait: TimeInterval = 0.2
        /// Facts that wait in memory while the disk takes none; with more, only the next start helps.
        public var mostSuspended = 100_000
        /// Time to the first trial after one that failed; each next one takes twice as long.
        public var firstRetry: TimeInterval = 1
        /// What is kept.
        public var limits = HistoryLimits()
        /// Time between two looks at the limits.
        public var pruneInterval: TimeInterval = 30

        /// The usual.
        public init() {}
    }

    /// What became of what was submitted.
    public enum Outcome: Sendable {
        /// It is on disk.
        case stored
        /// The disk does not take it now.
        case inMemory
        /// It is not known yet.
        case late
    }

    private struct State {
        var waiting: [HistoryBatch] = []
        /// Facts in `waiting`.
        var count = 0
        /// Batches in `waiting` without facts.
        var unbounded = 0
        var since: ContinuousClock.Instant?
        var submitted = 0
        var stored = 0
        /// What was stored last is on disk.
        var isKept = true
        var isFlushing = false
        var isClosing = false
        var isClosed = false
    }

    /// Batches without facts that wait one by one.
    private static let mostUnbounded = 8

    /// What is written.
    public let history: History
    private let settings: Settings
    private let onTrouble: @Sendable (HistoryTrouble) -> Void
    private let condition = NSCondition()
    private let state = Mutex(State())
    private let now: @Sendable () -> Int64

    /// Starts the thread; `close` ends it.
    ///
    /// `onTrouble` is called on it, once for each change; `now` gives seconds since 1970.
    public init(
        history: History,
        settings: Settings = Settings(),
        now: @escaping @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970) },
        onTrouble: @escaping @Sendable (HistoryTrouble) -> Void
    ) {
        self.history = history
        self.settings = settings
        self.now = now
        self.onTrouble = onTrouble
        let thread = Thread { [self] in run() }
        thread.name = "history"
        thread.stackSize = 1 << 20
        thread.start()
    }

    /// Hands a batch over; one with facts waits while the disk is behind.
    ///
    /// The clock and the operator hand over batches without, and must not stand still.
    public func submit(_ batch: HistoryBatch) {
        guard !batch.isEmpty else { return }
        condition.lock()
        while batch.count > 0,
            state.withLock({ $0.count >= settings.mostWaiting && !$0.isClosed })
        {
            condition.wait()
        }
        state.withLock { state in
            // A place alone supersedes the one before it: they do not pile up.
            if batch.hasOnlyPositions, let last = state.waiting.indices.last {
                state.waiting[last].positions.merge(batch.positions) { $1 }
            } else {
                state.waiting.append(batch)
                if batch.count == 0 { state.unbounded += 1 }
            }
            state.count += batch.count
            // Nobody waits with these: while the disk hangs, of each key only the last value is kept.
            if state.unbounded > Self.mostUnbounded {
                state.waiting = [HistoryBacklog(of: state.waiting).batch]
                state.unbounded = 0
            }
            state.since = state.since ?? .now
            state.submitted += 1
        }
        condition.broadcast()
        condition.unlock()
    }

    /// Waits until all that was submitted was tried to be stored, for `seconds`, a day at most.
    ///
    /// Where the disk takes nothing, it waits in memory, and is not waited for.
    @discardableResult
    public func flush(within seconds: TimeInterval = 86_400) -> Outcome {
        let deadline = Date() + min(seconds, 86_400)
        condition.lock()
        defer { condition.unlock() }
        let goal = state.withLock { state in
            state.isFlushing = true
            return state.submitted
        }
        condition.broadcast()
        while state.withLock({ $0.stored < goal && !$0.isClosed }) {
            guard condition.wait(until: deadline) else { return .late }
        }
        return state.withLock { $0.isKept } ? .stored : .inMemory
    }

    /// Batches that wait: for tests.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// Stores what waits and ends the thread.
    public func close() {
        condition.lock()
        state.withLock { $0.isClosing = true }
        condition.broadcast()
        while state.withLock({ !$0.isClosed }) { condition.wait() }
        condition.unlock()
    }

    private func run() {
        var pruner = HistoryPruner(limits: settings.limits, interval: settings.pruneInterval)
        var storing = HistoryStoring(history: history, settings: settings, onTrouble: onTrouble)
        while let (batches, goal) = nextBatches() {
            storing.store(batches)
            let isKept = !history.isInMemory
            condition.lock()
            state.withLock { state in
                state.stored = goal
                state.isKept = isKept
                if state.stored == state.submitted { state.isFlushing = false }
            }
            condition.broadcast()
            condition.unlock()
            if !storing.isSuspended { storing.prune(&pruner, now: now()) }
        }
        storing.end()
        condition.lock()
        state.withLock { $0.isClosed = true }
        condition.broadcast()
        condition.unlock()
    }

    /// Waits for batches; nil: closing, and all is stored.
    private func nextBatches() -> ([HistoryBatch], Int)? {
        condition.lock()
        defer { condition.unlock() }
        while true {
            let (isDue, isDone, deadline) = state.withLock { state in
                let isUrgent =
                    state.isClosing || state.isFlushing
                    || state.count >= settings.mostWaiting
                // The wall clock may be set back meanwhile.
                let due = state.since.map { $0 + .seconds(settings.longestWait) }
                let isLate = due.map { $0 <= .now } ?? false
                return (
                    !state.waiting.isEmpty && (isUrgent || isLate),
                    state.isClosing && state.waiting.isEmpty, due
                )
            }
            if isDone { return nil }
            if isDue { break }
            let wait = deadline.map { ContinuousClock.now.duration(to: $0) } ?? .seconds(1)
            let limit = Date() + wait / .seconds(1)
            // An idle second is for the limits.
            if !condition.wait(until: limit), deadline == nil { break }
        }
        return state.withLock { state in
            let batches = state.waiting
            state.waiting = []
            state.count = 0
            state.unbounded = 0
            state.since = nil
            return (batches, state.submitted)
        }
    }
}
