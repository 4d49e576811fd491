extension PatternBank {
    /// Refusals of our address for what it did, which name no list, in anyone's words.
    static let replyRefusalRows: [PatternRow] = [
        PatternRow(
            "reply.access-denied",
            .reply,
            #"^55[04] (?:5\.7\.1 )?Access denied[. ]*$"#,
            category: .reputation,
            source: "public Postfix logs; public bounce lists, Juno and NetZero",
            matches: [
                "host mx.example.com[192.0.2.42] refused to talk to me: 554 Access Denied",
                "host mx.example.com[192.0.2.68] said: 550 5.7.1 Access denied (in reply to MAIL FROM command)",
            ],
            rejects: [
                "host mx.example.com[192.0.2.43] said: 554 5.7.1 <user@example.net>: Recipient address rejected: Access denied (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.intrusion",
            .reply,
            #"Intrusion prevention active"#,
            category: .reputation,
            source: "public SMTP logs",
            matches: [
                "host mx.example.com[192.0.2.44] said: 421 4.7.1 Intrusion prevention active for [192.0.2.224][S] (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.address-deferred",
            .reply,
            #"IP address deferred"#,
            category: .reputation,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.45] refused to talk to me: 421 IP address deferred"
            ]
        ),
        PatternRow(
            "reply.connection-from",
            .reply,
            #"Connection from \[?[0-9a-f.:]{7,45}\]?.{0,40} (?:rejected|refused|denied)"#,
            category: .reputation,
            source: "logwatch; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.46] refused to talk to me: 501 Connection from 192.168.2.1 (XY) rejected"
            ]
        ),
        PatternRow(
            "reply.reputation",
            .reply,
            #"reputation"#,
            category: .reputation,
            source: "public Postfix logs; public bounce corpora",
            matches: [
                "host mx.example.com[192.0.2.153] said: 451 4.7.1 The email server [192.0.2.200] is being temporarily rate-limited due to a poor reputation. (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.host-denied",
            .reply,
            #"\bconnections from your host are denied\b"#,
            category: .reputation,
            source: "PowerMTA smtp-pattern lists, with reply code 476",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 476 connections from your host are denied"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 connections to your host are denied"
            ]
        ),
        PatternRow(
            "reply.not-accepting-from-ip",
            .reply,
            #"\bnot currently accepting mail from your ip\b"#,
            category: .reputation,
            source: "PowerMTA smtp-pattern lists",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 we are not currently accepting mail from your ip"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 we are not currently accepting mail"
            ]
        ),
        PatternRow(
            "reply.not-allowed-to-connect",
            .reply,
            #"\byou are not allowed to connect\b"#,
            category: .reputation,
            source: "plesk.com/kb, refused to talk to me; sisimai, reason 'blocked'",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 554 5.7.1 You are not allowed to connect."
            ]
        ),
        PatternRow(
            "reply.banned",
            .reply,
            #"\b(?:IP|host|server)(?: address)?(?: \[?[0-9a-f.:]{7,45}\]?)? (?:has been|is|was) (?:temporarily |currently )?banned\b"#,
            category: .reputation,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 4.7.1 <198.51.100.7>: Your IP has been banned for 24 hours (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.suspicious-activity",
            .reply,
            #"\bsuspicious activity (?:\S+ )?from\b"#,
            category: .reputation,
            source: "sisimai, rhost spectrum, 1000; reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 Temporarily blocked: suspicious activity from 198.51.100.7 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.abuse-complaints",
            .reply,
            #"\babuse complaints?\b"#,
            category: .reputation,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 4.7.1 We do not accept mail from your IP at the moment (abuse complaints) (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.mail-from-address",
            .reply,
            #"\bmail from \[?[0-9a-f.:]{7,45}\]? (?:has been|is|was) (?:temporarily )?(?:rejected|blocked|deferred|refused)\b"#,
            category: .reputation,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 4.7.1 Mail from 198.51.100.7 has been temporarily rejected. See https://mail.example.net/block (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.unwanted-mail",
            .reply,
            #"\bexcessive unwanted mail\b"#,
            category: .reputation,
            source: "reply texts written without sight of the rows; mx.mnd.ukmail.iss.as9143.net",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 vmta3 AUP#TMP Message temporarily deferred due to excessive unwanted mail (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.ip-gesperrt",
            .reply,
            #"\bIP-Adresse .{0,60}gesperrt\b"#,
            category: .reputation,
            source: "German servers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.0 Ihre IP-Adresse wurde wegen Spamversand voruebergehend gesperrt (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "trend.zombie",
            .reply,
            #"\bdenial of connection\b.{0,60}\(ERS\)"#,
            category: .reputation,
            source:
                "Trend Micro Email Reputation Services; reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 4.7.1 Temporary denial of connection (450) for Zombie matches (ERS) (in reply to MAIL FROM command)"
            ]
        ),
    ]
}
