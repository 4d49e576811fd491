extension PatternBank {
    /// Refused logins, greylisting, and replies that quote a list or a reputation, in anyone's words.
    static let replyReputationRows: [PatternRow] = [
        PatternRow(
            "reply.login-refused",
            .reply,
            #"^535 "#,
            origin: .local,
            category: .authentication,
            source: "RFC 4954 section 6: credentials invalid; public Postfix logs",
            matches: [
                "SASL authentication failed; server smtp.example.com[192.0.2.126] said: 535 Incorrect authentication data",
                "SASL authentication failed; server mail.example.net[192.0.2.127] said: 535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6",
                "SASL authentication failed; server mail.example.net[192.0.2.128] said: 535-5.7.8 Error: authentication failed?535 5.7.8 contact your administrator",
            ]
        ),
        PatternRow(
            "reply.login-mechanism",
            .reply,
            #"^534 (?!.{0,20}(?:SIZE=|too (?:big|large)))"#,
            origin: .local,
            category: .authentication,
            source: "RFC 4954 section 6",
            matches: [
                "SASL authentication failed; server mail.example.net[192.0.2.129] said: 534 5.7.9 Authentication mechanism is too weak"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 534 SIZE=Message too big. (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.login-encryption",
            .reply,
            #"^538 "#,
            origin: .local,
            category: .authentication,
            source: "RFC 4954 section 6; RFC 5248",
            matches: [
                "SASL authentication failed; server mail.example.net[192.0.2.130] said: 538 5.7.11 Encryption required for requested authentication mechanism"
            ]
        ),
        PatternRow(
            "reply.greylisted",
            .reply,
            #"greylist"#,
            category: .greylisted,
            source: "postgrey, milter-greylist, SQLgrey, rspamd; public Postfix logs",
            matches: [
                "host mail.example.net[192.0.2.131] said: 450 4.2.0 <user@example.net>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.net.html (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.132] said: 451 4.7.1 Greylisting in action, please come back in 00:05:00 (in reply to RCPT TO command)",
                "host mx.zoho.com[192.0.2.133] said: 451 4.7.1 Greylisted, try again after some time (in reply to RCPT TO command)",
                "host mail.hosting.example[192.0.2.134] said: 450 <user@example.com>: Recipient address rejected: Greylisted for 5 minutes (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "reply.graylisted",
            .reply,
            #"graylist"#,
            category: .greylisted,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.135] said: 451 4.7.1 Graylisted, please try again in 300 seconds (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.grey-list",
            .reply,
            #"grey[- ]list"#,
            category: .greylisted,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.136] said: 450 4.7.1 Grey-listed, please try again later (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.triplet",
            .reply,
            #"\btriplet\b"#,
            category: .greylisted,
            source:
                "reply texts written without sight of the rows; greylisting keeps triplets of client, sender and recipient",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 Temporarily deferred: unknown triplet (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 450 4.7.0 First time sender/recipient/IP triplet; please retry in a few minutes (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "list.grey",
            .reply,
            #"blocked using grey"#,
            category: .greylisted,
            source: "ZoneMTA bounce rules",
            matches: [
                "host mail.example.net[192.0.2.137] said: 421 4.7.1 Service unavailable; Client host [192.0.2.200] blocked using grey.rbl (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "list.blocked-using",
            .reply,
            #"blocked using (?!spam pattern)"#,
            category: .reputation,
            source: "Postfix src/smtpd/smtpd_check.c, default_rbl_reply; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.138] said: 450 4.7.1 Service unavailable; Client host [192.0.2.200] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.200 (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.139] said: 454 4.7.1 Service unavailable; Client host [192.0.2.200] blocked using dnsbl.sorbs.net; Currently Sending Spam See: http://www.sorbs.net/lookup.shtml?192.0.2.200 (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 553 Blocked using spam pattern, your message may contain the spam contents (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "list.spamhaus",
            .reply,
            #"spamhaus"#,
            category: .reputation,
            source: "public Postfix logs; ZoneMTA bounce rules",
            matches: [
                "host mx.example.com[192.0.2.140] said: 450 4.7.1 https://www.spamhaus.org/query/ip/192.0.2.200 (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "list.spamcop",
            .reply,
            #"spamcop\.net"#,
            category: .reputation,
            source: "public Postfix logs; ZoneMTA bounce rules",
            matches: [
                "host mx.example.com[192.0.2.141] said: 451 JunkMail rejected - mail.example.com [192.0.2.200]:24706 is in an RBL: Blocked - see https://www.spamcop.net/bl.shtml?192.0.2.200 (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "list.sorbs",
            .reply,
            #"sorbs\.net"#,
            category: .reputation,
            source: "public Postfix logs; ZoneMTA bounce rules",
            matches: [
                "host mx.example.com[192.0.2.142] said: 451 Currently Sending Spam See: http://www.sorbs.net/lookup.shtml?192.0.2.200 (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "list.abuseat",
            .reply,
            #"abuseat\.org"#,
            category: .reputation,
            source: "public Postfix logs; ZoneMTA bounce rules",
            matches: [
                "host mx.example.com[192.0.2.143] said: 450 Email blocked by cbl.abuseat.org (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "list.uceprotect",
            .reply,
            #"uceprotect"#,
            category: .reputation,
            source: "public Postfix logs; ZoneMTA bounce rules",
            matches: [
                "host mx.example.com[192.0.2.144] said: 450 4.7.1 192.0.2.200 listed at dnsbl-1.uceprotect.net (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "list.abusix",
            .reply,
            #"\babusix\.(?:com|org|zone|ai)\b"#,
            category: .reputation,
            source: "reply texts written without sight of the rows; abusix.com, look-up page",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 5.7.1 : 198.51.100.7 listed at https://www.abusix.com/lookup?q=198.51.100.7 (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "list.senderscore",
            .reply,
            #"senderscore\."#,
            category: .reputation,
            source: "public Postfix logs; ZoneMTA bounce rules",
            matches: [
                "host mx.example.com[192.0.2.145] said: 450 4.7.1 See https://senderscore.org/blacklistlookup/ (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "list.barracudacentral",
            .reply,
            #"barracudacentral\.org"#,
            category: .reputation,
            source: "public Postfix logs; ZoneMTA bounce rules",
            matches: [
                "host mx.example.com[192.0.2.146] said: 451 4.7.1 Email blocked by b.barracudacentral.org (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "list.manitu",
            .reply,
            #"manitu\.net"#,
            category: .reputation,
            source: "public Postfix logs; ZoneMTA bounce rules",
            matches: [
                "host mx.example.com[192.0.2.147] said: 450 4.7.1 192.0.2.200 listed at ix.dnsbl.manitu.net (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "list.dnsbl",
            .reply,
            #"\bDNSBL"#,
            category: .reputation,
            source: "public Postfix logs; ZoneMTA bounce rules",
            matches: [
                "host mx.example.com[192.0.2.148] said: 450 Rejected due to DNSBL server response (dnsbl.example.net - 192.0.2.200) (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "list.rbl",
            .reply,
            #" RBL\b"#,
            category: .reputation,
            source: "public Postfix logs; ZoneMTA bounce rules",
            matches: [
                "host mx.example.com[192.0.2.149] said: 450 Refused. Your IP address is listed in the RBL at rbl.example.net (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "list.blacklisted",
            .reply,
            #"black[- ]?list"#,
            category: .reputation,
            source: "public Postfix logs; ZoneMTA bounce rules",
            matches: [
                "host mx.kpnmail.nl[192.0.2.150] refused to talk to me: 521 5.5.0 Your IP [192.0.2.200] has been blacklisted. Please contact abuse@kpn.com for more information."
            ]
        ),
        PatternRow(
            "list.blocklisted",
            .reply,
            #"block[- ]?list"#,
            category: .reputation,
            source: "public Postfix logs; ZoneMTA bounce rules",
            matches: [
                "host mx.example.com[192.0.2.151] said: 450 4.7.1 Recipient not on bypass list, your IP has been found on a block list (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "list.listed",
            .reply,
            #"(?:\d\]?|\byour (?:ip |network |host )?(?:address|ip|host|server|network)) is listed (?:at|in|on|by) "#,
            category: .reputation,
            source: "public Postfix logs; ZoneMTA bounce rules",
            matches: [
                "host mx.example.com[192.0.2.152] said: 450 Rejected: 192.0.2.200 is listed at work.drbl.example.net (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.115] refused to talk to me: 554 5.7.1 Your address is listed at bl.example.net",
            ],
            rejects: [
                "host mx.example.com[192.0.2.115] said: 450 4.1.1 Your correspondent is listed in no directory of ours (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.country",
            .reply,
            #"\bNot allowed to send from that country\b"#,
            category: .reputation,
            source: "a list of texts that a bounce handler met: where our address is",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 Not allowed to send from that country (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 Not allowed to send (in reply to MAIL FROM command)"
            ]
        ),
    ]
}
