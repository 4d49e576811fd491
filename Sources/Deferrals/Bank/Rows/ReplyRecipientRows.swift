extension PatternBank {
    /// Recipients that nobody knows, in words that many servers share.
    static let replyRecipientRows: [PatternRow] = [
        PatternRow(
            "reply.user-unknown",
            .reply,
            #"(?:user|recipients?|mailbox|account|address(?:ee|es)?)(?: is| are| were| \(\S{1,256}\))? (?:un|not )known"#,
            category: .recipientUnknown,
            source: "public Postfix logs; sisimai; KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.195] said: 450 4.1.1 <user@example.com>... User unknown (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 User (user@example.com) unknown. (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 553 5.3.0 <user@example.com>... Addressee unknown, relay=[198.51.100.7] (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 User not known (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 The following recipients are unknown (in reply to RCPT TO command)",
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
            #"(?:user|recipient|mailbox|account|address|email name)(?: is| was)? not found"#,
            category: .recipientUnknown,
            source: "public Postfix logs; sisimai; KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.196] said: 450 4.1.1 recipient mailbox not found (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 This recipient e-mail address was not found (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 email name is not found (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx.example.com[192.0.2.197] said: 450 4.1.8 <app@example.com>: Sender address rejected: Domain not found (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.not-existing",
            .reply,
            #"(?<!sender )(?:user|recipient|mailbox|account|address|RCPT)(?: [(<]?[^ ]{3,80})? (?:does not|do(?:es|s)n't|not) exist"#,
            category: .recipientUnknown,
            source: "public Postfix logs; sisimai; KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.198] said: 450 4.1.1 Address does not exist (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 sorry, that recipient doesn't exist (#5.7.1) (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 user@example.com:user not exist (in reply to RCPT TO command)",
                "host mx1.mail.aliyun.com[192.0.2.25] said: 554 RCPT (user@example.com) dosn't exist (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 4.1.8 Sender address does not exist (in reply to MAIL FROM command)"
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
            #"no such (?:virtual )?(?:user|recipient|mailbox|address|account|person)"#,
            category: .recipientUnknown,
            source: "public Postfix logs; sisimai; KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.200] said: 450 4.1.1 No such user here (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 No such virtual user here (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.unknown-user",
            .reply,
            #"unknown (?:(?:local |virtual )?(?:user|recipient|mailbox|account)|local[- ]part|(?:email|destination) address|(?:or illegal|address or) alias)\b"#,
            category: .recipientUnknown,
            source: "public Postfix logs; sisimai; KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.201] said: 450 4.1.1 Unknown recipient (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 unknown local-part \"user\" in domain \"example.com\" (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 Unknown local part user in <user@example.com> (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 unknown or illegal alias: user@example.com (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 Unknown destination address (in reply to RCPT TO command)",
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
            #"not a (?:valid|recognised) (?:mailbox|user|recipient|(?:email )?account)"#,
            category: .recipientUnknown,
            source: "public Postfix logs; sisimai; KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.203] said: 450 4.1.1 <user@example.com> not a valid user (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 not a valid email account (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 not a recognised email account (in reply to RCPT TO command)",
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
        PatternRow(
            "reply.no-such-list",
            .reply,
            #"\bno such (?:mailing )?list\b"#,
            category: .recipientUnknown,
            source: "list servers in public repositories",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 No such list 'news', go away. (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 No such luck (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.no-longer-exists",
            .reply,
            #"(?<!sender )\b(?:user|recipient|mailbox|account|address)(?: is)? no longer (?:exists|accepts mail|valid|available)\b"#,
            category: .recipientUnknown,
            source: "public Postfix logs; rules of bounce handlers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 553 5.3.0 <user@example.com>... Recipient address no longer exists (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 This address no longer accepts mail. (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 address no longer valid (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 user is no longer available (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 4.1.8 Sender address no longer exists (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.no-account-here",
            .reply,
            #"\bnot have an account here\b"#,
            category: .recipientUnknown,
            source: "public Postfix logs; rules of bounce handlers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550-I'm sorry but user@example.com does not have an account here. I will not 550 accept mail for it. (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 535 You do not have an account (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.no-customer",
            .reply,
            #"\bnot our customer\b"#,
            category: .recipientUnknown,
            source: "public Postfix logs; rules of bounce handlers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 551 not our customer (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 Ask our customer service (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.recipient-invalid",
            .reply,
            #"\b(?:user|recipients?|mailbox)(?: is| are)? (?:in|not )valid\b"#,
            category: .recipientUnknown,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 mailbox is not valid (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 503 All recipients are invalid (in reply to DATA command)",
                "host mx1.example.net[192.0.2.25] said: 550 user invalid (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 sender address is invalid (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.no-user-name",
            .reply,
            #"\bno users? (?:here )?by that name\b"#,
            category: .recipientUnknown,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 no users here by that name (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 There is no user by that name (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 no host by that name (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.name-not-recognized",
            .reply,
            #"\brecipient name is not recognized\b"#,
            category: .recipientUnknown,
            source: "Exchange 5.5; phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 The recipient name is not recognized (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 500 command is not recognized (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.unable-to-validate",
            .reply,
            #"\bunable to (?:validate recipient|find alias user)\b"#,
            category: .recipientUnknown,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 unable to validate recipient (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 Unable to find alias user (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 unable to validate sender (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.not-handled-here",
            .reply,
            #"\bdoesn't handle mail for that user\b"#,
            category: .recipientUnknown,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 server doesn't handle mail for that user (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 server doesn't relay (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.receives-nothing",
            .reply,
            #"\baddress does not receive mail\b"#,
            category: .recipientUnknown,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 This address does not receive mail (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 host does not receive mail now (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.bad-destination",
            .reply,
            #"\bbad destination (?:mailbox|e-?mail) address\b"#,
            category: .recipientUnknown,
            source: "the words of RFC 3463, X.1.1; phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 Bad destination mailbox address (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 bad destination email address (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 bad sender's mailbox address (in reply to MAIL FROM command)"
            ]
        ),
    ]
}
