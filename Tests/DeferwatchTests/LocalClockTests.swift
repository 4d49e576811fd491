import Deferrals
import Foundation
import History
import PostfixLog
import Testing

@testable import MailFlow
@testable import deferwatch

/// What a clock without a zone means, on both sides of daylight saving time.
@Suite struct LocalClockTests {
    struct Reading: CustomTestStringConvertible {
        var zone: String
        var clock: String
        var minutes: Int
        var testDescription: String { "\(clock) in \(zone)" }

        init(_ zone: String, _ clock: String, _ minutes: Int) {
            (self.zone, self.clock, self.minutes) = (zone, clock, minutes)
        }
    }

    @Test(arguments: [
        Reading("Europe/Berlin", "2026-07-01 12:00", 120),
        Reading("Europe/Berlin", "2026-11-23 12:00", 60),
        Reading("Europe/Berlin", "2026-03-29 01:59", 60),
        Reading("Europe/Berlin", "2026-03-29 03:00", 120),
        Reading("Europe/Berlin", "2026-10-25 01:59", 120),
        Reading("Europe/Berlin", "2026-10-25 02:30", 120),
        Reading("Europe/Berlin", "2026-10-25 03:00", 60),
        Reading("America/New_York", "2026-11-01 01:30", -240),
        Reading("America/New_York", "2026-11-01 02:00", -300),
        Reading("America/New_York", "2026-03-08 03:00", -240),
        Reading("Asia/Kolkata", "2026-11-23 12:00", 330),
        Reading("UTC", "2026-11-23 12:00", 0),
    ])
    func `a clock is of the zone that was in force`(_ reading: Reading) throws {
        let zone = try #require(TimeZone(identifier: reading.zone))
        guard case .civil(let seconds)? = TimeBound(text: reading.clock) else {
            Issue.record("no time: \(reading.clock)")
            return
        }
        #expect(LocalClock.offsetMinutes(atCivil: seconds, in: zone) == reading.minutes)
        // What ended then is stored with the offset of then, not of now.
        let end = RecipientEnd(
            id: "1:2",
            time: LogTime(seconds: seconds),
            fate: .sent,
            queueID: "4F1A1",
            recipient: "u@a.example",
            domain: "a.example",
            code: .connectionRefused,
            deferrals: 1,
            waited: 60
        )
        let stored = try #require(HistoryKeeper.ends([end], in: zone).first)
        #expect(stored.time == seconds - Int64(reading.minutes) * 60)
    }
}
