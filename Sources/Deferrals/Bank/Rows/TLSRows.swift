extension PatternBank {
    /// TLS that our policy demands and that did not come about.
    static let tlsRows: [PatternRow] = [
        PatternRow(
            "tls.not-offered",
            .reason,
            #"^TLS is required, but was not offered by host "#,
            code: .cannotConnect,
            refinement: .starttlsNotSupported,
            origin: .remote,
            stage: .starttls,
            source: "Postfix src/smtp/smtp_proto.c; 4.7.4; 2.3 and later",
            matches: [
                "TLS is required, but was not offered by host mx1.example.com[192.0.2.25]",
                "TLS is required, but was not offered by host mail.example.net[2001:db8::25]",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.25] said: 530 5.7.0 TLS is required, but was not offered by host you (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "tls.handshake-failure",
            .reason,
            #"^Cannot start TLS: handshake failure"#,
            code: .cannotConnect,
            refinement: .validationFailure,
            origin: .remote,
            stage: .starttls,
            source:
                "Postfix src/smtp/smtp_proto.c; 4.7.5; the cause is in an SSL_connect line before it; 2.3 and later",
            matches: [
                "Cannot start TLS: handshake failure",
                "delivery temporarily suspended: Cannot start TLS: handshake failure",
            ]
        ),
        PatternRow(
            "tls.engine-unavailable",
            .reason,
            #"^TLS is required, but our TLS engine is unavailable"#,
            code: .cannotConnect,
            origin: .local,
            stage: .starttls,
            source:
                "Postfix src/smtp/smtp_proto.c; a key, a certificate or the library could not be loaded; 4.7.5; 2.3 and later",
            matches: [
                "TLS is required, but our TLS engine is unavailable",
                "delivery temporarily suspended: TLS is required, but our TLS engine is unavailable",
            ]
        ),
        PatternRow(
            "tls.unavailable",
            .reason,
            #"^TLS is required, but unavailable"#,
            code: .cannotConnect,
            origin: .local,
            stage: .starttls,
            source:
                "Postfix src/smtp/smtp_proto.c; Postfix itself does not know why; 4.7.0; 2.3 and later",
            matches: [
                "TLS is required, but unavailable",
                "delivery temporarily suspended: TLS is required, but unavailable",
            ]
        ),
        PatternRow(
            "tls.client-configuration",
            .reason,
            #"^client TLS configuration problem"#,
            code: .cannotConnect,
            origin: .local,
            stage: .starttls,
            source:
                "Postfix src/smtp/smtp_tls_policy.c; smtp_tls_policy_maps look-up failed or its result is not valid; 4.7.0 since 2.5, 4.7.5 since 2.11",
            matches: [
                "client TLS configuration problem",
                "delivery temporarily suspended: client TLS configuration problem",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.25] said: 454 4.7.5 client TLS configuration problem (in reply to STARTTLS command)"
            ]
        ),
        PatternRow(
            "tls.per-site-lookup",
            .reason,
            #"^Temporary lookup error$"#,
            code: .cannotConnect,
            origin: .local,
            stage: .starttls,
            source: "Postfix src/smtp/smtp_tls_policy.c; smtp_tls_per_site; 4.3.0; since 2.11",
            matches: [
                "Temporary lookup error",
                "delivery temporarily suspended: Temporary lookup error",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.25] said: 451 4.3.0 Temporary lookup error (in reply to RCPT TO command)"
            ]
        ),
    ]

    /// The server's certificate, or what its DNS says of it, did not satisfy our policy.
    static let tlsCertificateRows: [PatternRow] = [
        PatternRow(
            "certificate.not-verified",
            .reason,
            #"^Server certificate not verified"#,
            code: .certificateInvalid,
            origin: .remote,
            stage: .certificate,
            source: "Postfix src/smtp/smtp_proto.c; 4.7.5; why is in companion lines; since 2.5",
            matches: [
                "Server certificate not verified",
                "delivery temporarily suspended: Server certificate not verified",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.25] said: 454 4.7.5 Server certificate not verified (in reply to RCPT TO command)"
            ]
        ),
        // No refinement: up to 3.5 an expired certificate is "not trusted", too.
        PatternRow(
            "certificate.not-trusted",
            .reason,
            #"^Server certificate not trusted"#,
            code: .certificateInvalid,
            origin: .remote,
            stage: .certificate,
            source: "Postfix src/smtp/smtp_proto.c; 4.7.5; 2.5 to 3.5",
            matches: [
                "Server certificate not trusted",
                "delivery temporarily suspended: Server certificate not trusted",
            ]
        ),
        PatternRow(
            "dane.no-dnssec",
            .reason,
            #"^non DNSSEC destination"#,
            code: .certificateInvalid,
            refinement: .daneRequired,
            origin: .remote,
            stage: .certificate,
            source:
                "Postfix src/smtp/smtp_tls_policy.c; dane-only, and the MX records are not signed; 4.7.5; since 2.11",
            matches: [
                "non DNSSEC destination",
                "delivery temporarily suspended: non DNSSEC destination",
            ]
        ),
        PatternRow(
            "dane.no-tlsa",
            .reason,
            #"^no TLSA records found"#,
            code: .certificateInvalid,
            refinement: .daneRequired,
            origin: .remote,
            stage: .certificate,
            source: "Postfix src/smtp/smtp_tls_policy.c; dane-only; 4.7.5; since 2.11",
            matches: [
                "no TLSA records found",
                "delivery temporarily suspended: no TLSA records found",
            ]
        ),
        PatternRow(
            "dane.unusable-tlsa",
            .reason,
            #"^TLSA records unusable"#,
            code: .certificateInvalid,
            refinement: .tlsaInvalid,
            origin: .remote,
            stage: .certificate,
            source:
                "Postfix src/smtp/smtp_tls_policy.c; dane-only, and no record has a usage, selector and type that Postfix takes; 4.7.5; since 2.11",
            matches: [
                "TLSA records unusable",
                "delivery temporarily suspended: TLSA records unusable",
            ]
        ),
        PatternRow(
            "dane.insecure-mx",
            .reason,
            #"^Verification not possible, MX RRset is insecure"#,
            code: .certificateInvalid,
            refinement: .daneRequired,
            origin: .remote,
            stage: .certificate,
            source:
                "Postfix src/smtp/smtp_tls_policy.c; smtp_tls_dane_insecure_mx_policy; 4.7.5; since 3.1",
            matches: [
                "Verification not possible, MX RRset is insecure",
                "delivery temporarily suspended: Verification not possible, MX RRset is insecure",
            ]
        ),
        PatternRow(
            "dane.tlsa-lookup",
            .reason,
            #"^TLSA lookup error for "#,
            code: .dnsQueryFailed,
            refinement: .dnssecInvalid,
            origin: .network,
            stage: .dns,
            source:
                "Postfix src/smtp/smtp_tls_policy.c; the name servers gave no answer or a bogus one; 4.7.5; since 2.11",
            matches: [
                "TLSA lookup error for mx1.example.com:25",
                "TLSA lookup error for mail.example.net:587",
            ]
        ),
    ]

    /// REQUIRETLS (RFC 8689): the sender of this one message demands verified TLS.
    ///
    /// Since 3.11.
    static let requireTLSRows: [PatternRow] = [
        PatternRow(
            "requiretls.refused",
            .reason,
            #"^Sender requested REQUIRETLS, but host [^ ]+ refused to start TLS: "#,
            code: .cannotConnect,
            refinement: .starttlsNotSupported,
            origin: .remote,
            stage: .starttls,
            scope: .message,
            source: "Postfix src/smtp/smtp_proto.c; 5.7.10; since 3.11",
            matches: [
                "Sender requested REQUIRETLS, but host mx1.example.com[192.0.2.25] refused to start TLS: 454 4.7.0 TLS not available due to local problem",
                "Sender requested REQUIRETLS, but host mail.example.net[2001:db8::25] refused to start TLS: 421 4.4.1 Connection timed out",
            ]
        ),
        PatternRow(
            "requiretls.tls-not-offered",
            .reason,
            #"^Sender requested REQUIRETLS, but TLS service was not offered by host "#,
            code: .cannotConnect,
            refinement: .starttlsNotSupported,
            origin: .remote,
            stage: .starttls,
            scope: .message,
            source: "Postfix src/smtp/smtp_proto.c; 5.7.30; since 3.11",
            matches: [
                "Sender requested REQUIRETLS, but TLS service was not offered by host mx1.example.com[192.0.2.25]",
                "Sender requested REQUIRETLS, but TLS service was not offered by host mail.example.net[2001:db8::25]",
            ]
        ),
        PatternRow(
            "requiretls.not-supported",
            .reason,
            #"^Sender requested REQUIRETLS, but no server was found that supports REQUIRETLS\."#,
            code: .other,
            origin: .remote,
            stage: .ehlo,
            category: .protocol,
            scope: .message,
            source:
                "Postfix src/smtp/smtp_proto.c; no REQUIRETLS in the EHLO reply, over TLS that is up; 5.7.30; since 3.11",
            matches: [
                "Sender requested REQUIRETLS, but no server was found that supports REQUIRETLS. The last attempted server was mx1.example.com[192.0.2.25]",
                "Sender requested REQUIRETLS, but no server was found that supports REQUIRETLS. The last attempted server was mail.example.net[2001:db8::25]",
            ]
        ),
        PatternRow(
            "requiretls.not-trusted",
            .reason,
            #"^Sender requested REQUIRETLS, but no trusted server certificate was found\."#,
            code: .certificateInvalid,
            origin: .remote,
            stage: .certificate,
            scope: .message,
            source: "Postfix src/smtp/smtp_proto.c; 5.7.10; since 3.11",
            matches: [
                "Sender requested REQUIRETLS, but no trusted server certificate was found. The last attempted server was mx1.example.com[192.0.2.25]",
                "Sender requested REQUIRETLS, but no trusted server certificate was found. The last attempted server was mail.example.net[2001:db8::25]",
            ]
        ),
        PatternRow(
            "requiretls.not-matching",
            .reason,
            #"^Sender requested REQUIRETLS, but no matching server certificate was found\."#,
            code: .certificateInvalid,
            refinement: .certificateHostMismatch,
            origin: .remote,
            stage: .certificate,
            scope: .message,
            source: "Postfix src/smtp/smtp_proto.c; 5.7.10; since 3.11",
            matches: [
                "Sender requested REQUIRETLS, but no matching server certificate was found. The last attempted server was mx1.example.com[192.0.2.25]",
                "Sender requested REQUIRETLS, but no matching server certificate was found. The last attempted server was mail.example.net[2001:db8::25]",
            ]
        ),
        PatternRow(
            "requiretls.our-level",
            .reason,
            #"^Sender requested REQUIRETLS, but my configured TLS security level '[^']*' disables "#,
            code: .cannotConnect,
            origin: .local,
            stage: .starttls,
            source: "Postfix src/smtp/smtp_connect.c; 5.7.10; since 3.11",
            matches: [
                "Sender requested REQUIRETLS, but my configured TLS security level 'encrypt' disables certificate matching. The last attempted server was mx1.example.com",
                "Sender requested REQUIRETLS, but my configured TLS security level 'none' disables encryption. The last attempted server was mail.example.net",
            ]
        ),
        PatternRow(
            "requiretls.policy",
            .reason,
            #"^REQUIRETLS policy configuration error\."#,
            code: .cannotConnect,
            origin: .local,
            stage: .starttls,
            source: "Postfix src/smtp/smtp_connect.c; 4.7.10; since 3.11",
            matches: [
                "REQUIRETLS policy configuration error. The last attempted server was mx1.example.com",
                "REQUIRETLS policy configuration error. The last attempted server was mail.example.net",
            ]
        ),
    ]
}
