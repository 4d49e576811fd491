/// When a line was written, as far as the line tells.
public struct LogTime: Sendable, Hashable, BitwiseCopyable {
    /// Civil seconds of the clock that wrote the line: since 1970-01-01 00:00:00 where the line has a
    /// year, else since 1 January of an unnamed leap year.
    public var seconds: Int64
    /// Fraction, 0 to 999,999.
    public var microseconds: UInt32
    /// Minutes east of UTC; nil where the line names no zone.
    public var offsetMinutes: Int16?
    /// False for traditional syslog: `YearClock` adds the year.
    public var hasYear: Bool

    /// See the properties.
    public init(
        seconds: Int64,
        microseconds: UInt32 = 0,
        offsetMinutes: Int16? = nil,
        hasYear: Bool = true
    ) {
        self.seconds = seconds
        self.microseconds = microseconds
        self.offsetMinutes = offsetMinutes
        self.hasYear = hasYear
    }

    /// Seconds since 1970 in UTC where the zone is known; else the clock's own civil seconds.
    public var instant: Int64 { instant(assuming: 0) }

    /// Seconds since 1970 in UTC; a clock that names no zone is `minutes` east of it.
    public func instant(assuming minutes: Int) -> Int64 {
        seconds - (offsetMinutes.map(Int64.init) ?? Int64(minutes)) * 60
    }
}

/// Days and years of the proleptic Gregorian calendar, without a time zone.
public enum CivilCalendar {
    /// Days from 1970-01-01 to the date.
    public static func days(year: Int, month: Int, day: Int) -> Int {
        // Years begin in March, so that the leap day is the last of its year.
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    /// The date `days` after 1970-01-01.
    public static func date(days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// True for years of 366 days.
    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Days before each month in a leap year.
    public static let leapMonthStarts = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335]
}
