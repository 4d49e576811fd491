import Deferrals
import MailFlow
import Testing

/// Attempts, messages and recipients, and how messages end.
@Suite struct LedgerTests {
    private static let timedOut = "connect to mx.example.net[192.0.2.1]:25: Connection timed out"

    @Test func `attempts, messages and recipients are counted apart, each code once per message`()
        throws
    {
        let result = try Flow.result(
            """
            cleanup[2]: 4F1A1: message-id=<m1@x>
            \(Flow.deferral("4F1A1", "b@example.net"))
            \(Flow.deferral("4F1A1", "c@example.net"))
            \(Flow.ended("4F1A1", "d@example.net"))
            \(Flow.deferral("4F1A1", "b@example.net"))
            \(Flow.deferral("4F1A1", "b@example.net", Self.timedOut))
            \(Flow.deferral("4F1A2", "b@example.net"))
            """
        )
        let totals = result.snapshot.totals
        #expect(totals.attempts == 6 && totals.sent == 1 && totals.deferred == 5)
        #expect(totals.messages == 2 && totals.messageIds == 1)
        #expect(totals.recipients == 4)
        #expect(totals.deferredMessages == 2 && totals.deferredRecipients == 3)
        let refused = try #require(result.snapshot.code("4.4.316"))
        #expect(refused.attempts == 4 && refused.messages == 2 && refused.recipients == 3)
        let timedOut = try #require(result.snapshot.code("4.4.315"))
        #expect(timedOut.attempts == 1 && timedOut.messages == 1 && timedOut.recipients == 1)
        let row = try #require(result.snapshot.destinations.first)
        #expect(row.domain == "example.net" && row.messages == 2 && row.recipients == 3)
        #expect(row.attempts == 5 && row.sent == 1 && row.waiting == 3)
        #expect(result.snapshot.waiting.messages == 2 && result.snapshot.waiting.recipients == 3)
        #expect(result.events.count == 5)
    }

    @Test(arguments: [
        ("1", 1), ("3", 3), ("65536", 65_536), ("100000", 100_000),
        ("4294967296", 100_000), ("99999999999999999999", 100_000), ("0", 0),
    ])
    func `a line that was repeated counts as often`(times: String, count: Int) throws {
        let line = Flow.deferral("4F1A1", "b@example.net").split(separator: " ", maxSplits: 1)
        let result = try Flow.result(
            "\(line[0]) message repeated \(times) times: [ \(line[1])]"
        ) { $0.collectsEvents = false }
        #expect(result.snapshot.totals.deferred == count)
    }

    @Test func `an attempt that is cut before its status is unreadable, not nothing`() throws {
        let whole = Flow.deferral("4F1A1", "b@example.net")
        let places = [(" to=<", 5), ("b@exam", 6), (">,", 2), ("delays=", 7), ("status=", 7)]
        for (mark, length) in places {
            let place = try #require(whole.firstRange(of: mark)).lowerBound
            let torn = whole[..<whole.index(place, offsetBy: length)]
            let totals = try Flow.result("\(whole)\n\(torn)").snapshot.totals
            #expect(totals.unreadable == 1 && totals.deferred == 1, "\(torn)")
        }
        let long = String(repeating: "a", count: 1_900)
        let totals = try Flow.result("smtp[4]: 4F1A1: to=<\(long)").snapshot.totals
        #expect(totals.unreadable == 1 && totals.lines == 1)
    }

    @Test func `lines of other programs are log lines, with a process ID or without`() throws {
        let other = [
            "Nov  3 09:29:01 mail dovecot: imap-login: Login: user=<a@example.com>, mpid=77, TLS",
            "Nov  3 09:29:01 mail dovecot: imap(a@example.com)<77><Zm9v>: Logged out in=9 out=8",
            "2026-11-03T09:29:01.123456+01:00 mail kernel: [ 12.345678] eth0: link is up",
            "Nov 03 09:29:01 imap-login: Info: Login: user=<a@example.com>, mpid=77",
            "Nov 03 09:29:01 lmtp(77): Info: Connect from local",
        ]
        for line in other {
            var flow = try Flow()
            let totals = flow.read(Array((line + "\n").utf8)).snapshot.totals
            #expect(totals.unreadable == 0 && totals.lines == 1, "\(line)")
        }
        let unread = [
            "Nov  3 09:29:01 mail just some words", "dovecot: imap-login: Login",
            "Nov  3 09:29:01 mail postfix/qmgr(77): 4F1A1: removed",
            "Nov  3 09:29:01 mail relay: 4F1A1: to=<b@example.net>, status=deferred (x)",
        ]
        for line in unread {
            var flow = try Flow()
            let totals = flow.read(Array((line + "\n").utf8)).snapshot.totals
            #expect(totals.unreadable == 1, "\(line)")
        }
    }

    @Test func `an attempt without its recipient is unreadable, not nothing`() throws {
        // Web pages take '<bob@example.net>' for a tag of theirs.
        let whole = Flow.deferral("4F1A1", "b@example.net")
        let totals = try Flow.result(whole.replacing("<b@example.net>", with: "")).snapshot.totals
        #expect(totals.unreadable == 1 && totals.attempts == 0)
    }

    @Test(arguments: [" ", "   ", "\t", " \r", "\r"])
    func `blanks behind a line change nothing`(blanks: String) throws {
        let lines = [
            "qmgr[3]: 4F1A1: from=<a@x>, size=9, nrcpt=1 (queue active)",
            Flow.deferral("4F1A1", "b@example.net"), Flow.ended("4F1A1", "b@example.net"),
            "qmgr[3]: 4F1A1: removed",
        ].map { "2026-11-03T09:29:01Z mail postfix/\($0)" }
        var flow = try Flow()
        let expected = flow.read(Array(lines.map { $0 + "\n" }.joined().utf8))
        let found = flow.read(Array(lines.map { $0 + blanks + "\n" }.joined().utf8))
        #expect(expected.events.count == 1)
        #expect(found.snapshot == expected.snapshot)
        #expect(found.events.map(\.code) == expected.events.map(\.code))
        #expect(found.events.map(\.reason) == expected.events.map(\.reason))
    }

    @Test(arguments: [
        ("", nil, 1), ("@59:01 " + Flow.ended("4F1A1", "b@example.net"), "sent", 0),
        (Flow.ended("4F1A1", "b@example.net", "bounced"), "bounced", 0),
        (Flow.ended("4F1A1", "b@example.net", "expired"), "expired", 0),
        ("qmgr[3]: 4F1A1: from=<a@x>, status=expired, returned to sender", "expired", 0),
        ("qmgr[3]: 4F1A1: from=<a@x>, status=force-expired, returned to sender", "expired", 0),
        ("postsuper[9]: 4F1A1: removed", "deleted", 0), ("qmgr[3]: 4F1A1: removed", "unknown", 0),
        ("cleanup[2]: 4F1A1: canceled", "deleted", 0),
        ("postsuper[9]: 4F1A1: placed on hold", nil, 1),
        ("cleanup[2]: 4F1A1: message-id=<another@x>", "unknown", 0),
        ("pickup[2]: 4F1A1: uid=0 from=<root>", "unknown", 0),
        (Flow.ended("4F1A1", "c@example.net"), nil, 1),
        (Flow.ended("4F1A1", "b@example.net", "undeliverable"), nil, 1),
    ])
    func `a deferred recipient ends as its message does`(
        line: String,
        fate: String?,
        waiting: Int
    ) throws {
        let snapshot = try Flow.result(
            """
            cleanup[2]: 4F1A1: message-id=<m1@x>
            \(Flow.deferral("4F1A1", "b@example.net"))
            \(line)
            """
        ).snapshot
        #expect(snapshot.fates == (fate.map { [$0: 1] } ?? [:]))
        #expect(snapshot.waiting.recipients == waiting)
        #expect(snapshot.destinations.first?.waiting == waiting)
        #expect(snapshot.waiting.held == (line.contains("hold") ? 1 : 0))
        if fate == "sent" { #expect(snapshot.recovery.longestSeconds == 1_800) }
    }

    @Test func `a filter counts the messages of the attempts that pass it`() throws {
        let log = """
            cleanup[2]: 4F1A1: message-id=<m1@x>
            \(Flow.deferral("4F1A1", "b@example.net"))
            \(Flow.deferral("4F1A1", "b@example.net"))
            cleanup[2]: 4F1A2: message-id=<m2@x>
            \(Flow.ended("4F1A2", "c@example.net"))
            """
        let all = try Flow.result(log).snapshot.totals
        #expect(all.messages == 2 && all.messageIds == 2)
        for recipient in ["b@example.net", "c@example.net"] {
            let one = try Flow.result(log) { $0.filter.recipients = [recipient] }.snapshot.totals
            #expect(one.messages == 1 && one.messageIds == 1 && one.recipients == 1)
        }
    }

    @Test func `a message released from hold is not held`() throws {
        let snapshot = try Flow.result(
            """
            \(Flow.deferral("4F1A1", "b@example.net"))
            postsuper[9]: 4F1A1: placed on hold
            postsuper[9]: 4F1A1: released from hold
            """
        ).snapshot
        #expect(snapshot.waiting.held == 0 && snapshot.waiting.messages == 1)
        #expect(snapshot.finding(.heldMail)?.count == 1)
        #expect(snapshot.finding(.heldMail)?.worst == 0)
    }

    @Test func `a short queue ID that is used again is another message`() throws {
        let life = """
            cleanup[2]: 4F1A1: message-id=<m@x>
            \(Flow.deferral("4F1A1", "b@example.net"))
            """
        let removed = try Flow.result(life + "\nqmgr[3]: 4F1A1: removed\n" + life).snapshot
        let unseen = try Flow.result(life + "\n" + life).snapshot
        for snapshot in [removed, unseen] {
            #expect(snapshot.totals.messages == 2 && snapshot.totals.deferredMessages == 2)
            #expect(snapshot.totals.recipients == 2 && snapshot.waiting.messages == 1)
        }
        #expect(removed.totals.closedUnknown == 0 && unseen.totals.closedUnknown == 1)
    }

    @Test func `a message with two Message-ID headers is one`() throws {
        let result = try Flow.result(
            """
            cleanup[2]: 4F1A1: message-id=<m1@x>
            cleanup[2]: 4F1A1: message-id=<m2@x>
            qmgr[3]: 4F1A1: from=<a@example.com>, size=9, nrcpt=1 (queue active)
            \(Flow.deferral("4F1A1", "b@example.net"))
            smtpd[6]: 5A2B2: client=localhost[127.0.0.1], orig_queue_id=4F1A1
            @30:00 cleanup[2]: 5A2B2: message-id=<m1@x>
            @30:00 cleanup[2]: 5A2B2: message-id=<m2@x>
            @30:01 cleanup[2]: 4F1A2: message-id=<m3@x>
            @30:02 cleanup[2]: 4F1A2: message-id=<m4@x>
            """
        )
        let totals = result.snapshot.totals
        #expect(totals.messages == 3 && totals.messageIds == 3)
        #expect(totals.closedUnknown == 1, "another second, another message")
        #expect(result.events.map(\.messageID) == ["<m2@x>"])
    }

    @Test func `the same queue ID on two hosts is two messages`() throws {
        let other = "2026-11-03T09:29:01Z edge postfix/" + Flow.ended("4F1A1", "b@example.net")
        let snapshot = try Flow.result(Flow.deferral("4F1A1", "b@example.net") + "\n" + other)
            .snapshot
        #expect(snapshot.totals.messages == 2 && snapshot.waiting.recipients == 1)
        #expect(snapshot.fates.isEmpty)
    }

    @Test func `a requeued message is one message with its recipients`() throws {
        let snapshot = try Flow.result(
            """
            cleanup[2]: 4F1A1: message-id=<m1@x>
            \(Flow.deferral("4F1A1", "b@example.net"))
            postsuper[9]: 4F1A1: requeued
            pickup[7]: 5A2B2: uid=0 from=<a@example.com> orig_id=4F1A1
            cleanup[2]: 5A2B2: message-id=<m1@x>
            \(Flow.deferral("5A2B2", "b@example.net"))
            \(Flow.deferral("5A2B2", "b@example.net", Self.timedOut))
            \(Flow.ended("5A2B2", "b@example.net"))
            qmgr[3]: 5A2B2: removed
            """
        ).snapshot
        #expect(snapshot.totals.messages == 1 && snapshot.totals.messageIds == 1)
        #expect(snapshot.totals.recipients == 1 && snapshot.totals.deferredRecipients == 1)
        #expect(snapshot.totals.deferredMessages == 1)
        #expect(snapshot.code("4.4.316")?.messages == 1)
        #expect(snapshot.code("4.4.316")?.recipients == 1)
        #expect(snapshot.fates == ["sent": 1])
        #expect(snapshot.waiting.messages == 0)
        #expect(snapshot.destinations.first?.waiting == 0)
        #expect(snapshot.destinations.first?.messages == 1)
        #expect(snapshot.totals.closedUnknown == 0)
    }

    @Test(arguments: ["orig_queue_id=4F1A1, orig_client=web[192.0.2.9]", "orig_queue_id=4F1A1"])
    func `a message that comes back from a content filter is one message`(origin: String) throws {
        let snapshot = try Flow.result(
            """
            smtpd[1]: 4F1A1: client=web[192.0.2.9]
            cleanup[2]: 4F1A1: message-id=<m1@x>
            smtpd[6]: 5A2B2: client=localhost[127.0.0.1], \(origin)
            cleanup[2]: 5A2B2: message-id=<m1@x>
            smtp[4]: 4F1A1: to=<b@example.net>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, \
            delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 5A2B2)
            qmgr[3]: 4F1A1: removed
            \(Flow.deferral("5A2B2", "b@example.net"))
            \(Flow.ended("5A2B2", "b@example.net"))
            qmgr[3]: 5A2B2: removed
            """
        ).snapshot
        #expect(snapshot.totals.messages == 1)
        #expect(snapshot.totals.deferredMessages == 1 && snapshot.fates == ["sent": 1])
        #expect(snapshot.totals.closedUnknown == 0)
    }

    @Test func `a message deferred before and after the filter counts once for the code`() throws {
        let snapshot = try Flow.result(
            """
            cleanup[2]: 4F1A1: message-id=<m1@x>
            \(Flow.deferral("4F1A1", "b@example.net"))
            smtpd[6]: 5A2B2: client=localhost[127.0.0.1], orig_queue_id=4F1A1
            cleanup[2]: 5A2B2: message-id=<m1@x>
            \(Flow.ended("4F1A1", "b@example.net"))
            \(Flow.deferral("5A2B2", "b@example.net"))
            """
        ).snapshot
        #expect(snapshot.totals.deferredMessages == 1)
        #expect(snapshot.code("4.4.316")?.messages == 1)
        #expect(snapshot.waiting.messages == 1 && snapshot.fates == ["sent": 1])
    }

    @Test func `SOFTBOUNCE is a deferral and a finding`() throws {
        let line = Flow.deferral("4F1A1", "b@example.net", "host mx said: 550 5.1.1 No")
            .split(separator: "status=deferred").joined(separator: "status=SOFTBOUNCE")
        let result = try Flow.result(line)
        #expect(result.snapshot.totals.deferred == 1 && result.snapshot.totals.softBounced == 1)
        #expect(result.snapshot.finding(.softBounce)?.count == 1)
        #expect(result.events.first?.status == "SOFTBOUNCE")
    }

    @Test func `an echo counts for the waiting message and is no new evidence`() throws {
        let echo = "delivery temporarily suspended: \(Self.timedOut)"
        let lines = (10..<40).map { index in
            Flow.deferral("4F1A\(index)", "b@d\(index).example", echo)
        }
        let result = try Flow.result(lines.joined(separator: "\n"))
        #expect(result.snapshot.totals.suspended == 30)
        #expect(result.snapshot.code("4.4.315")?.messages == 30)
        #expect(result.snapshot.outages.isEmpty)
        #expect(result.events.allSatisfy { $0.isSuspended && $0.code == .connectionTimedOut })
    }

    @Test func `probes and lines inside other lines are no deliveries`() throws {
        let snapshot = try Flow.result(
            """
            \(Flow.ended("4F1A1", "b@example.net", "deliverable"))
            \(Flow.ended("4F1A1", "b@example.net", "undeliverable"))
            smtp[4]: connect to mx.example.net[192.0.2.1]:25: Connection refused
            smtp[4]: Untrusted TLS connection established to mx[192.0.2.1]:25: TLSv1.3
            smtpd[4]: NOQUEUE: reject: RCPT from x[192.0.2.3]: 450 4F1A1: to=<b@x>, status=deferred (x)
            smtp[4]: 4F1A2: to=<b@example.net>, relay=none, del
            """
        ).snapshot
        #expect(snapshot.totals.attempts == 0 && snapshot.totals.deferred == 0)
        #expect(snapshot.codes.allSatisfy { $0.attempts == 0 })
    }

    @Test(arguments: ["sent", "bounced", "deferred"])
    func `a status without a recipient is counted, and nothing else`(status: String) throws {
        let snapshot = try Flow.result("bounce[6]: 4F1A1: status=\(status) (bounce failed)")
            .snapshot
        #expect(snapshot.totals.attempts == 1)
        #expect(snapshot.totals.deferredMessages == (status == "deferred" ? 1 : 0))
        #expect(snapshot.destinations.isEmpty)
        #expect(snapshot.totals.recipients == 0)
    }
}
