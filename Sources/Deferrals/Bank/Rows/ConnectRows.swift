extension PatternBank {
    /// 'connect to HOST[ADDRESS]:PORT: ERROR': the TCP or UNIX-domain connection did not come about.
    ///
    /// LMTP over a UNIX-domain socket logs 'connect to HOST[PATH]: ERROR' and no port. Postfix 2.4 and
    /// older log no port either, and put '(port 25)' at the end of companion lines. The error is
    /// strerror(3)'s, so glibc, musl and the BSDs differ.
    static let connectRows: [PatternRow] = [
        PatternRow(
            "connect.refused",
            .reason,
            #"^connect to [^ ]+: Connection refused(?: \(port \d+\))?$"#,
            code: .connectionRefused,
            origin: .remote,
            stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; ECONNREFUSED; 2.3 and later",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Connection refused",
                "connect to mail.example.net[2001:db8::25]:25: Connection refused",
                "connect to 127.0.0.1[127.0.0.1]:10024: Connection refused",
                "connect to mta1.example.com[private/dovecot-lmtp]: Connection refused",
                "connect to mx1.example.com[192.0.2.1]: Connection refused (port 25)",
            ],
            rejects: [
                "unable to look up host mx1.example.com: Connection refused",
                "host mx1.example.com[192.0.2.1] said: 451 4.4.1 connect to mx9.example.com[192.0.2.9]:25: Connection refused (in reply to RCPT TO command)",
                "SASL authentication failed; server mx1.example.com[192.0.2.1] said: 454 4.7.0 connect to db[192.0.2.9]:3306: Connection refused",
            ]
        ),
        PatternRow(
            "connect.timed-out",
            .reason,
            #"^connect to [^ ]+: (?:Connection|Operation) timed out(?: \(port \d+\))?$"#,
            code: .connectionTimedOut,
            origin: .network,
            stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; ETIMEDOUT, glibc; musl and BSD",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Connection timed out",
                "connect to mail.example.net[2001:db8::25]:25: Operation timed out",
                "connect to mx2.example.org[203.0.113.9]: Connection timed out (port 25)",
                "connect to mx2.example.org[2001:db8::9]:25: Operation timed out",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.1] said: 451 4.4.1 connect to mx9.example.com[192.0.2.9]:25: Connection timed out (in reply to RCPT TO command)",
                "conversation with mx1.example.com[192.0.2.1] timed out while receiving the initial server greeting",
                "unable to look up host mx1.example.com: Connection timed out",
            ]
        ),
        PatternRow(
            "connect.no-route",
            .reason,
            #"^connect to [^ ]+: No route to host(?: \(port \d+\))?$"#,
            code: .connectionTimedOut,
            origin: .network,
            stage: .connect,
            source:
                "Postfix src/smtp/smtp_connect.c; EHOSTUNREACH, glibc and BSD; also a firewall's ICMP prohibition",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: No route to host",
                "connect to mail.example.net[2001:db8::25]:25: No route to host",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.1] said: 451 4.4.1 connect to mx9.example.com[192.0.2.9]:25: No route to host (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "connect.host-unreachable",
            .reason,
            #"^connect to [^ ]+: Host is unreachable(?: \(port \d+\))?$"#,
            code: .connectionTimedOut,
            origin: .network,
            stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; EHOSTUNREACH, musl",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Host is unreachable",
                "connect to mail.example.net[2001:db8::25]:25: Host is unreachable",
            ]
        ),
        PatternRow(
            "connect.host-down",
            .reason,
            #"^connect to [^ ]+: Host is down(?: \(port \d+\))?$"#,
            code: .connectionTimedOut,
            origin: .network,
            stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; EHOSTDOWN: ARP or neighbour discovery failed",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Host is down",
                "connect to mail.example.net[2001:db8::25]:25: Host is down",
            ]
        ),
        PatternRow(
            "connect.network-unreachable",
            .reason,
            #"^connect to [^ ]+: Network is unreachable(?: \(port \d+\))?$"#,
            code: .connectionTimedOut,
            origin: .local,
            stage: .connect,
            source:
                "Postfix src/smtp/smtp_connect.c; ENETUNREACH, glibc and BSD: no route of ours, mostly IPv6",
            matches: [
                "connect to mail.example.net[2001:db8::25]:25: Network is unreachable",
                "connect to mx1.example.com[192.0.2.1]:25: Network is unreachable",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.1] said: 451 4.4.1 connect to mx9.example.com[192.0.2.9]:25: Network is unreachable (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "connect.network-unreachable-musl",
            .reason,
            #"^connect to [^ ]+: Network unreachable(?: \(port \d+\))?$"#,
            code: .connectionTimedOut,
            origin: .local,
            stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; ENETUNREACH, musl",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Network unreachable",
                "connect to mail.example.net[2001:db8::25]:25: Network unreachable",
            ]
        ),
        PatternRow(
            "connect.network-down",
            .reason,
            #"^connect to [^ ]+: Network is down(?: \(port \d+\))?$"#,
            code: .connectionTimedOut,
            origin: .local,
            stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; ENETDOWN: our interface",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Network is down",
                "connect to mail.example.net[2001:db8::25]:25: Network is down",
            ]
        ),
        PatternRow(
            "connect.reset",
            .reason,
            #"^connect to [^ ]+: Connection reset by peer(?: \(port \d+\))?$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; ECONNRESET",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Connection reset by peer",
                "connect to mail.example.net[2001:db8::25]:25: Connection reset by peer",
            ],
            rejects: [
                "SSL_connect error to mx1.example.com[192.0.2.1]:25: Connection reset by peer"
            ]
        ),
        PatternRow(
            "connect.broken-pipe",
            .reason,
            #"^connect to [^ ]+: Broken pipe(?: \(port \d+\))?$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; EPIPE",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Broken pipe",
                "connect to mail.example.net[2001:db8::25]:25: Broken pipe",
            ]
        ),
        PatternRow(
            "connect.abort",
            .reason,
            #"^connect to [^ ]+: (?:Software caused connection abort|Connection aborted)(?: \(port \d+\))?$"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; ECONNABORTED, glibc and BSD; musl",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Software caused connection abort",
                "connect to mail.example.net[2001:db8::25]:25: Connection aborted",
            ]
        ),
        PatternRow(
            "connect.protocol-unreachable",
            .reason,
            #"^connect to [^ ]+: Protocol not available(?: \(port \d+\))?$"#,
            code: .connectionRefused,
            origin: .network,
            stage: .connect,
            source: "Postfix src/smtp/smtp_connect.c; ENOPROTOOPT: ICMP protocol unreachable",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Protocol not available",
                "connect to mail.example.net[2001:db8::25]:25: Protocol not available",
            ]
        ),
    ]

    /// Other ways to have no connection, and what is left of 'connect to …'.
    static let connectOtherRows: [PatternRow] = [
        PatternRow(
            "connect.greeting-dropped",
            .reason,
            #"^connect to [^ ]+: server dropped connection without sending the initial (?:SMTP )?greeting"#,
            code: .connectionClosed,
            origin: .remote,
            stage: .greeting,
            source: "Postfix src/smtp/smtp_connect.c; until 2.2; 2.0 without 'SMTP'",
            matches: [
                "connect to mx1.example.com[192.0.2.1]: server dropped connection without sending the initial SMTP greeting (port 25)",
                "connect to mx1.example.com[192.0.2.1]: server dropped connection without sending the initial SMTP greeting",
                "connect to mx1.example.com[192.0.2.1]: server dropped connection without sending the initial greeting",
            ]
        ),
        PatternRow(
            "connect.greeting-timeout",
            .reason,
            #"^connect to [^ ]+: read timeout"#,
            code: .connectionClosed,
            origin: .network,
            stage: .greeting,
            source: "Postfix src/smtp/smtp_connect.c; until 2.2",
            matches: [
                "connect to mx1.example.com[192.0.2.1]: read timeout (port 25)",
                "connect to mx1.example.com[192.0.2.1]: read timeout",
            ]
        ),
        PatternRow(
            "connect.greeting-refused",
            .reason,
            #"^connect to [^ ]+: server refused (?:to talk to me|mail service)"#,
            code: .cannotConnect,
            origin: .remote,
            stage: .greeting,
            source:
                "Postfix src/smtp/smtp_connect.c; until 2.2; later versions say host … refused to talk to me",
            matches: [
                "connect to mx1.example.com[192.0.2.1]: server refused mail service",
                "connect to mx1.example.com[192.0.2.1]: server refused mail service (port 25)",
            ],
            rejects: [
                "connect to mx1.example.com[192.0.2.1]: server refused to talk to me: 450 too many connections"
            ]
        ),
        PatternRow(
            "connect.other",
            .reason,
            #"^connect to [^ ]+: "#,
            code: .connectionTimedOut,
            origin: .network,
            stage: .connect,
            source:
                "Postfix src/smtp/smtp_connect.c; any other errno: no connection, and nobody said no",
            matches: [
                "connect to mx1.example.com[192.0.2.1]:25: Unknown error 546",
                "connect to mx1.example.com[192.0.2.1]:25: Message too long",
            ]
        ),
        PatternRow(
            "connect.unavailable",
            .reason,
            #"^server unavailable or unable to receive mail$"#,
            code: .other,
            origin: .remote,
            stage: .connect,
            category: .remoteSystem,
            scope: .destination,
            source:
                "Postfix src/smtp/smtp_connect.c; addresses were found and none was tried: fallback relay already used, or (since 3.11) every MX outside the MTA-STS policy's patterns; 2.3 and later",
            matches: [
                "server unavailable or unable to receive mail",
                "delivery temporarily suspended: server unavailable or unable to receive mail",
            ]
        ),
        PatternRow(
            "connect.server-configuration",
            .reason,
            #"^server configuration error$"#,
            code: .other,
            origin: .local,
            stage: .connect,
            category: .localConfiguration,
            source:
                "Postfix src/smtp/smtp_connect.c; smtp_bind_address_enforce and bind(2) failed, since 3.7; path of a UNIX-domain socket too long, 2.3 and later",
            matches: [
                "server configuration error",
                "Server configuration error",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.1] said: 451 4.3.5 Server configuration error (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "connect.address-conversion",
            .reason,
            #"^network address conversion failed: "#,
            code: .other,
            origin: .local,
            stage: .connect,
            category: .localConfiguration,
            source: "Postfix src/smtp/smtp_connect.c; 2.3 and later",
            matches: [
                "network address conversion failed: Address family not supported by protocol",
                "network address conversion failed: Invalid argument",
            ]
        ),
        PatternRow(
            "connect.protocols-disabled",
            .reason,
            #"^all network protocols are disabled$"#,
            code: .other,
            origin: .local,
            stage: .connect,
            category: .localConfiguration,
            source:
                "Postfix src/smtp/smtp_connect.c; inet_protocols has no working family; since 2.9",
            matches: [
                "all network protocols are disabled",
                "delivery temporarily suspended: all network protocols are disabled",
            ]
        ),
    ]
}
