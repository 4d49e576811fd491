extension English {
    static let codeDnsQueryFailed = Advice(
        meaning: """
            Postfix found no address to connect to: the look-up of the next hop's MX, A, AAAA or \
            TLSA record failed, timed out, was refused or came back damaged. No server was \
            contacted. The message stays queued and the look-up is made anew at the next try.
            """,
        causes: [
            "The domain's name servers are down, unreachable or answer SERVFAIL.",
            "The domain expired, or its delegation or its DNSSEC signatures are broken.",
            """
            An MX record names a host without an address, or resolvers still hold an answer \
            from before a change.
            """,
            "This machine's resolver is at fault; likely when many domains fail at once.",
            """
            The next hop is misspelt in transport_maps or relayhost; with soft_bounce or \
            smtp_defer_if_no_mx_address_found a name that does not exist is deferred, too.
            """,
        ],
        own: [
            Fix(
                """
                Look the names up as Postfix does. SERVFAIL or a time-out shows which record \
                is broken.
                """,
                Commands.records
            ),
            Fix(
                """
                Compare all authoritative servers, then repair the zone, the delegation or the \
                signatures with your DNS host.
                """,
                Commands.delegation
            ),
            Fix("Check that the domain has not expired.", Commands.registration),
            Fix(
                """
                Until the zone works, name the next hop by its address in brackets in \
                transport_maps or relayhost; no look-up is made for it.
                """,
                Commands.routing
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                """
                Ask other resolvers. If they know the answer, the fault is in your own \
                resolver and not with the partner.
                """,
                Commands.otherResolver
            ),
            Fix(
                """
                If every resolver fails, find the broken step and tell their postmaster or DNS \
                host, by telephone or another domain: mail to this one cannot arrive.
                """,
                Commands.delegation
            ),
            Fix(
                "Then wait. Postfix goes on trying until maximal_queue_lifetime is over.",
                Commands.lifetime
            ),
            Fix("When they say it is repaired, retry one message and watch it.", Commands.retryOne),
        ]
    )

    static let codeConnectionTimedOut = Advice(
        meaning: """
            Postfix asked for a TCP connection and nobody answered within smtp_connect_timeout (30 \
            seconds unless changed), or a router said that there is no way to the host. Nobody \
            refused anything.
            """,
        causes: [
            "The server or its network is down.",
            """
            A firewall on the way drops the packets. Many access and hosting networks block \
            outgoing port 25.
            """,
            """
            The address is no longer right: the server has moved and the DNS record or the \
            transport_maps entry has not.
            """,
            """
            A firewall forbids the connection with an ICMP message, which reads as 'No route \
            to host'.
            """,
            "Only the IPv6 path, or only the IPv4 path, is broken.",
        ],
        own: [
            Fix(
                "Try the connection by hand from this machine, then look where the path ends.",
                Commands.connect + Commands.path
            ),
            Fix(
                """
                On the server: is it up, does it listen on this port, and does its firewall \
                let this machine in?
                """,
                Commands.listening + Commands.firewall
            ),
            Fix(
                """
                Make sure that this is still its address; after a move change DNS, \
                transport_maps or relayhost.
                """,
                Commands.routing + Commands.records
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                """
                Try the connection by hand from this machine. If servers of other providers do \
                not answer on port 25 either, your own provider or firewall blocks it.
                """,
                Commands.connect + Commands.path
            ),
            Fix(
                """
                Try the same from another network. If it answers there, somebody between you \
                and them blocks your address.
                """,
                Commands.connect
            ),
            Fix(
                """
                Tell their postmaster the address tried, your own outgoing address and the \
                time with its time zone.
                """,
                Commands.log
            ),
            Fix(
                """
                If only one address family fails, do not switch it off for everybody. Postfix \
                tries both when smtp_address_preference is 'any' (2.8 and later; \
                smtp_balance_inet_protocols since 3.3).
                """,
                Commands.protocols
            ),
            Fix(
                "Otherwise wait: the message is retried until maximal_queue_lifetime is over.",
                Commands.lifetime
            ),
        ]
    )

    static let codeConnectionRefused = Advice(
        meaning: """
            The far machine, or a firewall in front of it, answered at once and said no: no \
            program listens on that port, or connections from this address are rejected.
            """,
        causes: [
            "The mail server is stopped, restarting or failed to start.",
            "A firewall rejects connections from this machine's address.",
            """
            The MX record or the transport_maps entry names a machine that takes no mail, or \
            the wrong port.
            """,
            "The server was retired on purpose and mail for the domain is still routed to it.",
        ],
        own: [
            Fix(
                """
                On the server: start it, and see that it listens on the address and port that \
                is tried, not on 127.0.0.1 alone.
                """,
                Commands.listening
            ),
            Fix(
                "Let this machine's addresses in at the server's firewall, IPv4 and IPv6.",
                Commands.firewall
            ),
            Fix("Make sure that the next hop is the right one.", Commands.routing),
            Fix(
                """
                Retired on purpose? Take the domain out of relay_domains or give it a new next \
                hop. For mail that can never be delivered there, a transport_maps entry such \
                as 'DOMAIN error:5.1.2 system retired' tells the senders now instead of in \
                five days.
                """,
                Commands.routing
            ),
            retryWaiting,
        ],
        partner: [
            Fix(
                "Try the connection by hand, to every MX host they have.",
                Commands.connect + Commands.records
            ),
            Fix(
                """
                Try the same from another network. If it answers there, they or somebody \
                before them reject your address: ask them why.
                """,
                Commands.connect
            ),
            Fix(
                """
                Tell their postmaster the address and port tried, your own outgoing address \
                and the time.
                """,
                Commands.log
            ),
            Fix(
                """
                If the address comes from an entry of your own in transport_maps, check that \
                it is still theirs.
                """,
                Commands.routing
            ),
            Fix(
                """
                Otherwise wait: a restart takes minutes, and the message is retried until \
                maximal_queue_lifetime is over.
                """,
                Commands.lifetime
            ),
        ]
    )
}
