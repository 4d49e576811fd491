extension PatternBank {
    /// What they hold against our names, our login, our address and our sender, in shared words.
    static let replySenderRows: [PatternRow] = [
        PatternRow(
            "reply.dmarc",
            .reply,
            #"DMARC"#,
            category: .senderAuthentication,
            source: "public Postfix logs; KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.206] said: 450 4.7.1 Message rejected due to senders DMARC policy (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.duplicate-header",
            .reply,
            #"\bduplicate header\b"#,
            category: .content,
            source: "sisimai, reason 'notcompliantrfc'",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 Transaction failed: Duplicate header 'DKIM-Signature'. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.antispam-checks",
            .reply,
            #"\bfailed (?:several )?anti-?spam checks\b"#,
            category: .content,
            source: "public bounce corpora",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 5.7.1 Your message failed several antispam checks (SCORING) and it was rejected or collected on example.net spambox. Please be sure your mailserver is configured correctly (spf , HELO, PTR) or try (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.dkim",
            .reply,
            #"DKIM"#,
            category: .senderAuthentication,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.207] said: 451 4.7.1 DKIM verification failed (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.spf",
            .reply,
            #" SPF\b"#,
            category: .senderAuthentication,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.208] said: 451 4.4.3 Temporary SPF failure (in reply to MAIL FROM command)",
                "host mx1.example.net[192.0.2.25] said: 550-SPF-check failed: 550 example.com doesn't allow sending mails from 192.0.2.200 (in reply to MAIL FROM command)",
            ]
        ),
        PatternRow(
            "reply.policy-framework",
            .reply,
            #"sender policy framework"#,
            category: .senderAuthentication,
            source: "sisimai, reason 'authfailure'",
            matches: [
                "host mx.example.com[192.0.2.209] said: 451 4.7.1 Address does not pass the Sender Policy Framework (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.reverse-dns",
            .reply,
            #"reverse[- ]?(?:DNS|lookup|host|hostname|IP)\b"#,
            category: .dnsOfSender,
            source: "public Postfix logs; sisimai, reason 'requireptr'",
            matches: [
                "host mx.example.com[192.0.2.210] refused to talk to me: 421 Refused. Your reverse DNS entry does not resolve to your IP.",
                "host mx.example.com[192.0.2.211] said: 450 4.7.1 Sender IP reverse lookup rejected (in reply to MAIL FROM command)",
            ]
        ),
        PatternRow(
            "reply.rdns",
            .reply,
            #"\brDNS\b"#,
            category: .dnsOfSender,
            source: "public Postfix logs; sisimai, reason 'requireptr'",
            matches: [
                "host mx.example.com[192.0.2.212] said: 450 4.7.1 server access 192.0.2.200 forbidden by invalid rDNS record of your mail server (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.ptr-record",
            .reply,
            #" PTR\b"#,
            category: .dnsOfSender,
            source: "public Postfix logs; sisimai, reason 'requireptr'",
            matches: [
                "host mx.example.com[192.0.2.213] said: 550-Inconsistent/Missing DNS PTR record (RFC 1912 2.1) (mail.example.com) 550 [192.0.2.200]:49309 (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.your-hostname",
            .reply,
            #"cannot (?:find|resolve) your "#,
            category: .dnsOfSender,
            source: "public Postfix logs; sisimai, reason 'requireptr'",
            matches: [
                "host mx.example.com[192.0.2.214] said: 450 4.7.1 cannot find your hostname (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.helo",
            .reply,
            #"\bHELO\b.{0,60}(?:reject|invalid|denied|must|resolve|FQDN|not found|mismatch|not exist|missing a DNS)"#,
            category: .dnsOfSender,
            source: "public Postfix logs",
            matches: [
                "host mx0.example.net[192.0.2.215] refused to talk to me: 451-HELO/EHLO must contain a FQDN or IP literal 451 Please see RFC 2821 section 4.1.1.1",
                "host mx1.example.net[192.0.2.25] said: 550-5.7.1 mail.example.org Sorry, your helo has been denied (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550-Bad HELO: mail.example.org does not exist 550 Please see RFC 2821 section 4.1.1.1 (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 5.7.0 HELO argument [mail.example.org] is missing a DNS entry (in reply to MAIL FROM command)",
            ]
        ),
        PatternRow(
            "reply.ehlo",
            .reply,
            #"\bEHLO\b.{0,60}(?:reject|invalid|must|resolve|FQDN|not found|mismatch)"#,
            category: .dnsOfSender,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.216] said: 450 4.7.1 Invalid name: EHLO must resolve (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.sender-domain",
            .reply,
            #"(?:sender|sending|from) domain .{0,60}(?:not (?:exist|found|resolv)|unresolv|must (?:exist|resolve)|invalid|no (?:MX|A)\b|DNS|fail)"#,
            category: .dnsOfSender,
            source: "public Postfix logs; KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.217] said: 451 sorry, your envelope sender domain must exist (in reply to MAIL FROM command)",
                "host mx.example.com[192.0.2.218] said: 450 SND-VFY: Sender domain does not exist (in reply to MAIL FROM command)",
            ]
        ),
        PatternRow(
            "reply.no-mx",
            .reply,
            #"has no (?:valid )?(?:A|MX|DNS)\b"#,
            category: .dnsOfSender,
            source: "KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.219] said: 450 Sender app@example.com has no A, AAAA, or MX DNS records. (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.dns-of-domain",
            .reply,
            #"DNS (?:temporary|check) fail"#,
            category: .dnsOfSender,
            source: "qmail-smtpd mfcheck patch; KumoMTA community bounce rules",
            matches: [
                "host mail.example.net[192.0.2.220] said: 451 DNS temporary failure (#4.3.0) (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.login-needed",
            .reply,
            #"^530[- ].{0,40}authenti"#,
            origin: .local,
            category: .authentication,
            source: "RFC 4954 section 6; public Postfix logs",
            matches: [
                "host smtp.example.net[192.0.2.221] said: 530 5.7.0 Authentication required (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.login-refused-4xx",
            .reply,
            #"^435 "#,
            origin: .local,
            category: .authentication,
            source: "Mandrill, with a wrong API key; meta.discourse.org",
            matches: [
                "SASL authentication failed; server smtp.mandrillapp.com[192.0.2.152] said: 435 4.7.8 Error: authentication failed: "
            ]
        ),
        PatternRow(
            "reply.login-trouble",
            .reply,
            #"^4\d\d .{0,40}authentication (?:failure|failed|server|unavailable)"#,
            origin: .remote,
            category: .authentication,
            source: "RFC 4954; public Postfix logs",
            matches: [
                "SASL authentication failed; server upstream.example.com[192.0.2.222] said: 454 4.7.8 Authentication failed"
            ]
        ),
        PatternRow(
            "reply.login-required",
            .reply,
            #"authentication (?:is )?required"#,
            origin: .local,
            category: .authentication,
            source: "RFC 4954; KumoMTA community bounce rules",
            matches: [
                "host relay.example.com[192.0.2.223] said: 450 authentication required (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.blocked-ip",
            .reply,
            #"(?:IP|host|server|network|client)(?: address)?(?: \[?[0-9a-f.:]{7,45}\]?)?(?: is| has been| was)?(?: currently| temporarily)? blocked"#,
            category: .reputation,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.224] said: 450 4.7.1 Your IP address 192.0.2.200 has been temporarily blocked (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.blocked-for",
            .reply,
            #"blocked (?:for|due to) .{0,30}(?:spam(?! content)|abuse)"#,
            category: .reputation,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.225] said: 450 4.7.1 Connection blocked for spam (in reply to MAIL FROM command)",
                "host mx.example.com[192.0.2.47] refused to talk to me: 553 Connections are being blocked due to previous incidents of abuse",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 554 5.7.1 [VI-1] Message blocked due to spam content in the message. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.complaints",
            .reply,
            #"user complaints"#,
            category: .reputation,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.226] said: 421 4.7.0 Messages deferred due to user complaints (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.client-rejected",
            .reply,
            #"Client host rejected"#,
            category: .reputation,
            source: "Postfix src/smtpd/smtpd_check.c; sisimai",
            matches: [
                "host mx.example.com[192.0.2.227] said: 450 4.7.1 <mail.example.com[192.0.2.200]>: Client host rejected: may not be mail exchanger (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.mx-or-a",
            .reply,
            #"\bvalid MX or A record\b"#,
            category: .dnsOfSender,
            source: "a list of texts that a bounce handler met",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 5.1.0 <app@example.org> sender rejected: domain does not have neither a valid MX or A record (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 452 4.1.0 app@example.com sender rejected (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.sender-rejected",
            .reply,
            #"sender (?:address )?(?:is |was )?(?:rejected|denied|refused|blocked)"#,
            category: .senderRejected,
            source: "Momentum adaptive delivery rules; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.228] said: 452 4.1.0 app@example.com sender rejected (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.sender-verification",
            .reply,
            #"sender (?:address |<\S{0,256}> )?(?:not )?(?:verif|callout)"#,
            category: .senderRejected,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.229] said: 451 Sender verification error (in reply to MAIL FROM command)",
                "host mx1.example.net[192.0.2.25] said: 450 4.7.0 sender <app@example.org> verification failed #572 (in reply to RCPT TO command)",
            ]
        ),
    ]
}
