extension PatternBank {
    /// local(8) and virtual(8) could not write a mailbox, a maildir or a file.
    ///
    /// The error follows a prefix that names the mailbox, and sometimes a second one that names the step.
    /// Until Postfix 2.2: 'cannot access mailbox', 'cannot append message to destination file'.
    static let mailboxRows: [PatternRow] = [
        PatternRow(
            "mailbox.quota",
            .reason,
            #"^(?:cannot (?:update|access) mailbox|delivery failed to mailbox|maildir delivery failed|cannot append message to (?:destination )?file).*: (?:Disk |Disc )?quota exceeded$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .mailboxFull,
            source:
                "Postfix src/global/mail_copy.c, src/local/maildir.c, src/virtual/maildir.c; EDQUOT, glibc, musl and BSD; 5.2.2, deferred under soft_bounce; 2.3 and later",
            matches: [
                "cannot update mailbox /var/mail/alice for user alice. error writing message: Disk quota exceeded",
                "delivery failed to mailbox /var/vmail/example.com/carol: error writing message: Quota exceeded",
                "maildir delivery failed: create maildir file /home/dave/Maildir/tmp/1711111111.P4242.mta1.example.com: Disk quota exceeded",
                "maildir delivery failed: create maildir file /var/vmail/example.org/erin/tmp/1711111111.P777.mta1: Disc quota exceeded",
                "cannot append message to file /var/spool/archive/all: error writing message: Disk quota exceeded",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.25] said: 452 4.2.2 cannot update mailbox: Disk quota exceeded (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "mailbox.size-limit",
            .reason,
            #"^(?:cannot (?:update|access) mailbox|delivery failed to mailbox|maildir delivery failed|cannot append message to (?:destination )?file).*: File too large$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .mailboxFull,
            source:
                "Postfix src/global/mail_copy.c, src/local/maildir.c, src/virtual/maildir.c; EFBIG: mailbox_size_limit, virtual_mailbox_limit; 5.2.2, deferred under soft_bounce; 2.3 and later",
            matches: [
                "cannot update mailbox /var/mail/alice for user alice. error writing message: File too large",
                "delivery failed to mailbox /var/vmail/example.com/carol: error writing message: File too large",
                "cannot access mailbox /var/spool/mail/bob for user bob. error writing message: File too large",
                "cannot append message to destination file /var/mail/alice: error writing message: File too large",
            ]
        ),
        PatternRow(
            "mailbox.maildir-quota",
            .reason,
            #"^maildir delivery failed: .* has overdrawn .* quota"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .mailboxFull,
            source:
                "virtual(8) with the VDA quota patch of many 2.x packages, virtual_maildir_limit_message",
            matches: [
                "maildir delivery failed: Sorry, the user's maildir has overdrawn his diskspace quota, please try again later.",
                "maildir delivery failed: Sorry, the user's maildir has overdrawn his diskspace quota, please try again later",
            ]
        ),
        PatternRow(
            "mailbox.no-space",
            .reason,
            #"^(?:cannot (?:update|access) mailbox|delivery failed to mailbox|maildir delivery failed|cannot append message to (?:destination )?file).*: No space left on device$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix src/global/mail_copy.c, src/local/maildir.c, src/virtual/maildir.c; ENOSPC, no blocks or no inodes; 4.3.0; 2.3 and later",
            matches: [
                "cannot update mailbox /var/mail/alice for user alice. error writing message: No space left on device",
                "maildir delivery failed: create maildir file /home/dave/Maildir/tmp/1711111111.P4242.mta1.example.com: No space left on device",
                "delivery failed to mailbox /var/vmail/example.com/carol: unable to create lock file /var/vmail/example.com/carol.lock: No space left on device",
            ]
        ),
        PatternRow(
            "mailbox.read-only",
            .reason,
            #"^(?:cannot (?:update|access) mailbox|delivery failed to mailbox|maildir delivery failed|cannot append message to (?:destination )?file).*: Read-only file system$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix src/global/mail_copy.c, src/local/maildir.c, src/virtual/maildir.c; EROFS; 2.3 and later",
            matches: [
                "maildir delivery failed: create maildir file /home/dave/Maildir/tmp/1711111111.P4242.mta1.example.com: Read-only file system",
                "cannot update mailbox /var/mail/alice for user alice. cannot open file: Read-only file system",
            ]
        ),
        PatternRow(
            "mailbox.permission",
            .reason,
            #"^(?:cannot (?:update|access) mailbox|delivery failed to mailbox|maildir delivery failed|cannot append message to (?:destination )?file).*: Permission denied$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix src/global/mail_copy.c, src/local/maildir.c, src/virtual/maildir.c; EACCES; 4.2.0 from virtual(8), else 5.2.0 and deferred under soft_bounce; 2.3 and later",
            matches: [
                "maildir delivery failed: create maildir file /var/vmail/example.org/erin/tmp/1711111111.P777.mta1: Permission denied",
                "cannot update mailbox /var/mail/alice for user alice. unable to create lock file /var/mail/alice.lock: Permission denied",
                "cannot append message to file /var/spool/archive/all: cannot open file: Permission denied",
            ]
        ),
        PatternRow(
            "mailbox.stale-handle",
            .reason,
            #"^(?:cannot (?:update|access) mailbox|delivery failed to mailbox|maildir delivery failed|cannot append message to (?:destination )?file).*: Stale (?:NFS )?file handle$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix src/global/mail_copy.c, src/local/maildir.c, src/virtual/maildir.c; ESTALE, new and old wording; 4.2.0; 2.3 and later",
            matches: [
                "cannot update mailbox /var/mail/alice for user alice. error writing message: Stale file handle",
                "maildir delivery failed: create maildir file /home/dave/Maildir/tmp/1711111111.P4242.mta1.example.com: Stale NFS file handle",
            ]
        ),
        PatternRow(
            "mailbox.io-error",
            .reason,
            #"^(?:cannot (?:update|access) mailbox|delivery failed to mailbox|maildir delivery failed|cannot append message to (?:destination )?file).*: (?:Input/output|I/O) error$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix src/global/mail_copy.c, src/local/maildir.c, src/virtual/maildir.c; EIO, glibc and BSD; musl; 2.3 and later",
            matches: [
                "cannot update mailbox /var/mail/alice for user alice. error writing message: Input/output error",
                "delivery failed to mailbox /var/vmail/example.com/carol: error reading message: I/O error",
            ]
        ),
        PatternRow(
            "mailbox.lock",
            .reason,
            #"^(?:cannot (?:update|access) mailbox|delivery failed to mailbox|maildir delivery failed|cannot append message to (?:destination )?file).*unable to lock for exclusive access: "#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/global/deliver_flock.c; 4.2.0; 2.3 and later",
            matches: [
                "cannot update mailbox /var/mail/alice for user alice. unable to lock for exclusive access: Resource temporarily unavailable",
                "delivery failed to mailbox /var/vmail/example.com/carol: unable to lock for exclusive access: No locks available",
            ]
        ),
        PatternRow(
            "mailbox.lock-file",
            .reason,
            #"^(?:cannot (?:update|access) mailbox|delivery failed to mailbox|maildir delivery failed|cannot append message to (?:destination )?file).*unable to create lock file "#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/global/dot_lockfile.c; 4.2.0 where the lock exists; 2.3 and later",
            matches: [
                "cannot update mailbox /var/mail/alice for user alice. unable to create lock file /var/mail/alice.lock: File exists",
                "cannot update mailbox /var/mail/bob for user bob. unable to create lock file /var/mail/bob.lock: No such file or directory",
            ]
        ),
        PatternRow(
            "mailbox.not-owner",
            .reason,
            #"^(?:cannot (?:update|access) mailbox|delivery failed to mailbox|maildir delivery failed|cannot append message to (?:destination )?file).*destination .* is not owned by recipient$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix src/local/mailbox.c, src/virtual/mailbox.c: strict_mailbox_ownership; 4.2.0; since 2.6",
            matches: [
                "cannot update mailbox /var/mail/alice for user alice. destination /var/mail/alice is not owned by recipient",
                "delivery failed to mailbox /var/vmail/example.com/carol: destination /var/vmail/example.com/carol is not owned by recipient",
            ]
        ),
        PatternRow(
            "mailbox.not-regular",
            .reason,
            #"^(?:cannot (?:update|access) mailbox|delivery failed to mailbox|maildir delivery failed|cannot append message to (?:destination )?file).*destination .* is not a regular file$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/local/mailbox.c; 5.2.0, deferred under soft_bounce; 2.3 and later",
            matches: [
                "cannot update mailbox /var/mail/alice for user alice. destination /var/mail/alice is not a regular file",
                "cannot update mailbox /var/mail/bob for user bob. destination /home/bob/Mailbox is not a regular file",
            ]
        ),
        PatternRow(
            "mailbox.changed",
            .reason,
            #"^(?:cannot (?:update|access) mailbox|delivery failed to mailbox|maildir delivery failed|cannot append message to (?:destination )?file).*file status changed unexpectedly"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix src/global/mbox_open.c; util/safe_open.c: another program replaced the file while Postfix locked it; since 2.4",
            matches: [
                "cannot update mailbox /var/mail/alice for user alice. target file status changed unexpectedly",
                "cannot append message to file /var/spool/archive/all: file status changed unexpectedly",
                "delivery failed to mailbox /var/vmail/example.com/carol: file status changed unexpectedly: No such file or directory",
            ]
        ),
        PatternRow(
            "mailbox.unsafe-file",
            .reason,
            #"^(?:cannot (?:update|access) mailbox|delivery failed to mailbox|maildir delivery failed|cannot append message to (?:destination )?file).*[.:] file (?:is a directory|is a symbolic link|is executable|has \d+ hard links)$"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix src/util/safe_open.c; src/local/file.c; 5.x, deferred under soft_bounce; 2.3 and later",
            matches: [
                "cannot update mailbox /var/mail/alice for user alice. file is a symbolic link",
                "cannot append message to file /var/spool/archive/all: file is a directory",
                "cannot append message to file /var/spool/archive/all: file is executable",
                "delivery failed to mailbox /var/vmail/example.com/carol: file has 2 hard links",
            ]
        ),
        PatternRow(
            "mailbox.create-file",
            .reason,
            #"^(?:cannot (?:update|access) mailbox|delivery failed to mailbox|maildir delivery failed|cannot append message to (?:destination )?file).*cannot create file exclusively: "#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/util/safe_open.c; 2.3 and later",
            matches: [
                "cannot update mailbox /var/mail/alice for user alice. cannot create file exclusively: File exists",
                "cannot append message to file /var/spool/archive/all: cannot create file exclusively: No such file or directory",
            ]
        ),
        PatternRow(
            "mailbox.open",
            .reason,
            #"^(?:cannot (?:update|access) mailbox|delivery failed to mailbox|maildir delivery failed|cannot append message to (?:destination )?file).*cannot open file: "#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source: "Postfix src/util/safe_open.c; 2.3 and later",
            matches: [
                "cannot update mailbox /var/mail/alice for user alice. cannot open file: Is a directory",
                "delivery failed to mailbox /var/vmail/example.com/carol: cannot open file: No such file or directory",
            ]
        ),
        PatternRow(
            "mailbox.create-maildir-file",
            .reason,
            #"^(?:cannot (?:update|access) mailbox|delivery failed to mailbox|maildir delivery failed|cannot append message to (?:destination )?file).*create maildir file "#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix src/global/mail_copy.c, src/local/maildir.c, src/virtual/maildir.c; 4.2.0 from virtual(8), else 5.2.0; 2.3 and later",
            matches: [
                "maildir delivery failed: create maildir file /home/dave/Maildir/tmp/1711111111.P4242.mta1.example.com: No such file or directory",
                "maildir delivery failed: create maildir file /home/dave/Maildir/new/1711111111.Vfd01I2a04M1234.mta1.example.com: Operation not permitted",
                "maildir delivery failed: create maildir file /var/vmail/example.org/erin/tmp/1711111111.P777.mta1: Not a directory",
            ]
        ),
        PatternRow(
            "mailbox.write",
            .reason,
            #"^(?:cannot (?:update|access) mailbox|delivery failed to mailbox|maildir delivery failed|cannot append message to (?:destination )?file).*error writing message: "#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix src/global/mail_copy.c, src/local/maildir.c, src/virtual/maildir.c; 2.3 and later",
            matches: [
                "cannot update mailbox /var/mail/alice for user alice. error writing message: Broken pipe",
                "maildir delivery failed: error writing message: Resource temporarily unavailable",
            ]
        ),
        PatternRow(
            "mailbox.read",
            .reason,
            #"^(?:cannot (?:update|access) mailbox|delivery failed to mailbox|maildir delivery failed|cannot append message to (?:destination )?file).*error reading message: "#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix src/global/mail_copy.c, src/local/maildir.c, src/virtual/maildir.c; 2.3 and later",
            matches: [
                "cannot update mailbox /var/mail/alice for user alice. error reading message: Resource temporarily unavailable",
                "maildir delivery failed: error reading message: Bad address",
            ]
        ),
        PatternRow(
            "mailbox.old-form",
            .reason,
            #"^mailbox /\S*: (?:cannot open file|unable to create lock file|unable to lock for exclusive access)"#,
            code: .other,
            origin: .local,
            stage: .local,
            category: .localDelivery,
            source:
                "Postfix 2.0 src/virtual/mailbox.c, before the words were delivery failed to mailbox",
            matches: [
                "mailbox /var/spool/mail/virtual/Mail: cannot open file: Permission denied"
            ],
            rejects: [
                "mailbox /var/spool/mail/virtual/Mail: error writing message: Disk quota exceeded"
            ]
        ),
    ]
}
