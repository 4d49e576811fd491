import ByteScan
import Foundation
import LogSource
import PostfixLog

/// Counts the year roll-overs of a large plain log from a look at it every mebibyte.
///
/// Lines without years stand in the order of time. Where two of them are less than a month apart, no
/// year can have begun and ended between them; only stretches of which that is not known are read, and
/// those that may hold a 29 February.
struct TimeSampler {
    private let file: FileHandle
    private let size: Int
    /// Any leap year: only roll-overs are counted.
    private(set) var clock = YearClock(firstYear: 2000)
    /// The newest time without a year that was met.
    private(set) var last: LogTime?
    /// The first time with a year; what comes after it is not looked at.
    private(set) var dated: LogTime?

    private static let stride = 1 << 20
    /// Logs smaller than this are read whole: a mebibyte of theirs may be years.
    static let smallest = 16 << 20
    private static let smallStretch = 262_144
    private static let window = 8_192
    private static let month: Int64 = 30 * 86_400

    /// A sampler of the file at `path`; nil where it cannot be read at any place.
    init?(path: String, size: Int) {
        guard size >= Self.smallest, let file = FileHandle(forReadingAtPath: path) else {
            return nil
        }
        self.file = file
        self.size = size
    }

    /// Looks through the log.
    ///
    /// - Throws: what reading it throws.
    mutating func run() throws {
        var from = 0
        var before = try time(at: 0)
        before.map { note($0) }
        while from < size, dated == nil {
            let to = min(from + Self.stride, size)
            let after = to == size ? nil : try time(at: to)
            try walk(from, before, to, after)
            (from, before) = (to, after)
        }
    }

    /// Counts what happens from the line at `from` to the one at `to`.
    private mutating func walk(_ from: Int, _ before: LogTime?, _ to: Int, _ after: LogTime?) throws
    {
        guard dated == nil else { return }
        if let before, let after, isNear(before, after) {
            note(after)
        } else if to - from <= Self.smallStretch {
            try readLines(from, to)
        } else {
            let middle = (from + to) / 2
            let between = try time(at: middle)
            try walk(from, before, middle, between)
            try walk(middle, between, to, after)
        }
    }

    private func isNear(_ before: LogTime, _ after: LogTime) -> Bool {
        guard before.hasYear == after.hasYear else { return false }
        let gap = after.seconds - before.seconds
        return gap >= -86_400 && gap <= Self.month && !mayHideLeapDay(before, after)
    }

    private func mayHideLeapDay(_ before: LogTime, _ after: LogTime) -> Bool {
        clock.leapDay == nil && before.seconds < 59 * 86_400 && after.seconds >= 60 * 86_400
    }

    private mutating func note(_ time: LogTime) {
        guard !time.hasYear, dated == nil else {
            dated = dated ?? time
            return
        }
        last = time
        _ = clock.resolve(time)
    }

    /// The time of the first whole line after `offset`; nil where none begins nearby.
    private func time(at offset: Int) throws -> LogTime? {
        let text = try bytes(max(0, offset - 1), Self.window)
        var parser = LogLineParser()
        var line = LogLine()
        let count = text.count - blockSlack
        var start = offset > 0 ? text.span.scan(for: 10, from: 0, to: count) + 1 : 0
        while start < count {
            let end = text.span.scan(for: 10, from: start, to: count)
            if parser.parse(text.span, start, end, &line) { return parser.time }
            start = end + 1
        }
        return nil
    }

    /// The times of all lines that begin from `from` to `to`.
    private mutating func readLines(_ from: Int, _ to: Int) throws {
        let text = try bytes(max(0, from - 1), to - max(0, from - 1))
        var parser = LogLineParser()
        var line = LogLine()
        let count = text.count - blockSlack
        var start = from > 0 ? text.span.scan(for: 10, from: 0, to: count) + 1 : 0
        while start < count {
            let end = text.span.scan(for: 10, from: start, to: count)
            if parser.parse(text.span, start, end, &line), parser.takeTimeChange() {
                note(parser.time)
            }
            start = end + 1
        }
    }

    private func bytes(_ offset: Int, _ count: Int) throws -> [UInt8] {
        try file.seek(toOffset: UInt64(offset))
        let content = try file.read(upToCount: count) ?? Data()
        return Array(content) + [UInt8](repeating: 0, count: blockSlack)
    }
}
