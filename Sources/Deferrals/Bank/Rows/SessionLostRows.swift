extension PatternBank {
    /// 'lost connection with HOST[ADDRESS] while DOING': the far side ended an established session.
    static let sessionLostRows: [PatternRow] = [
        PatternRow(
            "lost.greeting",
            .reason,
            #"^lost connection with [^ ]+ while receiving the initial server greeting$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .greeting,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; 2.3 and later",
            matches: [
                "lost connection with mx1.example.com[192.0.2.25] while receiving the initial server greeting",
                "lost connection with mail.example.net[2001:db8::25] while receiving the initial server greeting",
            ]
        ),
        PatternRow(
            "lost.ehlo",
            .reason,
            #"^lost connection with [^ ]+ while performing the EHLO handshake$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .ehlo,
            source:
                "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; also while logging in by SASL; 2.3 and later",
            matches: [
                "lost connection with mx1.example.com[192.0.2.25] while performing the EHLO handshake",
                "lost connection with mail.example.net[2001:db8::25] while performing the EHLO handshake",
            ]
        ),
        PatternRow(
            "lost.helo",
            .reason,
            #"^lost connection with [^ ]+ while performing the HELO handshake$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .ehlo,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; 2.3 and later",
            matches: [
                "lost connection with mx1.example.com[192.0.2.25] while performing the HELO handshake",
                "lost connection with mail.example.net[2001:db8::25] while performing the HELO handshake",
            ]
        ),
        PatternRow(
            "lost.lhlo",
            .reason,
            #"^lost connection with [^ ]+ while performing the LHLO handshake$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .ehlo,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; lmtp(8); 2.3 and later",
            matches: [
                "lost connection with mta1.example.com[private/dovecot-lmtp] while performing the LHLO handshake",
                "lost connection with store.example.com[192.0.2.40] while performing the LHLO handshake",
            ]
        ),
        PatternRow(
            "lost.starttls",
            .reason,
            #"^lost connection with [^ ]+ while receiving the STARTTLS response$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .starttls,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; 2.3 and later",
            matches: [
                "lost connection with mx1.example.com[192.0.2.25] while receiving the STARTTLS response",
                "lost connection with mail.example.net[2001:db8::25] while receiving the STARTTLS response",
            ]
        ),
        PatternRow(
            "lost.xforward",
            .reason,
            #"^lost connection with [^ ]+ while sending XFORWARD "#,
            code: .connectionClosed,
            origin: .remote,
            stage: .ehlo,
            source:
                "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; towards a content filter; 2.3 and later",
            matches: [
                "lost connection with 127.0.0.1[127.0.0.1] while sending XFORWARD name/address",
                "lost connection with 127.0.0.1[127.0.0.1] while sending XFORWARD protocol/helo_name",
            ]
        ),
        PatternRow(
            "lost.mail",
            .reason,
            #"^lost connection with [^ ]+ while sending MAIL FROM$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .mail,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; 2.3 and later",
            matches: [
                "lost connection with mx1.example.com[192.0.2.25] while sending MAIL FROM",
                "lost connection with mail.example.net[2001:db8::25] while sending MAIL FROM",
            ]
        ),
        PatternRow(
            "lost.rcpt",
            .reason,
            #"^lost connection with [^ ]+ while sending RCPT TO$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .rcpt,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; 2.3 and later",
            matches: [
                "lost connection with mx1.example.com[192.0.2.25] while sending RCPT TO",
                "lost connection with mail.example.net[2001:db8::25] while sending RCPT TO",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.25] said: 451 4.4.2 lost connection with mx9.example.com[192.0.2.9] while sending RCPT TO (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "lost.data",
            .reason,
            #"^lost connection with [^ ]+ while sending DATA command$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .data,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; 2.3 and later",
            matches: [
                "lost connection with mx1.example.com[192.0.2.25] while sending DATA command",
                "lost connection with mail.example.net[2001:db8::25] while sending DATA command",
            ]
        ),
        PatternRow(
            "lost.message-body",
            .reason,
            #"^lost connection with [^ ]+ while sending message body$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .messageBody,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; 2.3 and later",
            matches: [
                "lost connection with mx1.example.com[192.0.2.25] while sending message body",
                "lost connection with mail.example.net[2001:db8::25] while sending message body",
            ]
        ),
        PatternRow(
            "lost.end-of-data",
            .reason,
            #"^lost connection with [^ ]+ while sending end of data"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .endOfData,
            source:
                "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; the far server may have taken the message; 2.3 and later",
            matches: [
                "lost connection with mx1.example.com[192.0.2.25] while sending end of data -- message may be sent more than once",
                "lost connection with mail.example.net[2001:db8::25] while sending end of data -- message may be sent more than once",
            ]
        ),
        PatternRow(
            "lost.rset-probe",
            .reason,
            #"^lost connection with [^ ]+ while sending RSET probe$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .ehlo,
            source:
                "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; a cached connection, before MAIL FROM; 2.3 and later",
            matches: [
                "lost connection with mx1.example.com[192.0.2.25] while sending RSET probe",
                "lost connection with mail.example.net[2001:db8::25] while sending RSET probe",
            ]
        ),
        PatternRow(
            "lost.final-rset",
            .reason,
            #"^lost connection with [^ ]+ while sending final RSET$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .endOfData,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; 2.3 and later",
            matches: [
                "lost connection with mx1.example.com[192.0.2.25] while sending final RSET",
                "lost connection with mail.example.net[2001:db8::25] while sending final RSET",
            ]
        ),
        PatternRow(
            "lost.quit",
            .reason,
            #"^lost connection with [^ ]+ while sending QUIT$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .endOfData,
            source: "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; 2.3 and later",
            matches: [
                "lost connection with mx1.example.com[192.0.2.25] while sending QUIT",
                "lost connection with mail.example.net[2001:db8::25] while sending QUIT",
            ]
        ),
        PatternRow(
            "lost.handshake",
            .reason,
            #"^lost connection with [^ ]+ while performing the initial protocol handshake$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .ehlo,
            source: "Postfix src/smtp/smtp.c, smtp_proto.c; until 2.2",
            matches: [
                "lost connection with mx3.mail.example.com[192.0.2.10] while performing the initial protocol handshake"
            ]
        ),
        PatternRow(
            "lost.other",
            .reason,
            #"^lost connection with [^ ]+ while "#,
            code: .connectionClosed,
            origin: .remote,
            source:
                "Postfix src/smtp/smtp_trouble.c, smtp_proto.c; none up to 3.11; a phase that a later version may add",
            matches: [
                "lost connection with mx1.example.com[192.0.2.25] while performing the XCLIENT handshake",
                "lost connection with mail.example.net[2001:db8::25] while performing the XCLIENT handshake",
            ]
        ),
    ]
}
