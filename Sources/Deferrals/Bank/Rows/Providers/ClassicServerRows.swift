extension PatternBank {
    /// What sendmail, qmail, Courier, OpenSMTPD and other servers at the other end say.
    static let classicServerRows: [PatternRow] = [
        PatternRow(
            "sendmail.ptr-lookup",
            .reply,
            #"Relaying temporarily denied"#,
            category: .dnsOfSender,
            source: "sendmail cf/m4/proto.m4",
            matches: [
                "host mx.example.com[192.0.2.101] said: 450 4.7.1 <user@example.com>... Relaying temporarily denied. Cannot resolve PTR record for 192.0.2.200 (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "sendmail.sender-domain",
            .reply,
            #"Domain of sender address"#,
            category: .dnsOfSender,
            source: "sendmail cf/m4/proto.m4",
            matches: [
                "host mx.example.com[192.0.2.102] said: 451 4.1.8 Domain of sender address app@example.com does not resolve (in reply to MAIL FROM command)",
                "host mx.example.com[192.0.2.103] said: 451 #4.1.8 Domain of sender address <app@example.com> does not resolve (in reply to MAIL FROM command)",
            ]
        ),
        PatternRow(
            "sendmail.forged",
            .reply,
            #"Possibly forged hostname"#,
            category: .dnsOfSender,
            source: "sendmail cf/m4/proto.m4",
            matches: [
                "host mx.example.com[192.0.2.104] said: 451 4.1.8 Possibly forged hostname for 192.0.2.200 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "sendmail.fix-rdns",
            .reply,
            #"Fix reverse DNS for"#,
            category: .dnsOfSender,
            source: "sendmail feature require_rdns; public Postfix queue listings",
            matches: [
                "host relay.example.edu[192.0.2.105] said: 451 4.1.8 Fix reverse DNS for 192.0.2.200 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "sendmail.name-lookup",
            .reply,
            #"IP name lookup failed"#,
            category: .dnsOfSender,
            source: "sendmail feature require_rdns; sisimai",
            matches: [
                "host mx.example.com[192.0.2.106] said: 450 4.7.1 Access denied. IP name lookup failed [192.0.2.200] (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "sendmail.connection-rate",
            .reply,
            #"Connection rate limit exceeded"#,
            category: .rateLimited,
            source: "sendmail src/srvrsmtp.c, src/daemon.c; sisimai",
            matches: [
                "host mx.example.com[192.0.2.107] refused to talk to me: 421 4.3.2 Connection rate limit exceeded.",
                "host mx.example.com[192.0.2.108] said: 452 4.3.2 Connection rate limit exceeded. (in reply to MAIL FROM command)",
            ]
        ),
        PatternRow(
            "sendmail.open-connections",
            .reply,
            #"Too many open connections"#,
            category: .rateLimited,
            source: "sendmail src/srvrsmtp.c, src/daemon.c",
            matches: [
                "host mx.example.com[192.0.2.109] refused to talk to me: 421 4.3.2 Too many open connections."
            ]
        ),
        PatternRow(
            "sendmail.disk",
            .reply,
            #"Insufficient disk space"#,
            category: .remoteSystem,
            source: "sendmail src/srvrsmtp.c, src/daemon.c; sisimai",
            matches: [
                "host mx.example.com[192.0.2.110] said: 452 4.4.5 Insufficient disk space; try again later (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "sendmail.bad-recipients",
            .reply,
            #"Too many bad recipients"#,
            category: .reputation,
            source: "sendmail src/srvrsmtp.c, src/daemon.c",
            matches: [
                "host mx.example.com[192.0.2.111] said: 421 4.7.0 mx.example.com Too many bad recipients; closing connection (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "qmail.queue",
            .reply,
            #"^451 qqt? "#,
            category: .remoteSystem,
            source: "netqmail qmail-smtpd.c, qmail.c; public Postfix logs",
            matches: [
                "host mail.example.net[192.0.2.112] said: 451 qq write error or disk full (#4.3.0) (in reply to end of DATA command)",
                "host mail.example.net[192.0.2.113] said: 451 qqt failure (#4.3.0) (in reply to DATA command)",
            ]
        ),
        PatternRow(
            "qmail.bare-lf",
            .reply,
            #"~djb/docs/smtplf\.html"#,
            category: .protocol,
            source: "netqmail qmail-smtpd.c, qmail.c; public Postfix logs",
            matches: [
                "host mail.example.net[192.0.2.114] said: 451 See http://pobox.com/~djb/docs/smtplf.html. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "qmail.controls",
            .reply,
            #"unable to read controls"#,
            category: .remoteSystem,
            source: "netqmail qmail-smtpd.c, qmail.c; public Postfix logs",
            matches: [
                "host mail.example.net[192.0.2.115] refused to talk to me: 421 unable to read controls (#4.3.0)"
            ]
        ),
        PatternRow(
            "qmail.rcpthosts",
            .reply,
            #"isn't in my list of allowed rcpthosts"#,
            category: .remoteSystem,
            scope: .destination,
            source: "netqmail qmail-smtpd.c, qmail.c; public Postfix logs",
            matches: [
                "host mail.example.net[192.0.2.116] said: 453 sorry, that domain isn't in my list of allowed rcpthosts (#4.7.1) (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "rblsmtpd.listed",
            .reply,
            #"^451 http://www\.spamhaus\.org/"#,
            category: .reputation,
            source: "ucspi-tcp rblsmtpd",
            matches: [
                "host mail.example.net[192.0.2.117] said: 451 http://www.spamhaus.org/query/bl?ip=192.0.2.200 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "momentum.slots",
            .reply,
            #"out of connection slots"#,
            category: .remoteSystem,
            source: "Ecelerity and Momentum; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.118] refused to talk to me: 421 mx.example.com out of connection slots"
            ]
        ),
        PatternRow(
            "courier.suspended",
            .reply,
            #"Address temporarily unavailable"#,
            category: .mailboxUnavailable,
            source: "Courier, courier/submit.C",
            matches: [
                "host mx.example.com[192.0.2.119] said: 456 Address temporarily unavailable. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "courier.service",
            .reply,
            #"^4\d\d Service temporarily unavailable"#,
            category: .remoteSystem,
            source: "Courier, courier/module.esmtp",
            matches: [
                "host mx.example.com[192.0.2.120] said: 432 Service temporarily unavailable. (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "magicmail.domain",
            .reply,
            #"Could not load DRD\b"#,
            category: .remoteSystem,
            source: "sisimai, lhost postfix",
            matches: [
                "host mx.example.com[192.0.2.121] said: 451 Could not load DRD for domain (example.com) rcpt (user@example.com) (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "postini.backend",
            .reply,
            #"^451 Can't connect to \S+ - psmtp"#,
            category: .remoteSystem,
            source: "public Postfix logs, 2007",
            matches: [
                "host example.com.s8a1.psmtp.com[192.0.2.122] said: 451 Can't connect to example.com - psmtp (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "sendmail.not-accepting",
            .reply,
            #"ESMTP not accepting messages"#,
            category: .reputation,
            source:
                "sendmail src/srvrsmtp.c: the connection was refused by rule, any command gets this",
            matches: [
                "host mx.example.com[192.0.2.41] refused to talk to me: 554 pps1.example.edu ESMTP not accepting messages"
            ]
        ),
        PatternRow(
            "qmail.messaging-limits",
            .reply,
            #"\bexceeded your messaging limits\b"#,
            category: .rateLimited,
            source: "qmail rcptcheck patch, qmail-smtpd.c; Twilio SendGrid, SMTP errors",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 you have exceeded your messaging limits (#4.3.0) (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 421 you have exceeded your mailbox limits (#4.3.0) (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "qmail.null-sender",
            .reply,
            #"\bnull senders temporarily denied\b"#,
            category: .senderRejected,
            source: "qmail doublebounce and nullsender patches, qmail-smtpd.c",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 null senders temporarily denied (#4.3.0) (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 421 senders temporarily denied (#4.3.0) (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "qmail.rcpt-limit",
            .reply,
            #"\bmax rcpt limit exceeded\b"#,
            category: .tooManyRecipients,
            source: "qmail maxrcpt patch, qmail-smtpd.c",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 max rcpt limit exceeded (#5.7.1) (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 452 max connection limit exceeded (#5.7.1) (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "qmail.spp",
            .reply,
            #"^451 qmail-spp failure: "#,
            category: .remoteSystem,
            source: "qmail-spp, qmail-smtpd.c: a plugin did not run, whatever its name says",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 qmail-spp failure: can't execute: plugins/greylist (#4.3.0) (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 GL - temporary problem. Try again later (#4.3.0) (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "qmail.invalid-addresses",
            .reply,
            #"\btoo many invalid addresses, goodbye\b"#,
            category: .reputation,
            source: "qmail brtlimit patch, qmail-smtpd.c: harvesting suspected",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 too many invalid addresses, goodbye (#4.3.0) (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 421 goodbye (#4.3.0) (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "qmail.validrcptto",
            .reply,
            #"\bthis recipient is not in my validrcptto list\b"#,
            category: .recipientUnknown,
            source:
                "qmail validrcptto patch, qmail-smtpd.c; sisimai, reason 'userunknown'; public Postfix logs",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 553 sorry, this recipient is not in my validrcptto list (#5.7.1) (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1) (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "qmail.badmailfrom",
            .reply,
            #"\bin my badmailfrom\b"#,
            category: .senderRejected,
            source: "netqmail qmail-smtpd.c",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 553 sorry, your envelope sender is in my badmailfrom list (#5.7.1) (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 sorry, your envelope recipient is in my badrcptto list (#5.7.1) (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "qmail.allowed-recipients",
            .reply,
            #"\bin my list of allowed recipients\b"#,
            category: .recipientUnknown,
            source: "patches of qmail-smtpd; phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 isn't in my list of allowed recipients (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1) (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "qmail.badrcptto",
            .reply,
            #"\bin my badrcptto list\b"#,
            category: .mailboxUnavailable,
            source: "qmail badrcptto patch, qmail-smtpd.c",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 sorry, your envelope recipient is in my badrcptto list (#5.7.1) (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 553 sorry, your envelope sender is in my badmailfrom list (#5.7.1) (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "qpsmtpd.greylisting",
            .reply,
            #"\bThis mail is temporarily denied\b"#,
            category: .greylisted,
            source: "qpsmtpd plugins/greylisting",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 This mail is temporarily denied (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 Message denied temporarily (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "qpsmtpd.dkim",
            .reply,
            #"^450 Please try again later - "#,
            category: .senderAuthentication,
            source: "qpsmtpd plugins/dkim: the key was not found out",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 Please try again later - DNS timeout (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 Please try again later (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "zmailer.address-policy",
            .reply,
            #"\bYour address is not liked source for email\b"#,
            category: .senderRejected,
            source: "ZMailer, as on vger.kernel.org; public Postfix bounces",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 553 5.7.1 Hello [192.0.2.200], for your MAIL FROM address <joe@example.org> policy analysis reported: Your address is not liked source for email (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "sendmail.include",
            .reply,
            #"^45\d 4\.2\.4 Cannot open "#,
            category: .remoteSystem,
            source: "sendmail alias.c, include(): a mailing list in a file",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.2.4 Cannot open /etc/mail/lists/staff: Permission denied (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.2.4 Mailing list expansion problem (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "imail.gateway",
            .reply,
            #"\bnot local host \S{1,256}, not a gateway\b"#,
            category: .remoteSystem,
            scope: .destination,
            source: "Ipswitch IMail: the domain is none of theirs",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 not local host example.com, not a gateway (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 not a local user (in reply to RCPT TO command)"
            ]
        ),
    ]
}
