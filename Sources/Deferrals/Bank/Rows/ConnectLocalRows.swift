extension PatternBank {
    /// 'connect to …' where the error is this machine's: its firewall, its socket, its UNIX-domain paths.
    static let connectLocalRows: [PatternRow] = [
        PatternRow(
            "connect.permission",
            .reason,
            #"^connect to [^ ]+: Permission denied(?: \(port \d+\))?$"#,
            code: .connectionRefused,
            origin: .local,
            stage: .connect,
            source:
                "Postfix src/smtp/smtp_connect.c; EACCES: our own firewall or prohibit route, or the mode of a UNIX-domain socket",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Permission denied",
                "connect to mail.example.net[2001:db8::25]:25: Permission denied",
                "connect to mta1.example.com[private/dovecot-lmtp]: Permission denied",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.1] said: 451 4.4.1 connect to mx9.example.com[192.0.2.9]:25: Permission denied (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "connect.not-permitted",
            .reason,
            #"^connect to [^ ]+: Operation not permitted(?: \(port \d+\))?$"#,
            code: .connectionRefused,
            origin: .local,
            stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; EPERM: an OUTPUT rule of our own firewall",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Operation not permitted",
                "connect to mail.example.net[2001:db8::25]:25: Operation not permitted",
            ]
        ),
        PatternRow(
            "connect.no-such-file",
            .reason,
            #"^connect to [^ ]+: No such file or directory(?: \(port \d+\))?$"#,
            code: .connectionRefused,
            origin: .local,
            stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; ENOENT: no UNIX-domain socket of that name",
            matches: [
                "connect to mta1.example.com[private/dovecot-lmtp]: No such file or directory",
                "connect to mta1.example.com[/var/run/cyrus/socket/lmtp]: No such file or directory",
            ]
        ),
        PatternRow(
            "connect.socket-busy",
            .reason,
            #"^connect to [^ ]+: Resource temporarily unavailable(?: \(port \d+\))?$"#,
            code: .connectionRefused,
            origin: .local,
            stage: .connect,
            source:
                "Postfix src/smtp/smtp_connect.c; EAGAIN: the backlog of a UNIX-domain socket is full",
            matches: [
                "connect to mta1.example.com[private/dovecot-lmtp]: Resource temporarily unavailable",
                "connect to mta1.example.com[/var/run/cyrus/socket/lmtp]: Resource temporarily unavailable",
            ]
        ),
        PatternRow(
            "connect.bad-socket",
            .reason,
            #"^connect to [^ ]+: (?:Not a directory|Is a directory|File name too long|Socket operation on non-socket|Protocol wrong type for socket|Too many levels of symbolic links)(?: \(port \d+\))?$"#,
            code: .connectionRefused,
            origin: .local,
            stage: .connect,
            source:
                "Postfix src/smtp/smtp_connect.c; ENOTDIR, EISDIR, ENAMETOOLONG, ENOTSOCK, EPROTOTYPE, ELOOP: the path is no stream socket",
            matches: [
                "connect to mta1.example.com[/run/lmtp.sock]: Not a directory",
                "connect to mta1.example.com[/run/dovecot]: Is a directory",
                "connect to mta1.example.com[/run/a-very-long-name/lmtp.sock]: File name too long",
                "connect to mta1.example.com[/run/lmtp.sock]: Socket operation on non-socket",
                "connect to mta1.example.com[/run/lmtp.sock]: Protocol wrong type for socket",
                "connect to mta1.example.com[/run/lmtp.sock]: Too many levels of symbolic links",
            ]
        ),
        PatternRow(
            "connect.no-address",
            .reason,
            #"^connect to [^ ]+: Can(?:no|')t assign requested address(?: \(port \d+\))?$"#,
            code: .connectionTimedOut,
            origin: .local,
            stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; EADDRNOTAVAIL, glibc; BSD",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Cannot assign requested address",
                "connect to mail.example.net[2001:db8::25]:25: Can't assign requested address",
            ]
        ),
        PatternRow(
            "connect.no-address-musl",
            .reason,
            #"^connect to [^ ]+: Address not available(?: \(port \d+\))?$"#,
            code: .connectionTimedOut,
            origin: .local,
            stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; EADDRNOTAVAIL, musl",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Address not available",
                "connect to mail.example.net[2001:db8::25]:25: Address not available",
            ]
        ),
        PatternRow(
            "connect.address-in-use",
            .reason,
            #"^connect to [^ ]+: Address (?:already )?in use(?: \(port \d+\))?$"#,
            code: .connectionTimedOut,
            origin: .local,
            stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; EADDRINUSE, glibc and BSD; musl",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Address already in use",
                "connect to mail.example.net[2001:db8::25]:25: Address in use",
            ]
        ),
        PatternRow(
            "connect.no-buffers",
            .reason,
            #"^connect to [^ ]+: No buffer space available(?: \(port \d+\))?$"#,
            code: .connectionTimedOut,
            origin: .local,
            stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; ENOBUFS",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: No buffer space available",
                "connect to mail.example.net[2001:db8::25]:25: No buffer space available",
            ]
        ),
        PatternRow(
            "connect.address-family",
            .reason,
            #"^connect to [^ ]+: Address family not supported by protocol"#,
            code: .connectionTimedOut,
            origin: .local,
            stage: .connect,
            source: #"Postfix src/smtp/smtp_connect.c; EAFNOSUPPORT; BSD adds "family""#,
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Address family not supported by protocol",
                "connect to mail.example.net[2001:db8::25]:25: Address family not supported by protocol",
                "connect to mx1.example.com[2001:db8::25]:25: Address family not supported by protocol family",
            ]
        ),
        PatternRow(
            "connect.no-memory",
            .reason,
            #"^connect to [^ ]+: (?:Cannot allocate memory|Out of memory)(?: \(port \d+\))?$"#,
            code: .connectionTimedOut,
            origin: .local,
            stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; ENOMEM, glibc and BSD; musl",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Cannot allocate memory",
                "connect to mail.example.net[2001:db8::25]:25: Out of memory",
            ]
        ),
        PatternRow(
            "connect.too-many-files",
            .reason,
            #"^connect to [^ ]+: (?:Too many open files|No file descriptors available)"#,
            code: .connectionTimedOut,
            origin: .local,
            stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; EMFILE and ENFILE, glibc and BSD; musl",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Too many open files",
                "connect to mail.example.net[2001:db8::25]:25: Too many open files in system",
                "connect to relay.example.org[198.51.100.7]:587: No file descriptors available",
            ]
        ),
        PatternRow(
            "connect.invalid-argument",
            .reason,
            #"^connect to [^ ]+: Invalid argument(?: \(port \d+\))?$"#,
            code: .connectionTimedOut,
            origin: .local,
            stage: .connect,
            source:
                "Postfix src/smtp/smtp_connect.c; EINVAL: an address that our socket cannot reach, as link-local IPv6",
            matches: [
                "connect to mail.example.net[fe80::25]:25: Invalid argument",
                "connect to mx1.example.com[192.0.2.1]:25: Invalid argument",
            ]
        ),
        PatternRow(
            "connect.tunnel-without-key",
            .reason,
            #"^connect to [^ ]+: (?:Required key not available|Destination address required)(?: \(port \d+\))?$"#,
            code: .connectionTimedOut,
            origin: .local,
            stage: .connect,
            source:
                "Postfix src/smtp/smtp_connect.c; ENOKEY and EDESTADDRREQ, Linux drivers/net/wireguard/device.c: our route leads into a tunnel that has no peer for the address, or none with an endpoint",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Required key not available",
                "connect to mail.example.net[2001:db8::25]:25: Destination address required",
            ]
        ),
        PatternRow(
            "connect.socket-type",
            .reason,
            #"^connect to [^ ]+: (?:Protocol (?:family )?not supported|Socket type not supported|Bad file (?:descriptor|number)|Operation not supported)(?: (?:by|on) [a-z ]+)?(?: \(port \d+\))?$"#,
            code: .connectionTimedOut,
            origin: .local,
            stage: .connect,
            source:
                "Postfix src/smtp/smtp_connect.c; EPROTONOSUPPORT, EPFNOSUPPORT, ESOCKTNOSUPPORT, EBADF and EOPNOTSUPP: socket(2) and connect(2) of our own kernel",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Protocol not supported",
                "connect to mail.example.net[2001:db8::25]:25: Protocol family not supported",
                "connect to mx1.example.com[192.0.2.1]:25: Socket type not supported",
                "connect to relay.example.org[198.51.100.7]:587: Bad file descriptor",
                "connect to mx1.example.com[192.0.2.1]:25: Operation not supported",
            ],
            rejects: [
                "connect to mx1.example.com[192.0.2.1]:25: Protocol not available"
            ]
        ),
        PatternRow(
            "connect.no-network",
            .reason,
            #"^connect to [^ ]+: (?:Machine is not on the network|Interface not configured|No such device(?: or address)?|Device not configured)(?: \(port \d+\))?$"#,
            code: .connectionTimedOut,
            origin: .local,
            stage: .connect,
            source:
                "Postfix src/smtp/smtp_connect.c; ENONET, ENODEV and ENXIO: our interface is gone; glibc, musl and BSD",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Machine is not on the network",
                "connect to mail.example.net[fe80::25]:25: No such device",
                "connect to mail.example.net[fe80::25]:25: No such device or address",
                "connect to mx1.example.com[192.0.2.1]:25: Device not configured",
            ]
        ),
        PatternRow(
            "connect.interrupted",
            .reason,
            #"^connect to [^ ]+: Interrupted system call(?: \(port \d+\))?$"#,
            code: .connectionTimedOut,
            origin: .local,
            stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; EINTR: a signal to our own process",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Interrupted system call"
            ]
        ),
    ]
}
