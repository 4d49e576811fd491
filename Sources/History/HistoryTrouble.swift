/// What happened to the history while it was written.
public enum HistoryTrouble: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file was damaged; it was renamed and a new one begun.
    case replaced(path: String, aside: String, reason: String)
    /// It cannot be written now: what comes waits in memory and is tried again.
    case suspended(HistoryError)
    /// What waited is on disk.
    case resumed(facts: Int)
    /// The history lives in memory until the next start; nothing is lost while the logs are there,
    /// since the stored position does not move.
    case inMemory(HistoryError)
    /// The file was deleted, or another put in its place, while it was written.
    case removed(path: String)
    /// What is beyond the limits cannot be removed now.
    case unpruned(HistoryError)
    /// It can be again.
    case pruned
    /// It takes more than it may, and all of it is to be kept.
    case overfull(bytes: Int64, most: Int64)

    /// One sentence without the path.
    public var description: String {
        switch self {
        case .replaced(_, let aside, let reason):
            "the history was damaged (\(reason)): renamed to \(aside), a new one is begun"
        case .suspended(let error):
            "\(error); it is kept in memory and tried again"
        case .resumed(facts: 0): "the history is written again"
        case .resumed(let facts):
            "the history is written again, with the \(facts) deferrals and ends that waited"
        case .inMemory(let error):
            "\(error); it is kept in memory until the next start, which reads the logs again from the last stored position"
        case .removed:
            "the history was deleted or replaced while it is written: what comes is not kept; restart to begin another"
        case .unpruned(let error):
            "\(error); what is beyond its limits stays, and is tried again"
        case .pruned: "what is beyond the history's limits is removed again"
        case .overfull(let bytes, let most):
            "the history takes \(Self.megabytes(bytes)) MB and may take \(Self.megabytes(most)): the newest deferrals, and what is known of each destination and message in the queue, need that much; allow more"
        }
    }

    private static func megabytes(_ bytes: Int64) -> Int64 { (bytes + 524_288) / 1_048_576 }
}
