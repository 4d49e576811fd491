import Testing

@testable import Deferrals

/// Placeholders: what a hostile log can and cannot put into a command.
@Suite struct CommandValuesTests {
    @Test func `clean values are filled in`() {
        let values = CommandValues(
            domain: "example.com",
            host: "mx-1.example.com",
            address: "2001:db8::25",
            port: "587",
            queueID: "4bXyZ12QwErTy",
            recipient: "o'hara@example.com"
        )
        #expect("dig +short MX example.com" == values.fill("dig +short MX {domain}"))
        #expect("nc -vz 2001:db8::25 587" == values.fill("nc -vz {address} {port}"))
        #expect("-connect mx-1.example.com:587" == values.fill("-connect {host}:{port}"))
        #expect("postqueue -i 4bXyZ12QwErTy" == values.fill("postqueue -i {queue_id}"))
        #expect(#"quota 'o'\''hara@example.com'"# == values.fill("quota {recipient}"))
    }

    @Test(arguments: [
        (
            "Host or domain name not found. Name service error for name=relay.example type=A: Host not found, try again",
            "example.com", "relay.example"
        ),
        (
            "Name service error for name=relay.example type=MX: Malformed or unexpected name server reply",
            "relay.example", nil
        ),
        (
            "unable to look up host relay.example: Temporary failure in name resolution",
            "example.com", "relay.example"
        ),
        ("connect to mx1.example.com[192.0.2.1]:25: Connection refused", "example.com", nil),
        ("Name service error for name=", "example.com", nil),
        ("unable to look up host : x", "example.com", nil),
    ])
    func `commands ask for the name that could not be looked up`(
        reason: String,
        domain: String,
        host: String?
    ) {
        let values = CommandValues(domain: "example.com").naming(FailedLookup(reason: reason))
        #expect(domain == values.domain)
        #expect(host == values.host)
    }

    @Test func `what is not known stays a word in capitals`() {
        let command = "{domain} {host} {address} {port} {queue_id} {recipient}"
        let expected = "DOMAIN HOST ADDRESS PORT QUEUE_ID RECIPIENT"
        #expect(expected == CommandValues().fill(command))
    }

    @Test(arguments: [
        "", "-f", "--help", "a;reboot", "a b", "a\nb", "$(reboot)", "`reboot`", "a|b", "a&b", "a>b",
        "a'b", "a\"b", "a\\b", "{recipient}", "*", "~root", "../../etc/passwd", "private/lmtp",
        "münchen.example", "exam\u{200B}ple.com", "a\u{0}b", "\u{1B}[2J", "@192.0.2.1", "+cd",
        String(repeating: "a", count: 256), "-\u{301}a",
    ])
    func `a hostile name is never filled in`(hostile: String) {
        let values = CommandValues(
            domain: hostile,
            host: hostile,
            address: hostile,
            port: hostile,
            queueID: hostile
        )
        let filled = values.fill("{domain} {host} {address} {port} {queue_id}")
        #expect("DOMAIN HOST ADDRESS PORT QUEUE_ID" == filled)
    }

    @Test(arguments: ["0", "65536", "25 ", "+25", "2e1", "٢٥", "-1", "99999999999999999999"])
    func `a port is a number from 1 to 65535`(hostile: String) {
        #expect("PORT" == CommandValues(port: hostile).fill("{port}"))
    }

    @Test(arguments: ["ALL", "all", "ABC*", "ALL;", "-", "abc_d", "AB.C", "Ä1"])
    func `a queue ID is letters and digits`(hostile: String) {
        #expect("QUEUE_ID" == CommandValues(queueID: hostile).fill("{queue_id}"))
    }

    @Test(arguments: [
        ("user@example.com", "'user@example.com'"),
        ("$(reboot)@example.com", "'$(reboot)@example.com'"),
        ("'; reboot #@example.com", #"''\''; reboot #@example.com'"#),
        ("'\u{301}; reboot #@x", #"''\''"# + "\u{301}; reboot #@x'"),
        ("''", #"''\'''\'''"#), (#"\"#, #"'\'"#), ("!!@x", "'!!@x'"),
        ("{host}@x", "'{host}@x'"), ("ölüm@örnek.example", "'ölüm@örnek.example'"),
    ])
    func `a recipient is quoted for the shell`(recipient: String, expected: String) {
        let values = CommandValues(host: "mx.example.com", recipient: recipient)
        #expect(Array(expected.utf8) == Array(values.fill("{recipient}").utf8))
    }

    @Test(arguments: [
        "", "-u", "a\nb@x", "a\r@x", "a\r\nb", "a\tb@x", "a\u{1B}[2Jb@x", "a\u{3}b", "a\u{7F}b",
        "a\u{9B}b", "a\u{2028}b", "a\u{202E}b", "a\u{200B}b", "a\u{FEFF}b", "a\u{A0}b",
        "a\u{E000}b", "-\u{301}u", String(repeating: "a", count: 321),
    ])
    func `a recipient with anything invisible is left out`(hostile: String) {
        #expect("RECIPIENT" == CommandValues(recipient: hostile).fill("{recipient}"))
    }

    @Test func `no value can open a second command in any command of the catalogue`() {
        let hostile = "x'\n; reboot #$(reboot)`reboot`\"{domain}"
        let values = CommandValues(
            domain: hostile,
            host: hostile,
            address: hostile,
            port: hostile,
            queueID: hostile,
            recipient: hostile
        )
        for command in GuidanceTests.fixes.flatMap(\.commands) {
            #expect(!values.fill(command).contains("reboot"), "\(command)")
        }
    }

    @Test(arguments: ["{", "}", "{}", "a{b", "{unknown}", "{{domain}}", "{domain"])
    func `braces that are no placeholder stay`(text: String) {
        let filled = CommandValues(domain: "example.com").fill(text)
        let expected = text == "{{domain}}" ? "{example.com}" : text
        #expect(expected == filled)
    }

    @Test func `filling guidance fills every command`() {
        let guidance = Guidance.of(.connectionRefused, language: .english)
        let values = CommandValues(domain: "example.com", address: "192.0.2.1", port: "25")
        let commands = guidance.filled(with: values).fixesPartner.flatMap(\.commands)
        #expect(commands.contains("nc -vz -w 10 192.0.2.1 25"))
        #expect(!commands.contains { $0.contains("{") })
    }
}
