extension PatternBank {
    /// Mailboxes that are away or unknown, in words that many servers share.
    static let replyMailboxRows: [PatternRow] = [
        PatternRow(
            "reply.mailbox-inactive",
            .reply,
            #"(?:mailbox|account|user|recipient)(?: is| has been| was)?(?: temporarily| currently)? inactive"#,
            category: .mailboxUnavailable,
            source: "public Postfix logs; sisimai, reason 'suspend'",
            matches: [
                "host mx.example.com[192.0.2.186] said: 450 4.2.1 <user@example.com>: Recipient address rejected: this mailbox is inactive and has been disabled (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.mailbox-disabled",
            .reply,
            #"(?:mailbox|account|user|recipient)(?: is| has been| was)?(?: temporarily| currently)? disabled"#,
            category: .mailboxUnavailable,
            source: "public Postfix logs; sisimai, reason 'suspend'",
            matches: [
                "host mx.example.com[192.0.2.187] said: 450 4.2.1 mailbox disabled (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.mailbox-suspended",
            .reply,
            #"(?:mailbox|account|user|recipient)(?: is| has been| was)?(?: temporarily| currently)? suspended"#,
            category: .mailboxUnavailable,
            source: "public Postfix logs; sisimai, reason 'suspend'",
            matches: [
                "host mx.example.com[192.0.2.188] said: 450 4.2.1 mailbox currently suspended (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.mailbox-locked",
            .reply,
            #"(?:mailbox|account|user|recipient)(?: <?[^ ]{3,80})?(?: is| has been| was)?(?: temporarily| currently)? locked"#,
            category: .mailboxUnavailable,
            source: "public Postfix logs; sisimai, reason 'suspend'",
            matches: [
                "host mx.example.com[192.0.2.189] said: 450 4.2.1 account is locked (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.55] said: 550 Mailbox user@example.com is locked due to inactivity for more than 12 months (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.mailbox-frozen",
            .reply,
            #"(?:mailbox|account|user|recipient)(?: is| has been| was)?(?: temporarily| currently)? frozen"#,
            category: .mailboxUnavailable,
            source: "public Postfix logs; sisimai, reason 'suspend'",
            matches: [
                "host mx.example.com[192.0.2.190] said: 450 Mailbox is frozen. See http://mail.i.ua/err/3/ (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.recipient-inactive",
            .reply,
            #"address rejected: Inactive"#,
            category: .mailboxUnavailable,
            source: "public bounce corpora",
            matches: [
                "host mx.example.com[192.0.2.191] said: 540 5.7.1 <user@example.ru>: recipient address rejected: Inactive (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.mailbox-unavailable",
            .reply,
            #"(?:mailbox|account|recipient)(?: is)?(?: temporarily| currently)? unavailable"#,
            category: .mailboxUnavailable,
            source: "RFC 5321 section 4.2.3; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.192] said: 450 4.2.1 Mailbox temporarily unavailable (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.193] said: 450 Requested mail action not taken: mailbox unavailable (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.mailbox-busy",
            .reply,
            #"Mailbox (?:is )?(?:busy|in use)"#,
            category: .mailboxUnavailable,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.194] said: 450 4.2.1 Mailbox busy (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.user-unknown",
            .reply,
            #"(?:user|recipient|mailbox|account|address)(?: is)? unknown"#,
            category: .recipientUnknown,
            source: "public Postfix logs; sisimai; KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.195] said: 450 4.1.1 <user@example.com>... User unknown (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.no-longer-here",
            .reply,
            #"no longer on (?:server|system)"#,
            category: .recipientUnknown,
            source: "sisimai; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.66] said: 550 5.1.6 recipient no longer on server: user@example.com (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.not-known",
            .reply,
            #"is not a known user"#,
            category: .recipientUnknown,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.51] said: 550 \"user@example.com\" is not a known user (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.no-mailbox-name",
            .reply,
            #"no mailbox (?:here )?by that name"#,
            category: .recipientUnknown,
            source: "netqmail qmail-send.c, qmail chkuser patch; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.52] said: 550 sorry, no mailbox here by that name. (#5.7.17) (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.53] said: 511 sorry, no mailbox here by that name (#5.1.1 - chkuser) (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.recipient-not-verified",
            .reply,
            #"recipient cannot be verified"#,
            category: .recipientUnknown,
            source: "Sendio; logwatch",
            matches: [
                "host mx.example.com[192.0.2.54] said: 550-\"The recipient cannot be verified.  Please check all recipients of this 550 message to verify they are valid.\" (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.user-not-found",
            .reply,
            #"(?:user|recipient|mailbox|account|address) not found"#,
            category: .recipientUnknown,
            source: "public Postfix logs; sisimai; KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.196] said: 450 4.1.1 recipient mailbox not found (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx.example.com[192.0.2.197] said: 450 4.1.8 <app@example.com>: Sender address rejected: Domain not found (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.not-existing",
            .reply,
            #"(?<!sender )(?:user|recipient|mailbox|account|address)(?: <?[^ ]{3,80})? does not exist"#,
            category: .recipientUnknown,
            source: "public Postfix logs; sisimai; KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.198] said: 450 4.1.1 Address does not exist (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.unbekannt",
            .reply,
            #" unbekannt"#,
            category: .recipientUnknown,
            source: "German servers",
            matches: [
                "host mx.example.com[192.0.2.199] said: 450 4.1.1 Empfaenger unbekannt (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.no-such-user",
            .reply,
            #"no such (?:user|recipient|mailbox|address|account|person)"#,
            category: .recipientUnknown,
            source: "public Postfix logs; sisimai; KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.200] said: 450 4.1.1 No such user here (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.unknown-user",
            .reply,
            #"unknown (?:local )?(?:user|recipient|mailbox)\b"#,
            category: .recipientUnknown,
            source: "public Postfix logs; sisimai; KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.201] said: 450 4.1.1 Unknown recipient (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.invalid-recipient",
            .reply,
            #"invalid (?:recipient|mailbox|user)\b"#,
            category: .recipientUnknown,
            source: "public Postfix logs; sisimai; KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.202] said: 450 Invalid Recipient (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.not-a-mailbox",
            .reply,
            #"not a valid (?:mailbox|user|recipient)"#,
            category: .recipientUnknown,
            source: "public Postfix logs; sisimai; KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.203] said: 450 4.1.1 <user@example.com> not a valid user (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.unroutable",
            .reply,
            #"unroute?able (?:mail )?(?:address|domain)"#,
            category: .recipientUnknown,
            source: "Exim src/verify.c; KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.204] said: 451 Unrouteable address (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.inconnu",
            .reply,
            #"(?:utilisateur|destinataire) inconnu"#,
            category: .recipientUnknown,
            source: "KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.205] said: 450 Utilisateur inconnu (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.domain-not-active",
            .reply,
            #"\bDomain not active\b"#,
            category: .mailboxUnavailable,
            source: "XO Communications; public Postfix logs, 2006",
            matches: [
                "host colossus.xo.com[207.155.253.126] said: 452 <user@example.com>: Recipient address rejected: Domain not active [1DJID10L9700] (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 4.1.8 <user@example.com>: Sender address rejected: Domain not found (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.recipient-rejected",
            .reply,
            #"Recipient address rejected: (?:Not in recipient list|Invalid-Recipient|User email address is marked as invalid)"#,
            category: .recipientUnknown,
            source: "smtp.codes, gateways with a list of recipients",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 5.7.1 <joe@example.com>: Recipient address rejected: Not in recipient list (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 554 5.7.1 <joe@example.com>: Recipient address rejected: Invalid-Recipient. (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 <joe@example.com>: Recipient address rejected: User email address is marked as invalid. (in reply to RCPT TO command)",
            ]
        ),
    ]
}
