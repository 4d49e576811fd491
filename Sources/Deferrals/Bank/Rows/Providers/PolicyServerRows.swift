extension PatternBank {
    /// Policy servers that a Postfix asks before it takes a recipient: policyd, iRedAPD, postgrey.
    ///
    /// Before Postfix's own words: their 'quota' is ours to send, not a full mailbox.
    static let policyServerRows: [PatternRow] = [
        PatternRow(
            "policyd.blacklisted",
            .reply,
            #"Policy Rejection- ?Abuse"#,
            category: .reputation,
            source: "policyd 1.x, BLACKLIST_REJECTION; public bounce lists",
            matches: [
                "host mx.example.com[192.0.2.11] said: 450 cuda_nsu 4.7.1 <user@example.com>: Recipient address rejected: Policy Rejection- Abuse. Go away. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "policyd.quota",
            .reply,
            #"Policy Rejection- .{0,30}quota"#,
            category: .rateLimited,
            source: "policyd 1.x, QUOTA_REJECTION; MailRoute; public mailer code",
            matches: [
                "host mx.example.com[192.0.2.12] said: 450 4.7.1 <user@example.com>: Recipient address rejected: Policy Rejection- Quota Exceeded. (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.13] said: 554 5.7.1 <user@example.com>: Recipient address rejected: Policy Rejection- Outgoing quota is Exceeded (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "policyd.greylisted",
            .reply,
            #"Policy Rejection- Please try later"#,
            category: .greylisted,
            source: "policyd 1.x, GREYLIST_REJECTION; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.14] said: 450 4.7.1 <user@example.com>: Recipient address rejected: Policy Rejection- Please try later. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "iredapd.login-required",
            .reply,
            #"SMTP AUTH is required for users under this sender domain"#,
            category: .senderRejected,
            source: "iRedAPD libs/__init__.py, reject_forged_sender",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 5.7.1 <user@example.com>: Recipient address rejected: SMTP AUTH is required for users under this sender domain (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "iredapd.login-mismatch",
            .reply,
            #"Sender is not same as SMTP authenticate username"#,
            category: .senderRejected,
            source: "iRedAPD libs/__init__.py, reject_sender_login_mismatch",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 5.7.1 <user@example.com>: Recipient address rejected: Sender is not same as SMTP authenticate username (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "iredapd.throttled",
            .reply,
            #"Throttling quota exceeded"#,
            category: .rateLimited,
            source: "iRedAPD libs/__init__.py, reject_quota_exceeded",
            matches: [
                "host mx.example.com[192.0.2.15] said: 554 5.7.1 <user@example.com>: Recipient address rejected: Throttling quota exceeded (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "iredapd.greylisted",
            .reply,
            #"Intentional policy rejection, please try again later"#,
            category: .greylisted,
            source: "iRedAPD libs/default_settings.py, GREYLISTING_MESSAGE",
            matches: [
                "host mx.example.com[192.0.2.16] said: 451 4.7.1 <user@example.com>: Recipient address rejected: Intentional policy rejection, please try again later (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "postgrey.delayed",
            .reply,
            #"Delayed by postgrey"#,
            category: .greylisted,
            source: "docker-mailserver, postgrey's greylist text; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.17] said: 450 4.2.0 <user@example.com>: Recipient address rejected: Delayed by postgrey (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "postfwd.rate",
            .reply,
            #"(?:: |4\.7\.1 )sorry, max [\d.]+ ?(?:mb|kb|requests?|recipients?) per \d* ?(?:hour|minute)"#,
            category: .rateLimited,
            source: "postfwd manual, rate(), size() and rcpt() examples",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 4.7.1 <mail.example.org[192.0.2.10]>: Client host rejected: sorry, max 30 requests per hour (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 450 4.7.1 <mail.example.org[192.0.2.10]>: Client host rejected: sorry, max 1.5mb per 10 minutes (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 450 4.7.1 <user@example.net>: Recipient address rejected: sorry, max 3 recipients per hour (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 4.7.1 <mail.example.org[192.0.2.10]>: Client host rejected: sorry, no mail from you (in reply to RCPT TO command)"
            ]
        ),
    ]
}
