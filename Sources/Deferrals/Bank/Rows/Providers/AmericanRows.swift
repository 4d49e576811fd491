extension PatternBank {
    /// Access providers of North America: Comcast, AT&T, Spectrum, Cox, EarthLink, GoDaddy.
    static let americanRows: [PatternRow] = [
        PatternRow(
            "comcast.throttled",
            .reply,
            #"comcast\.net/smtp-error-codes\.php#RL"#,
            category: .rateLimited,
            source: "postmaster.comcast.net/smtp-error-codes.php; public Postfix bounces",
            matches: [
                "host mx1.comcast.net[192.0.2.201] refused to talk to me: 421 resimta-po-18v.sys.comcast.net resimta-po-18v.sys.comcast.net 192.0.2.200 Throttled - try again later. TFaqdRTZSZ3s0 Please see http://postmaster.comcast.net/smtp-error-codes.php#RL000002",
                "host mx2.mxge.comcast.net[192.0.2.202] said: 451 4.2.0 Throttled - https://postmaster.comcast.net/smtp-error-codes.php#RL000010 (in reply to MAIL FROM command)",
            ]
        ),
        PatternRow(
            "comcast.blocked",
            .reply,
            #"comcast\.net/smtp-error-codes\.php#(?:BL|ES)0"#,
            category: .reputation,
            source: "postmaster.comcast.net/smtp-error-codes.php",
            matches: [
                "host mx1.comcast.net[192.0.2.203] refused to talk to me: 554 imta14.emeryville.ca.mail.comcast.net comcast 192.0.2.200 Comcast block for spam.  Please see http://postmaster.comcast.net/smtp-error-codes.php#BL000000",
                "host mx1.comcast.net[192.0.2.204] said: 452 resimta-po-24v.sys.comcast.net comcast 192.0.2.200 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000010 (in reply to MAIL FROM command)",
            ]
        ),
        PatternRow(
            "comcast.dmarc",
            .reply,
            #"comcast\.net/smtp-error-codes\.php#DM0"#,
            category: .senderAuthentication,
            source: "postmaster.comcast.net/smtp-error-codes.php",
            matches: [
                "host mx1.comcast.net[192.0.2.205] said: 550 5.2.0 54Qa1t0144ZKE95014QaMR Message rejected due to DMARC. Please see http://postmaster.comcast.net/smtp-error-codes.php#DM000001 (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "att.blocked",
            .reply,
            #"abuse_rbl@abuse-att\.net"#,
            category: .reputation,
            source: "att.net postmaster; public Postfix logs",
            matches: [
                "host gateway-f2.isp.att.net[192.0.2.206] refused to talk to me: 521-192.0.2.200 blocked by ldap:ou=rblmx,dc=att,dc=net 521 Error - Blocked for abuse. Contact abuse_rbl@abuse-att.net.",
                "host ff-ip4-mx-vip1.prodigy.net[192.0.2.207] said: 553 5.3.0 flpd575 DNSBL:RBL 521< 192.0.2.200 >_is_blocked.For assistance forward this error to abuse_rbl@abuse-att.net (in reply to MAIL FROM command)",
            ]
        ),
        PatternRow(
            "att.blocked-old",
            .reply,
            #"Error - Blocked for abuse"#,
            category: .reputation,
            source: "att.net postmaster; public Postfix logs",
            matches: [
                "host scc-mailrelay.att.net[192.0.2.208] refused to talk to me: 550 Error - Blocked for abuse. See http://att.net/blocks"
            ]
        ),
        PatternRow(
            "att.frequent",
            .reply,
            #"^450 too frequent connects from"#,
            category: .rateLimited,
            source: "Momentum adaptive delivery rules",
            matches: [
                "host gateway-r.isp.att.net[192.0.2.209] refused to talk to me: 450 too frequent connects from 192.0.2.200, please try again later."
            ]
        ),
        PatternRow(
            "verizon.blocked",
            .reply,
            #"blocked by Verizon Online's anti-spam"#,
            category: .reputation,
            source: "verizon.net/whitelist; public Postfix logs; Momentum adaptive delivery rules",
            matches: [
                "host relay.verizon.net[192.0.2.210] refused to talk to me: 571 Email from 192.0.2.200 is currently blocked by Verizon Online's anti-spam system. The email sender or Email Service Provider may visit http://www.verizon.net/whitelist and request removal of the block. 160716"
            ]
        ),
        PatternRow(
            "spectrum.ptr",
            .reply,
            #"\bAUP#I[A-Z]{0,2}-?11[0-5]\d"#,
            category: .dnsOfSender,
            source:
                "spectrumbusiness.net, Understanding email error codes; sisimai, rhost spectrum",
            matches: [
                "host pkvw-mx.msg.pkvw.co.charter.net[192.0.2.211] said: 550 5.1.0 <app@example.com> sender rejected. Please see https://www.spectrum.net/support/internet/understanding-email-error-codes for more information. AUP#In-1140 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "spectrum.listed",
            .reply,
            #"\bAUP#I[A-Z]{0,2}-?1(?:000|2[0-5]\d)"#,
            category: .reputation,
            source:
                "spectrumbusiness.net, Understanding email error codes; sisimai, rhost spectrum",
            matches: [
                "host pkvw-mx.msg.pkvw.co.charter.net[192.0.2.212] said: 550 5.1.0 <app@example.com> sender rejected. Please see https://www.spectrum.net/support/internet/understanding-email-error-codes for more information. AUP#In-1220 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "spectrum.rate",
            .reply,
            #"\bAUP#I[A-Z]{0,2}-?1(?:[34]\d\d|5[458]0)"#,
            category: .rateLimited,
            source:
                "spectrumbusiness.net, Understanding email error codes; sisimai, rhost spectrum",
            matches: [
                "host pkvw-mx.msg.pkvw.co.charter.net[192.0.2.213] said: 550 5.1.0 <app@example.com> sender rejected. Please see https://www.spectrum.net/support/internet/understanding-email-error-codes for more information. AUP#In-1310 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "charter.refused",
            .reply,
            #"connection refused from \[[^\]]{2,50}\] E1\d\d\d"#,
            category: .reputation,
            source: "public Postfix logs, 2010",
            matches: [
                "host ib1.charter.net[192.0.2.214] refused to talk to me: 421 imp06 charter.net ?? charter.net connection refused from [192.0.2.200] E1210"
            ]
        ),
        PatternRow(
            "rr.refused",
            .reply,
            #"ERROR: Mail refused - <"#,
            category: .reputation,
            source: "security.rr.com; public Postfix logs",
            matches: [
                "host hrndva-smtpin01.mail.rr.com[192.0.2.215] refused to talk to me: 554 5.7.1 - ERROR: Mail refused - <192.0.2.200> - See http://security.rr.com/cgi-bin/block-lookup?192.0.2.200"
            ]
        ),
        PatternRow(
            "earthlink.blocked",
            .reply,
            #"is blocked by EarthLink"#,
            category: .reputation,
            source: "earthlink.net/block; public Postfix logs",
            matches: [
                "host mx1.earthlink.net[192.0.2.216] said: 550 ERROR: No or mismatched reverse DNS (PTR) entries found: 192.0.2.200 is blocked by EarthLink. Go to earthlink.net/block for details. (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "cox.dns",
            .reply,
            #"\bAUP#CXDNS"#,
            category: .dnsOfSender,
            source: "cox.com/residential/support/email-error-codes.html; sisimai, rhost cox",
            matches: [
                "host cxr.mx.a.cloudfilter.net[192.0.2.217] said: 550 5.1.0 <app@example.com> sender rejected. Refer to Error Codes section at https://www.cox.com/residential/support/email-error-codes.html for more information. AUP#CXDNS (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "cox.rate",
            .reply,
            #"\bAUP#CX(?:MXRT|CNCT)"#,
            category: .rateLimited,
            source: "cox.com/residential/support/email-error-codes.html; sisimai, rhost cox",
            matches: [
                "host cxr.mx.a.cloudfilter.net[192.0.2.218] said: 550 5.1.0 <app@example.com> sender rejected. Refer to Error Codes section at https://www.cox.com/residential/support/email-error-codes.html for more information. AUP#CXMXRT (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "cox.authentication",
            .reply,
            #"\bAUP#CXSNDR"#,
            category: .senderAuthentication,
            source: "cox.com/residential/support/email-error-codes.html; sisimai, rhost cox",
            matches: [
                "host cxr.mx.a.cloudfilter.net[192.0.2.219] said: 550 5.1.0 <app@example.com> sender rejected. Refer to Error Codes section at https://www.cox.com/residential/support/email-error-codes.html for more information. AUP#CXSNDR (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "cox.blocked",
            .reply,
            #"\bAUP#C(?:XBL|DRBL)"#,
            category: .reputation,
            source: "cox.com/residential/support/email-error-codes.html; sisimai, rhost cox",
            matches: [
                "host cxr.mx.a.cloudfilter.net[192.0.2.220] said: 550 5.1.0 <app@example.com> sender rejected. Refer to Error Codes section at https://www.cox.com/residential/support/email-error-codes.html for more information. AUP#CDRBL (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "godaddy.ptr",
            .reply,
            #"Reverse DNS for this IP failed"#,
            category: .dnsOfSender,
            source: "godaddy.com/help/what-does-my-email-bounceback-mean-3568",
            matches: [
                "host smtp.secureserver.net[192.0.2.221] refused to talk to me: 421 Temporarily rejected. Reverse DNS for this IP failed. IB108"
            ]
        ),
        PatternRow(
            "godaddy.sessions",
            .reply,
            #"too many sessions from This IP"#,
            category: .rateLimited,
            source: "godaddy.com/help/what-does-my-email-bounceback-mean-3568",
            matches: [
                "host smtp.secureserver.net[192.0.2.222] refused to talk to me: 421 Connection refused, too many sessions from This IP. Lower the number of concurrent sessions. IB007"
            ]
        ),
        PatternRow(
            "godaddy.queue",
            .reply,
            #"Server temporarily unavailable\. Try again later\. IB101"#,
            category: .remoteSystem,
            source: "godaddy.com/help/what-does-my-email-bounceback-mean-3568",
            matches: [
                "host smtp.secureserver.net[192.0.2.223] refused to talk to me: 421 Server temporarily unavailable. Try again later. IB101"
            ]
        ),
        PatternRow(
            "godaddy.hourly",
            .reply,
            #"has sent (?:to )?too many"#,
            category: .rateLimited,
            source: "godaddy.com/help/what-does-my-email-bounceback-mean-3568",
            matches: [
                "host mailstore1.secureserver.net[192.0.2.224] said: 550 This IP has sent too many messages this hour. IB504 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "godaddy.blocked",
            .reply,
            #"This IP has been (?:temporarily )?blocked"#,
            category: .reputation,
            source: "godaddy.com/help/what-does-my-email-bounceback-mean-3568",
            matches: [
                "host smtp.secureserver.net[192.0.2.225] refused to talk to me: 554 This IP has been temporarily blocked for attempting to send too many messages containing content judged to be spam by the Internet community. IB110"
            ]
        ),
        PatternRow(
            "roadrunner.connection-time",
            .reply,
            #"\bExceeded allowable connection time\b"#,
            category: .rateLimited,
            source: "Road Runner; PowerMTA smtp-pattern lists",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 Exceeded allowable connection time"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 Exceeded connection time of the server"
            ]
        ),
    ]
}
