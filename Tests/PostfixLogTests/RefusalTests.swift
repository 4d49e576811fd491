import PostfixLog
import Testing

/// What header_checks, body_checks and milters decide on a whole message, as Postfix 3.7 logs it.
@Suite struct RefusalTests {
    private static let client = "unknown[192.0.2.1]"
    private static let session =
        "from=<a@client.example> to=<b@dest.test> proto=ESMTP helo=<cl.example>"
    private static let pickup = "from=<a@us.example> to=<b@dest.test>"

    @Test(arguments: [
        "milter-reject: END-OF-MESSAGE from \(client): 5.7.1 Spam message rejected; \(session)",
        "milter-reject: END-OF-MESSAGE from \(client): 4.7.1 Greylisting, try again later; \(session)",
        "milter-discard: END-OF-MESSAGE from \(client): milter triggers DISCARD action; \(session)",
        "reject: header Subject: rejectme from \(client); \(session): 5.7.1 no",
        "discard: header Subject: discardme from \(client); \(session): away",
        "discard: header Subject: discardme from local; \(pickup): away",
        // It stays in the maildrop, and comes again under another ID.
        "milter-reject: CONNECT from localhost[127.0.0.1]: 4.7.1 Service unavailable - try again later; from=<sender@us.example>",
    ])
    func `a message that is refused or discarded comes into no queue`(words: String) throws {
        let line = try #require(Self.read("cleanup", words))
        #expect(line.kind == .refused)
        #expect(line.queueID == "042A4F808D7")
        #expect(line.content == words)
    }

    @Test(arguments: [
        "reject: header Subject: rejectme from local; \(pickup): 5.7.1 no",
        "milter-reject: END-OF-MESSAGE from localhost[127.0.0.1]: 5.7.1 Spam message rejected; \(pickup)",
    ])
    func `what cleanup returns to its sender itself goes on under its ID`(words: String) throws {
        #expect(try #require(Self.read("cleanup", words)).kind == .ignored)
    }

    /// Source: Postfix 3.7.11 with a table that does not answer, and beyond message_size_limit.
    @Test(arguments: [
        "virtual_alias_maps map lookup problem for m@example.org -- message not accepted, try again later",
        "queue file size limit exceeded",
    ])
    func `what cleanup does not accept comes into no queue`(words: String) throws {
        let line = try #require(
            ReadLine("Dec 01 01:25:58 mx postfix/cleanup[523]: warning: 776CFF98676: \(words)")
        )
        #expect(line.kind == .refused && line.queueID == "776CFF98676")
        #expect(line.content == "warning: 776CFF98676: \(words)")
        let smtpd = ReadLine("Dec 01 01:25:58 mx postfix/smtpd[5]: warning: 776CFF98676: \(words)")
        #expect(smtpd?.kind == .trouble)
    }

    @Test func `smtpd refuses a recipient, not the message`() throws {
        let words = "milter-reject: RCPT from \(Self.client): 550 5.7.1 no; \(Self.session)"
        #expect(try #require(Self.read("smtpd", words)).kind == .ignored)
    }

    @Test(arguments: ["cleanup", "smtpd"])
    func `a milter can put a message on hold`(daemon: String) throws {
        let words =
            "milter-hold: END-OF-MESSAGE from \(Self.client): milter triggers HOLD action; "
            + Self.session
        let line = try #require(Self.read(daemon, words))
        #expect(line.kind == .held)
        #expect(line.queueID == "042A4F808D7")
    }

    private static func read(_ daemon: String, _ words: String) -> ReadLine? {
        ReadLine("Nov 30 22:01:44 us postfix/\(daemon)[181]: 042A4F808D7: \(words)")
    }
}
