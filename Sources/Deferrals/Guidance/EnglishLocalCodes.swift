extension English {
    static let localCodeDnsQueryFailed = Advice(
        meaning: """
            The look-up failed on this machine: our resolver gave no answer, or a setting of ours \
            threw the answer away or names a host that does not exist. The destination has no \
            part in it.
            """,
        causes: [
            "The resolver named in /etc/resolv.conf is down, overloaded or out of reach.",
            """
            relayhost or smtp_fallback_relay is misspelt, or its name is gone from DNS: dsn=4.3.5, \
            after 'relayhost configuration problem'.
            """,
            """
            smtp_dns_reply_filter (3.0 and later) dropped every answer: 'DNS reply filter \
            drops all results'.
            """,
            "Postfix runs chrooted with an old copy of resolv.conf or nsswitch.conf.",
            "A firewall of ours blocks port 53, often for TCP alone.",
            """
            With smtp_host_lookup = native, the system's own look-up (nsswitch, \
            systemd-resolved) fails.
            """,
        ],
        here: [
            Fix("Ask the resolver for something that always exists.", Commands.resolver),
            Fix(
                """
                Compare the chroot's copy. It is renewed when Postfix is started, not when it \
                is reloaded.
                """,
                Commands.resolverCopy
            ),
            Fix(
                "Check both transports, UDP and TCP, and the rules for port 53.",
                Commands.resolverPort
            ),
            Fix(
                "Check the filter, the kind of look-up and the relay's name.",
                Commands.lookupSettings
            ),
            Fix(
                """
                When it answers again, leave the queue to its schedule. Retry one message to \
                see that it works.
                """,
                Commands.retryOne
            ),
        ]
    )

    static let localCodeConnectionTimedOut = Advice(
        meaning: """
            This machine could not even send the first packet: it has no route to the address, \
            nearly always an IPv6 address ('Network is unreachable'), or no socket for it. The \
            reason names the last address tried only: an earlier server of the same attempt may \
            have failed over IPv4 for another cause.
            """,
        causes: [
            "Postfix uses IPv6 (inet_protocols = all) and this machine has no IPv6 route.",
            "The default route, an interface or a tunnel is down.",
            """
            smtp_bind_address or smtp_bind_address6 names an address that this machine does \
            not have: 'Cannot assign requested address'.
            """,
            "Ports, buffers or memory for sockets are used up.",
        ],
        here: [
            Fix(
                """
                Look for a route, and at the earlier servers of the same attempt: an IPv4 \
                failure there is the real cause.
                """,
                Commands.protocols + Commands.route
            ),
            Fix(
                """
                No IPv6 here? Set inet_protocols = ipv4, then stop and start Postfix; a reload \
                is not enough. To keep receiving over IPv6, add '-o inet_protocols=ipv4' to \
                the smtp service in master.cf instead, and reload.
                """,
                Commands.protocols
            ),
            Fix("IPv6 is meant to work? Restore address and route.", Commands.addresses),
            Fix("Check the addresses that Postfix is told to send from.", Commands.bindAddress),
            Fix("Check whether sockets or ports are used up.", Commands.socketUse),
            Fix("Then retry one message.", Commands.retryOne),
        ]
    )

    static let localCodeConnectionRefused = Advice(
        meaning: """
            The next hop is on this machine and takes no connections: a content filter, an LMTP \
            server, a relay on loopback, or a UNIX-domain socket that is missing or stale. Or our \
            own firewall forbids the connection ('Permission denied'). The recipient's domain has \
            no part in it.
            """,
        causes: [
            "The content filter or the LMTP server is stopped, crashed or still loading its data.",
            "It listens on another port or socket path than the one in main.cf or master.cf.",
            "The socket lies outside the chroot, or the postfix user may not reach it.",
            "A firewall rule or a prohibiting route of this machine forbids the connection.",
        ],
        here: [
            Fix(
                "Find out which service is meant and whether it listens.",
                Commands.localHops + Commands.services
            ),
            Fix("See why it stopped, and start it.", Commands.filterLogs + Commands.memory),
            Fix(
                """
                For a socket, check path and permissions. In a chroot the path counts from \
                queue_directory.
                """,
                Commands.services
            ),
            Fix(
                "With 'Permission denied', look for your own rule or route.",
                Commands.firewall + Commands.route
            ),
            Fix(
                """
                When it listens, the queue drains by its schedule. Retry one message to see \
                that it works.
                """,
                Commands.retryOne
            ),
            Fix(
                """
                Was the filter removed for good? Queued messages remember it. Empty \
                content_filter, reload, then requeue one message.
                """,
                Commands.requeue
            ),
        ]
    )

    static let localCodeCannotConnect = Advice(
        meaning: """
            Our own side prevented the session: the TLS engine was not available, the TLS policy \
            for the destination could not be looked up or makes no sense ('client TLS \
            configuration problem'), or a service on this machine greeted with an error. The \
            destination has no part in it.
            """,
        causes: [
            "A table in smtp_tls_policy_maps is missing, unreadable, or its server is down.",
            """
            The entry for the destination holds a word or an attribute that this Postfix does \
            not know.
            """,
            "A certificate, key or CA file of ours is missing, unreadable or does not match.",
            "tlsmgr is not running, or its line is missing in master.cf.",
            "A content filter or LMTP server on this machine is overloaded and greets with 421.",
        ],
        here: [
            Fix("The warnings just before the deferral name the cause.", Commands.warnings),
            Fix(
                """
                Look the policy up as Postfix does, and repair table or entry. postmap takes \
                one table at a time.
                """,
                Commands.tlsPolicy
            ),
            Fix(
                "Check certificate and key. smtp_tls_chain_files exists since 3.4.",
                Commands.ownKeys + Commands.trust
            ),
            Fix("Check that tlsmgr can start.", Commands.tlsManager),
            Fix(
                "If a service on this machine greeted with an error, look at its log and load.",
                Commands.services + Commands.filterLogs
            ),
            Fix("Then retry one message.", Commands.retryOne),
        ]
    )

    static let localCodeConnectionClosed = Advice(
        meaning: """
            A service on this machine took the connection and broke it or fell silent: a content \
            filter, an LMTP server, a relay on loopback. The recipient's domain has no part in it.
            """,
        causes: [
            "The service crashed, was killed for want of memory, or was restarted in mid-session.",
            """
            It takes longer than Postfix waits: a scanner that loads its data, a slow look-up, \
            a slow disk.
            """,
            "Postfix opens more connections to it than it has processes.",
        ],
        here: [
            Fix(
                "Look in the service's own log and the kernel's at that minute.",
                Commands.filterLogs + Commands.memory
            ),
            Fix(
                """
                Compare its time limits with Postfix's: the filter should give up first and \
                say so.
                """,
                Commands.timeouts
            ),
            Fix(
                """
                Let Postfix open no more connections than the service has processes: the \
                maxproc column of the filter's line in master.cf, or \
                TRANSPORT_destination_concurrency_limit.
                """,
                Commands.localHops
            ),
            Fix("When it is well again, retry one message.", Commands.retryOne),
        ]
    )

    static let localCodeCertificateInvalid = Advice(
        meaning: """
            A server on this machine showed a certificate that our own TLS policy does not accept. \
            The recipient's domain has no part in it.
            """,
        causes: [
            """
            smtp_tls_security_level = verify, secure or dane-only holds for the loopback next \
            hop, too.
            """,
            "The LMTP server or filter has a self-signed certificate, or one for the public name.",
            "Its certificate has expired.",
        ],
        here: [
            Fix(
                "Look at the reason logged and at the certificate.",
                Commands.tlsLog + Commands.certificate
            ),
            Fix(
                """
                A connection that never leaves the machine needs no certificate check: give \
                that service its own line in master.cf with '-o smtp_tls_security_level=none', \
                or set lmtp_tls_security_level.
                """,
                Commands.lmtpTLS
            ),
            Fix(
                "Or renew the certificate and reload the service that shows it.",
                Commands.certificate
            ),
            Fix("Then retry one message.", Commands.retryOne),
        ]
    )

    static let localCodeOther = Advice(
        meaning: """
            A service on this machine said so: a content filter, an LMTP server, a delivery agent \
            or Postfix itself. The recipient's domain has no part in it.
            """,
        causes: [
            "A content filter or mail store on this machine is in trouble and asks for patience.",
            "A setting, a table or a policy of ours puts the mail off.",
            "Disk, memory or processes are used up.",
        ],
        here: [
            Fix(
                "Find out which service spoke: its name or socket stands in relay=.",
                Commands.logOfQueueID + Commands.localHops
            ),
            Fix(
                "Read the log of that service, and Postfix's warnings.",
                Commands.filterLogs + Commands.warnings
            ),
            Fix("Rule out the usual shortages.", Commands.disk + Commands.memory),
            Fix("Then retry one message.", Commands.retryOne),
        ]
    )
}
