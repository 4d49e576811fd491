import PostfixLog
import Testing

/// The head of a line in every form that a mail log comes in.
@Suite struct LineFormTests {
    struct Form: CustomTestStringConvertible, Sendable {
        let head: String
        let time: String
        var host = "mail"
        var tag = "postfix/smtp"
        var pid: UInt32 = 3913

        var testDescription: String { head }
    }

    static let traditional: [Form] = [
        Form(head: "Nov  3 09:29:01 mail postfix/smtp[3913]: ", time: "--11-03 09:29:01"),
        Form(head: "Nov 03 09:29:01 mail postfix/smtp[3913]: ", time: "--11-03 09:29:01"),
        Form(head: "Nov 13 23:59:60 mail postfix/smtp[3913]: ", time: "--11-14 00:00:00"),
        Form(head: "Feb 29 00:00:00 mail postfix/smtp[3913]: ", time: "--02-29 00:00:00"),
        Form(head: "Nov  3 2026 09:29:01 mail postfix/smtp[3913]: ", time: "2026-11-03 09:29:01"),
        Form(head: "Nov  3 09:29:01 2026 mail postfix/smtp[3913]: ", time: "2026-11-03 09:29:01"),
        Form(head: "2026 Nov  3 09:29:01 mail postfix/smtp[3913]: ", time: "2026-11-03 09:29:01"),
        Form(head: "2025 Mar  1 09:29:01 mail postfix/smtp[3913]: ", time: "2025-03-01 09:29:01"),
        Form(
            head: "Nov  3 09:29:01.25 mail postfix/smtp[3913]: ",
            time: "--11-03 09:29:01.250000"
        ),
        Form(
            head: "Nov  3 09:29:01.123456 mail postfix/smtp[3913]: ",
            time: "--11-03 09:29:01.123456"
        ),
        Form(head: "<22>Nov  3 09:29:01 mail postfix/smtp[3913]: ", time: "--11-03 09:29:01"),
        Form(head: "<150>Nov  3 09:29:01 mail postfix/smtp[3913]: ", time: "--11-03 09:29:01"),
        Form(
            head: "Nov  3 09:29:01 mail postfix/smtp[3913]: [ID 197553 mail.info] ",
            time: "--11-03 09:29:01"
        ),
        Form(head: "Nov  3 09:29:01 postfix/smtp[3913]: ", time: "--11-03 09:29:01", host: ""),
        Form(head: "Nov  3 09:29:01 mail postfix/smtp[3913]:", time: "--11-03 09:29:01"),
        Form(
            head: "Nov  3 09:29:01 2001:db8::1 postfix/smtp[3913]: ",
            time: "--11-03 09:29:01",
            host: "2001:db8::1"
        ),
    ]

    static let containers: [Form] = [
        Form(
            head: "postfix-1  | Nov 03 09:29:01 mail postfix/smtp[3913]: ",
            time: "--11-03 09:29:01"
        ),
        Form(
            head: "[pod/mail-7d9f/postfix] Nov 03 09:29:01 mail postfix/smtp[3913]: ",
            time: "--11-03 09:29:01"
        ),
        Form(
            head:
                "2026-11-03T09:29:01.123456789Z stdout F Nov 03 09:29:01 mail postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01.123456 +0"
        ),
        Form(
            head: "2026-11-03T09:29:01.123456789Z Nov 03 09:29:01 mail postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01.123456 +0"
        ),
        Form(
            head:
                "2026-11-03T09:29:02.5Z stderr F 2026-11-03T10:29:01+01:00 mail postfix/smtp[3913]: ",
            time: "2026-11-03 10:29:01 +60"
        ),
        Form(
            head: "2026-11-03T09:29:01Z mail mail-7d9f postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01 +0"
        ),
    ]

    static let standards: [Form] = [
        Form(
            head: "2026-11-03T09:29:01.123456+01:00 mail postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01.123456 +60"
        ),
        Form(
            head: "2026-11-03T09:29:01-03:30 mail postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01 -210"
        ),
        Form(
            head: "2026-11-03T09:29:01Z mail postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01 +0"
        ),
        Form(
            head: "2026-11-03T09:29:01+0100 mail postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01 +60"
        ),
        Form(
            head: "2026-11-03 09:29:01.000001234+05:45 mail postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01.000001 +345"
        ),
        Form(
            head: "2026-11-03 09:29:01 mail postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01"
        ),
        Form(
            head: "<22>1 2026-11-03T09:29:01.25Z mail postfix/smtp 3913 - - ",
            time: "2026-11-03 09:29:01.250000 +0"
        ),
        Form(
            head: "1 2026-11-03T09:29:01Z mail postfix/smtp 3913 - - ",
            time: "2026-11-03 09:29:01 +0"
        ),
        Form(
            head: "2026-11-03T09:29:01Z mail postfix/smtp 3913 - - ",
            time: "2026-11-03 09:29:01 +0"
        ),
        Form(
            head: "<22>1 2026-11-03T09:29:01Z mail postfix/smtp 3913 MSG1 "
                + #"[origin x="a\]b\"\\"][meta seq="1"] "#,
            time: "2026-11-03 09:29:01 +0"
        ),
        Form(
            head: "<22>1 2026-11-03T09:29:01Z mail postfix/smtp - - - ",
            time: "2026-11-03 09:29:01 +0",
            pid: 0
        ),
        Form(
            head: "<22>1 2026-11-03T09:29:01Z mail postfix 3913 - - ",
            time: "2026-11-03 09:29:01 +0",
            tag: "postfix"
        ),
    ]

    static let text =
        "4F1A1B2: to=<b@example.net>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, "
        + "status=deferred (connect to mx[192.0.2.1]:25: Connection refused)"

    @Test(arguments: traditional + containers + standards)
    func `a head is read in every form`(form: Form) throws {
        let line = try #require(ReadLine(form.head + Self.text))
        #expect(line.time == form.time)
        #expect(line.host == form.host)
        #expect(line.tag == form.tag)
        #expect(line.pid == form.pid)
        #expect(line.text == Self.text)
        #expect(line.kind == .attempt)
        #expect(line.queueID == "4F1A1B2")
    }

    @Test(arguments: traditional + containers + standards)
    func `zeros that a crash left before a line do not hide it`(form: Form) throws {
        let zeros = [UInt8](repeating: 0, count: 4_000)
        let line = try #require(ReadLine(bytes: zeros + Array((form.head + Self.text).utf8)))
        #expect(line.time == form.time)
        #expect(line.host == form.host)
        #expect(line.text == Self.text)
    }

    @Test(arguments: [
        "", " ", "\t", "x", "\u{0}", "   \t  ", "Nov", "Nov  3", "Nov  3 09:29:01",
        "Nov  3 09:29:01 ", "Nov  3 09:29:01 mail", "Nov  3 09:29:01 mail postfix/smtp[3913]",
        "Nov 32 09:29:01 mail postfix/smtp[3913]: x", "Nox  3 09:29:01 mail postfix/smtp[1]: x",
        "Nov  3 09:60:01 mail postfix/smtp[3913]: x", "2026-13-03T09:29:01Z mail a/b[1]: x",
        "Nov  3 09:29:01 mail kernel: eth0 up", "just some words [1]: x", "<22>", "<22>1 ",
        "2026-11-03T09:29:01Z mail postfix/smtp x9 - - x", "{\"not\": \"json", "\u{FEFF}",
    ])
    func `what is no log line is none`(line: String) {
        #expect(ReadLine(line) == nil)
    }

    @Test func `every cut of a line is read or refused, and stays inside its bytes`() {
        for form in Self.traditional + Self.containers + Self.standards {
            let bytes = Array((form.head + Self.text).utf8)
            for length in 0...bytes.count {
                let line = ReadLine(bytes: Array(bytes[..<length]))
                guard let line else { continue }
                let cut = String(decoding: bytes[..<length], as: UTF8.self)
                #expect(cut.hasSuffix(line.text), "\(length) bytes of \(form.head)")
            }
        }
    }
}
