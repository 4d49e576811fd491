extension English {
    static let refinementTlsaInvalid = Advice(
        meaning: """
            The destination publishes TLSA records for its server, but Postfix can use none of \
            them, and the policy here is 'dane-only'. The records are the destination's to repair.
            """,
        causes: [
            """
            The records use parameters that mail does not: for SMTP they should begin with '3 \
            1 1' or '2 1 1'.
            """,
            "The digest in them is cut, misspelt or of an unknown kind.",
            "OpenSSL or tls_dane_digests here lacks the digest that they use.",
        ],
        own: [
            Fix(
                "Read the records. For SMTP usage is 2 or 3, and usage 0 and 1 are not usable.",
                Commands.tlsa
            ),
            Fix(
                "Compute the digest of the certificate's key anew and publish it as '3 1 1'.",
                Commands.certificateDigest
            ),
            retryWaiting,
        ],
        partner: [
            Fix("Read the records and test with them.", Commands.tlsa),
            Fix("Tell their postmaster which record is unusable.", Commands.certificateDigest),
            Fix(
                """
                Is 'dane-only' really needed here? With 'dane' Postfix would encrypt without \
                authentication in this case.
                """,
                Commands.tlsPolicy
            ),
            Fix("When the record is repaired, retry one message.", Commands.retryOne),
        ]
    )

    static let refinementDnssecInvalid = Advice(
        meaning: """
            The look-up of the server's TLSA records failed. With DANE such an error must not be \
            taken for 'no records', or an attacker could switch it off; so Postfix defers the \
            message.
            """,
        causes: [
            """
            Their name servers answer TLSA queries with SERVFAIL or not at all; old load \
            balancers do.
            """,
            """
            The DNSSEC signatures of the zone have expired, or the DS record at the parent \
            does not fit.
            """,
            "Our validating resolver is in trouble, or a forwarder on its way removes DNSSEC.",
        ],
        own: [
            Fix(
                """
                Ask with validation and without ('+cd'). If only the second answers, the \
                signatures are broken.
                """,
                Commands.signatures
            ),
            Fix(
                """
                Sign the zone anew, renew the DS record, or make the name servers answer TLSA \
                queries with a proper 'no such record'.
                """,
                Commands.delegation
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                """
                Ask with validation and without ('+cd'). If only the second answers, their \
                signatures are broken.
                """,
                Commands.signatures
            ),
            Fix(
                """
                Rule out your own resolver with a signed zone that works: the flag 'ad' must \
                be in the answer.
                """,
                Commands.dnssecPath + Commands.resolver
            ),
            Fix("Tell their postmaster or DNS host which query fails.", Commands.delegation),
            Fix(
                """
                Meanwhile a policy entry 'DOMAIN encrypt' delivers without DANE. Take it out \
                again afterwards.
                """,
                Commands.tlsPolicy
            ),
        ]
    )

    static let refinementDaneRequired = Advice(
        meaning: """
            The policy here is 'dane-only', and the destination does not publish what that takes: \
            its zone is not signed ('non DNSSEC destination') or there are no TLSA records.
            """,
        causes: [
            "The destination never had DANE, and the policy entry expects it.",
            "They moved to a provider without DANE, or took the records away.",
            "Our resolver does not validate, so every zone looks unsigned.",
            "The MX hosts lie in another zone, and that one is not signed.",
        ],
        own: [
            Fix(
                "Look for signature and records. The flag 'ad' must be in the answers.",
                Commands.dnssecPath + Commands.tlsa
            ),
            Fix(
                """
                Sign the zone, or publish the TLSA records of the server, or drop 'dane-only' \
                for it.
                """,
                Commands.certificateDigest
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                """
                Does your own resolver validate? A signed zone must show the flag 'ad'. \
                Postfix needs a validating resolver on this machine or a trusted network, and \
                smtp_dns_support_level = dnssec.
                """,
                Commands.dnssecPath
            ),
            Fix("Look for their records.", Commands.tlsa),
            Fix(
                """
                Ask the partner whether DANE is still meant to be there. If not, use 'dane' or \
                'encrypt' for this domain.
                """,
                Commands.tlsPolicy
            ),
            Fix("Then retry one message.", Commands.retryOne),
        ]
    )

    static let refinementValidationFailure = Advice(
        meaning: """
            The server's certificate was checked and did not pass; most often it matches none of \
            the TLSA records that the destination publishes.
            """,
        causes: [
            "The certificate or its key was renewed and the TLSA record was not.",
            "The new TLSA record is published, but caches still hold the old one.",
            "One of several servers shows another certificate.",
            "Somebody in between answers in the server's place: that is what DANE is to detect.",
        ],
        own: [
            Fix(
                "Compare the digest of the server's key with the records.",
                Commands.certificateDigest + Commands.tlsa
            ),
            Fix(
                """
                Publish the record of the new key before the key is used, keep both for twice \
                the TTL, then remove the old one.
                """
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                """
                Compare the digest of the server's key with the records, and read the reason \
                logged.
                """,
                Commands.certificateDigest + Commands.tlsLog
            ),
            Fix(
                "Tell their postmaster at once: every sender with DANE is stopped like you.",
                Commands.tlsa
            ),
            Fix(
                "Do not go round the check before they have confirmed their key by another way.",
                Commands.tlsPolicy
            ),
            Fix("When record and key agree, retry one message.", Commands.retryOne),
        ]
    )
}
