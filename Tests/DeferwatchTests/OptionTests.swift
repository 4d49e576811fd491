import ArgumentParser
import Deferrals
import Foundation
import History
import MailFlow
import PostfixLog
import Testing

@testable import deferwatch

@Suite struct OptionTests {
    @Test func `what is kept for ever is 0, as in the configuration`() throws {
        let kept = try HistoryLimitOptions.parse(["--keep", "0s", "--keep-mb", "0"]).limits
        #expect(kept.age == nil)
        #expect(kept.bytes == nil)
        #expect(try HistoryLimitOptions.parse(["--keep", "2w"]).limits.age == 1_209_600)
        #expect(throws: (any Error).self) { try HistoryLimitOptions.parse(["--keep", "-1d"]) }
    }

    @Test(arguments: [
        ("2026-11-03", 1_793_664_000), ("2026-11-03 09:29", 1_793_698_140),
        ("2026-11-03T09:29:01", 1_793_698_141), ("2026-11-03 09:29:01.5", 1_793_698_141),
    ])
    func `a time without an offset is of the log's own clock`(text: String, seconds: Int64) {
        let end = LogTime(seconds: 0, offsetMinutes: 60)
        #expect(seconds == TimeBound(text: text)?.seconds(end: end))
    }

    @Test(arguments: [
        "2026-11-03T09:29:01Z", "2026-11-03T10:29:01+01:00", "2026-11-03T10:29:01+0100",
    ])
    func `a time with an offset is turned to the log's clock`(text: String) {
        let end = LogTime(seconds: 0, offsetMinutes: 180)
        #expect(1_793_698_141 + 10_800 == TimeBound(text: text)?.seconds(end: end))
    }

    @Test func `a duration counts back from the log's last line, else from now`() throws {
        let bound = try #require(TimeBound(text: "24h"))
        #expect(100_000 - 86_400 == bound.seconds(end: LogTime(seconds: 100_000)))
        let now = Date(timeIntervalSince1970: 1_793_698_141)
        let zone = Int64(TimeZone.current.secondsFromGMT(for: now))
        #expect(1_793_698_141 + zone - 86_400 == bound.seconds(end: nil, now: now))
    }

    @Test func `figures that no run can go by are refused`() {
        for year in ["0", "1979", "9999", "9223372036854775807"] {
            #expect(throws: (any Error).self) { try SimulateCommand.parse(["--year", year, "l"]) }
        }
        for count in ["0", "-9223372036854775808", "9223372036854775807"] {
            let option = ["--max-messages=\(count)"]
            #expect(throws: (any Error).self) { try AuditCommand.parse(option) }
            #expect(throws: (any Error).self) { try FollowCommand.parse(option) }
            #expect(throws: (any Error).self) { try TopCommand.parse(option) }
        }
        #expect(throws: Never.self) { try FollowCommand.parse(["--max-messages=1"]) }
        #expect(throws: Never.self) { try SimulateCommand.parse(["--year", "2026", "l"]) }
    }

    @Test func `a log's end is told by the clock of its first line`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let lines = [
            "no log line\n2026-10-25T02:50:00+02:00 mx postfix/qmgr[1]: 4F1A1: removed\n",
            "2026-10-25T02:05:00+01:00 mx postfix/qmgr[1]: 4F1A2: removed\n",
        ]
        let inputs = try lines.enumerated().map { number, text in
            let path = folder.appending(path: "mail.log.\(number)").path()
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            return LogInput(path: path, firstYear: 2026, yearReference: "--year")
        }
        let end = try #require(LogEnd.find(inputs))
        #expect(1_792_896_600 + 900 == end.seconds && 120 == end.offsetMinutes)
        #expect(LogEnd.find([inputs[1]])?.offsetMinutes == 60)
    }

    @Test(arguments: [
        "", "yesterday", "2026-02-30", "2026-01-9223372036854775807", "2026-13-01", "26-11-03",
        "24", "9x",
        "2026-11-03 25:00", "2026-11-03T09:29:01+1", "99999999999999999999d",
    ])
    func `what is no time is refused`(text: String) {
        #expect(TimeBound(text: text) == nil)
    }

    @Test(arguments: [
        ("2026-11-03", "2026-11-04", true), ("2026-11-04", "2026-11-03", false),
        ("2026-11-03", "2026-11-03", false), ("24h", "1h", true), ("1h", "24h", false),
        ("2026-11-03T09:00:00+01:00", "2026-11-03T09:00:00Z", true),
        ("2026-11-03T09:00:00Z", "2026-11-03T09:00:00+01:00", false),
        // Only the log tells whether these have time between them.
        ("2026-11-04", "24h", true),
    ])
    func `a beginning is before its end`(since: String, until: String, isFine: Bool) throws {
        let from = try #require(TimeBound(text: since))
        #expect(try from.mayPrecede(#require(TimeBound(text: until))) == isFine)
    }

    @Test(arguments: [
        ("Example.COM.", "example.com"), ("example.com", "example.com"),
        (".example.com", ".example.com"),
        (".", "."), ("", ""),
    ])
    func `a domain may be typed as DNS writes it`(typed: String, domain: String) {
        #expect(FlowFilter.domain(typed: typed) == domain)
    }

    @Test func `Postfix's suffixes count seconds to weeks`() {
        let expected = [5: "5s", 300: "5m", 18_000: "5h", 432_000: "5d", 3_024_000: "5w"]
        for (seconds, text) in expected { #expect(seconds == PostfixDuration.seconds(text)) }
        #expect(432_000 == PostfixDuration.seconds("5", unit: "d"))
    }

    @Test func `own domains take their sub-domains`() {
        let own = OwnDomains(["Example.com", ".example.org"])
        #expect(own.contains("example.com"))
        #expect(own.contains("mail.EXAMPLE.com"))
        #expect(own.contains("a.example.org"))
        #expect(!own.contains("notexample.com"))
        #expect(!own.contains(""))
    }

    @Test func `the locale is the first of three variables that is set`() {
        let environment = ["LC_ALL": "", "LC_MESSAGES": "tr_TR.UTF-8", "LANG": "en_US.UTF-8"]
        #expect("tr_TR.UTF-8" == Terminal.locale(environment))
        #expect("" == Terminal.locale([:]))
    }

    @Test func `progress names the end where it can be foreseen`() {
        let line = Progress.line(bytes: 500_000_000, total: 2_000_000_000, elapsed: .seconds(1))
        #expect("500 MB of 2.0 GB, 25 %, 500 MB/s, 3 s left" == line)
        #expect("1.2 kB, 1.2 kB/s" == Progress.line(bytes: 1_234, total: 0, elapsed: .seconds(1)))
    }

    @Test func `a timeline of decades fits the screen`() throws {
        var hours = try SampleReport.snapshot().timeline
        hours[1].start = hours[0].start + 40 * 366 * 86_400
        let timeline = TimelineBuckets(hours, most: 60)
        #expect(61 >= timeline.buckets.count)
        #expect(200 == timeline.buckets.map(\.deferredTotal).reduce(0, +))
    }

    @Test func `a timeline shows the hours in which nothing happened`() throws {
        let timeline = try TimelineBuckets(SampleReport.snapshot().timeline, most: 60)
        #expect(32 == timeline.buckets.count)
        #expect(
            "█" + String(repeating: " ", count: 30) + "▄"
                == Bars.sparkline(timeline.buckets.map(\.deferredTotal))
        )
    }

    @Test func `wide characters take two columns and marks none`() {
        #expect(4 == "日本".displayWidth)
        #expect(1 == "e\u{301}".displayWidth)
        #expect("日本…" == Escape.terminal("日本語語", width: 5))
    }

    private static let timeless =
        "has lines of Postfix without a log's times: take the log itself, in a container with docker logs -t; deferwatch explain takes single lines"

    @Test(
        arguments: [
            ("", "is empty"),
            ("\u{0}\u{0}", "holds nothing but NUL bytes, as after a power cut or a full disk"),
            ("hello\nworld\n", "has no log lines"),
            ("Nov  3 09:00:01 h sshd[1]: hi\n", "has no lines of Postfix"),
            (
                "__CURSOR=s=1\nMESSAGE=x\n\n",
                "has journal entries of several lines: use journalctl -o short-iso"
            ),
            (
                "[ 1234.567890] mx postfix/smtpd[1]: connect from x[192.0.2.1]\n",
                "counts seconds since boot, and has no times of day: use journalctl -o short-iso"
            ),
            (
                "Tue 2026-11-03 09:29:01.123456 UTC [s=abc;i=1;b=2;m=3;t=4;x=5]\n    PRIORITY=6\n",
                "has journal entries of several lines: use journalctl -o short-iso"
            ),
            ("postfix/smtp[147]: connect to x[192.0.2.1]:25: Connection refused\n", timeless),
            (
                "3.11.2026, 09:29:01\tinfo\t4F1A2: to=<u@x>, relay=none, status=deferred (x)\n",
                timeless
            ),
            (
                #"[{"time":"1790881379","program":"postfix/smtp[368]","message":"4F1A2: to=<u@x>"}]"#
                    + "\n", timeless
            ),
            ("\u{7F}ELF\u{0}\u{1}\n\nrest", "is binary, not a log"),
            ("Nov  3 09:00:01 h postfix/smtpd[1]: connect from x[192.0.2.1]\n", nil),
        ] as [(String, String?)]
    )
    func `inputs that are no mail logs are told apart`(text: String, problem: String?) throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "verdict-\(UUID().uuidString)").path
        try Data(text.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let pipeline = AuditPipeline(
            bank: PatternBank(),
            threads: 1,
            settings: FlowLedger.Settings()
        ) { _ in
        }
        try pipeline.add(LogInput(path: path, firstYear: 2026, yearReference: nil))
        #expect(problem == InputVerdict.problem(with: pipeline.lineCounts, path: path))
    }

    @Test func `the kernel knows the arguments that Swift has lost`() {
        #expect(CommandLine.arguments == ProgramArguments.ofKernel)
        let words = ProgramArguments.split(Array("deferwatch\0follow\0\0a b\0".utf8))
        #expect(["deferwatch", "follow", "", "a b"] == words)
        #expect([] == ProgramArguments.split([]))
    }
}
