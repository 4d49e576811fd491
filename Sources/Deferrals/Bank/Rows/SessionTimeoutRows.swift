extension PatternBank {
    /// 'conversation with HOST[ADDRESS] timed out while DOING': a session went silent.
    ///
    /// The server hangs or is overloaded, or a firewall between swallows packets: 4.4.318, whose causes
    /// and fixes these are, not 4.4.315.
    static let sessionTimeoutRows: [PatternRow] = [
        PatternRow(
            "silent.greeting",
            .reason,
            #"^conversation with [^ ]+ timed out while receiving the initial server greeting$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .greeting,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; 2.3 and later",
            matches: [
                "conversation with mx1.example.com[192.0.2.25] timed out while receiving the initial server greeting",
                "conversation with mail.example.net[2001:db8::25] timed out while receiving the initial server greeting",
            ]
        ),
        PatternRow(
            "silent.ehlo",
            .reason,
            #"^conversation with [^ ]+ timed out while performing the EHLO handshake$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .ehlo,
            source:
                "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; also while logging in by SASL; 2.3 and later",
            matches: [
                "conversation with mx1.example.com[192.0.2.25] timed out while performing the EHLO handshake",
                "conversation with mail.example.net[2001:db8::25] timed out while performing the EHLO handshake",
            ]
        ),
        PatternRow(
            "silent.helo",
            .reason,
            #"^conversation with [^ ]+ timed out while performing the HELO handshake$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .ehlo,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; 2.3 and later",
            matches: [
                "conversation with mx1.example.com[192.0.2.25] timed out while performing the HELO handshake",
                "conversation with mail.example.net[2001:db8::25] timed out while performing the HELO handshake",
            ]
        ),
        PatternRow(
            "silent.lhlo",
            .reason,
            #"^conversation with [^ ]+ timed out while performing the LHLO handshake$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .ehlo,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; lmtp(8); 2.3 and later",
            matches: [
                "conversation with mta1.example.com[private/dovecot-lmtp] timed out while performing the LHLO handshake",
                "conversation with store.example.com[192.0.2.40] timed out while performing the LHLO handshake",
            ]
        ),
        PatternRow(
            "silent.starttls",
            .reason,
            #"^conversation with [^ ]+ timed out while receiving the STARTTLS response$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .starttls,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; 2.3 and later",
            matches: [
                "conversation with mx1.example.com[192.0.2.25] timed out while receiving the STARTTLS response",
                "conversation with mail.example.net[2001:db8::25] timed out while receiving the STARTTLS response",
            ]
        ),
        PatternRow(
            "silent.xforward",
            .reason,
            #"^conversation with [^ ]+ timed out while sending XFORWARD "#,
            code: .connectionClosed,
            origin: .remote,
            stage: .ehlo,
            source:
                "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; towards a content filter; 2.3 and later",
            matches: [
                "conversation with 127.0.0.1[127.0.0.1] timed out while sending XFORWARD name/address",
                "conversation with 127.0.0.1[127.0.0.1] timed out while sending XFORWARD protocol/helo_name",
            ]
        ),
        PatternRow(
            "silent.mail",
            .reason,
            #"^conversation with [^ ]+ timed out while sending MAIL FROM$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .mail,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; 2.3 and later",
            matches: [
                "conversation with mx1.example.com[192.0.2.25] timed out while sending MAIL FROM",
                "conversation with mail.example.net[2001:db8::25] timed out while sending MAIL FROM",
            ]
        ),
        PatternRow(
            "silent.rcpt",
            .reason,
            #"^conversation with [^ ]+ timed out while sending RCPT TO$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .rcpt,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; 2.3 and later",
            matches: [
                "conversation with mx1.example.com[192.0.2.25] timed out while sending RCPT TO",
                "conversation with mail.example.net[2001:db8::25] timed out while sending RCPT TO",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.25] said: 451 4.4.2 conversation with mx9.example.com[192.0.2.9] timed out while sending RCPT TO (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "silent.data",
            .reason,
            #"^conversation with [^ ]+ timed out while sending DATA command$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .data,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; 2.3 and later",
            matches: [
                "conversation with mx1.example.com[192.0.2.25] timed out while sending DATA command",
                "conversation with mail.example.net[2001:db8::25] timed out while sending DATA command",
            ]
        ),
        PatternRow(
            "silent.message-body",
            .reason,
            #"^conversation with [^ ]+ timed out while sending message body$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .messageBody,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; 2.3 and later",
            matches: [
                "conversation with mx1.example.com[192.0.2.25] timed out while sending message body",
                "conversation with mail.example.net[2001:db8::25] timed out while sending message body",
            ]
        ),
        PatternRow(
            "silent.end-of-data",
            .reason,
            #"^conversation with [^ ]+ timed out while sending end of data"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .endOfData,
            source:
                "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; the far server may have taken the message; 2.3 and later",
            matches: [
                "conversation with mx1.example.com[192.0.2.25] timed out while sending end of data -- message may be sent more than once",
                "conversation with mail.example.net[2001:db8::25] timed out while sending end of data -- message may be sent more than once",
            ]
        ),
        PatternRow(
            "silent.rset-probe",
            .reason,
            #"^conversation with [^ ]+ timed out while sending RSET probe$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .ehlo,
            source:
                "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; a cached connection, before MAIL FROM; 2.3 and later",
            matches: [
                "conversation with mx1.example.com[192.0.2.25] timed out while sending RSET probe",
                "conversation with mail.example.net[2001:db8::25] timed out while sending RSET probe",
            ]
        ),
        PatternRow(
            "silent.final-rset",
            .reason,
            #"^conversation with [^ ]+ timed out while sending final RSET$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .endOfData,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; 2.3 and later",
            matches: [
                "conversation with mx1.example.com[192.0.2.25] timed out while sending final RSET",
                "conversation with mail.example.net[2001:db8::25] timed out while sending final RSET",
            ]
        ),
        PatternRow(
            "silent.quit",
            .reason,
            #"^conversation with [^ ]+ timed out while sending QUIT$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .endOfData,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; 2.3 and later",
            matches: [
                "conversation with mx1.example.com[192.0.2.25] timed out while sending QUIT",
                "conversation with mail.example.net[2001:db8::25] timed out while sending QUIT",
            ]
        ),
        PatternRow(
            "silent.handshake",
            .reason,
            #"^conversation with [^ ]+ timed out while performing the initial protocol handshake$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .ehlo,
            source: "Postfix src/smtp/smtp.c, smtp_proto.c; until 2.2",
            matches: [
                "conversation with redir-mail.example.net[192.0.2.11] timed out while performing the initial protocol handshake"
            ]
        ),
        PatternRow(
            "silent.other",
            .reason,
            #"^conversation with [^ ]+ timed out while "#,
            code: .connectionClosed,
            origin: .remote,
            source:
                "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; none up to 3.11; a phase that a later version may add",
            matches: [
                "conversation with mx1.example.com[192.0.2.25] timed out while performing the XCLIENT handshake",
                "conversation with mail.example.net[2001:db8::25] timed out while performing the XCLIENT handshake",
            ]
        ),
    ]
}
