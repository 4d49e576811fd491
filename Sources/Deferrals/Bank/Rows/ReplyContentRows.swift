extension PatternBank {
    /// Content and size of the message, filters that fail, loops, in shared words.
    static let replyContentRows: [PatternRow] = [
        PatternRow(
            "reply.scanner-trouble",
            .reply,
            #"virus scan.{0,60}(?:fail|unavail|timeout|error|not )"#,
            category: .remoteSystem,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.230] said: 451 4.7.1 Virus scanner not available (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.antivirus-trouble",
            .reply,
            #"\banti-?virus (?:software|scanner|engine|service|system).{0,40}(?:fail|unavail|error|timed? ?out|not )"#,
            category: .remoteSystem,
            source: "milters in public repositories",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452 4.2.1 Antivirus software failed to scan message - Please try again (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 Antivirus software found a virus (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.clamav",
            .reply,
            #"\bclam(?:d|av)\b"#,
            category: .remoteSystem,
            source: "ClamAV clamav-milter",
            matches: [
                "host mx.example.com[192.0.2.231] said: 451 4.7.1 clamd temporarily unavailable (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.filter-trouble",
            .reply,
            #"spam (?:filter|scan|check).{0,40}(?:fail|unavail|timed? ?out|error)"#,
            category: .remoteSystem,
            source: "public bounce lists, Verizon",
            matches: [
                "host mx.example.com[192.0.2.56] said: 450 4.3.0 Spam filter message initialization failure (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.unscanned",
            .reply,
            #"(?:not be|unable to|cannot|can't) scan"#,
            category: .remoteSystem,
            source: "MX Logic; qpsmtpd plugins; public bounce lists",
            matches: [
                "host mx.example.com[192.0.2.57] said: 454 This message could not be scanned for viruses (in reply to end of DATA command)",
                "host mx.example.com[192.0.2.58] said: 450 Unable to scan for viruses (in reply to end of DATA command)",
            ]
        ),
        PatternRow(
            "reply.anti-spam-delay",
            .reply,
            #"Tempfailed as anti-spam measure"#,
            category: .greylisted,
            source: "public bounce lists: goes through after some minutes",
            matches: [
                "host mx.example.com[192.0.2.59] said: 451 4.3.0 Tempfailed as anti-spam measure (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.message-size",
            .reply,
            #"message (?:size|(?:is )?too (?:large|big))"#,
            category: .tooLarge,
            source: "RFC 1870; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.232] said: 452 4.3.4 Message size exceeds fixed limit (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.size-limit",
            .reply,
            #"size (?:exceeds|limit)"#,
            category: .tooLarge,
            source: "RFC 1870; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.233] said: 452 Requested mail action aborted: exceeded mailsize limit (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.virus",
            .reply,
            #"\bvirus(?!mails)"#,
            category: .content,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.234] said: 451 4.7.1 virus found in message (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.spam",
            .reply,
            #"\bspam"#,
            category: .content,
            source: "public Postfix logs; KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.235] said: 451 4.7.1 Message rejected as spam (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.mail-content",
            .reply,
            #"(?:message|mail) content"#,
            category: .content,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.236] said: 451 4.7.1 message content rejected (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.content-policy",
            .reply,
            #"content[- ](?:filter|reject|policy|restrictions)"#,
            category: .content,
            source: "public Postfix logs; KumoMTA community bounce rules",
            matches: [
                "host mx.example.com[192.0.2.237] said: 450 Rejected - Content Policy (in reply to end of DATA command)",
                "host mx1.example.net[192.0.2.25] said: 554 5.7.1 Content-Policy reject (in reply to end of DATA command)",
                "host mx1.example.net[192.0.2.25] said: 554 Message rejected due to content restrictions (in reply to end of DATA command)",
            ]
        ),
        PatternRow(
            "reply.attachment",
            .reply,
            #"attachment"#,
            category: .content,
            source: "public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.238] said: 451 4.7.1 illegal attachment on your message (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.loop",
            .reply,
            #"(?:mail|routing|forwarding) loop"#,
            category: .loop,
            source: "sisimai, reason 'networkerror'",
            matches: [
                "host mx.example.com[192.0.2.239] said: 451 4.4.6 it would create a mail loop (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.too-many-hops",
            .reply,
            #"too many hops"#,
            category: .loop,
            source: "sisimai, reason 'networkerror'",
            matches: [
                "host mx.example.com[192.0.2.240] said: 451 4.4.6 too many hops (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.hop-count",
            .reply,
            #"hop count"#,
            category: .loop,
            source: "sisimai, reason 'networkerror'",
            matches: [
                "host mx.example.com[192.0.2.1] said: 451 4.4.6 Hop count exceeded - possible mail cycle (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.url-listed",
            .reply,
            #"\blisted (?:by|in|on|at) (?:the )?(?:SURBL|URIBL)"#,
            category: .content,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 4.7.1 URL in message is listed by SURBL (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.malformed-mime",
            .reply,
            #"\bmalformed MIME\b"#,
            category: .content,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.6.0 message has malformed MIME (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.bulk-score",
            .reply,
            #"\bbulk (?:mail )?score\b"#,
            category: .content,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 421 4.7.0 Cloudmark: message temporarily deferred - bulk mail score too high (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.received-lines",
            .reply,
            #"too many "?Received:?"? (?:lines|headers)"#,
            category: .loop,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 Too many Received: lines, possible loop (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.loop-detected",
            .reply,
            #"\bloop detected\b"#,
            category: .loop,
            source: "smtp.codes, ImprovMX",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 551 5.7.1 Loop detected: Email is sent and forwarded from/to improvmx.com. (#id-5.9.0) (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.junk-mail",
            .reply,
            #"\bjunk (?:e-?)?mail\b"#,
            category: .content,
            source: "public Postfix logs; rules of bounce handlers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 sorry, it seems as a junk mail (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 JunkMail rejected - mail.example.org [192.0.2.31]:24706 is in an RBL (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.unsolicited",
            .reply,
            #"\bunsolicited\b"#,
            category: .content,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 Mail appears to be unsolicited (in reply to end of DATA command)",
                "host mx1.example.net[192.0.2.25] said: 554 considered unsolicited bulk e-mail (in reply to end of DATA command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 solicited mail only (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.as-bulk",
            .reply,
            #"\b(?:rejected|classified) as bulk\b"#,
            category: .content,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 message classified as bulk (in reply to end of DATA command)",
                "host mx1.example.net[192.0.2.25] said: 554 rejected as bulk (in reply to end of DATA command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 452 send as bulk later (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.surbl",
            .reply,
            #"\bSURBL\b"#,
            category: .content,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 Mail contained a URL rejected by SURBL (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 URL lookup failed (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.unacceptable-content",
            .reply,
            #"\bunacceptable content\b"#,
            category: .content,
            source: "phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 Message rejected because of unacceptable content (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 554 unacceptable sender (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.dcc",
            .reply,
            #"\brejected by DCC\b"#,
            category: .content,
            source:
                "Distributed Checksum Clearinghouses: seen in bulk; phrases that many bounce handlers look for",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 rejected By DCC (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 DCC not answering (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.received-headers",
            .reply,
            #"Number of 'Received:' (?:DATA )?headers exceeds"#,
            category: .loop,
            source: "a list of texts that a bounce handler met",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 554 Number of 'Received:' DATA headers exceeds maximum permitted (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 554 Size of headers exceeds maximum permitted (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.rfc-compliant",
            .reply,
            #"\bensure the message is RFC \d{3,4} compliant\b"#,
            category: .content,
            source: "a list of texts that a bounce handler met",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.0 (mx1.example.net) Message could not be delivered. Please ensure the message is RFC 5322 compliant. (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 RFC 5321 compliant clients only (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "reply.sensitive-words",
            .reply,
            #"\bSensitive words detected\b"#,
            category: .content,
            source: "a list of texts that a bounce handler met",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 553 5.7.1 Sensitive words detected (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 553 5.7.1 sensitive server (in reply to end of DATA command)"
            ]
        ),
    ]
}
