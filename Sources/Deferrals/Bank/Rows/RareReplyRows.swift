extension PatternBank {
    /// As `replyRows`, in words that fewer servers use.
    static let rareReplyRows: [PatternRow] = [
        PatternRow(
            "reply.wait-for",
            .reply,
            #"\bwait (?:for )?\d{1,4} ?(?:s|secs?|seconds?|m|mins?|minutes?)\b"#,
            category: .greylisted,
            source: "public bounce lists: taken when the time is over",
            matches: [
                "host mx.example.com[192.0.2.67] said: 450 4.2.0 Please wait 5min and then try again (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.queued-for",
            .reply,
            #"\bqueued? for \d{1,4} ?(?:s|secs?|seconds?|m|mins?|minutes?)\b"#,
            category: .greylisted,
            source: "postgrey with a text of its own; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.68] said: 450 4.2.0 <user@example.com>: Recipient address rejected: The email address will be queue for 180sec. (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.relay-not-ready",
            .reply,
            #"^451 Relay Server Not Ready\b"#,
            category: .remoteSystem,
            source: "blog.jinbo.net, list of return mail texts; Korean servers",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 Relay Server Not Ready. (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 Relay server refuses you (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.server-not-available",
            .reply,
            #"\bESMTP server tempora(?:ri)?r?ly not available\b"#,
            category: .remoteSystem,
            source: "public bounce lists (the misspelling is theirs)",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 mx1.example.net ESMTP server temporarly not available"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 mx1.example.net ESMTP server not available to you"
            ]
        ),
        PatternRow(
            "reply.cannot-be-established",
            .reply,
            #"^421 Connection cannot be established\b"#,
            category: .remoteSystem,
            source: "PowerMTA smtp-pattern lists",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 Connection cannot be established"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 421 Connection refused"
            ]
        ),
        PatternRow(
            "reply.error-in-processing",
            .reply,
            #"\baction aborted: error in processing\b"#,
            category: .remoteSystem,
            source: "RFC 821 section 4.2.2; Apache James; gromox",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 Requested action aborted: error in processing (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.cannot-verify-user",
            .reply,
            #"\bunable to verify user\b"#,
            category: .remoteSystem,
            source: "public Postfix logs: the look-up failed, not the user",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 unable to verify user (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.storage-full",
            .reply,
            #"\bstorage (?:is )?full\b"#,
            category: .remoteSystem,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 452-4.1.0 requested action aborted: 452 storage full, try again later (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.milter",
            .reply,
            #"\b(?:unable to|cannot|could not) contact (?:the |a )?milter\b"#,
            category: .remoteSystem,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 unable to contact milter (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "reply.no-route",
            .reply,
            #"\bno route to host\b"#,
            category: .remoteSystem,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 4.4.0 No route to host for relaying to backend (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.dns-not-available",
            .reply,
            #"\bUnable to complete command, DNS not available\b"#,
            category: .remoteSystem,
            source: "reply texts written without sight of the rows",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 Unable to complete command, DNS not available (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.no-smtp-service",
            .reply,
            #"^554 (?:\S+ )?No SMTP service here\b"#,
            category: .remoteSystem,
            source: "RFC 5321 section 3.1",
            matches: [
                "host mx1.example.net[192.0.2.25] refused to talk to me: 554 No SMTP service here"
            ]
        ),
        PatternRow(
            "reply.component-unavailable",
            .reply,
            #"\b(?:storage|intake|queue|directory|resolver|scanner|filter|backend|relay)(?: is)?(?: temporarily| currently)? unavailable\b"#,
            category: .remoteSystem,
            source: "servers in public repositories: a part of them",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 inbound intake temporarily unavailable (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 Quarantine storage unavailable (in reply to end of DATA command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 4.2.1 mailbox temporarily unavailable (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.db-not-ready",
            .reply,
            #"\bDB not (?:ready|initiali[sz]ed)\b"#,
            category: .remoteSystem,
            source: "ZoneMTA lib/mail-queue.js; Haraka plugins in public repositories",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 450 DB not ready (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 451 DB not initialized (in reply to end of DATA command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 450 not ready (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "reply.local-delivery-failed",
            .reply,
            #"^451 4\.5\.0 Local delivery failed: "#,
            category: .remoteSystem,
            source: "Proxmox Mail Gateway PMG/SMTP.pm",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.5.0 Local delivery failed: unfinished data (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 5.1.1 Local delivery failed: no such user (in reply to end of DATA command)"
            ]
        ),
        // The enhanced code knows better what an error is about, where it says.
        PatternRow(
            "reply.temporary-error",
            .reply,
            #"^4\d\d (?!4\.[125]\.[1-9]).{0,80}\btemporary (?:\w{1,20} ){0,3}error\b"#,
            category: .remoteSystem,
            source: "servers in public repositories",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 Temporary storage error, please retry (in reply to end of DATA command)",
                "host mx1.example.net[192.0.2.25] said: 450 Temporary error processing recipient (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 451 4.5.0 Temporary message handling error (in reply to end of DATA command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.1.8 Temporary error (in reply to MAIL FROM command)",
                "host mx1.example.net[192.0.2.25] said: 450 4.0.0 Temporary failure (in reply to RCPT TO command)",
            ]
        ),
    ]
}
