extension PatternBank {
    /// Trouble of the far system, and protocol, in shared words.
    static let replyRows: [PatternRow] = [
        PatternRow(
            "reply.busy",
            .reply,
            #"(?:server|system(?:\(u\))?|service)(?: is)?(?: temporarily| currently)?(?: too)? busy"#,
            category: .remoteSystem,
            source: "public Postfix logs; sisimai, reason 'systemerror'",
            matches: [
                "host mx.example.com[192.0.2.2] refused to talk to me: 421 Server too busy.",
                "host mx1.example.net[192.0.2.25] said: 451 System(u) busy, try again later. (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.too-busy",
            .reply,
            #"^4\d\d (?:\S+ )?(?:I'm )?Too busy"#,
            category: .remoteSystem,
            source: "Haraka plugins; j-chkmail",
            matches: [
                "host mx.example.com[192.0.2.60] refused to talk to me: 421 Too busy; please try again later",
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 4.5.1 I'm too busy. Try again later !",
            ]
        ),
        PatternRow(
            "reply.load",
            .reply,
            #"load (?:is )?too high"#,
            category: .remoteSystem,
            source: "qpsmtpd plugins/loadcheck",
            matches: [
                "host mx.example.com[192.0.2.62] refused to talk to me: 450 Server load too high, please try again later."
            ]
        ),
        PatternRow(
            "reply.behind",
            .reply,
            #"unable to contact destination"#,
            category: .remoteSystem,
            source: "sisimai, mail of a proxy",
            matches: [
                "host mx.example.com[192.0.2.63] refused to talk to me: 421 dns.example.org Sorry, unable to contact destination SMTP daemon."
            ]
        ),
        PatternRow(
            "reply.overloaded",
            .reply,
            #"overload"#,
            category: .remoteSystem,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.3] refused to talk to me: 421 4.3.2 System overloaded, try again later"
            ]
        ),
        PatternRow(
            "reply.insufficient",
            .reply,
            #"insufficient (?:system |disk )?(?:storage|resources?|space|memory)"#,
            category: .remoteSystem,
            source: "RFC 5321 section 4.2.3; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.4] said: 452 Requested action not taken: insufficient system storage (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.disk-full",
            .reply,
            #"disk (?:is )?full"#,
            category: .remoteSystem,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.5] said: 452 4.3.1 disk full (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.no-space",
            .reply,
            #"no space left"#,
            category: .remoteSystem,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.6] said: 451 4.3.0 No space left on device (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.out-of-memory",
            .reply,
            #"out of memory"#,
            category: .remoteSystem,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.7] said: 421 out of memory (#4.3.0) (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.internal-error",
            .reply,
            #"internal (?:server |software |system )?error"#,
            category: .remoteSystem,
            source: "public Postfix logs; sisimai, reason 'systemerror'",
            matches: [
                "host mx.example.com[192.0.2.8] said: 451 4.3.0 Internal server error (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.local-error",
            .reply,
            #"local error"#,
            category: .remoteSystem,
            source: "RFC 5321 section 4.2.3",
            matches: [
                "host mx.example.com[192.0.2.9] said: 451 Requested action aborted: local error in processing (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.temporary-system",
            .reply,
            #"temporar(?:y|ily) (?:system|server|internal|local|database|backend|resource)"#,
            category: .remoteSystem,
            source: "public Postfix logs; sisimai, reason 'systemerror'",
            matches: [
                "host mx.zoho.com[192.0.2.10] said: 452 4.3.1 Temporary System Errors (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx.example.com[192.0.2.11] said: 451 Temporary local problem - please try later (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.system-error",
            .reply,
            #"system (?:config )?(?:error|failure|problem)"#,
            category: .remoteSystem,
            source: "public Postfix logs; sisimai, reason 'systemerror'",
            matches: [
                "host mx.example.com[192.0.2.12] said: 451 4.0.0 Operating system error (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.service-unavailable",
            .reply,
            #"service (?:is )?(?:temporarily |currently )?(?:not available|unavailable)"#,
            category: .remoteSystem,
            source: "RFC 5321 section 4.2.3; public Postfix logs",
            matches: [
                "host mx.netidentity.com.cust.hostedemail.com[192.0.2.13] refused to talk to me: 421 Service not available, closing transmission channel",
                "host mx.example.com[192.0.2.14] refused to talk to me: 421 mx.example.com Service Unavailable",
            ]
        ),
        PatternRow(
            "reply.server-unavailable",
            .reply,
            #"server (?:is )?(?:temporarily |currently )?(?:not available|unavailable)"#,
            category: .remoteSystem,
            source: "public Postfix logs",
            matches: [
                "host mail-fwdt.wh.ocn.ne.jp[192.0.2.15] refused to talk to me: 421 Server Temporarily unavailable"
            ]
        ),
        PatternRow(
            "reply.shutting-down",
            .reply,
            #"shutting down"#,
            category: .remoteSystem,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.16] said: 421 4.3.2 Service shutting down (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.maintenance",
            .reply,
            #"maintenance"#,
            category: .remoteSystem,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.17] refused to talk to me: 421 4.3.2 Server is under maintenance"
            ]
        ),
        PatternRow(
            "reply.lookup-failed",
            .reply,
            #"lookup (?:failure|failed|error)"#,
            category: .remoteSystem,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.18] said: 451 4.3.0 Recipient lookup failed (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.ldap",
            .reply,
            #"\bLDAP\b"#,
            category: .remoteSystem,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.19] said: 451 4.3.0 LDAP server unreachable (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.database",
            .reply,
            #"database"#,
            category: .remoteSystem,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.20] said: 451 4.3.0 Cannot access database (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.timed-out",
            .reply,
            #"timed out"#,
            category: .remoteSystem,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.21] said: 451 4.4.1 Connection timed out (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.timeout",
            .reply,
            #"timeout"#,
            category: .remoteSystem,
            source: "public Postfix logs",
            matches: [
                "host mail.example.net[192.0.2.22] said: 451 4.4.1 Timeout connecting to mail.example.net (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.upstream",
            .reply,
            #"\b(?:up|down)stream (?:\w{1,20} ){0,2}(?:error|fail(?:ed|ure))\b"#,
            category: .remoteSystem,
            source: "relays in public repositories: the server behind it",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.4.0 upstream relay failed (in reply to end of DATA command)",
                "host mx1.example.net[192.0.2.25] said: 451 4.3.0 downstream protocol error (in reply to end of DATA command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.3.0 upstream is fine (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.syntax",
            .reply,
            #"syntax error"#,
            category: .protocol,
            source: "RFC 5321 section 4.2.3",
            matches: [
                "host mx.example.com[192.0.2.23] said: 451 4.5.2 Syntax error in parameters (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.command",
            .reply,
            #"command (?:not (?:recogni|implement)|unknown|unrecogni)"#,
            category: .protocol,
            source: "RFC 5321 section 4.2.3",
            matches: [
                "host mx.example.com[192.0.2.24] said: 502 5.5.2 Error: command not recognized (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.sequence",
            .reply,
            #"bad sequence"#,
            category: .protocol,
            source: "RFC 5321 section 4.2.3",
            matches: [
                "host mx.example.com[192.0.2.25] said: 451 Bad sequence of commands (in reply to DATA command)"
            ]
        ),
        PatternRow(
            "reply.bare-newline",
            .reply,
            #"bare (?:<?LF>?|<?CR>?|line[- ]?feed|newline)"#,
            category: .protocol,
            source: "Postfix smtpd_forbid_bare_newline; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.26] said: 421 4.5.2 Bare newline received (in reply to end of DATA command)",
                "host mx.example.com[192.0.2.64] said: 451 Bare line-feed; see http://haraka.github.io/barelf/ (in reply to end of DATA command)",
            ]
        ),
        PatternRow(
            "reply.stray-newline",
            .reply,
            #"\bstray newline\b"#,
            category: .protocol,
            source: "sina.com reply texts, blog.sina.com.cn; qmail-smtpd.c calls it so",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 stray newline (in reply to DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 newline (in reply to DATA command)"
            ]
        ),
        PatternRow(
            "reply.lf-without-cr",
            .reply,
            #"\bLF not preceded by\b"#,
            category: .protocol,
            source: "tmail smtpd",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 You send me LF not preceded by a CR, your SMTP client is broken. (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 CR preceded by LF (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.protocol-violation",
            .reply,
            #"protocol (?:error|violation)"#,
            category: .protocol,
            source: "support.google.com/a/answer/3726730; Postfix src/postscreen",
            matches: [
                "host aspmx.l.google.com[192.0.2.27] said: 451 4.5.0 SMTP protocol violation, no commands allowed to pipeline after DATA, see RFC 5321 x1si140abc.40 - gsmtp (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.no-relay",
            .reply,
            #"not configured to relay mail"#,
            category: .remoteSystem,
            scope: .destination,
            source: "sisimai, mail of another server",
            matches: [
                "host mx.example.com[192.0.2.67] said: 501 Rcpt-To validation failed: RCPT TO not accepted: 5.7.1 This system is not configured to relay mail (r) from <app@example.com> to <user@example.net> for 192.0.2.1 (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.relay-denied",
            .reply,
            #"relay(?:ing)? (?:mail )?(?:to \S{1,256} )?(?:is )?(?:not (?:permitted|allowed)|denied|prohibited|disallowed)"#,
            category: .remoteSystem,
            scope: .destination,
            source: "Exim, 'relay not permitted'; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.65] said: 451 relay not permitted! (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.66] said: 550 5.7.1 Relaying denied (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 relaying to <user@example.com> prohibited by administrator (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 relaying mail to example.com is not allowed (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 relaying disallowed (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.unable-to-relay",
            .reply,
            #"\b(?:unable to|cannot|do not) relay\b"#,
            category: .remoteSystem,
            scope: .destination,
            source: "Exchange; the SMTP service of Windows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 Unable to relay for user@example.com (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 Cannot relay (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 571 we do not relay (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.4.0 upstream relay failed (in reply to end of DATA command)"
            ]
        ),
    ]
}
