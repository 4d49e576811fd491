import Foundation
import MailFlow
import Testing

@testable import History

/// Prints what a million deferrals cost; runs where DEFERWATCH_HISTORY_EVENTS says how many.
@Suite struct HistoryBenchmark {
    static var events: Int? {
        ProcessInfo.processInfo.environment["DEFERWATCH_HISTORY_EVENTS"].flatMap { Int($0) }
    }

    @Test(.enabled(if: events != nil))
    func `speed and size`() throws {
        let total = Self.events ?? 0
        let folder = TestFolder()
        let history = try History(path: folder.file("history.sqlite"))
        var settings = HistoryWriter.Settings()
        settings.limits.age = nil
        settings.limits.bytes = nil
        let writer = HistoryWriter(history: history, settings: settings) { print($0) }
        var maker = EventMaker(seed: 42)
        var storing = Duration.zero
        let clock = ContinuousClock()
        var made = 0
        var processor = 0.0
        while made < total {
            var chunks: [HistoryBatch] = []
            for _ in 0..<50 where made < total {
                var batch = HistoryBatch()
                batch.events = (0..<1_000).map { _ in maker.next() }
                batch.positions = ["mail.log": Array(repeating: 7, count: 300)]
                made += batch.events.count
                chunks.append(batch)
            }
            let before = Self.processorTime
            storing += clock.measure {
                for chunk in chunks { writer.submit(chunk) }
                writer.flush()
            }
            processor += Self.processorTime - before
        }
        writer.close()
        try history.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        let seconds = storing / .seconds(1)
        print("processor time \(Int(Double(made) / processor))/s")
        let megabytes = Double(try history.size()) / 1e6
        print("events \(made), \(Int(Double(made) / seconds))/s, \(megabytes) MB")
        for (name, bytes) in try history.sizes() { print("  \(name) \(Double(bytes) / 1e6) MB") }
        try time("last day by code") {
            _ = try history.counts(by: .code, since: maker.time - 86_400)
        }
        for grouping in HistoryGrouping.allCases {
            try time("last day by \(grouping)") {
                _ = try history.counts(by: grouping, since: maker.time - 86_400)
            }
            try time("all by \(grouping)") { _ = try history.counts(by: grouping) }
        }
        try time("last day by minute") {
            _ = try history.series(step: .minute, since: maker.time - 86_400)
        }
        try time("last day of a domain by minute") {
            _ = try history.series(
                step: .minute,
                since: maker.time - 86_400,
                domain: "dest1.example"
            )
        }
        try time("last 50 of a domain") {
            _ = try history.latest(domain: "dest1.example", limit: 50)
        }
    }

    /// Seconds that all threads of the process have used.
    private static var processorTime: Double {
        var time = timespec()
        // SAFETY: the call fills the structure that it is given.
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func time(_ name: String, _ body: () throws -> Void) throws {
        let taken = try ContinuousClock().measure(body)
        print("  \(name): \(taken / .milliseconds(1)) ms")
    }
}

extension History {
    /// Bytes by table and index.
    func sizes() throws -> [(String, Int)] {
        try read { try $0.tableSizes() }
    }
}
