import Foundation
import History
import MailFlow
import Testing

@testable import deferwatch

/// State that an earlier run has left, and that cannot be read.
@Suite struct ResumptionTests {
    private func resumption(_ change: (inout HistoryBatch) -> Void) throws -> Resumption {
        let history = try History.inMemory()
        var batch = HistoryBatch()
        change(&batch)
        try history.store(batch)
        return try Resumption(history)
    }

    @Test func `nothing is said of a history without state`() throws {
        #expect(try resumption { _ in }.complaint == nil)
    }

    @Test func `a position that cannot be read is named`() throws {
        let found = try resumption { $0.positions = ["/var/log/mail.log": Array("{".utf8)] }
        let what = "the position in /var/log/mail.log"
        #expect("cannot read what is stored of \(what): going on without it" == found.complaint)
        #expect(found.positions.isEmpty)
    }

    @Test func `an order that cannot be read is named`() throws {
        let found = try resumption { $0.states = ["word:a.example": Array("{}".utf8)] }
        let what = "the operator's order on a.example"
        #expect("cannot read what is stored of \(what): going on without it" == found.complaint)
        let verdict = ForcedVerdict(kind: .refuse, since: 1, until: 2)
        let bytes = try StateCoder().encode(verdict)
        #expect(nil == (try resumption { $0.states = ["word:a.example": bytes] }).complaint)
    }

    @Test func `sums that cannot be read are told of`() throws {
        let found = try resumption { batch in
            batch.states = [StateKey.place: Array("{}".utf8), StateKey.sums: Array("{}".utf8)]
        }
        #expect("cannot read what is stored of the sums: going on without it" == found.complaint)
        #expect(found.ledger == nil)
    }

    /// The follower's state of a log, with hours and a message in flight.
    private func followed(_ folder: Folder) throws -> String {
        let lines = LogLines.outage(of: "dead.example")
        try folder.write("log", lines.joined(separator: "\n") + "\n")
        #expect(try follow(folder) == "")
        return folder.path + "/state/history.sqlite"
    }

    /// What a follower of the log says that ends with its standard input.
    private func follow(_ folder: Folder) throws -> String {
        let process = Process()
        process.executableURL = RunningDaemon.program
        process.arguments = ["follow", "--state", folder.path + "/state", "-"]
        process.standardInput = FileHandle(forReadingAtPath: folder.path + "/log")
        process.standardOutput = FileHandle.nullDevice
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let text = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: text, as: UTF8.self)
    }

    @Test func `a follower says in one line what it goes on without`() throws {
        let folder = try Folder()
        let path = try followed(folder)
        let history = try History(path: path)
        let stored = try history.state()
        let hours = stored.states.keys.filter { $0.hasPrefix(StateKey.hour) }.count
        var batch = HistoryBatch()
        batch.states = [StateKey.hour + "1": [], StateKey.notes + "x": []]
        batch.lives = [(number: 1_000, value: [0])]
        try history.store(batch)
        let what =
            "1 of \(stored.lives.count + 1) messages, 1 of \(hours + 1) hours, "
            + "1 of \(stored.values(prefix: StateKey.notes).count + 1) notes of processes"
        #expect(
            "deferwatch: \(path): cannot read what is stored of \(what): going on without it\n"
                == (try follow(folder))
        )
    }
}
