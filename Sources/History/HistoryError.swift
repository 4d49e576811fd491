/// Why the history could not be kept or read.
public enum HistoryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The database refused; `reason` is SQLite's own text.
    case database(path: String, reason: String)
    /// The file is no database, or a damaged one.
    case damaged(path: String, reason: String)
    /// The disk is full, or may not be written to.
    case unwritable(path: String, reason: String)
    /// The database was written by a newer Deferwatch.
    case newerSchema(path: String, found: Int, known: Int)
    /// The database was written by an older Deferwatch, and who only reads cannot change it.
    case olderSchema(path: String, found: Int, known: Int)

    /// The file that the error is about.
    public var path: String {
        switch self {
        case .database(let path, _), .damaged(let path, _), .unwritable(let path, _),
            .newerSchema(let path, _, _), .olderSchema(let path, _, _):
            path
        }
    }

    /// One sentence without the path: callers print it before.
    public var description: String {
        switch self {
        case .database(_, let reason): "the history cannot be used: \(reason)"
        case .damaged(_, let reason): "the history is damaged: \(reason)"
        case .unwritable(_, let reason): "the history cannot be written: \(reason)"
        case .newerSchema(_, let found, let known):
            "the history has schema \(found) and this version knows \(known); use the newer version"
        case .olderSchema(_, let found, let known):
            "the history has schema \(found), which a daemon of this version brings up to \(known) when it starts: restart it"
        }
    }
}
