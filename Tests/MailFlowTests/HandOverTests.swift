import ByteScan
import Deferrals
import PostfixLog
import Testing

@testable import MailFlow

/// Messages that go through a content filter and come back under another queue ID.
@Suite struct HandOverTests {
    private static let arrival = """
        smtpd[1]: 4F1A1: client=web[192.0.2.9]
        cleanup[2]: 4F1A1: message-id=<m1@x>
        qmgr[3]: 4F1A1: from=<a@example.com>, size=9, nrcpt=1 (queue active)
        """
    private static let comesBack = """
        smtpd[6]: 5A2B2: client=localhost[127.0.0.1]
        cleanup[2]: 5A2B2: message-id=<m1@x>
        qmgr[3]: 5A2B2: from=<a@example.com>, size=9, nrcpt=1 (queue active)
        """

    private static func handed(
        _ recipient: String = "b@example.net",
        as queueID: String = "5A2B2",
        relay: String = "127.0.0.1[127.0.0.1]:10024"
    ) -> String {
        "smtp[4]: 4F1A1: to=<\(recipient)>, relay=\(relay), delay=1, delays=0/0/0/1, dsn=2.0.0, "
            + "status=sent (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: "
            + "queued as \(queueID))"
    }

    @Test func `a message on its way through a filter is one, and not delivered by that`() throws {
        let snapshot = try Flow.result(
            """
            \(Self.arrival)
            \(Self.comesBack)
            \(Self.handed())
            qmgr[3]: 4F1A1: removed
            \(Flow.deferral("5A2B2", "b@example.net"))
            """
        ).snapshot
        #expect(snapshot.totals.messages == 1 && snapshot.totals.messageIds == 1)
        #expect(snapshot.totals.recipients == 1 && snapshot.totals.attempts == 2)
        // The attempt counts as one that succeeded, the destination has had nothing.
        #expect(snapshot.totals.sent == 1 && snapshot.timeline.first?.sent == 1)
        let row = try #require(snapshot.destinations.first)
        #expect(row.sent == 0 && row.lastSuccess == nil)
        #expect(snapshot.waiting.messages == 1 && snapshot.fates.isEmpty)
    }

    @Test(arguments: [2, 40])
    func `a message that is deferred on both sides counts once for its destination`(
        count: Int
    )
        throws
    {
        let recipients = (0..<count).map { "b\($0)@example.net" } + ["c@example.org"]
        let lines =
            [Self.arrival] + recipients.map { Flow.deferral("4F1A1", $0) } + [Self.comesBack]
            + recipients.prefix(1).map { Flow.deferral("5A2B2", $0) }
            + recipients.map { Self.handed($0) } + ["qmgr[3]: 4F1A1: removed"]
            + recipients.map { Flow.deferral("5A2B2", $0) }
        let snapshot = try Flow.result(lines.joined(separator: "\n")).snapshot
        #expect(["example.net", "example.org"] == snapshot.destinations.map(\.domain))
        #expect([1, 1] == snapshot.destinations.map(\.messages))
        #expect([count, 1] == snapshot.destinations.map(\.recipients))
        #expect([count, 1] == snapshot.destinations.map(\.waiting))
    }

    @Test(arguments: ["", ", orig_queue_id=4F1A1, orig_client=web[192.0.2.9]"])
    func `a recipient that waited for the filter ends as it does behind it`(
        origin: String
    ) throws {
        let back = Self.comesBack.replacing("[127.0.0.1]\n", with: "[127.0.0.1]\(origin)\n")
        let busy = "host 127.0.0.1[127.0.0.1] said: 451 4.5.0 virus_scan FAILED"
        let snapshot = try Flow.result(
            """
            \(Self.arrival)
            @10:00 \(Flow.deferral("4F1A1", "b@example.net", busy))
            @10:00 \(Flow.deferral("4F1A1", "c@example.org", busy))
            \(back)
            \(Self.handed("b@example.net"))
            \(Self.handed("c@example.org"))
            qmgr[3]: 4F1A1: removed
            \(Flow.deferral("5A2B2", "b@example.net"))
            @40:00 \(Flow.ended("5A2B2", "b@example.net", "bounced"))
            @40:00 \(Flow.ended("5A2B2", "c@example.org"))
            qmgr[3]: 5A2B2: removed
            """
        ).snapshot
        #expect(snapshot.fates == ["bounced": 1, "sent": 1])
        #expect(snapshot.totals.messages == 1 && snapshot.totals.messageIds == 1)
        #expect(snapshot.totals.recipients == 2 && snapshot.totals.deferredRecipients == 2)
        #expect(snapshot.totals.deferredMessages == 1)
        #expect(snapshot.recovery.recipients == 1 && snapshot.recovery.longestSeconds == 1_800)
        #expect(snapshot.destinations.allSatisfy { $0.waiting == 0 && $0.messages == 1 })
        #expect(snapshot.totals.closedUnknown == 0 && snapshot.waiting.messages == 0)
    }

    @Test func `a deferral behind the filter may come before the filter's line`() throws {
        let snapshot = try Flow.result(
            """
            \(Self.arrival)
            \(Flow.deferral("4F1A1", "b@example.net"))
            \(Self.comesBack)
            \(Flow.deferral("5A2B2", "b@example.net"))
            \(Self.handed())
            qmgr[3]: 4F1A1: removed
            """
        ).snapshot
        #expect(snapshot.totals.messages == 1 && snapshot.totals.deferredMessages == 1)
        #expect(snapshot.totals.recipients == 1 && snapshot.totals.deferredRecipients == 1)
        #expect(snapshot.code("4.4.316")?.messages == 1)
        #expect(snapshot.code("4.4.316")?.recipients == 1)
        #expect(snapshot.waiting.recipients == 1 && snapshot.destinations.first?.waiting == 1)
        #expect(snapshot.destinations.first?.recipients == 1 && snapshot.fates.isEmpty)
    }

    @Test(
        arguments: [[], ["b@example.net"], ["c@example.org"], ["b@example.net", "c@example.org"]],
        ["", ", orig_queue_id=4F1A1"]
    )
    func `whichever life of a message passes a filter, the message counts once`(
        recipients: [String],
        origin: String
    ) throws {
        let handed = Self.handed("b@example.net")
        let deferred = Flow.deferral("4F1A1", "c@example.org")
        let delivered = Flow.ended("5A2B2", "b@example.net")
        let back = Self.comesBack.replacing("[127.0.0.1]\n", with: "[127.0.0.1]\(origin)\n")
        for lines in [
            [handed, deferred, delivered], [deferred, delivered, handed],
            [delivered, deferred, handed], [deferred, handed, delivered],
        ] {
            let log = [Self.arrival, back] + lines
            let totals = try Flow.result(log.joined(separator: "\n")) {
                $0.filter.recipients = recipients
            }.snapshot.totals
            #expect(totals.messages == 1 && totals.messageIds == 1, "\(lines) \(totals)")
        }
    }

    @Test func `an alias behind the filter does not leave its recipient without an end`() throws {
        let snapshot = try Flow.result(
            """
            \(Self.arrival)
            \(Flow.deferral("4F1A1", "b@example.net"))
            \(Self.comesBack)
            \(Self.handed())
            qmgr[3]: 4F1A1: removed
            \(Flow.ended("5A2B2", "box@inside.example>, orig_to=<b@example.net"))
            qmgr[3]: 5A2B2: removed
            """
        ).snapshot
        #expect(snapshot.fates == ["sent": 1] && snapshot.totals.recipients == 1)
    }

    @Test(arguments: [
        // Not in the log, of another message, named in the middle, and the message itself.
        handed(as: "5A2B3"), handed(as: "6C3D3", relay: "mx.example.net[192.0.2.1]:25"),
        handed(as: "5A2B2 (thanks)"), handed(as: "4F1A1"), handed(as: "5A2B2,"),
    ])
    func `a delivery stays one where the ID that it names is no later life of the message`(
        line: String
    ) throws {
        let snapshot = try Flow.result(
            """
            \(Self.arrival)
            \(Flow.deferral("4F1A1", "b@example.net"))
            \(Self.comesBack)
            cleanup[2]: 6C3D3: message-id=<m2@x>
            \(line)
            """
        ).snapshot
        #expect(snapshot.totals.messages == 3 && snapshot.totals.messageIds == 3)
        #expect(snapshot.fates == ["sent": 1])
        #expect(snapshot.destinations.first?.sent == 1)
    }

    @Test(arguments: [("127.0.0.1[127.0.0.1]:10024", 2), ("mx.example.net[192.0.2.1]:25", 3)])
    func `without a message-ID a server of this machine is believed, and no other`(
        relay: String,
        messages: Int
    ) throws {
        let snapshot = try Flow.result(
            """
            \(Self.comesBack)
            cleanup[2]: 6C3D3: message-id=<m2@x>
            \(Self.handed(relay: relay))
            """
        ).snapshot
        #expect(snapshot.totals.messages == messages)
    }

    @Test(arguments: [
        ("", nil), ("queued as ", nil), ("queued as 4F1A", nil), ("queued as 4F1A1", "4F1A1"),
        ("Xqueued as 4F1A1", "4F1A1"), ("enqueued as", nil), ("as 4F1A1", nil),
        ("250 2.0.0 Ok: queued as 4Tqz1x0wTGz9sXb", "4Tqz1x0wTGz9sXb"), ("unqueued at 4F1A1", nil),
        (String(repeating: "x", count: 90) + " queued as 4F1A1", "4F1A1"),
        ("queued as " + String(repeating: "A", count: 90), nil), ("250 queued as 4F1A1.", nil),
    ])
    func `the ID stands at the end of the reply`(reply: String, id: String?) {
        // What follows a reply of no bytes is no part of it.
        let bytes = Array((reply + ") queued as 4F1A1 queued as 4F1A1").utf8)
        let block = bytes + [UInt8](repeating: 32, count: blockSlack)
        let given = FlowLedger.givenID(block.span, 0..<reply.utf8.count)
            .flatMap { QueueID.isValid(block.span, $0) ? $0 : nil }
        #expect(given.map { block.span.text($0) } == id)
    }

    @Test func `another host's queue ID is another message's`() throws {
        let other = Self.comesBack.split(separator: "\n")
            .map { "2026-11-03T09:29:01Z edge postfix/\($0)" }.joined(separator: "\n")
        let snapshot = try Flow.result("\(Self.arrival)\n\(other)\n\(Self.handed())").snapshot
        #expect(snapshot.totals.messages == 2)
    }

    @Test func `a filter's taking does not hide that nothing gets out`() throws {
        let lines = (0..<40).flatMap { number -> [String] in
            let (one, two) = ("4F1A\(number + 10)", "5A2B\(number + 10)")
            return Self.arrival.replacing("4F1A1", with: one).replacing("m1@", with: "m\(number)@")
                .split(separator: "\n").map(String.init)
                + Self.comesBack.replacing("5A2B2", with: two)
                .replacing("m1@", with: "m\(number)@").split(separator: "\n").map(String.init)
                + [
                    Self.handed("u@d\(number).example", as: two).replacing("4F1A1", with: one),
                    Flow.deferral(
                        two,
                        "u@d\(number).example",
                        "connect to mx.d\(number).example[192.0.2.1]:25: Connection timed out"
                    ),
                ]
        }
        let snapshot = try Flow.result(lines.joined(separator: "\n")).snapshot
        #expect(snapshot.totals.messages == 40 && snapshot.totals.recipients == 40)
        #expect(snapshot.outages.count == 1 && snapshot.outages.first?.sent == 0)
    }

    @Test func `health hears of no delivery, and who counts what waits of the way on`() throws {
        var settings = FlowLedger.Settings()
        settings.collectsEnds = true
        settings.collectsSuccesses = true
        var ledger = FlowLedger(bank: Flow.bank, firstYear: 2026, settings: settings)
        var reader = FlowReader(classifier: try DeferralClassifier(bank: Flow.bank))
        var tape = FlowTape()
        let log = """
            \(Self.arrival)
            \(Flow.deferral("4F1A1", "b@example.net"))
            \(Self.comesBack)
            \(Self.handed())
            qmgr[3]: 4F1A1: removed
            \(Flow.ended("5A2B2", "b@example.net"))
            """
        let lines = log.split(separator: "\n").map { "2026-11-03T09:29:01Z mx postfix/\($0)\n" }
        let block = Array(lines.joined().utf8) + [UInt8](repeating: 0, count: blockSlack)
        reader.read(block.span, 0..<block.count - blockSlack, into: &tape)
        ledger.add(tape, block.span, at: BlockPosition(file: nil, identity: 7, offset: 0, line: 1))
        #expect(ledger.takeSuccesses().map(\.queueID) == ["5A2B2"])
        let ends = ledger.takeEnds()
        #expect(ends.map(\.queueID) == ["4F1A1", "5A2B2"])
        #expect(ends.map(\.isHandedOver) == [true, false])
        #expect(ends.last?.deferrals == 1)
    }
}
