import Foundation
import Glibc
import LocalSocket
import Testing

@testable import deferwatch

/// Metrics and pages of a daemon that runs, over its sockets.
@Suite(.serialized) struct MetricsPartTests {
    private static func daemon(
        _ config: String = "health.down_after = '1m'",
        _ arguments: [String] = []
    ) async throws -> RunningDaemon {
        try await RunningDaemon(
            Folder(),
            config: config,
            arguments: ["--http", "127.0.0.1:0"] + arguments
        )
    }

    private static func place(of daemon: RunningDaemon) async throws -> SocketPlace {
        let sign = "listening on http://127.0.0.1:"
        try await daemon.wait("its web server") { daemon.errors.contains(sign) }
        let port = daemon.errors.components(separatedBy: sign)[1].prefix { $0.isNumber }
        return .inet(address: "127.0.0.1", port: try #require(UInt16(port)))
    }

    private static func page(_ path: String, of place: SocketPlace) throws -> String {
        let connection = try LocalConnection(to: place, within: .seconds(5))
        let deadline = ContinuousClock.now + .seconds(10)
        let request = "GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n"
        try connection.send(Array(request.utf8), until: deadline)
        var text = ""
        while let line = try? connection.read(to: [10], limit: 1 << 20, until: deadline) {
            text += String(decoding: line, as: UTF8.self) + "\n"
        }
        return text
    }

    @Test func `what patterns take shows: each of one's own, and the shipped ones together`()
        async throws
    {
        let folder = try Folder()
        try folder.write(
            "own.toml",
            """
            [[pattern]]
            id = "acme.refused"
            subject = "reason"
            pattern = '^connect to mx\\.acme\\.example.*: Connection refused'
            code = "4.4.316"
            """
        )
        let daemon = try await RunningDaemon(
            folder,
            arguments: ["--http", "127.0.0.1:0", "--patterns", folder.path + "/own.toml"]
        )
        let place = try await Self.place(of: daemon)
        try await daemon.log(LogLines.outage(of: "acme.example"))
        try await daemon.log(LogLines.outage(of: "dead.example"))
        let sign = "\ndeferwatch_rule_match_seconds_total{rule="
        try await daemon.wait("the metrics") {
            let page = try Self.page("/metrics", of: place)
            return [#""acme.refused"} 0.0"#, #""shipped"} 0.0"#].allSatisfy { name in
                page.contains(sign + name)
            }
        }
    }

    @Test func `a destination that dies shows in the metrics and on the page`() async throws {
        let daemon = try await Self.daemon()
        let place = try await Self.place(of: daemon)
        try await daemon.log(LogLines.outage(of: "dead.example"))
        try await daemon.log([LogLines.sent("B1BCDEF", to: "u@up.example"), "no log line"])
        _ = try daemon.answer(to: "u@dead.example")
        try await daemon.wait("the metrics") {
            // An answer is counted when it has gone.
            let page = try Self.page("/metrics", of: place)
            return page.contains(#"result="unparsed"} 1"#)
                && page.contains("deferwatch_policy_duration_seconds_count 1\n")
        }
        let text = try Self.page("/metrics", of: place)
        for line in [
            #"deferwatch_deferrals_total{code="4.4.316",service="postfix/smtp"} 9"#,
            #"deferwatch_deliveries_total{status="sent"} 1"#,
            #"deferwatch_deliveries_total{status="deferred"} 9"#,
            #"deferwatch_lines_total{result="matched"} 10"#,
            #"deferwatch_destinations{state="down"} 1"#,
            #"deferwatch_destination_open_seconds{destination="dead.example"} "#,
            #"deferwatch_policy_would_actions_total{action="DEFER_IF_PERMIT",rule="down"} 1"#,
            #"deferwatch_policy_requests_total{action="DUNNO",mode="observe",rule="down"} 1"#,
            "deferwatch_policy_duration_seconds_count 1\n", "deferwatch_history_on_disk 1",
            #"deferwatch_tail_bytes_total{source="\#(daemon.folder.path)/log"} "#,
        ] {
            #expect(text.contains(line), "\(line) is not in \(text)")
        }
        let front = try Self.page("/", of: place)
        #expect(front.contains("<td>dead.example</td><td>down</td><td>4.4.316</td>"))
        let ready = try Self.page("/readyz", of: place)
        #expect(ready.hasPrefix("HTTP/1.1 200 "), "\(ready)")
        #expect(0 == (try await daemon.stop()))
    }

    @Test func `a bad reload shows, and so does its repair`() async throws {
        let daemon = try await Self.daemon("")
        let place = try await Self.place(of: daemon)
        let metric = "deferwatch_config_last_reload_successful"
        #expect(try Self.page("/metrics", of: place).contains("\(metric) 1"))
        try daemon.folder.write("d.toml", "colour = 'red'")
        daemon.signal(SIGHUP)
        try await daemon.wait("bad news") {
            try Self.page("/metrics", of: place).contains("\(metric) 0")
        }
        try daemon.folder.write("d.toml", "")
        daemon.signal(SIGHUP)
        try await daemon.wait("good news") {
            try Self.page("/metrics", of: place).contains("\(metric) 1")
        }
    }

    @Test func `web clients that say nothing keep no answer waiting`() async throws {
        let daemon = try await Self.daemon()
        let place = try await Self.place(of: daemon)
        let idle = (0..<100).compactMap { _ in
            try? LocalConnection(to: place, within: .seconds(5))
        }
        let begin = ContinuousClock.now
        for number in 0..<50 {
            let answer = try daemon.answer(to: "u\(number)@up.example")
            #expect("DUNNO" == answer)
        }
        #expect(ContinuousClock.now - begin < .seconds(5))
        withExtendedLifetime(idle) {}
    }

    @Test func `a port that is taken costs the page and nothing else`() async throws {
        let first = try await Self.daemon()
        guard case .inet(_, let port) = try await Self.place(of: first) else { return }
        let second = try await RunningDaemon(
            Folder(),
            arguments: ["--http", "127.0.0.1:\(port)"]
        )
        try await second.wait("its complaint") { second.errors.contains("deferwatch: http: ") }
        let answer = try second.answer(to: "u@up.example")
        #expect("DUNNO" == answer)
    }

    @Test func `the file for node_exporter is whole, and may be read by others`() async throws {
        let folder = try Folder()
        let daemon = try await RunningDaemon(
            folder,
            arguments: ["--textfile", folder.path + "/deferwatch.prom"]
        )
        try await daemon.wait("the file") { !folder.read("deferwatch.prom").isEmpty }
        let text = folder.read("deferwatch.prom")
        #expect(text.hasPrefix("# HELP deferwatch_build_info ") && text.hasSuffix("\n"))
        let found = try FileManager.default.attributesOfItem(
            atPath: folder.path + "/deferwatch.prom"
        )
        #expect(0o644 == (found[.posixPermissions] as? NSNumber)?.intValue)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/deferwatch.prom.new"))
    }

    @Test(arguments: ["0.0.0.0:80", "192.0.2.1:9476", "nonsense"])
    func `an address that others reach is an error of the configuration`(address: String) {
        var reader = ConfigurationReader()
        reader.set("http.listen", .text(address), place: "--http")
        #expect("--http" == reader.problems.first?.place)
    }
}
