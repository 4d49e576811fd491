extension PatternBank {
    /// Outlook.com, Hotmail, Live and MSN: Microsoft's mailboxes for consumers.
    static let outlookRows: [PatternRow] = [
        PatternRow(
            "outlook.ip-reputation",
            .reply,
            #"temporarily rate limited due to IP reputation"#,
            category: .reputation,
            source:
                "sendersupport.olc.protection.outlook.com/pm/troubleshooting; public Postfix logs",
            matches: [
                "host eur.olc.protection.outlook.com[192.0.2.48] said: 451 4.7.650 The mail server [192.0.2.200] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://aka.ms/postmaster (S775) [Name=Protocol Filter Agent][AGT=PFA][MxId=11BCD825A78A8D0B] [AMS0EPF000001A7.eurprd05.prod.outlook.com 2026-02-25T02:06:17.000Z 08DE7390F0C1A5B2] (in reply to MAIL FROM command)",
                "host hotmail-com.olc.protection.outlook.com[192.0.2.49] said: 451 4.7.651 The mail server [192.0.2.200] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://postmaster.live.com (S844) [AM7EUR06FT000.eop-eur06.prod.protection.outlook.com] (in reply to MAIL FROM command)",
            ]
        ),
        PatternRow(
            "outlook.connection-limit",
            .reply,
            #"The mail server \[[^\]]{2,50}\] has exceeded (?:the )?maximum"#,
            category: .rateLimited,
            source:
                "sendersupport.olc.protection.outlook.com/pm/troubleshooting; KumoMTA community shaping rules",
            matches: [
                "host hotmail-com.olc.protection.outlook.com[192.0.2.50] said: 451 4.7.652 The mail server [192.0.2.200] has exceeded the maximum number of connections. For e-mail delivery information, see https://postmaster.live.com (S3115) [VE1EUR02FT000.eop-EUR02.prod.protection.outlook.com] (in reply to MAIL FROM command)",
                "host hotmail-com.olc.protection.outlook.com[192.0.2.51] said: 451 4.7.653 The mail server [192.0.2.200] has exceeded maximum number of messages per connection. For e-mail delivery information, see https://postmaster.live.com (S3116) (in reply to MAIL FROM command)",
            ]
        ),
        PatternRow(
            "outlook.throttled",
            .reply,
            #"^45\d 4\.7\.65\d "#,
            category: .rateLimited,
            source: "sendersupport.olc.protection.outlook.com/pm/troubleshooting",
            matches: [
                "host hotmail-com.olc.protection.outlook.com[192.0.2.52] said: 451 4.7.654 The mail server [192.0.2.200] has been temporarily rate limited. For e-mail delivery information, see https://postmaster.live.com (S3117) (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host example-com.mail.protection.outlook.com[192.0.2.53] said: 451 4.7.500 Server busy. Please try again later from [192.0.2.200]. (AS761) (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "outlook.rate-code",
            .reply,
            #"\bRP-00[123]\b"#,
            category: .rateLimited,
            source: "sendersupport.olc.protection.outlook.com/pm/troubleshooting",
            matches: [
                "host mx1.hotmail.com[192.0.2.54] said: 421 RP-001 (SNT004-MC1F25) Unfortunately, some messages from 192.0.2.200 weren't sent. Please try again. We have limits for how many messages can be sent per hour and per day. You can also refer to http://mail.live.com/mail/troubleshooting.aspx#errors. (in reply to MAIL FROM command)",
                "host mx3.hotmail.com[192.0.2.55] refused to talk to me: 421 RP-003 (COL004-MC2F9) Unfortunately, some messages from 192.0.2.200 weren't sent. Please try again. There have been too many connections opened from your server.",
            ]
        ),
        PatternRow(
            "outlook.partner-rate",
            .reply,
            #"^421 PR\((?:ct|dt)1\)"#,
            category: .rateLimited,
            source: "Momentum adaptive delivery rules for live.com",
            matches: [
                "host mx2.hotmail.com[192.0.2.56] refused to talk to me: 421 PR(ct1) The mail server IP connecting to Windows Live Hotmail server has exceeded the rate limit allowed."
            ]
        ),
        PatternRow(
            "outlook.block-code",
            .reply,
            #"^550 (?:DY|SC|OU)-00"#,
            category: .reputation,
            source: "sendersupport.olc.protection.outlook.com/pm/troubleshooting",
            matches: [
                "host mx1.hotmail.com[192.0.2.57] refused to talk to me: 550 SC-001 (BAY004-MC1F15) Unfortunately, messages from 192.0.2.200 weren't sent. Please contact your Internet service provider since part of their network is on our block list."
            ]
        ),
        PatternRow(
            "outlook.block-list",
            .reply,
            #"network is on our block list"#,
            category: .reputation,
            source: "sendersupport.olc.protection.outlook.com/pm/troubleshooting",
            matches: [
                "host hotmail-com.olc.protection.outlook.com[192.0.2.58] said: 550 5.7.1 Unfortunately, messages from [192.0.2.200] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150). You can also refer your provider to http://mail.live.com/mail/troubleshooting.aspx#errors. [DB5EUR01FT000.eop-EUR01.prod.protection.outlook.com] (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "outlook.agent-busy",
            .reply,
            #"PFA agent busy"#,
            category: .remoteSystem,
            source: "sisimai, rhost microsoft",
            matches: [
                "host apc.olc.protection.outlook.com[192.0.2.59] said: 451 4.7.700 PFA agent busy, please try again. [SG2APC01FT000.eop-APC01.prod.protection.outlook.com] (in reply to MAIL FROM command)"
            ]
        ),
    ]
}
