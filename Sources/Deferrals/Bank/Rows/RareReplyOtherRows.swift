extension PatternBank {
    /// Content, systems and senders in words of few servers.
    static let rareReplyOtherRows: [PatternRow] = [
        PatternRow(
            "reply.bulk-mail",
            .reply,
            #"(?:\bas|-) bulk e?-?mail\b"#,
            category: .content,
            source: "sisimai, reason 'spamdetected'; public bounce corpora",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 Rejected - bulk email (in reply to end of DATA command)",
                "host mx1.example.net[192.0.2.25] said: 550-5.7.1 The message was rejected due to classification as Bulk mail. Please see http://support.example.com/email-administrators-guide/error-codes 550 5.7.1 (in reply to end of DATA command)",
            ]
        ),
        PatternRow(
            "reply.mass-mailer",
            .reply,
            #"\busing a mass ?mailer\b"#,
            category: .content,
            source: "sisimai, reason 'spamdetected'",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 You're using a mass mailer, therefore you're bounced. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.uribl-policy",
            .reply,
            #"\bbreaches local URIBL policy\b"#,
            category: .content,
            source: "sisimai, reason 'spamdetected'",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 Your email breaches local URIBL policy. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.eight-bit-header",
            .reply,
            #"\b8-?bit (?:data|characters?) in (?:message )?headers?\b"#,
            category: .content,
            source: "sendmail and MIMEDefang hosts; sisimai",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 5.6.9 improper use of 8-bit data in message header (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.large-header",
            .reply,
            #"\bHeaders? too (?:large|long)\b"#,
            category: .content,
            source: "sendmail src/collect.c; sisimai",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 552 5.6.0 Headers too large (3 max) (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.message-denied",
            .reply,
            #"^45\d Message denied temporarily\b"#,
            category: .remoteSystem,
            source: "Haraka, connection.js: a plugin's temporary failure",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 Message denied temporarily (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.no-data-saved",
            .reply,
            #"\bRejected - No data saved\b"#,
            category: .remoteSystem,
            source: "hMailServer, SMTPConnection.cpp",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 Rejected - No data saved. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.unexpected-error",
            .reply,
            #"^45\d .{0,20}\bUnexpected error (?:handling|preparing|processing)\b"#,
            category: .remoteSystem,
            source: "Apache James, DataLineMessageHookHandler",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 Unexpected error handling DATA stream. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.improper-sequence",
            .reply,
            #"\bimproper sequence of commands\b"#,
            category: .protocol,
            source: "RFC 5321 section 4.3.2; sisimai",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 503 Improper sequence of commands (in reply to DATA command)"
            ]
        ),
        PatternRow(
            "reply.command-before-data",
            .reply,
            #"\bcommand before DATA\b"#,
            category: .protocol,
            source: "RFC 5321 section 4.3.2; sisimai",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 503 Issue RCPT TO: command before DATA command (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.open-relay",
            .reply,
            #"\b(?:is an open|insecure mail) relay\b"#,
            category: .reputation,
            source: "sisimai, reason 'blocked'",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 501 <user@example.com>... no access from mail server [192.0.2.55] which is an open relay. (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 Insecure Mail Relay (in reply to MAIL FROM command)",
            ]
        ),
        PatternRow(
            "reply.host-network",
            .reply,
            #"\bHost network not allowed\b"#,
            category: .reputation,
            source: "Mimecast; sisimai, rhost mimecast",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 Host network not allowed - https://community.mimecast.com/docs/DOC-1369#554 [z7qZw5BPd1zlDYHka4589ru.us222] (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.confirm-server",
            .reply,
            #"\bYour server requires confirmation\b"#,
            category: .reputation,
            source: "public bounce corpora",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 Your server requires confirmation. Visit http://www.example.com/Whitelist.aspx?IP=192.0.2.212 to confirm this mail server. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.from-policy",
            .reply,
            #"\bMail from \S{1,256} rejected for policy\b"#,
            category: .senderRejected,
            source: "sisimai, reason 'rejected'",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 Mail from user@example.net rejected for policy reasons. (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.sender-domain-disabled",
            .reply,
            #"\bdomain of (?:smtp mail from|message from header) is temporarily disabled\b"#,
            category: .senderRejected,
            source: "mox smtpserver/server.go",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.3.0 domain of smtp mail from is temporarily disabled (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.purported-address",
            .reply,
            #"\bPurported Responsible Address\b"#,
            category: .senderAuthentication,
            source: "RFC 4406, Sender ID; sisimai",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 can't determine Purported Responsible Address (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.client-ip-mismatch",
            .reply,
            #"\bdomain \S{1,256} mismatches client ip\b"#,
            category: .senderAuthentication,
            source: "sisimai, reason 'authfailure'",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 domain [example.com] mismatches client ip 192.0.2.225. (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.invalid-domain-name",
            .reply,
            #"^501[- ](?:5\.\d\.\d )?(?:\S{1,64} )?Invalid domain name\b"#,
            category: .dnsOfSender,
            source: "sendmail src/srvrsmtp.c, in reply to HELO",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 501 5.0.0 Invalid domain name (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.turn-on-login",
            .reply,
            #"\bturn on SMTP Authentication\b"#,
            origin: .local,
            category: .authentication,
            source: "cPanel's Exim; sisimai",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550-Please turn on SMTP Authentication in your mail client. 550 192.0.2.7 is not permitted to relay through this server without authentication. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.login-failures",
            .reply,
            #"\btoo many auth failures\b"#,
            category: .rateLimited,
            source: "mox smtpserver/server.go",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 4.7.0 too many auth failures"
            ]
        ),
        PatternRow(
            "reply.please-say",
            .reply,
            #"\bplease say (?:HELO|MAIL|RCPT)\b"#,
            category: .protocol,
            source: "sina.com reply texts, blog.sina.com.cn",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 501 please say HELO/EHLO first (in reply to MAIL FROM command)",
                "host mx1.example.net[192.0.2.25] said: 502 please say MAIL first (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.login-before-sending",
            .reply,
            #"\brequires authentication before sending\b"#,
            origin: .local,
            category: .authentication,
            source: "sendpulse.com, SMTP errors; MDaemon",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 551 This mail server requires authentication before sending mail from a locally hosted domain (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.not-for-login",
            .reply,
            #"\bnot valid for your login\b"#,
            category: .senderRejected,
            source: "sendpulse.com, SMTP errors",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 551 sender address is not valid for your login (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.portuguese-unavailable",
            .reply,
            #"\bServidor temporariamente indispon"#,
            category: .remoteSystem,
            source: "GoDaddy in Portuguese",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 Servidor temporariamente indispon?vel. Tente novamente mais tarde. IB101"
            ]
        ),
        PatternRow(
            "reply.need-command",
            .reply,
            #"^503 (?:\S{5,9} )?Error: need [A-Z]{4} command\b"#,
            category: .protocol,
            source: "Postfix src/smtpd/smtpd.c: a command out of its order",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 503 Error: need MAIL command (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 503 Error: need a break (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.unknown-parameter",
            .reply,
            #"^501 (?:\S{5,9} )?Unrecognized parameter\b"#,
            category: .protocol,
            source: "Exchange and others: a parameter of MAIL FROM that is not offered",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 501 5.5.4 Unrecognized parameter (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 501 5.5.4 Unrecognized (in reply to MAIL FROM command)"
            ]
        ),
    ]
}
