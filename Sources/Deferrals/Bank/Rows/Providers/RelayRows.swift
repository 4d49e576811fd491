extension PatternBank {
    /// Relays that we log in to: Amazon SES, SendGrid, Mailgun, Mailjet and hosting panels.
    static let relayRows: [PatternRow] = [
        PatternRow(
            "ses.throttled",
            .reply,
            #"Throttling failure"#,
            category: .rateLimited,
            source: "docs.aws.amazon.com/ses, SMTP response codes",
            matches: [
                "host email-smtp.eu-west-1.amazonaws.com[192.0.2.21] said: 454 Throttling failure: Maximum sending rate exceeded. (in reply to end of DATA command)",
                "host email-smtp.eu-west-1.amazonaws.com[192.0.2.22] said: 454 Throttling failure: Daily message quota exceeded. (in reply to end of DATA command)",
            ]
        ),
        PatternRow(
            "ses.not-verified",
            .reply,
            #"Email address is not verified"#,
            category: .senderRejected,
            source: "docs.aws.amazon.com/ses, SMTP response codes",
            matches: [
                "host email-smtp.eu-west-1.amazonaws.com[192.0.2.23] said: 554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: app@example.com (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "ses.credentials",
            .reply,
            #"Authentication Credentials Invalid"#,
            origin: .local,
            category: .authentication,
            source: "docs.aws.amazon.com/ses, SMTP response codes",
            matches: [
                "SASL authentication failed; server email-smtp.eu-west-1.amazonaws.com[192.0.2.24] said: 535 Authentication Credentials Invalid"
            ]
        ),
        PatternRow(
            "relay.login-later",
            .reply,
            #"^454 .{0,20}Temporary authentication failure"#,
            origin: .remote,
            category: .authentication,
            source:
                "docs.aws.amazon.com/ses, SMTP response codes; Postfix src/smtpd/smtpd_sasl_glue.c",
            matches: [
                "SASL authentication failed; server email-smtp.eu-west-1.amazonaws.com[192.0.2.25] said: 454 Temporary authentication failure",
                "SASL authentication failed; server relay.example.com[192.0.2.26] said: 454 4.7.0 Temporary authentication failure: Connection lost to authentication server",
            ]
        ),
        PatternRow(
            "ses.sending-paused",
            .reply,
            #"Sending (?:paused|suspended) for this account"#,
            category: .rateLimited,
            source: "docs.aws.amazon.com/ses, SMTP response codes",
            matches: [
                "host email-smtp.eu-west-1.amazonaws.com[192.0.2.27] said: 454 Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "sendgrid.credits",
            .reply,
            #"Maximum credits exceeded"#,
            category: .rateLimited,
            scope: .sender,
            source: "experienceleague.adobe.com, Commerce on cloud: SendGrid credits",
            matches: [
                "SASL authentication failed; server smtp.sendgrid.net[192.0.2.28] said: 451 Authentication failed: Maximum credits exceeded"
            ]
        ),
        PatternRow(
            "sendgrid.identity",
            .reply,
            #"does not match a verified Sender Identity"#,
            category: .senderRejected,
            source: "docs.sendgrid.com, sender identity",
            matches: [
                "host smtp.sendgrid.net[192.0.2.29] said: 550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved. Visit https://sendgrid.com/docs/for-developers/sending-email/sender-identity/ to see the Sender Identity requirements (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "mailgun.not-allowed",
            .reply,
            #"is not allowed to send: "#,
            category: .senderRejected,
            source: "documentation.mailgun.com, domain verification",
            matches: [
                "host smtp.mailgun.org[192.0.2.30] said: 421 Domain mg.example.com is not allowed to send: Sandbox subdomains are for test purposes only. Please add your own domain or add the address to authorized recipients in Account Settings. (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "panel.hourly-mails",
            .reply,
            #"has exceeded the max emails per hour"#,
            category: .rateLimited,
            source: "cPanel, 'Max hourly emails per domain'",
            matches: [
                "host server.example.com[192.0.2.31] said: 451 Domain example.com has exceeded the max emails per hour (200/200 (100%)) allowed. Message will be reattempted later (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "panel.failures",
            .reply,
            #"has exceeded the max defers and failures"#,
            category: .rateLimited,
            source: "cPanel, 'Max defers and failures'",
            matches: [
                "host server.example.com[192.0.2.32] said: 451 Domain example.com has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message will be reattempted later (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "sendgrid.no-login",
            .reply,
            #"Unauthenticated senders not allowed"#,
            origin: .local,
            category: .authentication,
            source: "sisimai, mail of SendGrid: the relay wants a login first",
            matches: [
                "host smtp.sendgrid.net[192.0.2.65] said: 550 Unauthenticated senders not allowed (in reply to MAIL FROM command)"
            ]
        ),
    ]
}
