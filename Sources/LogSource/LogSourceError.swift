import Glibc

/// Why a log could not be read.
public enum LogSourceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The system refused; `number` is errno.
    case system(path: String, operation: String, number: Int32)
    /// A directory where a file is wanted.
    case isDirectory(path: String)
    /// The compressed stream is damaged or ends early; what came before was delivered.
    case damaged(path: String, reason: String)
    /// Standard input is closed, or cannot be read from.
    case inputIsClosed
    /// This program was built without the trait 'Journal'.
    case journalNotBuilt

    /// The file that the error is about.
    public var path: String {
        switch self {
        case .system(let path, _, _), .isDirectory(let path), .damaged(let path, _): path
        case .inputIsClosed: "-"
        case .journalNotBuilt: "journal"
        }
    }

    /// One sentence without the path: callers print it before.
    public var description: String {
        switch self {
        case .system(_, let operation, let number):
            "cannot \(operation): \(Self.text(of: number))"
        case .isDirectory:
            "is a directory; name the files in it, or use the directory with 'audit'"
        case .damaged(_, let reason):
            "compressed log is damaged: \(reason); what could be read is reported"
        case .inputIsClosed:
            "standard input is closed; give it a log, or name the log's file"
        case .journalNotBuilt:
            "this program was built without the journal; build it with '--traits Journal', or name the log's file"
        }
    }

    private static func text(of number: Int32) -> String {
        // SAFETY: strerror returns a terminated string that lives until this thread's next call.
        guard let text = unsafe strerror(number) else { return "error \(number)" }
        return unsafe String(cString: text)
    }
}
