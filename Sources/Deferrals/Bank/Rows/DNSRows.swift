extension PatternBank {
    /// DNS look-ups of the next hop: no address could be found.
    ///
    /// Resolver errors keep the place of their errno: 'unable to look up host X: Connection refused' is
    /// the resolver, not the server.
    static let dnsRows: [PatternRow] = [
        // SERVFAIL, REFUSED and a silent resolver read the same.
        PatternRow(
            "dns.try-again",
            .reason,
            #"^Host or domain name not found\. Name service error for name=.* type=[^ ]+: Host not found, try again$"#,
            code: .dnsQueryFailed,
            origin: .network,
            stage: .dns,
            source:
                "Postfix src/dns/dns_lookup.c, dns_strerror.c TRY_AGAIN: SERVFAIL, REFUSED and no answer alike; 2.3 and later",
            matches: [
                "Host or domain name not found. Name service error for name=example.com type=MX: Host not found, try again",
                "Host or domain name not found. Name service error for name=mx1.example.net type=AAAA: Host not found, try again",
                "Host or domain name not found. Name service error for name=mail.example.org type=A: Host not found, try again",
                "Host or domain name not found. Name service error for name=_submission._tcp.example.org type=SRV: Host not found, try again",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.25] said: 451 4.4.3 Host or domain name not found. Name service error for name=example.org type=MX: Host not found, try again (in reply to RCPT TO command)",
                "Host or domain name not found. Name service error for name=example.invalid type=MX: Host not found",
            ]
        ),
        PatternRow(
            "dns.not-found",
            .reason,
            #"^Host or domain name not found\. Name service error for name=.* type=[^ ]+: Host not found$"#,
            code: .dnsQueryFailed,
            origin: .network,
            stage: .dns,
            source:
                "Postfix src/dns/dns_lookup.c, dns_strerror.c HOST_NOT_FOUND: NXDOMAIN; deferred under soft_bounce, smtp_defer_if_no_mx_address_found or as relayhost; 2.3 and later",
            matches: [
                "Host or domain name not found. Name service error for name=mail.example.invalid type=A: Host not found",
                "Host or domain name not found. Name service error for name=smarthost.example.invalid type=AAAA: Host not found",
            ],
            rejects: [
                "Host or domain name not found. Name service error for name=example.com type=MX: Host not found, try again"
            ]
        ),
        PatternRow(
            "dns.no-data",
            .reason,
            #"^Host or domain name not found\. Name service error for name=.* type=[^ ]+: Host found but no data record of requested type$"#,
            code: .dnsQueryFailed,
            origin: .network,
            stage: .dns,
            source: "Postfix src/dns/dns_lookup.c, dns_strerror.c NO_DATA; 2.3 and later",
            matches: [
                "Host or domain name not found. Name service error for name=mx2.example.com type=A: Host found but no data record of requested type",
                "Host or domain name not found. Name service error for name=example.org type=AAAA: Host found but no data record of requested type",
            ]
        ),
        PatternRow(
            "dns.non-recoverable",
            .reason,
            #"^Host or domain name not found\. Name service error for name=.* type=[^ ]+: Non-recoverable error$"#,
            code: .dnsQueryFailed,
            origin: .network,
            stage: .dns,
            source:
                "Postfix src/dns/dns_lookup.c, dns_strerror.c NO_RECOVERY: FORMERR, NOTIMP; 2.3 and later",
            matches: [
                "Host or domain name not found. Name service error for name=example.com type=MX: Non-recoverable error",
                "Host or domain name not found. Name service error for name=mx1.example.net type=A: Non-recoverable error",
            ]
        ),
        PatternRow(
            "dns.malformed",
            .reason,
            #"^Name service error for name=.* type=[^ ]+: Malformed or unexpected name server reply$"#,
            code: .dnsQueryFailed,
            origin: .network,
            stage: .dns,
            source:
                "Postfix src/dns/dns_lookup.c, DNS_INVAL of a record in the reply, as an MX that names an address; 2.3 and later",
            matches: [
                "Name service error for name=example.com type=MX: Malformed or unexpected name server reply",
                "Name service error for name=mx1.example.org type=A: Malformed or unexpected name server reply",
            ]
        ),
        PatternRow(
            "dns.invalid-name",
            .reason,
            #"^Name service error for .*: invalid host or domain name$"#,
            code: .dnsQueryFailed,
            origin: .network,
            stage: .dns,
            source: "Postfix src/dns/dns_lookup.c, valid_hostname() said no; 2.3 and later",
            matches: [
                "Name service error for -example.com: invalid host or domain name",
                "Name service error for mail..example.org: invalid host or domain name",
            ]
        ),
        PatternRow(
            "dns.server-loop",
            .reason,
            #"^Name server loop for "#,
            code: .dnsQueryFailed,
            origin: .network,
            stage: .dns,
            source: "Postfix src/dns/dns_lookup.c, more than DNS_ALIAS_LIMIT CNAMEs; 2.3 and later",
            matches: [
                "Name server loop for mx1.example.com",
                "Name server loop for example.net",
            ]
        ),
        PatternRow(
            "dns.error",
            .reason,
            #"^(?:Host or domain name not found\. )?Name service error for "#,
            code: .dnsQueryFailed,
            origin: .network,
            stage: .dns,
            source:
                "Postfix src/dns/dns_lookup.c, dns_strerror.c, a number it does not know; 2.3 and later",
            matches: [
                "Host or domain name not found. Name service error for name=example.com type=MX: Unknown error 5",
                "Host or domain name not found. Name service error for name=example.com type=TLSA: Unknown error 7",
            ]
        ),
        PatternRow(
            "dns.initialization",
            .reason,
            #"^Name service initialization failure$"#,
            code: .dnsQueryFailed,
            origin: .local,
            stage: .dns,
            source:
                "Postfix src/dns/dns_lookup.c, res_init(3) failed: /etc/resolv.conf; 2.3 and later",
            matches: [
                "Name service initialization failure",
                "delivery temporarily suspended: Name service initialization failure",
            ]
        ),
        PatternRow(
            "dns.reply-filter",
            .reason,
            #"^Error looking up name=.* type=[^ ]+: DNS reply filter drops all results$"#,
            code: .dnsQueryFailed,
            origin: .local,
            stage: .dns,
            source: "Postfix src/dns/dns_lookup.c, smtp_dns_reply_filter; since 3.0",
            matches: [
                "Error looking up name=example.com type=MX: DNS reply filter drops all results",
                "Error looking up name=mx1.example.com type=AAAA: DNS reply filter drops all results",
            ]
        ),
        PatternRow(
            "dns.reply-filter-syntax",
            .reason,
            #"^Error looking up name=.* type=[^ ]+: Invalid DNS reply filter syntax$"#,
            code: .dnsQueryFailed,
            origin: .local,
            stage: .dns,
            source: "Postfix src/dns/dns_lookup.c, smtp_dns_reply_filter; since 3.0",
            matches: [
                "Error looking up name=example.com type=MX: Invalid DNS reply filter syntax",
                "Error looking up name=mail.example.com type=A: Invalid DNS reply filter syntax",
            ]
        ),
        PatternRow(
            "dns.null-mx",
            .reason,
            #"^Domain [^ ]+ does not accept mail \(nullMX\)"#,
            code: .dnsQueryFailed,
            origin: .remote,
            stage: .dns,
            source:
                "Postfix src/dns/dns_lookup.c, DNS_NULLMX; 5.1.0, deferred under soft_bounce or as relayhost; since 3.0",
            matches: [
                "Domain example.com does not accept mail (nullMX)",
                "Domain xn--bcher-kva.example does not accept mail (nullMX)",
            ]
        ),
        PatternRow(
            "dns.null-srv",
            .reason,
            #"^Domain [^ ]+ does not support SRV requests"#,
            code: .dnsQueryFailed,
            origin: .remote,
            stage: .dns,
            source: "Postfix src/dns/dns_lookup.c, DNS_NULLSRV; since 3.8",
            matches: [
                "Domain _submission._tcp.example.com does not support SRV requests",
                "Domain _smtp._tcp.example.org does not support SRV requests",
            ]
        ),
        PatternRow(
            "dns.no-primary-relay",
            .reason,
            #"^unable to find primary relay for "#,
            code: .dnsQueryFailed,
            origin: .network,
            stage: .dns,
            source:
                "Postfix src/smtp/smtp_addr.c: this host is a backup MX, and no better MX has an address; 2.3 and later",
            matches: [
                "unable to find primary relay for example.com",
                "unable to find primary relay for _submission._tcp.example.org",
            ]
        ),
        PatternRow(
            "dns.native-lookup",
            .reason,
            #"^unable to look up host .*: "#,
            code: .dnsQueryFailed,
            origin: .network,
            stage: .dns,
            source:
                "Postfix src/smtp/smtp_addr.c, smtp_host_lookup=native: gai_strerror(3), and strerror(3) for EAI_SYSTEM; glibc, musl and BSD wordings; 2.3 and later",
            matches: [
                "unable to look up host mx1.example.com: Temporary failure in name resolution",
                "unable to look up host mail.example.net: Name or service not known",
                "unable to look up host smarthost.example.org: No address associated with hostname",
                "unable to look up host mx1.example.com: Connection refused",
                "unable to look up host mx1.example.com: Operation timed out",
                "unable to look up host mx1.example.com: Try again",
                "unable to look up host mx1.example.com: nodename nor servname provided, or not known",
            ],
            rejects: [
                "connect to mx1.example.com[192.0.2.1]:25: Connection refused"
            ]
        ),
        PatternRow(
            "dns.native-not-found",
            .reason,
            #"^[^ :]+: host not found$"#,
            code: .dnsQueryFailed,
            origin: .network,
            stage: .dns,
            source:
                "Postfix src/smtp/smtp_addr.c: addresses of other families than inet_protocols only; 2.3 and later",
            matches: [
                "mx1.example.com: host not found",
                "smarthost.example.org: host not found",
            ],
            rejects: [
                "host mx1.example.com[192.0.2.1] said: 450 4.1.8 sender.example: host not found (in reply to MAIL FROM command)"
            ]
        ),
    ]
}
