/// Why the history could not be kept or read.
public enum HistoryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The database refused; `reason` is SQLite's own text.
    case database(path: String, reason: String)
    /// The database was written by a newer Deferwatch.
    case newerSchema(path: String, found: Int, known: Int)

    /// One sentence without the path: callers print it before.
    public var description: String {
        switch self {
        case .database(_, let reason): "the history cannot be used: \(reason)"
        case .newerSchema(_, let found, let known):
            "the history has schema \(found) and this version knows \(known); use the newer version"
        }
    }
}
