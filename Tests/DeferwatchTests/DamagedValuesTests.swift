import Foundation
import MailFlow
import PostfixLog
import Testing

@testable import History
@testable import deferwatch

/// A history with values that nothing has stored: a bit that flipped, or somebody's hand.
@Suite(.serialized) struct DamagedValuesTests {
    private static let values = [
        "NULL", "-1", "9223372036854775807", "-9223372036854775808", "1e300", "'x'", "x'00'",
    ]

    /// The history of a short log, with no column that SQLite would keep from damage.
    private func followed(_ folder: Folder) throws -> String {
        var lines = LogLines.outage(of: "dead.example")
        lines.append(LogLines.sent("B1BCDEF", to: "u@up.example"))
        try folder.write("log", lines.joined(separator: "\n") + "\n")
        #expect(run(["follow", "--state", folder.path + "/state", "-"], folder) == 0)
        let path = folder.path + "/state/history.sqlite"
        let history = try History(path: path)
        try history.execute(
            """
            PRAGMA writable_schema = ON; PRAGMA wal_checkpoint(TRUNCATE);
            UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '')
            """
        )
        return path
    }

    /// The program's exit status; 128 and more for a signal.
    private func run(_ arguments: [String], _ folder: Folder) -> Int32 {
        let process = Process()
        process.executableURL = RunningDaemon.program
        process.arguments = arguments
        process.standardInput = FileHandle(forReadingAtPath: folder.path + "/log")
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return -1 }
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : 128
    }

    /// Everything that reads a history, in this process: what traps ends the test.
    private func use(_ path: String) throws {
        let opened = try History.openReplacingDamaged(path: path) {
            history throws(HistoryError) in try Resumption(history)
        }
        let history = opened.history
        let bank = try PatternOptions.bank(of: [])
        if let stored = opened.content.ledger {
            var flow = try LiveFlow(bank: bank, settings: LiveFlow.Settings())
            flow.restore(stored, opened.content.clocks)
            _ = flow.takeChanges()
            var ledger = FlowLedger(bank: bank, firstYear: 1970)
            ledger.restore(stored)
            _ = ledger.snapshot(top: 10)
        }
        // What the writer reads, and what is removed in the background.
        var batch = HistoryBatch()
        batch.positions = ["another": [1]]
        _ = try? history.store(batch)
        var limits = HistoryLimits()
        for bytes: Int64? in [nil, 1] {
            limits.bytes = bytes
            _ = try? history.prune(limits, now: 1_793_697_000)
        }
    }

    private func read(_ path: String) throws {
        let history = try History(readingFrom: path)
        for kind in HistoryGrouping.allCases {
            for since: Int64? in [nil, 1_793_000_001] {
                let counts = try? history.counts(by: kind, since: since)
                _ = counts.map {
                    HistoryReport(by: kind.rawValue, rows: .counts($0)).text(width: 80)
                }
            }
        }
        for step in [HistoryStep.minute, .hour, .day] {
            let points = try? history.series(step: step)
            _ = points.map { HistoryReport(by: "day", rows: .stretches($0, step)).text(width: 80) }
        }
        var writer = FollowWriter(
            mask: Mask(isOn: false),
            style: Style(isColored: false),
            isJSON: true
        )
        try? history.forEachEvent { _ = writer.line($0) }
        _ = try? history.latest(domain: "dead.example", limit: 10)
    }

    @Test func `no value in any column ends who reads it`() throws {
        let folder = try Folder()
        let sound = try followed(folder)
        let all = try History(path: sound).columns()
        #expect(all.count > 80)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: sound))
        let path = folder.path + "/damaged.sqlite"
        for (table, column) in all {
            for value in Self.values {
                for suffix in ["", "-wal", "-shm"] {
                    try? FileManager.default.removeItem(atPath: path + suffix)
                }
                try bytes.write(to: URL(fileURLWithPath: path))
                do {
                    let history = try History(path: path)
                    try history.execute("UPDATE OR IGNORE \(table) SET \(column) = \(value)")
                } catch { continue }
                try read(path)
                try use(path)
            }
        }
    }

    @Test func `a daemon's start sets such a history aside, says so once and goes on`() async throws
    {
        let folder = try Folder()
        var daemon = try await RunningDaemon(folder)
        try await daemon.log(LogLines.outage(of: "dead.example"))
        #expect(0 == (try await daemon.stop()))
        let path = folder.path + "/state/history.sqlite"
        try History(path: path).execute("UPDATE destination SET first = 9223372036854775807")
        daemon = try await RunningDaemon(folder)
        #expect(daemon.errors.contains("was damaged: renamed to"))
        #expect(!(try daemon.status().history.isInMemory))
        #expect(0 == (try await daemon.stop()))
        daemon = try await RunningDaemon(folder)
        #expect(!daemon.errors.contains("damaged"))
        #expect(0 == (try await daemon.stop()))
    }
}
