extension PatternBank {
    /// As `replySenderRows`, in words that fewer servers use.
    static let rareReplySenderRows: [PatternRow] = [
        PatternRow(
            "reply.dns-resolving-error",
            .reply,
            #"^451 4\.4\.0 DNS resolving error\b"#,
            category: .dnsOfSender,
            source: "blog.jinbo.net, list of return mail texts: said to MAIL FROM; Korean servers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.4.0 DNS resolving error (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.4.0 DNS is down (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.no-reverse-name",
            .reply,
            #"\bNo reverse name for your IP\b"#,
            category: .dnsOfSender,
            source: "public bounce lists",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 4.1.2 <user@example.net>: Recipient address rejected: No reverse name for your IP address (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 421 4.1.2 <user@example.net>: Recipient address rejected: No name for your IP (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.host-unresolved",
            .reply,
            #"^451 4\.7\.0 \S+ host can't be resolved\b"#,
            category: .dnsOfSender,
            source: "public bounce lists",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.0 192.0.2.10 host can't be resolved (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.0 your host can't be trusted (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.dns-looking-up",
            .reply,
            #"\bDNS (?:failure|error|problem)\b.{0,10} look(?:ing)? ?up (?:the |your )?(?:sender|host ?name|domain)"#,
            category: .dnsOfSender,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.4.3 Temporary DNS failure looking up sender domain example.org (in reply to MAIL FROM command)",
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 4.4.0 DNS error looking up your host name",
            ]
        ),
        PatternRow(
            "reply.dns-cannot-look-up",
            .reply,
            #"\bDNS problem: cannot look up \S+ (?:MX|A|AAAA|PTR)\b"#,
            category: .dnsOfSender,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 DNS problem: cannot look up example.org MX (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.broken-helo",
            .reply,
            #"\b(?:broken|bad|wrong|bogus|forged|invalid) (?:HELO|EHLO)\b.{0,10}\bname\b"#,
            category: .dnsOfSender,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 450 4.7.1 Your mail server appears to have a broken HELO name",
                "host mx1.example.net[192.0.2.25] refused to talk to me: 550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)",
            ]
        ),
        PatternRow(
            "reply.forging-name",
            .reply,
            #"\bforging its host ?name\b"#,
            category: .dnsOfSender,
            source: "public bounces: the name in HELO is another than that of the address",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550-Message blocked for policy reasons: 550-Your mail system is forging its hostname. 550 Message could not be delivered (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.sender-not-allowed",
            .reply,
            #"\bis not allowed to send mail from\b"#,
            category: .senderAuthentication,
            source: "pomoc.poczta.interia.pl; SPFBL: SPF says no",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.0 [SPF] host (198.51.100.7) is not allowed to send mail from domain (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 You are not allowed to send mail (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.verify-sender-domain",
            .reply,
            #"\bunable to verify sender domain\b"#,
            category: .dnsOfSender,
            source: "1&1; public mail logs",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 unable to verify sender domain (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 unable to verify user (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.failure-in-dns-lookup",
            .reply,
            #"\bfailure in DNS lookup for\b"#,
            category: .dnsOfSender,
            source: "milters that look for the sender's MX, in public repositories",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 Temporary failure in DNS lookup for example.org (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.3.0 Temporary failure in lookup (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.closed-system",
            .reply,
            #"\bis a closed system\b"#,
            category: .senderRejected,
            source: "public Postfix logs: takes mail from listed senders only",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 5.7.1 mail.example.com is a closed system. Emails can only be sent to or received from a limited number of approved external addresses. (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 554 5.7.1 mail.example.com is closed (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.spam-source",
            .reply,
            #"\bspam source\b"#,
            category: .reputation,
            source: "public Postfix logs; rules of bounce handlers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 <user@example.com>... Rejected recent spam source [mailout-de.example.org] Reply at http://www.example.com/unblockme/ (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 spam rejected (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.bypassing-relay",
            .reply,
            #"\bbypassing (?:the |your )?service provider's mail relay\b"#,
            category: .reputation,
            source: "sendmail rules against dial-up hosts; logwatch",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 5.7.1 reject: Client host bypassing service provider's mail relay: ds176.example.org (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.4.0 mail relay unavailable (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.valid-sender-domain",
            .reply,
            #"\b(?:invalid|valid) sender domain\b"#,
            category: .dnsOfSender,
            source: "public Postfix logs; rules of bounce handlers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 553 requires valid sender domain (in reply to MAIL FROM command)",
                "host mx1.example.net[192.0.2.25] said: 550 Invalid sender domain (in reply to MAIL FROM command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 invalid sender address (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.envelope-domain-mx",
            .reply,
            #"\bNo MX for envelope sender domain\b"#,
            category: .dnsOfSender,
            source: "public Postfix logs; rules of bounce handlers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 No MX for envelope sender domain (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 No MX for recipient (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.no-dns-entries",
            .reply,
            #"\byour domain has (?:no|not) DNS"#,
            category: .dnsOfSender,
            source: "public Postfix logs; rules of bounce handlers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 Your domain has not DNS/MX entries (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 Your domain has no rights here (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.dns-failure",
            .reply,
            #"\bRequested action not taken: DNS failure\b"#,
            category: .dnsOfSender,
            source: "public Postfix logs; rules of bounce handlers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 REQUESTED ACTION NOT TAKEN: DNS FAILURE (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 Requested action not taken: mailbox unavailable (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.ip-banned",
            .reply,
            #"\bmail from IP banned\b"#,
            category: .reputation,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 Mail From IP Banned (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 mail from here (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.refused-for-abuse",
            .reply,
            #"\brefused due to abuse\b"#,
            category: .reputation,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 554 Connection refused due to abuse"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 Connection refused"
            ]
        ),
        PatternRow(
            "reply.not-from-this-sender",
            .reply,
            #"\bnot accepting mail from this sender\b"#,
            category: .senderRejected,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 is not accepting mail from this sender (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 not accepting mail now"
            ]
        ),
        PatternRow(
            "reply.blocked-by-recipient",
            .reply,
            #"\bblocked by the recipient\b"#,
            category: .senderRejected,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 You have been blocked by the recipient (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 blocked by the filter (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.sender-ip-resolve",
            .reply,
            #"\bSender IP must resolve\b"#,
            category: .dnsOfSender,
            source: "a list of texts that a bounce handler met",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 501 5.7.1 <app@example.org> Sender IP must resolve (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 sender must wait (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "mdaemon.helo",
            .reply,
            #"\bis invalid or DNS says does not exist\b"#,
            category: .dnsOfSender,
            source: "MDaemon, the name in HELO; a list of texts that a bounce handler met",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 501 <mail.example.org> is invalid or DNS says does not exist (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 501 <mail.example.org> is invalid (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.not-allowed-us",
            .reply,
            #"\bnot allowed to send us mail\b"#,
            category: .reputation,
            source: "a list of texts that a bounce handler met",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 554 mail.example.net IP: 198.51.100.7, You are not allowed to send us mail"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 You are not allowed to send mail (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.spam-from-ip",
            .reply,
            #"\btoo much spam from this IP\b"#,
            category: .reputation,
            source: "Tiscali; a list of texts that a bounce handler met",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 554 mx-1.example.it ESMTP - Too much Spam from this IP"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 spam from this sender (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.unknown-rcpt",
            .reply,
            #"\btoo many unknown RCPT\b"#,
            category: .reputation,
            source: "Alice; a list of texts that a bounce handler met: harvesting suspected",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 Too many unknown RCPT TO addresses from host (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 452 too many RCPT (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.no-connections-from-ip",
            .reply,
            #"\bnot accept connections from your IP\b"#,
            category: .reputation,
            source: "a list of texts that a bounce handler met",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 554 5.3.2 Sorry, we do not accept connections from your IP"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 4.3.2 we do not accept connections now"
            ]
        ),
        PatternRow(
            "reply.forbidden-ip",
            .reply,
            #"\baccess forbidden by your IP\b"#,
            category: .reputation,
            source: "a list of texts that a bounce handler met",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 551 Server access forbidden by your IP"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 551 access forbidden"
            ]
        ),
        PatternRow(
            "reply.mail-from-ip",
            .reply,
            #"\bmail from \[?[0-9.]{7,15}\]? not allowed\b"#,
            category: .reputation,
            source: "a list of texts that a bounce handler met",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 553 Mail from 198.51.100.7 not allowed"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 553 mail from this domain not allowed (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.outgoing-disabled",
            .reply,
            #"\bDomain \S{1,256} has outgoing email disabled\b"#,
            category: .senderRejected,
            source: "a list of texts that a bounce handler met",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 Domain example.org has outgoing email disabled (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 Domain example.org has no email (in reply to MAIL FROM command)"
            ]
        ),
    ]
}
