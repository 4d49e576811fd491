extension PatternBank {
    /// What an Exim at the other end says, cPanel's among them.
    static let eximRows: [PatternRow] = [
        PatternRow(
            "exim.greylistd",
            .reply,
            #"is not yet authorized to deliver mail from"#,
            category: .greylisted,
            source: "greylistd, its ACLs for Exim",
            matches: [
                "host mx.example.com[192.0.2.71] said: 451 192.0.2.4 is not yet authorized to deliver mail from <a@example.org> to <u@example.com>. Please try later. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "exim.local-problem",
            .reply,
            #"Temporary local problem"#,
            category: .remoteSystem,
            source: "Exim src/acl.c, src/smtp_in.c",
            matches: [
                "host mx.example.com[192.0.2.73] said: 451 Temporary local problem - please try later (in reply to RCPT TO command)",
                "host mxs.mail.ru[192.0.2.74] said: 451 Temporary local problem - please try later (in reply to end of DATA command)",
            ]
        ),
        PatternRow(
            "exim.sender-callout",
            .reply,
            #"complete sender verify"#,
            category: .senderRejected,
            source: "Exim src/acl.c; public Postfix logs",
            matches: [
                #"host mail.example.ac.uk[192.0.2.75] said: 451-response to "RCPT TO:<list@example.com>" from smtp.example.com [192.0.2.200] was: 450 4.2.0 <list@example.com>: Recipient address rejected: see http://www.example.com/ 451-Could not complete sender verify callout for 451-<list@example.com>. 451-The mail server(s) for the domain may be temporarily unreachable, or 451 they may be permanently unreachable from this server. (in reply to RCPT TO command)"#
            ]
        ),
        PatternRow(
            "exim.sender-verify",
            .reply,
            #"\bSender verify failed\b"#,
            category: .senderRejected,
            source: "Exim src/acl.c; cPanel, etc/exim.conf: its guesses name blacklists as well",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550-Verification failed for <app@example.org> 550-The mail server could not deliver mail to app@example.org.  The account or domain may not exist, they may be blacklisted, or missing the proper dns entries. 550 Sender verify failed (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 could not verify: lookup failed (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "exim.recipient-callout",
            .reply,
            #"complete recipient verify"#,
            category: .mailboxUnavailable,
            source: "Exim src/acl.c",
            matches: [
                "host mx.example.com[192.0.2.76] said: 451-Could not complete recipient verify callout for <user@example.com>. 451-The mail server(s) for the domain may be temporarily unreachable, or 451 they may be permanently unreachable from this server. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "exim.connections-host",
            .reply,
            #"Too many concurrent SMTP connections from"#,
            category: .rateLimited,
            source: "Exim src/smtp_in.c; public Postfix logs",
            matches: [
                "host mailcleaner.example.com[192.0.2.77] refused to talk to me: 421 Too many concurrent SMTP connections from this IP address; please try again later."
            ]
        ),
        PatternRow(
            "exim.connections",
            .reply,
            #"Too many concurrent SMTP connections; please"#,
            category: .remoteSystem,
            source: "Exim src/smtp_in.c, smtp_accept_max: all connections together",
            matches: [
                "host mx.example.com[192.0.2.78] refused to talk to me: 421 Too many concurrent SMTP connections; please try again later."
            ]
        ),
        PatternRow(
            "exim.load",
            .reply,
            #"Too much load; please try again later"#,
            category: .remoteSystem,
            source: "Exim src/smtp_in.c, smtp_load_reserve",
            matches: [
                "host mx.example.com[192.0.2.79] refused to talk to me: 421 Too much load; please try again later."
            ]
        ),
        PatternRow(
            "exim.session-messages",
            .reply,
            #"too many messages in one connection"#,
            category: .rateLimited,
            source: "Exim src/smtp_in.c, smtp_accept_max_per_connection",
            matches: [
                "host mx.example.com[192.0.2.80] said: 421 too many messages in one connection (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "exim.space",
            .reply,
            #"space shortage, please try later"#,
            category: .remoteSystem,
            source: "Exim src/smtp_in.c",
            matches: [
                "host mx.example.com[192.0.2.81] said: 452 space shortage, please try later (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "exim.unexpected",
            .reply,
            #"Unexpected failure, please try later"#,
            category: .remoteSystem,
            source: "Exim src/smtp_in.c",
            matches: [
                "host mx.example.com[192.0.2.82] said: 421 Unexpected failure, please try later (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "exim.rate",
            .reply,
            #"rate overlimit"#,
            category: .rateLimited,
            source: "Exim specification, ratelimit in ACLs",
            matches: [
                "host mx.example.com[192.0.2.83] said: 450 Sender rate overlimit - 61.2 / 1h (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "exim.lowest-mx",
            .reply,
            #"lowest numbered MX record points to local host"#,
            category: .loop,
            scope: .destination,
            source: "Exim src/routers/dnslookup.c",
            matches: [
                "host mx.example.com[192.0.2.84] said: 451 lowest numbered MX record points to local host (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "exim.ip-permit",
            .reply,
            #"service permits \d+ unverifyable sending IPs"#,
            category: .dnsOfSender,
            source: "sisimai, lhost exim",
            matches: [
                "host mx.example.com[192.0.2.85] said: 450 service permits 2 unverifyable sending IPs - mail.example.com is not 192.0.2.200 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "cpanel.greylisted",
            .reply,
            #"Temporarily unable to process your email"#,
            category: .greylisted,
            source: "cPanel, Greylisting; KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.86] said: 451 Temporarily unable to process your email. Please try again later. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "exim.cutthrough",
            .reply,
            #"\bOnward transmission not accepted\b"#,
            category: .remoteSystem,
            source: "Exim src/receive.c: cutthrough delivery, the next server said later",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 Onward transmission not accepted (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 Transmission not accepted (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exim.local-configuration",
            .reply,
            #"^421 Local configuration error; please try again later"#,
            category: .remoteSystem,
            source: "Exim src/smtp_in.c",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 Local configuration error; please try again later."
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 Local problem: getsockname() failed; please try again later"
            ]
        ),
        PatternRow(
            "exim.spool",
            .reply,
            #"^451 Error (?:in writing|while writing) spool file"#,
            category: .remoteSystem,
            source: "Exim src/receive.c",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 Error while writing spool file (in reply to end of DATA command)",
                "host mx1.example.net[192.0.2.25] said: 451 Error in writing spool file (in reply to end of DATA command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 Error while reading input data (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exim.input",
            .reply,
            #"^451 Error while reading input data"#,
            category: .remoteSystem,
            source: "Exim src/receive.c",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 Error while reading input data (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 Error while writing spool file (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exim.lost-input",
            .reply,
            #"^421 Lost incoming connection\b"#,
            category: .remoteSystem,
            source: "Exim src/receive.c, handle_lost_connection(); public Exim logs",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 Lost incoming connection (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 421 Lost patience (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exim.score",
            .reply,
            #"\bmessage scored -?[0-9.]+ (?:spam )?points\b"#,
            category: .content,
            source: "Exim doc, chapter on content scanning, the example's own words; SourceForge",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 This message scored 9.9 points. Congratulations! (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 This message scored low (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exim.relay-through",
            .reply,
            #"\bcurrently not permitted to (?:55\d-)?relay\b"#,
            category: .remoteSystem,
            scope: .destination,
            source: "cPanel, etc/exim.conf",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550-ds176.example.org [198.51.100.7] is currently not permitted to 550-relay through this server. Perhaps you have not logged into the pop/imap 550-server in the last 30 minutes or do not have SMTP Authentication turned on 550 in your email client. (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 You are not permitted to send (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "exim.abandoned",
            .reply,
            #"\blost input connection - message abandoned\b"#,
            category: .remoteSystem,
            source: "Exim src/receive.c; the far side lost sight of us, or says so",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 mx.example.com lost input connection - message abandoned (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exim.stopped",
            .reply,
            #"\bSIGTERM received\b"#,
            category: .remoteSystem,
            source: "Exim src/smtp_in.c",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 SIGTERM received (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "exim.socket-problem",
            .reply,
            #"\bLocal problem: getsockname"#,
            category: .remoteSystem,
            source: "Exim src/daemon.c",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 Local problem: getsockname() failed; please try again later"
            ]
        ),
        PatternRow(
            "exim.must-precede",
            .reply,
            #"\bmust precede (?:DATA|BDAT)\b"#,
            category: .protocol,
            source: "Exim src/smtp_in.c",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 503 RCPT TO:<recipient> must precede DATA (in reply to DATA command)",
                "host mx1.example.net[192.0.2.25] said: 503 MAIL FROM:<sender> command must precede DATA (in reply to DATA command)",
            ]
        ),
        PatternRow(
            "exim.sender-given",
            .reply,
            #"^503[- ].{0,10}Sender already given\b"#,
            category: .protocol,
            source: "Exim src/smtp_in.c",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 503 Sender already given (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "exim.address-operand",
            .reply,
            #"\bmust have an address operand\b"#,
            category: .protocol,
            source: "Exim src/smtp_in.c",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 501 MAIL FROM must have an address operand (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "exim.argument-data",
            .reply,
            #"\bUnexpected argument data\b"#,
            category: .protocol,
            source: "Exim src/smtp_in.c",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 501 Unexpected argument data (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "exim.unqualified-sender",
            .reply,
            #"\bsender address must contain a domain\b"#,
            category: .senderRejected,
            source: "Exim src/smtp_in.c",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 501 user: sender address must contain a domain (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "exim.unqualified-recipient",
            .reply,
            #"\brecipient address must contain a domain\b"#,
            category: .recipientUnknown,
            source: "Exim src/smtp_in.c",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 501 user: recipient address must contain a domain (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "exim.header-line",
            .reply,
            #"\bheader line is (?:ridiculously|too) long\b"#,
            category: .content,
            source: "Exim src/receive.c",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 552 A message header line is too long (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exim.header-end",
            .reply,
            #"\bheader not CRLF terminated\b"#,
            category: .content,
            source: "Exim src/receive.c",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 552 Message header not CRLF terminated (in reply to end of DATA command)"
            ]
        ),
    ]
}
