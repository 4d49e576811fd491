import Testing

@testable import deferwatch

/// What `doctor` makes of the daemon's own words.
@Suite struct DoctorDaemonTests {
    @Test func `a daemon that is well has nothing to mend`() {
        let results = Self.results { _ in }
        #expect(results.map(\.check) == ["daemon", "log-lag"])
        #expect(results.filter(\.isFinding) == [])
    }

    @Test func `no daemon is a finding`() {
        let results = DaemonChecks(
            status: nil,
            socket: "/run/deferwatch/control",
            mostLag: 60
        ).results
        #expect(results.map(\.level) == [.warning])
    }

    @Test func `the daemon is behind where its own guard says so`() {
        var status = Self.status
        status.tail.lagSeconds = 100
        for (most, levels) in [(99, [CheckResult.Level.warning]), (100, [])] {
            let checks = DaemonChecks(status: status, socket: "/c", mostLag: most)
            #expect(checks.results.filter(\.isFinding).map(\.level) == levels)
        }
    }

    @Test func `each trouble of the daemon is found`() {
        let troubles: [(String, (inout DaemonStatus) -> Void)] = [
            ("daemon", { $0.version = "0.0.9" }),
            ("log-lag", { $0.tail.lagSeconds = 61 }),
            ("log-clock", { $0.tail.clockErrors = ["/var/log/mail.log": 7_200] }),
            ("daemon-configuration", { $0.configuration.isLastReloadGood = false }),
            ("daemon-history", { $0.history.isInMemory = true }),
        ]
        for (check, change) in troubles {
            let findings = Self.results(change).filter(\.isFinding)
            #expect(findings.map(\.check) == [check])
            #expect(findings.allSatisfy { $0.remedy != nil })
        }
    }

    @Test func `a log that is not there is a warning of the plugin`() {
        var status = Self.status
        status.policy.listeners = ["unix:/run/p"]
        #expect(StatusChecks.daemon(status, warning: nil, critical: nil).state == .ok)
        status.tail.missing = ["/var/log/mail.log"]
        let result = StatusChecks.daemon(status, warning: nil, critical: nil)
        #expect(result.state == .warning)
        #expect(result.line.contains("/var/log/mail.log is not there"))
    }

    @Test func `a guard is told, and is nothing to mend`() {
        let results = Self.results { $0.guards = ["local-fault"] }
        #expect(results.last?.level == .note)
        #expect(results.last?.text.contains("'local-fault'") == true)
    }

    private static func results(_ change: (inout DaemonStatus) -> Void) -> [CheckResult] {
        var status = status
        change(&status)
        return DaemonChecks(status: status, socket: "/run/deferwatch/control", mostLag: 60).results
    }

    private static var status: DaemonStatus {
        DaemonStatus(
            version: Deferwatch.version,
            pid: 1,
            started: "2026-11-23T09:00:00Z",
            now: "2026-11-23T10:00:00Z",
            configuration: .init(files: [], loaded: "", isLastReloadGood: true, problems: []),
            policy: .init(
                mode: "observe",
                listeners: [],
                connections: 0,
                requests: 0,
                answers: [],
                wouldAnswers: [],
                badRequests: 0,
                internalErrors: 0
            ),
            tail: .init(logs: ["/var/log/mail.log"], lines: 9, lagSeconds: 60, missing: []),
            history: .init(directory: "/var/lib/deferwatch", isInMemory: false),
            guards: [],
            destinations: .init(),
            troubled: [],
            troubledLeftOut: 0
        )
    }
}
