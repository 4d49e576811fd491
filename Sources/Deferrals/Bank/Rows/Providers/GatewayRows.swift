extension PatternBank {
    /// Filtering services and appliances: Proofpoint, Barracuda, Cisco, Trend Micro, Symantec and others.
    static let gatewayRows: [PatternRow] = [
        PatternRow(
            "proofpoint.blocked",
            .reply,
            #"\.proofpoint\.com/"#,
            category: .reputation,
            source: "support.proofpoint.com; public Postfix logs",
            matches: [
                "host mx6.mail.icloud.com[192.0.2.176] refused to talk to me: 550 5.7.0 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=192.0.2.200",
                "host mx0a-00000001.pphosted.com[192.0.2.177] refused to talk to me: 554 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.200",
            ]
        ),
        PatternRow(
            "proofpoint.dynamic-reputation",
            .reply,
            #"Proofpoint Dynamic Reputation"#,
            category: .reputation,
            source: "support.proofpoint.com; public Postfix logs",
            matches: [
                "host mx0a-00000001.pphosted.com[192.0.2.178] said: 451 4.7.1 Service unavailable; client [192.0.2.200] blocked using Proofpoint Dynamic Reputation (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "barracuda.reputation",
            .reply,
            #"barracudanetworks\.com/reputation"#,
            category: .reputation,
            source: "barracudacentral.org; ZoneMTA bounce rules",
            matches: [
                "host mx.example.com[192.0.2.179] said: 554-Service unavailable; Client host [192.0.2.200] blocked using Barracuda Reputation; 554 http://www.barracudanetworks.com/reputation/?r=1&ip=192.0.2.200 (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "barracuda.license",
            .reply,
            #"^4\d\d License Expired"#,
            category: .remoteSystem,
            source: "smtpfieldmanual.com, Barracuda",
            matches: [
                "host mx.example.com[192.0.2.35] refused to talk to me: 422 License Expired"
            ]
        ),
        PatternRow(
            "barracuda.too-busy",
            .reply,
            #"^451 Server too busy"#,
            category: .remoteSystem,
            source: "public Postfix logs, 2014",
            matches: [
                "host d48458a.ess.barracudanetworks.com[192.0.2.180] refused to talk to me: 451 Server too busy, try again later"
            ]
        ),
        PatternRow(
            "cisco.address-rejected",
            .reply,
            #"#5\.1\.0 Address rejected"#,
            category: .recipientUnknown,
            source: "Cisco Secure Email; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.36] said: 550 #5.1.0 Address rejected user@example.com (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "cisco.poor-reputation",
            .reply,
            #"sending MTA's poor reputation"#,
            category: .reputation,
            source: "Cisco Secure Email, HAT responses; public Postfix logs",
            matches: [
                "host mx2.hc0000-00.iphmx.com[192.0.2.181] refused to talk to me: 554-esa6.hc0000-00.iphmx.com 554 Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means."
            ]
        ),
        PatternRow(
            "cisco.access-rejected",
            .reply,
            #"Your access to submit messages to this"#,
            category: .reputation,
            source: "ZoneMTA bounce rules",
            matches: [
                "host esa1.hc0000-00.iphmx.com[192.0.2.182] said: 450 #4.7.1 Your access to submit messages to this e-mail system has been rejected. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "cisco.connections",
            .reply,
            #"#4\.4\.5 Too many connections"#,
            category: .rateLimited,
            source: "Cisco Secure Email, HAT responses; public Postfix logs",
            matches: [
                "host esa1.hc0000-00.iphmx.com[192.0.2.183] refused to talk to me: 421 #4.4.5 Too many connections from your host."
            ]
        ),
        PatternRow(
            "cisco.recipients-per-hour",
            .reply,
            #"Too many recipients received"#,
            category: .rateLimited,
            source: "Cisco Secure Email, HAT responses; public Postfix logs",
            matches: [
                "host esa1.hc0000-00.iphmx.com[192.0.2.184] said: 452 Too many recipients received this hour (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "cisco.harvest",
            .reply,
            #"Too many invalid recipients"#,
            category: .reputation,
            source: "ZoneMTA bounce rules",
            matches: [
                "host esa1.hc0000-00.iphmx.com[192.0.2.185] refused to talk to me: 550 Too many invalid recipients"
            ]
        ),
        PatternRow(
            "cisco.recipient-check",
            .reply,
            #"Temporary recipient validation error"#,
            category: .remoteSystem,
            source: "Cisco Secure Email user guide",
            matches: [
                "host esa1.hc0000-00.iphmx.com[192.0.2.186] said: 451 #4.3.0 Temporary recipient validation error (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "cisco.sender-spf",
            .reply,
            #"SPF unauthorized mail is prohibited"#,
            category: .senderAuthentication,
            source: "Cisco Secure Email user guide",
            matches: [
                "host esa1.hc0000-00.iphmx.com[192.0.2.187] said: 451 #4.7.24 SPF unauthorized mail is prohibited. (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "trend.reputation",
            .reply,
            #"Trend Micro (?:Email Reputation|RBL)"#,
            category: .reputation,
            source: "ers.trendmicro.com; public Postfix reasons",
            matches: [
                "host in.hes.trendmicro.com[192.0.2.188] said: 450 4.7.1 Mail from 192.0.2.200 has been blocked by Trend Micro Email Reputation Service. Please see https://ers.trendmicro.com/reputations to get detailed information. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "symantec.policy",
            .reply,
            #"Connection rejected by policy \[7\."#,
            category: .reputation,
            source: "Symantec Email Security.cloud error list",
            matches: [
                "host cluster5.eu.messagelabs.com[192.0.2.189] said: 501 Connection rejected by policy [7.7] 16706, please visit https://support.symantec.com/ for more details about this error message. (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "symantec.spf",
            .reply,
            #"SPF \(Sender Policy Framework\) domain"#,
            category: .senderAuthentication,
            source: "Symantec Email Security.cloud error list; sisimai",
            matches: [
                "host cluster5.eu.messagelabs.com[192.0.2.190] said: 553-SPF (Sender Policy Framework) domain authentication 553-fail. Refer to the Troubleshooting page at 553 http://www.symanteccloud.com/troubleshooting for more information. (#5.7.1) (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "symantec.filtered",
            .reply,
            #"^553[- ]Message filtered"#,
            category: .content,
            source: "Symantec Email Security.cloud error list",
            matches: [
                "host cluster5.eu.messagelabs.com[192.0.2.191] said: 553-Message filtered. Refer to the Troubleshooting page at 553 http://www.symanteccloud.com/troubleshooting for more 553 information. (#5.7.1) (in reply to end of DATA command)",
                "host cluster5.us.messagelabs.com[192.0.2.25] said: 553 Message filtered. Refer to the Troubleshooting page at http://www.symanteccloud.com/troubleshooting for more information. (#5.7.1) (in reply to end of DATA command)",
            ]
        ),
        PatternRow(
            "mailchannels.blocked",
            .reply,
            #"^550 \[S\d\d\] Blocked"#,
            category: .reputation,
            source: "public Postfix logs",
            matches: [
                "host mx1.mailchannels.net[192.0.2.192] refused to talk to me: 550 [S10] Blocked"
            ]
        ),
        PatternRow(
            "cloudmark.poor-reputation",
            .reply,
            #"csi\.cloudmark\.com"#,
            category: .reputation,
            source: "csi.cloudmark.com; public Postfix queue listings",
            matches: [
                "host inbound.example.com[192.0.2.193] refused to talk to me: 550 Rejected: 192.0.2.200, listed at http://csi.cloudmark.com/reset-request for remediation."
            ]
        ),
        PatternRow(
            "cloudflare.upstream",
            .reply,
            #"Upstream error, please check"#,
            category: .remoteSystem,
            source: "developers.cloudflare.com/email-routing/postmaster; public Postfix logs",
            matches: [
                "host route1.mx.cloudflare.net[192.0.2.194] said: 421 4.3.0 Upstream error, please check https://developers.cloudflare.com/email-routing/postmaster for possible reasons why. RsrUEMk60942 (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "rackspace.new-ip",
            .reply,
            #"from a new or untrusted IP"#,
            category: .rateLimited,
            source: "public Postfix logs",
            matches: [
                "host mx2.emailsrvr.com[192.0.2.195] said: 451 4.7.1 Received too many messages from a new or untrusted IP: 192.0.2.200 (Z27/80343E7) (G28) (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "zoho.restricted",
            .reply,
            #"Mailbox delivery restricted by policy"#,
            category: .mailboxUnavailable,
            source: "smtpfieldmanual.com, Zoho",
            matches: [
                "host mx.zoho.com[192.0.2.34] said: 452 <user@zoho.com> Mailbox delivery restricted by policy error (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "zoho.rejected-by-domain",
            .reply,
            #"Mail rejected by destination domain"#,
            category: .senderRejected,
            source: "smtpfieldmanual.com, Zoho; sisimai",
            matches: [
                "host mx.zoho.com[192.0.2.62] said: 541 5.4.1 Mail rejected by destination domain (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "zoho.policy",
            .reply,
            #"Email policy violation detected"#,
            category: .content,
            source: "sisimai, rhost zoho",
            matches: [
                "host smtpin.zoho.com[192.0.2.63] said: 554 5.7.7 Email policy violation detected (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "zoho.antispam",
            .reply,
            #"Mail (?:deferred|rejected) due to antispam policy"#,
            category: .reputation,
            source: "public Postfix reasons",
            matches: [
                "host mx.zoho.com[192.0.2.196] said: 451 4.7.1 Mail deferred due to antispam policy (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "zoho.sending-activity",
            .reply,
            #"Unusual sending activity detected"#,
            category: .rateLimited,
            source: "zoho.com/mail/help, sending limits",
            matches: [
                "host smtp.zoho.com[192.0.2.197] said: 550 5.4.6 Unusual sending activity detected. Please try after sometime (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "transip.no-record",
            .reply,
            #"x-transip-mail-auth"#,
            category: .senderAuthentication,
            source: "transip.eu/knowledgebase/entry/349",
            matches: [
                "host vps.transip.email[192.0.2.198] said: 421 4.7.0 No valid 'x-transip-mail-auth' DNS record found for 'example.nl'. Please see https://www.transip.eu/knowledgebase/entry/349 for more information. (8D9WKA15KCh21) (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "facebook.no-recipient",
            .reply,
            #"\bRCP-[TP]\d http.{1,120}does not exist"#,
            category: .recipientUnknown,
            source: "postmaster.facebook.com/response_codes; sisimai",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 5.1.1 RCP-P1 http://postmaster.facebook.com/response_codes?ip=192.0.2.54#rcp Recipient address does not exist (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "facebook.recipient",
            .reply,
            #"\bRCP-[TP]\d http"#,
            category: .mailboxUnavailable,
            source: "postmaster.facebook.com/response_codes; public Postfix logs",
            matches: [
                "host msgin.t.facebook.com[192.0.2.199] said: 421 4.7.1 RCP-T4 http://postmaster.facebook.com/response_codes?ip=192.0.2.200#unavailable Recipient account is unavailable (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "facebook.policy",
            .reply,
            #"\bPOL-[TP]\d http"#,
            category: .reputation,
            source: "postmaster.facebook.com/response_codes; public Postfix logs",
            matches: [
                "host smtpin.mx.facebook.com[192.0.2.200] refused to talk to me: 554 5.7.1 POL-P1 http://www.spamhaus.org/query/bl?ip=192.0.2.200"
            ]
        ),
        PatternRow(
            "junkemailfilter.fake-mx",
            .reply,
            #"Try a lower numbered MX record"#,
            category: .greylisted,
            source:
                "junkemailfilter.com (Tarbaby, a false MX that always says later): the real MX takes it; public Postfix logs",
            matches: [
                "host mxbackup2.junkemailfilter.com[184.105.182.217] said: 451-DEFER - TB3 - Try a lower numbered MX record - [2  FakeMX NoHeloHost 451-BlkSndr] - X=tarbaby H=mail.example.org [192.0.2.31] 451-HELO=[re11.localdomain] F=[bounce@example.org] 451-T=[user@example.net] S=[Hello] (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 Please try another MX (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "symantec.requested-action",
            .reply,
            #"Requested action aborted \[\d+\] \S+, please visit https?://\S+TECH246726"#,
            category: .reputation,
            source:
                "Symantec Email Security.cloud error list, TECH246726; smtpfieldmanual.com, Email Security.cloud",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 Requested action aborted [9] 21809-0, please visit https://knowledge.broadcom.com/external/article?legacyId=TECH246726 for more details about this error message. (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 Requested action aborted: local error in processing (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "cisco.protect-infrastructure",
            .reply,
            #"As a measure to protect our email infrastructure, this connection is being blocked"#,
            category: .reputation,
            source:
                "Cisco Secure Email with a text of its own (senderbase.org); github.com/Mailu/Mailu, issue 1458",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 554-smtpinipmus20.example.com 554 As a measure to protect our email infrastructure, this connection is being blocked. More information on your sending IP address can be found here: http://www.senderbase.org/search?searchBy=ipaddress&searchString=192.0.2.108"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 554-mx1.example.com 554 This connection is being closed"
            ]
        ),
        PatternRow(
            "symantec.relay",
            .reply,
            #"you are trying to use me \[[^\]]{1,80}\] as a relay"#,
            category: .remoteSystem,
            scope: .destination,
            source: "smtp.codes, Symantec: the domain is not set up there",
            matches: [
                "host cluster5.us.messagelabs.com[192.0.2.25] said: 553 you are trying to use me [server-9.tower-55.messagelabs.com] as a relay, but I have not been configured to let you [192.0.2.200, mail.example.org] do this. Please visit www.symanteccloud.com/troubleshooting (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "barracuda.banned-content",
            .reply,
            #"\brejecting banned content\b"#,
            category: .content,
            source: "smtp.codes, Barracuda",
            matches: [
                "host d1.ess.barracudanetworks.com[192.0.2.25] said: 554 rejecting banned content (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "fortinet.url",
            .reply,
            #"\bcontains FortiGuard - AntiSpam blocking URL"#,
            category: .content,
            source: "FortiGate, FortiMail; a list of texts that a bounce handler met",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 blocked because it contains FortiGuard - AntiSpam blocking URL (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 FortiGuard not reachable (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "cloudmark.refused",
            .reply,
            #"\bbizsmtp \S{1,64} Connection refused from\b"#,
            category: .reputation,
            source: "gateways of Cloudmark; a list of texts that a bounce handler met",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 554 mx1.example.net bizsmtp ab12 Connection refused from 198.51.100.7"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 mx1.example.it bizsmtp Too many connections, slow down"
            ]
        ),
    ]
}
