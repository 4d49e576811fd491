extension English {
    static let refinementStarttlsNotSupported = Advice(
        meaning: """
            Our policy for the destination requires TLS, and the server did not offer STARTTLS or \
            refused to start it. Postfix will not send in the clear, so the message waits.
            """,
        causes: [
            """
            TLS is not set up on that server, or its certificate cannot be loaded ('454 TLS \
            not available').
            """,
            "A firewall or proxy on the way removes STARTTLS from the reply to EHLO.",
            "Only one of their servers lacks it: an old backup MX, a server just reinstalled.",
            "Our policy is stricter than what the destination promises.",
            "The port expects TLS from the first byte (465), and smtp_tls_wrappermode is off.",
        ],
        own: [
            Fix("See what the server offers, from this machine.", Commands.tlsProbe),
            Fix(
                """
                On the server, switch TLS on and check certificate and key. Take SMTP \
                inspection out of the firewalls between.
                """,
                Commands.serverTLS
            ),
            Fix(
                "Port 465? That needs smtp_tls_wrappermode = yes (3.0 and later).",
                Commands.wrapperMode
            ),
            retryWaiting,
        ],
        partner: [
            Fix("See what each of their servers offers.", Commands.tlsProbe + Commands.records),
            Fix("Check which policy of yours demands TLS here, and why.", Commands.tlsPolicy),
            Fix("Tell their postmaster which host does not offer STARTTLS.", Commands.log),
            Fix(
                """
                If plain text is acceptable for this partner, a policy entry 'DOMAIN may' \
                delivers. Never do so where the partner publishes MTA-STS or DANE: a missing \
                STARTTLS may be an attack.
                """,
                Commands.tlsPolicy
            ),
            Fix("When it is offered again, retry one message.", Commands.retryOne),
        ]
    )

    static let refinementCertificateExpired = Advice(
        meaning: """
            The server's certificate has expired, or is not valid yet, and our policy for the \
            destination demands a valid one.
            """,
        causes: [
            "The certificate was not renewed.",
            """
            It was renewed and the mail server was not reloaded, so it goes on showing the old \
            one.
            """,
            "One of several servers behind the name was forgotten.",
            "The clock of this machine is wrong.",
        ],
        own: [
            Fix("Look at the dates of the certificate that is really shown.", Commands.certificate),
            Fix(
                """
                Renew it, reload the mail server, and let the renewal job do the reload from \
                now on.
                """,
                Commands.serverTLS
            ),
            Fix("Check the clock of this machine.", Commands.clock),
            retryWaiting,
        ],
        partner: [
            Fix(
                "Look at the dates, and rule out your own clock.",
                Commands.certificate + Commands.clock
            ),
            Fix("Tell their postmaster host, address and end date.", Commands.records),
            Fix(
                """
                If no contract or law forbids it, a policy entry 'DOMAIN encrypt' delivers \
                meanwhile, encrypted but to whoever answers. Take it out again afterwards.
                """,
                Commands.tlsPolicy
            ),
            Fix("When it is renewed, retry one message.", Commands.retryOne),
        ]
    )

    static let refinementCertificateHostMismatch = Advice(
        meaning: """
            The server's certificate is for other names than the policy here accepts. At level \
            verify the MX host's name counts, at level secure the recipient's domain.
            """,
        causes: [
            """
            The certificate names the provider's host and our policy (level secure) wants the \
            recipient's domain.
            """,
            "The MX record was changed to a new host whose certificate lacks the old name.",
            "The server shows its default certificate, because it chooses by SNI and gets none.",
            "transport_maps or relayhost names the server by address or alias.",
        ],
        own: [
            Fix(
                "Compare the names in the certificate with those that are wanted.",
                Commands.certificate + Commands.tlsNames
            ),
            Fix(
                "Issue a certificate that carries the name of the MX host or next hop.",
                Commands.serverTLS
            ),
            Fix(
                """
                Or tell the policy which names are right, with match=, for example 'DOMAIN \
                secure match=mx.example.com'.
                """,
                Commands.tlsNames
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                "Compare the names in the certificate with those that are wanted.",
                Commands.certificate + Commands.tlsNames
            ),
            Fix(
                """
                Did they move to a provider? Then the policy entry needs the provider's names \
                after match=. Ask the partner, do not copy them from what the server shows.
                """,
                Commands.records
            ),
            Fix(
                """
                Does the server choose by name? Postfix 3.4 and later sends one with the \
                policy attribute servername= or smtp_tls_servername.
                """,
                Commands.tlsNames
            ),
            Fix("Otherwise tell their postmaster which name is missing.", Commands.log),
            Fix("Then retry one message.", Commands.retryOne),
        ]
    )

    static let refinementCertificateNotTrusted = Advice(
        meaning: """
            The server's certificate was issued by an authority that Postfix here does not trust, \
            or by the server itself, and our policy for the destination demands a trusted one.
            """,
        causes: [
            """
            Postfix was told no authorities: smtp_tls_CAfile and smtp_tls_CApath are empty, \
            and it does not use the system's by itself.
            """,
            "The certificate is self-signed, or from the partner's private authority.",
            "The server does not send the intermediate certificates.",
            "The list of authorities on this machine, or in the chroot, is old.",
        ],
        own: [
            Fix(
                """
                Which authorities does Postfix know? On Debian smtp_tls_CAfile = \
                /etc/ssl/certs/ca-certificates.crt names the system's.
                """,
                Commands.trust
            ),
            Fix("Does the server send the whole chain?", Commands.chain),
            Fix(
                """
                Add the private authority to smtp_tls_CAfile, or use level fingerprint with \
                the digest of the server's key.
                """,
                Commands.tlsPolicy
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                """
                Which authorities does Postfix know? On Debian smtp_tls_CAfile = \
                /etc/ssl/certs/ca-certificates.crt names the system's.
                """,
                Commands.trust
            ),
            Fix(
                """
                Test with the system's authorities. If that succeeds, your own setting is the \
                fault.
                """,
                Commands.tlsProbe + Commands.chain
            ),
            Fix(
                """
                If the chain is incomplete or self-signed, tell their postmaster. Trust a \
                private authority for this partner alone: policy attribute tafile= (2.11 and \
                later).
                """,
                Commands.tlsPolicy
            ),
            Fix("Then retry one message.", Commands.retryOne),
        ]
    )

    static let handshake = Advice(
        meaning: """
            Server and Postfix began TLS and could not agree, or the connection broke within the \
            handshake. No certificate was judged. The line just before, from the same process, \
            holds the real cause.
            """,
        causes: [
            "No common protocol version or cipher: one side is very old or very strict.",
            """
            The server hung up in mid-handshake: overloaded, without a usable key, or \
            demanding a client certificate.
            """,
            "A firewall that inspects traffic breaks TLS.",
            "Our client certificate is broken or not wanted.",
        ],
        own: [
            Fix("Read the reason logged, then test by hand.", Commands.tlsLog + Commands.tlsProbe),
            Fix("On the server, check key, certificate and allowed versions.", Commands.serverTLS),
            Fix("Compare with what is allowed here.", Commands.protocolsTLS + Commands.ownKeys),
            retryWaiting,
        ],
        partner: [
            Fix("Read the reason logged, then test by hand.", Commands.tlsLog + Commands.tlsProbe),
            Fix(
                """
                Compare with what is allowed here. For one old server, set protocols= and \
                ciphers= in its policy entry, not for everybody.
                """,
                Commands.protocolsTLS + Commands.tlsPolicy
            ),
            Fix(
                """
                At level 'may' Postfix falls back to plain text by itself once a message has \
                waited for minimal_backoff_time; only a stricter policy keeps it waiting.
                """,
                Commands.tlsPolicy
            ),
            Fix(
                "Tell their postmaster the OpenSSL message, the host and the time.",
                Commands.tlsLog
            ),
            Fix("Then retry one message.", Commands.retryOne),
        ]
    )
}
