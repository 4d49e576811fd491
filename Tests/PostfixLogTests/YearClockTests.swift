import Foundation
import PostfixLog
import TestSupport
import Testing

/// Years for lines that have none, and the calendar under them.
@Suite struct YearClockTests {
    /// Times as '12-31 23:59:59', resolved one after another.
    private static func resolve(_ times: [String], firstYear: Int) throws -> [String] {
        var clock = YearClock(firstYear: firstYear)
        return try times.map { text in
            let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
            let day = CivilCalendar.leapMonthStarts[numbers[0] - 1] + numbers[1] - 1
            let clockTime = numbers[2] * 3_600 + numbers[3] * 60 + numbers[4]
            let resolved = clock.resolve(
                LogTime(seconds: Int64(day * 86_400 + clockTime), hasYear: false)
            )
            try #require(resolved.hasYear)
            return ReadLine.text(of: resolved)
        }
    }

    @Test func `a jump back over New Year begins the next year`() throws {
        #expect(
            try Self.resolve(
                ["12-31 23:59:59", "01-01 00:00:00", "03-01 00:00:00"],
                firstYear: 2025
            )
                == ["2025-12-31 23:59:59", "2026-01-01 00:00:00", "2026-03-01 00:00:00"]
        )
    }

    @Test func `a line of December after New Year stays in the old year`() throws {
        let times = ["12-31 23:59:59", "01-01 00:00:01", "12-31 23:59:58", "01-01 00:00:02"]
        #expect(
            try Self.resolve(times, firstYear: 2025) == [
                "2025-12-31 23:59:59", "2026-01-01 00:00:01", "2025-12-31 23:59:58",
                "2026-01-01 00:00:02",
            ]
        )
    }

    @Test func `a log that begins at New Year is not a year late for one late line`() throws {
        let times = ["01-01 00:00:01", "12-31 23:59:58", "01-01 00:00:02"]
        #expect(
            try Self.resolve(times, firstYear: 2026)
                == ["2026-01-01 00:00:01", "2025-12-31 23:59:58", "2026-01-01 00:00:02"]
        )
    }

    @Test func `a host without a clock moves only its own lines`() throws {
        let times = [
            "11-03 10:00:00", "01-01 00:00:07", "01-01 00:00:08", "11-03 10:00:30",
            "01-01 00:01:00", "11-03 10:01:00", "11-04 00:00:00",
        ]
        #expect(
            try Self.resolve(times, firstYear: 2026) == [
                "2026-11-03 10:00:00", "2027-01-01 00:00:07", "2027-01-01 00:00:08",
                "2026-11-03 10:00:30", "2027-01-01 00:01:00", "2026-11-03 10:01:00",
                "2026-11-04 00:00:00",
            ]
        )
    }

    @Test func `a year that has gone on for more than a day is not taken back`() throws {
        let times = ["11-03 10:00:00", "01-01 00:00:07", "01-02 12:00:00", "11-10 10:00:30"]
        #expect(
            try Self.resolve(times, firstYear: 2026).last == "2027-11-10 10:00:30"
        )
    }

    @Test func `only a jump back of more than 180 days is a new year`() throws {
        #expect(
            try Self.resolve(
                ["07-15 00:00:00", "01-17 00:00:01", "01-16 00:00:00"],
                firstYear: 2026
            )
                == ["2026-07-15 00:00:00", "2026-01-17 00:00:01", "2026-01-16 00:00:00"]
        )
        #expect(
            try Self.resolve(["07-15 00:00:00", "01-16 00:00:00"], firstYear: 2026).last
                == "2027-01-16 00:00:00"
        )
    }

    @Test func `a quiet half year forward rolls nothing`() throws {
        #expect(
            try Self.resolve(
                ["01-10 00:00:00", "11-03 00:00:00", "01-05 00:00:00"],
                firstYear: 2026
            )
                == ["2026-01-10 00:00:00", "2026-11-03 00:00:00", "2027-01-05 00:00:00"]
        )
    }

    @Test func `a clock that knows the time gives the first line the latest year before it`() throws
    {
        // 23 November 2026, noon.
        let now = Int64(CivilCalendar.days(year: 2026, month: 11, day: 23)) * 86_400 + 43_200
        for (month, day, year) in [(12, 31, 2025), (11, 24, 2026), (11, 25, 2025), (1, 1, 2026)] {
            var clock = YearClock(notAfter: now)
            let inLeapYear = Int64(CivilCalendar.leapMonthStarts[month - 1] + day - 1)
            let first = clock.resolve(LogTime(seconds: inLeapYear * 86_400, hasYear: false))
            #expect(year == CivilCalendar.date(days: Int(first.seconds / 86_400)).year)
            // The lines after it go on from there.
            let again = clock.resolve(LogTime(seconds: inLeapYear * 86_400 + 60, hasYear: false))
            #expect(60 == again.seconds - first.seconds)
        }
    }

    @Test func `29 February falls in a leap year, and moves the calendar of a common one`() throws {
        let times = ["02-28 12:00:00", "02-29 12:00:00", "03-01 12:00:00"]
        #expect(
            try Self.resolve(times, firstYear: 2028)
                == ["2028-02-28 12:00:00", "2028-02-29 12:00:00", "2028-03-01 12:00:00"]
        )
        #expect(
            try Self.resolve(times, firstYear: 2026)
                == ["2026-02-28 12:00:00", "2026-03-01 12:00:00", "2026-03-01 12:00:00"]
        )
    }

    @Test func `a time with a year passes unchanged and moves nothing`() throws {
        var clock = YearClock(firstYear: 2026)
        let december = LogTime(seconds: 365 * 86_400, hasYear: false)
        _ = clock.resolve(december)
        let dated = LogTime(seconds: 86_400, offsetMinutes: 60)
        #expect(clock.resolve(dated) == dated)
        #expect(clock.year == 2026)
    }

    @Test func `a time with a year says which it is for those without that follow`() throws {
        var clock = YearClock(firstYear: 1970)
        let newYear = Int64(CivilCalendar.days(year: 2020, month: 1, day: 1)) * 86_400
        func year(of inLeapYear: Int64) -> Int {
            let resolved = clock.resolve(LogTime(seconds: inLeapYear, hasYear: false))
            return CivilCalendar.date(days: Int(resolved.seconds / 86_400)).year
        }
        _ = clock.resolve(LogTime(seconds: newYear - 60))
        #expect(!clock.hasYearOfLine)
        #expect(year(of: 366 * 86_400 - 30) == 2019)
        #expect(year(of: 30) == 2020 && clock.hasYearOfLine)
        // Another writer still has the old format, and New Year between the two.
        _ = clock.resolve(LogTime(seconds: newYear + 60))
        #expect(year(of: 366 * 86_400 - 30) == 2019)
        #expect(year(of: 90) == 2020)
    }

    @Test func `resolving a time again changes nothing`() {
        let seed = UInt64.random(in: 1...(.max))
        var random = SeededRandom(seed: seed)
        var once = YearClock(firstYear: 2026)
        var twice = once
        for _ in 0..<2_000 {
            let seconds = Int64(random.next() % (366 * 86_400))
            let time = LogTime(seconds: seconds, hasYear: false)
            let expected = once.resolve(time)
            _ = twice.resolve(time)
            #expect(expected == twice.resolve(time), "seed \(seed)")
        }
        #expect(once.rollovers == twice.rollovers, "seed \(seed)")
    }

    @Test func `the calendar agrees with another one on every day of five centuries`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for days in stride(from: -60_000, to: 120_000, by: 37) {
            let date = CivilCalendar.date(days: days)
            let other = calendar.dateComponents(
                [.year, .month, .day],
                from: Date(timeIntervalSince1970: Double(days) * 86_400)
            )
            #expect(date.year == other.year && date.month == other.month && date.day == other.day)
            #expect(days == CivilCalendar.days(year: date.year, month: date.month, day: date.day))
        }
        #expect(CivilCalendar.isLeap(2000) && CivilCalendar.isLeap(2028))
        #expect(!CivilCalendar.isLeap(1900) && !CivilCalendar.isLeap(2026))
    }
}
