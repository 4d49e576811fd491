extension PatternBank {
    /// Mailboxes that are away, in words that many servers share.
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
            #"(?:mailbox|account|recipient)(?: is)?(?: temporarily| currently)? (?:un|not )available"#,
            category: .mailboxUnavailable,
            source: "RFC 5321 section 4.2.3; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.192] said: 450 4.2.1 Mailbox temporarily unavailable (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.193] said: 450 Requested mail action not taken: mailbox unavailable (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 Requested action not taken: mailbox not available (in reply to RCPT TO command)",
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
            "reply.log-in-first",
            .reply,
            #"\bshould log in to enable receiving\b"#,
            category: .mailboxUnavailable,
            source: "public bounce rules",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 5.7.1 User user@example.com should log in to enable receiving the mail (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 554 5.7.1 You should log in to send mail (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.no-activity",
            .reply,
            #"\bno recipient activity since\b"#,
            category: .mailboxUnavailable,
            source: "public bounce rules",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 NOACTIVITY: Sorry, no recipient activity since (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 no recipient (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.inactive-user",
            .reply,
            #"\binactive (?:user|mailbox|account|recipient)\b"#,
            category: .mailboxUnavailable,
            source: "public Postfix logs; rules of bounce handlers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 <user@example.com>: inactive user (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 553-'Invalid/inactive user (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 553 Invalid sender (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.account-closed",
            .reply,
            #"\b(?:mailbox|account)(?: is| has been| was)? closed\b"#,
            category: .mailboxUnavailable,
            source: "public Postfix logs; rules of bounce handlers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 <user@example.com>: Recipient address rejected: Account closed due to inactivity. No forwarding information is available. (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 421 Connection closed (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.disabled-mailbox",
            .reply,
            #"\b(?:disabled|deactivated|unavailable) mailbox\b"#,
            category: .mailboxUnavailable,
            source: "public Postfix logs; rules of bounce handlers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 551 <user@example.com> is a deactivated mailbox (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 disabled mailbox (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 4.7.0 TLS is disabled (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.mailbox-deactivated",
            .reply,
            #"(?:mailbox|account|user|recipient)(?: is| has been| was)? deactivated\b"#,
            category: .mailboxUnavailable,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 account deactivated (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 4.7.0 service deactivated (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.mailbox-expired",
            .reply,
            #"(?:mailbox|account)(?: is| has)? expired\b"#,
            category: .mailboxUnavailable,
            source: "public Postfix logs; rules of bounce handlers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 account expired (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 user account is expired (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 session expired (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.not-active",
            .reply,
            #"\b(?:mailbox|account|user|address)(?: is)? (?:not|no longer) (?:yet )?activ(?:e|ated)\b"#,
            category: .mailboxUnavailable,
            source: "public Postfix logs; rules of bounce handlers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 <user@example.com>... User account not activated (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 account is not active (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 address is no longer active (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 Service not activated (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.inactivity",
            .reply,
            #"\b(?:blocked|disabled|locked|suspended) due to (?:[a-z-]{1,20} )?inactivity\b"#,
            category: .mailboxUnavailable,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 Account blocked due to inactivity (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 Mailbox is blocked due to long-time inactivity (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 disabled due to inactivity (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 421 4.4.2 Connection closed due to inactivity (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.administratively",
            .reply,
            #"address is administrative?ly disabled\b"#,
            category: .mailboxUnavailable,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 Mailaddress is administratively disabled (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 454 TLS is administratively disabled (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.not-entered",
            .reply,
            #"\bhasn't entered during last\b"#,
            category: .mailboxUnavailable,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 User hasn't entered during last 90 days (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 421 no command entered during last minute (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.never-logged-on",
            .reply,
            #"\brecipient never logged onto\b"#,
            category: .mailboxUnavailable,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 recipient never logged onto (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 recipient never seen (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.take-delivery",
            .reply,
            #"\bunavailable to take delivery\b"#,
            category: .mailboxUnavailable,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 unavailable to take delivery of the message (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 service unavailable (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.no-new-mail",
            .reply,
            #"\bnew mail is not currently being accepted\b"#,
            category: .mailboxUnavailable,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 extended inactivity new mail is not currently being accepted (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 421 mail is not being accepted here (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "communigate.receiving-disabled",
            .reply,
            #"\bmail receiving disabled\b"#,
            category: .mailboxUnavailable,
            source:
                "CommuniGate Pro, an account without mail; phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 user@example.com mail receiving disabled (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 552 mail receiving disabled, rejecting (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 receiving is disabled (in reply to RCPT TO command)"
            ]
        ),
    ]
}
