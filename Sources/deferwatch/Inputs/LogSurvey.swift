import ByteScan
import Foundation
import LogSource
import PostfixLog

/// What a look through a log's timestamps tells: when it begins and ends, and how often its year
/// rolls.
struct LogSurvey {
    let path: String
    /// First time in the log; nil: it has none.
    private(set) var first: LogTime?
    /// Last time, as far as the lines have no year; of a log that begins with a year, the first.
    private(set) var last: LogTime?
    /// The first time with a year, where lines without one come before it.
    private(set) var dated: LogTime?
    /// Year roll-overs between the first and the last line without years.
    private(set) var rollovers = 0
    /// Of these, those before 29 February; nil: no line is of that day.
    private(set) var leapDay: Int?
    /// When the file was last written.
    let modified: Date
    /// It is compressed.
    let isCompressed: Bool
    /// All of it was read, to its end: its last line is known.
    private(set) var isWhole = false

    /// A container's start may stand before the first line with a time; beyond this it is no log.
    private static let mostUndated = 16 << 20

    /// Looks through the log at `path`; where its year is known, the first line is enough.
    init(path: String, isYearKnown: Bool) throws(LogSourceError) {
        self.path = path
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        modified = attributes?[.modificationDate] as? Date ?? Date()
        var reader = try BlockReader(path: path)
        isCompressed = reader.isCompressed
        var block = LogBlock(capacity: 262_144)
        var parser = LogLineParser()
        // Any leap year: only roll-overs are counted.
        var clock = YearClock(firstYear: 2000)
        do {
            var looked = 0
            var isKnown = false
            while !isKnown, try reader.next(&block) {
                survey(block, &parser, &clock)
                looked += block.count
                guard let first else {
                    isKnown = looked >= Self.mostUndated
                    continue
                }
                isKnown = first.hasYear || isYearKnown || dated != nil
                let size = attributes?[.size] as? Int ?? 0
                if !isKnown, !reader.isCompressed, sample(size) { return }
            }
            isWhole = !isKnown
        } catch {
            // What comes before the damage is reported; reading it says that there is damage.
            guard case .damaged = error else { throw error }
        }
        (rollovers, leapDay) = (clock.rollovers, clock.leapDay)
    }

    /// Looks at a large plain log here and there instead of reading it; false where it cannot.
    private mutating func sample(_ size: Int) -> Bool {
        guard var sampler = TimeSampler(path: path, size: size), (try? sampler.run()) != nil,
            let newest = sampler.last
        else { return false }
        last = newest
        dated = sampler.dated
        (rollovers, leapDay) = (sampler.clock.rollovers, sampler.clock.leapDay)
        return true
    }

    private mutating func survey(
        _ block: LogBlock,
        _ parser: inout LogLineParser,
        _ clock: inout YearClock
    ) {
        guard !JSONLines.isJSON(block.bytes.span, 0..<block.count) else {
            var plain = JSONLines()
            plain.rewrite(block.bytes.span, 0..<block.count)
            survey(plain.bytes.span, plain.count, &parser, &clock)
            return
        }
        survey(block.bytes.span, block.count, &parser, &clock)
    }

    private mutating func survey(
        _ bytes: Span<UInt8>,
        _ count: Int,
        _ parser: inout LogLineParser,
        _ clock: inout YearClock
    ) {
        var start = 0
        var line = LogLine()
        while start < count {
            let end = bytes.scan(for: 10, from: start, to: count)
            if parser.parse(bytes, start, end, &line), parser.takeTimeChange() {
                if first == nil { first = parser.time }
                guard !parser.time.hasYear else {
                    // The clock of the run does the rest: it learns the year from this line.
                    if last == nil { last = parser.time } else { dated = parser.time }
                    return
                }
                last = parser.time
                _ = clock.resolve(parser.time)
            }
            start = end + 1
        }
    }

    /// The surveyed logs in the order of their first lines.
    static func inTimeOrder(_ surveys: [LogSurvey], firstYear: Int?) -> [RotatedSet.Member] {
        var members = surveys.map { survey in
            RotatedSet.Member(survey: survey, found: survey.year(firstYear: firstYear))
        }
        RotatedSet.settle(&members)
        return members.sorted { left, right in
            let a = left.survey.start(in: left.found.year)
            let b = right.survey.start(in: right.found.year)
            // Logs of a busy moment begin in the same second: then the one that was left first counts.
            return (a.seconds, a.micros, left.survey.modified, left.survey.path)
                < (b.seconds, b.micros, right.survey.modified, right.survey.path)
        }
    }

    private func start(in year: Int) -> (seconds: Int64, micros: Int) {
        guard let first else { return (.max, 0) }
        var clock = YearClock(firstYear: year)
        return (clock.resolve(first).instant, Int(first.microseconds))
    }

    /// Civil seconds since 1970 of the first line, which is of `year`; nil: no line has a time.
    func beginning(in year: Int) -> Int64? {
        var clock = YearClock(firstYear: year)
        return first.map { clock.resolve($0).seconds }
    }

    /// Civil seconds since 1970 of the last line that is known, the first line being of `year`.
    func end(in year: Int) -> Int64? {
        if let dated { return dated.seconds }
        var clock = YearClock(firstYear: year + rollovers)
        return last.map { clock.resolve($0).seconds }
    }

    /// The year of the first line, and where it is from, as far as this log tells.
    private func year(firstYear: Int?) -> YearReference {
        guard let last, !last.hasYear else {
            return YearReference(year: 1970, name: nil, isFixed: true)
        }
        if let firstYear { return YearReference(year: firstYear, name: "--year", isFixed: true) }
        if let dated {
            let year = YearClock.nearestYear(of: last, to: dated.seconds)
            return YearReference(
                year: year - rollovers,
                name: YearReference.lines,
                isFixed: true
            )
        }
        let (reference, name, isFixed) = YearReference.find(path: path, modified: modified)
        var year = YearClock.latestYear(of: last, notAfter: reference) - rollovers
        // 29 February falls in a leap year.
        if let leapDay { while !CivilCalendar.isLeap(year + leapDay) { year -= 1 } }
        return YearReference(year: year, name: name, isFixed: isFixed)
    }
}
