import Foundation
import Glibc
import History
import Testing

@testable import deferwatch

/// The program itself, asked over its sockets.
@Suite(.serialized) struct DaemonTests {
    private let enforcing = RunningDaemon.enforcing

    @Test func `it answers, and goes without leaving its sockets`() async throws {
        let daemon = try await RunningDaemon(Folder())
        #expect("DUNNO" == (try daemon.answer(to: "u@up.example")))
        #expect("observe" == (try daemon.status()).policy.mode)
        #expect(0 == (try await daemon.stop()))
        for name in ["p", "c"] {
            #expect(!FileManager.default.fileExists(atPath: "\(daemon.folder.path)/\(name)"))
        }
    }

    @Test func `a destination that dies is known by its log lines, and so is its return`()
        async throws
    {
        let daemon = try await RunningDaemon(Folder(), config: enforcing)
        try await daemon.log(LogLines.outage(of: "dead.example"))
        let report = try daemon.why("dead.example")
        #expect("down" == report.state && "4.4.316" == report.code)
        #expect(9 == report.evidence?.attempts && report.until != nil)
        #expect(report.answers?.first?.action == "DEFER_IF_PERMIT")
        #expect(report.answers?.last?.action == "DUNNO", "people have no queue")
        let answer = try daemon.answer(to: "u@dead.example")
        #expect(answer.hasPrefix("DEFER_IF_PERMIT 4.4.316 dead.example: "))
        #expect("DUNNO" == (try daemon.answer(to: "u@dead.example", client: "203.0.113.1")))
        try await daemon.log([LogLines.sent("A1BCDEF", to: "u@dead.example")])
        #expect("DUNNO" == (try daemon.answer(to: "u@dead.example")))
        #expect("up" == (try daemon.why("dead.example")).state)
        try await daemon.wait("the log") { daemon.errors.contains("from=down to=up") }
        let line = try #require(
            daemon.errors.split(separator: "\n").first { $0.contains(" policy action=") }
        )
        for part in [
            "rule=down", "destination=dead.example", "code=4.4.316", "since=", "evidence=",
        ] {
            #expect(line.contains(part), "\(line)")
        }
    }

    @Test func `what a client would be answered is asked with an address of its network`()
        async throws
    {
        let config = enforcing.replacing("192.0.2.0/24", with: "[2001:db8::]/32")
        let daemon = try await RunningDaemon(Folder(), config: config)
        try await daemon.log(LogLines.outage(of: "dead.example"))
        let answer = try #require(try daemon.why("dead.example").answers?.first)
        #expect(answer.action == "DEFER_IF_PERMIT" && answer.client.contains("(2001:db8::)"))
    }

    @Test func `figures that no clock can reach end nobody`() async throws {
        let daemon = try await RunningDaemon(Folder())
        let line = LogLines.deferred("A1BCDEF", to: "u@dead.example", ago: 5)
        let absurd = ["nan", "inf", "-1", "1e400", "1e19", "99999999999999999999", "0x1p1023"]
        try await daemon.log(
            absurd.map { line.replacing("delay=10,", with: "delay=\($0),") }
                + absurd.map {
                    line.replacing("delays=0.1/0/9.9/0", with: "delays=\($0)/0/\($0)/0")
                }
        )
        _ = try daemon.why("dead.example")
        try await daemon.wait("the history") {
            let history = try? History(readingFrom: daemon.folder.path + "/state/history.sqlite")
            return (try? history?.eventCount()) == 14
        }
        #expect(!daemon.errors.contains("memory"))
        #expect(0 == (try await daemon.stop()))
    }

    @Test func `warnings of Postfix itself silence it`() async throws {
        let daemon = try await RunningDaemon(Folder())
        let line = LogLines.sent("A1BCDEF", to: "u@up.example")
        let head = line.prefix(upTo: try #require(line.range(of: "postfix/smtp")).lowerBound)
        try await daemon.log(
            (1...8).map { _ in
                head
                    + "postfix/qmgr[9]: warning: connect to transport private/smtp: Connection refused"
            }
        )
        try await daemon.wait("the guard") {
            try daemon.status().guards.contains("postfix-warning")
        }
    }

    @Test func `as shipped it only says what it would answer`() async throws {
        let daemon = try await RunningDaemon(Folder(), config: "health.down_after = '1m'")
        try await daemon.log(LogLines.outage(of: "dead.example"))
        #expect("DUNNO" == (try daemon.answer(to: "u@dead.example")))
        #expect("down" == (try daemon.why("dead.example")).state)
        try await daemon.wait("the log") {
            daemon.errors.contains("action=DUNNO would=DEFER_IF_PERMIT rule=down mode=observe")
        }
    }

    @Test func `the operator's refusal holds while rules only observe, until it is released`()
        async throws
    {
        let daemon = try await RunningDaemon(Folder())
        let refuse = ControlRequest(verb: .refuse, destination: "Gone.example", seconds: 3_600)
        #expect(nil == (try daemon.control(refuse)).remark)
        let answer = try daemon.answer(to: "u@gone.example")
        #expect(answer.hasPrefix("REJECT 5.4.4 gone.example: "))
        #expect("DUNNO" == (try daemon.answer(to: "u@sub.gone.example")))
        #expect("DUNNO" == (try daemon.answer(to: "postmaster@gone.example")))
        let release = ControlRequest(verb: .release, destination: "gone.example")
        #expect(nil == (try daemon.control(release)).error)
        #expect("DUNNO" == (try daemon.answer(to: "u@gone.example")))
        #expect(nil != (try daemon.control(release)).error)
    }

    @Test func `an order ends by itself`() async throws {
        let daemon = try await RunningDaemon(Folder(), config: enforcing)
        let force = ControlRequest(
            verb: .force,
            destination: "kept.example",
            verdict: "down",
            seconds: 2
        )
        #expect(nil == (try daemon.control(force)).error)
        #expect((try daemon.answer(to: "u@kept.example")).hasPrefix("DEFER_IF_PERMIT"))
        let path = daemon.folder.path + "/state/history.sqlite"
        try await daemon.wait("the end") { try daemon.answer(to: "u@kept.example") == "DUNNO" }
        try await daemon.wait("the end on disk") {
            try History(readingFrom: path).states(prefix: "word:").isEmpty
        }
    }

    @Test(arguments: [
        (ControlRequest(verb: .force, destination: "a.example", verdict: "down"), "for how long"),
        (ControlRequest(verb: .force, destination: "a.example", seconds: 9), "down or up"),
        (ControlRequest(verb: .refuse, destination: "u@a.example", seconds: 9), "is no domain"),
        (ControlRequest(verb: .refuse, destination: "*", seconds: 9), "is no domain"),
        (ControlRequest(verb: .refuse, destination: "a.example", seconds: 1 << 40), "out of range"),
        (
            ControlRequest(schema: "deferwatch.control/9", verb: .status),
            "speaks deferwatch.control/1"
        ),
    ])
    func `an order that makes no sense is not taken`(
        request: ControlRequest,
        sentence: String
    )
        async throws
    {
        let daemon = try await RunningDaemon(Folder())
        let error = try daemon.control(request).error
        #expect(error?.contains(sentence) == true, "\(error ?? "no error")")
        #expect(0 == (try daemon.status()).destinations.forced)
    }

    @Test func `a bad configuration changes nothing, a good one takes its place`() async throws {
        let daemon = try await RunningDaemon(Folder(), config: enforcing)
        let force = ControlRequest(
            verb: .force,
            destination: "dead.example",
            verdict: "down",
            seconds: 3_600
        )
        #expect(nil == (try daemon.control(force)).error)
        try daemon.folder.write("d.toml", enforcing + "\ncolour = 'red'")
        daemon.signal(SIGHUP)
        try await daemon.wait("the reload") {
            !(try daemon.status().configuration.isLastReloadGood)
        }
        #expect(daemon.errors.contains("d.toml:11: unknown key 'colour'"))
        #expect((try daemon.answer(to: "u@dead.example")).hasPrefix("DEFER_IF_PERMIT"))
        try daemon.folder.write("d.toml", "log = 'elsewhere'\npolicy.mode = 'off'")
        let report = try #require(try daemon.control(ControlRequest(verb: .reload)).reload)
        #expect(report.isGood && report.afterRestart == [])
        #expect("DUNNO" == (try daemon.answer(to: "u@dead.example")))
        #expect("off" == (try daemon.status()).policy.mode)
        try daemon.folder.write("d.toml", "history.keep = '5d'")
        for _ in 0..<2 {
            let later = try #require(try daemon.control(ControlRequest(verb: .reload)).reload)
            #expect(later.isGood && later.afterRestart == ["history.keep"])
        }
    }

    @Test(arguments: ["@deferwatch-test-\(getpid())", "/tmp/dw-notify-\(getpid())"])
    func `the service manager hears of its start, its life and its end`(name: String) async throws {
        let manager = try NotifySocket(name)
        defer { unsafe unlink(name) }
        let daemon = try await RunningDaemon(
            Folder(),
            environment: ["NOTIFY_SOCKET": name, "WATCHDOG_USEC": "900000"]
        )
        try await daemon.wait("READY=1") { manager.receive().contains("READY=1") }
        try await daemon.wait("three signs of life") {
            manager.receive().count { $0 == "WATCHDOG=1" } >= 3
        }
        daemon.signal(SIGHUP)
        try await daemon.wait("RELOADING=1") { manager.receive().contains("RELOADING=1") }
        #expect(manager.receive().contains { $0.hasPrefix("MONOTONIC_USEC=") })
        #expect(0 == (try await daemon.stop()))
        #expect(manager.receive().contains("STOPPING=1"))
    }

    @Test func `where nothing can be kept, answers and learning go on`() async throws {
        let folder = try Folder()
        try folder.write("file", "")
        let daemon = try await RunningDaemon(
            folder,
            config: enforcing,
            arguments: ["--state", folder.path + "/file/state"]
        )
        #expect(try daemon.status().history.isInMemory)
        var order = ControlRequest(verb: .force, destination: "a.example")
        (order.verdict, order.seconds) = ("down", 60)
        #expect(try daemon.control(order).remark?.contains("memory only") == true)
        try await daemon.log(LogLines.outage(of: "dead.example"))
        #expect((try daemon.answer(to: "u@dead.example")).hasPrefix("DEFER_IF_PERMIT"))
        #expect(1 == daemon.errors.split(separator: "\n").count { $0.contains("kept in memory") })
    }

    @Test(arguments: [SIGKILL, SIGTERM])
    func `what was learned and ordered outlives the process`(signal: Int32) async throws {
        let folder = try Folder()
        let daemon = try await RunningDaemon(folder, config: enforcing)
        try await daemon.log(LogLines.outage(of: "dead.example"))
        let before = try daemon.why("dead.example")
        for domain in ["word.example", "taken-back.example"] {
            let force = ControlRequest(
                verb: .force,
                destination: domain,
                verdict: "down",
                seconds: 3_600
            )
            #expect(nil == (try daemon.control(force)).error)
        }
        let release = ControlRequest(verb: .release, destination: "taken-back.example")
        #expect(nil == (try daemon.control(release)).error)
        let history = try History(readingFrom: folder.path + "/state/history.sqlite")
        try await daemon.wait("the orders to be on disk") {
            try history.states(prefix: "word:").keys.sorted() == ["word:word.example"]
        }
        _ = try await daemon.stop(signal)
        let again = try await RunningDaemon(folder, config: enforcing)
        // After a kill some lines may have to be read again, and count once all the same.
        try await again.wait("what was learned") { try again.why("dead.example").state == "down" }
        let after = try again.why("dead.example")
        #expect("down" == after.state && after.since == before.since)
        #expect(9 == after.evidence?.attempts && 3 == after.waiting)
        #expect((try again.answer(to: "u@dead.example")).hasPrefix("DEFER_IF_PERMIT 4.4.316"))
        #expect("down" == (try again.why("word.example")).forced?.kind)
        #expect((try again.why("word.example")).forced?.since != nil)
        #expect(nil == (try again.why("taken-back.example")).forced)
        try await again.log([LogLines.sent("A1BCDEF", to: "u@dead.example")])
        let alive = try again.why("dead.example")
        #expect("up" == alive.state && 2 == alive.waiting)
    }

    @Test func `nobody is pushed back longer because of a restart`() async throws {
        let folder = try Folder()
        let config = enforcing.replacing(
            "mode = \"enforce\"\nclients",
            with: "mode = \"enforce\"\nmax_push_back = \"1m\"\nclients"
        )
        let daemon = try await RunningDaemon(folder, config: config)
        let force = ControlRequest(
            verb: .force,
            destination: "dead.example",
            verdict: "down",
            seconds: 3_600
        )
        #expect(nil == (try daemon.control(force)).error)
        #expect((try daemon.answer(to: "u@dead.example")).hasPrefix("DEFER_IF_PERMIT"))
        #expect(0 == (try await daemon.stop()))
        let kept = try History(readingFrom: folder.path + "/state/history.sqlite")
            .states(prefix: "policy:pushback")["policy:pushback"]
        // The seed, and one mail with its times.
        #expect(32 == kept?.count)
    }

    @Test func `where the disk takes no more, it says so once and goes on`() async throws {
        // A file that may not grow fails as a full disk does.
        let daemon = try await RunningDaemon(
            Folder(),
            config: enforcing,
            under: "trap '' XFSZ; ulimit -f 1200"
        )
        #expect(!(try daemon.status().history.isInMemory))
        for number in 0..<60 where !(try daemon.status().history.isInMemory) {
            try await daemon.log(
                (0..<50).map {
                    LogLines.deferred("B\($0)CDEF", to: "u\(number)@d\($0).example", ago: 900)
                }
            )
            try await Task.sleep(for: .milliseconds(250))
        }
        #expect(try daemon.status().history.isInMemory)
        try await daemon.log(LogLines.outage(of: "dead.example"))
        #expect((try daemon.answer(to: "u@dead.example")).hasPrefix("DEFER_IF_PERMIT"))
        let told = daemon.errors.split(separator: "\n").count { $0.contains("kept in memory") }
        #expect(1 == told, "\(daemon.errors)")
        #expect(0 == (try await daemon.stop()))
    }

    @Test func `a log that is gone is waited for, and answers go on`() async throws {
        let daemon = try await RunningDaemon(Folder(), config: enforcing)
        try await daemon.log(LogLines.outage(of: "dead.example"))
        try FileManager.default.removeItem(atPath: daemon.folder.path + "/log")
        #expect((try daemon.answer(to: "u@dead.example")).hasPrefix("DEFER_IF_PERMIT"))
        try await Task.sleep(for: .seconds(2))
        #expect(0 == (try daemon.status()).tail.lagSeconds)
        try daemon.folder.write("log", "")
        try await daemon.log([LogLines.sent("A1BCDEF", to: "u@dead.example")])
        #expect("DUNNO" == (try daemon.answer(to: "u@dead.example")))
    }

    @Test func `what was written while nobody read is learned after the start`() async throws {
        let folder = try Folder()
        let first = try await RunningDaemon(folder, config: enforcing)
        try await first.log(LogLines.outage(of: "dead.example"))
        #expect(0 == (try await first.stop()))
        // Too long ago to be news.
        let rows = (0..<20).map { LogLines.deferred("C\($0)CDEF", to: "u@x.example", ago: 300) }
        try folder.append("log", rows.map { $0 + "\n" }.joined())
        let again = try await RunningDaemon(folder, config: enforcing)
        try await again.wait("the log to be read") { try again.status().tail.lines >= 20 }
        try await again.wait("no guard") { try again.status().guards.isEmpty }
        #expect((try again.answer(to: "u@dead.example")).hasPrefix("DEFER_IF_PERMIT"))
    }

    @Test func `the commands print what the log holds without its control characters`() async throws
    {
        let daemon = try await RunningDaemon(Folder(), config: enforcing)
        let lines = LogLines.outage(of: "dead.example").map {
            $0.replacing("mx.dead.example[", with: "mx\u{1B}]0;x\u{7}.dead.example[")
        }
        try await daemon.log(lines)
        for words in [["status"], ["why", "dead.example"], ["why", "dead.example", "--json"]] {
            let process = Process()
            process.executableURL = RunningDaemon.program
            process.arguments = words + ["--control", daemon.folder.path + "/c"]
            let output = Pipe()
            process.standardOutput = output
            try process.run()
            let bytes = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            #expect(0 == process.terminationStatus)
            #expect(!bytes.contains(0x1B) && !bytes.contains(7))
            #expect(String(decoding: bytes, as: UTF8.self).contains("dead.example"))
        }
    }

    @Test func `a control client that says nothing, or too much, keeps nobody waiting`()
        async throws
    {
        let daemon = try await RunningDaemon(Folder())
        let silent = try (0..<3).map { _ in
            try LocalConnectionProbe(path: daemon.folder.path + "/c")
        }
        #expect(try daemon.status().pid > 0)
        let loud = try LocalConnectionProbe(path: daemon.folder.path + "/c")
        #expect(loud.isClosed(after: [UInt8](repeating: 120, count: 100_000)))
        #expect(try daemon.status().pid > 0)
        withExtendedLifetime(silent) {}
    }

    @Test func `a bad configuration keeps it from starting, with the place on standard error`()
        throws
    {
        let folder = try Folder()
        try folder.write("d.toml", "[policy]\nmode = 'loud'")
        let process = Process()
        process.executableURL = RunningDaemon.program
        process.arguments = ["serve", "--config", folder.path + "/d.toml"]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let text = String(
            decoding: errors.fileHandleForReading.readDataToEndOfFile(),
            as: UTF8.self
        )
        process.waitUntilExit()
        #expect(2 == process.terminationStatus)
        #expect(text.contains("d.toml:2: 'policy.mode': unknown 'loud'"))
    }
}
