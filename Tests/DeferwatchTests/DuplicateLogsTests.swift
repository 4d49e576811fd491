import Foundation
import Testing

@testable import deferwatch

/// A log counts once, however often it is named or written.
@Suite struct DuplicateLogsTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "deferwatch-\(UUID().uuidString)")

    private func lines(_ numbers: some Sequence<Int>) -> String {
        numbers.map { "2026-11-03T09:00:00Z mail postfix/smtpd[7]: connect from \($0)\n" }.joined()
    }

    private func write(_ files: [(String, String)]) throws -> [String] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try files.map { name, text in
            let url = folder.appending(path: name)
            try Data(text.utf8).write(to: url)
            return url.path
        }
    }

    private func findings(_ files: [(String, String)]) throws -> [DuplicateLogs.Finding] {
        let paths = try write(files)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try findings(paths)
    }

    private func findings(_ paths: [String]) throws -> [DuplicateLogs.Finding] {
        let surveys = try paths.map { try LogSurvey(path: $0, isYearKnown: false) }
        return DuplicateLogs.sharedLines(LogSurvey.inTimeOrder(surveys, firstYear: nil))
    }

    private func skipped(_ files: [(String, String)]) throws -> [String] {
        try findings(files).filter(\.isSkipped).map { URL(filePath: $0.path).lastPathComponent }
    }

    @Test func `mail info is skipped beside a mail log that has its lines`() throws {
        let all = lines(0..<30_000)
        // Of two that are the same, either will do.
        #expect(try skipped([("mail.log", all), ("mail.info", all)]).count == 1)
        let most = lines((0..<30_000).filter { $0 % 5 != 3 })
        #expect(try skipped([("mail.log", all), ("mail.info", most)]) == ["mail.info"])
        #expect(try skipped([("mail.info", most), ("mail.log", all)]) == ["mail.info"])
    }

    @Test func `rotated logs and logs with lines of their own are read`() throws {
        let set = [("mail.log.1", lines(0..<9_000)), ("mail.log", lines(9_000..<20_000))]
        #expect(try skipped(set) == [])
        let mixed = lines((0..<9_000).map { $0 % 20 == 11 ? 50_000 + $0 : $0 })
        #expect(try skipped([("mail.log", lines(0..<9_000)), ("mail.info", mixed)]) == [])
    }

    @Test func `a log that goes on where a copy of it ends is kept`() throws {
        let files = [("copy.log", lines(0..<5_000)), ("mail.log", lines(0..<20_000))]
        #expect(try skipped(files) == ["copy.log"])
    }

    @Test func `a file under two names is read once`() throws {
        let path = try #require(try write([("mail.log", lines(0..<10))]).first)
        defer { try? FileManager.default.removeItem(at: folder) }
        let link = folder.appending(path: "link.log").path
        try FileManager.default.linkItem(atPath: path, toPath: link)
        #expect(DuplicateLogs.sameFiles([path, link, path]).map(\.path) == [link, path])
        let plan = InputPlan(arguments: [path, path], year: nil)
        #expect(plan.inputs.map(\.path) == [path] && !plan.hasFailures)
        let both = InputPlan(arguments: [path, path], year: nil, readsDuplicates: true)
        #expect(both.inputs.count == 2)
    }

    @Test func `a compressed copy is skipped`() throws {
        let paths = try write([("mail.log.1", lines(0..<9_000))])
        defer { try? FileManager.default.removeItem(at: folder) }
        let gzip = Process()
        gzip.executableURL = URL(filePath: "/bin/gzip")
        gzip.arguments = ["-k", paths[0]]
        try gzip.run()
        gzip.waitUntilExit()
        let found = try findings([paths[0], paths[0] + ".gz"])
        #expect(found.map(\.path) == [paths[0] + ".gz"])
    }

    /// A busy day: a line of Postfix each second, a warning now and then, another program's lines.
    private func day(_ seconds: Range<Int>, _ kind: (Int) -> String?) -> String {
        seconds.compactMap { second in
            kind(second).map { text in
                let time = [second / 3_600, second / 60 % 60, second % 60]
                    .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
                return "Nov  3 \(time) mail \(text)\n"
            }
        }.joined()
    }

    private func mail(_ second: Int) -> String? {
        second > 40_000 && second % 1_000 == 7
            ? warning(second) : "postfix/smtpd[7]: connect from h\(second).example[192.0.2.1]"
    }

    private func warning(_ second: Int) -> String? {
        second > 40_000 && second % 1_000 == 7
            ? "postfix/smtpd[7]: warning: h\(second).example: address not listed" : nil
    }

    private func system(_ second: Int) -> String? {
        second % 3 == 0 ? "CRON[\(second)]: (root) CMD (true)" : mail(second)
    }

    @Test func `mail warn is skipped, wherever its first line is`() throws {
        let files = [("mail.log", day(0..<86_400, mail)), ("mail.warn", day(0..<86_400, warning))]
        #expect(try skipped(files) == ["mail.warn"])
    }

    @Test func `a syslog whose lines of Postfix are all in the mail log is skipped`() throws {
        let sets = [
            [("mail.log", day(0..<50_000, mail)), ("syslog", day(0..<50_000, system))],
            [("syslog", day(20_000..<50_000, system)), ("mail.log", day(0..<50_000, mail))],
        ]
        for files in sets { #expect(try skipped(files) == ["syslog"]) }
        let cut = [
            ("mail.log", day(0..<50_000, mail)), ("syslog.1", day(0..<30_000, system)),
            ("syslog", day(30_000..<50_000, system)),
        ]
        #expect(try skipped(cut).sorted() == ["syslog", "syslog.1"])
    }

    @Test func `logs that overlap are told of, and read`() throws {
        let files = [("a.log", day(0..<50_000, mail)), ("b.log", day(30_000..<80_000, mail))]
        let found = try findings(files)
        #expect(found.map(\.isSkipped) == [false])
        #expect(found.first?.reason.contains("count twice") == true)
    }

    @Test func `a copy from an hour ago is skipped, and the log that went on is kept`() throws {
        let files = [("mail.log", day(0..<50_000, mail)), ("copy", day(0..<49_990, mail))]
        #expect(try skipped(files) == ["copy"])
    }

    @Test func `one line that is ahead of its time hides nothing`() throws {
        var lines = day(0..<50_000, mail).split(separator: "\n", omittingEmptySubsequences: false)
        lines.insert("Nov  9 09:29:01 mail postfix/smtpd[7]: connect from z[192.0.2.1]", at: 100)
        let files = [
            ("a.log", lines.joined(separator: "\n")), ("b.log", day(30_000..<50_000, mail)),
        ]
        #expect(try skipped(files) == ["b.log"])
    }

    @Test func `undated lines that many logs begin with are not shared`() throws {
        let files = [
            ("a.log", "-- Logs begin --\n" + lines(0..<100)),
            ("b.log", "-- Logs begin --\n" + lines(200..<300)),
        ]
        #expect(try findings(files) == [])
    }

    @Test func `a damaged log is not skipped: reading it tells of the damage`() throws {
        let paths = try write([("mail.log", lines(0..<9_000))])
        defer { try? FileManager.default.removeItem(at: folder) }
        let gzip = Process()
        gzip.executableURL = URL(filePath: "/bin/gzip")
        gzip.arguments = ["-k", paths[0]]
        try gzip.run()
        gzip.waitUntilExit()
        let packed = URL(filePath: paths[0] + ".gz")
        try Data(contentsOf: packed).dropLast(4_000).write(to: packed)
        #expect(try findings([paths[0], packed.path]).filter(\.isSkipped) == [])
    }

    @Test func `logs of two instances of the same time have nothing in common`() throws {
        let files = [
            ("in.log", day(0..<50_000, mail)),
            ("out.log", day(0..<50_000) { second in "postfix-out/smtp[9]: note \(second)" }),
        ]
        #expect(try findings(files) == [])
    }
}
