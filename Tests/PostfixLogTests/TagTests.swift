import PostfixLog
import Testing

/// 'postfix/relay/smtp[123]': syslog names and daemons.
@Suite struct TagTests {
    @Test(arguments: [
        "postfix", "postfix-out", "postfix/relay", "postfix/submission", "x",
        "mail.example.com-outbound", "postfix-outbound-relay-of-the-second-site",
        "pöstfix", String(repeating: "n", count: 45),
    ])
    func `the daemon is what follows the last slash, whatever the syslog name`(name: String) throws
    {
        for (word, daemon) in Self.daemons {
            let line = try #require(ReadLine("Nov  3 09:29:01 mail \(name)/\(word)[42]: x"))
            #expect(line.daemon == daemon, "\(name)/\(word)")
            #expect(line.tag == "\(name)/\(word)")
            #expect(line.pid == 42)
        }
    }

    static let daemons: [(String, Daemon)] = [
        ("smtp", .smtp), ("lmtp", .lmtp), ("local", .local), ("virtual", .virtual),
        ("pipe", .pipe), ("error", .error), ("discard", .discard), ("qmgr", .qmgr),
        ("nqmgr", .qmgr), ("oqmgr", .qmgr), ("cleanup", .cleanup), ("pickup", .pickup),
        ("bounce", .bounce), ("smtpd", .smtpd), ("postsuper", .postsuper),
        ("master", .master), ("anvil", .other), ("scache", .other), ("SMTP", .other),
        ("smt", .other), ("smtpdd", .other), ("trivial-rewrite", .other), ("tlsmgr", .other),
    ]

    @Test func `long names of daemons are known too`() throws {
        for (word, daemon) in [("postscreen", Daemon.postscreen), ("tlsproxy", .tlsproxy)] {
            #expect(ReadLine("Nov  3 09:29:01 mail postfix/\(word)[1]: x")?.daemon == daemon)
        }
    }

    @Test func `a tag without a slash has no daemon, and is an agent's all the same`() throws {
        let line = try #require(
            ReadLine(
                "Nov  3 09:29:01 mail postfix[42]: 4F1A1B2: to=<b@x>, relay=none, status=deferred (x)"
            )
        )
        #expect(line.daemon == .unnamed)
        #expect(line.kind == .attempt)
    }

    @Test func `a sender is known without the queue manager's name`() throws {
        let head = "<22>1 2026-11-03T09:29:01.440830+00:00 us postfix 333 - -  6720EF80BAE: "
        let line = try #require(
            ReadLine(head + "from=<sender@us.example>, size=261, nrcpt=1 (queue active)")
        )
        #expect(line.kind == .active)
        #expect(line.queueID == "6720EF80BAE")
        #expect(line.content == "sender@us.example")
        let reply = try #require(
            ReadLine(head + "to=<b@x>, relay=none, status=deferred (451 later (queue active)")
        )
        #expect(reply.kind == .attempt)
    }

    @Test func `a tag of more than 64 bytes is not found`() {
        let name = String(repeating: "n", count: 64)
        #expect(ReadLine("Nov  3 09:29:01 mail \(name)/smtp[42]: x") == nil)
    }

    @Test(arguments: [1, 10, 4_194_304, 99_999_999, 4_294_967_295])
    func `process IDs of any length are read, by memory and afresh`(pid: UInt32) throws {
        let head = "Nov  3 09:29:01 mail postfix/smtp["
        let log = Array("\(head)7]: x\n\(head)\(pid)]: y\n".utf8)
        let bytes = log + [UInt8](repeating: 65, count: 256)
        var parser = LogLineParser()
        let first = head.utf8.count + 5
        #expect(ReadLine(bytes.span, 0..<first, &parser)?.pid == 7)
        let second = try #require(ReadLine(bytes.span, first + 1..<log.count - 1, &parser))
        #expect(second.pid == pid)
        #expect(second.text == "y")
    }
}
