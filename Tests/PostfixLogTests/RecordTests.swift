import PostfixLog
import Testing

/// What a line says, by daemon.
@Suite struct RecordTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let line: String
        let kind: LineKind
        var queueID = ""
        var content = ""

        var testDescription: String { line }

        init(_ line: String, _ kind: LineKind, _ queueID: String = "", _ content: String = "") {
            self.line = line
            self.kind = kind
            self.queueID = queueID
            self.content = content
        }
    }

    static let lives: [Row] = [
        Row("cleanup[1]: 4F1A1B2: message-id=<m@x>", .messageID, "4F1A1B2", "<m@x>"),
        Row("cleanup[1]: 4F1A1B2: message-id=", .messageID, "4F1A1B2"),
        Row(
            "cleanup[1]: 4F1A1B2: message-id=<to=<b@x>, status=sent (ok)>",
            .messageID,
            "4F1A1B2",
            "<to=<b@x>, status=sent (ok)>"
        ),
        Row("cleanup[1]: 4F1A1B2: resent-message-id=<r@x>", .ignored),
        Row(
            "cleanup[1]: 4F1A1B2: hold: header Subject: x from web[192.0.2.9]; from=<a>",
            .held,
            "4F1A1B2"
        ),
        Row("cleanup[1]: 4F1A1B2: canceled", .canceled, "4F1A1B2"),
        Row("pickup[1]: 4F1A1B2: uid=0 from=<root>", .pickedUp, "4F1A1B2"),
        Row(
            "pickup[1]: 4F1A1B2: uid=0 from=<root> orig_id=5B2C3D4",
            .pickedUp,
            "4F1A1B2",
            "5B2C3D4"
        ),
        Row(#"pickup[1]: 4F1A1B2: uid=9 from=<"x orig_id=5B2C3D4 y"@x>"#, .pickedUp, "4F1A1B2"),
        Row(#"pickup[1]: 4F1A1B2: uid=9 from=<x> orig_id=5B2C3D4 y>"#, .pickedUp, "4F1A1B2"),
        Row(#"pickup[1]: 4F1A1B2: uid=9 from=<x> orig_id=5B2C3D4>"#, .pickedUp, "4F1A1B2"),
        Row(
            #"pickup[1]: 4F1A1B2: uid=9 from=<x> orig_id=6B2C3D4> orig_id=5B2C3D4"#,
            .pickedUp,
            "4F1A1B2",
            "5B2C3D4"
        ),
        Row(
            "qmgr[1]: 4F1A1B2: from=<a@x>, size=9, nrcpt=1 (queue active)",
            .active,
            "4F1A1B2",
            "a@x"
        ),
        Row("qmgr[1]: 4F1A1B2: from=<>, size=9, nrcpt=1 (queue active)", .active, "4F1A1B2"),
        Row(
            #"qmgr[1]: 4F1A1B2: from=<"a>, size=1"@x>, size=9, nrcpt=1 (queue active)"#,
            .active,
            "4F1A1B2",
            #""a>, size=1"@x"#
        ),
        Row("qmgr[1]: 4F1A1B2: removed", .removed, "4F1A1B2"),
        Row("qmgr[1]: 4Tqz1x0wTGz9sX: removed", .removed, "4Tqz1x0wTGz9sX"),
        Row(
            "qmgr[1]: 4F1A1B2: from=<a@x>, status=expired, returned to sender",
            .expired,
            "4F1A1B2"
        ),
        Row(
            "qmgr[1]: 4F1A1B2: from=<a@x>, status=force-expired, returned to sender",
            .expired,
            "4F1A1B2"
        ),
        Row("postsuper[1]: 4F1A1B2: removed", .deleted, "4F1A1B2"),
        Row("postsuper[1]: 4F1A1B2: placed on hold", .held, "4F1A1B2"),
        Row("postsuper[1]: 4F1A1B2: released from hold", .released, "4F1A1B2"),
        Row("postsuper[1]: 4F1A1B2: requeued", .requeued, "4F1A1B2"),
        Row("postsuper[1]: Deleted: 1 message", .ignored),
        Row("smtpd[1]: connect from web[192.0.2.9]", .ignored),
        Row("smtpd[1]: disconnect from web[192.0.2.9] ehlo=1 quit=1 commands=2", .ignored),
        Row("smtpd[1]: 4F1A1B2: client=web[192.0.2.9]", .ignored),
        Row(
            "smtpd[1]: 4F1A1B2: client=web[192.0.2.9], sasl_method=PLAIN, sasl_username=bob",
            .ignored
        ),
        Row(
            "smtpd[1]: 4F1A1B2: client=localhost[127.0.0.1], orig_queue_id=5B2C3D4, orig_client=web[192.0.2.9]",
            .reinjected,
            "4F1A1B2",
            "5B2C3D4"
        ),
        Row(
            "smtpd[1]: 4F1A1B2: client=localhost[127.0.0.1], orig_queue_id=5B2C3D4",
            .reinjected,
            "4F1A1B2",
            "5B2C3D4"
        ),
        Row(
            "smtpd[1]: NOQUEUE: reject: RCPT from x[192.0.2.3]: 450 4.7.1 <h>: Helo; from=<a> to=<b>",
            .ignored
        ),
        Row("smtpd[1]: 4F1A1B2: reject: RCPT from x[192.0.2.3]: 451 status=deferred (x)", .ignored),
    ]

    static let others: [Row] = [
        Row(
            "smtp[1]: 4F1A1B2: to=<b@x>, relay=none, status=deferred (x)",
            .attempt,
            "4F1A1B2",
            "to=<b@x>, relay=none, status=deferred (x)"
        ),
        Row(
            "smtp[1]: 4F1A1B2: status=deferred (bounce failed)",
            .attempt,
            "4F1A1B2",
            "status=deferred (bounce failed)"
        ),
        Row(
            "bounce[1]: 4F1A1B2: status=deferred (bounce failed)",
            .attempt,
            "4F1A1B2",
            "status=deferred (bounce failed)"
        ),
        Row("bounce[1]: 4F1A1B2: sender non-delivery notification: 5B2C3D4", .ignored),
        Row(
            "smtp[1]: connect to mx[192.0.2.1]:25: Connection refused",
            .companion,
            "",
            "connect to mx[192.0.2.1]:25: Connection refused"
        ),
        Row(
            "smtp[1]: 4F1A1B2: host mx[192.0.2.1] said: 451 later (in reply to RCPT TO command)",
            .companion,
            "4F1A1B2",
            "host mx[192.0.2.1] said: 451 later (in reply to RCPT TO command)"
        ),
        Row("smtp[1]: Trusted TLS connection established to mx[192.0.2.1]:25: TLSv1.3", .ignored),
        Row("smtp[1]: Untrusted TLS connection established to mx[192.0.2.1]:25: TLSv1.3", .ignored),
        Row(
            "qmgr[1]: warning: mail for x is using up 5 of 9 active queue entries",
            .trouble,
            "",
            "warning: mail for x is using up 5 of 9 active queue entries"
        ),
        Row(
            "master[1]: warning: process smtp pid 9 killed by signal 11",
            .trouble,
            "",
            "warning: process smtp pid 9 killed by signal 11"
        ),
        Row("smtpd[1]: error: open /x[1]", .trouble, "", "error: open /x[1]"),
        Row("smtpd[1]: fatal: host x[192.0.2.3]", .trouble, "", "fatal: host x[192.0.2.3]"),
        Row("smtp[1]: [305B blob data]", .gap, "", "[305B blob data]"),
        Row("lmtp[1]: [1.2K blob data]", .gap, "", "[1.2K blob data]"),
        Row("smtpd[1]: [305B blob data]", .gap, "", "[305B blob data]"),
        Row("smtpd[1]: [ blob data]", .ignored), Row("smtpd[1]: [x y blob data]", .ignored),
        Row("anvil[1]: statistics: max connection rate 1/60s", .ignored),
        Row("smtpd[1]: ", .ignored), Row("smtp[1]: ", .companion), Row("qmgr[1]: ", .ignored),
        Row("qmgr[1]: x", .ignored),
    ]

    @Test(arguments: lives + others)
    func `a line says what its daemon says`(row: Row) throws {
        let line = try #require(ReadLine("Nov  3 09:29:01 mail postfix/" + row.line))
        #expect(line.kind == row.kind)
        #expect(line.queueID == row.queueID)
        #expect(line.content == row.content)
    }

    @Test(arguments: [
        "4F1A1", "0123456789ABCDEF", "ABCDEF", "4Tqz1x0wTGz9sX", "3rN6tX1b2Cz123456zYt",
        "4F1A1B2C3D4E5F60718293", "74518184B135_69AF926B",
    ])
    func `queue IDs are known by their alphabet`(id: String) throws {
        let line = try #require(
            ReadLine("Nov  3 09:29:01 mail postfix/local[1]: \(id): message-id=<m>")
        )
        #expect(line.queueID == id)
        let slow = try #require(
            ReadLine(
                "Nov  3 09:29:01 mail postfix/bounce[1]: \(id): status=deferred (bounce failed)"
            )
        )
        #expect(slow.queueID == id)
    }

    @Test(arguments: [
        "4F1", "4f1a1b2", "NOQUEUE", "status", "4F1A1-B2", "4Tqz1x0wTGz9sa", "_4F1A1B2",
        "4Tqz1x0wTG_z9sX",
    ])
    func `other words before a colon are no queue IDs`(word: String) throws {
        let line = try #require(
            ReadLine(
                "Nov  3 09:29:01 mail postfix/bounce[1]: \(word): status=deferred (bounce failed)"
            )
        )
        #expect(line.kind == .ignored)
    }
}
