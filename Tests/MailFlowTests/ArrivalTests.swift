import MailFlow
import Testing

/// When messages came that wait.
@Suite struct ArrivalTests {
    /// 2026-11-03T09:29:01: the time of lines that name none.
    private static let now: Int64 = 1_793_698_141

    private static func arrived(_ log: String) throws -> Int64 {
        try #require(try Flow.result(log).snapshot.waiting.oldest.first).arrived
    }

    @Test(arguments: [
        ("400001", 400_001), ("0.31", 0), ("12.9", 12), ("1000000000", 1_000_000_000),
        // No such delay: the first line counts.
        ("1000000001", 0), ("999999999999", 0), ("99999999999999999999999999999999999999", 0),
        ("-5", 0), ("nan", 0), ("1e400", 0), ("", 0),
    ])
    func `a message met in its middle is as old as its delay`(
        delay: String,
        age: Int64
    ) throws {
        let line = Flow.deferral("4F1A1", "b@example.net", delay: delay)
        #expect(try Self.arrived(line) == Self.now - age)
    }

    @Test func `of several delays the one that reaches back most counts`() throws {
        let log = """
            @00:00 qmgr[3]: 4F1A1: from=<a@example.com>, size=9, nrcpt=2 (queue active)
            @10:00 \(Flow.deferral("4F1A1", "b@example.net", delay: "400000"))
            @20:00 \(Flow.deferral("4F1A1", "c@example.net", delay: "30"))
            """
        #expect(try Self.arrived(log) == Self.now - 29 * 60 - 1 + 600 - 400_000)
    }

    @Test func `a message whose first line is in the log came with it`() throws {
        let log = """
            @10:00 cleanup[2]: 4F1A1: message-id=<m1@x>
            @20:00 \(Flow.deferral("4F1A1", "b@example.net", delay: "400000"))
            """
        #expect(try Self.arrived(log) == Self.now - 29 * 60 - 1 + 600)
    }

    @Test func `what came days before the log ends is older than a day`() throws {
        let log = """
            \(Flow.deferral("4F1A1", "b@example.net", delay: "86400"))
            \(Flow.deferral("4F1A2", "b@example.net", delay: "86399"))
            """
        let waiting = try Flow.result(log).snapshot.waiting
        #expect(waiting.olderThanDay == 1 && waiting.oldest.first?.queueId == "4F1A1")
    }
}
