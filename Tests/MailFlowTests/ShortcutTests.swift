import Foundation
import MailFlow
import TestSupport
import Testing

/// The shortcut through frequent lines finds what the long way finds, or leaves the line to it.
@Suite struct ShortcutTests {
    private static let logs: [URL] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appending(path: "logs-samples/lab")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".log") }.sorted().map { folder.appending(path: $0) }
    }()

    /// What either way makes of a log; nil: the same.
    private static func difference(_ log: [UInt8]) throws -> String? {
        var quick = try Flow()
        var slow = try Flow(takesShortcuts: false)
        let found = quick.read(log)
        let wanted = slow.read(log)
        if let pair = zip(found.events, wanted.events).first(where: { $0 != $1 }) {
            return "\(pair.0) is not \(pair.1)"
        }
        if found.events.count != wanted.events.count { return "other events" }
        return found.snapshot == wanted.snapshot ? nil : "other snapshots"
    }

    @Test func `there are recorded logs to read`() {
        #expect(Self.logs.count > 5)
    }

    @Test(arguments: logs)
    func `a recorded log is read alike both ways`(log: URL) throws {
        let difference = try Self.difference(Array(Data(contentsOf: log)))
        #expect(difference == nil)
    }

    @Test func `a log of traps is read alike both ways`() throws {
        let difference = try Self.difference(
            Array((TrapLog.lines.joined(separator: "\n") + "\n").utf8)
        )
        #expect(difference == nil)
    }

    /// Bytes that the fixed words of lines are made of, and some that break them.
    private static let breakers = Array(": []<>=,(removed)active\r\n\"@0Z{".utf8)

    @Test func `a damaged log is read alike both ways`() throws {
        let seed = UInt64.random(in: 1...(.max))
        var random = SeededRandom(seed: seed)
        let lines = try Self.logs.prefix(3).flatMap {
            Data(try Data(contentsOf: $0)).split(separator: 10)
        }
        for round in 0..<60 {
            let start = Int(random.next() % UInt64(lines.count - 200))
            var log = Array(lines[start..<start + 200].joined(separator: [10]))
            for _ in 0..<200 {
                let place = Int(random.next() % UInt64(log.count))
                log[place] = Self.breakers[Int(random.next() % UInt64(Self.breakers.count))]
            }
            let difference = try Self.difference(log)
            #expect(difference == nil, "seed \(seed), round \(round)")
        }
    }
}
