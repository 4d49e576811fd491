import Glibc
import LogSource

/// One log to read, and the year that its first line is of where the line has none.
struct LogInput: Sendable, Hashable {
    /// '-' for standard input.
    var path: String
    /// For traditional syslog.
    var firstYear: Int
    /// Where the year is from, in words; nil: the lines have years.
    var yearReference: String?
}
