extension PatternBank {
    /// pipe(8), and local(8) delivering to a command: what the command's exit status says.
    ///
    /// A command that prints a status code first ('4.3.0 try later') has the whole reason to itself.
    static let pipeRows: [PatternRow] = [
        PatternRow(
            "pipe.quota",
            .reason,
            #"^[a-z' /]+\. Command output: .*(?:over quota|over its quota|(?<!timeout )quota exceeded|exceeded.* quota|mailbox full|mailbox is full|mailbox for user is full)"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .mailboxFull,
            source:
                "Postfix src/global/pipe_command.c; maildrop(1), procmail(1), dovecot-lda(1) under pipe(8); 2.3 and later",
            matches: [
                "temporary failure. Command output: maildrop: maildir over quota.",
                #"temporary failure. Command output: procmail: Quota exceeded while writing "/users/alice/Maildir/tmp/1157969601.28098_0.relay.example.com" "#,
                "temporary failure. Command output: lda(bob): Error: sieve: Quota exceeded (mailbox for user is full)",
                "can't create user output file. Command output: maildir: mailbox is full",
            ],
            rejects: [
                "temporary failure. Command output: maildrop: Timeout quota exceeded. "
            ]
        ),
        PatternRow(
            "pipe.temporary-failure",
            .reason,
            #"^temporary failure(?:\. Command output: |$)"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/global/sys_exits.c; EX_TEMPFAIL (75); 4.3.0; 2.3 and later",
            matches: [
                "temporary failure",
                "temporary failure. Command output: maildrop: Timeout quota exceeded. ",
                "temporary failure. Command output: ERR: authdaemon: s_connect() failed: Connection refused /usr/bin/maildrop: Temporary authentication failure. ",
                "temporary failure. Command output: pipe: fatal: pipe_command: execvp /usr/bin/spamc: No such file or directory ",
                "temporary failure. Command output: lda(alice): Error: auth-master: connect(/var/run/dovecot/auth-userdb) failed: Connection refused",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.25] said: 451 temporary failure (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "pipe.system-resource",
            .reason,
            #"^system resource problem(?:\. Command output: |$)"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/global/sys_exits.c; EX_OSERR (71); 4.3.0; 2.3 and later",
            matches: [
                "system resource problem",
                "system resource problem. Command output: fork: Cannot allocate memory",
            ]
        ),
        PatternRow(
            "pipe.killed",
            .reason,
            #"^Command died with signal \d+: ""#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/global/pipe_command.c; 4.3.0 since 2.8, 5.3.0 before",
            matches: [
                #"Command died with signal 9: "/usr/bin/procmail -a "$EXTENSION"""#,
                #"Command died with signal 11: "/usr/lib/dovecot/deliver". Command output: Segmentation fault"#,
            ]
        ),
        PatternRow(
            "pipe.exit-status",
            .reason,
            #"^Command died with status \d+: ""#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix src/global/pipe_command.c; no status of sysexits.h; 5.3.0, deferred under soft_bounce; 2.3 and later",
            matches: [
                #"Command died with status 127: "/usr/local/bin/vacation". Command output: sh: 1: /usr/local/bin/vacation: not found"#,
                #"Command died with status 1: "/usr/bin/procmail""#,
            ]
        ),
        PatternRow(
            "pipe.time-limit",
            .reason,
            #"^Command time limit exceeded: ""#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix src/global/pipe_command.c; command_time_limit; 5.3.0, deferred under soft_bounce; 2.3 and later",
            matches: [
                #"Command time limit exceeded: "/usr/bin/procmail""#,
                #"Command time limit exceeded: "/usr/local/bin/filter -f sender -- rcpt". Command output: waiting for lock"#,
            ]
        ),
        PatternRow(
            "pipe.fork",
            .reason,
            #"^Delivery failed: "#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/global/pipe_command.c; fork(2) failed; 4.3.0; 2.3 and later",
            matches: [
                "Delivery failed: Cannot allocate memory",
                "Delivery failed: Resource temporarily unavailable",
            ]
        ),
        PatternRow(
            "pipe.failed",
            .reason,
            #"^Command failed: "#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix src/global/pipe_command.c; it ended well without reading the message; 5.3.0, deferred under soft_bounce; 2.3 and later",
            matches: [
                #"Command failed: error writing message: Broken pipe: "/usr/local/bin/filter""#,
                #"Command failed: error reading message: Input/output error: "/usr/bin/procmail""#,
            ]
        ),
    ]

    /// Exit statuses of sysexits.h that bounce, unless soft_bounce or a delivery status filter defers them.
    static let pipeExitRows: [PatternRow] = [
        PatternRow(
            "pipe.user-unknown",
            .reason,
            #"^user unknown(?:\. Command output: |$)"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .recipientUnknown,
            source: "Postfix src/global/sys_exits.c; EX_NOUSER (67); 5.1.1; 2.3 and later",
            matches: [
                "user unknown",
                "user unknown. Command output: lda: Fatal: user alice not found",
            ]
        ),
        PatternRow(
            "pipe.configuration",
            .reason,
            #"^local configuration error(?:\. Command output: |$)"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localConfiguration,
            source: "Postfix src/global/sys_exits.c; EX_CONFIG (78); 5.3.5; 2.3 and later",
            matches: [
                "local configuration error",
                "local configuration error. Command output: Fatal: Error reading configuration",
            ]
        ),
        PatternRow(
            "pipe.service-unavailable",
            .reason,
            #"^service unavailable(?:\. Command output: |$)"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/global/sys_exits.c; EX_UNAVAILABLE (69); 5.3.0; 2.3 and later",
            matches: [
                "service unavailable",
                "service unavailable. Command output: Blocked by policy",
            ]
        ),
        PatternRow(
            "pipe.permission",
            .reason,
            #"^permission denied(?:\. Command output: |$)"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/global/sys_exits.c; EX_NOPERM (77); 5.7.0; 2.3 and later",
            matches: [
                "permission denied",
                "permission denied. Command output: pipe: cannot write to /srv/lists",
            ]
        ),
        PatternRow(
            "pipe.cannot-create",
            .reason,
            #"^can't create user output file(?:\. Command output: |$)"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/global/sys_exits.c; EX_CANTCREAT (73); 5.2.0; 2.3 and later",
            matches: [
                "can't create user output file",
                #"can't create user output file. Command output: procmail: Error while writing to "/var/mail/alice""#,
            ]
        ),
        PatternRow(
            "pipe.input",
            .reason,
            #"^cannot open input(?:\. Command output: |$)"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/global/sys_exits.c; EX_NOINPUT (66); 5.3.0; 2.3 and later",
            matches: [
                "cannot open input",
                "cannot open input. Command output: procmail: Unable to read from stdin",
            ]
        ),
        PatternRow(
            "pipe.host-unknown",
            .reason,
            #"^host name unknown(?:\. Command output: |$)"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/global/sys_exits.c; EX_NOHOST (68); 5.1.2; 2.3 and later",
            matches: [
                "host name unknown",
                "host name unknown. Command output: uux: unknown system",
            ]
        ),
        PatternRow(
            "pipe.os-file",
            .reason,
            #"^critical OS file missing(?:\. Command output: |$)"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/global/sys_exits.c; EX_OSFILE (72); 5.3.0; 2.3 and later",
            matches: [
                "critical OS file missing",
                "critical OS file missing. Command output: cannot open /etc/passwd",
            ]
        ),
        PatternRow(
            "pipe.remote-protocol",
            .reason,
            #"^remote error in protocol(?:\. Command output: |$)"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/global/sys_exits.c; EX_PROTOCOL (76); 5.5.0; 2.3 and later",
            matches: [
                "remote error in protocol",
                "remote error in protocol. Command output: unexpected end of session",
            ]
        ),
        PatternRow(
            "pipe.other-error",
            .reason,
            #"^(?:command line usage|data format|internal software|input/output) error(?:\. Command output: |$)"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix src/global/sys_exits.c; EX_USAGE (64), EX_DATAERR (65), EX_SOFTWARE (70), EX_IOERR (74); 5.3.0 and 5.6.0; 2.3 and later",
            matches: [
                "command line usage error. Command output: usage: deliver [-d address]",
                "data format error",
                "internal software error. Command output: Traceback (most recent call last)",
                "input/output error",
            ]
        ),
        PatternRow(
            "pipe.unknown-error",
            .reason,
            #"^unknown mail system error \d+"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/global/sys_exits.c; 2.3 and later",
            matches: [
                "unknown mail system error 79",
                "unknown mail system error 1. Command output: exit",
            ]
        ),
        PatternRow(
            "pipe.message-too-large",
            .reason,
            #"^message too large$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .tooLarge,
            source: "Postfix src/pipe/pipe.c, size=; 5.2.3; 2.3 and later",
            matches: [
                "message too large",
                "delivery temporarily suspended: message too large",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.25] said: 452 4.3.1 message too large (in reply to MAIL FROM command)"
            ]
        ),
    ]
}
