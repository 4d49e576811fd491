/// Gives years to lines that have none, in the order of the lines.
///
/// Only a jump back of more than 180 days is a new year: rotated logs and several writers put lines
/// out of order by seconds. A line from the last hours of December after the roll-over still belongs
/// to the old year. A line that has a year says which it is for those after it. Where the log goes on
/// as before after lines of a day at most, their host had no clock, and the year did not roll.
public struct YearClock: Sendable, Hashable, Codable {
    /// The year of the newest line.
    public private(set) var year: Int
    /// How often the year has rolled.
    public private(set) var rollovers = 0
    /// How often it had when a line without a year first named 29 February; nil: none has.
    public private(set) var leapDay: Int?
    private var last: Int64?
    private var yearStart: Int64
    /// The first line is of the latest year in which it is not a day after this; nil: of `year`.
    private var reference: Int64?
    /// The newest line that has a year, where none without one has followed: what follows is of the
    /// year in which it is nearest.
    private var dated: Int64?
    private var tookYear: Bool?
    /// The lines before and after the last roll-over, as long as that may have been one host's own.
    private var beforeRoll: Int64?
    private var afterRoll: Int64?

    /// False for one that was stored and cannot have been: it cannot be reckoned with.
    public var isPlausible: Bool {
        let times = [yearStart, last, reference, dated, beforeRoll, afterRoll].compactMap(\.self)
        return times.allSatisfy { $0.magnitude < 1 << 38 }
            && [year, rollovers, leapDay ?? 0].allSatisfy { $0.magnitude < 10_000 }
    }

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
        while civil(time.seconds, year) > limit || time.isLeapDay && !CivilCalendar.isLeap(year) {
            year -= 1
        }
        return year
    }

    /// True where a line with a year gave its year to one without: a syslog daemon's format changed.
    public var hasYearOfLine: Bool { tookYear == true }

    /// True where a line had no year.
    public var gaveYears: Bool { last != nil }

    /// The year of `time`, which has none, in which it is nearest to `dated`, in civil seconds since
    /// 1970.
    public static func nearestYear(of time: LogTime, to dated: Int64) -> Int {
        let year = CivilCalendar.date(days: Int(dated / day)).year
        var nearest = year
        for other in [year - 1, year + 1]
        where abs(civil(time.seconds, other) - dated) < abs(civil(time.seconds, nearest) - dated) {
            nearest = other
        }
        return nearest
    }

    /// `time` with its year; times that have one pass unchanged.
    public mutating func resolve(_ time: LogTime) -> LogTime {
        guard !time.hasYear else {
            dated = time.seconds
            return time
        }
        if let dated {
            let former = rollovers
            self = YearClock(firstYear: Self.nearestYear(of: time, to: dated))
            (rollovers, tookYear) = (former, true)
        } else if let reference {
            self = YearClock(firstYear: Self.latestYear(of: time, notAfter: reference))
        }
        let inLeapYear = time.seconds
        var resolved = time
        resolved.hasYear = true
        if let last {
            if inLeapYear < last - Self.jump {
                roll()
                (beforeRoll, afterRoll) = (last, inLeapYear)
            } else if inLeapYear > last + Self.jump {
                if last + 366 * Self.day - inLeapYear < Self.day {
                    resolved.seconds = Self.civil(inLeapYear, year - 1)
                    return resolved
                }
                if let beforeRoll,
                    (beforeRoll - Self.day...beforeRoll + 30 * Self.day).contains(inLeapYear)
                {
                    unroll()
                }
            }
        }
        if leapDay == nil, time.isLeapDay { leapDay = rollovers }
        if let afterRoll, inLeapYear > afterRoll + Self.day { beforeRoll = nil }
        last = inLeapYear
        resolved.seconds = yearStart + Self.withoutLeapDay(inLeapYear, year)
        return resolved
    }

    private mutating func roll() {
        year += 1
        rollovers += 1
        yearStart = Int64(CivilCalendar.days(year: year, month: 1, day: 1)) * Self.day
    }

    private mutating func unroll() {
        year -= 1
        rollovers -= 1
        yearStart = Int64(CivilCalendar.days(year: year, month: 1, day: 1)) * Self.day
        beforeRoll = nil
    }

    /// Civil seconds since 1970 of a time that has no year, in `year`.
    static func civil(_ inLeapYear: Int64, _ year: Int) -> Int64 {
        Int64(CivilCalendar.days(year: year, month: 1, day: 1)) * day
            + withoutLeapDay(inLeapYear, year)
    }

    /// 29 February in a common year becomes 1 March: the line stays, the calendar yields.
    private static func withoutLeapDay(_ inLeapYear: Int64, _ year: Int) -> Int64 {
        inLeapYear >= 60 * day && !CivilCalendar.isLeap(year) ? inLeapYear - day : inLeapYear
    }
}

extension LogTime {
    /// True on 29 February, as far as the line has no year.
    fileprivate var isLeapDay: Bool { !hasYear && seconds / 86_400 == 59 }
}
