extension PatternBank {
    /// Recipients and mailboxes in words of few servers.
    static let rareReplyRecipientRows: [PatternRow] = [
        PatternRow(
            "reply.no-mailbox",
            .reply,
            #"\bno mail ?box (?:found|available)\b"#,
            category: .recipientUnknown,
            source: "sisimai, reason 'userunknown'",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 No mailbox found (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 ** No mail box available for this user ** (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.nonexistent",
            .reply,
            #"\bnon-?existent (?:user|mailbox|recipient|address)\b"#,
            category: .recipientUnknown,
            source: "sisimai, reason 'userunknown'; public bounce corpora",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 5.7.1 <user@example.com>: Recipient address rejected: Nonexistent user (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 <user@example.com>: Nonexistent Mailbox (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.not-registered",
            .reply,
            #"\bis not a registered (?:\w{1,20} ){0,2}(?:user|recipient)\b"#,
            category: .recipientUnknown,
            source: "sisimai, reason 'userunknown'",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 'user@nyaan.example.com' is not a registered gateway user (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.not-our-user",
            .reply,
            #"\bnot our user\b"#,
            category: .recipientUnknown,
            source: "public bounce corpora",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 551 not our user (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.bad-recipient",
            .reply,
            #"\bBAD.RECIPIENT - see\b"#,
            category: .recipientUnknown,
            source: "public bounce corpora",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 BAD_RECIPIENT - see http://mail.example.ac.uk/undelivered.php?r=BAD_RECIPIENT&e=YXBw (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.mailbox-not-found",
            .reply,
            #"\bmail-box not found\b"#,
            category: .recipientUnknown,
            source: "qmail with a table of recipients; sisimai, reason 'userunknown'",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 553 sorry, badrcptto(user mail-box not found) (#5.7.1) (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.no-such-domain",
            .reply,
            #"\bno such domain (?:at|here|in|on)\b"#,
            category: .recipientUnknown,
            source: "public bounce corpora",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 No such domain at this location (user@example.net) (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.host-unknown",
            .reply,
            #"^5\d\d (?:5\.1\.2 )?Host (?:unknown|does not accept mail)\b"#,
            category: .recipientUnknown,
            source: "sisimai, reason 'hostunknown'; RFC 7504: a host that takes no mail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 Host unknown (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 521 Host does not accept mail (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 4.7.1 Host unknown in reverse, add a PTR record (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.no-active-address",
            .reply,
            #"\bis not an active (?:address|mailbox|user|account)\b"#,
            category: .recipientUnknown,
            source: "public bounce corpora",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550-user@example.net is not an active address at this host (invalid FreeUK 550 username) (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.domain-unreachable",
            .reply,
            #"\bbecause the domain is not reachable\b"#,
            category: .recipientUnknown,
            source: "sisimai, reason 'hostunknown'",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 The mail could not be delivered to the recipient because the domain is not reachable. Please check the domain and try again (-1915321397:308:-2147467259) (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.recipient-disabled",
            .reply,
            #"\bdisabled recipient address\b"#,
            category: .mailboxUnavailable,
            source: "RFC 7372 and RFC 5248, X.7.13; sisimai",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 525 5.7.13 Disabled recipient address (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.temporary-locked",
            .reply,
            #"\bUser \S{1,256} temporar(?:y|ily) locked\b"#,
            category: .mailboxUnavailable,
            source: "sisimai, reason 'suspend'",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 <user@example.com>: Recipient address rejected: User user@example.com temporary locked. Please try again later! (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.account-space",
            .reply,
            #"\bAccount\(s\) \S{1,256} does not have enough space\b"#,
            category: .mailboxFull,
            source: "public bounce corpora",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 552 Account(s) <user@example.lv> does not have enough space (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.verify-timeout",
            .reply,
            #"\bTime ?out trying (?:to )?verify RC"#,
            category: .remoteSystem,
            source: "public hosting documentation: its look-up of the recipient took too long",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 Time out trying verify RCP user@example.com for domain (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.address-syntax",
            .reply,
            #"\bbad (?:recipient |destination )?address syntax\b"#,
            category: .recipientUnknown,
            source: "Postfix src/smtpd/smtpd.c; icoremail.vip",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 553 Bad recipient address syntax (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 553 Bad address syntax (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.has-no-account",
            .reply,
            #"\bdoes not have an account\b"#,
            category: .recipientUnknown,
            source: "icoremail.vip, texts of returned mail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 recipient does not have an account (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.user-of-server",
            .reply,
            #"\bnot (?:a )?user of this server\b"#,
            category: .recipientUnknown,
            source: "icoremail.vip, texts of returned mail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 not user of this server (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.not-in-server",
            .reply,
            #"\bis not found in Server\b"#,
            category: .recipientUnknown,
            source: "fobhost.com, keywords of returned mail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 User user@example.com is not found in Server (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.user-is-disabled",
            .reply,
            #"\bUser \S{1,256} is disabled\b"#,
            category: .mailboxUnavailable,
            source: "fobhost.com, keywords of returned mail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 User user@example.com is disabled (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.malformed-address",
            .reply,
            #"\bMalformed address\b"#,
            category: .recipientUnknown,
            source: "netbit.com.br, common errors",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 Malformed address (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.account-storage",
            .reply,
            #"\bAccount storage limit\b"#,
            category: .mailboxFull,
            source: "GoDaddy, bounces of mail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 Account storage limit (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.temporarily-inactive",
            .reply,
            #"\bRecipient Rejected: Temporarily inactive\b"#,
            category: .mailboxUnavailable,
            source: "a list of texts that a bounce handler met",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 Recipient Rejected: Temporarily inactive (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 Recipient Rejected: Temporarily (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.invalid-domain-italian",
            .reply,
            #"\bdominio non valido\b"#,
            category: .recipientUnknown,
            source: "an Italian provider, said of the recipient",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 5.1.0 9x8y7z dominio non valido / invalid domain (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 5.1.0 9x8y7z dominio (in reply to RCPT TO command)"
            ]
        ),
    ]
}
