extension PatternBank {
    /// GMX, Web.de, mail.com, 1&1 IONOS and T-Online.
    ///
    /// GMX, Web.de and IONOS run one software ('Nemesis') and explain each reply on a postmaster page.
    static let germanRows: [PatternRow] = [
        PatternRow(
            "gmx.sender-dns",
            .reply,
            #"DNS MX or A/AAAA resource record"#,
            category: .dnsOfSender,
            source: "smtp.codes, United Internet; said to MAIL FROM",
            matches: [
                "host mx00.emig.gmx.net[192.0.2.122] said: 550-Requested action not taken: mailbox unavailable 550 invalid DNS MX or A/AAAA resource record (in reply to MAIL FROM command)",
                "host mx-ha03.web.de[192.0.2.124] said: 450-Requested mail action not taken: mailbox unavailable 450 Invalid DNS MX or A/AAAA resource record. (in reply to MAIL FROM command)",
            ]
        ),
        PatternRow(
            "gmx.sender-ptr",
            .reply,
            #"DNS PTR resource record"#,
            category: .dnsOfSender,
            source: "postmaster.gmx.net/en/error-messages; public Postfix logs",
            matches: [
                "host mx01.emig.gmx.net[192.0.2.123] refused to talk to me: 554-gmx.net (mxgmx114) Nemesis ESMTP Service not available 554-No SMTP service 554-Bad DNS PTR resource record. 554 For explanation visit http://postmaster.gmx.com/en/error-messages?ip=192.0.2.200&c=rdns",
                "host mx-ha03.web.de[192.0.2.124] refused to talk to me: 554-web.de (mxweb005) Nemesis ESMTP Service not available 554-No SMTP service 554 invalid DNS PTR resource record, IP=192.0.2.200",
            ]
        ),
        PatternRow(
            "gmx.block-list",
            .reply,
            #"IP address is (?:black|block) ?listed"#,
            category: .reputation,
            source: "postmaster.gmx.net/en/error-messages; public Postfix logs",
            matches: [
                "host mx00.emig.gmx.net[192.0.2.125] refused to talk to me: 554-gmx.net (mxgmx104) Nemesis ESMTP Service not available 554-No SMTP service 554-IP address is block listed. 554 For explanation visit https://postmaster.gmx.net/en/case?c=r0201&i=ip&v=192.0.2.200&r=1MNcgj-1ue23t3pyV-00S2YR",
                "host mx01.1and1.es[192.0.2.126] refused to talk to me: 554-kundenserver.de (mxeue111) Nemesis ESMTP Service not available 554-No SMTP service 554-IP address is black listed. 554 For explanation visit http://postmaster.1and1.com/en/error-messages?ip=192.0.2.200&c=bl",
            ]
        ),
        PatternRow(
            "gmx.too-many",
            .reply,
            #"Too many messages have been received"#,
            category: .rateLimited,
            source: "postmaster.gmx.net/en/error-messages",
            matches: [
                "host mx00.emig.gmx.net[192.0.2.127] refused to talk to me: 421-gmx.net (mxgmx101) Nemesis ESMTP Service not available 421-Service unavailable 421-Reject due to policy restrictions. 421 Too many messages have been received in a short time from your IP address"
            ]
        ),
        PatternRow(
            "gmx.policy",
            .reply,
            #"Reject due to policy"#,
            category: .reputation,
            source:
                "postmaster.gmx.net/en/error-messages; new-faq.comservice-ffo.de, 'SMTP-Fehlermeldungen'",
            matches: [
                "host mx00.emig.gmx.net[192.0.2.127] said: 450-Requested mail action not taken: mailbox unavailable 450-Reject due to policy violations. 450 For explanation visit http://postmaster.gmx.com/en/error-messages?ip=192.0.2.200&c=poli (in reply to RCPT TO command)",
                "host mx01.emig.gmx.net[192.0.2.128] said: 554-Transaction failed 554-Reject due to policy restrictions. 554 For explanation visit https://postmaster.gmx.net/en/case?c=hi&i=ip&v=192.0.2.200&r=1M9F1a-1xQWNP2EtC-00ZXDV (in reply to end of DATA command)",
            ]
        ),
        PatternRow(
            "gmx.rate",
            .reply,
            #"Rate limit reached\. Please"#,
            category: .rateLimited,
            source: "new-faq.comservice-ffo.de, 'SMTP-Fehlermeldungen'",
            matches: [
                "host mx00.kundenserver.de[192.0.2.129] said: 421 Rate limit reached. Please try again later (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "gmx.case",
            .reply,
            #"mailbox unavailable.{1,40}postmaster\.(?:gmx|web|1and1|ionos|mail)\."#,
            category: .mailboxUnavailable,
            source: "public bounce corpora",
            matches: [
                "host mx00.emig.gmx.net[192.0.2.130] said: 450-Requested mail action not taken: mailbox unavailable 450 For explanation visit https://postmaster.gmx.net/en/case?c=r1602&i=ip&v=192.0.2.200&r=1M9F1a-1xQWNP2EtC-00ZXDV (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "t-online.not-listed",
            .reply,
            #"None/bad reputation"#,
            category: .reputation,
            source: "postmaster.t-online.de; public Postfix logs",
            matches: [
                "host mx03.t-online.de[192.0.2.131] refused to talk to me: 554 IP=192.0.2.200 - None/bad reputation. Ask your postmaster for help or to contact tobr@rx.t-online.de for reset. (NOWL)",
                "host mx03.t-online.de[192.0.2.132] refused to talk to me: 554 IP=192.0.2.200 - None/bad reputation.",
            ]
        ),
        PatternRow(
            "t-online.problem",
            .reply,
            #"@rx\.t-online\.de"#,
            category: .reputation,
            source: "postmaster.t-online.de; public Postfix logs",
            matches: [
                "host mx00.t-online.de[192.0.2.133] refused to talk to me: 554 IP=192.0.2.200 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.) (BL)",
                "host mx02.t-online.de[192.0.2.134] refused to talk to me: 554 IP=192.0.2.200 - Dialup/transient IP not allowed. Use a mailgateway/contact tosa@rx.t-online.de (DIAL)",
            ]
        ),
        PatternRow(
            "t-online.problem-elsewhere",
            .reply,
            #"IP=\S{3,64} - A problem occurred\."#,
            category: .reputation,
            source: "sisimai, mail of T-Online with another contact; coviserver.de",
            matches: [
                "host mx00.t-online.de[192.0.2.135] refused to talk to me: 554 IP=192.0.2.200 - A problem occurred. (Ask your postmaster for help or to contact postmaster@example.org to clarify.)",
                "host mx.example.net[192.0.2.25] refused to talk to me: 450 4.7.1 [EAB] 554 IP=192.0.2.200 - A problem occurred.",
            ]
        ),
        PatternRow(
            "t-online.grey-dkim",
            .reply,
            #"\(grey defer DKIM"#,
            category: .greylisted,
            source: "public bounce corpora",
            matches: [
                "host mx01.t-online.de[192.0.2.136] said: 450-(grey defer DKIMr) 450-Your IP: 192.0.2.200 450 Mailhost: mailin28.t-online.de (in reply to end of DATA command)"
            ]
        ),
    ]
}
