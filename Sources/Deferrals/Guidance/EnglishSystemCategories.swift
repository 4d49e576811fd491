extension English {
    static let categoryMailboxFull = Advice(
        meaning: "The recipient's mailbox is over its quota. Only this recipient is concerned.",
        causes: [
            "The user has used up the space.",
            "The mailbox is no longer read, and fills up.",
        ],
        own: [
            Fix(
                "Look at the quota on the mail server; ask the user to clear up, or raise it.",
                Commands.quota
            ),
            Fix("Then retry the message.", Commands.retryOne),
        ],
        partner: [
            Fix(
                """
                Tell the sender; the recipient may be reachable by another way. Nothing at our \
                end helps.
                """
            ),
            Fix("Postfix goes on trying until maximal_queue_lifetime is over.", Commands.lifetime),
        ]
    )

    static let categoryMailboxUnavailable = Advice(
        meaning: """
            The mailbox exists, but cannot take mail now: locked, being moved, or its store is out of \
            reach.
            """,
        causes: [
            "The mailbox is being moved or repaired.",
            "The account is locked or suspended.",
            "The store behind the mail server is down.",
        ],
        own: [
            Fix("Look at account and store on the mail server.", Commands.logOfQueueID),
            Fix("Then retry the message.", Commands.retryOne),
        ],
        partner: [
            Fix(
                """
                One recipient or all of them? If all, their store is down: tell their postmaster.
                """,
                Commands.waiting
            ),
            Fix("If one alone, tell the sender. Postfix goes on trying.", Commands.lifetime),
        ]
    )

    static let categoryRecipientUnknown = Advice(
        meaning: """
            The server says that there is no such recipient, but with a temporary code: it is not \
            sure, or set to be careful. A misspelt address then waits for days instead of coming back \
            at once.
            """,
        causes: [
            "The address is misspelt, or the account is gone.",
            "The account is new and not yet known to every server.",
            "The server's directory could not be asked.",
            "The server answers 450 on purpose: a test setting that was forgotten.",
        ],
        own: [
            Fix(
                "Does the address exist? Look in the tables of that server.",
                Commands.addressTables
            ),
            Fix(
                """
                If its tables are right, let it answer 550, so that senders learn of typing \
                errors.
                """,
                Commands.addressTables
            ),
            Fix(
                """
                For an address that will never exist, take the message out of the queue after \
                telling the sender.
                """,
                Commands.waiting
            ),
        ],
        partner: [
            Fix(
                "Ask the sender to check the address; show what the server said.",
                Commands.logOfQueueID
            ),
            Fix(
                """
                If it is right, ask the partner. A directory that is down concerns all of their \
                recipients.
                """,
                Commands.waiting
            ),
            Fix("Postfix goes on trying until maximal_queue_lifetime is over.", Commands.lifetime),
        ]
    )

    static let categoryAuthentication = Advice(
        meaning: """
            The relay could not check our login: its own authentication service is in trouble, or it \
            puts us off for too many logins. Name and password were not called wrong.
            """,
        causes: [
            """
            The relay's authentication service or directory is down ('454 Temporary \
            authentication failure').
            """,
            "Too many logins or failures in a short time.",
            "The account is locked for the time being.",
        ],
        own: [
            Fix("Look at the authentication service of that relay.", Commands.loginServer),
            Fix(
                """
                Then retry what waits. 'postqueue -s' works for the domains of fast_flush_domains \
                only.
                """,
                Commands.retrySite
            ),
        ],
        partner: [
            Fix("See the provider's status page; such faults mostly end by themselves."),
            Fix(
                "Fewer sessions mean fewer logins: lower the concurrency for the relay.",
                Commands.pace + Commands.login
            ),
            Fix(
                """
                If it lasts for more than an hour, ask the provider whether the account is \
                locked.
                """,
                Commands.log
            ),
        ]
    )

    static let categoryRemoteSystem = Advice(
        meaning: """
            The server has trouble of its own: no space, an internal error, a directory or store out \
            of reach, a restart.
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
            Fix(
                """
                When it is well again, retry what waits. 'postqueue -s' works for the domains of \
                fast_flush_domains only.
                """,
                Commands.retrySite
            ),
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
                Log the session with this server alone: put its address into debug_peer_list, and \
                take it out again afterwards.
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
            machine does not see itself as its final destination, or the message has passed too many \
            servers.
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
                If the message has passed too many servers, read its Received headers: the pair \
                that repeats is the loop.
                """,
                Commands.message
            ),
        ]
    )

    static let categoryLocalDelivery = Advice(
        meaning: """
            A delivery agent on this machine, a mail store or a content filter could not take the \
            message now. The sender and the network have no part in it.
            """,
        causes: [
            "The disk is full or out of inodes, or gives errors.",
            "A directory or file has the wrong owner or permissions, or is locked.",
            "A command called by pipe or an alias ended with a temporary error (75).",
            "The LMTP server or content filter answered with 4xx.",
        ],
        own: [
            Fix(
                "Read the reason and the warnings around it.",
                Commands.logOfQueueID + Commands.warnings
            ),
            Fix("Look at space, inodes and permissions.", Commands.disk),
            Fix("Which agent delivers here?", Commands.deliveryAgents),
            Fix("Is the service behind it up?", Commands.services + Commands.filterLogs),
            Fix("Then retry one message.", Commands.retryOne),
        ],
        partner: [
            Fix(
                """
                The recipient may be remote, the obstacle is here: read the reason and the \
                warnings around it.
                """,
                Commands.logOfQueueID + Commands.warnings
            ),
            Fix(
                "Is the content filter up, and what does it say?",
                Commands.services + Commands.filterLogs
            ),
            Fix("Look at space, inodes and permissions.", Commands.disk),
            Fix("Then retry one message.", Commands.retryOne),
        ]
    )

    static let categoryLocalConfiguration = Advice(
        meaning: """
            A setting, a table or a policy of our own keeps the message back. Mail of this kind waits \
            until it is changed; it is no fault of the destination.
            """,
        causes: [
            "A look-up table is missing, unreadable, or its database is down.",
            """
            A transport named in transport_maps or default_transport is missing in master.cf, or \
            its program fails to start.
            """,
            """
            defer_transports, soft_bounce or an entry 'retry:' in transport_maps was left on \
            after maintenance.
            """,
            "Credentials or TLS settings for a relay are incomplete.",
        ],
        own: [
            Fix("The warnings just before the deferral name the file or table.", Commands.warnings),
            Fix("Look for brakes that were left on.", Commands.brakes),
            Fix(
                """
                Test the table with the very key that Postfix looks up. postmap takes one table \
                at a time.
                """,
                Commands.mapLookup + Commands.routing
            ),
            Fix(
                "Check the settings as a whole, mend, reload, and retry one message.",
                Commands.settings + Commands.retryOne
            ),
        ],
        partner: [
            Fix("The warnings just before the deferral name the file or table.", Commands.warnings),
            Fix("Look for brakes that were left on.", Commands.brakes),
            Fix(
                "Does the route for this domain lead to a transport that exists?",
                Commands.routing + Commands.settings
            ),
            Fix(
                "Mend, reload, and retry one message. Nothing needs to be asked of the partner.",
                Commands.retryOne
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
                If it comes again and again, give it a pattern of your own: 'deferwatch patterns \
                match TEXT' shows what is seen in it.
                """
            ),
            Fix("When the cause is gone, retry one message.", Commands.retryOne),
        ],
        partner: [
            Fix(
                """
                Read the whole reason; search for its wording on the provider's postmaster pages.
                """,
                Commands.logOfQueueID
            ),
            Fix("Does it concern all mail to them, or this message alone?", Commands.waiting),
            Fix(
                """
                Send their postmaster the reply word for word, with your outgoing address and the \
                time.
                """,
                Commands.log
            ),
        ]
    )
}
