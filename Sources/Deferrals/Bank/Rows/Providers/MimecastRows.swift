extension PatternBank {
    /// Mimecast.
    ///
    /// Its words often hide the cause: 'internal resources' is greylisting.
    static let mimecastRows: [PatternRow] = [
        PatternRow(
            "mimecast.greylisted",
            .reply,
            #"Internal resources? (?:is |are )?temporarily unavailable"#,
            category: .greylisted,
            source:
                "community.mimecast.com, Mimecast SMTP error codes: the sending server is subjected to greylisting",
            matches: [
                "host eu-smtp-inbound-1.mimecast.com[192.0.2.161] said: 451 Internal resources are temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [aB1cD2eF3gH4iJ5kL6mN7o.uk91] (in reply to RCPT TO command)",
                "host us-smtp-inbound-2.mimecast.com[192.0.2.162] said: 451 Internal resource temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [aB1cD2eF3gH4iJ5kL6mN7o.uk91] (in reply to MAIL FROM command)",
            ]
        ),
        PatternRow(
            "mimecast.invalid-recipients",
            .reply,
            #"Recipient temporarily unavailable.{1,8}https://community\.mimecast"#,
            category: .reputation,
            source:
                "community.mimecast.com, Mimecast SMTP error codes: listed for too many invalid recipients",
            matches: [
                "host eu-smtp-inbound-1.mimecast.com[192.0.2.163] said: 451 Recipient temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [aB1cD2eF3gH4iJ5kL6mN7o.uk91] (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "mimecast.server-limit",
            .reply,
            #"IP temporarily blacklisted"#,
            category: .rateLimited,
            source:
                "community.mimecast.com, Mimecast SMTP error codes: the limit of the sending server is reached",
            matches: [
                "host eu-smtp-inbound-1.mimecast.com[192.0.2.164] said: 451 IP temporarily blacklisted - https://community.mimecast.com/docs/DOC-1369#451 [aB1cD2eF3gH4iJ5kL6mN7o.uk91] (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "mimecast.account-connections",
            .reply,
            #"Account service is temporarily unavailable"#,
            category: .rateLimited,
            source:
                "community.mimecast.com, Mimecast SMTP error codes: too many concurrent connections for the account",
            matches: [
                "host eu-smtp-inbound-1.mimecast.com[192.0.2.165] said: 451 Account service is temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [aB1cD2eF3gH4iJ5kL6mN7o.uk91] (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "mimecast.thread-limit",
            .reply,
            #"Exceeding outbound thread limit"#,
            category: .rateLimited,
            source: "community.mimecast.com, Mimecast SMTP error codes",
            matches: [
                "host eu-smtp-inbound-1.mimecast.com[192.0.2.166] said: 550 Exceeding outbound thread limit - https://community.mimecast.com/docs/DOC-1369#451 [aB1cD2eF3gH4iJ5kL6mN7o.uk91] (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "mimecast.load",
            .reply,
            #"Unable to process (?:connection|an email|command)(?: at this time)?"#,
            category: .remoteSystem,
            source: "community.mimecast.com, Mimecast SMTP error codes",
            matches: [
                "host eu-smtp-inbound-1.mimecast.com[192.0.2.167] said: 451 Unable to process connection at this time - https://community.mimecast.com/docs/DOC-1369#451 [aB1cD2eF3gH4iJ5kL6mN7o.uk91] (in reply to MAIL FROM command)",
                "host eu-smtp-inbound-1.mimecast.com[192.0.2.168] said: 451 Unable to process an email at this time - https://community.mimecast.com/docs/DOC-1369#451 [aB1cD2eF3gH4iJ5kL6mN7o.uk91] (in reply to end of DATA command)",
            ]
        ),
        PatternRow(
            "mimecast.account-disabled",
            .reply,
            #"Account (?:in|out)bounds disabled"#,
            category: .remoteSystem,
            scope: .destination,
            source: "community.mimecast.com, Mimecast SMTP error codes",
            matches: [
                "host eu-smtp-inbound-1.mimecast.com[192.0.2.169] said: 451 Account inbounds disabled - https://community.mimecast.com/docs/DOC-1369#451 [aB1cD2eF3gH4iJ5kL6mN7o.uk91] (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "mimecast.wrong-host",
            .reply,
            #"the incorrect hostname used for inbounds"#,
            category: .remoteSystem,
            scope: .destination,
            source:
                "community.mimecast.com, Mimecast SMTP error codes: MX records point to a wrong host",
            matches: [
                "host eu-smtp-inbound-1.mimecast.com[192.0.2.170] said: 451 The incorrect hostname used for inbounds - https://community.mimecast.com/docs/DOC-1369#451 [aB1cD2eF3gH4iJ5kL6mN7o.uk91] (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "mimecast.open-relay",
            .reply,
            #"Open relay (?:is )?not allowed"#,
            category: .remoteSystem,
            scope: .destination,
            source:
                "community.mimecast.com, Mimecast SMTP error codes: neither domain is known there",
            matches: [
                "host eu-smtp-inbound-1.mimecast.com[192.0.2.171] said: 451 Open relay not allowed - https://community.mimecast.com/docs/DOC-1369#451 [aB1cD2eF3gH4iJ5kL6mN7o.uk91] (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "mimecast.ended-early",
            .reply,
            #"Message ended early"#,
            category: .protocol,
            source: "community.mimecast.com, Mimecast SMTP error codes",
            matches: [
                "host eu-smtp-inbound-1.mimecast.com[192.0.2.172] said: 451 Message ended early - https://community.mimecast.com/docs/DOC-1369#451 [aB1cD2eF3gH4iJ5kL6mN7o.uk91] (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "mimecast.sender-blocked",
            .reply,
            #"^421 Sender address blocked"#,
            category: .senderRejected,
            source: "community.mimecast.com, Mimecast SMTP error codes",
            matches: [
                "host eu-smtp-inbound-1.mimecast.com[192.0.2.173] said: 421 Sender address blocked - https://community.mimecast.com/docs/DOC-1369#451 [aB1cD2eF3gH4iJ5kL6mN7o.uk91] (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "mimecast.reputation",
            .reply,
            #"csi\.mimecast\.org"#,
            category: .reputation,
            source: "public Postfix logs",
            matches: [
                "host us-smtp-inbound-2.mimecast.com[192.0.2.174] said: 550 csi.mimecast.org Poor Reputation Sender. - https://community.mimecast.com/docs/DOC-1369#550 [EM-f6hnWN9maa42OLPquOA.us166] (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "mimecast.tls",
            .reply,
            #"This route requires (?:encryption|TLS|high-strength)"#,
            category: .localConfiguration,
            scope: .sender,
            source: "community.mimecast.com, Mimecast SMTP error codes",
            matches: [
                "host eu-smtp-inbound-1.mimecast.com[192.0.2.175] said: 553 This route requires encryption (TLS) - https://community.mimecast.com/docs/DOC-1369#451 [aB1cD2eF3gH4iJ5kL6mN7o.uk91] (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "mimecast.signature",
            .reply,
            #"MCSpamSignature"#,
            category: .content,
            source: "sisimai, mail of Mimecast",
            matches: [
                "host service222.mimecast.com[192.0.2.64] said: 554 email rejected due to security policies - MCSpamSignature.sa.2.2 (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "mimecast.envelope-blocked",
            .reply,
            #"\benvelope blocked - .{0,20}https://community\.mimecast"#,
            category: .senderRejected,
            source: "smtp.codes, Mimecast: a policy on blocked senders",
            matches: [
                "host eu-smtp-inbound-1.mimecast.com[192.0.2.25] said: 550 Administrative prohibition - envelope blocked - https://community.mimecast.com/docs/DOC-1369#550 [a0b1] (in reply to RCPT TO command)",
                "host eu-smtp-inbound-1.mimecast.com[192.0.2.25] said: 550 Envelope blocked - User Entry - https://community.mimecast.com/docs/DOC-1369#550 [a0b1] (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "mimecast.header-blocked",
            .reply,
            #"Rejected by header based manually Blocked Senders"#,
            category: .senderRejected,
            source: "smtp.codes, Mimecast",
            matches: [
                "host eu-smtp-inbound-1.mimecast.com[192.0.2.25] said: 550 Rejected by header based manually Blocked Senders: app@example.org - https://community.mimecast.com/docs/DOC-1369#550 [a0b1] (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "mimecast.anti-spoofing",
            .reply,
            #"Rejected by header based Anti-Spoofing policy"#,
            category: .senderAuthentication,
            source: "smtp.codes, Mimecast",
            matches: [
                "host eu-smtp-inbound-1.mimecast.com[192.0.2.25] said: 550 Rejected by header based Anti-Spoofing policy: app@example.org - https://community.mimecast.com/docs/DOC-1369#550 [a0b1] (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "mimecast.security-policy",
            .reply,
            #"Email rejected due to security policies"#,
            category: .content,
            source: "smtp.codes, Mimecast: a signature of malware or spam",
            matches: [
                "host eu-smtp-inbound-1.mimecast.com[192.0.2.25] said: 554 Email rejected due to security policies - https://community.mimecast.com/docs/DOC-1369#554 [a0b1] (in reply to end of DATA command)"
            ]
        ),
    ]
}
