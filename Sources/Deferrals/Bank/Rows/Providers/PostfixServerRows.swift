extension PatternBank {
    /// What a Postfix at the other end says: smtpd(8), postscreen(8) and its milters.
    static let postfixServerRows: [PatternRow] = [
        PatternRow(
            "postfix.postscreen-tests",
            .reply,
            #"^450 4\.3\.2 Service currently unavailable"#,
            category: .greylisted,
            source:
                "Postfix src/postscreen/postscreen_smtpd.c: tests that end a session, passed by the next one",
            matches: [
                "host mx.example.com[192.0.2.33] said: 450 4.3.2 Service currently unavailable (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx.example.com[192.0.2.34] refused to talk to me: 421 4.3.2 Service currently unavailable"
            ]
        ),
        PatternRow(
            "postfix.ports-busy",
            .reply,
            #"^421 4\.3\.2 All (?:server|screening) ports are busy"#,
            category: .remoteSystem,
            source: "Postfix src/postscreen; public Postfix logs",
            matches: [
                "host mx1-us1.ppe-hosted.com[192.0.2.35] refused to talk to me: 421 4.3.2 All screening ports are busy",
                "host mx.example.com[192.0.2.36] refused to talk to me: 421 4.3.2 All server ports are busy",
            ]
        ),
        PatternRow(
            "postfix.connections",
            .reply,
            #"Error: too many connections"#,
            category: .rateLimited,
            source: "Postfix src/smtpd/smtpd.c; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.37] refused to talk to me: 421 4.7.0 mx1 Error: too many connections from 192.0.2.200"
            ]
        ),
        PatternRow(
            "postfix.tls-sessions",
            .reply,
            #"Error: too many new TLS sessions"#,
            category: .rateLimited,
            source: "Postfix src/smtpd/smtpd.c",
            matches: [
                "TLS is required, but host mx.example.com[192.0.2.38] refused to start TLS: 454 4.7.0 Error: too many new TLS sessions from 192.0.2.200"
            ]
        ),
        PatternRow(
            "postfix.message-rate",
            .reply,
            #"Error: too much mail from"#,
            category: .rateLimited,
            source: "Postfix src/smtpd/smtpd.c; public Postfix queue listings",
            matches: [
                "host mx.example.com[192.0.2.39] said: 450 4.7.1 Error: too much mail from 192.0.2.200 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "postfix.recipient-rate",
            .reply,
            #"Error: too many recipients from"#,
            category: .rateLimited,
            source: "Postfix src/smtpd/smtpd.c",
            matches: [
                "host mx.example.com[192.0.2.40] said: 450 4.7.1 Error: too many recipients from 192.0.2.200 (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "postfix.login-rate",
            .reply,
            #"Error: too many AUTH commands"#,
            category: .rateLimited,
            source: "Postfix src/smtpd/smtpd.c",
            matches: [
                "SASL authentication failed; server mx.example.com[192.0.2.41] said: 450 4.7.1 Error: too many AUTH commands from 192.0.2.200"
            ]
        ),
        PatternRow(
            "postfix.errors",
            .reply,
            #"Error: too many errors"#,
            category: .rateLimited,
            source: "Postfix src/smtpd/smtpd.c, smtpd_hard_error_limit; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.42] said: 421 4.7.0 mx.example.com Error: too many errors (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "postfix.recipients",
            .reply,
            #"4\.5\.3 Error: too many recipients"#,
            category: .tooManyRecipients,
            source: "Postfix src/smtpd/smtpd.c",
            matches: [
                "host mx.example.com[192.0.2.43] said: 452 4.5.3 Error: too many recipients (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "postfix.storage",
            .reply,
            #"4\.3\.1 Insufficient system storage"#,
            category: .remoteSystem,
            source: "Postfix src/smtpd/smtpd_check.c, queue_minfree; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.44] said: 452 4.3.1 Insufficient system storage (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "postfix.queue-file",
            .reply,
            #"Queue file write error"#,
            category: .remoteSystem,
            source: "Postfix src/smtpd/smtpd.c",
            matches: [
                "host mx.example.com[192.0.2.45] said: 451 4.3.0 Error: queue file write error (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "postfix.server-configuration",
            .reply,
            #"Server configuration (?:error|problem)"#,
            category: .remoteSystem,
            source: "Postfix src/smtpd/smtpd_check.c; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.46] said: 451 4.3.5 Server configuration error (in reply to RCPT TO command)",
                "host mail.example.net[192.0.2.47] refused to talk to me: 450 Server configuration problem",
            ]
        ),
        PatternRow(
            "postfix.server-local",
            .reply,
            #"Server local (?:data )?error"#,
            category: .remoteSystem,
            source: "Postfix src/smtpd/smtpd.c",
            matches: [
                "host mx.example.com[192.0.2.48] said: 421 4.3.0 mx.example.com Server local error (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "postfix.lookup",
            .reply,
            #"Temporary lookup (?:failure|error)"#,
            category: .remoteSystem,
            source: "Postfix src/smtpd/smtpd_check.c; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.49] said: 451 4.3.0 <app@example.com>: Temporary lookup failure (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "postfix.timeout",
            .reply,
            #"Error: timeout exceeded"#,
            category: .remoteSystem,
            source: "Postfix src/smtpd/smtpd.c",
            matches: [
                "host mx.example.com[192.0.2.50] said: 421 4.4.2 mx.example.com Error: timeout exceeded (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "postfix.milter",
            .reply,
            #"Service unavailable - try again later"#,
            category: .remoteSystem,
            source: "Postfix src/milter/milter8.c, milter_default_action=tempfail",
            matches: [
                "host mx.example.com[192.0.2.51] said: 451 4.7.1 Service unavailable - try again later (in reply to MAIL FROM command)",
                "host mx.example.com[192.0.2.52] said: 421 4.7.1 Service unavailable - try again later (in reply to MAIL FROM command)",
            ],
            rejects: [
                "host smtp.example.com[192.0.2.53] said: 451 4.7.1 Try again later (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "starttls.unavailable",
            .reply,
            #"TLS (?:is )?(?:currently |temporarily )?(?:not available|unavailable)"#,
            category: .remoteSystem,
            scope: .destination,
            source: "Postfix src/smtpd/smtpd.c; sendmail src/srvrsmtp.c; Exim src/smtp_in.c",
            matches: [
                "TLS is required, but host mx.example.com[192.0.2.54] refused to start TLS: 454 4.7.0 TLS not available due to local problem",
                "TLS is required, but host mx.example.com[192.0.2.55] refused to start TLS: 454 4.3.3 TLS not available after start",
                "TLS is required, but host mx.example.com[192.0.2.56] refused to start TLS: 454 TLS currently unavailable",
            ]
        ),
        PatternRow(
            "postfix.sender-domain",
            .reply,
            #"Sender address rejected: Domain not found"#,
            category: .dnsOfSender,
            source:
                "Postfix src/smtpd/smtpd_check.c, reject_unknown_sender_domain; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.57] said: 450 4.1.8 <root@build.local>: Sender address rejected: Domain not found (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "postfix.sender-malformed-dns",
            .reply,
            #"Sender address rejected: (?:Malformed DNS|Domain |need fully)"#,
            category: .dnsOfSender,
            source: "Postfix src/smtpd/smtpd_check.c",
            matches: [
                "host mx.example.com[192.0.2.58] said: 450 4.1.8 <app@example.com>: Sender address rejected: Malformed DNS server reply (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "postfix.sender-unverified",
            .reply,
            #"Sender address rejected: (?:unverified|undeliverable) address"#,
            category: .senderRejected,
            source: "Postfix src/smtpd/smtpd_check.c, reject_unverified_sender",
            matches: [
                "host mx.example.com[192.0.2.59] said: 450 4.1.7 <noreply@example.com>: Sender address rejected: unverified address: connect to mail.example.com[192.0.2.200]:25: Connection timed out (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "postfix.sender",
            .reply,
            #"Sender address rejected:(?!.{0,120}(?:greylist|SPF|DMARC|quota|limit|rate|too many|slow down))"#,
            category: .senderRejected,
            source: "Postfix src/smtpd/smtpd_check.c",
            matches: [
                "host mx.example.com[192.0.2.60] said: 450 4.7.1 <app@example.com>: Sender address rejected: Access denied (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "postfix.client-name",
            .reply,
            #"Client host rejected: cannot find your (?:reverse )?hostname"#,
            category: .dnsOfSender,
            source: "Postfix src/smtpd/smtpd_check.c; public Postfix logs",
            matches: [
                "host mail.example.com[192.0.2.61] said: 450 4.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.200] (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.62] refused to talk to me: 450 Client host rejected: cannot find your hostname, [192.0.2.200]",
            ]
        ),
        PatternRow(
            "postfix.helo",
            .reply,
            #"Helo command rejected:"#,
            category: .dnsOfSender,
            source: "Postfix src/smtpd/smtpd_check.c",
            matches: [
                "host mx.example.com[192.0.2.63] said: 450 4.7.1 <build.local>: Helo command rejected: Host not found (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "postfix.retrying-too-fast",
            .reply,
            #"rejected: temporarily blocked because of previous errors"#,
            category: .reputation,
            source: "policyd-weight; public Postfix logs",
            matches: [
                "host av.example.pl[192.0.2.64] said: 450 4.7.1 <user@example.pl>: Recipient address rejected: temporarily blocked because of previous errors - retrying too fast. penalty: 30 seconds x 0 retries. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "postfix.policy-weight",
            .reply,
            #"rejected: Mail appeared to be SPAM or forged"#,
            category: .reputation,
            source: "policyd-weight",
            matches: [
                "host mx.example.com[192.0.2.65] said: 450 4.7.1 <user@example.com>: Recipient address rejected: Mail appeared to be SPAM or forged. Ask your Mail/DNS-Administrator to correct HELO and DNS MX settings or to get removed from DNSBLs (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "postfix.verification-pending",
            .reply,
            #"Address verification in progress"#,
            category: .greylisted,
            source:
                "Postfix src/verify/verify.c: the probe is on its way, a retry finds its result",
            matches: [
                "host mx.example.com[192.0.2.66] said: 450 4.1.1 <user@example.com>: Recipient address rejected: unverified address: Address verification in progress (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "postfix.recipient-unverified-behind",
            .reply,
            #"Recipient address rejected: unverified address: .{0,200}(?:connect to |lost connection with |conversation with |Name service error )"#,
            category: .remoteSystem,
            source:
                "Postfix src/smtpd/smtpd_check.c, reject_unverified_recipient, with the failure of its own probe",
            matches: [
                "host mx.example.com[192.0.2.39] said: 450 4.1.1 <user@example.com>: Recipient address rejected: unverified address: connect to mailgate.example.com[192.0.2.67]: Connection timed out (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.40] said: 421 4.1.1 <user@example.com>: Recipient address rejected: unverified address: host mail.example.com[192.0.2.1] said: 450 4.1.1 <user@example.com>: Recipient address rejected: unverified address: lost connection with mail.example.com[192.0.2.1] while sending RCPT TO (in reply to RCPT TO command) (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "postfix.recipient-unverified",
            .reply,
            #"Recipient address rejected: unverified address"#,
            category: .mailboxUnavailable,
            source:
                "Postfix src/smtpd/smtpd_check.c, reject_unverified_recipient; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.67] said: 450 4.1.1 <user@example.com>: Recipient address rejected: unverified address: Mailbox might be disabled, full, or may not exist on the server. Reason: JFE030050 (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "postfix.recipient-unknown",
            .reply,
            #"Recipient address rejected: (?:User unknown|undeliverable address|Domain not found|Address does not exist)"#,
            category: .recipientUnknown,
            source: "Postfix src/smtpd/smtpd_check.c; public Postfix bounces",
            matches: [
                "host mail.example.org[192.0.2.68] said: 450 4.1.1 <user@example.org>: Recipient address rejected: User unknown in virtual alias table (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "postfix.recipient-user-unknown",
            .reply,
            #">: User unknown in "#,
            category: .recipientUnknown,
            source: "Postfix 2.0 to 2.2, src/smtpd; public Postfix logs",
            matches: [
                "host mail.example.org[192.0.2.69] said: 450 <user@example.org>: User unknown in local recipient table (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "postfix.relay",
            .reply,
            #"Relay access denied"#,
            category: .remoteSystem,
            scope: .destination,
            source:
                "Postfix src/smtpd/smtpd_check.c, defer_unauth_destination; public Postfix logs",
            matches: [
                "host mx.example.ne.jp[192.0.2.70] said: 454 4.7.1 <user@example.ne.jp>: Relay access denied (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "postfix.quota-policy",
            .reply,
            #"Recipient address rejected: .{0,40}(?:quota|mailbox is full)"#,
            category: .mailboxFull,
            source: "public Postfix logs",
            matches: [
                "host in1-smtp.example.com[192.0.2.71] said: 451 4.7.1 <user@example.com>: Recipient address rejected: User is over quota, try again later (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.72] said: 452 4.2.2 <user@example.com>: Recipient address rejected: Recipient mailbox quota exceeded (in reply to RCPT TO command)",
            ]
        ),
    ]
}
