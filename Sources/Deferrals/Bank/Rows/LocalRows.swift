extension PatternBank {
    /// local(8): aliases, .forward files, users.
    static let localRows: [PatternRow] = [
        PatternRow(
            "local.configuration",
            .reason,
            #"^mail system configuration error$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localConfiguration,
            source:
                "Postfix src/local/alias.c, command.c, include.c, src/virtual/mailbox.c, src/pipe/pipe.c, src/smtp/smtp.c: a warning before it names the parameter; 4.3.5; 2.3 and later",
            matches: [
                "mail system configuration error",
                "delivery temporarily suspended: mail system configuration error",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.25] said: 451 4.3.5 mail system configuration error (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "local.alias-database",
            .reason,
            #"^alias database unavailable$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localConfiguration,
            source: "Postfix src/local/alias.c, bounce_workaround.c; 4.3.0; 2.3 and later",
            matches: [
                "alias database unavailable",
                "delivery temporarily suspended: alias database unavailable",
            ]
        ),
        PatternRow(
            "local.alias-owner",
            .reason,
            #"^cannot find alias database owner$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localConfiguration,
            source: "Postfix src/local/alias.c; 4.3.0; 2.3 and later",
            matches: [
                "cannot find alias database owner",
                "delivery temporarily suspended: cannot find alias database owner",
            ]
        ),
        PatternRow(
            "local.alias-loop",
            .reason,
            #"^alias database loop for "#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .loop,
            source: "Postfix src/local/alias.c; 5.4.6, deferred under soft_bounce; 2.3 and later",
            matches: [
                "alias database loop for all-staff",
                "alias database loop for root",
            ]
        ),
        PatternRow(
            "local.forwarding-loop",
            .reason,
            #"^mail forwarding loop for "#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .loop,
            source:
                "Postfix src/local/recipient.c; src/pipe/pipe.c since 2.5, src/smtp/smtp.c since 3.5: a Delivered-To of ours; 5.4.6, deferred under soft_bounce",
            matches: [
                "mail forwarding loop for alice@example.com",
                "mail forwarding loop for archive@store.example.org",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.25] said: 451 4.6.0 mail forwarding loop for alice@example.com (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "local.nesting-limit",
            .reason,
            #"^(?::include:|recipient) nesting limit exceeded$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .loop,
            source:
                "Postfix src/local/include.c, recipient.c; 5.4.6, deferred under soft_bounce; since 3.12, and in the patch levels 3.10.13 and 3.11.5",
            matches: [
                ":include: nesting limit exceeded",
                "recipient nesting limit exceeded",
            ]
        ),
        PatternRow(
            "local.user-lookup",
            .reason,
            #"^user lookup error$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localConfiguration,
            source:
                "Postfix src/local/recipient.c, mailbox.c, dotforward.c: getpwnam_r(3), so passwd, LDAP, NIS; 4.0.0; since 2.9",
            matches: [
                "user lookup error",
                "delivery temporarily suspended: user lookup error",
            ]
        ),
        PatternRow(
            "local.table-lookup",
            .reason,
            #"^table lookup failure$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localConfiguration,
            source:
                "Postfix src/local/mailbox.c, unknown.c: mailbox_transport_maps, mailbox_command_maps, fallback_transport_maps; 4.3.0; since 2.9",
            matches: [
                "table lookup failure",
                "delivery temporarily suspended: table lookup failure",
            ]
        ),
        PatternRow(
            "local.home-directory",
            .reason,
            #"^cannot access home directory "#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/local/recipient.c, require_home_directory; 4.3.0; 2.3 and later",
            matches: [
                "cannot access home directory /home/alice: No such file or directory",
                "cannot access home directory /nfs/home/bob: Stale file handle",
            ]
        ),
        PatternRow(
            "local.forward-file",
            .reason,
            #"^error reading forwarding file: "#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/local/token.c; 4.3.0; 2.3 and later",
            matches: [
                "error reading forwarding file: Input/output error",
                "error reading forwarding file: Is a directory",
            ]
        ),
        PatternRow(
            "local.forward",
            .reason,
            #"^unable to forward message$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix src/local/indirect.c: cleanup(8) did not take the new message; 4.3.0; 2.3 and later",
            matches: [
                "unable to forward message",
                "delivery temporarily suspended: unable to forward message",
            ]
        ),
        PatternRow(
            "local.bad-address",
            .reason,
            #"^bad recipient address syntax: "#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .recipientUnknown,
            source: "Postfix src/local/resolve.c; 5.1.3, deferred under soft_bounce; 2.3 and later",
            matches: [
                "bad recipient address syntax: alice@@example.com",
                #"bad recipient address syntax: "unbalanced"#,
            ]
        ),
        PatternRow(
            "local.null-user",
            .reason,
            #"^null username in ""#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .recipientUnknown,
            source:
                "Postfix src/local/recipient.c; 5.1.3, deferred under soft_bounce; 2.3 and later",
            matches: [
                #"null username in "@example.com""#,
                #"null username in "+list@example.com""#,
            ]
        ),
        PatternRow(
            "local.unknown-user",
            .reason,
            #"^unknown user: ""#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .recipientUnknown,
            source:
                "Postfix src/local/unknown.c, src/virtual/unknown.c; 5.1.1, deferred under soft_bounce; 2.3 and later",
            matches: [
                #"unknown user: "alice""#,
                #"unknown user: "info@example.com""#,
            ]
        ),
        PatternRow(
            "local.restricted",
            .reason,
            #"^mail to (?:file|command) is restricted$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localConfiguration,
            source:
                "Postfix src/local/file.c, token.c: allow_mail_to_files, allow_mail_to_commands; 5.7.1, deferred under soft_bounce; 2.3 and later",
            matches: [
                "mail to file is restricted",
                "mail to command is restricted",
            ]
        ),
    ]
}
