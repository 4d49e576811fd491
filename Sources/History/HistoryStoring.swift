internal import Foundation

/// Stores batches on disk if it can be, else keeps them until it can.
struct HistoryStoring {
    private let history: History
    private let settings: HistoryWriter.Settings
    private let onTrouble: @Sendable (HistoryTrouble) -> Void
    private var backlog: HistoryBacklog?
    private var lastLook: ContinuousClock.Instant?
    private var isRemoved = false
    private var pruningTold = PruningTold()

    /// What was told of the limits.
    private struct PruningTold {
        var isFailing = false
        var isOverfull = false
    }

    /// The file is looked for this often.
    private static let lookInterval: TimeInterval = 1

    init(
        history: History,
        settings: HistoryWriter.Settings,
        onTrouble: @escaping @Sendable (HistoryTrouble) -> Void
    ) {
        self.history = history
        self.settings = settings
        self.onTrouble = onTrouble
    }

    /// The disk takes nothing now.
    var isSuspended: Bool { backlog != nil }

    mutating func store(_ batches: [HistoryBatch]) {
        lookForFile()
        if var waiting = backlog {
            for batch in batches { waiting.append(batch) }
            backlog = waiting
            if waiting.isDue { retry() }
        } else if !batches.isEmpty {
            do {
                try history.store(batches)
            } catch {
                meet(error, batches)
            }
        }
    }

    /// Removes a part of what is beyond the limits; what keeps it from that is told once.
    mutating func prune(_ pruner: inout HistoryPruner, now: Int64) {
        do {
            guard let pruning = try pruner.step(history, now: now) else { return }
            if pruningTold.isFailing { onTrouble(.pruned) }
            pruningTold.isFailing = false
            guard pruning != .unfinished, !history.isMemoryDatabase else { return }
            guard case .overfull(let bytes) = pruning else {
                pruningTold.isOverfull = false
                return
            }
            guard !pruningTold.isOverfull else { return }
            pruningTold.isOverfull = true
            onTrouble(.overfull(bytes: bytes, most: settings.limits.bytes ?? bytes))
        } catch .damaged(let path, let reason) where !history.isMemoryDatabase {
            replaceDamaged(path, reason, [])
        } catch {
            guard !pruningTold.isFailing else { return }
            pruningTold.isFailing = true
            onTrouble(.unpruned(error))
        }
    }

    /// The last trial, with all patience.
    mutating func end() {
        guard backlog != nil else { return }
        history.setPatience(.usual)
        retry()
    }

    private mutating func meet(_ error: HistoryError, _ batches: [HistoryBatch]) {
        guard !history.isMemoryDatabase else { return }
        if case .damaged(let path, let reason) = error {
            return replaceDamaged(path, reason, batches)
        }
        var waiting = HistoryBacklog(firstRetry: settings.firstRetry)
        for batch in batches { waiting.append(batch) }
        backlog = waiting
        history.isSuspended = true
        // Who waits for a lock keeps the log from being read.
        history.setPatience(.none)
        onTrouble(.suspended(error))
        giveUpBeyondBound(error)
    }

    private mutating func retry() {
        guard let waiting = backlog else { return }
        do {
            try history.store(waiting.batch)
            backlog = nil
            history.isSuspended = isRemoved
            history.setPatience(.usual)
            onTrouble(.resumed(facts: waiting.count))
        } catch .damaged(let path, let reason) {
            backlog = nil
            history.isSuspended = isRemoved
            replaceDamaged(path, reason, [waiting.batch])
        } catch {
            backlog?.putOff()
            giveUpBeyondBound(error)
        }
    }

    private mutating func giveUpBeyondBound(_ error: HistoryError) {
        guard let waiting = backlog, waiting.count > settings.mostSuspended else { return }
        backlog = nil
        goToMemory(error, [waiting.batch])
    }

    private func replaceDamaged(_ path: String, _ reason: String, _ batches: [HistoryBatch]) {
        do {
            let aside = try history.beginAnew()
            try history.store(batches)
            onTrouble(.replaced(path: path, aside: aside, reason: reason))
        } catch {
            goToMemory(error, batches)
        }
    }

    private func goToMemory(_ error: HistoryError, _ batches: [HistoryBatch]) {
        guard let memory = try? History.memoryDatabase() else { return }
        history.replace(by: memory, isInMemory: true)
        onTrouble(.inMemory(error))
        try? history.store(batches)
    }

    /// A file without a name takes all that is written to it, and nobody can open it again.
    private mutating func lookForFile() {
        guard !history.isMemoryDatabase else { return }
        if let lastLook, lastLook + .seconds(Self.lookInterval) > .now { return }
        lastLook = .now
        let isGone = !history.isFileInPlace
        guard isGone != isRemoved else { return }
        isRemoved = isGone
        history.isSuspended = isGone || backlog != nil
        onTrouble(isGone ? .removed(path: history.path) : .resumed(facts: 0))
    }
}
