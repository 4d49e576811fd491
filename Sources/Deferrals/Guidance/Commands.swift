/// The commands of the catalogue, shared by all languages, those that only look first.
///
/// Nothing here retries the whole queue: a remote failure is not mended by trying harder.
enum Commands {
    // MARK: DNS

    static let records = [
        "dig +short MX {domain}", "dig +short A {host}", "dig +short AAAA {host}",
    ]
    static let delegation = ["dig +trace MX {domain}", "dig NS {domain}", "dig +nssearch {domain}"]
    static let registration = ["whois {domain}"]
    static let otherResolver = [
        "dig MX {domain}", "dig MX {domain} @9.9.9.9", "dig A {host}", "dig A {host} @9.9.9.9",
    ]
    static let resolver = [
        "cat /etc/resolv.conf", "dig NS .", "getent ahosts {host}",
    ]
    static let resolverCopy = [
        "diff /etc/resolv.conf /var/spool/postfix/etc/resolv.conf", "systemctl restart postfix",
    ]
    static let resolverPort = [
        "dig +tcp NS .", "dig +notcp NS .", "nft list ruleset", "iptables -S OUTPUT",
    ]
    static let lookupSettings = [
        "postconf smtp_dns_reply_filter lmtp_dns_reply_filter smtp_host_lookup",
        "postconf disable_dns_lookups smtp_dns_support_level relayhost smtp_fallback_relay",
    ]

    // MARK: Routing and the queue

    static let routing = [
        "postconf relayhost transport_maps default_transport relay_transport",
        "postconf -hx transport_maps | tr ', ' '\\n\\n' | xargs -rn 1 postmap -q {domain}",
    ]
    static let lifetime = ["postconf maximal_queue_lifetime delay_warning_time"]
    static let retryOne = ["postqueue -i {queue_id}"]
    static let retrySite = [
        "postconf fast_flush_domains", "postqueue -i {queue_id}", "postqueue -s {domain}",
    ]
    static let waiting = ["qshape deferred", "postqueue -p", "postqueue -j | grep -F {domain}"]
    static let busiestSenders = ["qshape -s deferred", "qshape -s active incoming"]
    static let retryTimes = [
        "postconf queue_run_delay minimal_backoff_time maximal_backoff_time"
    ]
    static let message = ["postcat -hq {queue_id}"]

    // MARK: TCP and the network

    static let connect = [
        "nc -vz -w 10 {address} {port}",
        "timeout 10 bash -c 'head -n 1 < /dev/tcp/{address}/{port}'",
    ]
    static let route = ["ip route get {address}"]
    static let path = ["ip route get {address}", "traceroute -n -T -p {port} {address}"]
    static let listening = ["ss -ltn", "systemctl status --no-pager postfix"]
    static let firewall = ["nft list ruleset", "iptables -S"]
    static let addresses = ["ip -brief address", "ip route", "ip -6 route show default"]
    static let protocols = [
        "postconf inet_protocols smtp_address_preference smtp_balance_inet_protocols",
        "ip -6 route show default",
    ]
    static let bindAddress = [
        "postconf smtp_bind_address smtp_bind_address6 inet_interfaces", "ip -brief address",
    ]
    static let packetSize = [
        "tracepath -n {address}", "ping -c 3 -M do -s 1472 {address}",
    ]
    static let socketUse = ["ss -s", "sysctl net.ipv4.ip_local_port_range"]

    // MARK: Logs and this machine

    static let log = ["journalctl -u 'postfix*' --since -1h --no-pager | grep -F {host}"]
    static let logOfQueueID = [
        "journalctl -u 'postfix*' --since -1d --no-pager | grep -F {queue_id}"
    ]
    static let warnings = [
        "journalctl -u 'postfix*' --since -1h --no-pager | grep -E 'warning|error|fatal|panic'",
        "postfix check",
    ]
    static let services = ["ss -ltnp", "ss -lxnp", "systemctl list-units --failed --no-pager"]
    static let localHops = [
        "postconf content_filter default_transport relay_transport local_transport",
        "postconf mailbox_transport virtual_transport relayhost", "postconf -M",
    ]
    static let filterLogs = [
        "journalctl -u amavis -u rspamd -u clamav-daemon -u dovecot --since -1h --no-pager"
    ]
    static let requeue = ["postconf content_filter", "postsuper -r {queue_id}"]
    static let memory = [
        "free -m", "journalctl -k --since -1d --no-pager | grep -i 'out of memory'",
    ]
    static let disk = ["df -h", "df -i", "ls -ld /var/mail /var/spool/postfix"]
    static let quota = ["doveadm quota get -u {recipient}"]
    static let localQuota = [
        "postconf mailbox_size_limit virtual_mailbox_limit", "doveadm quota get -u {recipient}",
        "df -h",
    ]
    static let settings = ["postfix check", "postconf -n", "postconf -M"]
    static let brakes = ["postconf soft_bounce defer_transports relayhost transport_maps"]
    static let mapLookup = [
        "postconf transport_maps virtual_alias_maps virtual_mailbox_maps alias_maps",
        "postmap -q {recipient} \"$(postconf -h virtual_alias_maps)\"",
    ]
    static let deliveryAgents = [
        "postconf mailbox_command mailbox_transport virtual_transport home_mailbox",
        "postconf -M",
    ]
    static let domainClasses = [
        "postconf mydestination relay_domains virtual_alias_domains virtual_mailbox_domains",
        "postconf myhostname inet_interfaces proxy_interfaces", "dig +short MX {domain}",
    ]

    // MARK: TLS

    static let tlsProbe = [
        "posttls-finger -c -l secure -P /etc/ssl/certs {domain}",
        "openssl s_client -starttls smtp -connect {host}:{port} -servername {host} </dev/null",
    ]
    static let certificate = [
        "openssl s_client -starttls smtp -connect {host}:{port} -servername {host} </dev/null"
            + " | openssl x509 -noout -subject -issuer -dates -ext subjectAltName"
    ]
    static let chain = [
        "openssl s_client -starttls smtp -connect {host}:{port} -servername {host} -showcerts"
            + " </dev/null",
        "posttls-finger -cC -L none {domain}",
    ]
    static let tlsPolicy = [
        "postconf smtp_tls_security_level smtp_tls_policy_maps",
        "postmap -q {domain} \"$(postconf -h smtp_tls_policy_maps)\"",
    ]
    static let tlsNames = [
        "postconf smtp_tls_verify_cert_match smtp_tls_secure_cert_match smtp_tls_servername",
        "postmap -q {domain} \"$(postconf -h smtp_tls_policy_maps)\"",
    ]
    static let trust = [
        "postconf smtp_tls_CAfile smtp_tls_CApath tls_append_default_CA",
        "postconf smtp_tls_trust_anchor_file",
    ]
    static let clock = ["date -u", "timedatectl"]
    static let tlsLog = [
        "postconf smtp_tls_loglevel",
        "journalctl -u 'postfix*' --since -1h --no-pager"
            + " | grep -E 'verification failed|SSL_connect|TLS library'",
    ]
    static let protocolsTLS = [
        "postconf smtp_tls_protocols smtp_tls_mandatory_protocols smtp_tls_mandatory_ciphers",
        "openssl version",
    ]
    static let ownKeys = [
        "postconf smtp_tls_cert_file smtp_tls_key_file smtp_tls_chain_files",
        "openssl x509 -noout -subject -dates -in \"$(postconf -h smtp_tls_cert_file)\"",
    ]
    static let tlsManager = [
        "postconf -M | grep -E 'tlsmgr|tlsproxy'", "ls -l /var/spool/postfix/private/tlsmgr",
    ]
    static let tlsa = [
        "dig +dnssec TLSA _{port}._tcp.{host}", "posttls-finger -c -l dane {domain}",
    ]
    static let signatures = [
        "dig +dnssec TLSA _{port}._tcp.{host}", "dig +cd TLSA _{port}._tcp.{host}",
        "delv TLSA _{port}._tcp.{host}",
    ]
    static let dnssecPath = [
        "dig +dnssec MX {domain}", "dig +dnssec A {host}", "dig +dnssec SOA .",
        "postconf smtp_dns_support_level",
    ]
    static let certificateDigest = [
        "openssl s_client -starttls smtp -connect {host}:{port} -servername {host} </dev/null"
            + " | openssl x509 -noout -pubkey | openssl pkey -pubin -outform DER"
            + " | openssl dgst -sha256",
        "dig +short TLSA _{port}._tcp.{host}",
    ]
    static let wrapperMode = ["postconf smtp_tls_wrappermode relayhost"]
    static let serverTLS = [
        "postconf smtpd_tls_security_level smtpd_tls_chain_files",
        "postconf smtpd_tls_cert_file smtpd_tls_key_file",
    ]
    static let lmtpTLS = [
        "postconf lmtp_tls_security_level smtp_tls_security_level", "postconf -M",
    ]

    // MARK: Sessions, limits and login

    static let timeouts = [
        "postconf smtp_helo_timeout smtp_mail_timeout smtp_rcpt_timeout",
        "postconf smtp_data_init_timeout smtp_data_xfer_timeout smtp_data_done_timeout",
    ]
    static let workarounds = [
        "postconf smtp_pix_workarounds smtp_pix_workaround_maps",
        "postconf smtp_discard_ehlo_keywords smtp_discard_ehlo_keyword_address_maps",
    ]
    static let serverLimits = [
        "postconf smtpd_client_connection_count_limit smtpd_client_connection_rate_limit",
        "postconf smtpd_client_message_rate_limit smtpd_client_recipient_rate_limit",
        "postconf smtpd_client_event_limit_exceptions default_process_limit",
    ]
    static let pace = [
        "postconf smtp_destination_concurrency_limit smtp_destination_rate_delay",
        "postconf default_destination_concurrency_limit smtp_transport_rate_delay",
    ]
    static let recipientLimits = [
        "postconf smtp_destination_recipient_limit default_destination_recipient_limit"
    ]
    static let serverRecipientLimit = [
        "postconf smtpd_recipient_limit smtpd_recipient_overshoot_limit"
    ]
    static let sizeLimit = ["postconf message_size_limit", "postqueue -j | grep -F {queue_id}"]
    static let debugPeer = ["postconf debug_peer_list debug_peer_level smtp_reply_filter"]
    static let login = [
        "postconf relayhost smtp_sasl_auth_enable smtp_sasl_password_maps",
        "postconf smtp_sasl_security_options smtp_sasl_tls_security_options",
        "postconf smtp_sasl_mechanism_filter smtp_sasl_auth_soft_bounce",
    ]
    static let loginEntry = [
        "postmap -q \"$(postconf -h relayhost)\" \"$(postconf -h smtp_sasl_password_maps)\""
            + " | wc -l",
        "postmap -q {host} \"$(postconf -h smtp_sasl_password_maps)\" | wc -l",
    ]
    static let loginServer = [
        "postconf smtpd_sasl_type smtpd_sasl_path", "journalctl -u dovecot --since -1h --no-pager",
    ]

    // MARK: How others see us

    static let ourNames = [
        "postconf myhostname smtp_helo_name smtp_bind_address smtp_bind_address6",
        "dig +short A \"$(postconf -h myhostname)\"",
        "dig +short AAAA \"$(postconf -h myhostname)\"",
        "ip route get {address}",
    ]
    static let senderRecords = [
        "dig +short TXT \"$(postconf -h mydomain)\"",
        "dig +short TXT _dmarc.\"$(postconf -h mydomain)\"",
    ]
    static let senderSettings = [
        "postconf myorigin mydomain smtp_generic_maps sender_canonical_maps masquerade_domains"
    ]
    static let rewriting = [
        "postconf disable_mime_output_conversion header_checks mime_header_checks smtpd_milters"
    ]
    static let addressTables = [
        "postconf local_recipient_maps relay_recipient_maps virtual_mailbox_maps",
        "postconf unknown_local_recipient_reject_code unverified_recipient_reject_code",
    ]
}
