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
    ]
}
