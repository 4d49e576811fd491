import Foundation
import Testing

@testable import deferwatch

/// What `doctor` says of files, on hosts made up of a few paths and on this one.
@Suite struct DoctorHostTests {
    /// Paths, and who may do what there.
    struct Host: HostView {
        var paths: [String: PathFacts] = [:]
        /// 'user -r /path' that the kernel would refuse.
        var refused: Set<String> = []
        /// True where another user cannot be asked for.
        var cannotAsk = false
        var tails: [String: String] = [:]
        var answer = PolicyAnswer.action("DUNNO")

        func facts(_ path: String) -> PathFacts? { paths[path] }
        func allows(_ user: String, _ right: AccessRight, _ path: String) -> Bool? {
            cannotAsk ? nil : !refused.contains("\(user) \(right.rawValue) \(path)")
        }
        func logs(_ pattern: String) -> [String] {
            pattern.contains("*")
                ? paths.keys.filter { $0.hasPrefix(pattern.prefix { $0 != "*" }) }.sorted()
                : [pattern]
        }
        func tail(_ path: String) -> [UInt8]? { tails[path].map { Array($0.utf8) } }
        func ask(_ socket: String) -> PolicyAnswer { answer }
    }

    private static let socket = "/var/spool/postfix/deferwatch/policy"

    @Test func `a socket that smtpd can reach is fine`() {
        var host = Host()
        host.paths[Self.socket] = Self.facts(.socket, 0o660, "_deferwatch", "postfix")
        #expect(Self.socketResults(host).map(\.level) == [.ok, .ok])
    }

    @Test(
        arguments: [
            (PolicyAnswer.action("DUNNO"), [CheckResult.Level.ok, .ok]),
            (.refused, [.ok, .failure]),
            (.silent, [.ok, .failure]), (.forbidden, [.ok]),
        ]
    )
    func `the socket is asked`(answer: PolicyAnswer, levels: [CheckResult.Level]) {
        var host = Host(answer: answer)
        host.paths[Self.socket] = Self.facts(.socket, 0o660, "_deferwatch", "postfix")
        #expect(Self.socketResults(host).map(\.level) == levels)
    }

    @Test func `the directory that keeps smtpd out is named`() throws {
        let folder = "/var/spool/postfix/deferwatch"
        var host = Host()
        host.paths[Self.socket] = Self.facts(.socket, 0o660, "_deferwatch", "_deferwatch")
        host.paths[folder] = Self.facts(.directory, 0o700, "_deferwatch", "_deferwatch")
        host.refused = ["postfix -w \(Self.socket)", "postfix -x \(folder)"]
        let finding = try #require(Self.socketResults(host).first)
        #expect(finding.level == .failure)
        #expect(finding.text.contains("\(folder) is 0700 _deferwatch:_deferwatch"))
        #expect(finding.remedy?.contains("chmod g+x \(folder)") == true)
    }

    @Test func `no socket, a file in its place, and Postfix's own directory are found`() {
        #expect(Self.socketResults(Host()).map(\.level) == [.failure])
        var host = Host()
        host.paths[Self.socket] = Self.facts(.file, 0o644, "root", "root")
        #expect(Self.socketResults(host).first?.text.contains("is no socket") == true)
        let inside = "/var/spool/postfix/private/policy"
        host.paths[inside] = Self.facts(.socket, 0o660, "_deferwatch", "postfix")
        let levels = Self.socketResults(host, path: inside).map(\.level)
        #expect(levels == [.warning, .ok, .ok])
    }

    @Test func `what only root can find out is not called fine`() {
        var host = Host(cannotAsk: true)
        host.paths[Self.socket] = Self.facts(.socket, 0o660, "_deferwatch", "postfix")
        #expect(Self.socketResults(host).map(\.level) == [.note, .ok])
    }

    @Test(
        arguments: [
            ("/var/log/mail.log", 0o640, "adm", "3.7.11", "adduser _deferwatch adm"),
            ("/var/log/maillog", 0o600, "root", "3.7.11", "setfacl -m u:_deferwatch:r"),
            ("/var/log/postfix.log", 0o600, "root", "3.4.0", "before Postfix 3.9"),
            ("/var/log/postfix.log", 0o600, "root", "3.9.1", "maillog_file_permissions = 0644"),
        ]
    )
    func `how a log becomes readable depends on who writes it`(
        path: String,
        mode: Int,
        group: String,
        version: String,
        remedy: String
    ) throws {
        var host = Host(tails: [path: Self.line])
        host.paths[path] = Self.facts(.file, mode, "root", group)
        host.refused = ["_deferwatch -r \(path)"]
        let settings = DoctorTests.settings(
            main: ["maillog_file": "/var/log/postfix.log"],
            version: version
        )
        let results = Self.logResults(host, path: path, settings: settings)
        let finding = try #require(results.first { $0.check == "log-readable" })
        #expect(finding.level == .failure)
        #expect(finding.remedy?.contains(remedy) == true)
    }

    @Test(
        arguments: [
            (0, CheckResult.Level.ok), (599, .ok), (601, .warning), (-59, .ok), (-61, .warning),
        ] as [(Int64, CheckResult.Level)]
    )
    func `a log that is old, or ahead of the clock, is found`(
        lag: Int64,
        level: CheckResult.Level
    ) throws {
        let path = "/var/log/mail.log"
        for line in [Self.line, Self.lineWithZone] {
            var host = Host(tails: [path: line])
            host.paths[path] = Self.facts(.file, 0o640, "root", "adm")
            let results = Self.logResults(host, path: path, now: Self.lineTime + lag)
            let fresh = try #require(results.first { $0.check == "log-fresh" })
            #expect(fresh.level == level, "\(fresh.text)")
        }
    }

    @Test func `a log of something else is found`() {
        let path = "/var/log/mail.log"
        var host = Host(tails: [path: "Nov 23 14:00:00 mx sshd[1]: hello\n"])
        host.paths[path] = Self.facts(.file, 0o640, "root", "adm")
        let findings = Self.logResults(host, path: path).filter(\.isFinding)
        #expect(findings.map(\.check) == ["log-lines"])
    }

    @Test func `every log is looked at, and a pattern stands for those that match`() {
        var host = Host(tails: ["/log/a.log": Self.line])
        host.paths["/log/a.log"] = Self.facts(.file, 0o640, "root", "adm")
        #expect(Self.logResults(host, path: "/log/*.log").filter(\.isFinding) == [])
        let others = Self.logResults(host, path: "/log/a.log", others: ["/b.log", "/c/*.log"])
        #expect(
            others.filter(\.isFinding).map(\.text) == [
                "/b.log does not exist", "no log matches /c/*.log",
            ]
        )
    }

    @Test func `a journal that does not outlive a restart is found`() {
        #expect(Self.logResults(Host(), path: nil).first?.level == .failure)
        var host = Host()
        host.paths["/run/systemd/journal/socket"] = Self.facts(.socket, 0o666, "root", "root")
        #expect(Self.logResults(host, path: nil).first?.check == "journal-persistent")
        #expect(Self.logResults(host, path: nil).first?.level == .warning)
        host.paths["/var/log/journal"] = Self.facts(.directory, 0o2755, "root", "adm")
        #expect(Self.logResults(host, path: nil).first?.level == .ok)
    }

    @Test func `a syslog name that hides Postfix is found`() {
        let settings = DoctorTests.settings(main: ["syslog_name": String(repeating: "x", count: 64)]
        )
        let findings = Self.logResults(Host(), path: "/x", settings: settings)
            .filter { $0.check == "syslog-name" }
        #expect(findings.map(\.level) == [.failure])
        for name in ["postfix", "postfix-out", "postfix/submission", "mail"] {
            #expect(LogTail.recognises(syslogName: name))
        }
    }

    @Test func `the state directory must be writable, and private`() {
        let path = "/var/lib/deferwatch"
        var host = Host()
        #expect(
            StateChecks(directory: path, user: "u", host: host).results.map(\.level) == [.failure]
        )
        host.paths[path] = Self.facts(.directory, 0o755, "u", "u")
        let open = StateChecks(directory: path, user: "u", host: host).results
        #expect(open.map(\.check) == ["state-directory", "state-private"])
        host.refused = ["u -w \(path)"]
        host.paths[path] = Self.facts(.directory, 0o750, "root", "root")
        let closed = StateChecks(directory: path, user: "u", host: host).results
        #expect(closed.map(\.level) == [.failure])
    }

    @Test func `this host's own files are looked at`() throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "doctor-\(UUID().uuidString)").path
        try Data(Self.line.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let host = LocalHost()
        #expect(host.facts(path)?.kind == .file)
        #expect(host.facts(path + "/none") == nil)
        #expect(host.allows(LocalHost.currentUser, .read, path) == true)
        #expect(host.allows(LocalHost.currentUser, .search, "/nonexistent") == false)
        #expect(host.tail(path).map(LogTail.init)?.postfixLines == 1)
    }

    private static let line = "Nov 23 14:00:00 mx postfix/qmgr[9]: 4F1A1: removed\n"
    private static let lineWithZone =
        "2026-11-23T15:00:00.000000+01:00 mx postfix/qmgr[9]: 4F1A1: removed\n"
    /// When both were written.
    private static let lineTime: Int64 = 1_795_442_400

    private static func facts(
        _ kind: PathFacts.Kind,
        _ mode: Int,
        _ owner: String,
        _ group: String
    ) -> PathFacts {
        PathFacts(kind: kind, mode: mode, owner: owner, group: group)
    }

    private static func socketResults(_ host: Host, path: String = socket) -> [CheckResult] {
        SocketChecks(
            paths: [path],
            mailOwner: "postfix",
            queueDirectory: "/var/spool/postfix",
            host: host
        ).results
    }

    private static func logResults(
        _ host: Host,
        path: String?,
        others: [String] = [],
        settings: PostfixSettings? = nil,
        now: Int64 = lineTime
    ) -> [CheckResult] {
        LogChecks(
            patterns: [path].compactMap(\.self) + others,
            user: "_deferwatch",
            settings: settings,
            host: host,
            now: now,
            zoneMinutes: 0
        ).results
    }
}
