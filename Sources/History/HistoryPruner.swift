internal import GRDB
internal import Synchronization

/// How far the limits are kept.
public enum HistoryPruning: Hashable, Sendable {
    /// More is to be removed.
    case unfinished
    /// Nothing is beyond them.
    case done
    /// It takes so many bytes, and all of it is to be kept.
    case overfull(bytes: Int64)
}

/// Removes what is beyond the limits, a little at a time, so that writing never waits long.
struct HistoryPruner {
    let limits: HistoryLimits
    let interval: Double
    private var lastLook: Int64?
    /// Seconds from the last look to the next.
    private var pause: Double

    /// Rows that one step removes at most.
    static let rowsPerStep = 5_000
    /// In memory there is no more than this.
    private static let mostBytesInMemory: Int64 = 64 << 20

    init(limits: HistoryLimits, interval: Double) {
        self.limits = limits
        self.interval = interval
        pause = interval
    }

    /// Does a part of what is due; nil: nothing is.
    mutating func step(_ history: History, now: Int64) throws(HistoryError) -> HistoryPruning? {
        // A clock that was set back is no reason to wait for it.
        if let lastLook, now >= lastLook, Double(now - lastLook) < pause { return nil }
        var limits = limits
        if history.isMemoryDatabase {
            limits.bytes = min(limits.bytes ?? .max, Self.mostBytesInMemory)
        }
        // Where it fails it is tried after a while, too.
        (lastLook, pause) = (now, interval)
        let pruning = try history.prune(limits, now: now)
        switch pruning {
        case .unfinished: lastLook = nil
        case .done: break
        // To find that out everything was looked through.
        case .overfull: pause = interval * 20
        }
        return pruning
    }
}

extension History {
    /// Removes at most a few thousand rows that are beyond the limits.
    ///
    /// - Throws: where the database refuses.
    public func prune(
        _ limits: HistoryLimits,
        now: Int64
    ) throws(HistoryError) -> HistoryPruning {
        do {
            let database = backend.withLock { $0.database }
            let (removed, pruning) = try database.write {
                try HistoryRemoval($0).remove(beyond: limits, now: now)
            }
            // Its numbers may be of names that were removed.
            if removed.names > 0 { backend.withLock { $0.recorder = nil } }
            if removed.rows > 0 || removed.names > 0 || pruning != .done {
                try database.writeWithoutTransaction {
                    try $0.execute(sql: "PRAGMA incremental_vacuum(2000)")
                }
            }
            return pruning
        } catch {
            throw HistoryError(error, path: path)
        }
    }

    /// Bytes that the content takes; free pages do not count.
    ///
    /// - Throws: where the database refuses.
    public func size() throws(HistoryError) -> Int64 {
        try read { try HistoryRemoval.usedBytes($0) }
    }
}
