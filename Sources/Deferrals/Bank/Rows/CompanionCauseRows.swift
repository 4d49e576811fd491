extension PatternBank {
    /// Why a handshake or a TLS policy failed.
    ///
    /// The reason itself has the code; these explain it.
    static let companionTLSRows: [PatternRow] = [
        PatternRow(
            "companion.handshake-lost",
            .companion,
            #"^SSL_connect error to [^ ]+: lost connection$"#,
            source: "Postfix src/tls/tls_client.c; since 2.9",
            matches: [
                "SSL_connect error to mx1.example.com[192.0.2.25]:25: lost connection",
                "SSL_connect error to mail.example.net[2001:db8::25]:25: lost connection",
            ]
        ),
        PatternRow(
            "companion.handshake-timeout",
            .companion,
            #"^SSL_connect error to [^ ]+: (?:Connection|Operation) timed out$"#,
            source: "Postfix src/tls/tls_client.c; since 2.9",
            matches: [
                "SSL_connect error to mx1.example.com[192.0.2.25]:25: Connection timed out",
                "SSL_connect error to mail.example.net[2001:db8::25]:25: Operation timed out",
            ],
            rejects: [
                "connect to mx1.example.com[192.0.2.25]:25: Connection timed out"
            ]
        ),
        PatternRow(
            "companion.handshake-reset",
            .companion,
            #"^SSL_connect error to [^ ]+: Connection reset by peer$"#,
            source: "Postfix src/tls/tls_client.c; since 2.9",
            matches: [
                "SSL_connect error to mx1.example.com[192.0.2.25]:25: Connection reset by peer",
                "SSL_connect error to mail.example.net[2001:db8::25]:25: Connection reset by peer",
            ]
        ),
        PatternRow(
            "companion.handshake-error",
            .companion,
            #"^SSL_connect error to "#,
            source:
                "Postfix src/tls/tls_client.c; a TLS library problem line follows; 2.3 and later",
            matches: [
                "SSL_connect error to mx1.example.com[192.0.2.25]:25: -1",
                "SSL_connect error to mx1.example.com: 0",
                "SSL_connect error to mail.example.net[2001:db8::25]:25: Broken pipe",
            ]
        ),
        PatternRow(
            "companion.tls-library-problem",
            .companion,
            #"^(?:warning: )?TLS library problem: "#,
            source: "Postfix src/tls/tls_misc.c; 2.3 and later",
            matches: [
                "warning: TLS library problem: error:0A00018A:SSL routines::dh key too small:../ssl/statem/statem_clnt.c:2099:",
                "warning: TLS library problem: 12345:error:14094410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:s3_pkt.c:1493:SSL alert number 40:",
            ]
        ),
        PatternRow(
            "companion.engine-disabled",
            .companion,
            #"^warning: .*disabling TLS support"#,
            source: "Postfix src/tls/tls_client.c; 2.3 and later",
            matches: [
                "warning: no entropy for TLS key generation: disabling TLS support",
                "warning: cannot allocate client SSL_CTX: disabling TLS support",
                "warning: OpenSSL DANE initialization failed: disabling TLS support",
            ]
        ),
        PatternRow(
            "companion.tls-aborted",
            .companion,
            #"^(?:warning: )?[^ ]+: .*: aborting TLS session$"#,
            source: "Postfix src/tls/tls_client.c; since 2.6",
            matches: [
                #"warning: mx1.example.com[192.0.2.25]:25: Invalid TLS protocol list "!TLSv9": aborting TLS session"#,
                "warning: mail.example.net[2001:db8::25]:25: No ciphers in exclusion list: aborting TLS session",
            ]
        ),
        PatternRow(
            "companion.tlsa-lookup",
            .companion,
            #"^(?:warning: )?DANE TLSA lookup problem: "#,
            source: "Postfix src/tls/tls_dane.c; since 2.11",
            matches: [
                "warning: DANE TLSA lookup problem: Host or domain name not found. Name service error for name=_25._tcp.mx1.example.com type=TLSA: Host not found, try again",
                "warning: DANE TLSA lookup problem: Name service error for name=_25._tcp.mail.example.net type=TLSA: Malformed or unexpected name server reply",
            ]
        ),
        PatternRow(
            "companion.dnssec-status",
            .companion,
            #"^(?:warning: )?DNSSEC status lookup error for "#,
            source: "Postfix src/tls/tls_dane.c; since 2.11",
            matches: [
                "warning: DNSSEC status lookup error for mx1.example.com: Host or domain name not found. Name service error for name=mx1.example.com type=CNAME: Host not found, try again",
                "warning: DNSSEC status lookup error for mail.example.net: Name service error for name=mail.example.net type=CNAME: Malformed or unexpected name server reply",
            ]
        ),
        PatternRow(
            "companion.policy-lookup",
            .companion,
            #"^(?:warning: )?TLS policy lookup (?:error )?for [^ ]+: "#,
            source: "Postfix src/smtp/smtp_connect.c; since 2.11, a warning since 3.x",
            matches: [
                "warning: TLS policy lookup error for example.com/mx1.example.com: client TLS configuration problem",
                "TLS policy lookup for example.net/mail.example.net: TLSA lookup error for mail.example.net:25",
            ]
        ),
        PatternRow(
            "companion.policy-maps",
            .companion,
            #"^(?:warning: )?(?:sm|lm)tp_tls_policy_maps, "#,
            source: "Postfix src/smtp/smtp_tls_policy.c; since 2.11",
            matches: [
                #"warning: smtp_tls_policy_maps, next-hop destination "example.com": policy table lookup error"#,
                #"warning: smtp_tls_policy_maps, next-hop destination "[relay.example.net]:587": invalid security level "encrpyt""#,
            ]
        ),
        PatternRow(
            "companion.policy-table",
            .companion,
            #"^(?:warning: )?TLS policy table, "#,
            source: "Postfix src/smtp/smtp_session.c; 2.5 to 2.10",
            matches: [
                #"warning: TLS policy table, next-hop destination "example.com": invalid security level "encrpyt""#,
                #"warning: TLS policy table, next-hop destination "example.net": invalid empty policy"#,
            ]
        ),
        PatternRow(
            "companion.dane-configuration",
            .companion,
            #"^(?:warning: )?[^ ]+: dane(?:-only)? configured"#,
            source:
                "Postfix src/smtp/smtp_tls_policy.c, dane_incompat(): with client TLS configuration problem at dane-only; since 2.11",
            matches: [
                "warning: example.com: dane-only configured with dnssec lookups disabled",
                "warning: [mx1.example.com]: dane configured, but no requisite library support",
                "warning: example.net: dane configured with MX lookup errors ignored",
            ]
        ),
        PatternRow(
            "companion.dane-resolver-options",
            .companion,
            #"^(?:warning: )?[^ ]+: dns resolver options incompatible with dane"#,
            source: "Postfix src/smtp/smtp_tls_policy.c: smtp_dns_resolver_options; since 2.11",
            matches: [
                "warning: example.com: dns resolver options incompatible with dane-only TLS",
                "warning: example.net: dns resolver options incompatible with dane TLS",
            ]
        ),
        PatternRow(
            "companion.no-fingerprints",
            .companion,
            #"^(?:warning: )?nexthop domain [^ ]+: configured at fingerprint security level, but with no fingerprints"#,
            source: "Postfix src/smtp/smtp_tls_policy.c; since 2.11",
            matches: [
                "warning: nexthop domain example.com: configured at fingerprint security level, but with no fingerprints to match.",
                "warning: nexthop domain [relay.example.net]:587: configured at fingerprint security level, but with no fingerprints to match.",
            ]
        ),
        PatternRow(
            "companion.sts-mx",
            .companion,
            #"^(?:warning: )?MX name '[^']*' does not match STS MX pattern for '"#,
            source:
                "Postfix src/smtp/smtp_tls_policy.c: this MX is skipped; when all are, the reason is server unavailable or unable to receive mail; since 3.11",
            matches: [
                "warning: MX name 'mx9.example.net' does not match STS MX pattern for 'example.com'",
                "warning: MX name 'mail.example.org' does not match STS MX pattern for 'example.org'",
            ]
        ),
    ]

    /// 'TLSRPT: status=failure': what Postfix will tell the destination's report address.
    ///
    /// Its 'validation-failure' and 'certificate-not-trusted' also stand for causes that a verification line
    /// before it names better, so they refine nothing.
    static let companionReportRows: [PatternRow] = [
        PatternRow(
            "companion.report-expired",
            .companion,
            #"^TLSRPT: status=failure, .* failure_type=certificate-expired"#,
            refinement: .certificateExpired,
            source: "Postfix src/tls/tlsrpt_wrapper.c; since 3.10",
            matches: [
                "TLSRPT: status=failure, domain=example.com, receiving_mx=mx1.example.com[192.0.2.25], failure_type=certificate-expired",
                "TLSRPT: status=failure, domain=example.net, receiving_mx=mail.example.net[2001:db8::25], failure_type=certificate-expired",
            ]
        ),
        PatternRow(
            "companion.report-mismatch",
            .companion,
            #"^TLSRPT: status=failure, .* failure_type=certificate-host-mismatch"#,
            refinement: .certificateHostMismatch,
            source: "Postfix src/smtp/smtp_proto.c: trusted and not matched; since 3.10",
            matches: [
                "TLSRPT: status=failure, domain=example.com, receiving_mx=mx1.example.com[192.0.2.25], failure_type=certificate-host-mismatch",
                "TLSRPT: status=failure, domain=example.net, receiving_mx=mail.example.net[2001:db8::25], failure_type=certificate-host-mismatch",
            ]
        ),
        PatternRow(
            "companion.report-tlsa",
            .companion,
            #"^TLSRPT: status=failure, .* failure_type=tlsa-invalid"#,
            refinement: .tlsaInvalid,
            source: "Postfix src/tls/tls_client.c; since 3.10",
            matches: [
                "TLSRPT: status=failure, domain=example.com, receiving_mx=mx1.example.com[192.0.2.25], failure_type=tlsa-invalid, failure_reason=all-TLSA-records-unusable",
                "TLSRPT: status=failure, domain=example.net, receiving_mx=mail.example.net[2001:db8::25], failure_type=tlsa-invalid, failure_reason=all-TLSA-records-unusable",
            ]
        ),
        PatternRow(
            "companion.report-failure",
            .companion,
            #"^TLSRPT: status=failure, "#,
            source: "Postfix src/tls/tlsrpt_wrapper.c; since 3.10",
            matches: [
                "TLSRPT: status=failure, domain=example.com, receiving_mx=mx1.example.com[192.0.2.25], failure_type=starttls-not-supported",
                "TLSRPT: status=failure, domain=example.net, receiving_mx=mail.example.net[2001:db8::25], failure_type=validation-failure, failure_reason=self-signed_certificate",
            ]
        ),
    ]

    /// Causes outside TLS that the reason hides.
    static let companionOtherRows: [PatternRow] = [
        PatternRow(
            "companion.no-mx-address",
            .companion,
            #"^(?:warning: )?no (?:MX|SRV) host for [^ ]+ has a valid address record$"#,
            source: "Postfix src/smtp/smtp_addr.c; 2.3 and later, SRV since 3.8",
            matches: [
                "warning: no MX host for example.com has a valid address record",
                "warning: no SRV host for _submission._tcp.example.org has a valid address record",
            ]
        ),
        PatternRow(
            "companion.bad-record",
            .companion,
            #"^(?:warning: )?(?:numeric|malformed) domain name in resource data of "#,
            source: "Postfix src/dns/dns_lookup.c; 2.3 and later",
            matches: [
                "warning: numeric domain name in resource data of MX record for example.com: 192.0.2.25",
                "warning: malformed domain name in resource data of MX record for example.org: ",
            ]
        ),
        PatternRow(
            "companion.relayhost",
            .companion,
            #"^(?:warning: )?(?:relayhost|smtp_fallback_relay|fallback_relay) configuration problem$"#,
            source:
                "Postfix src/smtp/smtp_connect.c: a 5.x of our own relay becomes 4.3.5; 2.3 and later",
            matches: [
                "warning: relayhost configuration problem",
                "warning: smtp_fallback_relay configuration problem",
            ]
        ),
        PatternRow(
            "companion.own-name",
            .companion,
            #"^(?:warning: )?host [^ ]+ (?:greeted me|replied to HELO/EHLO) with my own hostname "#,
            source: "Postfix src/smtp/smtp_proto.c; 2.3 and later",
            matches: [
                "warning: host mx1.example.com[192.0.2.25]:25 greeted me with my own hostname mta1.example.org",
                "warning: host mx1.example.com[192.0.2.25]:25 replied to HELO/EHLO with my own hostname mta1.example.org",
            ]
        ),
        PatternRow(
            "companion.bind",
            .companion,
            #"^(?:warning: )?smtp_connect_addr: bind "#,
            source: "Postfix src/smtp/smtp_connect.c; 2.3 and later",
            matches: [
                "warning: smtp_connect_addr: bind 192.0.2.10: Cannot assign requested address",
                "warning: smtp_connect_addr: bind 2001:db8::10: Address already in use",
            ]
        ),
        PatternRow(
            "companion.no-login-mechanism",
            .companion,
            #"^(?:warning: )?[^ ]+ offered (?:no supported AUTH mechanisms|null AUTH mechanism list)"#,
            source: "Postfix src/smtp/smtp_sasl_proto.c; 2.3 and later",
            matches: [
                "warning: relay.example.com[192.0.2.60]:587 offered no supported AUTH mechanisms: 'NTLM GSSAPI'",
                "warning: relay.example.com[192.0.2.60]:587 offered null AUTH mechanism list",
            ]
        ),
        PatternRow(
            "companion.wrapper-mode",
            .companion,
            #"^SMTPS wrappermode \(TCP port 465\) requires setting "#,
            source: "Postfix src/smtp/smtp_connect.c; since 3.0",
            matches: [
                #"SMTPS wrappermode (TCP port 465) requires setting "smtp_tls_wrappermode = yes", and "smtp_tls_security_level = encrypt" (or stronger)"#,
                #"SMTPS wrappermode (TCP port 465) requires setting "lmtp_tls_wrappermode = yes", and "lmtp_tls_security_level = encrypt" (or stronger)"#,
            ]
        ),
        PatternRow(
            "companion.not-smtp",
            .companion,
            #"^(?:warning: )?(?:[0-9A-Za-z]+: )?non-(?:ES|L)MTP response from "#,
            source: "Postfix src/smtp/smtp_chat.c; 2.3 and later, queue ID since 2.9",
            matches: [
                "warning: 4Tqz1x0wTGz9sX: non-ESMTP response from mx1.example.com[192.0.2.25]:25: HTTP/1.1 400 Bad Request",
                "warning: non-LMTP response from store.example.com[192.0.2.40]:24: * OK IMAP4rev1 ready",
            ]
        ),
        PatternRow(
            "companion.password-maps",
            .companion,
            #"^(?:warning: )?(?:[0-9A-Za-z]+: )?(?:sm|lm)tp_sasl_password_maps lookup error"#,
            source:
                "Postfix src/smtp/smtp_sasl_glue.c: with local data error while talking to; since 2.9",
            matches: [
                "warning: 4Tqz1x0wTGz9sX: smtp_sasl_password_maps lookup error",
                "warning: 3F2A81C0D4: lmtp_sasl_password_maps lookup error",
            ]
        ),
        PatternRow(
            "companion.header-checks",
            .companion,
            #"^(?:warning: )?[0-9A-Za-z]+: smtp (?:header|body) checks lookup error"#,
            source:
                "Postfix src/smtp/smtp_proto.c: with local data error while talking to; since 2.9",
            matches: [
                "warning: 4Tqz1x0wTGz9sX: smtp header checks lookup error",
                "warning: 3F2A81C0D4: smtp body checks lookup error",
            ]
        ),
        PatternRow(
            "companion.transport",
            .companion,
            #"^(?:warning: )?connect to transport "#,
            source:
                "Postfix src/qmgr/qmgr_transport.c: with mail transport unavailable; 2.3 and later",
            matches: [
                "warning: connect to transport private/relay: Connection refused",
                "warning: connect to transport private/dovecot: No such file or directory",
            ]
        ),
    ]
}
