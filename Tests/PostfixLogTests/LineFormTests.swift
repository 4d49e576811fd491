import ByteScan
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

    /// Heads as `journalctl -o short` writes them in locales other than C, all of 3 MONTH 09:29:01.
    @Test(
        arguments: [
            ("Jan Jän jan. janv. ene gen Oca янв", "01"), ("Feb feb. févr. Şub лют", "02"),
            ("Mar Mär März mars mar mrt мар", "03"), ("Apr avril abr. Nis kwi кві", "04"),
            ("Mai mai maj mag май тра", "05"), ("Jun juin giu Haz cze čen", "06"),
            ("Jul juil. lug Tem lip čec", "07"), ("Aug août ago Ağu sie srp", "08"),
            ("Sep sept. set Eyl wrz zář", "09"), ("Okt oct. ott out Eki paź říj", "10"),
            ("Nov nov. Kas lis marras", "11"), ("Dez déc. dic Ara gru", "12"),
        ]
    )
    func `months of other languages are read`(names: String, month: String) throws {
        for name in names.split(separator: " ") {
            for day in [" 3", "03"] {
                let line = "\(name) \(day) 09:29:01 mail postfix/smtp[3913]: 4F1A1: x y"
                let read = try #require(ReadLine(line), "\(line)")
                #expect(read.time == "--\(month)-03 09:29:01" && read.host == "mail")
                #expect(read.daemon == .smtp && read.queueID == "4F1A1")
            }
        }
    }

    @Test(arguments: ["Ocak", "Xyz", "Nov1", "a.", "juillet", "Mär:"])
    func `words that are no month's name begin no line`(word: String) {
        #expect(ReadLine("\(word)  3 09:29:01 mail postfix/smtp[3913]: 4F1A1: x y") == nil)
    }

    @Test func `a host may be called as a month is`() throws {
        for host in ["mars", "Mai", "set", "Nov"] {
            let read = try #require(
                ReadLine("Nov  3 09:29:01 \(host) postfix/smtp[3913]: 4F1A1: x y")
            )
            #expect(read.host == host && read.time == "--11-03 09:29:01")
        }
    }

    @Test func `tabs may stand between the parts of a head, and a mark before the text`() throws {
        let expected = try #require(ReadLine("Nov  3 09:29:01 mail postfix/smtp[7]: 4F1A1: x y"))
        let tabs = try #require(ReadLine("Nov  3 09:29:01\tmail\tpostfix/smtp[7]:\t4F1A1: x y"))
        #expect(tabs == expected)
        let head = "<22>1 2026-11-03T09:29:01Z mail postfix/smtp 7 - - "
        #expect(ReadLine(head + "\u{FEFF}4F1A1: x y") == ReadLine(head + "4F1A1: x y"))
        #expect(ReadLine(head + "\u{FEFF}4F1A1: x y")?.queueID == "4F1A1")
    }

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
            head:
                #"2026-11-03T10:29:01+01:00 {host="mail", job="x}"}  Nov  3 10:29:01 mail postfix/smtp[3913]: "#,
            time: "2026-11-03 10:29:01 +60"
        ),
        Form(
            head: "2026-11-03T09:29:01Z {} 2026-11-03T09:29:01Z mail postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01 +0"
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
            head: "1793698141.123456 mail postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01.123456 +0"
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

    /// What stands beside a host, or in its place, and is none: a severity would part the lines of
    /// one process.
    static let columns: [Form] = [
        Form(
            head: "2026-11-03T09:29:01.25+00:00 INFO    postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01.250000 +0",
            host: ""
        ),
        Form(
            head: "2026-11-03T09:29:01.25+00:00 WARNING postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01.250000 +0",
            host: ""
        ),
        Form(
            head: "Tue Nov  3 09:29:01 2026 mail.warn postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01",
            host: ""
        ),
        Form(
            head: "Nov  3 09:29:01 mail mail.info postfix/smtp[3913]: ",
            time: "--11-03 09:29:01"
        ),
        Form(
            head: "Nov  3 09:29:01 mail mail:info postfix/smtp[3913]: ",
            time: "--11-03 09:29:01"
        ),
        Form(
            head: "Nov  3 09:29:01 <mail.info> mail postfix/smtp[3913]: ",
            time: "--11-03 09:29:01"
        ),
        Form(
            head: "Nov  3 09:29:01 local0.notice mail postfix/smtp[3913]: ",
            time: "--11-03 09:29:01"
        ),
        Form(
            head: "Tue 2026-11-03 09:29:01 CET mail postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01"
        ),
        Form(
            head: "Tue 2026-11-03 09:29:01 +03 mail postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01"
        ),
        Form(
            head: "2026-11-03 09:29:01 EDGE postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01",
            host: "EDGE"
        ),
        Form(
            head: "Nov  3 09:29:01 mail.info.example postfix/smtp[3913]: ",
            time: "--11-03 09:29:01",
            host: "mail.info.example"
        ),
        Form(
            head: "Nov  3 09:29:01 info postfix/smtp[3913]: ",
            time: "--11-03 09:29:01",
            host: "info"
        ),
    ]

    /// What colours names on a terminal, and was caught by script(1) or 'docker compose --ansi always'.
    static let coloured: [Form] = [
        Form(
            head: "\u{1B}[36mpostfix-1  | \u{1B}[0mNov 03 09:29:01 mail postfix/smtp[3913]: ",
            time: "--11-03 09:29:01"
        ),
        Form(
            head:
                "\u{1B}[36;1mpostfix_1  |\u{1B}[0m 2026-11-03T09:29:01Z mail postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01 +0"
        ),
        Form(
            head:
                "\u{1B}[35m\u{1B}[Kmail.log\u{1B}[m\u{1B}[K\u{1B}[36m\u{1B}[K:\u{1B}[m\u{1B}[KNov  3 09:29:01 mail postfix/smtp[3913]: ",
            time: "--11-03 09:29:01"
        ),
    ]

    /// grep over several files, or with line numbers, and with the lines around those found.
    static let searched: [Form] = [
        Form(
            head: "/var/log/mail.log.2.gz:Nov  3 09:29:01 mail postfix/smtp[3913]: ",
            time: "--11-03 09:29:01"
        ),
        Form(
            head: "217:2026-11-03T09:29:01Z mail postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01 +0"
        ),
        Form(
            head: "mail.log:217:Nov  3 09:29:01 mail postfix/smtp[3913]: ",
            time: "--11-03 09:29:01"
        ),
        Form(
            head: "217-Nov  3 09:29:01 mail postfix/smtp[3913]: ",
            time: "--11-03 09:29:01"
        ),
        Form(
            head: "/var/log/mail.log.2.gz-Nov  3 09:29:01 mail postfix/smtp[3913]: ",
            time: "--11-03 09:29:01"
        ),
        Form(
            head: "mail-2026-11.log-217-2026-11-03T09:29:01Z mail postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01 +0"
        ),
    ]

    /// metalog, Barracuda's gateway, and templates that leave the process ID out.
    static let unnumbered: [Form] = [
        Form(
            head: "Nov  3 09:29:01 [postfix/smtp] ",
            time: "--11-03 09:29:01",
            host: "",
            pid: 0
        ),
        Form(
            head: "Nov 03 09:29:01 2026 mail outbound/smtp: ",
            time: "2026-11-03 09:29:01",
            tag: "outbound/smtp",
            pid: 0
        ),
        Form(
            head: "2026-11-03T09:29:01Z mail postfix/relay/smtp: ",
            time: "2026-11-03 09:29:01 +0",
            tag: "postfix/relay/smtp",
            pid: 0
        ),
    ]

    /// A container's log in the syslog or journal of its host.
    static let nested: [Form] = [
        Form(
            head:
                "Nov  3 09:29:02 edge 8a7b6c5d4e3f[77]: Nov 03 07:29:01 mail postfix/smtp[3913]: ",
            time: "--11-03 09:29:02"
        ),
        Form(
            head:
                "2026-11-03T09:29:02Z edge docker-mail-8a7b[77]: Nov 03 09:29:01 mail postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:02 +0"
        ),
        Form(
            head:
                "Nov  3 09:29:02 edge mail[77]: 2026-11-03T09:29:01+01:00 mail postfix/smtp[3913]: ",
            time: "2026-11-03 09:29:01 +60"
        ),
    ]

    static let all =
        traditional + containers + standards + columns + coloured + searched + unnumbered + nested

    static let text =
        "4F1A1B2: to=<b@example.net>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, "
        + "status=deferred (connect to mx[192.0.2.1]:25: Connection refused)"

    @Test(arguments: all)
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

    @Test(arguments: all)
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
        "Nov  3 09:29:01 mail dovecot: imap-login: Login", "Nov  3 09:29:01 mail a/b: x",
        "Nov  3 09:29:01 [opendkim] x", "Nov  3 09:29:01 [a/b] x", "a:b:c d:e",
    ])
    func `what is no log line is none`(line: String) {
        #expect(ReadLine(line) == nil)
    }

    @Test func `every cut of a line is read or refused, and stays inside its bytes`() {
        for form in Self.all {
            let bytes = Array((form.head + Self.text).utf8)
            for length in 0...bytes.count {
                let line = ReadLine(bytes: Array(bytes[..<length]))
                guard let line else { continue }
                let cut = String(decoding: bytes[..<length], as: UTF8.self)
                #expect(cut.hasSuffix(line.text), "\(length) bytes of \(form.head)")
            }
        }
    }

    @Test func `a line inside a line tells when its host or time is another`() throws {
        let heads = [
            "Nov  3 09:29:01 edge postfix/smtp[1]: ",
            "Nov  3 09:29:01 mail 8a7b[77]: Nov  3 09:29:01 mail postfix/smtp[1]: ",
            "Nov  3 09:29:01 mail 8a7b[77]: no line of its own",
            "Nov  3 09:29:01 edge postfix/smtp[1]: ",
        ]
        let lines = heads.map { Array(($0 + Self.text + "\n").utf8) }
        let bytes = lines.flatMap(\.self) + [UInt8](repeating: 0, count: 512)
        var parser = LogLineParser()
        var line = LogLine()
        var start = 0
        var hosts: [String] = []
        for length in lines.map(\.count) {
            #expect(parser.parse(bytes.span, start, start + length - 1, &line))
            hosts.append(bytes.span.text(parser.host))
            #expect(parser.hostChanged == (hosts.count == 1 || hosts.last != hosts.dropLast().last))
            start += length
        }
        #expect(hosts == ["edge", "mail", "mail", "edge"])
    }
}
