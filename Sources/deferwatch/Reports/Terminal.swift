import Foundation
import Glibc

/// What standard output and the environment say of the reader.
enum Terminal {
    static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }
    static var isError: Bool { isatty(STDERR_FILENO) == 1 }

    /// Lines of the terminal; nil: standard output is none.
    static var height: Int? { size.map { Int($0.ws_row) } }

    /// Columns: of the terminal, else COLUMNS, else 80.
    static var width: Int {
        if let size { return Int(size.ws_col) }
        return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 80
    }

    private static var size: winsize? {
        var size = winsize()
        // SAFETY: TIOCGWINSZ fills in the structure that it is given.
        if unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            return size
        }
        return nil
    }

    /// The first of LC_ALL, LC_MESSAGES and LANG that is set.
    ///
    /// Source: POSIX, Base Definitions, 8.2.
    static func locale(
        _ environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> String {
        ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    }
}
