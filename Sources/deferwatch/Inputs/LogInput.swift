import Glibc
import LogSource
import PostfixLog

/// One log to read, and the clock that gives years to lines that have none.
struct LogInput: Sendable, Hashable {
    /// '-' for standard input.
    var path: String
    /// For traditional syslog.
    var clock: YearClock
    /// Where the year is from, in words; nil: the lines have years.
    var yearReference: String?

    /// A log whose clock is known.
    init(path: String, clock: YearClock, yearReference: String?) {
        self.path = path
        self.clock = clock
        self.yearReference = yearReference
    }

    /// A log whose year was found.
    init(_ member: RotatedSet.Member) {
        self.init(
            path: member.survey.path,
            firstYear: member.found.year,
            yearReference: member.found.name
        )
    }

    /// A log whose first line is of `firstYear`.
    init(path: String, firstYear: Int, yearReference: String?) {
        self.init(path: path, clock: YearClock(firstYear: firstYear), yearReference: yearReference)
    }
}
