import Foundation
import Glibc
import Synchronization

/// This machine's zone: what the clock of a log without one shows.
enum LocalClock {
    /// Minutes east of UTC now; daylight saving time changes it while the process runs.
    ///
    /// Asked for every followed line, and looked up every quarter of an hour, when zones change.
    static var offsetMinutes: Int {
        var now = timespec()
        // SAFETY: clock_gettime fills the structure that it is given.
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        let quarter = now.tv_sec / 900
        return latest.withLock { latest in
            if latest.quarter != quarter {
                latest = (quarter, TimeZone.current.secondsFromGMT() / 60)
            }
            return latest.minutes
        }
    }

    private static let latest = Mutex((quarter: Int.min, minutes: 0))

    /// Civil seconds since 1970 that the clock shows now.
    static var now: Int64 {
        let now = Date()
        let offset = TimeZone.current.secondsFromGMT(for: now)
        return Int64(now.timeIntervalSince1970) + Int64(offset)
    }

    /// Minutes east of UTC at a moment.
    static func offsetMinutes(at instant: Int64, in zone: TimeZone = .current) -> Int {
        let date = Date(timeIntervalSince1970: TimeInterval(instant))
        return zone.secondsFromGMT(for: date) / 60
    }

    /// Minutes east of UTC where the clock shows so many civil seconds since 1970.
    ///
    /// Of the hour that comes twice in autumn the first is meant.
    static func offsetMinutes(atCivil seconds: Int64, in zone: TimeZone = .current) -> Int {
        let before = offsetMinutes(at: seconds - 86_400, in: zone)
        let first = offsetMinutes(at: seconds - Int64(before) * 60, in: zone)
        return first == before
            ? before : offsetMinutes(at: seconds - Int64(first) * 60, in: zone)
    }

    /// Seconds since 1970 in UTC; `offsetMinutes` nil: the clock names no zone, and is this machine's.
    static func instant(
        _ civil: Int64,
        offsetMinutes: Int?,
        in zone: TimeZone = .current
    ) -> Int64 {
        civil - Int64(offsetMinutes ?? Self.offsetMinutes(atCivil: civil, in: zone)) * 60
    }
}
