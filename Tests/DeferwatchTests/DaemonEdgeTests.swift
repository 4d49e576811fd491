import Foundation
import Glibc
import History
import LocalSocket
import MailFlow
import Synchronization
import Testing

@testable import deferwatch

/// `serve` where the system is narrow, or the operator's spelling is.
@Suite struct DaemonEdgeTests {
    @Test func `clients do not take the files that the daemon needs itself`() async throws {
        let daemon = try await RunningDaemon(Folder(), under: "ulimit -n 64")
        let place = SocketPlace.unix(path: daemon.folder.path + "/p")
        var clients: [LocalConnection] = []
        for _ in 0..<100 {
            clients.append(try LocalConnection(to: place, within: .seconds(5)))
        }
        // Opened anew while they are there.
        try FileManager.default.moveItem(
            atPath: daemon.folder.path + "/log",
            toPath: daemon.folder.path + "/log.1"
        )
        try daemon.folder.write("log", "")
        try await daemon.log([LogLines.sent("A1BCDEF", to: "u@up.example")])
        #expect(32 == (try daemon.status()).policy.connections)
        #expect(daemon.errors.contains("32 connections are served at once"))
    }

    @Test func `an order that ended while nobody ran is forgotten`() async throws {
        let folder = try Folder()
        let daemon = try await RunningDaemon(folder)
        for (domain, seconds) in [("over.example", 1), ("kept.example", 3_600)] {
            let force = ControlRequest(
                verb: .force,
                destination: domain,
                verdict: "down",
                seconds: seconds
            )
            #expect(nil == (try daemon.control(force)).error)
        }
        _ = try await daemon.stop(SIGKILL)
        try await Task.sleep(for: .seconds(2))
        let path = folder.path + "/state/history.sqlite"
        let again = try await RunningDaemon(folder)
        try await again.wait("the end on disk") {
            try History(readingFrom: path).states(prefix: "word:").keys.sorted()
                == ["word:kept.example"]
        }
    }

    @Test func `an order on what a domain is forwarded to is not stored as its own`() throws {
        let desk = HealthDesk(settings: HealthSettings(), queueLifetime: 86_400)
        _ = try desk.force("target.example", .down, for: 600)
        var evidence = HealthEvidence(
            time: DaemonClock.wall,
            domain: "target.example",
            message: 1,
            hosts: [],
            hasConnected: true,
            kind: .success(.init())
        )
        evidence.originalDomain = "alias.example"
        let learned = evidence
        desk.state.withLock { $0.book.record(learned) }
        #expect(desk.standing(of: "alias.example").forced != nil)
        #expect(["word:alias.example"] == desk.word(on: "alias.example").removed)
        #expect(["word:target.example"] == Set(desk.word(on: "target.example").set.keys))
    }

    @Test func `a domain may end with DNS's full stop`() async throws {
        let daemon = try await RunningDaemon(Folder())
        #expect("dead.example" == (try daemon.why("Dead.Example.")).destination)
        let bare = try daemon.control(ControlRequest(verb: .why, destination: "."))
        #expect(bare.error?.contains("is no domain") == true)
    }
}
