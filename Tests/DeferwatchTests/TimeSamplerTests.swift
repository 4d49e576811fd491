import Foundation
import PostfixLog
import Testing

@testable import deferwatch

/// Looking at a large log here and there finds the years that reading it finds.
@Suite struct TimeSamplerTests {
    /// A log of 20 MiB that begins in March and goes on by `gap` from line to line.
    private static func log(_ gap: (Int) -> Int64) throws -> (url: URL, clock: YearClock) {
        let filling = String(repeating: "x", count: 950)
        var text = ""
        var seconds: Int64 = 70 * 86_400
        var clock = YearClock(firstYear: 2000)
        for number in 0..<21_000 {
            seconds += gap(number)
            let time = LogTime(seconds: seconds % (366 * 86_400), hasYear: false)
            _ = clock.resolve(time)
            text += "\(stamp(time.seconds)) mail postfix/smtpd[7]: connect \(filling)\n"
        }
        let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(text.utf8).write(to: url)
        return (url, clock)
    }

    /// 'Mar 10 00:00:00', from seconds of a leap year.
    private static func stamp(_ seconds: Int64) -> String {
        let days = CivilCalendar.days(year: 2000, month: 1, day: 1) + Int(seconds / 86_400)
        let date = CivilCalendar.date(days: days)
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let second = Int(seconds % 86_400)
        let clock = [second / 3600, second / 60 % 60, second % 60]
            .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return "\(months[date.month - 1]) \(date.day < 10 ? " " : "")\(date.day) \(clock)"
    }

    @Test(
        arguments: [
            ("no new year", 60, 0, 0), ("a leap day", 1_460, 0, 0), ("a busy month", 130, 0, 0),
            ("one new year", 1_500, 0, 0),
            ("three new years", 5_000, 0, 0), ("half a year of silence", 600, 150, 9_000),
            ("silence over the new year", 300, 250, 9_000), ("two long silences", 20, 160, 7_000),
        ]
    )
    func `roll-overs are counted as by reading`(
        _: String,
        step: Int,
        silence: Int,
        every: Int
    ) throws {
        let log = try Self.log { number in
            every > 0 && number % every == every - 1 && number > 5_000
                ? Int64(silence * 86_400) % 15_000_000 : Int64(step)
        }
        defer { try? FileManager.default.removeItem(at: log.url) }
        let survey = try LogSurvey(path: log.url.path, isYearKnown: false)
        #expect(survey.rollovers == log.clock.rollovers)
        #expect(survey.leapDay == log.clock.leapDay)
        let size = try FileManager.default.attributesOfItem(atPath: log.url.path)[.size] as? Int
        #expect((size ?? 0) > TimeSampler.smallest, "the log is large enough to be sampled")
    }

    @Test func `a log that is small is read`() throws {
        #expect(TimeSampler(path: #filePath, size: 1_000) == nil)
    }
}
