import ByteScan
import Foundation
import PostfixLog

/// What the parsers say of one line, as text.
struct ReadLine: Equatable {
    var time: String
    var host: String
    var tag: String
    var daemon: Daemon
    var pid: UInt32
    var text: String
    var kind: LineKind
    var queueID: String
    var content: String

    /// Reads `line` as the first line of a block; nil where it is no log line.
    init?(_ line: String) {
        self.init(bytes: Array(line.utf8))
    }

    /// Bytes after the line are text: a parser must not be saved by zeros.
    init?(bytes line: [UInt8]) {
        let bytes =
            line + [10]
            + Array(repeatElement(Array("4F1A1: to=<x> 12:34 [7]: ".utf8), count: 8).joined())
        var parser = LogLineParser()
        self.init(bytes.span, 0..<line.count, &parser)
    }

    init?(_ bytes: Span<UInt8>, _ range: Range<Int>, _ parser: inout LogLineParser) {
        var line = LogLine()
        guard parser.parse(bytes, range.lowerBound, range.upperBound, &line) else { return nil }
        let record = LineRecord.parse(bytes, line)
        time = Self.text(of: parser.time)
        host = bytes.text(parser.host)
        tag = bytes.text(line.tag)
        daemon = line.daemon
        pid = line.pid
        text = bytes.text(line.text)
        kind = record.kind
        queueID = bytes.text(record.queueID)
        content = bytes.text(record.text)
    }

    /// '2026-11-03 09:29:01.5 +60', '--11-03 09:29:01' without a year.
    static func text(of time: LogTime) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        // 2000 is the leap year that stands for the unnamed one.
        let start: Int64 = time.hasYear ? 0 : 946_684_800
        let date = Date(timeIntervalSince1970: Double(start + time.seconds))
        let parts = calendar.dateComponents(
            [.year, .month, .day, .hour, .minute, .second],
            from: date
        )
        let numbers = [parts.month, parts.day, parts.hour, parts.minute, parts.second]
            .map { String(format: "%02d", $0 ?? -1) }
        let year = time.hasYear ? "\(parts.year ?? -1)" : "-"
        var text = "\(year)-\(numbers[0])-\(numbers[1]) \(numbers[2...].joined(separator: ":"))"
        if time.microseconds != 0 { text += "." + String(format: "%06d", time.microseconds) }
        if let offset = time.offsetMinutes { text += " \(offset >= 0 ? "+" : "")\(offset)" }
        return text
    }
}

/// Log folders of the project.
enum Samples {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func logs(in folder: String) -> [URL] {
        let found = try? FileManager.default.contentsOfDirectory(
            at: root.appending(path: folder),
            includingPropertiesForKeys: nil
        )
        return (found ?? []).filter { $0.pathExtension == "log" }.sorted { $0.path < $1.path }
    }
}
