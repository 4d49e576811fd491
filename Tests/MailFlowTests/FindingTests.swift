import Deferrals
import MailFlow
import Testing

/// Findings, outages, bounds and filters.
@Suite struct FindingTests {
    @Test(arguments: [
        (
            "qmgr[3]: warning: mail for x is using up 4500 of 5000 active queue entries",
            FindingKind.activeQueueShare
        ),
        (
            "master[2]: warning: service \"smtp\" (25) has reached its process limit \"100\"",
            .processLimit
        ),
        (
            "qmgr[3]: warning: connect to transport private/dovecot: No such file or directory",
            .transportUnavailable
        ),
        (
            "master[2]: warning: /usr/lib/postfix/smtp: bad command startup -- throttling",
            .badStartup
        ),
        ("master[2]: warning: process /usr/lib/postfix/smtp pid 9 killed by signal 11", .crash),
        ("smtp[4]: fatal: open database /etc/postfix/x.db: No such file or directory", .crash),
        ("smtp[4]: panic: myfree: corrupt memory block", .crash),
        (
            "smtpd[4]: warning: not enough free space in mail queue: 1 bytes < 1.5*message size limit",
            .noSpace
        ),
        ("cleanup[4]: warning: 4F1A1: queue file write error", .queueFileWriteError),
        (
            "smtp[4]: warning: open active 7C2A91D0C66: No such file or directory", .queueFileLost
        ),
        (
            "qmgr[3]: warning: qmgr_active_corrupt: save corrupt file queue active id CF4E648F5: No such file or directory",
            .queueFileLost
        ),
        (
            "qmgr[3]: warning: saving corrupt file \"4F1A1\" from queue \"active\" to queue \"corrupt\"",
            .queueFileLost
        ),
        (
            "cleanup[4]: warning: 776CFF98676: virtual_alias_maps map lookup problem for m@example.org -- message not accepted, try again later",
            .notAccepted
        ),
        (
            "cleanup[4]: warning: connect to Milter service inet:127.0.0.1:9: Connection refused",
            .notAccepted
        ),
        (
            "postdrop[4]: warning: unable to look up public/pickup: No such file or directory",
            .notAccepted
        ),
        ("cleanup[4]: 4F1A1: hold: header Subject: x from y; from=<a> to=<b>", .heldMail),
        (
            "cleanup[4]: 4F1A1: milter-hold: END-OF-MESSAGE from y[192.0.2.1]: milter triggers HOLD action; from=<a> to=<b> proto=ESMTP helo=<y>",
            .heldMail
        ),
        ("smtpd[4]: 4F1A1: hold: RCPT from c[192.0.2.1]: <b@x>: triggers HOLD", .heldMail),
        (Flow.deferral("4F1A1", "b@x", "deferred transport"), .deferredTransport),
        (Flow.deferral("4F1A1", "b@x", "mail transport unavailable"), .transportUnavailable),
        (
            "smtp[4]: 4F1A1: to=<b@x>, relay=none, delay=99, delays=0/75/0/0, dsn=2.0.0, status=sent (ok)",
            .slowQueueManager
        ),
        ("2026-11-03T09:29:01Z mail last message repeated 7 times", .missingLines),
        (
            "2026-11-03T09:29:01Z mail rsyslogd: imuxsock[pid 9]: begin to drop messages due to rate-limiting",
            .missingLines
        ),
        (
            "2026-11-03T09:29:01Z mail rsyslogd[9]: imjournal: begin to drop messages due to rate-limiting",
            .missingLines
        ),
        (
            "2026-11-03T09:29:01Z mail rsyslogd: imjournal: 123 messages lost due to rate-limiting (20000 allowed within 600 seconds)",
            .missingLines
        ),
        (
            "2026-11-03T09:29:01Z mail systemd-journald[1]: Suppressed 45 messages from postfix.service",
            .missingLines
        ),
    ])
    func `what keeps mail without a deferral is a finding`(line: String, kind: FindingKind) throws {
        let snapshot = try Flow.result(line).snapshot
        #expect(snapshot.findings.map(\.kind) == [kind.rawValue])
        #expect(snapshot.findings.first?.count == 1)
        #expect(snapshot.findings.first?.first == 1_793_698_141)
        if kind == .heldMail { #expect(snapshot.findings.first?.worst == 1) }
        if kind == .slowQueueManager { #expect(snapshot.findings.first?.worst == 75) }
    }

    @Test(arguments: [
        "smtp[4]: 4F1A1: to=<b@x>, relay=x[192.0.2.1]:25, status=sent (250 killed by signal 9)",
        "smtpd[4]: NOQUEUE: reject: RCPT from x[192.0.2.3]: 450 has reached its process limit",
        "cleanup[4]: 4F1A1: message-id=<queue file write error>",
        "cleanup[4]: 4F1A1: message-id=<last message repeated 7 times>",
        "smtp[4]: 4F1A1: to=<b@x>, relay=none, delays=0/59.9/0/0, dsn=2.0.0, status=sent (ok)",
        "cleanup[4]: 4F1A1: message-id=<-- message not accepted, try again later>",
        "cleanup[4]: warning: 3252EF98649: queue file size limit exceeded",
        "pipe[5]: fatal: pipe_command: execvp /no/such/program: No such file or directory",
        "local[5]: fatal: execvp /no/such/program: No such file or directory",
        "anvil[4]: statistics: max connection rate 1/60s",
        "2026-11-03T09:29:01Z mail sshd[4]: Suppressed 45 messages from postfix.service",
    ])
    func `what strangers write, or a delivery itself tells, is none`(line: String) throws {
        #expect(try Flow.result(line).snapshot.findings.isEmpty)
    }

    @Test func `many destinations failing alike are this machine's trouble`() throws {
        let lines = Self.failures(of: 10..<30) { "d\($0).example" }
        let outage = try #require(
            try Flow.result(lines.joined(separator: "\n")).snapshot.outages.first
        )
        #expect(outage.destinations == 20 && outage.kind == "dns" && outage.sent == 0)
        let few = try Flow.result(lines.prefix(9).joined(separator: "\n")).snapshot
        #expect(few.outages.isEmpty)
        let sent = (10..<20).map { Flow.ended("5F1A\($0)", "c@e\($0).example") }
        let busy = try Flow.result((lines + sent).joined(separator: "\n")).snapshot
        #expect(busy.outages.isEmpty)
        // A mailbox of this machine is reached without its resolver and its network.
        for agent in ["lmtp", "local", "virtual", "pipe", "discard"] {
            let kept = sent.map { $0.replacing("smtp[", with: agent + "[") }
            let mixed = try Flow.result((lines + kept).joined(separator: "\n")).snapshot
            #expect(mixed.outages.first?.kind == "dns", "\(agent)")
        }
    }

    @Test func `a line that is late does not hide an outage, nor one of another clock split it`()
        throws
    {
        let lines = Self.failures(of: 10..<30) { "d\($0).example" }
        let late = "@19:59 " + Flow.ended("5F1A1", "c@e1.example")
        let mixed = lines[..<6] + [late] + lines[6..<12]
        let outage = try #require(
            try Flow.result(mixed.joined(separator: "\n")).snapshot.outages.first
        )
        #expect(outage.destinations == 12 && outage.sent == 1)
        let slow = "2026-11-03T05:00:00Z edge postfix/" + Flow.ended("5F1A1", "c@e1.example")
        let split = lines[..<10] + [slow] + lines[10...]
        let outages = try Flow.result(split.joined(separator: "\n")).snapshot.outages
        #expect(outages.count == 1)
    }

    @Test func `a warning of the queue manager and its deferrals are counted once`() throws {
        let warning = "qmgr[3]: warning: connect to transport private/x: Connection refused"
        let deferral = Flow.deferral("4F1A1", "b@x", "mail transport unavailable")
        let finding: ([String]) throws -> FlowSnapshot.Finding? = { lines in
            try Flow.result(lines.joined(separator: "\n")).snapshot.findings.first
        }
        #expect(try finding([warning, deferral, deferral, warning, deferral])?.count == 2)
        let late = try #require(try finding([deferral, deferral, warning]))
        #expect(late.count == 1 && late.example.hasPrefix("warning: connect to transport"))
        #expect(try finding([deferral, deferral])?.count == 2)
        #expect(
            try finding([warning, "@40:00 " + deferral])?.last
                == finding(["@40:00 " + deferral])?.last
        )
    }

    @Test func `findings are of the time that is asked for`() throws {
        let log = """
            master[2]: warning: process /usr/lib/postfix/smtp pid 9 killed by signal 11
            postsuper[2]: 4F1A1: placed on hold
            2026-11-03T09:29:01Z mail last message repeated 7 times
            @30:01 smtpd[4]: warning: not enough free space in mail queue: 1 bytes < 2 bytes
            """
        let kinds: (FlowFilter) throws -> [String] = { filter in
            try Flow.result(log) { $0.filter = filter }.snapshot.findings.map(\.kind)
        }
        var filter = FlowFilter()
        filter.since = 1_793_698_201
        #expect(try kinds(filter) == ["no-space"])
        (filter.since, filter.until) = (nil, 1_793_698_201)
        #expect(try Set(kinds(filter)) == ["crash", "held-mail", "missing-lines"])
        #expect(try kinds(FlowFilter()).count == 4)
    }

    /// Mail for as many destinations, none of which finds the name of its next hop.
    private static func failures(of range: Range<Int>, nextHop: (Int) -> String) -> [String] {
        range.map { number in
            let name = nextHop(number)
            let error = "Name service error for name=\(name) type=MX: Host not found, try again"
            let reason = "Host or domain name not found. \(error)"
            return Flow.deferral("4F1A\(number)", "b@d\(number).example", reason)
        }
    }

    @Test(arguments: [
        "connect to relay.example.com[192.0.2.1]:587: Connection timed out",
        "connect to Relay.example.com[192.0.2.9]:587: Connection timed out",
        "unable to look up host relay.example.com: Temporary failure in name resolution",
        "Host or domain name not found. Name service error for name=relay.example.com type=A: "
            + "Host not found, try again",
    ])
    func `a relay that all mail goes through is no outage of this machine`(reason: String) throws {
        let lines = (10..<40).map { Flow.deferral("4F1A\($0)", "b@d\($0).example", reason) }
        #expect(try Flow.result(lines.joined(separator: "\n")).snapshot.outages.isEmpty)
        // A second relay is none either; a third name is.
        let two = Self.failures(of: 40..<60) { _ in "backup.example.com" }
        #expect(try Flow.result((lines + two).joined(separator: "\n")).snapshot.outages.isEmpty)
        let more = Self.failures(of: 60..<70) { "d\($0).example" }
        let all = try Flow.result((lines + two + more).joined(separator: "\n")).snapshot
        #expect(all.outages.count == 1)
    }

    @Test func `one destination that fails often is no outage`() throws {
        let lines = (10..<99).map { Flow.deferral("4F1A\($0)", "b@example.net") }
        #expect(try Flow.result(lines.joined(separator: "\n")).snapshot.outages.isEmpty)
    }

    @Test func `messages in flight are bounded, the oldest closed and counted`() throws {
        let lines = (1_000..<2_000).map { Flow.deferral("4F1A\($0)", "b@example.net") }
        let snapshot = try Flow.result(lines.joined(separator: "\n")) { $0.mostMessages = 100 }
            .snapshot
        #expect(snapshot.totals.messages == 1_000 && snapshot.totals.closedUnknown == 875)
        #expect(snapshot.totals.textsDropped == 900)
        #expect(snapshot.waiting.messages == 125 && snapshot.fates == ["unknown": 875])
        #expect(snapshot.code("4.4.316")?.messages == 1_000)
        #expect(snapshot.destinations.first?.waiting == 125)
    }

    @Test func `what a milter refuses is not in flight`() throws {
        let refusal =
            "milter-reject: END-OF-MESSAGE from y[192.0.2.1]: 5.7.1 Spam message rejected; "
            + "from=<a> to=<b> proto=ESMTP helo=<y>"
        let spam = (1_000..<2_000).flatMap { number in
            ["message-id=<m\(number)@x>", refusal].map { "cleanup[5]: 4F1A\(number): \($0)" }
        }
        let lines = [Flow.deferral("4F1A1", "b@example.net")] + spam
        let snapshot = try Flow.result(lines.joined(separator: "\n")) { $0.mostMessages = 100 }
            .snapshot
        #expect(snapshot.totals.closedUnknown == 0 && snapshot.totals.textsDropped == 0)
        #expect(snapshot.waiting.messages == 1)
    }

    @Test func `a message loses its texts before it is closed, and is told apart from one without`()
        throws
    {
        let id = "cleanup[5]: %: message-id=<m@x>"
        let active = "qmgr[6]: %: from=<a@x>, size=1, nrcpt=1 (queue active)"
        let names = (1_000..<1_012).map { "4F1A\($0)" }
        let begun = names.flatMap { name in
            [id, active].map { $0.replacing("%", with: name) }
        }
        let tried = ["4F1A1001", "4F1A1011"].map { Flow.deferral($0, "b@example.net") }
        let result = try Flow.result((begun + tried).joined(separator: "\n")) {
            $0.mostMessages = 10
        }
        #expect(result.events.map(\.sender) == [nil, "a@x"])
        #expect(result.events.map(\.messageID) == [nil, "<m@x>"])
        #expect(result.snapshot.totals.textsDropped == 2)
        #expect(result.snapshot.totals.closedUnknown == 0)
    }

    struct Case: Sendable {
        let name: String
        let change: @Sendable (inout FlowFilter) -> Void
        let recipients: [String]
    }

    static let cases: [Case] = [
        Case(name: "all", change: { _ in }, recipients: ["b", "c", "d"]),
        Case(name: "code", change: { $0.codes = [.connectionTimedOut] }, recipients: ["d"]),
        Case(name: "destination", change: { $0.destinations = ["example.net"] }, recipients: ["b"]),
        Case(name: "sub-domain", change: { $0.destinations = [".example.net"] }, recipients: ["c"]),
        Case(name: "recipient", change: { $0.recipients = ["b@example.net"] }, recipients: ["b"]),
        Case(name: "alias", change: { $0.recipients = ["info@example.com"] }, recipients: ["d"]),
        Case(name: "sender", change: { $0.senders = ["ann@example.com"] }, recipients: ["b", "c"]),
        Case(name: "null sender", change: { $0.senders = [""] }, recipients: ["d"]),
        Case(name: "queue ID", change: { $0.queueIDs = ["4F1A2"] }, recipients: ["d"]),
        Case(name: "since", change: { $0.since = 1_793_698_201 }, recipients: ["d"]),
        Case(name: "until", change: { $0.until = 1_793_698_201 }, recipients: ["b", "c"]),
    ]

    @Test(arguments: cases)
    func `a filter chooses what is counted`(filter: Case) throws {
        let timedOut = "connect to mx.example.org[192.0.2.1]:25: Connection timed out"
        let last = Flow.deferral("4F1A2", "d@example.org>, orig_to=<info@example.com", timedOut)
        let result = try Flow.result(
            """
            qmgr[3]: 4F1A1: from=<Ann@example.com>, size=9, nrcpt=2 (queue active)
            qmgr[3]: 4F1A2: from=<>, size=9, nrcpt=1 (queue active)
            \(Flow.deferral("4F1A1", "b@Example.NET"))
            \(Flow.deferral("4F1A1", "c@sub.example.net"))
            @30:01 \(last)
            """
        ) { filter.change(&$0.filter) }
        let names = result.events.map { $0.recipient?.prefix(1).description ?? "" }
        #expect(names == filter.recipients, "\(filter.name)")
        #expect(result.snapshot.totals.deferred == filter.recipients.count, "\(filter.name)")
    }
}
