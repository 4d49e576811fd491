import Foundation
import Glibc
import LocalSocket
import MailFlow
import Testing

@testable import deferwatch

/// `deferwatch check`: what a monitoring system is told.
@Suite(.serialized) struct CheckTests {
    @Test(
        arguments: [
            ("10", [-1, 10.5, 11], [0, 10]), ("10:", [9, -1], [10, 1_000]),
            ("~:10", [11], [-1_000, 10]), ("10:20", [9, 21], [10, 20]),
            ("@10:20", [10, 15, 20], [9, 21]), ("0", [1, -1], [0]), ("@0:0", [0], [1]),
            ("-5:-2", [-6, 0], [-3]), ("1.5:2.5", [1, 3], [2]),
        ] as [(String, [Double], [Double])]
    )
    func `a range alerts as the guidelines say`(
        text: String,
        alerting: [Double],
        calm: [Double]
    ) throws {
        let range = try #require(CheckRange(text))
        for value in alerting { #expect(range.alerts(value), "\(text) \(value)") }
        for value in calm { #expect(!range.alerts(value), "\(text) \(value)") }
    }

    @Test(arguments: ["", "x", "20:10", "1:2:3", "@", "@@1", "nan", "inf", "1e3", "-1", "~"])
    func `what is no range is refused`(text: String) {
        #expect(nil == CheckRange(text))
    }

    @Test func `the line has one bar, and figures as graphers read them`() {
        let result = PluginResult(
            .ok,
            "a|b\u{1B}[2J\n",
            [
                .init(
                    label: "it's",
                    value: 7,
                    unit: "s",
                    warning: CheckRange("5"),
                    critical: CheckRange("@1:6")
                ),
                .init(label: "all", value: 3),
            ]
        )
        #expect(
            #"WARNING - a/b\u{1b}[2J\u{a} | 'it''s'=7s;5;@1:6;0 'all'=3;;;0"# == result.line
        )
    }

    // MARK: the queue

    private static func message(_ queue: String, age: Int64) -> [UInt8] {
        Array(
            (#"{"queue_name": "\#(queue)", "queue_id": "4F1A1", "arrival_time": \#(10_000 - age), "#
                + #""message_size": 1, "sender": "", "recipients": [{"address": "b@example.net"}]}"#)
                .utf8
        )
    }

    private static func queue(_ lines: [[UInt8]], _ w: String, _ c: String) -> PluginResult {
        var age = QueueAge(now: 10_000, limit: 3_600)
        for line in lines { age.add(line) }
        return age.result(warning: CheckRange(w), critical: CheckRange(c))
    }

    @Test func `messages of more than an hour count, mail on hold does not`() {
        let lines = [
            Self.message("deferred", age: 3_600), Self.message("deferred", age: 3_601),
            Self.message("active", age: 9_000), Self.message("hold", age: 9_999),
        ]
        let text =
            "2 of 3 messages delayed by more than 1h, the oldest by 2 h 30 min"
            + " | 'delayed'=2;1;5;0 'messages'=3;;;0 'held'=1;;;0 'oldest'=9000s;;;0"
        #expect("WARNING - " + text == Self.queue(lines, "1", "5").line)
        #expect(.ok == Self.queue(lines, "2", "5").state)
        #expect(.critical == Self.queue(lines, "0", "1").state)
    }

    @Test func `an empty queue is well, an unreadable one is unknown`() {
        #expect(.ok == Self.queue([], "200", "2000").state)
        let noise = Array("Mail queue is empty".utf8)
        #expect(.unknown == Self.queue([noise], "200", "2000").state)
    }

    // MARK: as a process

    private static func check(_ arguments: String...) throws -> (status: Int32, text: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = RunningDaemon.program
        process.arguments = ["check"] + arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    @Test func `a daemon that lives is OK, one that is gone is critical`() async throws {
        let daemon = try await RunningDaemon(Folder())
        let path = daemon.folder.path + "/c"
        let alive = try Self.check("daemon", "--control", path)
        #expect(0 == alive.status && alive.text.hasPrefix("OK - mode observe, "), "\(alive)")
        #expect(alive.text.contains("| 'lag'=0s;30;60;0 'requests'=0c;;;0"))
        #expect(0 == (try await daemon.stop()))
        let dead = try Self.check("daemon", "--control", path)
        #expect(2 == dead.status && dead.text.hasPrefix("CRITICAL - "), "\(dead)")
        #expect(1 == dead.text.split(separator: "\n").count)
        let unknown = try Self.check("destinations", "--control", path)
        #expect(3 == unknown.status && unknown.text.hasPrefix("UNKNOWN - "), "\(unknown)")
    }

    @Test func `a destination that is down is a warning, and named`() async throws {
        let daemon = try await RunningDaemon(Folder(), config: "health.down_after = '1m'")
        let path = daemon.folder.path + "/c"
        let before = try Self.check("destinations", "--control", path)
        #expect(0 == before.status, "\(before)")
        try await daemon.log(LogLines.outage(of: "dead.example"))
        let after = try Self.check("destinations", "--control", path)
        #expect(1 == after.status)
        #expect(
            after.text.hasPrefix(
                "WARNING - 1 of 1 destinations down, dead.example 4.4.316 | 'down'=1;0;10;0"
            ),
            "\(after)"
        )
        let strict = try Self.check("destinations", "--control", path, "-c", "0")
        #expect(2 == strict.status)
    }

    @Test func `a daemon that hangs is unknown in time`() async throws {
        let daemon = try await RunningDaemon(Folder())
        daemon.signal(SIGSTOP)
        let begin = ContinuousClock.now
        let result = try Self.check(
            "destinations",
            "--control",
            daemon.folder.path + "/c",
            "-t",
            "1"
        )
        daemon.signal(SIGCONT)
        #expect(
            3 == result.status && result.text == "UNKNOWN - no answer within 1 s\n",
            "\(result)"
        )
        #expect(ContinuousClock.now - begin < .seconds(6))
    }

    @Test func `the queue is read from a listing, which may not be old`() throws {
        let folder = try Folder()
        let old = Int64(Date().timeIntervalSince1970) - 7_200
        let line =
            #"{"queue_name": "deferred", "queue_id": "4F1A1", "arrival_time": \#(old), "#
            + #""message_size": 1, "sender": "", "recipients": []}"#
        try folder.write("queue", line + "\n")
        let path = folder.path + "/queue"
        let calm = try Self.check("queue", path)
        #expect(0 == calm.status && calm.text.hasPrefix("OK - 1 of 1 messages delayed"), "\(calm)")
        #expect(calm.text.contains("'delayed'=1;200;2000;0"))
        #expect(2 == (try Self.check("queue", path, "-c", "0")).status)
        #expect(0 == (try Self.check("queue", path, "-c", "0", "--older-than", "3h")).status)
        let past = Date(timeIntervalSinceNow: -3_600)
        try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: path)
        let stale = try Self.check("queue", path)
        #expect(
            3 == stale.status && stale.text.hasPrefix("UNKNOWN - stale: the listing is 60 min"),
            "\(stale)"
        )
    }

    @Test func `what postqueue complains of is in the plugin's one line`() throws {
        let folder = try Folder()
        let process = Process()
        let output = Pipe()
        process.executableURL = RunningDaemon.program
        process.arguments = ["check", "queue", "--config-dir", folder.path + "/none"]
        // Icinga reads both as one.
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let text = String(decoding: said, as: UTF8.self)
        #expect(3 == process.terminationStatus && text.hasPrefix("UNKNOWN - "), "\(text)")
        #expect(text.contains(": postqueue: fatal: open \(folder.path)/none/main.cf"), "\(text)")
        #expect(1 == text.split(separator: "\n").count, "\(text)")
    }

    @Test func `an audit counts what waits, and an old log is unknown`() throws {
        let folder = try Folder()
        try folder.write("log", LogLines.outage(of: "dead.example").map { $0 + "\n" }.joined())
        let path = folder.path + "/log"
        let calm = try Self.check("audit", path)
        #expect(
            calm.text.hasPrefix(
                "OK - 3 messages waiting, 3 of 3 were deferred (3 by 4.4.316) | 'waiting'=3;200;2000;0"
            ),
            "\(calm)"
        )
        #expect(1 == (try Self.check("audit", path, "-w", "2")).status)
        try folder.write("old", LogLines.deferred("A1BCDEF", to: "u@x.example", ago: 7_205) + "\n")
        let stale = try Self.check("audit", folder.path + "/old")
        #expect(3 == stale.status && stale.text.hasPrefix("UNKNOWN - stale: "), "\(stale)")
        #expect(3 == (try Self.check("audit", folder.path + "/none")).status)
        // A clock or a zone that is wrong hides how old the log is.
        try folder.write("new", LogLines.deferred("A1BCDEF", to: "u@x.example", ago: -7_200) + "\n")
        let future = try Self.check("audit", folder.path + "/new")
        #expect(3 == future.status && future.text.contains("in the future"), "\(future)")
    }

    @Test(arguments: [
        ["queue", "-w", "x"], ["daemon", "-t", "0"], ["nonsense"], ["daemon", "--frobnicate"],
    ])
    func `wrong use is UNKNOWN, on standard output`(arguments: [String]) throws {
        let process = Process()
        let output = Pipe()
        process.executableURL = RunningDaemon.program
        process.arguments = ["check"] + arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(3 == process.terminationStatus)
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.hasPrefix("UNKNOWN - ") && text.split(separator: "\n").count == 1, "\(text)")
    }
}
