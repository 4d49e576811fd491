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
            The mailbox exists, but cannot take mail now: locked, being moved, or its store is out \
            of reach.
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
                One recipient or all of them? If all, their store is down: tell their \
                postmaster.
                """,
                Commands.waiting
            ),
            Fix("If one alone, tell the sender. Postfix goes on trying.", Commands.lifetime),
        ]
    )

    static let categoryRecipientUnknown = Advice(
        meaning: """
            The server says that there is no such recipient, but with a temporary code: it is not \
            sure, or set to be careful. Or soft_bounce is on here, and makes a lasting code \
            temporary. A misspelt address then waits for days instead of coming back at once.
            """,
        causes: [
            "The address is misspelt, or the account is gone.",
            "The account is new and not yet known to every server.",
            "The server's directory could not be asked.",
            "The server answers 450 on purpose: a test setting that was forgotten.",
            "The reply code begins with 5: soft_bounce of this machine keeps the message.",
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
                If it is right, ask the partner. A directory that is down concerns all of \
                their recipients.
                """,
                Commands.waiting
            ),
            Fix("Postfix goes on trying until maximal_queue_lifetime is over.", Commands.lifetime),
        ]
    )

    static let categoryContent = Advice(
        meaning: """
            The server's filter did not like what is in the message, or could not finish its \
            check. The message alone is concerned.
            """,
        causes: [
            "Text, links or attachments look like spam or malware.",
            "An attachment is of a forbidden kind, or an archive with a password.",
            "The filter's scanner is down or too slow, and it asks for patience.",
        ],
        own: [
            Fix(
                """
                Read the filter's log on that server; release the message or mend the rule \
                there.
                """,
                Commands.logOfQueueID
            ),
            Fix("If the scanner is down, start it.", Commands.memory),
            Fix("Then retry the message.", Commands.retryOne),
        ],
        partner: [
            Fix(
                """
                Look at the message's headers: who sent it, is it rightful? Spam from a stolen \
                account looks the same.
                """,
                Commands.message + Commands.busiestSenders
            ),
            Fix(
                """
                Tell the sender what the server said. Often a link to a file instead of the \
                attachment is enough.
                """,
                Commands.logOfQueueID
            ),
            Fix(
                """
                If rightful mail is hit again and again, write to their postmaster with the \
                reply word for word.
                """
            ),
        ]
    )

    static let categoryTooLarge = Advice(
        meaning: "The message is larger than the server takes now, for this recipient or at all.",
        causes: [
            "The attachment is too large for the destination's limit.",
            "Base64 makes attachments a third larger than the user sees.",
            "The server has less free space than the message needs.",
        ],
        own: [
            Fix(
                """
                Raise message_size_limit there, and the size limits of mailbox and filter with \
                it.
                """,
                Commands.sizeLimit
            ),
            Fix("If space is the trouble, make room on that server.", Commands.disk),
            Fix("Then retry the message.", Commands.retryOne),
        ],
        partner: [
            Fix(
                """
                Compare the message's size with the limit that the server names in its reply \
                to EHLO (SIZE).
                """,
                Commands.sizeLimit
            ),
            Fix(
                """
                Tell the sender to send a link or smaller parts. Trying again does not make it \
                smaller.
                """
            ),
            Fix(
                "Lower your own message_size_limit if your users meet this every day.",
                Commands.sizeLimit
            ),
        ]
    )

    static let categoryTooManyRecipients = Advice(
        meaning: """
            The server takes no more recipients in one go. Postfix sends it the rest in later \
            deliveries, by itself.
            """,
        causes: [
            """
            The server limits the recipients of one message below what we send at once (50 \
            unless changed).
            """,
            "It limits the recipients of an hour or a day.",
            "Many recipients of one sender look like spam.",
        ],
        own: [
            Fix("Raise the limit on that server.", Commands.serverRecipientLimit),
            Fix("Or send fewer at once.", Commands.recipientLimits),
        ],
        partner: [
            Fix(
                """
                Send fewer at once: smtp_destination_recipient_limit, for this destination in \
                a transport of its own. A limit of 1 changes what concurrency and rate delay \
                mean: do not use it.
                """,
                Commands.recipientLimits
            ),
            Fix(
                "For mailings, use a list server or the provider's programme for bulk senders.",
                Commands.busiestSenders
            ),
            Fix("Otherwise wait: the rest follows with the next retries.", Commands.retryTimes),
        ]
    )
}
