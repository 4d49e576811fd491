extension PatternBank {
    /// Milters and checks inside a server: OpenDKIM, DCC.
    static let milterRows: [PatternRow] = [
        PatternRow(
            "opendkim.internal",
            .reply,
            #"DKIM (?:signing )?error"#,
            category: .remoteSystem,
            source: "OpenDKIM opendkim/opendkim.c, dkimf_libstatus()",
            matches: [
                "host mx.example.com[192.0.2.18] said: 451 4.7.0 internal DKIM error (in reply to end of DATA command)",
                "host mx.example.com[192.0.2.19] said: 451 4.7.0 DKIM signing error (in reply to end of DATA command)",
            ],
            rejects: [
                "host mx.example.com[192.0.2.20] said: 451 4.7.5 DKIM key retrieval failed (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "opendkim.resources",
            .reply,
            #"^451 4\.7\.0 resource unavailable"#,
            category: .remoteSystem,
            source: "OpenDKIM opendkim/opendkim.c, dkimf_libstatus()",
            matches: [
                "host mx.example.com[192.0.2.21] said: 451 4.7.0 resource unavailable (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "dcc.bulk",
            .reply,
            #"denied by DCC"#,
            category: .content,
            source: "DCC, the Distributed Checksum Clearinghouses; public SMTP logs",
            matches: [
                "host mx.example.com[192.0.2.22] said: 451 4.7.1 Access denied by DCC (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "rspamd.try-again",
            .reply,
            #"^451 4\.7\.1 Try again later\.?$"#,
            category: .greylisted,
            source:
                #"rspamd conf/modules.d/greylist.conf, message "Try again later", and src/libserver/milter.c; smtpfieldmanual.com"#,
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 Try again later (in reply to end of DATA command)",
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 Try again later (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 Try again later, your rate limit is used up (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.25] said: 421 4.7.0 Try again later, closing connection. (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "rspamd.deep-scan",
            .reply,
            #"\bAwaiting deep scan\b"#,
            category: .remoteSystem,
            source:
                "rspamd lualib/lua_scanners, defer_message: a scanner outside has not answered yet",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 Awaiting deep scan - try again later (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.1 Awaiting approval - try again later (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "amavisd-milter.malfunction",
            .reply,
            #"\bContent scanner malfunction\b"#,
            category: .remoteSystem,
            source: "amavisd-milter mlfi.c, SMFI_SETREPLY_TEMPFAIL",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 451 4.6.0 Content scanner malfunction (in reply to end of DATA command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 550 5.6.0 Content scanner found a virus (in reply to end of DATA command)"
            ]
        ),
    ]
}
