internal import Synchronization

/// How much of the history is kept.
public struct HistoryLimits: Sendable, Hashable {
    /// Deferrals are kept so long, in seconds, back from the newest; nil: for ever.
    ///
    /// Not back from now: an old log that is read afresh is kept, and a clock that runs ahead for a
    /// while takes nothing away.
    public var age: Int64? = 90 * 86_400
    /// The database may grow to so many bytes; nil: without bound.
    ///
    /// The newest deferrals, and what the ledger holds, are kept beyond it.
    public var bytes: Int64? = 4 << 30
    /// Counts per minute are kept so long, in seconds.
    public var minutesAge: Int64 = 7 * 86_400
    /// Counts per day are kept so long, in seconds.
    public var daysAge: Int64 = 3 * 366 * 86_400

    /// The usual.
    public init() {}
}

extension History {
    /// Begins a new database in the place of a damaged one; where that went.
    func beginAnew() throws(HistoryError) -> String {
        let aside = try Self.setAside(path)
        let fresh = try History(path: path)
        let database = fresh.backend.withLock { $0.database }
        replace(by: database, isInMemory: false)
        return aside
    }
}
