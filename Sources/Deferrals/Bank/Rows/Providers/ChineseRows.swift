extension PatternBank {
    /// QQ and Tencent Exmail; NetEase (163, 126, yeah.net), whose replies are codes of two letters and three; Sina.
    static let chineseRows: [PatternRow] = [
        PatternRow(
            "qq.login",
            .reply,
            #"Login fail\. Account is abnormal"#,
            origin: .local,
            category: .authentication,
            source: "service.mail.qq.com/detail/122; public bug reports",
            matches: [
                "SASL authentication failed; server smtp.qq.com[192.0.2.226] said: 535 Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy. More information at https://help.mail.qq.com/detail/108/1023"
            ]
        ),
        PatternRow(
            "qq.frequency",
            .reply,
            #"(?:Ip|Domain|Sender|Connection|User) frequency limited"#,
            category: .rateLimited,
            source: "service.mail.qq.com/detail/122/172 to /175",
            matches: [
                "host mx3.qq.com[192.0.2.227] said: 550 Ip frequency limited [V2VkIEFwciAgMyAxNjozNjo1OSBKU1QgMjAxOQo=/RkNGMjlFQTVEQ0E Blocked IP 192.0.2.200]. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000725 (in reply to MAIL FROM command)",
                "host mx3.qq.com[192.0.2.228] refused to talk to me: 550 Connection frequency limited. https://service.mail.qq.com/detail/122/175",
            ]
        ),
        PatternRow(
            "qq.connection-denied",
            .reply,
            #"Connection denied.{0,40}mail\.qq\.com"#,
            category: .reputation,
            source: "service.mail.qq.com/detail/122/170",
            matches: [
                "host mx3.qq.com[192.0.2.229] refused to talk to me: 550 Connection denied. https://service.mail.qq.com/detail/122/170"
            ]
        ),
        PatternRow(
            "qq.suspected",
            .reply,
            #"Suspected (?:spam ip|bounce attacks)"#,
            category: .reputation,
            source: "service.mail.qq.com/detail/122/66",
            matches: [
                "host mx3.qq.com[192.0.2.230] said: 550 Suspected spam ip [192.0.2.200]. https://service.mail.qq.com/detail/122/66 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "qq.content",
            .reply,
            #"Mail content denied"#,
            category: .content,
            source: "service.mail.qq.com/detail/122/171",
            matches: [
                "host mx3.qq.com[192.0.2.231] said: 550 Mail content denied. https://service.mail.qq.com/detail/122/171 (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "qq.recipient",
            .reply,
            #"Mailbox unavailable or access deni"#,
            category: .recipientUnknown,
            source: "service.mail.qq.com/detail/122/166",
            matches: [
                "host mx3.qq.com[192.0.2.232] said: 550 Mailbox unavailable or access denined [IP: 192.0.2.200]. https://service.mail.qq.com/detail/122/166 (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "netease.ip-volume",
            .reply,
            #"\bHL:I(?:CC|FC|FQ|TC)\b"#,
            category: .rateLimited,
            source: "mail.163.com/help/help_spam_16.htm, NetEase reject codes",
            matches: [
                "host 163mx01.mxmail.netease.com[192.0.2.233] refused to talk to me: 421 HL:ICC 163 mx3,AAB3CQC3L9uJUJW9--.62928S2 1447230858 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.200&hostid=mx3&time=1447230858",
                "host 163mx01.mxmail.netease.com[192.0.2.234] refused to talk to me: 421 HL:IFC 163 mx3,AAB3CQC3L9uJUJW9--.62928S2 1447230858 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.200&hostid=mx3&time=1447230858",
            ]
        ),
        PatternRow(
            "netease.ip-suspended",
            .reply,
            #"\bHL:I(?:HU|PB)\b"#,
            category: .reputation,
            source: "mail.163.com/help/help_spam_16.htm, NetEase reject codes",
            matches: [
                "host 163mx01.mxmail.netease.com[192.0.2.235] refused to talk to me: 554 HL:IHU 163 mx3,AAB3CQC3L9uJUJW9--.62928S2 1447230858 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.200&hostid=mx3&time=1447230858"
            ]
        ),
        PatternRow(
            "netease.ip-behaviour",
            .reply,
            #"\bHL:REP\b"#,
            category: .reputation,
            source: "mail.163.com/help/help_spam_16.htm, NetEase reject codes",
            matches: [
                "host 163mx01.mxmail.netease.com[192.0.2.236] refused to talk to me: 421 HL:REP 163 mx3,AAB3CQC3L9uJUJW9--.62928S2 1447230858 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.200&hostid=mx3&time=1447230858"
            ]
        ),
        PatternRow(
            "netease.forged-senders",
            .reply,
            #"\bHL:MEP\b"#,
            category: .reputation,
            source: "mail.163.com/help/help_spam_16.htm, NetEase reject codes",
            matches: [
                "host 163mx01.mxmail.netease.com[192.0.2.237] refused to talk to me: 421 HL:MEP 163 mx3,AAB3CQC3L9uJUJW9--.62928S2 1447230858 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.200&hostid=mx3&time=1447230858"
            ]
        ),
        PatternRow(
            "netease.sender-volume",
            .reply,
            #"\bMI:S(?:FQ|TC)\b"#,
            category: .rateLimited,
            source: "mail.163.com/help/help_spam_16.htm, NetEase reject codes",
            matches: [
                "host smtp.163.com[192.0.2.238] said: 451 MI:SFQ 163 mx3,AAB3CQC3L9uJUJW9--.62928S2 1447230858 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.200&hostid=mx3&time=1447230858 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "netease.session-volume",
            .reply,
            #"\bMI:DMC\b"#,
            category: .rateLimited,
            source: "mail.163.com/help/help_spam_16.htm, NetEase reject codes",
            matches: [
                "host 163mx01.mxmail.netease.com[192.0.2.239] said: 451 MI:DMC 163 mx3,AAB3CQC3L9uJUJW9--.62928S2 1447230858 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.200&hostid=mx3&time=1447230858 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "netease.errors",
            .reply,
            #"\bMI:C(?:EL|CL)\b"#,
            category: .protocol,
            source: "mail.163.com/help/help_spam_16.htm, NetEase reject codes",
            matches: [
                "host 163mx01.mxmail.netease.com[192.0.2.240] said: 451 MI:CEL 163 mx3,AAB3CQC3L9uJUJW9--.62928S2 1447230858 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.200&hostid=mx3&time=1447230858 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "netease.sender-list",
            .reply,
            #"\bMI:RBL\b"#,
            category: .reputation,
            source: "mail.163.com/help/help_spam_16.htm, NetEase reject codes",
            matches: [
                "host 163mx01.mxmail.netease.com[192.0.2.1] said: 451 MI:RBL 163 mx3,AAB3CQC3L9uJUJW9--.62928S2 1447230858 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.200&hostid=mx3&time=1447230858 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "netease.spf",
            .reply,
            #"\bMI:SPF\b"#,
            category: .senderAuthentication,
            source: "mail.163.com/help/help_spam_16.htm, NetEase reject codes",
            matches: [
                "host 163mx01.mxmail.netease.com[192.0.2.2] said: 550 MI:SPF 163 mx3,AAB3CQC3L9uJUJW9--.62928S2 1447230858 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.200&hostid=mx3&time=1447230858 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "netease.recipient-volume",
            .reply,
            #"\bRP:[QT]RC\b.{1,80}163\.com"#,
            category: .rateLimited,
            source: "mail.163.com/help/help_spam_16.htm, NetEase reject codes",
            matches: [
                "host smtp.163.com[192.0.2.3] said: 451 RP:QRC 163 mx3,AAB3CQC3L9uJUJW9--.62928S2 1447230858 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.200&hostid=mx3&time=1447230858 (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "netease.too-many-recipients",
            .reply,
            #"\bRP:(?:DRC|RCL)\b.{1,80}163\.com"#,
            category: .tooManyRecipients,
            source: "mail.163.com/help/help_spam_16.htm, NetEase reject codes",
            matches: [
                "host 163mx01.mxmail.netease.com[192.0.2.4] said: 451 RP:DRC 163 mx3,AAB3CQC3L9uJUJW9--.62928S2 1447230858 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.200&hostid=mx3&time=1447230858 (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "netease.recipient-errors",
            .reply,
            #"\bRP:C(?:EL|CL)\b"#,
            category: .protocol,
            source: "mail.163.com/help/help_spam_16.htm, NetEase reject codes",
            matches: [
                "host 163mx01.mxmail.netease.com[192.0.2.5] said: 451 RP:CEL 163 mx3,AAB3CQC3L9uJUJW9--.62928S2 1447230858 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.200&hostid=mx3&time=1447230858 (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "netease.content",
            .reply,
            #"\bDT:SPM\b"#,
            category: .content,
            source: "mail.163.com/help/help_spam_16.htm, NetEase reject codes; public bug reports",
            matches: [
                "host 163mx01.mxmail.netease.com[192.0.2.6] said: 451 DT:SPM 163 mx3,AAB3CQC3L9uJUJW9--.62928S2 1447230858 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.200&hostid=mx3&time=1447230858 (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "netease.header-sender",
            .reply,
            #"\bDT:SUM\b"#,
            category: .senderRejected,
            source: "mail.163.com/help/help_spam_16.htm, NetEase reject codes",
            matches: [
                "host smtp.163.com[192.0.2.7] said: 554 DT:SUM 163 mx3,AAB3CQC3L9uJUJW9--.62928S2 1447230858 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.200&hostid=mx3&time=1447230858 (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "netease.list",
            .reply,
            #"\bDT:RBL\b"#,
            category: .reputation,
            source: "mail.163.com/help/help_spam_16.htm, NetEase reject codes",
            matches: [
                "host 163mx01.mxmail.netease.com[192.0.2.8] said: 451 DT:RBL 163 mx3,AAB3CQC3L9uJUJW9--.62928S2 1447230858 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.200&hostid=mx3&time=1447230858 (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "netease.ip-rejected",
            .reply,
            #"^421 IP<[^>]{2,50}> rejected"#,
            category: .reputation,
            source: "Momentum adaptive delivery rules",
            matches: [
                "host 163mx01.mxmail.netease.com[192.0.2.9] refused to talk to me: 421 IP<192.0.2.200> rejected"
            ]
        ),
        PatternRow(
            "coremail.ip",
            .reply,
            #"IP is (?:Hangup|rejected)"#,
            category: .reputation,
            source: "icoremail.vip/support, Coremail bounce texts",
            matches: [
                "host mx.example.com[192.0.2.31] said: 451 IP is Hangup (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "sina.queue",
            .reply,
            #"^450 queue unavailable\."#,
            category: .remoteSystem,
            source: "sina.com reply texts, blog.sina.com.cn",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 queue unavailable. (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 mailbox unavailable. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "sina.recipients",
            .reply,
            #"\bout of allow RCPT numbers\b"#,
            category: .tooManyRecipients,
            source: "sina.com reply texts, blog.sina.com.cn",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 out of allow RCPT numbers. (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 out of RCPT (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "sina.envelope-address",
            .reply,
            #"\bMAIL FROM \[[^\]]{0,256}\] mismatches client IP\b"#,
            category: .senderAuthentication,
            source: "sina.com; public bounce rules: the envelope sender's domain and our address",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 Connection refused(mx). MAIL FROM [app@example.org] mismatches client IP [198.51.100.7]. (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 554 Connection refused(mx). (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "eyou.user-path",
            .reply,
            #"^450 user path no exist\b"#,
            category: .mailboxUnavailable,
            source: "eYou and other Chinese servers; public bounce rules",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 user path no exist (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 user no exist (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "sohu.address",
            .reply,
            #"^553 5\.7\.0 IP REJECT\b"#,
            category: .reputation,
            source: "PowerMTA rules for sohu.com, in public repositories",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 553 5.7.0 IP REJECT"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 553 5.7.0 rejected"
            ]
        ),
        PatternRow(
            "sohu.helo",
            .reply,
            #"^553 5\.7\.4 HELOIP REJECT\b"#,
            category: .dnsOfSender,
            source: "PowerMTA rules for sohu.com: the name in HELO is of another address",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 553 5.7.4 HELOIP REJECT (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 553 5.7.4 HELO (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "sohu.content",
            .reply,
            #"^553 5\.7\.3 CONTENT REJCT\b"#,
            category: .content,
            source: "PowerMTA rules for sohu.com, spelt so",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 553 5.7.3 CONTENT REJCT (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 553 5.7.3 rejected (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "netease.reverse-dns",
            .reply,
            #"^55\d RP:RDN\b"#,
            category: .dnsOfSender,
            source: "NetEase; a list of texts that a bounce handler met, among those of DNS",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 553 RP:RDN http://mail.163.com/help/help_spam_16.htm (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 RP:ORQ http://mail.163.com/help/help_spam_16.htm (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "chinese.sender-suspended",
            .reply,
            #"^550 sender in prision\b"#,
            category: .senderRejected,
            source:
                "spelt so; a mail checker in a public repository: the sender is barred for a quarter of an hour",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 sender in prision (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 sender rejected (in reply to MAIL FROM command)"
            ]
        ),
    ]
}
