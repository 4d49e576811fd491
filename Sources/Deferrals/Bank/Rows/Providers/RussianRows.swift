extension PatternBank {
    /// Yandex and Mail.ru.
    static let russianRows: [PatternRow] = [
        PatternRow(
            "yandex.come-back",
            .reply,
            #"Sorry, the service is currently unavailable\. Please come back later"#,
            category: .remoteSystem,
            source: "public Postfix logs; Yandex's nwsmtp, its temporary failure",
            matches: [
                "host mx.yandex.ru[192.0.2.10] said: 451 4.7.1 Sorry, the service is currently unavailable. Please come back later. 8ohqT2RI-8ohqQZ6F (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx.example.com[192.0.2.11] said: 450 4.3.2 Service currently unavailable (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "yandex.recipient-rate",
            .reply,
            #"exceeded their message rate limit"#,
            category: .rateLimited,
            scope: .recipient,
            source: "yandex.com/support/mail/bounces",
            matches: [
                "host mx.yandex.ru[192.0.2.12] said: 450 4.2.1 The recipient has exceeded their message rate limit. Try again later. 1234567890-AbCdEfGh (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "yandex.spam",
            .reply,
            #"Message rejected under suspicion of SPAM"#,
            category: .content,
            source: "yandex.com/support/mail/bounces",
            matches: [
                "host mx.yandex.ru[192.0.2.13] said: 554 5.7.1 [2] Message rejected under suspicion of SPAM; https://ya.cc/1IrBc 1234567890-AbCdEfGh (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "yandex.statistics",
            .reply,
            #"Blocked by spam statistics"#,
            category: .reputation,
            source: "yandex.com/support/mail/bounces",
            matches: [
                "host mx.yandex.ru[192.0.2.14] said: 554 5.7.1 Blocked by spam statistics - see http://feedback.yandex.ru/?from=mail-rejects&subject=192.0.2.200 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "mailru.mailbox-rate",
            .reply,
            #"Ratelimit exceeded for mailbox"#,
            category: .rateLimited,
            source: "help.mail.ru; public bug reports",
            matches: [
                "host smtp.mail.ru[192.0.2.15] said: 451 Ratelimit exceeded for mailbox app@example.com. Try again later. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "mailru.spam",
            .reply,
            #"spam message (?:rejected|discarded)"#,
            category: .content,
            source: "help.mail.ru/notspam-support; public Postfix logs",
            matches: [
                "host mxs.mail.ru[192.0.2.16] said: 550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=abcDEF-123~ or  report details to abuse@corp.mail.ru. Error code: 0123456789ABCDEF. ID: 0123456789ABCDEF. (in reply to end of DATA command)",
                "host mxs.mail.ru[192.0.2.17] said: 550 spam message discarded. If you think that the system is mistaken, please report details to abuse@corp.mail.ru (in reply to end of DATA command)",
            ]
        ),
        PatternRow(
            "mailru.blocked-ip",
            .reply,
            #"Access from ip address .{2,50} blocked"#,
            category: .reputation,
            source: "sisimai, reason 'blocked'",
            matches: [
                "host mxs.mail.ru[192.0.2.18] refused to talk to me: 550 Access from ip address 192.0.2.200 blocked. Visit http://help.mail.ru/notspam-support/rbl?ip=192.0.2.200"
            ]
        ),
        PatternRow(
            "mailru.dynamic",
            .reply,
            #"hosts with dynamic IP or generic"#,
            category: .dnsOfSender,
            source: "help.mail.ru, postmaster rules",
            matches: [
                "host mxs.mail.ru[192.0.2.19] said: 550 We do not accept mail from hosts with dynamic IP or generic DNS PTR-records. Please get a custom reverse DNS name from your ISP for your host 192.0.2.200 or contact abuse@corp.mail.ru in case of error (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "nic.try-another",
            .reply,
            #"451 Please try another server"#,
            category: .greylisted,
            source: "nic.ru/help, mail diagnostics: another MX must be tried",
            matches: [
                "host mx02.nicmail.ru[192.0.2.20] said: 451 Please try another server (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "yandex.recipient-limit",
            .reply,
            #"The recipient has exceeded message rate limit"#,
            category: .rateLimited,
            scope: .recipient,
            source: "smtpfieldmanual.com, Yandex",
            matches: [
                "host mx.yandex.ru[77.88.21.249] said: 450 4.2.1 The recipient has exceeded message rate limit. Try again later. (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 4.7.1 The sender has exceeded message rate limit. Try again later. (in reply to RCPT TO command)"
            ]
        ),
    ]
}
