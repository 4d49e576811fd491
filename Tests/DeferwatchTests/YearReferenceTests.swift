import Deferrals
import Foundation
import MailFlow
import PostfixLog
import Testing

@testable import deferwatch

/// Where the years of lines that have none are from.
@Suite struct YearReferenceTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "deferwatch-\(UUID().uuidString)")

    /// A file of lines that begin with `stamps`, last written at noon of `modified`.
    private func log(_ name: String, _ stamps: [String], modified: String) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let url = folder.appending(path: name)
        let lines = stamps.map { "\($0) mail postfix/smtpd[7]: connect from a[192.0.2.1]\n" }
        try Data(lines.joined().utf8).write(to: url)
        let date = try Date(modified + "T12:00:00Z", strategy: .iso8601)
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: url.path)
        return url.path
    }

    /// The logs of a plan with the years of their first lines, and where those are from.
    private func years(_ paths: [String], year: Int? = nil) -> [String] {
        let plan = InputPlan(arguments: paths, year: year)
        try? FileManager.default.removeItem(at: folder)
        return plan.inputs.map { input in
            let name = URL(filePath: input.path).lastPathComponent
            return "\(name) \(input.clock.year) \(input.yearReference ?? "-")"
        }
    }

    @Test func `a line with a year dates the lines without one before it`() throws {
        let path = try log(
            "mail.log",
            ["Dec 30 09:29:01", "Jan  2 10:00:00", "2019-01-02T10:30:00+01:00", "Jan  2 10:31:00"],
            modified: "2026-11-23"
        )
        #expect(years([path]) == ["mail.log 2018 the lines that have a year"])
    }

    @Test(arguments: [
        (["Feb 28 09:29:01", "Feb 29 09:29:01", "Mar  1 09:29:01"], 2024),
        (["Dec 30 09:29:01", "Feb 29 09:29:01", "Mar  1 09:29:01"], 2023),
        (["Feb 29 09:29:01", "Dec 30 09:29:01", "Feb 27 09:29:01"], 2024),
        (["Feb 28 09:29:01", "Mar  1 09:29:01"], 2026),
    ])
    func `29 February anywhere in a log is of a leap year`(stamps: [String], year: Int) throws {
        let path = try log("mail.log", stamps, modified: "2026-11-23")
        #expect(years([path]) == ["mail.log \(year) the file's modification time"])
    }

    @Test func `what a container says at its start does not date its log`() throws {
        let start = (0..<40).map { "+ step \($0) of the entry point" }
        let path = try log("mail.log", start + ["Nov 20 09:29:01"], modified: "2026-11-23")
        #expect(years([path]) == ["mail.log 2026 the file's modification time"])
    }

    @Test func `a large log is dated by the line with a year that is found in it`() throws {
        let filling = String(repeating: "x", count: 1_000)
        let path = try log(
            "mail.log",
            (0..<18_000).map { "Nov  3 09:29:01 \(filling)\($0)" }
                + (0..<2_000).map { "2019-11-03T10:30:00Z \(filling)\($0)" },
            modified: "2026-11-23"
        )
        #expect(years([path]) == ["mail.log 2019 the lines that have a year"])
    }

    @Test func `what the user says of the first line stands`() throws {
        let path = try log(
            "mail.log",
            ["Nov  3 09:29:01", "2019-11-03T10:30:00Z"],
            modified: "2026-11-23"
        )
        #expect(years([path], year: 2018) == ["mail.log 2018 --year"])
    }

    @Test func `an audit names the line with a year that dated those behind it`() throws {
        let path = try log(
            "mail.log",
            ["2019-12-31T23:30:00Z", "Dec 31 23:31:00", "Jan  1 00:01:00"],
            modified: "2026-11-23"
        )
        defer { try? FileManager.default.removeItem(at: folder) }
        let pipeline = AuditPipeline(
            bank: PatternBank(rows: []),
            threads: 1,
            settings: FlowLedger.Settings()
        ) { _ in }
        let plan = InputPlan(arguments: [path], year: nil)
        for input in plan.inputs { try pipeline.add(input) }
        #expect(pipeline.hasYearOfLine)
        let last = try #require(pipeline.snapshot(top: 1).totals.last)
        #expect(CivilCalendar.date(days: Int(last / 86_400)).year == 2020)
    }

    @Test func `of copies of a rotated set no newer one ends before an older one`() throws {
        let set = [
            try log("mail.log", ["Nov 20 10:00:00", "Dec  5 10:00:00"], modified: "2026-11-23"),
            try log("mail.log.1", ["Nov  9 10:00:00", "Nov 20 09:00:00"], modified: "2026-11-23"),
            try log("mail.log.2", ["Oct 28 10:00:00", "Nov  9 09:00:00"], modified: "2026-11-23"),
        ]
        #expect(
            years(set) == [
                "mail.log.2 2025 a neighbour in the rotated set",
                "mail.log.1 2025 a neighbour in the rotated set",
                "mail.log 2025 the file's modification time",
            ]
        )
    }

    @Test func `a rotated file that is certain fixes those before and after it`() throws {
        let set = [
            try log("mail.log", ["Jan  2 10:00:00", "Jan  5 10:00:00"], modified: "2026-11-23"),
            try log("mail.log.1", ["Dec 20 10:00:00", "Jan  2 09:00:00"], modified: "2026-11-23"),
            try log("mail.log.2", [], modified: "2026-11-23"),
            try log("mail.log.3", ["2018-12-09T10:00:00Z"], modified: "2026-11-23"),
            try log("mail.log.4", ["Dec  1 10:00:00", "Dec  9 09:00:00"], modified: "2026-11-23"),
            try log("else.log", ["Dec  1 11:00:00"], modified: "2026-11-23"),
        ]
        #expect(
            years(set) == [
                "mail.log.4 2018 a neighbour in the rotated set", "mail.log.3 1970 -",
                "mail.log.1 2018 a neighbour in the rotated set",
                "mail.log 2019 a neighbour in the rotated set",
                "else.log 2025 the file's modification time", "mail.log.2 1970 -",
            ]
        )
    }

    @Test func `a log goes on from the one whose name has a date`() throws {
        for name in ["mail.log-20191230", "mail-2019-12-30.log"] {
            let set = [
                try log(
                    "mail.log",
                    ["Dec 30 06:00:00", "Jan  5 10:00:00"],
                    modified: "2026-11-23"
                ),
                try log(name, ["Dec 25 10:00:00", "Dec 30 05:00:00"], modified: "2026-11-23"),
            ]
            #expect(
                years(set) == [
                    "\(name) 2019 the date in the file's name",
                    "mail.log 2019 a neighbour in the rotated set",
                ]
            )
        }
    }
}
