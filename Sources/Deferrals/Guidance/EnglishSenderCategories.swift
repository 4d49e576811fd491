extension English {
    static let categoryGreylisted = Advice(
        meaning: """
            The server knows this combination of address, sender and recipient for the first time \
            and asks to come back later. That is normal: the same attempt, repeated after some \
            minutes, is taken.
            """,
        causes: [
            "The server greylists first contacts.",
            "Our retries come from changing addresses, so that each looks like the first.",
            "The retry came too early or too late for the server's time window.",
        ],
        own: [
            Fix(
                """
                Exempt this machine's addresses from greylisting on that server; between your \
                own servers it is of no use.
                """
            ),
            Fix("Or wait for the next retry.", Commands.retryTimes),
        ],
        partner: [
            Fix("Nothing to do: Postfix retries by itself.", Commands.retryTimes),
            Fix(
                "If it lasts for hours, make sure that all retries leave from the same address.",
                Commands.bindAddress
            ),
            Fix(
                "If it lasts for a day, ask their postmaster to exempt your addresses.",
                Commands.log
            ),
        ]
    )

    static let categoryRateLimited = Advice(
        meaning: """
            We send too much or too fast for the server, in connections, messages or recipients. \
            It takes mail again when we slow down.
            """,
        causes: [
            "A bulk mailing, a newsletter or a script gone wild.",
            "A stolen account sends spam through this machine.",
            "Too many parallel connections for this destination.",
            "A new address without history, or one shared with other senders, has low limits.",
        ],
        own: [
            Fix("Raise the limits of that server for this machine.", Commands.serverLimits),
            Fix("Or slow down here.", Commands.pace),
            Fix(
                "Check what is being sent before you do either.",
                Commands.busiestSenders + Commands.waiting
            ),
        ],
        partner: [
            Fix(
                """
                Find out who sends so much. An unknown or surprising sender means a stolen \
                account: lock it first.
                """,
                Commands.busiestSenders + Commands.waiting
            ),
            Fix(
                """
                Slow down for this destination alone: a transport of its own in master.cf, for \
                example 'slow', with slow_destination_concurrency_limit = 2, \
                slow_destination_rate_delay = 1s (2.5 and later) and \
                slow_destination_concurrency_failed_cohort_limit = 10, and a line in \
                transport_maps.
                """,
                Commands.pace
            ),
            Fix("Do not force retries: each one counts against the limit.", Commands.retryTimes),
            Fix("Spread mailings over hours, and read the provider's sender guidelines."),
        ]
    )

    static let categoryReputation = Advice(
        meaning: """
            The server distrusts our sending address, our name or our past mail, and puts us off \
            or blocks us.
            """,
        causes: [
            "This machine's address is on a block list or has a bad score with the provider.",
            "Spam left this machine: a stolen account, a web form, an infected client.",
            "The address is new, or its neighbours in the network misbehave.",
            "SPF, DKIM or the reverse DNS name is missing.",
        ],
        own: [
            Fix("Put this machine's addresses on the allow list of that server or its filter."),
            Fix(
                "Ask yourself why it distrusts you: other receivers will, too.",
                Commands.busiestSenders + Commands.ourNames
            ),
        ],
        partner: [
            Fix(
                "Find the cause first: who sends what? Stop a stolen account or script.",
                Commands.busiestSenders + Commands.waiting
            ),
            Fix(
                "Check what others see of you: reverse name, SPF, DMARC.",
                Commands.ourNames + Commands.senderRecords
            ),
            Fix(
                """
                Then follow the link or form named in the reply, or the provider's postmaster \
                pages. Asking before the cause is gone makes it worse.
                """,
                Commands.logOfQueueID
            ),
            Fix("Do not change to another address to get round it: it will be listed as well."),
        ]
    )

    static let categorySenderRejected = Advice(
        meaning: """
            The server does not take mail from this envelope sender, for now. The message alone is \
            concerned, not the destination.
            """,
        causes: [
            "The sender's domain has no MX or address, or could not be looked up there.",
            "The server tried to verify the sender at our MX and failed.",
            """
            A program here sends under a name that nobody outside knows, such as \
            root@host.localdomain.
            """,
            "The server blocks this sender.",
        ],
        own: [
            Fix(
                "See why that server refuses it, and make an exception there if it is rightful.",
                Commands.logOfQueueID
            ),
            Fix("Give mail from programs a sender that exists outside.", Commands.senderSettings),
            Fix("Then retry the message.", Commands.retryOne),
        ],
        partner: [
            Fix(
                "Is the envelope sender an address that takes mail from outside?",
                Commands.logOfQueueID + Commands.senderRecords
            ),
            Fix(
                """
                Give mail from programs a sender that exists outside, with smtp_generic_maps \
                or masquerade_domains.
                """,
                Commands.senderSettings
            ),
            Fix(
                """
                If they verify senders, let their probes in at your MX: no greylisting, no \
                refusal of the empty sender.
                """
            ),
            Fix("If it is their block, the sender must ask the recipient by another way."),
        ]
    )

    static let categoryAuthentication = Advice(
        meaning: """
            The relay could not check our login: its own authentication service is in trouble, or \
            it puts us off for too many logins. Name and password were not called wrong.
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
            retryWaiting,
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

    static let categorySenderAuthentication = Advice(
        meaning: """
            The server checked SPF, DKIM or DMARC for the sender's domain and was not satisfied, \
            or could not finish the check.
            """,
        causes: [
            """
            The SPF record does not contain the address from which we send; the IPv6 address \
            is often forgotten.
            """,
            "The message has no DKIM signature, or something changed the message after signing.",
            "The message was forwarded: the sender's SPF cannot fit our address.",
            "The records could not be read: DNS trouble, or more than ten look-ups in SPF.",
        ],
        own: [
            Fix(
                """
                Exempt this machine on that server: mail between your own servers needs no \
                such check.
                """
            ),
            Fix(
                "And repair the records, for everybody else will look at them, too.",
                Commands.senderRecords + Commands.ourNames
            ),
        ],
        partner: [
            Fix(
                "Read the records of the sender's domain; here for this machine's own.",
                Commands.senderRecords
            ),
            Fix("Compare with the addresses we send from, IPv4 and IPv6.", Commands.ourNames),
            Fix(
                """
                Sign with DKIM as the last step before sending, and change nothing after it: \
                footers, recoding.
                """,
                Commands.rewriting
            ),
            Fix(
                """
                For forwarded mail, rewrite the envelope sender (SRS) and add ARC, or let the \
                user fetch the mail instead.
                """
            ),
        ]
    )

    static let categoryDnsOfSender = Advice(
        meaning: """
            The server looked up our names and was not satisfied: the reverse name of our address, \
            the name we give in EHLO, or the sender's domain.
            """,
        causes: [
            "Our sending address has no PTR record, or one whose name does not lead back to it.",
            "myhostname, which is sent in EHLO, does not exist in public DNS.",
            "We send over IPv6 without a reverse name there.",
            "Their resolver had trouble with our zone.",
        ],
        own: [
            Fix(
                """
                Exempt this machine on that server, or put its names into the DNS that the \
                server uses.
                """,
                Commands.ourNames
            ),
            Fix("For mail to others the public names must be right, too.", Commands.bindAddress),
        ],
        partner: [
            Fix(
                """
                Compare: address we send from, its reverse name, that name's address, and \
                myhostname. All four should agree.
                """,
                Commands.ourNames
            ),
            Fix(
                """
                Have the PTR record set by whoever gave you the address, for IPv6 as well; \
                until then send over IPv4 alone.
                """,
                Commands.protocols
            ),
            Fix("Set smtp_helo_name or myhostname to a public name.", Commands.bindAddress),
            Fix(
                "Caches forget a missing name after minutes to hours; then retry one message.",
                Commands.retryOne
            ),
        ]
    )
}
