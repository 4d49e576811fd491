import ByteScan
import PostfixLog
import Testing

/// Delivery attempts as Postfix 2.2 to 3.11 log them.
@Suite struct AttemptTests {
    struct Fields: Equatable {
        var to = ""
        var origTo = ""
        var relay = ""
        var delay = ""
        var delays = ""
        var dsn = ""
        var word = ""
        var status = DeliveryStatus.other
        var reason = ""
        var isTruncated = false
        var domain = ""

        init?(_ text: String) {
            let bytes = Array(text.utf8) + Array(repeatElement(UInt8(ascii: ">"), count: 200))
            let range = ByteRange(0, text.utf8.count)
            guard let found = DeliveryAttempt.parse(bytes.span, range) else { return nil }
            to = bytes.span.text(found.recipient)
            origTo = bytes.span.text(found.originalRecipient)
            relay = bytes.span.text(found.relay)
            delay = bytes.span.text(found.delay)
            delays = bytes.span.text(found.delays)
            dsn = bytes.span.text(found.enhancedStatusCode)
            word = bytes.span.text(found.statusWord)
            status = found.status
            reason = bytes.span.text(found.reason)
            isTruncated = found.isTruncated
            domain = bytes.span.text(found.domain(in: bytes.span))
        }
    }

    @Test(arguments: [
        ("", "", ""), (", conn_use=3", "", ""), ("", ", tls=may", ""),
        (", conn_use=2", ", tls=!dane-only:none?/requiretls", ""), ("", "", ", future=1/2"),
        (", conn_use=12", ", tls=may, other=x y", ", more="),
    ])
    func `fields are read by their keys, and unknown ones skipped`(
        use: String,
        tls: String,
        more: String
    ) throws {
        let text =
            "to=<b@Example.NET>, orig_to=<info@example.com>, relay=mx1.example.net[192.0.2.1]:25\(use), "
            + "delay=12, delays=0.1/0/10/1.9\(tls), dsn=4.7.1\(more), status=deferred (host said: 451 x)"
        let fields = try #require(Fields(text))
        #expect(fields.to == "b@Example.NET")
        #expect(fields.origTo == "info@example.com")
        #expect(fields.relay == "mx1.example.net[192.0.2.1]:25")
        #expect(fields.delay == "12")
        #expect(fields.delays == "0.1/0/10/1.9")
        #expect(fields.dsn == "4.7.1")
        #expect(fields.status == .deferred)
        #expect(fields.reason == "host said: 451 x")
        #expect(fields.domain == "Example.NET")
        #expect(!fields.isTruncated)
    }

    @Test func `Postfix 2_2 logs neither delays nor dsn`() throws {
        let fields = try #require(
            Fields("to=<b@x>, relay=mx.x[192.0.2.1], delay=3, status=deferred (connect to x: y)")
        )
        #expect(fields.relay == "mx.x[192.0.2.1]")
        #expect(fields.delays == "" && fields.dsn == "")
        #expect(fields.reason == "connect to x: y")
    }

    @Test(arguments: [
        ("sent", DeliveryStatus.sent), ("deferred", .deferred), ("bounced", .bounced),
        ("expired", .expired), ("force-expired", .expired), ("SOFTBOUNCE", .softBounce),
        ("deliverable", .deliverable), ("undeliverable", .undeliverable),
        ("undeliverable-but-not-cached", .undeliverable), ("Deferred", .other),
        ("softbounce", .other), ("new", .other),
    ])
    func `a status is what its word says`(word: String, status: DeliveryStatus) throws {
        let fields = try #require(Fields("to=<b@x>, relay=none, status=\(word) (why)"))
        #expect(fields.status == status)
        #expect(fields.word == word)
        #expect(fields.reason == "why")
    }

    @Test(arguments: [
        #""a>, relay=x, delay=0, delays=0/0/0/0, dsn=2.0.0, status=sent (ok"@example.net"#,
        #""a\">, relay=x, status=sent (ok"@example.net"#,
        #""a\\\">, orig_to=<z>, relay=x, status=sent (ok"@example.net"#,
        "a>b@example.net", "\"unfinished@example.net", "", "@", "ü@example.net",
        #"",""@"# + "example.net", "a, orig_to=<b@example.net",
    ])
    func `a recipient can spoof no field`(recipient: String) throws {
        let fields = try #require(
            Fields("to=<\(recipient)>, relay=none, delay=1, dsn=4.4.1, status=deferred (true)")
        )
        #expect(fields.to == recipient)
        #expect(fields.relay == "none")
        #expect(fields.status == .deferred)
        #expect(fields.reason == "true")
        let both = try #require(
            Fields("to=<\(recipient)>, orig_to=<\(recipient)>, relay=none, status=deferred (true)")
        )
        #expect(both.to == recipient)
        #expect(both.origTo == recipient)
        #expect(both.reason == "true")
    }

    @Test(arguments: [
        "host mx said: 250 2.0.0, status=sent (ok", "a) to=<x>, relay=y, status=bounced (b",
        "(in reply to end of DATA command", "((", "))", ")", "é\u{9B}31m", "x) ", "",
        "host h[192.0.2.1] said: 451 Nov  3 09:29:01 mail postfix/smtp[1]: 4F1A1: to=<b@x>, status=sent (o",
    ])
    func `the reason is all that stands in the outermost parentheses`(reason: String) throws {
        let fields = try #require(Fields("to=<b@x>, relay=none, status=deferred (\(reason))"))
        #expect(fields.reason == reason)
        #expect(!fields.isTruncated)
        #expect(fields.status == .deferred)
    }

    @Test func `a line that was cut tells so, or is no attempt`() {
        let text =
            "to=<b@example.net>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, "
            + "status=deferred (connect to x: Connection refused)"
        let whole = text.utf8.count
        let wordEnd = text.utf8.count - "(connect to x: Connection refused)".utf8.count - 1
        for length in 4..<whole {
            let fields = Fields(String(text.prefix(length)))
            #expect((fields != nil) == (length >= wordEnd), "\(length)")
            #expect(fields?.isTruncated ?? true, "\(length)")
            if let fields { #expect(fields.status == .deferred) }
        }
    }

    @Test func `without a recipient only the status is read`() throws {
        let fields = try #require(Fields("status=deferred (bounce failed)"))
        #expect(fields.to == "")
        #expect(fields.status == .deferred)
        #expect(fields.reason == "bounce failed")
    }

    @Test(arguments: [
        ("127.0.0.1[127.0.0.1]:10024", true), ("localhost[::1]:10024", true),
        ("mail[private/dovecot-lmtp]", true), ("mail[/run/dovecot/lmtp]", true),
        ("none", false), ("local", false), ("mx[192.0.2.127]:25", false),
        ("mx[2001:db8::1]:25", false), ("127.0.0.1", false), ("", false),
    ])
    func `loopback and sockets are local relays`(relay: String, isLocal: Bool) throws {
        let text = Array("to=<b@x>, relay=\(relay), status=deferred (x)".utf8)
        let bytes = text + [UInt8](repeating: 47, count: blockSlack)
        let attempt = DeliveryAttempt.parse(bytes.span, ByteRange(0, text.count))
        let found = try #require(attempt)
        let isFoundLocal = found.isRelayLocal(in: bytes.span)
        #expect(isLocal == isFoundLocal)
    }

    @Test func `fields are found whatever their distance from each other`() throws {
        for length in 0..<200 {
            let filler = String(repeating: "x", count: length)
            let text =
                "to=<\(filler)@x>, relay=\(filler), a=\(filler), dsn=4.0.0, delay=\(filler), "
                + "status=deferred (\(filler))"
            let fields = try #require(Fields(text), "\(length)")
            #expect(fields.relay == filler && fields.delay == filler && fields.dsn == "4.0.0")
            #expect(fields.reason == filler)
        }
    }
}
