internal import GRDB

extension HistoryError {
    /// The same trouble in our words.
    init(_ error: any Error, path: String) {
        if let known = error as? HistoryError {
            self = known
            return
        }
        if error is RowDecodingError {
            self = .damaged(path: path, reason: "a value is none that was stored")
            return
        }
        guard let error = error as? DatabaseError else {
            self = .database(path: path, reason: "\(error)")
            return
        }
        let reason = error.message ?? "\(error.resultCode)"
        self =
            switch error.resultCode {
            case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_CONSTRAINT,
                .SQLITE_MISMATCH:
                .damaged(path: path, reason: reason)
            case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
                .unwritable(path: path, reason: reason)
            default: .database(path: path, reason: reason)
            }
    }
}
