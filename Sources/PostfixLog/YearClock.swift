/// Gives years to lines that have none, in the order of the lines.
///
/// Only a jump back of more than 180 days is a new year: rotated logs and several writers put lines
/// out of order by seconds. A line from the last hours of December after the roll-over still belongs
/// to the old year.
public struct YearClock: Sendable, Hashable, Codable {
    /// The year of the newest line.
    public private(set) var year: Int
    /// How often the year has rolled.
    public private(set) var rollovers = 0
    private var last: Int64?
    private var yearStart: Int64
    /// The first line is of the latest year in which it is not a day after this; nil: of `year`.
    private var reference: Int64?

    private static let day: Int64 = 86_400
    private static let jump: Int64 = 180 * day

    /// A clock whose first line is of `year`.
    public init(firstYear year: Int) {
        self.year = year
        yearStart = Int64(CivilCalendar.days(year: year, month: 1, day: 1)) * Self.day
    }

    /// A clock whose first line is of the latest year in which it is not more than a day after
    /// `reference`, in seconds since 1970 by the log's own clock.
    public init(notAfter reference: Int64) {
        self.init(firstYear: CivilCalendar.date(days: Int(reference / Self.day)).year)
        self.reference = reference
    }

    /// The latest year in which `time` is not more than a day after `reference`.
    public static func latestYear(of time: LogTime, notAfter reference: Int64) -> Int {
        let limit = reference + day
        var year = CivilCalendar.date(days: Int(limit / day)).year + 1
        // 29 February falls in a leap year.
        let isLeapDay = time.seconds / day == 59
        while civil(time.seconds, year) > limit || isLeapDay && !CivilCalendar.isLeap(year) {
            year -= 1
        }
        return year
    }

    /// `time` with its year; times that have one pass unchanged.
    public mutating func resolve(_ time: LogTime) -> LogTime {
        guard !time.hasYear else { return time }
        if let reference {
            self = YearClock(firstYear: Self.latestYear(of: time, notAfter: reference))
        }
        let inLeapYear = time.seconds
        var resolved = time
        resolved.hasYear = true
        if let last {
            if inLeapYear < last - Self.jump {
                roll()
            } else if inLeapYear > last + Self.jump,
                last + 366 * Self.day - inLeapYear < Self.day
            {
                resolved.seconds = Self.civil(inLeapYear, year - 1)
                return resolved
            }
        }
        last = inLeapYear
        resolved.seconds = yearStart + Self.withoutLeapDay(inLeapYear, year)
        return resolved
    }

    private mutating func roll() {
        year += 1
        rollovers += 1
        yearStart = Int64(CivilCalendar.days(year: year, month: 1, day: 1)) * Self.day
    }

    private static func civil(_ inLeapYear: Int64, _ year: Int) -> Int64 {
        Int64(CivilCalendar.days(year: year, month: 1, day: 1)) * day
            + withoutLeapDay(inLeapYear, year)
    }

    /// 29 February in a common year becomes 1 March: the line stays, the calendar yields.
    private static func withoutLeapDay(_ inLeapYear: Int64, _ year: Int) -> Int64 {
        inLeapYear >= 60 * day && !CivilCalendar.isLeap(year) ? inLeapYear - day : inLeapYear
    }
}
