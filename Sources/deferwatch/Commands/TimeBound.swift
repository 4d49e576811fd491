import ArgumentParser
import Foundation
import PostfixLog

/// `--since` and `--until`: a time of the log's own clock, a moment, or a while before the log's end.
///
/// A while is counted from the last line and not from now: an archive of last March has no line of
/// the last 24 hours. Only where the last line cannot be known before it is read, as from standard
/// input, does it count from now.
enum TimeBound: Sendable, Hashable {
    /// As the log's clock shows it: '2026-11-03 09:29'.
    case civil(Int64)
    /// With an offset: '2026-11-03T09:29:01+01:00'; seconds since 1970 in UTC.
    case moment(Int64)
    /// '24h': seconds before the last line.
    case beforeEnd(Int)

    /// True where the log must be looked at to know the bound.
    var needsLogEnd: Bool {
        if case .civil = self { return false }
        return true
    }

    /// False where `other` is plainly no later: where both are of one kind.
    func mayPrecede(_ other: TimeBound) -> Bool {
        switch (self, other) {
        case (.civil(let from), .civil(let to)), (.moment(let from), .moment(let to)): from < to
        case (.beforeEnd(let from), .beforeEnd(let to)): from > to
        default: true
        }
    }

    /// Reads what was typed; nil: neither a time nor a duration.
    init?(text: String) {
        if let seconds = PostfixDuration.seconds(text) {
            self = .beforeEnd(seconds)
            return
        }
        let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == "t" || $0 == " " }
        guard let date = parts.first, let day = Self.day(date) else { return nil }
        guard parts.count == 2 else {
            self = .civil(day)
            return
        }
        let (clock, zone) = Self.splitZone(parts[1])
        guard let time = Self.clock(clock) else { return nil }
        guard let zone else {
            self = .civil(day + time)
            return
        }
        guard let offset = Self.offset(zone) else { return nil }
        self = .moment(day + time - offset)
    }

    /// What `--since` and `--until` take.
    static func option(_ text: String) throws -> TimeBound {
        guard let bound = TimeBound(text: text) else {
            throw ValidationError(
                "'\(text)' is no time: 2026-11-03, '2026-11-03 09:29', "
                    + "2026-11-03T09:29:01+01:00, or 24h"
            )
        }
        return bound
    }

    /// Seconds since 1970 in UTC, for what is kept: a while is counted from now, and a time without an
    /// offset is of this machine's clock.
    var instant: Int64 {
        switch self {
        case .moment(let seconds): seconds
        case .beforeEnd(let length): DaemonClock.wall - Int64(length)
        case .civil(let seconds): LocalClock.instant(seconds, offsetMinutes: nil)
        }
    }

    /// Seconds of the log's own clock, for a log whose last line is of `end`; nil: unknown.
    func seconds(end: LogTime?, now: Date = Date()) -> Int64 {
        let moment = Int64(now.timeIntervalSince1970)
        switch self {
        case .civil(let seconds): return seconds
        case .moment(let seconds): return seconds + Self.zone(of: end, at: seconds)
        case .beforeEnd(let length):
            let last = end?.seconds ?? moment + Self.zone(of: nil, at: moment)
            return last - Int64(length)
        }
    }

    /// Seconds east of UTC of the log's clock; where it names no zone, this machine's.
    private static func zone(of end: LogTime?, at seconds: Int64) -> Int64 {
        if let offset = end?.offsetMinutes { return Int64(offset) * 60 }
        return Int64(LocalClock.offsetMinutes(at: seconds)) * 60
    }

    private static func day(_ text: Substring) -> Int64? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, let year = number(parts[0]),
            let month = number(parts[1]), let day = number(parts[2]), (1...12).contains(month),
            (1...31).contains(day)
        else { return nil }
        let days = CivilCalendar.days(year: year, month: month, day: day)
        // '2026-02-30' is no day.
        guard CivilCalendar.date(days: days) == (year, month, day) else { return nil }
        return Int64(days) * 86_400
    }

    private static func clock(_ text: Substring) -> Int64? {
        let whole = text.split(separator: ".", maxSplits: 1).first ?? ""
        let parts = whole.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, let hour = number(parts[0]),
            let minute = number(parts[1]), let second = parts.count == 3 ? number(parts[2]) : 0,
            hour < 24, minute < 60, second <= 60
        else { return nil }
        return Int64(hour * 3600 + minute * 60 + second)
    }

    private static func splitZone(_ text: Substring) -> (Substring, Substring?) {
        guard let start = text.firstIndex(where: { "Zz+-".contains($0) }) else {
            return (text, nil)
        }
        return (text[..<start], text[start...])
    }

    private static func offset(_ zone: Substring) -> Int64? {
        if zone == "Z" || zone == "z" { return 0 }
        let digits = zone.dropFirst().filter { $0 != ":" }
        guard digits.count == 4, let value = number(digits[...]) else { return nil }
        let minutes = Int64(value / 100 * 60 + value % 100)
        return (zone.first == "-" ? -minutes : minutes) * 60
    }

    private static func number(_ text: Substring) -> Int? {
        text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
    }
}
