extension PatternBank {
    /// Why a certificate was 'not verified': the lines of the same process before its status line.
    ///
    /// Logged at any smtp_tls_loglevel where the policy demands a match; at level may or encrypt they are
    /// logged with loglevel 1 and say nothing of a failure.
    static let companionCertificateRows: [PatternRow] = [
        PatternRow(
            "companion.certificate-expired",
            .companion,
            #"^(?:(?:server|CA|client) )?certificate verification failed for [^ ]+ ?(?:certificate has expired$|num=10:)"#,
            refinement: .certificateExpired,
            source: "Postfix src/tls/tls_verify.c; 2.3 has no [address], and num=10 before it",
            matches: [
                "server certificate verification failed for mx1.example.com[192.0.2.25]:25: certificate has expired",
                "CA certificate verification failed for mail.example.net[2001:db8::25]:25: certificate has expired",
                "certificate verification failed for mx1.example.com:certificate has expired",
                "certificate verification failed for mx1.example.com: num=10:certificate has expired",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.25] said: 450 4.7.1 server certificate verification failed for you: certificate has expired (in reply to RCPT TO command)"
            ]
        ),
        // TLSRPT has no type of its own for it, so the code stands without a refinement.
        PatternRow(
            "companion.certificate-not-yet-valid",
            .companion,
            #"^(?:(?:server|CA|client) )?certificate verification failed for [^ ]+ ?(?:certificate not yet valid$|num=9:)"#,
            source: "Postfix src/tls/tls_verify.c; 2.3 and later",
            matches: [
                "server certificate verification failed for mx1.example.com[192.0.2.25]:25: certificate not yet valid",
                "CA certificate verification failed for mail.example.net[2001:db8::25]:25: certificate not yet valid",
                "certificate verification failed for mail.example.net: num=9:certificate is not yet valid",
            ]
        ),
        PatternRow(
            "companion.certificate-mismatch",
            .companion,
            #"^(?:(?:server|CA|client) )?certificate verification failed for [^ ]+ ?num=6[24]:"#,
            refinement: .certificateHostMismatch,
            source:
                "Postfix src/tls/tls_verify.c; X509_V_ERR_HOSTNAME_MISMATCH, OpenSSL 3 and 1.1; since 3.6",
            matches: [
                "server certificate verification failed for mx1.example.com[192.0.2.25]:25: num=62:hostname mismatch",
                "server certificate verification failed for mail.example.net[2001:db8::25]:25: num=62:Hostname mismatch",
                "server certificate verification failed for mail.example.net[2001:db8::25]:25: num=64:IP address mismatch",
            ]
        ),
        PatternRow(
            "companion.peer-name",
            .companion,
            #"^certificate peer name verification failed for "#,
            refinement: .certificateHostMismatch,
            source: "Postfix src/tls/tls_client.c; 2.3 and 2.4",
            matches: [
                "certificate peer name verification failed for mx1.example.com: 2 dNSNames in certificate found, but none match",
                "certificate peer name verification failed for nexthop=example.com, host=mx1.example.com: CommonName mis-match: www.example.org",
            ]
        ),
        PatternRow(
            "companion.name-not-verified",
            .companion,
            #"^Server certificate could not be verified for [^ ]+ hostname mismatch"#,
            refinement: .certificateHostMismatch,
            source: "Postfix src/tls/tls_client.c; 2.3 and 2.4",
            matches: [
                "Server certificate could not be verified for mx1.example.com: hostname mismatch",
                "Server certificate could not be verified for mail.example.net: hostname mismatch",
            ]
        ),
        PatternRow(
            "companion.no-tlsa-match",
            .companion,
            #"^(?:(?:server|CA|client) )?certificate verification failed for [^ ]+ ?num=65:"#,
            refinement: .validationFailure,
            source:
                "Postfix src/tls/tls_verify.c; X509_V_ERR_DANE_NO_MATCH, also at level fingerprint; since 3.6",
            matches: [
                "server certificate verification failed for mx1.example.com[192.0.2.25]:25: num=65:no matching DANE TLSA records",
                "server certificate verification failed for mail.example.net[2001:db8::25]:25: num=65:No matching DANE TLSA records",
            ]
        ),
        PatternRow(
            "companion.untrusted-issuer",
            .companion,
            #"^(?:(?:server|CA|client) )?certificate verification failed for [^ ]+ ?untrusted issuer "#,
            refinement: .certificateNotTrusted,
            source: "Postfix src/tls/tls_verify.c; since 2.5",
            matches: [
                "certificate verification failed for mx1.example.com[192.0.2.25]:25: untrusted issuer /C=US/O=Example Trust/CN=Example Root CA",
                "certificate verification failed for mail.example.net[2001:db8::25]:25: untrusted issuer <unknown>",
            ]
        ),
        PatternRow(
            "companion.self-signed",
            .companion,
            #"^(?:(?:server|CA|client) )?certificate verification failed for [^ ]+ ?self-signed certificate$"#,
            refinement: .certificateNotTrusted,
            source: "Postfix src/tls/tls_verify.c; since 2.5",
            matches: [
                "certificate verification failed for mx1.example.com[192.0.2.25]:25: self-signed certificate",
                "certificate verification failed for mail.example.net[2001:db8::25]:25: self-signed certificate",
            ]
        ),
        PatternRow(
            "companion.not-trusted-by-policy",
            .companion,
            #"^(?:(?:server|CA|client) )?certificate verification failed for [^ ]+ ?not trusted by local or TLSA policy"#,
            refinement: .certificateNotTrusted,
            source: "Postfix src/tls/tls_verify.c; since 2.11",
            matches: [
                "certificate verification failed for mx1.example.com[192.0.2.25]:25: not trusted by local or TLSA policy",
                "certificate verification failed for mail.example.net[2001:db8::25]:25: not trusted by local or TLSA policy",
            ]
        ),
        PatternRow(
            "companion.issuer-unavailable",
            .companion,
            #"^(?:(?:server|CA|client) )?certificate verification failed for [^ ]+ ?issuer .* certificate unavailable$"#,
            refinement: .certificateNotTrusted,
            source: "Postfix src/tls/tls_verify.c; 2.3 and 2.4",
            matches: [
                "certificate verification failed for mx1.example.com:issuer /C=DE/O=Example/CN=Example CA certificate unavailable",
                "certificate verification failed for mail.example.net:issuer /CN=mail.example.net certificate unavailable",
            ]
        ),
        PatternRow(
            "companion.untrusted-chain",
            .companion,
            #"^(?:(?:server|CA|client) )?certificate verification failed for [^ ]+ ?num=(?:2|18|19|20|21|27):"#,
            refinement: .certificateNotTrusted,
            source:
                "Postfix src/tls/tls_verify.c; X509_V_ERR_… of a chain without a trusted end; 2.3 has no [address]",
            matches: [
                "server certificate verification failed for mx1.example.com[192.0.2.25]:25: num=21:unable to verify the first certificate",
                "CA certificate verification failed for mail.example.net[2001:db8::25]:25: num=2:unable to get issuer certificate",
                "certificate verification failed for smtp.gmail.com: num=20:unable to get local issuer certificate",
                "certificate verification failed for mx1.example.com: num=19:self signed certificate in certificate chain",
                "certificate verification failed for mx1.example.com: num=27:certificate not trusted",
            ]
        ),
        PatternRow(
            "companion.policy-failure",
            .companion,
            #"^(?:(?:server|CA|client) )?certificate verification failed for [^ ]+ ?external policy failure \("#,
            source:
                "Postfix src/tls/tls_verify.c; policy_failure= from an MTA-STS plug-in: sts-policy-fetch-error, sts-policy-invalid or sts-webpki-invalid; since 3.10",
            matches: [
                "certificate verification failed for mx1.example.com[192.0.2.25]:25: external policy failure (sts-webpki-invalid)",
                "certificate verification failed for mail.example.net[2001:db8::25]:25: external policy failure (sts-policy-invalid)",
            ]
        ),
        PatternRow(
            "companion.verification-failed",
            .companion,
            #"certificate verification failed for [^ ]+ "#,
            source: "Postfix src/tls/tls_verify.c; all other causes; since 2.5",
            matches: [
                "certificate verification failed for mx1.example.com[192.0.2.25]:25: not designated for use as a CA certificate",
                "certificate verification failed for mail.example.net[2001:db8::25]:25: certificate chain longer than limit(9)",
                "server certificate verification failed for mx1.example.com[192.0.2.25]:25: num=66:EE certificate key too weak",
                "CA certificate verification failed for mail.example.net[2001:db8::25]:25: num=23:certificate revoked",
            ]
        ),
        PatternRow(
            "companion.resumed-session",
            .companion,
            #"^[^ ]+: re-using session with untrusted (?:certificate|peer credential)"#,
            source: "Postfix src/tls/tls_client.c; since 2.5; peer credential since 3.9",
            matches: [
                "mx1.example.com[192.0.2.25]:25: re-using session with untrusted certificate, look for details earlier in the log",
                "mail.example.net[2001:db8::25]:25: re-using session with untrusted peer credential, look for details earlier in the log",
            ]
        ),
        PatternRow(
            "companion.unusable-tlsa",
            .companion,
            #"^(?:warning: )?[^ ]+: all TLSA records unusable$"#,
            refinement: .tlsaInvalid,
            source: "Postfix src/tls/tls_client.c; dane-only; since 3.6",
            matches: [
                "warning: mx1.example.com[192.0.2.25]:25: all TLSA records unusable",
                "warning: mail.example.net[2001:db8::25]:25: all TLSA records unusable",
            ],
            rejects: [
                "warning: mx1.example.com[192.0.2.25]:25: all TLSA records unusable, fallback to unauthenticated TLS"
            ]
        ),
        PatternRow(
            "companion.unusable-anchors",
            .companion,
            #"^(?:warning: )?[^ ]+: all (?:fingerprints|trust anchors) unusable$"#,
            source: "Postfix src/tls/tls_client.c; since 3.6",
            matches: [
                "warning: mx1.example.com[192.0.2.25]:25: all fingerprints unusable",
                "warning: mail.example.net[2001:db8::25]:25: all trust anchors unusable",
            ]
        ),
    ]
}
