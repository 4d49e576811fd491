extension PatternBank {
    /// Yahoo and AOL; most of their codes stand in brackets.
    static let yahooRows: [PatternRow] = [
        PatternRow(
            "yahoo.greylisted",
            .reply,
            #"\[GL01\]"#,
            category: .greylisted,
            scope: .sender,
            source: "postmaster.yahoo.com, 2010; public Postfix logs",
            matches: [
                "host mx1.mail.tw.yahoo.com[192.0.2.90] refused to talk to me: 421 4.7.0 [GL01] Message from (192.0.2.200) temporarily deferred - 4.16.50. Please refer to http://postmaster.yahoo.com/errors/postmaster-21.html"
            ]
        ),
        PatternRow(
            "yahoo.deferred-traffic",
            .reply,
            #"\[TSS[01]\d\]"#,
            category: .reputation,
            source: "senders.yahooinc.com/smtp-error-codes; public Postfix logs",
            matches: [
                "host mx-aol.mail.gm0.yahoodns.net[192.0.2.91] said: 421 4.7.0 [TSS04] Messages from 192.0.2.200 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.verizonmedia.com/error-codes (in reply to MAIL FROM command)",
                "host mta7.am0.yahoodns.net[192.0.2.92] refused to talk to me: 553 5.7.1 [TSS07] Connections will not be accepted from 192.0.2.200, because the ip is in Spamhaus's list; see https://help.yahoo.com/kb/postmaster/SLN5070.html",
                "host mta7.am0.yahoodns.net[192.0.2.93] said: 553 5.7.2 [TSS09] All messages from 192.0.2.200 will be permanently deferred; Retrying will NOT succeed. See https://postmaster.yahooinc.com/error-codes (in reply to MAIL FROM command)",
            ]
        ),
        PatternRow(
            "yahoo.complaints",
            .reply,
            #"\[TS0\d\]"#,
            category: .reputation,
            source: "help.yahoo.com SLN3436; public Postfix logs",
            matches: [
                "host mx2.mail.tw.yahoo.com[192.0.2.94] refused to talk to me: 421 4.7.0 [TS01] Messages from 192.0.2.200 temporarily deferred due to user complaints - 4.16.55.1; see http://postmaster.yahoo.com/421-ts01.html",
                "host mta5.am0.yahoodns.net[192.0.2.95] refused to talk to me: 421 4.7.1 [TS03] All messages from 192.0.2.200 will be permanently deferred; Retrying will NOT succeed. See http://postmaster.yahoo.com/errors/421-ts03.html",
            ]
        ),
        PatternRow(
            "yahoo.ip-throttled",
            .reply,
            #"\[IPTS\d\d\]"#,
            category: .reputation,
            source: "KumoMTA community shaping rules",
            matches: [
                "host mta7.am0.yahoodns.net[192.0.2.96] refused to talk to me: 421 [IPTS04] Messages from 192.0.2.200 temporarily deferred"
            ]
        ),
        PatternRow(
            "yahoo.block-list",
            .reply,
            #"\[BL2\d\]"#,
            category: .reputation,
            source: "senders.yahooinc.com/smtp-error-codes; public Postfix logs",
            matches: [
                "host b.mx.mail.yahoo.com[192.0.2.97] refused to talk to me: 553 Mail from 192.0.2.200 not allowed - 5.7.1 [BL21] Connections not accepted from IP addresses on Spamhaus PBL; see http://postmaster.yahoo.com/errors/550-bl21.html",
                "host mta7.am0.yahoodns.net[192.0.2.98] refused to talk to me: 553 5.7.1 [BL23] Connections will not be accepted from 192.0.2.200, because the ip is in Spamhaus's list; see http://postmaster.yahoo.com/550-bl23.html",
            ]
        ),
        PatternRow(
            "yahoo.deferred-short",
            .reply,
            #"^4\d\d (?:VS\S+ )?Message (?:from \S+ )?temporarily deferred - "#,
            category: .reputation,
            source: "help.yahoo.com, SMTP errors; public Postfix logs",
            matches: [
                "host mx2.mail.ukl.yahoo.com[192.0.2.99] said: 451 Message temporarily deferred - 4.16.50 (in reply to end of DATA command)",
                "host b.mx.mail.yahoo.com[192.0.2.100] refused to talk to me: 421 Message from (192.0.2.200) temporarily deferred - 4.16.50. Please refer to http://help.yahoo.com/help/us/mail/defer/defer-06.html",
            ]
        ),
        PatternRow(
            "yahoo.deferred-old",
            .reply,
            #"temporarily deferred.{1,60} 4\.16\.5"#,
            category: .reputation,
            source: "help.yahoo.com, SMTP errors; public Postfix logs",
            matches: [
                "host mta7.am0.yahoodns.net[192.0.2.101] said: 421 4.7.0 Messages from 192.0.2.200 temporarily deferred due to user complaints - 4.16.55.1; see https://help.yahoo.com/kb/postmaster/SLN3434.html (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx.example.com[192.0.2.102] said: 451 4.7.1 Message temporarily deferred (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "yahoo.unresolvable-from",
            .reply,
            #"due to unresolvable RFC\.5321"#,
            category: .dnsOfSender,
            source: "senders.yahooinc.com/error-codes#unresolvable-from-domain",
            matches: [
                "host mta7.am0.yahoodns.net[192.0.2.103] said: 451 Message temporarily deferred due to unresolvable RFC.5321 from domain. See https://senders.yahooinc.com/error-codes#unresolvable-from-domain (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "yahoo.unknown-recipients",
            .reply,
            #"Excessive unknown recipients"#,
            category: .reputation,
            source: "help.yahoo.com, SMTP errors",
            matches: [
                "host mta7.am0.yahoodns.net[192.0.2.104] said: 451 VS1-MF Excessive unknown recipients - possible Open Relay (#4.4.5) (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "yahoo.resources",
            .reply,
            #"Resources (?:temporarily )?(?:not |un)available"#,
            category: .remoteSystem,
            source: "help.yahoo.com, SMTP errors; public Postfix logs",
            matches: [
                "host b.mx.mail.yahoo.com[192.0.2.105] refused to talk to me: 420 Resources unavailable temporarily. Please try later (mta1073.mail.sk1.yahoo.com)",
                "host mta7.am0.yahoodns.net[192.0.2.106] said: 451 Resources temporarily not available - Please try again later [#4.16.5]. (in reply to MAIL FROM command)",
            ]
        ),
        PatternRow(
            "yahoo.internal-read",
            .reply,
            #"Internal error reading data"#,
            category: .remoteSystem,
            source: "public Postfix logs, 2013",
            matches: [
                "host mta7.am0.yahoodns.net[192.0.2.107] said: 451 4.3.2 Internal error reading data (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "yahoo.session-full",
            .reply,
            #"Max message per connection reached"#,
            category: .rateLimited,
            source: "senders.yahooinc.com/smtp-error-codes",
            matches: [
                "host mta7.am0.yahoodns.net[192.0.2.108] said: 421 Max message per connection reached, closing transmission channel (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "yahoo.receiving-rate",
            .reply,
            #"User is receiving mail too quickly"#,
            category: .rateLimited,
            scope: .recipient,
            source: "senders.yahooinc.com/smtp-error-codes",
            matches: [
                "host mta7.am0.yahoodns.net[192.0.2.109] said: 450 User is receiving mail too quickly (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "yahoo.japan-deferred",
            .reply,
            #"VS98-IP\d{0,2}\]? deferred"#,
            category: .reputation,
            source: "KumoMTA community shaping rules",
            matches: [
                "host mx5.mail.yahoo.co.jp[192.0.2.110] refused to talk to me: 421 VS98-IP0 deferred - see http://www.yahoo-help.jp/"
            ]
        ),
        PatternRow(
            "aol.sender-dns",
            .reply,
            #"\(DNS:[A-Z0-9]{2}\)"#,
            category: .dnsOfSender,
            source: "postmaster.aol.com error codes, 2006-2018; public Postfix logs",
            matches: [
                "host mailin-03.mx.aol.com[192.0.2.111] said: 421 4.2.1 :  (DNS:NR)  http://postmaster.info.aol.com/errors/421dnsnr.html (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "aol.complaints",
            .reply,
            #"\(HVU:[A-Z0-9]{2}\)"#,
            category: .content,
            source: "postmaster.aol.com error codes, 2006-2018; public Postfix logs",
            matches: [
                "host mailin-01.mx.aol.com[192.0.2.112] said: 421 4.2.1 :  (HVU:B2)  http://postmaster.info.aol.com/errors/421hvub2.html (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "aol.dynamic-limit",
            .reply,
            #"\(DYN:[A-Z0-9]{2}\)"#,
            category: .rateLimited,
            source: "postmaster.aol.com error codes, 2006-2018; public Postfix logs",
            matches: [
                "host mailin-03.mx.aol.com[192.0.2.113] refused to talk to me: 421 4.7.1 : (DYN:T1) http://postmaster.info.aol.com/errors/421dynt1.html"
            ]
        ),
        PatternRow(
            "aol.not-accepted",
            .reply,
            #"\bAOL will not accept delivery of this message\b"#,
            category: .content,
            source: "AOL; its enhanced code speaks of the mailbox, the words do not",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 521 5.2.1 : AOL will not accept delivery of this message. (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 521 5.2.1 mailbox disabled (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "aol.blocked",
            .reply,
            #"\((?:RLY|RTR|CON):[A-Z0-9]{2,3}\) +https?://postmaster\."#,
            category: .reputation,
            source: "postmaster.aol.com error codes, 2006-2018; public Postfix logs",
            matches: [
                "host mailin-02.mx.aol.com[192.0.2.114] refused to talk to me: 554- (RTR:DU)  http://postmaster.info.aol.com/errors/554rtrdu.html 554 Connecting IP: 192.0.2.200",
                "host mailin-04.mx.aol.com[192.0.2.115] refused to talk to me: 421 4.7.1 : (RLY:B3) http://postmaster.info.aol.com/errors/421rlyb3.html",
            ]
        ),
        PatternRow(
            "yahoo.client-read",
            .reply,
            #"Read data from client error"#,
            category: .remoteSystem,
            source: "public Postfix logs, 2012",
            matches: [
                "host mta5.am0.yahoodns.net[192.0.2.32] said: 421 Read data from client error (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "yahoo.domain-failure",
            .reply,
            #"temporary domain failure"#,
            category: .remoteSystem,
            source: "smtpfieldmanual.com, Yahoo",
            matches: [
                "host mta5.am0.yahoodns.net[192.0.2.33] said: 452 temporary domain failure <user@example.com> (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "yahoo.envelope-failure",
            .reply,
            #"^421 temporary envelope failure\b"#,
            category: .remoteSystem,
            source: "PowerMTA smtp-pattern lists, Yahoo",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 temporary envelope failure (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 421 temporary failure (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "yahoo.no-account",
            .reply,
            #"This user doesn't have a \S+ account"#,
            category: .recipientUnknown,
            source: "sisimai, rhost yahoo; KumoMTA community bounce rules",
            matches: [
                "host mta7.am0.yahoodns.net[192.0.2.40] said: 554 delivery error: dd This user doesn't have a yahoo.com account (joe@yahoo.com) [0] - mta107.mail.re1.yahoo.com (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "yahoo.not-valid-now",
            .reply,
            #"\bis no longer valid\. \[-20\]"#,
            category: .recipientUnknown,
            source: "smtp.codes, Yahoo",
            matches: [
                "host mta7.am0.yahoodns.net[192.0.2.25] said: 554 delivery error: dd joe@example.com is no longer valid. [-20] - mta4011.example.yahoo.com (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "yahoo.message-not-allowed",
            .reply,
            #"\bMessage not allowed - (?:Headers are not RFC|\[PH01\])"#,
            category: .content,
            source: "smtp.codes, Yahoo; postmaster.yahooinc.com/error-codes",
            matches: [
                "host mta7.am0.yahoodns.net[192.0.2.25] said: 554 Message not allowed - Headers are not RFC compliant[291] (in reply to end of DATA command)",
                "host mta7.am0.yahoodns.net[192.0.2.25] said: 554 Message not allowed - [PH01] Email not accepted for policy reasons. Please visit https://postmaster.yahooinc.com/error-codes (in reply to end of DATA command)",
            ]
        ),
    ]
}
