extension PatternBank {
    /// iCloud, me.com and mac.com.
    static let appleRows: [PatternRow] = [
        PatternRow(
            "apple.recipient-volume",
            .reply,
            #"Messages to \S+@\S+ (?:temporarily )?deferred due to excessive volume"#,
            category: .rateLimited,
            scope: .recipient,
            source: "support.apple.com/102322, Postmaster information for iCloud Mail",
            matches: [
                "host mx01.mail.icloud.com[192.0.2.116] said: 421 4.7.1 Messages to user@icloud.com deferred due to excessive volume. Try again later - https://support.apple.com/en-us/HT204137 (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "apple.mail-deferred",
            .reply,
            #"\[HCM1\] Your mail"#,
            category: .reputation,
            source: "KumoMTA community shaping rules",
            matches: [
                "host mx01.mail.icloud.com[192.0.2.117] said: 450 4.7.1 [HCM1] Your mail from 192.0.2.200 was deferred. See https://support.apple.com/en-us/HT204137 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "apple.server-error",
            .reply,
            #"\[BS02\]"#,
            category: .remoteSystem,
            source: "KumoMTA community shaping rules",
            matches: [
                "host mx01.mail.icloud.com[192.0.2.118] said: 451 4.3.0 [BS02] Temporary server error. Please try again later. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "apple.unauthenticated",
            .reply,
            #"blocked for failing both SPF and DKIM"#,
            category: .senderAuthentication,
            source: "support.apple.com/102322, Postmaster information for iCloud Mail",
            matches: [
                "host mx01.mail.icloud.com[192.0.2.119] said: 554 5.7.1 [HME1] This message was blocked for failing both SPF and DKIM authentication checks. See https://support.apple.com/en-us/HT204137 for mailing best practices (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "apple.not-accepting",
            .reply,
            #"me\.com ESMTP not accepting connections"#,
            category: .reputation,
            source: "sisimai, rhost apple",
            matches: [
                "host mx3.mail.icloud.com[192.0.2.120] refused to talk to me: 554 mr28p00im-smtpin040.me.com ESMTP not accepting connections"
            ]
        ),
        PatternRow(
            "apple.local-policy",
            .reply,
            #"(?:\[(?:CS|HM|HT|PM)\d\d\]|^550 5\.7\.1) Message rejected due to local policy"#,
            category: .content,
            source:
                "support.apple.com/102322, Postmaster information for iCloud Mail; public Postfix bounces",
            matches: [
                "host mx4.mail.icloud.com[192.0.2.142] said: 550 5.7.1 Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137 (in reply to end of DATA command)",
                "host mx01.mail.icloud.com[192.0.2.121] said: 554 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137 (in reply to end of DATA command)",
            ]
        ),
        PatternRow(
            "apple.blocklisted-domain",
            .reply,
            #"domain present in the Spamhaus DBL"#,
            category: .reputation,
            source: "support.apple.com/102322, Postmaster information for iCloud Mail",
            matches: [
                "host mx01.mail.icloud.com[192.0.2.122] said: 550 5.7.1 Your email was rejected due to having a domain present in the Spamhaus DBL -- see https://www.spamhaus.org/dbl/ (in reply to end of DATA command)"
            ]
        ),
    ]
}
