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
    /// When the file was last written.
    let modified: Date

    /// Looks through the log at `path`; where its year is known, the first line is enough.
    init(path: String, isYearKnown: Bool) throws(LogSourceError) {
        self.path = path
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        modified = attributes?[.modificationDate] as? Date ?? Date()
        var reader = try BlockReader(path: path)
        var block = LogBlock(capacity: 262_144)
        var parser = LogLineParser()
        // Any leap year: only roll-overs are counted.
        var clock = YearClock(firstYear: 2000)
        do {
            while try reader.next(&block) {
                survey(block, &parser, &clock)
                guard let first, !first.hasYear, !isYearKnown, dated == nil else { break }
                if !reader.isCompressed, sample(attributes?[.size] as? Int ?? 0) { return }
            }
        } catch {
            // What comes before the damage is reported; reading it says that there is damage.
            guard case .damaged = error else { throw error }
        }
        rollovers = clock.rollovers
    }

    /// Looks at a large plain log here and there instead of reading it; false where it cannot.
    private mutating func sample(_ size: Int) -> Bool {
        guard var sampler = TimeSampler(path: path, size: size), (try? sampler.run()) != nil,
            let newest = sampler.last
        else { return false }
        last = newest
        dated = sampler.dated
        rollovers = sampler.clock.rollovers
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
            if parser.parse(bytes, start, end, &line), parser.timeChanged {
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
    static func inTimeOrder(_ surveys: [LogSurvey], firstYear: Int?) -> [LogInput] {
        let dated = surveys.map { survey in (survey, survey.year(firstYear: firstYear)) }
        let sorted = dated.sorted { left, right in
            let (a, b) = (left.0.start(in: left.1.year), right.0.start(in: right.1.year))
            // Logs of a busy moment begin in the same second: then the one that was left first counts.
            return (a.seconds, a.micros, left.0.modified, left.0.path)
                < (b.seconds, b.micros, right.0.modified, right.0.path)
        }
        return sorted.map { survey, found in
            LogInput(path: survey.path, firstYear: found.year, yearReference: found.reference)
        }
    }

    private func start(in year: Int) -> (seconds: Int64, micros: Int) {
        guard let first else { return (.max, 0) }
        var clock = YearClock(firstYear: year)
        return (clock.resolve(first).instant, Int(first.microseconds))
    }

    /// The year of the first line, and where it is from.
    private func year(firstYear: Int?) -> (year: Int, reference: String?) {
        guard let last, !last.hasYear else { return (1970, nil) }
        if let firstYear { return (firstYear, "--year") }
        if let dated {
            let year = YearClock.nearestYear(of: last, to: dated.seconds)
            return (year - rollovers, YearReference.lines)
        }
        let (reference, name) = YearReference.find(path: path, modified: modified)
        return (YearClock.latestYear(of: last, notAfter: reference) - rollovers, name)
    }
}
