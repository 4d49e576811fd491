extension English {
    static let categoryRemoteSystem = Advice(
        meaning: """
            The server has trouble of its own: no space, an internal error, a directory or store \
            out of reach, a restart.
            """,
        causes: [
            "Its disk is full, or it has too little memory.",
            "A service behind it (directory, store, filter) does not answer.",
            "It is being shut down or updated.",
        ],
        own: [
            Fix(
                "On the server: space, inodes, memory, and its log at that minute.",
                Commands.disk + Commands.memory
            ),
            retryWaiting,
        ],
        partner: [
            Fix("Wait: their own monitoring has most likely rung already.", Commands.lifetime),
            Fix(
                "If it lasts for more than an hour, tell their postmaster the reply and the time.",
                Commands.log
            ),
            Fix("Does every one of their servers say so?", Commands.records),
        ]
    )

    static let categoryProtocol = Advice(
        meaning: """
            One side got a reply or command that the SMTP protocol does not allow at that point.
            """,
        causes: [
            "A firewall or proxy on the way changes the session.",
            "The server has a fault, or loses step when commands are sent together (PIPELINING).",
            "The message needs an extension that the server does not have: SMTPUTF8, 8BITMIME.",
        ],
        own: [
            Fix(
                "Log the session with this server, and look at it from both ends.",
                Commands.debugPeer
            ),
            Fix("Switch SMTP inspection off in the firewalls between.", Commands.workarounds),
            Fix("Then retry the message.", Commands.retryOne),
        ],
        partner: [
            Fix(
                """
                Log the session with this server alone: put its address into debug_peer_list, \
                and take it out again afterwards.
                """,
                Commands.debugPeer
            ),
            Fix(
                """
                If commands sent together are the trouble, hide PIPELINING for this address in \
                smtp_discard_ehlo_keyword_address_maps.
                """,
                Commands.workarounds
            ),
            Fix("Send their postmaster the part of the session that goes wrong.", Commands.log),
        ]
    )

    static let categoryLoop = Advice(
        meaning: """
            The mail would come back to us: the best MX of the domain is this machine, but this \
            machine does not see itself as its final destination, or the message has passed too \
            many servers.
            """,
        causes: [
            """
            The domain's MX names this machine, and the domain is in none of mydestination, \
            relay_domains, virtual_alias_domains and virtual_mailbox_domains.
            """,
            """
            This machine is a backup MX behind NAT, and proxy_interfaces lacks its outside \
            address.
            """,
            "relayhost or transport_maps leads back to this machine.",
            "Two servers forward to each other.",
        ],
        own: [
            Fix(
                "What is this machine for the domain: final destination, relay or nothing?",
                Commands.domainClasses
            ),
            Fix(
                """
                List the domain in exactly one class; for a relay domain name the next hop in \
                transport_maps.
                """,
                Commands.routing
            ),
            Fix(
                "Behind NAT, put the outside address into proxy_interfaces.",
                Commands.domainClasses
            ),
            Fix("Then retry the message.", Commands.retryOne),
        ],
        partner: [
            Fix(
                """
                Does the domain's MX really name this machine? Then its owner must correct the \
                record, or you must take the domain on.
                """,
                Commands.domainClasses
            ),
            Fix("Check your own routes for the domain.", Commands.routing),
            Fix(
                """
                If the message has passed too many servers, read its Received headers: the \
                pair that repeats is the loop.
                """,
                Commands.message
            ),
        ]
    )

    static let categoryUnclassified = Advice(
        meaning: """
            No pattern knows this text yet. The words of the reason are all there is; a reply code \
            that begins with 4 means that a later try may succeed.
            """,
        causes: [
            "A server with wording of its own.",
            "A new kind of limit or filter at a provider.",
            "A message of a program behind Postfix on this machine.",
        ],
        own: [
            Fix(
                "Read the whole reason, then the log of the server that gave it.",
                Commands.logOfQueueID
            ),
            Fix(
                """
                If it comes again and again, give it a pattern of your own: 'deferwatch \
                patterns match TEXT' shows what is seen in it.
                """
            ),
            Fix("When the cause is gone, retry one message.", Commands.retryOne),
        ],
        partner: [
            Fix(
                """
                Read the whole reason; search for its wording on the provider's postmaster \
                pages.
                """,
                Commands.logOfQueueID
            ),
            Fix("Does it concern all mail to them, or this message alone?", Commands.waiting),
            Fix(
                """
                Send their postmaster the reply word for word, with your outgoing address and \
                the time.
                """,
                Commands.log
            ),
        ]
    )
}
