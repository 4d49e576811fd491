extension English {
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
            A setting, a table or a policy of our own keeps the message back. Mail of this kind \
            waits until it is changed; it is no fault of the destination.
            """,
        causes: [
            "A look-up table is missing, unreadable, or its database is down.",
            """
            A transport named in transport_maps or default_transport is missing in master.cf, \
            or its program fails to start.
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
                Test the table with the very key that Postfix looks up. postmap takes one \
                table at a time.
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

    static let localCategoryAuthentication = Advice(
        meaning: """
            Our login at the relay failed: name, password or mechanism was not accepted, or we \
            have none for this relay. With smtp_sasl_auth_soft_bounce = yes, the default since \
            2.5, the mail waits instead of bouncing.
            """,
        causes: [
            """
            The password has changed or expired, or the provider demands an application \
            password or OAuth 2.
            """,
            """
            The key in smtp_sasl_password_maps is not the next hop as written in relayhost, \
            brackets and port included.
            """,
            "The table was edited and not rebuilt with postmap.",
            """
            No common mechanism: the SASL plug-ins are not installed, or plain-text mechanisms \
            are forbidden without TLS.
            """,
        ],
        here: [
            Fix("See which settings hold.", Commands.login),
            Fix(
                """
                Is there an entry for this relay? '1' means yes; the password itself is not \
                shown.
                """,
                Commands.loginEntry
            ),
            Fix(
                """
                Put the new password into the table, rebuild it with postmap, reload, and keep \
                file and table readable for root alone.
                """
            ),
            Fix(
                """
                'no mechanism available': install the SASL plug-ins (Debian: \
                libsasl2-modules), or allow PLAIN under TLS in smtp_sasl_tls_security_options.
                """,
                Commands.login
            ),
            Fix(
                """
                Retry one message, not the whole queue: a row of failed logins may lock the \
                account.
                """,
                Commands.retryOne
            ),
        ]
    )

    static let localCategoryMailboxFull = Advice(
        meaning: """
            The mailbox is on this machine, or behind a local delivery service of ours, and over \
            its quota. Only this recipient is concerned.
            """,
        causes: [
            "The user has used up the quota.",
            "mailbox_size_limit or virtual_mailbox_limit of Postfix is smaller than the mailbox.",
            "The quota was lowered, or its counter is wrong.",
        ],
        here: [
            Fix("Look at quota and limits.", Commands.localQuota),
            Fix(
                """
                Ask the user to clear up, or raise the quota. If the counter is wrong, have it \
                recalculated ('doveadm quota recalc').
                """
            ),
            Fix("Then retry the message.", Commands.retryOne),
        ]
    )

    static let localCategoryContent = Advice(
        meaning: """
            A content filter of ours put the message off. The recipient's domain has no part in \
            it.
            """,
        causes: [
            """
            The filter could not finish its check: scanner down, data out of date, a look-up \
            that timed out.
            """,
            """
            The message is of a kind on which the filter stumbles: nested archives, huge \
            attachments.
            """,
            "A rule of ours answers with a temporary code.",
        ],
        here: [
            Fix(
                "Read the filter's log for this message.",
                Commands.logOfQueueID + Commands.filterLogs
            ),
            Fix(
                "Check that its scanners run and have memory.",
                Commands.services + Commands.memory
            ),
            Fix("If one message alone is concerned, look at its headers.", Commands.message),
            Fix("Then retry it.", Commands.retryOne),
        ]
    )
}
