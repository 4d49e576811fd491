import ByteScan
import Deferrals
import PostfixLog
import Testing

@testable import MailFlow

/// Messages from their first line to their last, over requeue and content filter.
@Suite struct TraceTests {
    static let bank = PatternBank()

    @Test func `a message has its client, its tries and its end`() throws {
        let messages = try trace(
            """
            smtpd[1]: 4F1: client=web[192.0.2.9], sasl_username=bob
            cleanup[2]: 4F1A0: message-id=<other@x>
            smtpd[1]: 4F1A1: client=web[192.0.2.9], sasl_username=bob
            cleanup[2]: 4F1A1: message-id=<m1@x>
            qmgr[3]: 4F1A1: from=<a@example.com>, size=9, nrcpt=1 (queue active)
            smtp[4]: connect to mx1.example.net[192.0.2.1]:25: Connection refused
            smtp[4]: 4F1A1: to=<b@example.net>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, \
            status=deferred (connect to mx2.example.net[192.0.2.2]:25: Connection refused)
            smtp[5]: 4F1A1: to=<b@example.net>, relay=mx1.example.net[192.0.2.1]:25, delay=9, \
            delays=8/0/1/0, dsn=2.0.0, status=sent (250 ok)
            qmgr[3]: 4F1A1: removed
            """,
            query: "m1@x"
        )
        let message = try #require(messages.first)
        #expect(messages.count == 1)
        #expect(message.queueID == "4F1A1")
        #expect(message.arrival == "client=web[192.0.2.9], sasl_username=bob")
        #expect(message.sender == "a@example.com")
        #expect(message.ended != nil)
        let recipient = try #require(message.recipients.first)
        #expect(recipient.fate == .sent)
        #expect(recipient.deferrals == 1)
        #expect(recipient.attempts.map(\.status) == ["deferred", "sent"])
        #expect(recipient.attempts[0].verdict?.code == .connectionRefused)
        #expect(recipient.attempts[0].tried.map(\.address) == ["192.0.2.1"])
        #expect(recipient.attempts[1].relay?.address == "192.0.2.1")
    }

    @Test(arguments: [
        "cleanup[2]: 4F1A1: hold: header Subject: x from y[192.0.2.9]; from=<a@x> to=<b@x>",
        "smtpd[1]: 4F1A1: hold: RCPT from y[192.0.2.9]: <b@x>: HOLD action; from=<a@x> to=<b@x>",
        "postsuper[1]: 4F1A1: placed on hold",
        "qmgr[3]: 4F1A1: from=<a@x>, size=9, nrcpt=1 (queue active)",
    ])
    func `a message-ID may come after the line that holds or queues the message`(
        line: String
    ) throws {
        let messages = try trace(
            """
            smtpd[1]: 4F1A1: client=y[192.0.2.9]
            \(line)
            cleanup[2]: 4F1A1: message-id=<m1@x>
            \(Self.deferral("4F1A1", "b@example.net"))
            """,
            query: "4F1A1"
        )
        let message = try #require(messages.first)
        #expect(messages.count == 1 && message.messageID == "<m1@x>")
        #expect(message.arrival != nil && message.recipients.count == 1)
    }

    @Test(arguments: [("29:01", 1), ("29:50", 1), ("39:09", 2)])
    func `a message-ID long after a queue that the log begins with is another message's`(
        later: String,
        count: Int
    ) throws {
        let messages = try trace(
            """
            2026-11-03T09:29:00Z mail postfix/qmgr[3]: 4F1A1: from=<a@x>, size=9, nrcpt=1 \
            (queue active)
            2026-11-03T09:\(later)Z mail postfix/cleanup[2]: 4F1A1: message-id=<m1@x>
            """,
            query: "4F1A1"
        )
        #expect(messages.count == count)
    }

    @Test func `a message with two Message-ID headers is one`() throws {
        let log = """
            smtpd[1]: 4F1A1: client=y[192.0.2.9]
            cleanup[2]: 4F1A1: message-id=<m1@x>
            cleanup[2]: 4F1A1: message-id=<m2@x>
            qmgr[3]: 4F1A1: from=<a@x>, size=9, nrcpt=1 (queue active)
            \(Self.deferral("4F1A1", "b@example.net"))
            """
        for query in ["4F1A1", "m1@x", "m2@x"] {
            let messages = try trace(log, query: query)
            #expect(["<m2@x>"] == messages.map(\.messageID))
            #expect(messages.first?.arrival != nil && messages.first?.notes == [])
        }
    }

    @Test func `a message of December is as old in a log that goes on in January`() throws {
        let messages = try trace(
            """
            Dec 20 10:00:00 mail postfix/smtpd[1]: 4F1A1: client=web[192.0.2.9]
            Dec 20 10:00:01 mail postfix/cleanup[2]: 4F1A1: message-id=<m1@x>
            Dec 20 10:00:02 mail postfix/bounce[5]: 4F1A1: sender delay notification: 5A2B2
            Jan  5 10:00:00 mail postfix/\(Self.sent("4F1A1", "b@example.net"))
            Jan  8 10:00:00 mail postfix/qmgr[3]: 4F1A1: removed
            Jan  8 10:00:02 mail postfix/smtpd[1]: 4F1A2: client=web[192.0.2.9]
            """,
            query: nil
        )
        // The tracer's first line is of 1970.
        let december: Int64 = 30_535_200
        let january: Int64 = december + 19 * 86_400
        #expect([december, january + 2] == messages.map(\.arrived.seconds))
        #expect([january, nil] == messages.map(\.ended?.seconds))
        #expect(december + 2 == messages.first?.notes.first?.time.seconds)
    }

    @Test func `a requeued message goes on under its next queue ID, and so does its fate`() throws {
        let messages = try trace(
            """
            cleanup[2]: 4F1A1: message-id=<m1@x>
            \(Self.deferral("4F1A1", "b@example.net"))
            postsuper[9]: 4F1A1: requeued
            pickup[7]: 5A2B2: uid=0 from=<a@example.com> orig_id=4F1A1
            cleanup[2]: 5A2B2: message-id=<m1@x>
            \(Self.sent("5A2B2", "b@example.net"))
            qmgr[3]: 5A2B2: removed
            """,
            query: "4F1A1"
        )
        #expect(messages.map(\.queueID) == ["4F1A1", "5A2B2"])
        #expect(messages.map(\.next) == ["5A2B2", nil])
        #expect(messages.map(\.previous) == [nil, "4F1A1"])
        #expect(messages.map { $0.recipients.map(\.fate) } == [[.sent], [.sent]])
    }

    @Test(arguments: [
        "milter-reject: END-OF-MESSAGE from y[192.0.2.1]: 5.7.1 Spam message rejected; from=<a@x> to=<b@x> proto=ESMTP helo=<x>",
        "milter-discard: END-OF-MESSAGE from y[192.0.2.1]: milter triggers DISCARD action; from=<a@x> to=<b@x> proto=ESMTP helo=<x>",
        "reject: header Subject: x from y[192.0.2.1]; from=<a@x> to=<b@x> proto=ESMTP helo=<x>: 5.7.1 no",
    ])
    func `what a check or a milter refuses is in no queue`(words: String) throws {
        let log = """
            smtpd[1]: 4F1A1: client=y[192.0.2.1]
            cleanup[2]: 4F1A1: message-id=<m1@x>
            cleanup[2]: 4F1A1: \(words)
            """
        let message = try #require(try trace(log, query: "m1@x").first)
        #expect(message.ended != nil)
        #expect(message.notes.map(\.kind) == [.refused])
        #expect(message.notes.first?.text == words)
    }

    @Test func `what cleanup does not accept, or returns itself, is in no queue`() throws {
        let log = """
            pickup[1]: 776CF1: uid=0 from=<a@x>
            cleanup[2]: warning: 776CF1: canonical_maps map lookup problem for b@x -- message not accepted, try again later
            pickup[1]: CAC9D1: uid=0 from=<a@x>
            cleanup[3]: CAC9D1: message-id=<m2@x>
            cleanup[3]: CAC9D1: to=<b@x>, relay=none, delay=0.03, delays=0.03/0/0/0, dsn=5.7.1, status=bounced (no such thing)
            bounce[4]: CAC9D1: sender non-delivery notification: CEDEC1
            """
        let kept = try #require(try trace(log, query: "776CF1").first)
        #expect(kept.ended != nil && [.refused] == kept.notes.map(\.kind))
        let returned = try #require(try trace(log, query: "CAC9D1").first)
        #expect(returned.ended != nil && [.bounced] == returned.recipients.map(\.fate))
    }

    @Test func `what an administrator let expire is told before it is returned`() throws {
        let messages = try trace(
            """
            \(Self.deferral("4F1A1", "b@example.net"))
            postsuper[9]: 4F1A1: expired
            qmgr[3]: 4F1A1: from=<a@example.com>, status=force-expired, returned to sender
            qmgr[3]: 4F1A1: removed
            """,
            query: "4F1A1"
        )
        #expect(messages.first?.notes.map(\.kind) == [.toldToExpire, .expired, .removed])
        #expect(messages.first?.recipients.map(\.fate) == [.expired])
    }

    @Test func `a content filter's queue ID is followed in both directions`() throws {
        let log = """
            smtpd[1]: 4F1A1: client=web[192.0.2.9]
            cleanup[2]: 4F1A1: message-id=<m1@x>
            smtpd[6]: 5A2B2: client=localhost[127.0.0.1], orig_queue_id=4F1A1, orig_client=web[192.0.2.9]
            cleanup[2]: 5A2B2: message-id=<m1@x>
            smtp[4]: 4F1A1: to=<b@example.net>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, \
            delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 5A2B2)
            qmgr[3]: 4F1A1: removed
            \(Self.deferral("5A2B2", "b@example.net"))
            """
        for query in ["4F1A1", "5A2B2"] {
            let messages = try trace(log, query: query)
            #expect(messages.map(\.queueID) == ["4F1A1", "5A2B2"])
            #expect(messages.map { $0.recipients.map(\.fate) } == [[.sent], [.waiting]])
            #expect(messages[0].next == "5A2B2")
        }
    }

    @Test func `a stranger's 'queued as' does not tie two messages of ours together`() throws {
        let messages = try trace(
            """
            cleanup[2]: 5A2B2: message-id=<m2@x>
            cleanup[2]: 4F1A1: message-id=<m1@x>
            smtp[4]: 4F1A1: to=<b@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=1, \
            delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 5A2B2)
            qmgr[3]: 4F1A1: removed
            """,
            query: "4F1A1"
        )
        #expect(messages.map(\.queueID) == ["4F1A1"])
        #expect(messages[0].next == nil)
        #expect(messages[0].recipients[0].attempts[0].queuedAs == "5A2B2")
    }

    @Test(arguments: [
        (" from y[192.0.2.9]; from=<a@x> to=<b@x> proto=ESMTP helo=<y>: held", "b@x", true),
        (" from y[192.0.2.9]; from=<a@x> to=<b@x>", "a@x", true),
        (" from y[192.0.2.9]; from=<a@x>", "a@x", true),
        (" from y[192.0.2.9]; from=<a@x> to=<b@x>", "d@x", false),
    ])
    func `held mail is found by those whom the line names`(
        words: String,
        address: String,
        isFound: Bool
    ) throws {
        let log = """
            smtpd[1]: 4F1A1: client=y[192.0.2.9]
            cleanup[2]: 4F1A1: hold: header Subject: x\(words)
            cleanup[2]: 4F1A1: message-id=<m1@x>
            """
        #expect(try trace(log, query: address).map(\.sender) == (isFound ? ["a@x"] : []))
    }

    @Test(arguments: ["a@x", "b@x", "c@x", "d@x"])
    func `what a stranger put into the line of held mail is not believed`(address: String) throws {
        let log = """
            smtpd[1]: 4F1A1: client=y[192.0.2.9]
            smtpd[1]: 4F1A1: hold: RCPT from y: HOLD; from=<a@x> to=<b@x> helo=<; from=<c@x> to=<d@x> >
            """
        #expect(try trace(log, query: address).map(\.sender) == [nil])
    }

    @Test(arguments: [
        ("postsuper[9]: 4F1A1: placed on hold", RecipientFate.held),
        ("postsuper[9]: 4F1A1: placed on hold\npostsuper[9]: 4F1A1: released from hold", .waiting),
        ("cleanup[9]: 4F1A1: hold: header Subject: x from y; from=<a> to=<b>", .held),
        ("postsuper[9]: 4F1A1: removed", .deleted),
        ("qmgr[3]: 4F1A1: from=<a@x>, status=expired, returned to sender", .expired),
        ("qmgr[3]: 4F1A1: removed", .unknown),
        ("cleanup[2]: 4F1A1: message-id=<another@x>", .unknown),
        ("pickup[2]: 4F1A1: uid=0 from=<root>", .unknown),
        ("smtpd[2]: connect from x[192.0.2.3]", .waiting),
    ])
    func `a waiting recipient ends as its message does`(
        line: String,
        fate: RecipientFate
    ) throws {
        let messages = try trace(
            """
            cleanup[2]: 4F1A1: message-id=<m1@x>
            \(Self.deferral("4F1A1", "b@example.net"))
            \(line)
            """,
            query: "b@example.net"
        )
        #expect(messages.map { $0.recipients.map(\.fate) } == [[fate]])
    }

    @Test func `an address finds senders, recipients and aliases in either case`() throws {
        let log = """
            qmgr[3]: 4F1A1: from=<Ann@example.com>, size=9, nrcpt=1 (queue active)
            smtp[4]: 4F1A2: to=<ann@EXAMPLE.com>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, \
            status=deferred (x)
            smtp[4]: 4F1A3: to=<z@example.org>, orig_to=<ann@example.com>, relay=none, delay=1, \
            delays=0/0/1/0, dsn=4.4.1, status=deferred (x)
            smtp[4]: 4F1A4: to=<joann@example.com>, relay=none, delay=1, delays=0/0/1/0, \
            dsn=4.4.1, status=deferred (x)
            """
        let messages = try trace(log, query: "<ann@example.com>")
        #expect(messages.map(\.queueID).sorted() == ["4F1A1", "4F1A2", "4F1A3"])
    }

    @Test func `without a query every message is handed out once`() throws {
        let lines = (0..<500).map { index in
            Self.deferral("4F1A\(index % 10)\(index / 10)", "b@example.net")
        }
        let messages = try trace(lines.joined(separator: "\n"), query: nil)
        #expect(messages.count == 500)
        #expect(Set(messages.map(\.queueID)).count == 500)
    }

    @Test func `messages in flight are bounded, and the dropped ones counted`() throws {
        var limits = MessageTracer.Limits()
        limits.messages = 10
        let lines = (100..<200).map { Self.deferral("4F1A\($0)", "b@example.net") }
        var tracer = MessageTracer(bank: Self.bank, query: nil, limits: limits)
        var messages = try Self.feed(lines.joined(separator: "\n"), &tracer)
        messages += tracer.finish()
        #expect(messages.count == 100)
        #expect(tracer.droppedMessages == 90)
    }

    static func deferral(_ id: String, _ recipient: String) -> String {
        "smtp[4]: \(id): to=<\(recipient)>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, "
            + "status=deferred (connect to mx.example.net[192.0.2.1]:25: Connection refused)"
    }

    static func sent(_ id: String, _ recipient: String) -> String {
        "smtp[4]: \(id): to=<\(recipient)>, relay=mx.example.net[192.0.2.1]:25, delay=1, "
            + "delays=0/0/1/0, dsn=2.0.0, status=sent (250 ok)"
    }

    private func trace(_ log: String, query: String?) throws -> [TracedMessage] {
        var tracer = MessageTracer(bank: Self.bank, query: query.map { MessageQuery($0) })
        let early = try Self.feed(log, &tracer)
        return early + tracer.finish()
    }

    private static func feed(
        _ log: String,
        _ tracer: inout MessageTracer
    ) throws -> [TracedMessage] {
        let lines = log.split(separator: "\n").map { line -> String in
            let isWhole = ["2026-", "Dec ", "Jan "].contains { line.hasPrefix($0) }
            return isWhole ? "\(line)\n" : "2026-11-03T09:29:01Z mail postfix/\(line)\n"
        }
        var bytes = Array(lines.joined().utf8)
        let count = bytes.count
        bytes += [UInt8](repeating: 0, count: blockSlack)
        var reader = FlowReader(classifier: try DeferralClassifier(bank: bank))
        var tape = FlowTape()
        reader.read(bytes.span, 0..<count, into: &tape)
        tracer.add(
            tape,
            bytes.span,
            count: count,
            at: BlockPosition(file: nil, identity: 0, offset: 0, line: 1)
        )
        return tracer.takeFinished()
    }
}
