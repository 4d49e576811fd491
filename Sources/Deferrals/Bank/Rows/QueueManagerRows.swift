extension PatternBank {
    /// qmgr(8), and what it sends through error(8) and retry(8): no delivery agent saw the message.
    static let queueManagerRows: [PatternRow] = [
        PatternRow(
            "qmgr.transport-unavailable",
            .reason,
            #"^mail transport unavailable$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localConfiguration,
            source:
                "Postfix src/qmgr/qmgr_deliver.c, src/global/deliver_pass.c: no such service in master.cf, or it does not start; 4.3.0; 2.3 and later",
            matches: [
                "mail transport unavailable",
                "delivery temporarily suspended: mail transport unavailable",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.25] said: 451 4.3.0 mail transport unavailable (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "qmgr.transport-unavailable-old",
            .reason,
            #"^transport is unavailable$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localConfiguration,
            source: "Postfix src/qmgr/qmgr_deliver.c; until 2.2",
            matches: [
                "delivery temporarily suspended: transport is unavailable",
                "transport is unavailable",
            ]
        ),
        PatternRow(
            "qmgr.transport-error",
            .reason,
            #"^unknown mail transport error$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix src/qmgr/qmgr_deliver.c, src/global/deliver_pass.c: the delivery agent died; 4.3.0; 2.3 and later",
            matches: [
                "unknown mail transport error",
                "delivery temporarily suspended: unknown mail transport error",
            ]
        ),
        PatternRow(
            "qmgr.unknown-error",
            .reason,
            #"^unknown error$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix src/qmgr/qmgr_deliver.c: the agent gave no reason; 4.0.0; 2.3 and later",
            matches: [
                "unknown error",
                "delivery temporarily suspended: unknown error",
            ]
        ),
        PatternRow(
            "qmgr.deferred-transport",
            .reason,
            #"^deferred transport$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localConfiguration,
            source: "Postfix src/qmgr/qmgr_message.c, defer_transports; 4.3.2; 2.3 and later",
            matches: [
                "deferred transport",
                "delivery temporarily suspended: deferred transport",
            ]
        ),
        PatternRow(
            "qmgr.address-resolver",
            .reason,
            #"^address resolver failure$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localConfiguration,
            source:
                "Postfix src/qmgr/qmgr_message.c, src/local/resolve.c: trivial-rewrite(8), so transport, relocated or domain maps; 4.3.0; 2.3 and later",
            matches: [
                "address resolver failure",
                "delivery temporarily suspended: address resolver failure",
            ]
        ),
        PatternRow(
            "qmgr.verify-limit",
            .reason,
            #"^Too many address verification requests$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localConfiguration,
            source:
                "Postfix src/qmgr/qmgr_message.c, address_verify_pending_request_limit; 4.3.2; since 3.1",
            matches: [
                "Too many address verification requests",
                "delivery temporarily suspended: Too many address verification requests",
            ]
        ),
        PatternRow(
            "qmgr.expired",
            .reason,
            #"^message is administratively expired$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localConfiguration,
            source: "Postfix src/qmgr/qmgr_message.c: 'postsuper -e' or '-f'; 4.7.0; since 3.5",
            matches: [
                "message is administratively expired",
                "delivery temporarily suspended: message is administratively expired",
            ]
        ),
        PatternRow(
            "qmgr.bad-address",
            .reason,
            #"^bad address syntax$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .recipientUnknown,
            source:
                "Postfix src/qmgr/qmgr_message.c; 5.1.3, deferred under soft_bounce; 2.3 and later",
            matches: [
                "bad address syntax",
                "delivery temporarily suspended: bad address syntax",
            ]
        ),
        PatternRow(
            "qmgr.null-recipient",
            .reason,
            #"^null recipient address$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .recipientUnknown,
            source:
                "Postfix src/qmgr/qmgr_message.c; 5.1.3, deferred under soft_bounce; 2.3 and later",
            matches: [
                "null recipient address",
                "delivery temporarily suspended: null recipient address",
            ]
        ),
        PatternRow(
            "qmgr.unknown-user",
            .reason,
            #"^User unknown in "#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .recipientUnknown,
            source:
                "Postfix src/trivial-rewrite/resolve.c; 5.1.1, deferred under soft_bounce; no table is named with show_user_unknown_table_name=no; 2.3 and later",
            matches: [
                "User unknown in virtual alias table",
                "delivery temporarily suspended: User unknown in virtual alias table",
            ],
            rejects: [
                "user unknown"
            ]
        ),
        PatternRow(
            "qmgr.moved",
            .reason,
            #"^User has moved to "#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .recipientUnknown,
            source:
                "Postfix src/trivial-rewrite/resolve.c, relocated_maps; 5.1.6, deferred under soft_bounce; 2.3 and later",
            matches: [
                "User has moved to alice@example.net",
                "User has moved to bob@example.org",
            ]
        ),
        PatternRow(
            "qmgr.mailbox-unavailable",
            .reason,
            #"^Mailbox is unavailable$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .mailboxUnavailable,
            source:
                "Postfix src/trivial-rewrite/resolve.c, relocated_maps; 5.2.0, deferred under soft_bounce; since 3.11",
            matches: [
                "Mailbox is unavailable",
                "delivery temporarily suspended: Mailbox is unavailable",
            ]
        ),
    ]

    /// bounce(8), defer(8) and trace(8) could not write their log or send their notice.
    static let bounceServiceRows: [PatternRow] = [
        PatternRow(
            "bounce.service-failure",
            .reason,
            #"^[^ ]+ or [^ ]+ service failure$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/global/bounce.c, bounce_service_name; 4.3.0; 2.3 and later",
            matches: [
                "bounce or trace service failure",
                "bounce-out or trace service failure",
            ]
        ),
        PatternRow(
            "bounce.trace-service",
            .reason,
            #"^[0-9A-Za-z]+: [^ ]+ service failed$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/global/sent.c, trace_service_name; 4.3.0; 2.3 and later",
            matches: [
                "4Tqz1x0wTGz9sX: trace service failed",
                "3F2A81C0D4: trace service failed",
            ]
        ),
        PatternRow(
            "bounce.notice-failed",
            .reason,
            #"^(?:bounce|verp|verp-bounce|delay warning|trace|whatever) failed$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix src/global/bounce.c, abounce.c: no recipient is logged; 2.3 and later; verp-bounce since 3.11, verp before",
            matches: [
                "bounce failed",
                "delay warning failed",
                "verp failed",
                "verp-bounce failed",
                "trace failed",
            ],
            rejects: [
                "maildir delivery failed: error writing message: Disk quota exceeded"
            ]
        ),
    ]
}
