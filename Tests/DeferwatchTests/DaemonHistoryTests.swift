import Foundation
import Glibc
import History
import MailFlow
import Testing

@testable import deferwatch

/// `serve` where its history is damaged, or the disk takes nothing.
@Suite(.serialized) struct DaemonHistoryTests {
    private func history(_ folder: Folder) throws -> History {
        try History(readingFrom: folder.path + "/state/history.sqlite")
    }

    /// Everything behind the first page.
    private func damage(_ folder: Folder) throws {
        let path = folder.path + "/state/history.sqlite"
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        let size = try file.seekToEnd()
        try file.seek(toOffset: 4_096)
        try file.write(contentsOf: Data(repeating: 0xEE, count: Int(size) - 4_096))
        try file.close()
    }

    @Test func `a history that was damaged behind its first page is set aside at the start, once`()
        async throws
    {
        let folder = try Folder()
        var daemon = try await RunningDaemon(folder)
        try await daemon.log(LogLines.outage(of: "dead.example"))
        #expect(0 == (try await daemon.stop()))
        try damage(folder)
        daemon = try await RunningDaemon(folder)
        #expect(daemon.errors.contains("was damaged: renamed to"))
        #expect(
            FileManager.default.fileExists(atPath: folder.path + "/state/history.sqlite.damaged-1")
        )
        try await daemon.log([LogLines.sent("A1BCDEF", to: "u@up.example")])
        #expect(0 == (try await daemon.stop()))
        daemon = try await RunningDaemon(folder)
        #expect(!daemon.errors.contains("damaged"))
        #expect(0 == (try await daemon.stop()))
    }

    @Test func `an order that is not on disk is not confirmed as if it were`() async throws {
        // dash counts in half kilobytes.
        let daemon = try await RunningDaemon(Folder(), under: "trap '' XFSZ; ulimit -f 1000")
        var told: [Int: Bool] = [:]
        for number in 0..<400 where told.values.allSatisfy({ $0 }) {
            let force = ControlRequest(
                verb: .force,
                destination: "d\(number).example",
                verdict: "up",
                seconds: 3_600
            )
            let reply = try daemon.control(force)
            #expect(nil == reply.error)
            told[number] = reply.remark == nil
        }
        #expect(told.values.contains(false), "the disk was full before the end")
        daemon.signal(SIGKILL)
        try await daemon.wait("its end") { !daemon.isRunning }
        let stored = try history(daemon.folder).states(prefix: "word:").keys
        for (number, isStored) in told {
            #expect(stored.contains("word:d\(number).example") == isStored, "\(number)")
        }
    }

    @Test func `what a history that is replaced at run time had is in the new one`() async throws {
        let folder = try Folder()
        var daemon = try await RunningDaemon(folder)
        try await daemon.log(LogLines.outage(of: "dead.example"))
        let refuse = ControlRequest(verb: .refuse, destination: "gone.example", seconds: 3_600)
        #expect(nil == (try daemon.control(refuse)).remark)
        #expect(0 == (try await daemon.stop()))
        // With nothing of it in memory.
        daemon = try await RunningDaemon(folder)
        try damage(folder)
        try await daemon.log(LogLines.outage(of: "other.example"))
        try await daemon.wait("the damage") { daemon.errors.contains("the history was damaged") }
        // Before the next line, which may never come.
        try await daemon.wait("all destinations") {
            let domains = Set(try history(folder).state().destinations.map(\.domain))
            return domains.isSuperset(of: ["dead.example", "other.example"])
        }
        let stored = try history(folder).state()
        #expect(stored.states["word:gone.example"] != nil)
        #expect(stored.states["health:d:dead.example"] != nil)
        #expect(stored.lives.count >= 3 && !stored.positions.isEmpty)
        daemon.signal(SIGKILL)
        try await daemon.wait("its end") { !daemon.isRunning }
        daemon = try await RunningDaemon(folder)
        let answer = try daemon.answer(to: "u@gone.example")
        #expect(answer.hasPrefix("REJECT"))
        #expect("down" == (try daemon.why("dead.example")).state)
        #expect(0 == (try await daemon.stop()))
    }

    @Test func `an order that cannot be read is told of at the start, once`() async throws {
        let folder = try Folder()
        var daemon = try await RunningDaemon(folder)
        let refuse = ControlRequest(verb: .refuse, destination: "gone.example", seconds: 3_600)
        #expect(nil == (try daemon.control(refuse)).remark)
        #expect(0 == (try await daemon.stop()))
        let path = folder.path + "/state/history.sqlite"
        var batch = HistoryBatch()
        batch.states = ["word:gone.example": Array("{".utf8)]
        try History(path: path).store(batch)
        daemon = try await RunningDaemon(folder)
        #expect(daemon.errors.contains("the operator's order on gone.example"))
        #expect("DUNNO" == (try daemon.answer(to: "u@gone.example")))
        #expect(0 == (try await daemon.stop()))
        daemon = try await RunningDaemon(folder)
        #expect(!daemon.errors.contains("order on"))
        #expect(0 == (try await daemon.stop()))
    }

    @Test func `mail that is forwarded to where it is taken is not pushed back`() async throws {
        let daemon = try await RunningDaemon(Folder(), config: RunningDaemon.enforcing)
        let forwarded = LogLines.sent("B1BCDEF", to: "fwd@other.example", ago: 1_000)
            .replacing(
                "<fwd@other.example>,",
                with: "<fwd@other.example>, orig_to=<fwd@alias.example>,"
            )
        try await daemon.log([forwarded] + LogLines.outage(of: "alias.example"))
        let report = try daemon.why("alias.example")
        #expect("degraded" == report.state)
        #expect("DUNNO" == report.answers?.first?.action)
        #expect("DUNNO" == (try daemon.answer(to: "fwd@alias.example")))
        try await daemon.log(LogLines.outage(of: "other.example"))
        #expect((try daemon.answer(to: "fwd@alias.example")).hasPrefix("DEFER_IF_PERMIT"))
        #expect(0 == (try await daemon.stop()))
    }
}
