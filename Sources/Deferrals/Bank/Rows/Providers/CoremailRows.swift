extension PatternBank {
    /// Coremail, which many Chinese hosts use, Alibaba's mail, and what NetEase and Sina say less often.
    static let coremailRows: [PatternRow] = [
        PatternRow(
            "coremail.invalid-ip",
            .reply,
            #"\bnot taken: Invalid IP\b"#,
            category: .reputation,
            source: "icoremail.vip, texts of returned mail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 Requested mail action not taken: Invalid IP (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "coremail.fake-sender",
            .reply,
            #"\bnot taken: Fake sender\b"#,
            category: .senderRejected,
            source: "icoremail.vip, texts of returned mail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 Requested mail action not taken: Fake sender (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "coremail.null-sender",
            .reply,
            #"\bNULL sender is not allowed\b"#,
            category: .senderRejected,
            source: "icoremail.vip, texts of returned mail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 Requested action not taken: NULL sender is not allowed (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "coremail.recipient",
            .reply,
            #"^5\d\d (?:\S{1,10} )?rcpt is rejected\b"#,
            category: .mailboxUnavailable,
            source: "icoremail.vip, texts of returned mail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 rcpt is rejected (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "coremail.local-only",
            .reply,
            #"\bnot taken: Local user only\b"#,
            category: .mailboxUnavailable,
            source:
                "icoremail.vip, texts of returned mail: it takes mail from its own system alone",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 Requested action not taken: Local user only (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "coremail.user",
            .reply,
            #"^5\d\d (?:\S{1,10} )?User (?:rejected|hangup)\b"#,
            category: .mailboxUnavailable,
            source: "icoremail.vip, texts of returned mail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 User rejected (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 550 User hangup (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "coremail.unavailable-user",
            .reply,
            #"\bunavailable mail user\b"#,
            category: .mailboxUnavailable,
            source: "icoremail.vip, texts of returned mail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 unavailable mail user (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "coremail.no-such-user",
            .reply,
            #"\blocal server don't exists that user\b"#,
            category: .recipientUnknown,
            source: "icoremail.vip, texts of returned mail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 local server don't exists that user (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "netease.recipients",
            .reply,
            #"\bRP:DRC\b"#,
            category: .rateLimited,
            source: "mail.163.com/help/help_spam_16.htm, NetEase reject codes",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 RP:DRC 163 smtp1,xxx (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "netease.not-allowed",
            .reply,
            #"\bWM:BLI\b"#,
            category: .reputation,
            source: "mail.163.com/help/help_spam_16.htm, NetEase reject codes",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 450 WM:BLI 163 smtp1,xxx"
            ]
        ),
        PatternRow(
            "netease.sender-not-allowed",
            .reply,
            #"\bWM:BLU\b"#,
            category: .senderRejected,
            source: "NetEase reject codes: not our address, but the sender is not on their list",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 WM:BLU 163 smtp1,xxx (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 450 WM:BLI 163 smtp1,xxx"
            ]
        ),
        PatternRow(
            "aliyun.local-sender",
            .reply,
            #"\bMailfrom account is a local account\b"#,
            category: .senderRejected,
            source: "help.aliyun.com, texts of returned mail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 502 Mailfrom account is a local account (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "aliyun.no-account",
            .reply,
            #"\bRcptto account isn.t a local account\b"#,
            category: .recipientUnknown,
            source: "help.aliyun.com, texts of returned mail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 503 Rcptto account isn't a local account (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "aliyun.recipients",
            .reply,
            #"\bthe (?:number of RCPT attempts|total of RCPTs) is achieved\b"#,
            category: .rateLimited,
            source: "help.aliyun.com, texts of returned mail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 504 the number of RCPT attempts is achieved the maximum threshold (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 505 the total of RCPTs is achieved the maximum threshold (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "aliyun.size",
            .reply,
            #"\bThe length of (?:DATA content|Attach) is achieved\b"#,
            category: .tooLarge,
            source: "help.aliyun.com, texts of returned mail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 510 The length of DATA content is achieved the maximum threshold (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "aliyun.forbidden-ip",
            .reply,
            #"\bremote ip is forbidden\b"#,
            category: .reputation,
            source: "fobhost.com, keywords of returned mail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 remote ip is forbidden (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "sina.sequence",
            .reply,
            #"^500 sequence error\b"#,
            category: .protocol,
            source: "sina.com reply texts, blog.sina.com.cn",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 500 sequence error (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "sina.black-ip",
            .reply,
            #"^5\d\d black ip\b"#,
            category: .reputation,
            source: "sina.com reply texts, blog.sina.com.cn",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 550 black ip."
            ]
        ),
        PatternRow(
            "sina.same-size",
            .reply,
            #"\btoo many same size mails\b"#,
            category: .rateLimited,
            source: "sina.com reply texts, blog.sina.com.cn",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 552 too many same size mails. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "sina.from-invalid",
            .reply,
            #"^5\d\d mail from invalid\b"#,
            category: .senderRejected,
            source: "sina.com reply texts, blog.sina.com.cn",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 552 mail from invalid. (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "sina.loop",
            .reply,
            #"\blooping message\b"#,
            category: .loop,
            source: "sina.com reply texts, blog.sina.com.cn",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 552 looping message. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "sina.too-long",
            .reply,
            #"\b(?:message|attachment) is too long\b"#,
            category: .tooLarge,
            source: "sina.com reply texts, blog.sina.com.cn",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 552 message is too long. (in reply to end of DATA command)",
                "host mx1.example.net[192.0.2.25] said: 554 attachment is too long. (in reply to end of DATA command)",
            ]
        ),
        PatternRow(
            "sina.sender-denied",
            .reply,
            #"\bhost denies the sender\b"#,
            category: .senderRejected,
            source: "sina.com reply texts, blog.sina.com.cn",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 553 host denies the sender. (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "sina.black-sender",
            .reply,
            #"\bBlack mail address\b"#,
            category: .senderRejected,
            source: "sina.com reply texts, blog.sina.com.cn",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 Black mail address. (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "sina.sender-unvalidated",
            .reply,
            #"\bsender is unvalidated\b"#,
            category: .senderRejected,
            source: "sina.com reply texts, blog.sina.com.cn",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 sender is unvalidated. (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "sina.open-relay",
            .reply,
            #"\bopenrelay check\b"#,
            category: .reputation,
            source: "sina.com reply texts, blog.sina.com.cn",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 554 openrelay check."
            ]
        ),
        PatternRow(
            "sina.helo-host",
            .reply,
            #"\bhelohost error\b"#,
            category: .dnsOfSender,
            source: "sina.com reply texts, blog.sina.com.cn",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 555 helohost error."
            ]
        ),
        PatternRow(
            "sina.ip-of-sender",
            .reply,
            #"\bremote ip check error\b"#,
            category: .senderAuthentication,
            source:
                "sina.com reply texts, blog.sina.com.cn: our address does not fit the sender's domain",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 556 remote ip check error. (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "coremail.load",
            .reply,
            #"^421 HL:TLD\b"#,
            category: .remoteSystem,
            source: "Coremail's codes, as a mail checker in a public repository lists them",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 HL:TLD"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 HL:ICC"
            ]
        ),
        PatternRow(
            "coremail.address-banned",
            .reply,
            #"^[45]50 MI:IPB\b"#,
            category: .reputation,
            source:
                "Coremail's codes, as a mail checker in a public repository lists them: our address, for a while or for good",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 MI:IPB (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 MI:SFQ (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "coremail.spam-policy",
            .reply,
            #"^452 MI:SPM\b"#,
            category: .reputation,
            source:
                "Coremail's codes, as a mail checker in a public repository lists them: before any content was sent",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 MI:SPM (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 DT:SPM (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "coremail.forged-sender",
            .reply,
            #"^452 MI:SFK\b"#,
            category: .senderRejected,
            source: "Coremail's codes, as a mail checker in a public repository lists them",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 MI:SFK (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 MI:SFQ (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "coremail.recipients",
            .reply,
            #"^452 RP:RCL\b"#,
            category: .tooManyRecipients,
            source: "Coremail's codes, as a mail checker in a public repository lists them",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 RP:RCL (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 421 RP-001 Try again later (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "coremail.volume",
            .reply,
            #"^451 (?:RP:(?:TRC|RPH)|DT:(?:MRC|OSL))\b"#,
            category: .rateLimited,
            source: "Coremail's codes, as a mail checker in a public repository lists them",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 RP:TRC (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 451 DT:OSL (in reply to end of DATA command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 RP:CEL (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "coremail.listed-link",
            .reply,
            #"^451 DT:SUR\b"#,
            category: .content,
            source:
                "Coremail's codes, as a mail checker in a public repository lists them: a link in the body is on SURBL",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 DT:SUR (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 554 DT:SUM (in reply to end of DATA command)"
            ]
        ),
    ]
}
