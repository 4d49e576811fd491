extension PatternBank {
    /// Servers and services that are met less often: Courier, gromox, ZoneMTA, SPFBL, Proxmox.
    static let otherServerRows: [PatternRow] = [
        PatternRow(
            "courier.call-failed",
            .reply,
            #"^4\d\d (?:fork|malloc|pipe)\(\) failed"#,
            category: .remoteSystem,
            source: "Courier courier/submit.C",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 fork() failed. (in reply to end of DATA command)",
                "host mx1.example.net[192.0.2.25] said: 450 malloc() failed. (in reply to end of DATA command)",
            ]
        ),
        PatternRow(
            "courier.known-by-recipient",
            .reply,
            #"\bYou are (?:not )?whitelisted by this recipient\b"#,
            category: .greylisted,
            source: "Courier courier/localmailfilter.C: the recipient's own filter",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 412 You are not whitelisted by this recipient, please try again later. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "courier.system-full",
            .reply,
            #"\bMail system full\b"#,
            category: .remoteSystem,
            source: "Courier courier/submit.C; Stalwart smtp/inbound",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 431 Mail system full. (in reply to end of DATA command)",
                "host mx1.example.net[192.0.2.25] said: 452 4.3.1 Mail system full, try again later. (in reply to MAIL FROM command)",
            ]
        ),
        PatternRow(
            "courier.filters",
            .reply,
            #"\bMail filters temporarily unavailable\b"#,
            category: .remoteSystem,
            source: "Courier courier/filters",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 432 Mail filters temporarily unavailable. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "courier.message-length",
            .reply,
            #"\bMessage length .{0,40}exceeds administrative limit\b"#,
            category: .tooLarge,
            source: "Courier courier/submit.C",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 523 Message length (20971520 bytes) exceeds administrative limit. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "courier.message-number",
            .reply,
            #"\bNumber of messages exceeded administrative limit\b"#,
            category: .rateLimited,
            source: "Courier courier/submit.C",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 500 Number of messages exceeded administrative limit. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "courier.date-header",
            .reply,
            #"\bInvalid Date header\b"#,
            category: .content,
            source: "Courier courier/filters",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 500 Invalid Date header. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "courier.duplicate",
            .reply,
            #"\bDuplicate message rejected\b"#,
            category: .content,
            source: "Courier courier/filters, dupfilter",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 500 Duplicate message rejected. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "courier.configuration",
            .reply,
            #"^[45]\d\d Internal configuration error\b"#,
            category: .remoteSystem,
            source: "Courier courier/module.esmtp",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 500 Internal configuration error. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "courier.hello",
            .reply,
            #"\bPolite people say HELO\b"#,
            category: .protocol,
            source: "Courier courier/esmtpd.C",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 502 Polite people say HELO first (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "gromox.mailbox-denied",
            .reply,
            #"\bAccess to Mailbox \S{1,256} {1,2}is denied\b"#,
            category: .mailboxUnavailable,
            source: "grommunio gromox, data/smtp_code.txt",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 Access to Mailbox user@example.com  is denied (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "gromox.failures",
            .reply,
            #"\bToo much failure in SMTP session\b"#,
            category: .rateLimited,
            source: "grommunio gromox, data/smtp_code.txt",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 Too much failure in SMTP session (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "zonemta.child",
            .reply,
            #"\bassign connection to child process\b"#,
            category: .remoteSystem,
            source: "ZoneMTA lib/smtp-proxy.js",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 Failed to assign connection to child process"
            ]
        ),
        PatternRow(
            "zonemta.no-process",
            .reply,
            #"\bNo free process to handle connection\b"#,
            category: .remoteSystem,
            source: "ZoneMTA lib/smtp-proxy.js",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 No free process to handle connection"
            ]
        ),
        PatternRow(
            "zonemta.not-ready",
            .reply,
            #"^421 Process not yet initialized\b"#,
            category: .remoteSystem,
            source: "ZoneMTA lib/receiver",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 Process not yet initialized"
            ]
        ),
        PatternRow(
            "spfbl.listed",
            .reply,
            #"\[SPFBL\] (?:listed|blocked)"#,
            category: .reputation,
            source: "SPFBL; public Exim logs",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 [SPFBL] listed. (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 [SPFBL] blocked. (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 [SPFBL] greylisting. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "simplelogin.no-alias",
            .reply,
            #"\bSL E5(?:02|08|10|15)\b"#,
            category: .recipientUnknown,
            source: "SimpleLogin app/email/status.py",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 SL E502 Email not exist (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 SL E510 so such user (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "simplelogin.loop",
            .reply,
            #"\bSL E525\b"#,
            category: .loop,
            source: "SimpleLogin app/email/status.py",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 SL E525 Alias loop (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "ses.service-failure",
            .reply,
            #"^454 Temporary service failure\b"#,
            category: .remoteSystem,
            source: "docs.aws.amazon.com/ses, SMTP response codes",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 454 Temporary service failure (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "postmark.inactive",
            .reply,
            #"\bmarked as inactive\. Found inactive addresses\b"#,
            category: .mailboxUnavailable,
            source: "postmarkapp.com, error 406",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 406 You tried to send to recipient(s) that have been marked as inactive. Found inactive addresses: user@example.com. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "proxmox.policy",
            .reply,
            #"\bRejected for policy reasons \([0-9A-F]{10,40}\)"#,
            category: .content,
            source: "Proxmox Mail Gateway, action block; public Postfix logs",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 5.7.1 Rejected for policy reasons (4009BC600FD506A44DB) (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "interia.blocked",
            .reply,
            #"\btymczasowo zablokowany za spam\b"#,
            category: .reputation,
            source: "suped.com, Interia's bounces",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 4.7.1 Twoj serwer poczty 192.0.2.7 zostal tymczasowo zablokowany za spam (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "rfc.mailbox-name",
            .reply,
            #"\bmailbox name not allowed\b"#,
            category: .recipientUnknown,
            source: "RFC 5321 section 4.2.3",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 553 Requested action not taken: mailbox name not allowed (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "prolinux.blocked",
            .reply,
            #"^421 Blocked \([^)]{1,40}\)\. See http"#,
            category: .reputation,
            source: "pl.com.uy, how to read the bounces of ProLinux E-Mail Server",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 Blocked (XBL). See http://www.example.org/ir/a/blocked/ (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 421 Blocked (in reply to MAIL FROM command)"
            ]
        ),
    ]
}
