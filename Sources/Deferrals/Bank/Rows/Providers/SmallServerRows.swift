extension PatternBank {
    /// hMailServer, Haraka, OpenSMTPD and services with words of their own.
    static let smallServerRows: [PatternRow] = [
        PatternRow(
            "hmailserver.data",
            .reply,
            #"Excessive amounts of data sent"#,
            category: .protocol,
            source: "hMailServer SMTPConnection.cpp: a line without an end",
            matches: [
                "host mx.example.com[192.0.2.24] said: 421 Excessive amounts of data sent to server. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "haraka.split",
            .reply,
            #"Split transaction, retry"#,
            category: .tooManyRecipients,
            source: "Haraka plugins: recipients of one message need different answers",
            matches: [
                "host mx.example.com[192.0.2.25] said: 450 Split transaction, retry soon (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "opensmtpd.expansion",
            .reply,
            #"Mailing list expansion problem"#,
            category: .remoteSystem,
            source: "OpenSMTPD smtpd, enhanced status 2.4",
            matches: [
                "host mx.example.com[192.0.2.26] said: 424 4.2.4 Mailing list expansion problem (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "forwardemail.interrupted",
            .reply,
            #"delivery was temporarily interrupted"#,
            category: .remoteSystem,
            source: "github.com/forwardemail/forwardemail.net, issue 547",
            matches: [
                "host mx.example.com[192.0.2.27] said: 421 Message delivered to user@example.com; Message delivery was temporarily interrupted, please try again later. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "daum.denied",
            .reply,
            #"\bRDENY "#,
            category: .senderRejected,
            source: "Daum and Kakao Mail; public Postfix logs",
            matches: [
                "host mx1.example.net[192.0.2.29] said: 550 5.7.1 RDENY 192.0.2.1: The receiver denied your mail. Please contact the receiver with another way.: <user@example.com> (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "daum.inactive",
            .reply,
            #"\bRACT "#,
            category: .mailboxUnavailable,
            source: "Daum and Kakao Mail; public Postfix logs",
            matches: [
                "host mx1.example.net[192.0.2.30] said: 550 5.2.1 RACT 192.0.2.1: Mailbox is inactive: <user@example.com> (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "changeip.name-server",
            .reply,
            #"^421 cannot send to name server\b"#,
            category: .remoteSystem,
            source: "ChangeIP vanity SMTP; public Postfix logs, 2006",
            matches: [
                "connect to vanitysmtp.changeip.com[143.215.15.51]: server refused to talk to me: 421 cannot send to name server  "
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 421 cannot send to user (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "simplelogin.error",
            .reply,
            #"^421 SL E40[1-47]\b"#,
            category: .remoteSystem,
            source: "github.com/simple-login/app, email/status.py",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 SL E402 Encryption failed - Retry later (in reply to end of DATA command)",
                "host mx1.example.net[192.0.2.25] said: 421 SL E404 Unexpected error - Retry later (in reply to end of DATA command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 421 SL E405 Mailbox domain problem - Retry later (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "simplelogin.mailbox-domain",
            .reply,
            #"^421 SL E405\b"#,
            category: .mailboxUnavailable,
            source:
                "github.com/simple-login/app, email/status.py: the domain of the mailbox behind the alias does not work",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 SL E405 Mailbox domain problem - Retry later (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 421 SL E404 Unexpected error - Retry later (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "maddy.policy-check",
            .reply,
            #"\bI/O error during policy check\b"#,
            category: .remoteSystem,
            source: "maddy internal/check",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 I/O error during policy check (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 Rejected by policy check (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "maddy.policy-internal",
            .reply,
            #"\bInternal error during policy check\b"#,
            category: .remoteSystem,
            source: "maddy internal/check",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 Internal error during policy check (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 I/O error during policy check (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "nodemailer.clients",
            .reply,
            #"\bToo many connected clients, try again\b"#,
            category: .remoteSystem,
            source:
                "nodemailer smtp-server lib/smtp-connection.js, maxClients: all connections together",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 mx1.example.net Too many connected clients, try again in a moment"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 Too many connections from your host"
            ]
        ),
        PatternRow(
            "nodemailer.early-talker",
            .reply,
            #"^421 \S+ You talk too soon$"#,
            category: .protocol,
            source:
                "nodemailer smtp-server lib/smtp-connection.js: the client spoke before the greeting",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 mx1.example.net You talk too soon"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 mx1.example.net You talk too much"
            ]
        ),
        PatternRow(
            "wildduck.failed",
            .reply,
            #"\bFailed to (?:process recipient, try again|queue message) \[ERR[CQ]\d\d\]"#,
            category: .remoteSystem,
            source: "github.com/nodemailer/haraka-plugin-wildduck, index.js",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 Failed to process recipient, try again [ERRC01] (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 450 Failed to queue message [ERRQ04] (in reply to end of DATA command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 Failed to process recipient: greylisted (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "james.delivery",
            .reply,
            #"\bTemporary error deliver message\b"#,
            category: .remoteSystem,
            source: "Apache James, DataLineMessageHookHandler and LMTP delivery",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.0.0 Temporary error deliver message <bob@example.net> (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.0.0 Message delivered (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "james.process",
            .reply,
            #"^451 Unable to process request$"#,
            category: .remoteSystem,
            source: "Apache James, SMTPSessionImpl.java",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 Unable to process request (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 Unable to process request: you are blocked (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "stalwart.transfer-quota",
            .reply,
            #"\bSession exceeded transfer quota\b"#,
            category: .rateLimited,
            source: "Stalwart crates/smtp, inbound session: bytes in one connection, no mailbox",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 4.7.28 mx1.example.net Session exceeded transfer quota. (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 452 4.2.2 Mailbox exceeded transfer quota. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "opensmtpd.temporary",
            .reply,
            #"^421 [a-z0-9-]+(?:\.[a-z0-9-]+)+ Temporary (?:Error|failure)$"#,
            category: .remoteSystem,
            source: "OpenSMTPD usr.sbin/smtpd/smtp_session.c",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 mail.example.net Temporary Error",
                "host mx1.example.net[192.0.2.25] said: 421 mail.example.net Temporary failure (in reply to MAIL FROM command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 Temporary failure, please try again later."
            ]
        ),
        PatternRow(
            "mox.sender-mx",
            .reply,
            #"\bcannot verify mx records for mailfrom domain\b"#,
            category: .dnsOfSender,
            source: "mox smtpserver/server.go",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.4.0 cannot verify mx records for mailfrom domain (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.4.0 cannot verify mx records for recipient domain (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "mox.account-limit",
            .reply,
            #"\bmax number of (?:messages|new/first-time recipients) \(\d+\) over past 24h reached\b"#,
            category: .rateLimited,
            source:
                "mox smtpserver/server.go, MaxOutgoingMessagesPerDay and MaxFirstTimeRecipientsPerDay",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 max number of messages (1000) over past 24h reached, try increasing per-account setting MaxOutgoingMessagesPerDay (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 max number of errors (10) over past hour reached (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "hanafos.filtered",
            .reply,
            #"Your IP ?\(\S+\) is filtered and this connection will be closed"#,
            category: .reputation,
            source: "hanafos.com (Hanaro); blog.jinbo.net, list of return mail texts",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 4.3.2 Your IP(192.0.2.104) is filtered and this connection will be closed. You must register your IP to spammaster@hanafos.com By SpaceLee, the Lord of mail server."
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 4.3.2 Your mail is filtered. Ask spammaster@example.com"
            ]
        ),
        PatternRow(
            "haraka.rspamd-soft",
            .reply,
            #"^45[01] 4\.7\.1 Deferred by policy$"#,
            category: .greylisted,
            source: "haraka-plugin-rspamd index.js, soft_reject.message: rspamd said soft reject",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 Deferred by policy (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 Rejected by policy (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "haraka.greylist-backend",
            .reply,
            #"\bBackend failure\. Please, retry later\b"#,
            category: .remoteSystem,
            source: "haraka-plugin-greylist index.js: its database does not answer",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 4.7.0 Backend failure. Please, retry later or contact our support. (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 4.7.0 Greylisted. Please, retry later or contact our support. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "haraka.spamd",
            .reply,
            #"\bspamd scan error\b"#,
            category: .remoteSystem,
            source: "haraka-plugin-spamassassin index.js, defer.error",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 spamd scan error (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 spamd says: spam (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "haraka.archive",
            .reply,
            #"^45\d (?:4\.\d\.\d )?Error unpacking archive\b"#,
            category: .content,
            source: "haraka-plugin-attachment index.js: what is attached cannot be looked into",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 Error unpacking archive (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 Archive contains an executable (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "haraka.sender-resolver",
            .reply,
            #"^45\d (?:4\.\d\.\d )?Temporary resolver error\b"#,
            category: .dnsOfSender,
            source: "Haraka plugins/mail_from.is_resolvable: the sender's domain",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 Temporary resolver error (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 Temporary error (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "avast.mail-shield",
            .reply,
            #"^421 Cannot connect to SMTP server \S+ \(\S+:\d+\), connect error \d+"#,
            category: .remoteSystem,
            source:
                "Avast's mail shield, a proxy between this host and every server; public Postfix logs, 2012",
            matches: [
                "host alt4.gmail-smtp-in.l.google.com[209.85.173.26] refused to talk to me: 421 Cannot connect to SMTP server 192.0.2.26 (192.0.2.26:587), connect error 10060"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 Cannot connect to the database"
            ]
        ),
        PatternRow(
            "maddy.mx-authenticity",
            .reply,
            #"\bFailed to establish the MX record authenticity\b"#,
            category: .remoteSystem,
            source: "maddy internal/target/remote: the next server behind it",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.0 Failed to establish the MX record authenticity (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.0 Failed to establish your authenticity (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "nodemailer.commands",
            .reply,
            #"^421 Error: too many (?:unrecognized|unauthenticated) commands$"#,
            category: .protocol,
            source: "nodemailer smtp-server lib/smtp-connection.js",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 Error: too many unrecognized commands (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 421 Error: too many unauthenticated commands (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 421 Error: too many connections (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "aiosmtpd.command-limit",
            .reply,
            #"^421 4\.7\.0 (?:\S+ )?[A-Z]+ sent too many times$"#,
            category: .protocol,
            source: "aiosmtpd smtp.py, command_call_limit",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 4.7.0 RCPT sent too many times (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 421 4.7.0 You sent too many messages (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "mailenable.login",
            .reply,
            #"\bThis mail server requires authentication when attempting to send\b"#,
            origin: .local,
            category: .authentication,
            source: "MailEnable: the domain is none of its own, and nobody logged in",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 503 This mail server requires authentication when attempting to send to a non-local e-mail address. Please check your mail client settings or contact your administrator to verify that the domain or address is defined for this server. (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 503 This mail server requires a greeting (in reply to MAIL FROM command)"
            ]
        ),
    ]
}
