extension PatternBank {
    /// Mail stores over LMTP: Dovecot, Cyrus, Zimbra; and what amavis and other filters say.
    static let mailStoreRows: [PatternRow] = [
        PatternRow(
            "dovecot.quota",
            .reply,
            #"Quota exceeded \(mailbox for user is full\)"#,
            category: .mailboxFull,
            source: "Dovecot src/lmtp; doc.dovecot.org; public Postfix logs",
            matches: [
                "host mail.example.com[private/dovecot-lmtp] said: 452 4.2.2 <user@example.com> Quota exceeded (mailbox for user is full) (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "dovecot.internal",
            .reply,
            #"> Temporary internal error"#,
            category: .remoteSystem,
            source: "Dovecot src/lmtp; doc.dovecot.org; public Postfix logs",
            matches: [
                "host mail.example.com[private/dovecot-lmtp] said: 451 4.3.0 <user@example.com> Temporary internal error (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "dovecot.see-log",
            .reply,
            #"Internal error occurred\. Refer to"#,
            category: .remoteSystem,
            source: "Dovecot src/lmtp; doc.dovecot.org",
            matches: [
                "host mail.example.com[private/dovecot-lmtp] said: 451 4.2.0 <user@example.com> Internal error occurred. Refer to server log for more information. [2026-01-07 22:35:11] (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "dovecot.userdb",
            .reply,
            #"Temporary user lookup failure"#,
            category: .remoteSystem,
            source: "Dovecot src/lmtp; doc.dovecot.org",
            matches: [
                "host mail.example.com[private/dovecot-lmtp] said: 451 4.3.0 <user@example.com> Temporary user lookup failure (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "dovecot.concurrency",
            .reply,
            #"Too many concurrent deliveries for user"#,
            category: .rateLimited,
            scope: .recipient,
            source: "Dovecot src/lmtp; doc.dovecot.org, lmtp_user_concurrency_limit",
            matches: [
                "host backend.example.com[192.0.2.123] said: 451 4.3.0 <user@example.com> Too many concurrent deliveries for user (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "dovecot.proxy",
            .reply,
            #"Remote server not answering"#,
            category: .remoteSystem,
            source: "Dovecot src/lmtp; doc.dovecot.org",
            matches: [
                "host mail.example.com[private/dovecot-lmtp] said: 451 4.4.0 Remote server not answering (DATA reply) (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "dovecot.locked",
            .reply,
            #"Timeout while waiting for lock"#,
            category: .remoteSystem,
            source: "Dovecot src/lmtp; doc.dovecot.org",
            matches: [
                "host mail.example.com[private/dovecot-lmtp] said: 451 4.2.0 <user@example.com> Timeout while waiting for lock (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "cyrus.io",
            .reply,
            #"4\.3\.0 System I/O error"#,
            category: .remoteSystem,
            source: "Cyrus IMAP imap/lmtpengine.c; public Postfix logs",
            matches: [
                "host mail.example.com[/var/imap/socket/lmtp] said: 451 4.3.0 System I/O error (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "cyrus.mailbox",
            .reply,
            #"Mailbox has an invalid format"#,
            category: .remoteSystem,
            source: "Cyrus IMAP imap/lmtpengine.c",
            matches: [
                "host mail.example.com[/var/imap/socket/lmtp] said: 451 4.3.0 Mailbox has an invalid format (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "cyrus.quota",
            .reply,
            #"4\.2\.2 Over quota"#,
            category: .mailboxFull,
            source: "Cyrus IMAP imap/lmtpengine.c; Zimbra; public Postfix logs",
            matches: [
                "host backend.example.com[192.0.2.124] said: 452 4.2.2 Over quota SESSIONID=<cyrus-4311-1488438658-1> (in reply to RCPT TO command)",
                "host mail.example.com[127.0.0.1] said: 452 4.2.2 Over quota (in reply to end of DATA command)",
            ]
        ),
        PatternRow(
            "amavis.quarantine",
            .reply,
            #"\bquar\+notif FAILED\b"#,
            category: .remoteSystem,
            source: "amavis-users mailing list",
            matches: [
                "host 127.0.0.1[127.0.0.1] said: 451 4.5.0 Error in processing, id=27311-09-9, quar+notif FAILED: mail_dispatch: no recognized protocol name: 0 at /usr/sbin/amavisd line 8516. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "amavis.processing",
            .reply,
            #"4\.5\.0 Error in processing, id="#,
            category: .remoteSystem,
            source: "amavisd-new amavisd; public Postfix logs",
            matches: [
                "host 127.0.0.1[127.0.0.1] said: 451 4.5.0 Error in processing, id=28226-04, virus_scan FAILED: virus_scan: ALL VIRUS SCANNERS FAILED:  (in reply to end of DATA command)",
                "host 127.0.0.1[127.0.0.1] said: 451 4.5.0 Error in processing, id=02364-03, parts_decode_ext FAILED: file(1) utility (/usr/bin/file) error: run_command: can't fork: Cannot allocate memory at /usr/sbin/amavisd-new line 3009, <GEN47> line 71. (in reply to end of DATA command)",
            ]
        ),
        PatternRow(
            "amavis.relaying",
            .reply,
            #"id=\S+ - Temporary MTA failure on relaying"#,
            category: .remoteSystem,
            source: "amavisd-new amavisd; public Postfix logs",
            matches: [
                "host 127.0.0.1[127.0.0.1] said: 451 4.5.0 id=28226-04 - Temporary MTA failure on relaying, From MTA([127.0.0.1]:10025) during fwd-connect (Negative greeting: at (eval 113) line 596.): id=28226-04 (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "amavis.forwarding",
            .reply,
            #"Can't connect to \S+ port \d+,"#,
            category: .remoteSystem,
            source: "amavisd-new amavisd; public Postfix logs",
            matches: [
                "host 127.0.0.1[127.0.0.1] said: 450 4.4.1 Can't connect to 127.0.0.1 port 10025, Connection refused at /usr/sbin/amavisd-new line 2912, <GEN9> line 34., id=17864-02 (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "rspamd.ratelimit",
            .reply,
            #"Ratelimit "?[^"]{1,60}"? (?:is )?(?:hit|exceeded)"#,
            category: .rateLimited,
            source: "rspamd src/plugins/lua/ratelimit.lua",
            matches: [
                #"host mx.example.com[192.0.2.125] said: 451 4.7.1 Ratelimit "to_ip" exceeded (in reply to end of DATA command)"#
            ]
        ),
        PatternRow(
            "zimbra.lmtp-later",
            .reply,
            #"Temporary message delivery failure\b"#,
            category: .remoteSystem,
            source: "Zimbra, store LMTP server (ZimbraLmtpBackend)",
            matches: [
                "host mbox1.example.com[192.0.2.7] said: 451 4.0.0 Temporary message delivery failure try again (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.0.0 Message delivery is temporarily denied (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "amavis.next-hop",
            .reply,
            #"^4\d\d 4\.\d\.\d From MTA\([^()]*\) during fwd-"#,
            category: .localDelivery,
            source:
                "amavisd-new amavisd, mail_via_smtp: the MTA behind the filter did not take it; public Postfix logs",
            matches: [
                "host 127.0.0.1[127.0.0.1] said: 451 4.5.0 From MTA([127.0.0.1]:10025) during fwd-connect (Negative greeting:  at (eval 113) line 596, <GEN35> line 82.): id=01086-04 (in reply to end of DATA command)"
            ],
            rejects: [
                "host 127.0.0.1[127.0.0.1] said: 451 4.5.0 From MTA they say: try later (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "gromox.audit-ip",
            .reply,
            #"Access is denied from your IP address \S+ for audit reason"#,
            category: .reputation,
            source: "grommunio gromox, mda/smtp reply codes (421)",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 Access is denied from your IP address 192.0.2.10 for audit reason, try later"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 453 Access is denied - sender is in the audit blacklist, try later (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "gromox.audit-sender",
            .reply,
            #"Access is denied - sender is in the audit blacklist"#,
            category: .senderRejected,
            source: "grommunio gromox, mda/smtp reply codes (453)",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 453 Access is denied - sender is in the audit blacklist, try later (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 Access is denied from your IP address 192.0.2.10 for audit reason, try later"
            ]
        ),
        PatternRow(
            "kopano.storage",
            .reply,
            #"\bnetwork or permissions error to storage server\b"#,
            category: .remoteSystem,
            source: "Kopano (Zarafa) spooler/DAgent.cpp",
            matches: [
                "host mail.example.net[192.0.2.9] said: 450 4.5.0 <user@example.net> network or permissions error to storage server: 0x80040115 (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 4.5.0 <user@example.net> network error (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "dovecot.sieve",
            .reply,
            #"\bExecution of Sieve filters was aborted due to temporary failure\b"#,
            category: .remoteSystem,
            source: "Dovecot Pigeonhole lda-sieve-plugin.c; github.com/Mailu/Mailu, issue 154",
            matches: [
                "host imap[192.168.144.6] said: 451 4.2.0 <user@example.net> Execution of Sieve filters was aborted due to temporary failure (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.2.0 <user@example.net> Execution of Sieve filters is disabled (in reply to end of DATA command)"
            ]
        ),
    ]
}
