extension PatternBank {
    /// What else Postfix says of a session that did come about.
    static let sessionRows: [PatternRow] = [
        PatternRow(
            "session.loop",
            .reason,
            #"^mail for .* loops back to myself$"#,
            code: .other,
            origin: .local,
            stage: .dns,
            category: .loop,
            source:
                "Postfix src/smtp/smtp_proto.c; the greeting or EHLO reply has our own name (4.4.6); smtp_addr.c, we are the best MX (5.4.6, or 4.3.5 as relayhost); 2.3 and later",
            matches: [
                "mail for example.com loops back to myself",
                "mail for [192.0.2.10]:25 loops back to myself",
                "delivery temporarily suspended: mail for relay.example.org loops back to myself",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.25] said: 451 4.4.6 mail for example.com loops back to myself (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "session.size-limit",
            .reason,
            #"^message size \d+ exceeds size limit \d+ of server "#,
            code: .other,
            origin: .remote,
            stage: .ehlo,
            category: .tooLarge,
            source:
                "Postfix src/smtp/smtp_proto.c; SIZE in the EHLO reply, RFC 1870; 5.3.4, deferred under soft_bounce; 2.3 and later",
            matches: [
                "message size 35127408 exceeds size limit 26214400 of server mx1.example.com[192.0.2.25]",
                "message size 10485761 exceeds size limit 10485760 of server 127.0.0.1[127.0.0.1]",
            ]
        ),
        PatternRow(
            "session.smtputf8-not-offered",
            .reason,
            #"^SMTPUTF8 is required, but was not offered by host "#,
            code: .other,
            origin: .remote,
            stage: .ehlo,
            category: .protocol,
            scope: .message,
            source: "Postfix src/smtp/smtp_proto.c; 5.6.7; 3.0 to 3.10",
            matches: [
                "SMTPUTF8 is required, but was not offered by host mx1.example.com[192.0.2.25]",
                "SMTPUTF8 is required, but was not offered by host mail.example.net[2001:db8::25]",
            ]
        ),
        PatternRow(
            "session.smtputf8-no-server",
            .reason,
            #"^message requires SMTPUTF8, but no server was found that supports SMTPUTF8\."#,
            code: .other,
            origin: .remote,
            stage: .ehlo,
            category: .protocol,
            scope: .message,
            source: "Postfix src/smtp/smtp_proto.c; 5.6.7; since 3.11",
            matches: [
                "message requires SMTPUTF8, but no server was found that supports SMTPUTF8. The last attempted server was mx1.example.com[192.0.2.25]",
                "message requires SMTPUTF8, but no server was found that supports SMTPUTF8. The last attempted server was mail.example.net[2001:db8::25]",
            ]
        ),
        PatternRow(
            "session.early-reply",
            .reason,
            #"^unexpected server message$"#,
            code: .other,
            origin: .remote,
            stage: .mail,
            category: .protocol,
            source:
                "Postfix src/smtp/smtp_proto.c; smtp_tls_block_early_mail_reply: something came before MAIL FROM (CVE-2009-3555); since 2.7",
            matches: [
                "unexpected server message",
                "delivery temporarily suspended: unexpected server message",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.25] said: 451 unexpected server message (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "session.local-data",
            .reason,
            #"^local data error while talking to "#,
            code: .other,
            origin: .local,
            category: .localConfiguration,
            source:
                "Postfix src/smtp/smtp_trouble.c, SMTP_ERR_DATA: a look-up of header or body checks, of EHLO keywords to discard or of the SASL password failed; since 2.9",
            matches: [
                "local data error while talking to mx1.example.com[192.0.2.25]",
                "local data error while talking to mail.example.net[2001:db8::25]",
            ]
        ),
        PatternRow(
            "session.unreadable-message",
            .reason,
            #"^unreadable mail queue entry$"#,
            code: .other,
            origin: .local,
            stage: .messageBody,
            category: .localDelivery,
            source:
                "Postfix src/smtp/smtp_proto.c; a bad record in the queue file; 5.3.0; since 2.4",
            matches: [
                "unreadable mail queue entry",
                "delivery temporarily suspended: unreadable mail queue entry",
            ]
        ),
        PatternRow(
            "session.mime-nesting",
            .reason,
            #"^MIME nesting exceeds safety limit$"#,
            code: .other,
            origin: .local,
            stage: .messageBody,
            category: .content,
            scope: .message,
            source: "Postfix src/global/mime_state.c, 8BITMIME conversion; 5.6.0; 2.3 and later",
            matches: [
                "MIME nesting exceeds safety limit",
                "delivery temporarily suspended: MIME nesting exceeds safety limit",
            ]
        ),
        PatternRow(
            "session.mime-header-length",
            .reason,
            #"^message header length exceeds safety limit$"#,
            code: .other,
            origin: .local,
            stage: .messageBody,
            category: .content,
            scope: .message,
            source: "Postfix src/global/mime_state.c; 5.6.0; 2.3 and later",
            matches: [
                "message header length exceeds safety limit",
                "delivery temporarily suspended: message header length exceeds safety limit",
            ]
        ),
        PatternRow(
            "session.mime-8-bit",
            .reason,
            #"^improper use of 8-bit data in message (?:header|body)$"#,
            code: .other,
            origin: .local,
            stage: .messageBody,
            category: .content,
            scope: .message,
            source: "Postfix src/global/mime_state.c; 5.6.0; 2.3 and later",
            matches: [
                "improper use of 8-bit data in message header",
                "improper use of 8-bit data in message body",
            ]
        ),
        PatternRow(
            "session.mime-encoding-domain",
            .reason,
            #"^invalid message/\* or multipart/\* encoding domain$"#,
            code: .other,
            origin: .local,
            stage: .messageBody,
            category: .content,
            scope: .message,
            source: "Postfix src/global/mime_state.c; 5.6.0; 2.3 and later",
            matches: [
                "invalid message/* or multipart/* encoding domain",
                "delivery temporarily suspended: invalid message/* or multipart/* encoding domain",
            ]
        ),
        PatternRow(
            "session.mime-header-end",
            .reason,
            #"^primary header was terminated with non-empty line$"#,
            code: .other,
            origin: .local,
            stage: .messageBody,
            category: .content,
            scope: .message,
            source: "Postfix src/global/mime_state.c, MIME_ERR_NON_EMPTY_EOH; 5.6.0; since 3.11",
            matches: [
                "primary header was terminated with non-empty line",
                "delivery temporarily suspended: primary header was terminated with non-empty line",
            ]
        ),
    ]

    /// SASL login to a relay.
    ///
    /// 'server X said: REPLY' is taken apart as a reply; these are the rest.
    static let sessionLoginRows: [PatternRow] = [
        PatternRow(
            "sasl.cached",
            .reason,
            #"^SASL \[CACHED\] authentication failed; server [^ ]+ said: "#,
            code: .other,
            origin: .local,
            stage: .auth,
            category: .authentication,
            source:
                "Postfix src/smtp/smtp_sasl_glue.c; smtp_sasl_auth_cache_name keeps 535 replies only; since 2.5",
            matches: [
                "SASL [CACHED] authentication failed; server relay.example.com said: 535 5.7.8 Error: authentication failed: authentication failure",
                "SASL [CACHED] authentication failed; server smtp.example.net said: 535 Authentication credentials invalid",
            ]
        ),
        PatternRow(
            "sasl.no-mechanism",
            .reason,
            #"^SASL authentication failed: server [^ ]+ offered no compatible authentication mechanisms"#,
            code: .other,
            origin: .local,
            stage: .auth,
            category: .authentication,
            source:
                "Postfix src/smtp/smtp_sasl_proto.c: smtp_sasl_security_options, or no TLS; 2.3 and later",
            matches: [
                "SASL authentication failed: server relay.example.com[192.0.2.60] offered no compatible authentication mechanisms for this type of connection security",
                "SASL authentication failed: server smtp.example.net[2001:db8::60] offered no compatible authentication mechanisms for this type of connection security",
            ]
        ),
        PatternRow(
            "sasl.cannot-authenticate",
            .reason,
            #"^(?:SASL authentication failed; cannot|cannot SASL) authenticate to server "#,
            code: .other,
            origin: .local,
            stage: .auth,
            category: .authentication,
            source:
                "Postfix src/smtp/smtp_sasl_glue.c; xsasl_client_first() or _next(): our SASL library; the other wording until 2.2",
            matches: [
                "SASL authentication failed; cannot authenticate to server relay.example.com[192.0.2.60]: no mechanism available",
                "SASL authentication failed; cannot authenticate to server smtp.example.net[192.0.2.61]: authentication failure",
                "SASL authentication failed; cannot authenticate to server smtp.example.net[192.0.2.61]: bad protocol / cancel",
                "Authentication failed: cannot SASL authenticate to server smtp.example.net[192.0.2.33]: no mechanism available",
            ]
        ),
        PatternRow(
            "sasl.protocol-loop",
            .reason,
            #"^SASL authentication failed; authentication protocol loop with server "#,
            code: .other,
            origin: .remote,
            stage: .auth,
            category: .authentication,
            source: "Postfix src/smtp/smtp_sasl_glue.c; more than 100 challenges; since 2.6",
            matches: [
                "SASL authentication failed; authentication protocol loop with server relay.example.com[192.0.2.60]",
                "SASL authentication failed; authentication protocol loop with server smtp.example.net[2001:db8::60]",
            ]
        ),
        PatternRow(
            "sasl.early-challenge",
            .reason,
            #"^SASL authentication failed; non-empty initial .* challenge from server "#,
            code: .other,
            origin: .remote,
            stage: .auth,
            category: .authentication,
            source:
                "Postfix src/smtp/smtp_sasl_glue.c; the tail is our pending response, credentials included: redact it; since 3.4",
            matches: [
                "SASL authentication failed; non-empty initial PLAIN challenge from server relay.example.com[192.0.2.60]: [redacted]",
                "SASL authentication failed; non-empty initial XOAUTH2 challenge from server smtp.example.net[192.0.2.61]: [redacted]",
            ]
        ),
        PatternRow(
            "sasl.not-announced",
            .reason,
            #"^SASL login/password exists, but host [^ ]+ does not announce SASL authentication support"#,
            code: .other,
            origin: .local,
            stage: .auth,
            category: .authentication,
            source: "Postfix src/smtp/smtp_proto.c; 2.3",
            matches: [
                "SASL login/password exists, but host relay.example.com[192.0.2.60] does not announce SASL authentication support",
                "SASL login/password exists, but host smtp.example.net[192.0.2.61] does not announce SASL authentication support",
            ]
        ),
    ]
}
