extension English {
    static let codeCannotConnect = Advice(
        meaning: """
            The TCP connection came about, but no mail session did: the server greeted with an \
            error, refused EHLO, spoke something that is not SMTP, or TLS that our policy requires \
            could not be had.
            """,
        causes: [
            "The server is overloaded or being maintained and greets with 421.",
            """
            The server refuses this machine's address for its reputation, its name or its rate \
            of connections.
            """,
            """
            Our policy for the destination requires TLS (encrypt, verify, secure, dane, \
            dane-only) and the server does not offer it, or the handshake failed.
            """,
            """
            Something else than a mail server listens on that port, or a proxy answers in its \
            place.
            """,
        ],
        own: [
            Fix(
                "Read the first line that the server says; its own log tells why it says so.",
                Commands.connect
            ),
            Fix(
                "Check the server's limits. A Postfix server refuses busy clients by these.",
                Commands.serverLimits
            ),
            Fix(
                "Test TLS, and compare the policy here with what the server offers.",
                Commands.tlsProbe + Commands.tlsPolicy
            ),
            Fix("On the server, check certificate and key.", Commands.serverTLS),
            retryWaiting,
        ],
        partner: [
            Fix("Read the reply in the log: it usually says why.", Commands.log + Commands.connect),
            Fix(
                """
                If it names a block list, your address or your rate, the repair is on your \
                side: slow down and follow what it says.
                """,
                Commands.pace
            ),
            Fix(
                "If TLS is the trouble, test it and look at your policy for this domain.",
                Commands.tlsProbe + Commands.tlsPolicy
            ),
            Fix(
                """
                Send their postmaster the reply word for word, with your outgoing address and \
                the time.
                """,
                Commands.log
            ),
            Fix("Retry one message when something has changed.", Commands.retryOne),
        ]
    )

    static let codeConnectionClosed = Advice(
        meaning: """
            A session had begun and broke: the other side, or something in between, closed or \
            reset it, or fell silent until one of Postfix's time limits ran out ('conversation \
            with … timed out while …'). After 'sending end of data' the message may have arrived \
            all the same and come twice.
            """,
        causes: [
            "The server is overloaded, out of memory or disk, crashes or is being restarted.",
            """
            A firewall that inspects SMTP (Cisco 'fixup', 'ESMTP inspection') garbles or drops \
            the session.
            """,
            "The server checks the message for longer than Postfix waits after the final dot.",
            """
            Large packets get lost on the way (path MTU): greeting and commands pass, the \
            message body hangs.
            """,
            "A spam filter hangs up without saying why.",
        ],
        own: [
            Fix(
                """
                Look in the server's own log at that minute: a crash, a restart, no memory, no \
                disk?
                """,
                Commands.memory + Commands.disk
            ),
            Fix(
                """
                Switch SMTP inspection off in the firewalls between the two machines, or give \
                Postfix its workarounds.
                """,
                Commands.workarounds
            ),
            Fix(
                """
                If it breaks while the message body is sent, test with large packets; a tunnel \
                or VPN on the way needs a smaller MTU or MSS clamping.
                """,
                Commands.packetSize
            ),
            Fix(
                """
                If it falls silent after the final dot, make the content checks there faster. \
                Raise smtp_data_done_timeout here only as a stopgap.
                """,
                Commands.timeouts
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                """
                One message or all? If one alone fails, its size or its content is the likely \
                trigger.
                """,
                Commands.waiting
            ),
            Fix(
                """
                If all fail at the same point, try the workarounds for their address alone, in \
                smtp_pix_workaround_maps or smtp_discard_ehlo_keyword_address_maps.
                """,
                Commands.workarounds
            ),
            Fix("Test the path with large packets.", Commands.packetSize),
            Fix(
                """
                Tell their postmaster the stage at which it breaks, your outgoing address and \
                the time.
                """,
                Commands.log
            ),
            Fix("Retry one message when something has changed.", Commands.retryOne),
        ]
    )

    static let codeCertificateInvalid = Advice(
        meaning: """
            TLS came about, but the server's certificate did not satisfy the policy that applies \
            here to the destination (level verify, secure, fingerprint, dane or dane-only), so \
            Postfix kept the message back. With smtp_tls_loglevel = 1 a line just before says what \
            was wrong with it.
            """,
        causes: [
            "The certificate has expired or is not valid yet, or the clock of one side is wrong.",
            "It is for another name than the policy asks for.",
            """
            Its issuer is not among the authorities that Postfix was told to trust; without \
            smtp_tls_CAfile or smtp_tls_CApath it trusts none.
            """,
            "With DANE: the certificate was renewed and the TLSA record was not.",
            "Somebody in between answers with a certificate of their own.",
        ],
        own: [
            Fix(
                "Look at the certificate that the server really shows, and at the reason logged.",
                Commands.certificate + Commands.tlsLog
            ),
            Fix(
                """
                Renew it, or serve the whole chain, on the server. Reload the server \
                afterwards: many go on showing the old one.
                """,
                Commands.chain
            ),
            Fix(
                "Check what this machine demands of it: level, names, trusted authorities.",
                Commands.tlsPolicy + Commands.trust
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                "Look at the certificate that the server really shows, and at the reason logged.",
                Commands.certificate + Commands.tlsLog
            ),
            Fix(
                "Rule out your own side first: policy entry, trusted authorities, clock.",
                Commands.tlsPolicy + Commands.trust + Commands.clock
            ),
            Fix(
                "Tell their postmaster what is wrong with the certificate and on which host.",
                Commands.tlsProbe
            ),
            Fix(
                """
                If no contract or law forbids it, a policy entry 'DOMAIN encrypt' delivers \
                meanwhile, encrypted but to whoever answers. Take it out again afterwards.
                """,
                Commands.tlsPolicy
            ),
            Fix("When they have repaired it, retry one message.", Commands.retryOne),
        ]
    )

    static let codeOther = Advice(
        meaning: """
            The delivery was put off for a reason that has no code of its own. What the server \
            said, with its reply code and enhanced status code, is the best evidence.
            """,
        causes: [
            "The server asks for patience: greylisting, limits, work in progress.",
            """
            The server dislikes something about this sender, recipient or message and says so \
            with a temporary code.
            """,
            "The server has trouble of its own.",
        ],
        own: [
            Fix(
                "Read the whole reply in the log, then the log of the server that gave it.",
                Commands.logOfQueueID
            ),
            Fix("If it is a setting of that server, change it there.", Commands.serverLimits),
            retryWaiting,
        ],
        partner: [
            Fix(
                """
                Read the whole reply in the log; search for its wording on the provider's \
                postmaster pages.
                """,
                Commands.logOfQueueID
            ),
            Fix("See whether all mail to them waits or this message alone.", Commands.waiting),
            Fix(
                """
                Send their postmaster the reply word for word, with your outgoing address and \
                the time.
                """,
                Commands.log
            ),
            Fix(
                "Otherwise wait: the message is retried until maximal_queue_lifetime is over.",
                Commands.lifetime
            ),
        ]
    )

    static let refusedSession = Advice(
        meaning: """
            The TCP connection came about, but the server refused the session in its greeting or \
            in reply to EHLO, before it heard of any sender or recipient. All mail to this server \
            is concerned.
            """,
        causes: [
            """
            The server turns away at the door, whatever the message, what it holds against \
            this machine.
            """,
            "Only one of their servers or addresses refuses: the next try may meet another.",
        ],
        own: [
            Fix(
                "Read the first line that the server says; its own log tells why it says so.",
                Commands.connect
            ),
            retryWaiting,
        ],
        partner: [
            Fix("Read the whole reply in the log.", Commands.log + Commands.connect),
            Fix(
                """
                Send their postmaster the reply word for word, with your outgoing address and \
                the time.
                """,
                Commands.log
            ),
            Fix("Retry one message when something has changed.", Commands.retryOne),
        ]
    )
}
