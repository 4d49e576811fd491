import ByteScan
import Foundation
import LogSource
import PostfixLog

/// When a log ends, where that can be told without reading it whole.
enum LastLine {
    private static let window = 65_536

    /// Civil seconds of the last line of a log whose first is of `year`; nil: it cannot be told.
    static func seconds(of survey: LogSurvey, firstYear year: Int) -> Int64? {
        guard !survey.isCompressed else {
            return survey.isWhole ? survey.end(in: year) : nil
        }
        guard let first = survey.first, let last = lastTime(of: survey.path) else { return nil }
        var clock = YearClock(firstYear: year)
        _ = clock.resolve(first)
        return clock.resolve(last).seconds
    }

    /// The last time in the last 64 KiB of the plain file at `path`.
    private static func lastTime(of path: String) -> LogTime? {
        guard let file = FileHandle(forReadingAtPath: path), let size = try? file.seekToEnd(),
            (try? file.seek(toOffset: size - min(size, UInt64(window)))) != nil,
            let content = try? file.read(upToCount: window)
        else { return nil }
        let bytes = Array(content) + [UInt8](repeating: 0, count: blockSlack)
        // The first line may be cut.
        let first = bytes.span.scan(for: 10, from: 0, to: content.count) + 1
        guard first < content.count, JSONLines.isJSON(bytes.span, first..<content.count) else {
            return lastTime(bytes.span, content.count)
        }
        var plain = JSONLines()
        plain.rewrite(bytes.span, first..<content.count)
        return lastTime(plain.bytes.span, plain.count)
    }

    private static func lastTime(_ bytes: Span<UInt8>, _ count: Int) -> LogTime? {
        var parser = LogLineParser()
        var line = LogLine()
        var last: LogTime?
        var start = 0
        while start < count {
            let end = bytes.scan(for: 10, from: start, to: count)
            if parser.parse(bytes, start, end, &line) { last = parser.time }
            start = end + 1
        }
        return last
    }
}
