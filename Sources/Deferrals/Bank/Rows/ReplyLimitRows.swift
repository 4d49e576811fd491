extension PatternBank {
    /// Limits of rate and number of ours, in words that many servers share.
    static let replyLimitRows: [PatternRow] = [
        PatternRow(
            "reply.rate-limit",
            .reply,
            #"rate[- ]?limit"#,
            category: .rateLimited,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.154] said: 450 4.2.1 Rate limit exceeded (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.155] said: 421 4.7.0 Try again later, rate limited (in reply to MAIL FROM command)",
            ]
        ),
        PatternRow(
            "reply.rate-of",
            .reply,
            #"(?:message|sending|connection|recipient|delivery|send) rate "#,
            category: .rateLimited,
            source: "portal.iridis.uk, response codes",
            matches: [
                "host mx.example.com[192.0.2.156] said: 451 HST-RTE: Hourly send rate exceeded, retry later. (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.mail-quota",
            .reply,
            #"(?:daily|hourly|sending|messages?) quota"#,
            category: .rateLimited,
            source: "sisimai; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.157] said: 450 4.7.1 sending quota exceeded (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.mail-limit",
            .reply,
            #"(?:daily|hourly|sending|message|mail|connection) limit"#,
            category: .rateLimited,
            source: "Momentum adaptive delivery rules; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.158] refused to talk to me: 421 /32 connection limit exceeded"
            ]
        ),
        PatternRow(
            "reply.throttled",
            .reply,
            #"throttl"#,
            category: .rateLimited,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.159] said: 452 4.7.1 Throttling - too many messages from IP (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.too-many-connections",
            .reply,
            #"too many (?:concurrent |simultaneous |open |active |parallel |SMTP )*(?:connection|session)"#,
            category: .rateLimited,
            source: "public Postfix logs; Momentum adaptive delivery rules",
            matches: [
                "host mx1.safe-mail.example[192.0.2.160] refused to talk to me: 421 Too many connections",
                "host mx.example.com[192.0.2.161] refused to talk to me: 421 mx.example.com Too many simultaneous sessions",
            ]
        ),
        PatternRow(
            "reply.too-many-messages",
            .reply,
            #"too (?:many|much) (?:recent |deferred )?(?:messages|mails?|e-?mails?)\b(?! data)(?! (?:in|on) (?:this mailbox|the server))"#,
            category: .rateLimited,
            source: "public Postfix logs",
            matches: [
                "host mx.uol.com.br[192.0.2.162] said: 450 4.7.1 <user@uol.com.br>: Recipient address rejected: MX-UOL-02 - Too many messages, try again later. (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 451 4.4.5 Too many deferred messages for this sender (in reply to MAIL FROM command)",
                "host mx.wp.pl[192.0.2.163] said: 470 you sent too many e-mails (in reply to MAIL FROM command)",
            ],
            rejects: [
                "host mx.example.de[192.0.2.163] said: 550 <user@example.de> Benutzer hat zuviele Mails auf dem Server. / User has too many messages on the server. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.too-fast",
            .reply,
            #"too (?:fast|quickly|frequent|often)"#,
            category: .rateLimited,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.164] said: 450 4.7.1 You are sending too fast. Please slow down. (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.slow-down",
            .reply,
            #"slow(?:er| down)"#,
            category: .rateLimited,
            source: "sisimai, reason 'speeding'",
            matches: [
                "host mx.example.com[192.0.2.165] said: 421 4.7.0 please try again slower (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.per-time",
            .reply,
            #"(?:exceed|limit|maximum).{1,60} per (?:second|minute|hour|day)\b"#,
            category: .rateLimited,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.166] said: 450 4.7.1 You have exceeded the maximum of 100 recipients per hour (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.recipients-in-time",
            .reply,
            #"too many recipients\b.{0,30} (?:last|past|per|each) (?:\d{1,4} )?(?:second|minute|hour|day)"#,
            category: .rateLimited,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 4.5.3 Too many recipients in the last hour for this sender, please wait (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 452 4.5.3 Too many recipients; try the others in an hour (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.too-many-recipients",
            .reply,
            #"too many recipients"#,
            category: .tooManyRecipients,
            source: "RFC 5321 section 4.5.3.1.10; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.167] said: 452 4.5.3 Too many recipients (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.recipients-per",
            .reply,
            #"recipients? per (?:message|connection|session|transaction)"#,
            category: .tooManyRecipients,
            source: "Momentum adaptive delivery rules",
            matches: [
                "host mx.example.com[192.0.2.168] said: 452 Exceeded limit for recipients per connection. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.messages-per-session",
            .reply,
            #"messages (?:for this|per|in one) (?:connection|session)"#,
            category: .rateLimited,
            source: "KumoMTA community shaping rules",
            matches: [
                "host mx.example.com[192.0.2.169] said: 452 4.1.0 Max messages per session reached (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.sent-too-many",
            .reply,
            #"You sent to many (?:mails|messages|e-?mails)"#,
            category: .rateLimited,
            source: "spam-mail-blocker.de, status information",
            matches: [
                "host mx.example.com[192.0.2.48] said: 450 4.2.1 Sender ip address rejected: You sent to many mails from different domains in the last 10 minutes (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.49] said: 450 4.2.2 Sender domain rejected: You sent to many mails from different ip address in the last 10 minutes (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.too-many-errors",
            .reply,
            #"too many errors"#,
            category: .rateLimited,
            source: "Stalwart crates/smtp; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.50] said: 451 4.3.0 Too many errors, disconnecting. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.too-many-rcpts",
            .reply,
            #"\btoo many RCPTs\b"#,
            category: .tooManyRecipients,
            source: "grommunio gromox, mda/smtp reply codes (452)",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 too many RCPTs (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 452 4.7.1 too many rejected RCPT commands (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.excessive-volume",
            .reply,
            #"deferred due to excessive volume"#,
            category: .rateLimited,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 4.7.0 [198.51.100.7] Messages from 198.51.100.7 temporarily deferred due to excessive volume (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.rate-control",
            .reply,
            #"\brate[- ]control"#,
            category: .rateLimited,
            source:
                "campus.barracuda.com, Rate Control: more connections than allowed in half an hour",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 4.7.1 Your IP [198.51.100.7] is being rate controlled (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 450 4.7.1 Rate control: try again in 30 minutes (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.frequency",
            .reply,
            #"\bfrequency (?:is )?too high"#,
            category: .rateLimited,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 4.7.0 Connection frequency too high (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.max-connections",
            .reply,
            #"max(?:imum)?(?: number of)? (?:concurrent |simultaneous |parallel )?(?:SMTP )?connections\b.{0,30}(?:reached|exceeded)"#,
            category: .rateLimited,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 4.3.2 Max concurrent connections reached for 198.51.100.7 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.excessive-connections",
            .reply,
            #"(?:excessive|high) number of (?:\S+ )?connections"#,
            category: .rateLimited,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 4.7.1 Excessive number of connections from your IP (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.session-limit",
            .reply,
            #"limit (?:of|on) (?:parallel|concurrent|simultaneous|open) (?:sessions|connections)"#,
            category: .rateLimited,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 Client host has reached the limit of parallel sessions (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.one-recipient",
            .reply,
            #"\bone recipient at a time\b"#,
            category: .tooManyRecipients,
            source: "servers that take one recipient a message, in public repositories",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 We only accept mail one recipient at a time (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 We only accept mail for one domain (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.messages-a-day",
            .reply,
            #"\bmore than \d{1,9} (?:messages|e?-?mails) (?:in|per) an? (?:day|hour|minute)\b"#,
            category: .rateLimited,
            source: "postfwd rule sets in public repositories",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 4.7.1 - Server overload, more than 100 messages in a day from your account, try again tomorrow. (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.2.2 more than 100 messages wait in the mailbox (in reply to RCPT TO command)"
            ]
        ),
    ]
}
