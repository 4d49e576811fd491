extension PatternBank {
    /// Mailboxes that take no more, as servers in general word it.
    static let replyQuotaRows: [PatternRow] = [
        PatternRow(
            "reply.too-much-data",
            .reply,
            #"Too much mail data"#,
            category: .mailboxFull,
            source: "sisimai, reason 'mailboxfull': docomo.ne.jp",
            matches: [
                "host mfsmax.docomo.ne.jp[192.0.2.170] said: 452 Too much mail data (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.storage-allocation",
            .reply,
            #"exceeded storage allocation"#,
            category: .mailboxFull,
            source: "RFC 5321 section 4.2.3",
            matches: [
                "host mx01.emig.gmx.net[192.0.2.171] said: 552-Requested mail action aborted: exceeded storage allocation 552-Quota exceeded. 552 For explanation visit https://postmaster.gmx.net/en/case?c=r1503&i=ip&v=192.0.2.200 (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.over-quota",
            .reply,
            #"over[- ]?quot[ae]\b"#,
            category: .mailboxFull,
            source: "public Postfix logs; sisimai, reason 'mailboxfull'",
            matches: [
                "host mx.example.com[192.0.2.172] said: 452 4.2.2 <user@example.com>: user is over quota (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 552 Permanent failure, user is over quote (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.storage-limit",
            .reply,
            #"mailbox (?:is|has) over (?:its|the) storage limit"#,
            category: .mailboxFull,
            source: "lists of SMTP reply codes, 422",
            matches: [
                "host mx.example.com[192.0.2.174] said: 422 The recipient's mailbox is over its storage limit (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.quota",
            .reply,
            #"quota.{0,30}(?:exceeded|full|reached|uberschritten|violation|limit)"#,
            category: .mailboxFull,
            source: "public Postfix logs; sisimai, reason 'mailboxfull'",
            matches: [
                "host mx.example.com[192.0.2.173] said: 422 4.2.2 Quota limit exceeded (Speicherplatz des Kontos ueberschritten) (in reply to RCPT TO command)",
                "host nicmail.example[192.0.2.174] said: 451 example.ru prohibited. Disk quota exceeded (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx.example.com[192.0.2.175] said: 450 4.7.1 sending quota exceeded (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.exceeded-quota",
            .reply,
            #"exceed.{1,40}quota"#,
            category: .mailboxFull,
            source: "public Postfix logs; sisimai, reason 'mailboxfull'",
            matches: [
                "host mx.example.com[192.0.2.176] said: 450 4.2.2 account is exceeding their quota (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.mailbox-full",
            .reply,
            #"(?:mailbox|inbox|mailfolder|account)(?: is| already| temporarily| ist){0,3} full\b"#,
            category: .mailboxFull,
            source: "public Postfix logs; sisimai, reason 'mailboxfull'",
            matches: [
                "host mx.comcast.net[192.0.2.177] said: 452 4.2.2 mailbox full (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.178] said: 450 4.2.2 <user@example.jp>... Mailbox Full (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.postfach-voll",
            .reply,
            #"Postfach.{1,20} voll\b"#,
            category: .mailboxFull,
            source: "German servers",
            matches: [
                "host mx.example.com[192.0.2.179] said: 452 4.2.2 Das Postfach des Empfaengers ist voll (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.out-of-storage",
            .reply,
            #"(?:out of|not enough|no) storage space"#,
            category: .mailboxFull,
            source: "public Postfix logs; sisimai, reason 'mailboxfull'",
            matches: [
                "host mx.example.com[192.0.2.180] said: 452 4.2.2 not enough storage space in user@example.com (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.mailbox-limit",
            .reply,
            #"mailbox (?:size |storage |disk |has exceeded its disk space )?(?:limit|quota)"#,
            category: .mailboxFull,
            source: "public Postfix logs; sisimai, reason 'mailboxfull'",
            matches: [
                "host mx.example.com[192.0.2.181] said: 452 4.2.2 mailbox size limit exceeded (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.boite-pleine",
            .reply,
            #"bo\S{1,2}te .{0,40}pleine"#,
            category: .mailboxFull,
            source: "French servers",
            matches: [
                "host mx.example.com[192.0.2.182] said: 452 4.2.2 boite aux lettres pleine (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.buzon-lleno",
            .reply,
            #"buz\S{1,2}n .{0,20}lleno"#,
            category: .mailboxFull,
            source: "Spanish servers",
            matches: [
                "host mx.example.com[192.0.2.183] said: 452 4.2.2 Buzon del usuario lleno (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.cuota-excedida",
            .reply,
            #"cuota .{0,20}(?:excedida|superada)"#,
            category: .mailboxFull,
            source: "Spanish servers",
            matches: [
                "host mx.example.com[192.0.2.184] said: 452 4.2.2 Cuota de disco excedida (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "gromox.mailbox-full",
            .reply,
            #"^4\d\d (?:4\.\d\.\d )?Mailbox \S+ is full\b"#,
            category: .mailboxFull,
            source: "grommunio gromox, mda/smtp reply codes (450, 452)",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 Mailbox <user@example.net> is full (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 452 Mailbox <user@example.net> is full (in reply to end of DATA command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 Mailbox <user@example.net> is locked (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.mailbox-of-full",
            .reply,
            #"\bmailbox (?:of |for user )?<?\S{1,256} is full\b"#,
            category: .mailboxFull,
            source: "public bounce rules, X-HERMES among them",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 551 bounce as<the destination mailbox <user@example.com> is full> queue as 100.1.ZmxEL.720k.1140313037.user@example.com (in reply to end of DATA command)",
                "host mx1.example.net[192.0.2.25] said: 550 Delivery error.Mailbox of user@example.com is FULL (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 452 The incoming mailbox for user joe is full (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 the mailbox of this user is away (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.out-of-quota",
            .reply,
            #"\bAccount \S+ out of quota\b"#,
            category: .mailboxFull,
            source: "public bounce lists",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 Account <user@example.net> out of quota. Try later (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 Account <user@example.net> is out of office. Try later (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.disk-quota-exceed",
            .reply,
            #"\bDisk quota exceed for \S+@"#,
            category: .mailboxFull,
            source: "public bounce lists (the grammar is theirs)",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 Disk quota exceed for user@example.net (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 Daily quota exceed for user@example.net (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.storage-in-mailbox",
            .reply,
            #"insufficient storage in (?:\S+ ){0,2}mailbox"#,
            category: .mailboxFull,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 Insufficient storage in recipient mailbox (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 452 4.3.1 Insufficient system storage (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.recipient-storage-full",
            .reply,
            #"(?:recipient|account|mailbox|user)(?:'s)? storage (?:is )?full"#,
            category: .mailboxFull,
            source: "Apache James; mox smtpserver/server.go; public Postfix logs",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 552 recipient storage full, try again later (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 452 4.2.2 account storage full (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.exceeded-storage",
            .reply,
            #"mailbox has exceeded (?:its |the )?(?:storage|size|disk|limit)"#,
            category: .mailboxFull,
            source: "SendGrid documentation; sisimai, reason 'mailboxfull'",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 4.2.0 The recipient's mailbox has exceeded its storage limits (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 452 Mailbox has exceeded the limit (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.over-its-quota",
            .reply,
            #"\bover (?:(?:its|the|their|his|her) )?(?:allowed |disk |mail |storage )?quota"#,
            category: .mailboxFull,
            source: "sisimai, reason 'mailboxfull'",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 4.2.0 <joe@example.net>: account is over its quota (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 450 4.2.0 user is over the quota (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 452 over disk quota (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.space-not-enough",
            .reply,
            #"\bmail ?box space (?:is )?not enough\b"#,
            category: .mailboxFull,
            source: "public Postfix logs; rules of bounce handlers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 ErrMsg=Mailbox space not enough (space limit is 10240KB) (in reply to end of DATA command)",
                "host mx1.example.net[192.0.2.25] said: 452 mail box space not enough (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 452 4.3.1 disk space not enough (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.exceeds-allowed-size",
            .reply,
            #"\bmailbox exceeds allowed size\b"#,
            category: .mailboxFull,
            source: "public Postfix logs; rules of bounce handlers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 552 User mailbox exceeds allowed size (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 552 Message exceeds allowed size (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.mailbox-messages",
            .reply,
            #"\btoo many messages (?:in|on) (?:this mailbox|the server)\b"#,
            category: .mailboxFull,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 too many messages on this mailbox (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 452 too many messages in this mailbox (in reply to RCPT TO command)",
                "host mx.example.de[192.0.2.163] said: 550 <user@example.de> Benutzer hat zuviele Mails auf dem Server. / User has too many messages on the server. (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 452 too many messages in this session (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.allowed-count",
            .reply,
            #"\b(?:exceeds|over the maximum) allowed (?:message count|number of messages|mailbox size)\b"#,
            category: .mailboxFull,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 over the maximum allowed number of messages (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 452 exceeds allowed message count (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 452 over the maximum allowed mailbox size (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 452 over the maximum allowed number of connections (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.exceed-maximum",
            .reply,
            #"\bexceed maximum (?:mailbox size|allowed storage)\b"#,
            category: .mailboxFull,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 Message will exceed maximum mailbox size. Mail rejected (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 452 exceed maximum allowed storage (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 552 exceed maximum message size (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.not-enough-diskspace",
            .reply,
            #"\buser has not enough disk ?space\b"#,
            category: .mailboxFull,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 The user has not enough diskspace available (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 452 4.3.1 not enough disk space (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.overdrawn",
            .reply,
            #"\boverdrawn (?:his|her|its|their) disk ?space quota\b"#,
            category: .mailboxFull,
            source:
                "Courier maildrop, qmail deliverquota; phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 Sorry, the user's maildir has overdrawn his diskspace quota (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 4.7.1 you have overdrawn your sending quota (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.quota-is-over",
            .reply,
            #"\bquota is over for\b"#,
            category: .mailboxFull,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 Quota is over for this user (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 4.7.1 your sending quota is over (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.full-mailbox",
            .reply,
            #"\bhas (?:a )?full mailbox\b"#,
            category: .mailboxFull,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 user has full mailbox (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 4.2.0 server has full load (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.space-used-up",
            .reply,
            #"\bspace has used up\b"#,
            category: .mailboxFull,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 The user's space has used up. (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 452 4.3.1 disk space low (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.code-2-2",
            .reply,
            #"^(?:4[235]\d|5\d\d)[- ]#?[45]\.2\.2\b(?!\.)"#,
            category: .mailboxFull,
            source: "RFC 3463; 4.2.2 is said of quota only",
            matches: [
                "host mx.example.com[192.0.2.185] said: 452 4.2.2 Insufficient storage for user@example.com (in reply to RCPT TO command)"
            ]
        ),
    ]
}
