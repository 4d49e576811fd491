import Foundation
import Glibc
import LocalSocket
import Testing

@testable import deferwatch

/// The built program's `serve`, as a process of its own.
final class RunningDaemon {
    struct Late: Error, CustomStringConvertible {
        let description: String
    }

    /// Enforces: a destination is down after a minute, and a client with a queue is told so.
    static let enforcing = """
        [policy]
        mode = "enforce"
        clients_with_queue = "192.0.2.0/24"
        [health]
        down_after = "1m"
        [[rule]]
        id = "down"
        action = "defer_if_permit"
        state = "down"
        mode = "enforce"
        """

    let folder: Folder
    private let process = Process()

    /// Starts it with sockets, log and state in `folder`, and waits until it answers commands.
    ///
    /// `shell` is run before it, in the same process.
    init(
        _ folder: Folder,
        config: String = "",
        environment: [String: String] = [:],
        arguments: [String] = [],
        under shell: String? = nil
    ) async throws {
        self.folder = folder
        try folder.write("d.toml", config)
        if !FileManager.default.fileExists(atPath: folder.path + "/log") {
            try folder.write("log", "")
        }
        let command =
            [
                "serve", "--config", folder.path + "/d.toml", "--log", folder.path + "/log",
                "--policy", "unix:\(folder.path)/p", "--control", folder.path + "/c",
            ] + (arguments.contains("--state") ? [] : ["--state", folder.path + "/state"])
            + arguments
        process.executableURL = shell == nil ? Self.program : URL(fileURLWithPath: "/bin/sh")
        process.arguments =
            shell.map { ["-c", $0 + "; exec \"$@\"", "sh", Self.program.path] + command } ?? command
        var all = ProcessInfo.processInfo.environment
        all["NOTIFY_SOCKET"] = nil
        process.environment = all.merging(environment) { $1 }
        _ = FileManager.default.createFile(atPath: folder.path + "/stderr", contents: nil)
        let errors = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path + "/stderr"))
        try errors.seekToEnd()
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        try await wait("its control socket") { (try? status()) != nil }
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// Beside the tests.
    static var program: URL {
        let own = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        return own.deletingLastPathComponent().appending(path: "deferwatch")
    }

    var errors: String { folder.read("stderr") }
    var isRunning: Bool { process.isRunning }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Ends it as the service manager does; gives the exit status.
    func stop(_ number: Int32 = SIGTERM) async throws -> Int32 {
        signal(number)
        try await wait("its end") { !process.isRunning }
        return process.terminationStatus
    }

    func control(_ request: ControlRequest) throws -> ControlReply {
        let connection = try LocalConnection(
            to: .unix(path: folder.path + "/c"),
            within: .seconds(5)
        )
        let deadline = ContinuousClock.now + .seconds(10)
        try connection.send(ControlCoding.line(request), until: deadline)
        let line = try #require(
            try connection.read(to: [10], limit: ControlCoding.longestReply, until: deadline)
        )
        return try ControlCoding.value(ControlReply.self, from: line)
    }

    func status() throws -> DaemonStatus {
        try #require(try control(ControlRequest(verb: .status)).status)
    }

    func why(_ domain: String) throws -> DestinationReport {
        try #require(try control(ControlRequest(verb: .why, destination: domain)).destination)
    }

    /// What smtpd would be told; the instance differs, so nothing is a repeat.
    func answer(to recipient: String, client: String = "192.0.2.1") throws -> String {
        let question = try PolicyClient(
            to: .unix(path: folder.path + "/p"),
            within: .seconds(5)
        )
        let lines = [
            "request=smtpd_access_policy", "protocol_state=RCPT", "client_address=\(client)",
            "client_port=25", "sender=a@sender.example", "recipient=\(recipient)",
            "instance=\(UUID().uuidString)",
        ]
        let request = Array((lines.joined(separator: "\n") + "\n\n").utf8)
        let answer = try #require(try question.ask(request, within: .seconds(5)))
        return answer.text.isEmpty ? answer.action : answer.action + " " + answer.text
    }

    /// Adds lines to the log, and waits until they are read.
    func log(_ lines: [String]) async throws {
        let goal = try status().tail.lines + lines.count
        try folder.append("log", lines.map { $0 + "\n" }.joined())
        try await wait("\(goal) lines") { try status().tail.lines >= goal }
    }

    /// Looks until something holds; for half a minute, which is long on a busy machine, too.
    func wait(_ what: String, until holds: () throws -> Bool) async throws {
        for _ in 0..<1_500 {
            if try holds() { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw Late(description: "waited in vain for \(what); its log: \(errors)")
    }
}

/// A client of the control socket that does not behave.
struct LocalConnectionProbe {
    private let connection: LocalConnection

    init(path: String) throws {
        connection = try LocalConnection(to: .unix(path: path), within: .seconds(5))
    }

    /// True where the other side hangs up instead of answering.
    func isClosed(after bytes: [UInt8]) -> Bool {
        let deadline = ContinuousClock.now + .seconds(10)
        try? connection.send(bytes, until: deadline)
        do {
            return try connection.read(to: [10], limit: 1_000, until: deadline) == nil
        } catch .late {
            return false
        } catch {
            return true
        }
    }
}

/// Lines of Postfix's log with a time of today, as `serve` believes no others.
enum LogLines {
    /// `ago` seconds before now.
    static func deferred(_ queueID: String, to recipient: String, ago: Int) -> String {
        let host = recipient.split(separator: "@").last.map(String.init) ?? ""
        return head(ago)
            + "\(queueID): to=<\(recipient)>, relay=none, delay=10, delays=0.1/0/9.9/0, dsn=4.4.1, "
            + "status=deferred (connect to mx.\(host)[192.0.2.9]:25: Connection refused)"
    }

    static func sent(_ queueID: String, to recipient: String, ago: Int = 0) -> String {
        let host = recipient.split(separator: "@").last.map(String.init) ?? ""
        return head(ago)
            + "\(queueID): to=<\(recipient)>, relay=mx.\(host)[192.0.2.9]:25, delay=10, "
            + "delays=0.1/0/9.9/0, dsn=2.0.0, status=sent (250 2.0.0 Ok)"
    }

    /// Enough for 'down': three messages, tried twice each in a quarter of an hour.
    static func outage(of domain: String) -> [String] {
        [900, 600, 5].flatMap { ago in
            ["A1", "A2", "A3"].map { deferred("\($0)BCDEF", to: "u@\(domain)", ago: ago) }
        }
    }

    private static func head(_ ago: Int) -> String {
        let time = DaemonClock.wall - Int64(ago)
        return TimeText.rfc3339(time, offsetMinutes: 0) + " mail postfix/smtp[4711]: "
    }
}

/// A socket that a service manager would listen on for news of its service.
final class NotifySocket {
    let path: String
    private let descriptor: Int32
    private(set) var messages: [String] = []

    /// `name` is a path, or '@NAME'.
    init(_ name: String) throws {
        path = name
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
        var bytes: [UInt8] = [UInt8(AF_UNIX), 0] + Array(name.utf8)
        if bytes[2] == UInt8(ascii: "@") { bytes[2] = 0 }
        // SAFETY: sockaddr is only a name for the bytes that come with their length.
        let result = unsafe bytes.withUnsafeBytes { buffer in
            let start = unsafe buffer.baseAddress.unsafelyUnwrapped
            return unsafe bind(
                descriptor,
                start.assumingMemoryBound(to: sockaddr.self),
                socklen_t(buffer.count)
            )
        }
        try #require(result == 0)
    }

    deinit { close(descriptor) }

    /// All that was said until now.
    func receive() -> [String] {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let got = unsafe recv(descriptor, &buffer, buffer.count, 0)
            guard got > 0 else { return messages }
            messages += String(decoding: buffer[..<got], as: UTF8.self)
                .split(separator: "\n").map(String.init)
        }
    }
}
