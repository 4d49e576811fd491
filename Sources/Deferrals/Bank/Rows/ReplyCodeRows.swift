extension PatternBank {
    /// Enhanced status codes whose meaning no word contradicts: the last word on a reply.
    ///
    /// 4.0.0, 4.2.0, 4.7.0 and 4.7.1 decide nothing and are not here. Source: RFC 3463.
    static let replyCodeRows: [PatternRow] = [
        PatternRow(
            "reply.code-1-1",
            .reply,
            #"^(?:4[35]\d|5\d\d)[- ]#?[45]\.1\.1\b(?!\.)(?!.{0,120}temporary failure)"#,
            category: .recipientUnknown,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.28] said: 450 4.1.1 <user@example.com> try again (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx.example.com[192.0.2.28] said: 452 4.1.1 <user@example.com> temporary failure (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-1-2",
            .reply,
            #"^(?:4[35]\d|5\d\d)[- ]#?[45]\.1\.2\b(?!\.)"#,
            category: .recipientUnknown,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.29] said: 450 4.1.2 <user@example.com> Domain problem (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-1-7",
            .reply,
            #"^(?:4[35]\d|5\d\d)[- ]#?[45]\.1\.7\b(?!\.)"#,
            category: .senderRejected,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.30] said: 450 4.1.7 <app@example.com> try again (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-1-8",
            .reply,
            #"^(?:4[35]\d|5\d\d)[- ]#?[45]\.1\.8\b(?!\.)"#,
            category: .dnsOfSender,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.31] said: 450 4.1.8 <app@example.com> try again (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-2-1",
            .reply,
            #"^(?:4[35]\d|5\d\d)[- ]#?[45]\.2\.1\b(?!\.)"#,
            category: .mailboxUnavailable,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.32] said: 450 4.2.1 <user@example.com> try again (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-2-3",
            .reply,
            #"^(?:4[35]\d|5\d\d)[- ]#?[45]\.2\.3\b(?!\.)"#,
            category: .tooLarge,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.33] said: 452 4.2.3 try again (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-3-0",
            .reply,
            #"(?:^\d{3}[- ]#?|#)[45]\.3\.0\b(?!\.)"#,
            category: .remoteSystem,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.34] said: 451 4.3.0 Temporary failure (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-3-1",
            .reply,
            #"(?:^\d{3}[- ]#?|#)[45]\.3\.1\b(?!\.)"#,
            category: .remoteSystem,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.35] said: 452 4.3.1 try again (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-3-2",
            .reply,
            #"(?:^\d{3}[- ]#?|#)[45]\.3\.2\b(?!\.)"#,
            category: .remoteSystem,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.36] said: 451 4.3.2 Please try again later (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-3-4",
            .reply,
            #"(?:^\d{3}[- ]#?|#)[45]\.3\.4\b(?!\.)"#,
            category: .tooLarge,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.37] said: 452 4.3.4 try again (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-3-5",
            .reply,
            #"(?:^\d{3}[- ]#?|#)[45]\.3\.5\b(?!\.)"#,
            category: .remoteSystem,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.38] said: 451 4.3.5 try again (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-4-1",
            .reply,
            #"(?:^\d{3}[- ]#?|#)4\.4\.1\b(?!\.)"#,
            category: .remoteSystem,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.39] said: 451 4.4.1 No answer from host (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-4-2",
            .reply,
            #"(?:^\d{3}[- ]#?|#)4\.4\.2\b(?!\.)"#,
            category: .remoteSystem,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.40] said: 421 4.4.2 Bad connection (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-4-3",
            .reply,
            #"(?:^\d{3}[- ]#?|#)4\.4\.3\b(?!\.)"#,
            category: .remoteSystem,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.41] said: 451 4.4.3 try again (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-4-4",
            .reply,
            #"(?:^\d{3}[- ]#?|#)4\.4\.4\b(?!\.)"#,
            category: .remoteSystem,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.42] said: 451 4.4.4 try again (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-4-5",
            .reply,
            #"(?:^\d{3}[- ]#?|#)4\.4\.5\b(?!\.)"#,
            category: .remoteSystem,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.43] said: 452 4.4.5 try again (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-4-6",
            .reply,
            #"(?:^\d{3}[- ]#?|#)4\.4\.6\b(?!\.)"#,
            category: .loop,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.44] said: 451 4.4.6 try again (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-4-7",
            .reply,
            #"(?:^\d{3}[- ]#?|#)4\.4\.7\b(?!\.)"#,
            category: .remoteSystem,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.45] said: 451 4.4.7 Message delayed (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-5-1",
            .reply,
            #"(?:^\d{3}[- ]#?|#)[45]\.5\.1\b(?!\.)"#,
            category: .protocol,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.46] said: 451 4.5.1 try again (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-5-2",
            .reply,
            #"(?:^\d{3}[- ]#?|#)[45]\.5\.2\b(?!\.)"#,
            category: .protocol,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.47] said: 451 4.5.2 try again (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-5-3",
            .reply,
            #"(?:^\d{3}[- ]#?|#)[45]\.5\.3\b(?!\.)"#,
            category: .tooManyRecipients,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.48] said: 452 4.5.3 try again (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-4-7-8",
            .reply,
            #"^\d{3}[- ]#?4\.7\.8\b(?!\.)"#,
            origin: .remote,
            category: .authentication,
            source: "RFC 3463; IANA SMTP enhanced status codes",
            matches: [
                "SASL authentication failed; server relay.example.com[192.0.2.49] said: 454 4.7.8 try again"
            ]
        ),
        PatternRow(
            "reply.code-7-2x",
            .reply,
            #"^\d{3}[- ]#?[45]\.7\.2[0-46-9]\b"#,
            category: .senderAuthentication,
            source: "RFC 7372; RFC 8601; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.50] said: 451 4.7.24 try again (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.code-7-25",
            .reply,
            #"^\d{3}[- ]#?[45]\.7\.25\b"#,
            category: .dnsOfSender,
            source: "RFC 7372; IANA SMTP enhanced status codes",
            matches: [
                "host mx.example.com[192.0.2.51] said: 450 4.7.25 try again (in reply to MAIL FROM command)"
            ]
        ),
    ]
}
