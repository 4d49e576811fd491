import ByteScan
import PostfixLog
import Testing

/// Log lines that are wrapped in JSON.
@Suite struct JSONLinesTests {
    private static func rewrite(_ text: String) -> (lines: [[UInt8]], starts: [Int]) {
        let count = text.utf8.count
        let bytes = Array(text.utf8) + [UInt8](repeating: UInt8(ascii: "\""), count: blockSlack)
        var plain = JSONLines()
        plain.rewrite(bytes.span, 0..<count)
        let lines = plain.bytes[..<plain.count]
            .split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
        return (lines.dropLast(), plain.starts)
    }

    private static func line(_ text: String) -> String? {
        rewrite(text).lines.first.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func journal(_ message: String, host: String = #""mail""#) -> String {
        #"{"__CURSOR":"s=1;i=2","__REALTIME_TIMESTAMP":"1793698141123456","_HOSTNAME":\#(host),"#
            + #""PRIORITY":"6","SYSLOG_IDENTIFIER":"postfix/smtp","_PID":"3913","MESSAGE":\#(message)}"#
    }

    @Test(arguments: [
        (#""4F1A1: removed""#, "4F1A1: removed"), ("[52,70, 49 ,65,49,200]", "4F1A1\u{FFFD}"),
        (#""a\tb\\c\"d\/e""#, "a\tb\\c\"d/e"), (#""a\nb\rc\u0000d""#, "a b c d"),
        (#""\u00e9\u20ac""#, "é€"), (#""\ud83d\ude00!""#, "😀!"), (#""\ud83d!""#, "\u{FFFD}!"),
        (#""\ude00!""#, "\u{FFFD}!"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
        (#""x\u12""#, "x\u{FFFD}12"), (#""ü""#, "ü"), (#""a\bb\fc""#, "a\u{8}b\u{C}c"),
    ])
    func `a journal entry becomes a line with its time, host and tag`(
        message: String,
        text: String
    ) throws {
        let line = try #require(Self.line(Self.journal(message)))
        #expect(line == "2026-11-03T09:29:01.123456Z mail postfix/smtp[3913]: \(text)")
    }

    @Test(arguments: [
        "null", "{}", "1", "true", "",
    ])
    func `an entry without a text stays as it is`(message: String) {
        let entry = Self.journal(message)
        #expect(Self.line(entry) == entry)
    }

    @Test func `SYSLOG_PID goes before _PID, and both may be missing`() {
        let head =
            #"{"__REALTIME_TIMESTAMP":"1793698141000000","SYSLOG_IDENTIFIER":"postfix/smtp","#
        let tail = #""MESSAGE":"x"}"#
        let time = "2026-11-03T09:29:01.000000Z "
        #expect(
            Self.line(head + #""_PID":"1","SYSLOG_PID":"2","# + tail) == time + "postfix/smtp[2]: x"
        )
        #expect(
            Self.line(head + #""SYSLOG_PID":"2","_PID":"1","# + tail) == time + "postfix/smtp[2]: x"
        )
        #expect(Self.line(head + tail) == time + "postfix/smtp[0]: x")
    }

    @Test func `a container's wrapper gives its time to the line inside`() throws {
        let inner = "Nov 03 09:29:01 mail postfix/smtp[3913]: 4F1A1: to=<b@x>, status=deferred (x)"
        let wrapped = #"{"log":"\#(inner)\n","stream":"stdout","time":"2026-11-03T09:29:01.5Z"}"#
        let line = try #require(Self.line(wrapped))
        #expect(line == "2026-11-03T09:29:01.5Z " + inner)
        let read = try #require(ReadLine(line))
        #expect(read.time == "2026-11-03 09:29:01.500000 +0")
        #expect(read.host == "mail")
        #expect(read.kind == .attempt)
    }

    @Test(arguments: [
        #"{"message":"Nov  3 09:29:01 mail postfix/smtp[1]: x","@timestamp":"2026-11-03T09:29:01Z"}"#,
        #"{"a":{"b":[1,{"log":"no"}]},"log":"Nov  3 09:29:01 mail postfix/smtp[1]: x","time":"2026-11-03T09:29:01Z","#
            + #""n":-1.5e3,"t":true}"#,
        #"  { "timestamp" : "2026-11-03T09:29:01Z" , "log" : "Nov  3 09:29:01 mail postfix/smtp[1]: x" }"#,
    ])
    func `members come in any order, among others`(wrapped: String) {
        #expect(
            Self.line(wrapped) == "2026-11-03T09:29:01Z Nov  3 09:29:01 mail postfix/smtp[1]: x"
        )
    }

    @Test(arguments: [
        // fluentd, Fluent Bit, Vector, rsyslog's templates, syslog-ng, mailcow's log.
        #"{"time":"2026-11-03T09:29:01Z","host":"mail","ident":"postfix/smtp","pid":"3913","message":"TEXT"}"#,
        #"{"date":1793698141.0,"host":"mail","ident":"postfix/smtp","pid":"3913","message":"TEXT"}"#,
        #"{"appname":"postfix/smtp","hostname":"mail","message":"TEXT","procid":3913,"timestamp":"2026-11-03T09:29:01Z"}"#,
        #"{"timestamp":"2026-11-03T09:29:01Z","host":"mail","syslogtag":"postfix/smtp[3913]:","msg":" TEXT"}"#,
        #"{"PROGRAM":"postfix/smtp","PID":"3913","MESSAGE":"TEXT","HOST":"mail","DATE":"2026-11-03T09:29:01Z"}"#,
        #"{"time":"1793698141","program":"postfix/smtp","pid":3913,"host":"mail","message":"TEXT"}"#,
        #"{"timestamp":1793698141000,"program":"postfix/smtp","pid":3913,"host":"mail","message":"TEXT"}"#,
        // GELF, Elastic's common schema nested, flat and in an answer, Azure's Syslog table.
        #"{"version":"1.1","host":"mail","short_message":"TEXT","timestamp":1793698141.0,"level":6,"_application_name":"postfix/smtp","_process_id":"3913"}"#,
        #"{"@timestamp":"2026-11-03T09:29:01Z","message":"TEXT","process":{"name":"postfix/smtp","pid":3913},"host":{"hostname":"mail"},"log":{"file":{"path":"/var/log/mail.log"}}}"#,
        #"{"@timestamp":"2026-11-03T09:29:01Z","log":{"syslog":{"appname":"postfix/smtp","procid":"3913","hostname":"mail"}},"message":"TEXT"}"#,
        #"{"@timestamp":"2026-11-03T09:29:01Z","process.name":"postfix/smtp","process.pid":3913,"host.hostname":"mail","message":"TEXT"}"#,
        #"{"_index":"mail","_source":{"@timestamp":"2026-11-03T09:29:01Z","process":{"name":"postfix/smtp","pid":3913},"host":{"name":"mail"},"message":"TEXT"}}"#,
        #"{"TimeGenerated":"2026-11-03T09:29:01Z","Computer":"mail","ProcessName":"postfix/smtp","ProcessID":3913,"SyslogMessage":"TEXT"}"#,
        // fluentd's out_file, and what Fluent Bit prints, before 2.1 and since.
        "2026-11-03T09:29:01+00:00\tmail.postfix\t"
            + #"{"host":"mail","ident":"postfix/smtp","pid":"3913","message":"TEXT"}"#,
        #"[0] mail: [1793698141.000000000, {"host"=>"mail", "ident"=>"postfix/smtp", "pid"=>"3913", "message"=>"TEXT"}]"#,
        #"[7] mail: [[1793698141.000000000, {}], {"host"=>"mail", "ident"=>"postfix/smtp", "pid"=>"3913", "message"=>"TEXT"}]"#,
    ])
    func `a program in a member of its own becomes the tag`(wrapped: String) throws {
        let text = "4F1A1: to=<b@x>, status=deferred (x)"
        let line = try #require(Self.line(wrapped.replacing("TEXT", with: text)))
        let read = try #require(ReadLine(line))
        #expect(read.time == "2026-11-03 09:29:01 +0")
        #expect(read.host == "mail")
        #expect(read.tag == "postfix/smtp")
        #expect(read.pid == 3913)
        #expect(read.text == text)
        #expect(read.kind == .attempt)
    }

    @Test(arguments: [
        // A container's tag, an object for the host, a number for the time: the line inside counts.
        #"{"tag":"docker.mail","log":"LINE","time":"2026-11-03T09:29:01Z"}"#,
        #"{"line":"LINE","timestamp":"2026-11-03T09:29:01Z","labels":{"app":"x"}}"#,
        #"{"host":{"name":"edge"},"message":"LINE","@timestamp":"2026-11-03T09:29:01Z"}"#,
        #"{"tag":"docker/mail","log":"LINE","time":"2026-11-03T09:29:01Z"}"#,
        #"{"insertId":"a1","textPayload":"LINE","timestamp":"2026-11-03T09:29:01Z","resource":{"type":"k8s"}}"#,
        #"{"insertId":"a1","jsonPayload":{"message":"LINE"},"timestamp":"2026-11-03T09:29:01Z"}"#,
        #"{"version":"1.1","host":"edge","short_message":"LINE","timestamp":1793698141.0,"level":6}"#,
        #"[0] tail.0: [[1793698141.000000000, {}], {"log"=>"LINE"}]"#,
        #"{"@timestamp":"2026-11-03T09:29:01Z","message":"LINE","log":{"offset":77,"file":{"path":"/m"}}}"#,
    ])
    func `a whole line in a member counts, whatever else is told`(wrapped: String) throws {
        let inner = "Nov 03 09:29:01 mail postfix/smtp[3913]: 4F1A1: to=<b@x>, status=deferred (x)"
        let line = try #require(Self.line(wrapped.replacing("LINE", with: inner)))
        let read = try #require(ReadLine(line))
        #expect(read.time == "2026-11-03 09:29:01 +0")
        #expect(read.host == "mail")
        #expect(read.tag == "postfix/smtp")
        #expect(read.kind == .attempt)
    }

    @Test(arguments: [
        #"{"time":true,"program":"postfix/smtp","message":"x"}"#,
        #"{"time":99999999999999999999,"program":"postfix/smtp","message":"x"}"#,
        #"{"program":"postfix/smtp","message":"x"}"#,
    ])
    func `of an entry without a time the text is left`(wrapped: String) {
        #expect(Self.line(wrapped) == "x")
    }

    @Test func `a program without a text stays as it is`() {
        let entry = #"{"time":"2026-11-03T09:29:01Z","program":"postfix/smtp","message":7}"#
        #expect(Self.line(entry) == entry)
    }

    @Test func `lines that are no JSON stay, and every line knows where it stood`() {
        let parts = [Self.journal(#""one""#), "plain", "", "{broken", Self.journal(#""two""#)]
        let (lines, starts) = Self.rewrite(parts.joined(separator: "\n"))
        #expect(lines.count == 5)
        #expect(lines[1...3].map { String(decoding: $0, as: UTF8.self) } == Array(parts[1...3]))
        var start = 0
        for (index, part) in parts.enumerated() {
            #expect(starts[index] == start)
            start += part.utf8.count + 1
        }
    }

    @Test func `every cut of an entry gives one line and no crash`() {
        let entry = Self.journal(#""a\ud83d\ude00\\\"[\u0041""#)
        for length in 1...entry.utf8.count {
            #expect(Self.rewrite(String(entry.prefix(length))).lines.count == 1, "\(length)")
        }
    }
}
