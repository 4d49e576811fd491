extension PatternBank {
    /// BarricadeMX, later smtpf: each of its replies ends with a number.
    static let barricadeRows: [PatternRow] = [
        PatternRow(
            "smtpf.scanner",
            .reply,
            #"\b(?:avastd|fpscand|savdid|ctasd) (?:session )?(?:address|open|connect|read|write) error\b"#,
            category: .remoteSystem,
            source: "smtpf doc/reply.html: its virus scanner does not answer",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.4.0 avastd connect error: Connection refused (111) #151 (in reply to end of DATA command)",
                "host mx1.example.net[192.0.2.25] said: 451 4.4.0 ctasd session write error after 81920 bytes #950 (in reply to end of DATA command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 avastd found a virus #162 (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "smtpf.connections",
            .reply,
            #"\bconnections \d+ exceed \d+/\d+s\b"#,
            category: .rateLimited,
            source: "smtpf doc/reply.html, Rate-Connect",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 4.4.5 client mail.example.org [198.51.100.7] connections 31 exceed 30/60s #522"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 4.4.5 try again later #553 (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "smtpf.messages",
            .reply,
            #"\bhas exceeded \d{1,9} messages? per \d"#,
            category: .rateLimited,
            source: "smtpf doc/reply.html, Msg-Limit-Connect, Msg-Limit-From and Msg-Limit-To",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 client 198.51.100.7 has exceeded 100 messages per 1 hour #475 (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 452 4.2.2 user has exceeded 100 messages in the mailbox (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "smtpf.sender-mx",
            .reply,
            #"\bsender \S+ from \S+ MX lookup error\b"#,
            category: .dnsOfSender,
            source: "smtpf doc/reply.html, mail-require-mx",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.4.3 sender <app@example.org> from mail.example.org MX lookup error #436 (in reply to MAIL FROM command)",
                "host mx1.example.net[192.0.2.25] said: 451 4.1.8 sender <app@example.org> from mail.example.org MX lookup error #907 (in reply to MAIL FROM command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.4.3 example.com MX lookup error (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "smtpf.forward",
            .reply,
            #"\bcannot forward mail for \S+ at this time\b"#,
            category: .remoteSystem,
            source: "smtpf doc/reply.html: the server behind it does not answer",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.0.0 cannot forward mail for <user@example.com> at this time #295 (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 recipient <user@example.com> relaying denied #288 (in reply to RCPT TO command)"
            ]
        ),
    ]
}
