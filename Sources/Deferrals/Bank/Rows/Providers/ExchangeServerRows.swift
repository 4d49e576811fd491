extension PatternBank {
    /// What an Exchange server at the other end says.
    static let exchangeServerRows: [PatternRow] = [
        PatternRow(
            "exchange.not-accepting",
            .reply,
            #"System not accepting network messages"#,
            category: .remoteSystem,
            source:
                "learn.microsoft.com, NDR codes in Exchange Server; public Postfix queue listings",
            matches: [
                "host mail.example.com.au[192.0.2.87] said: 421 4.3.2 System not accepting network messages (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exchange.service",
            .reply,
            #"4\.3\.2 Service not (?:available|active)"#,
            category: .remoteSystem,
            source: "learn.microsoft.com, NDR codes in Exchange Server",
            matches: [
                "host mx.example.com[192.0.2.88] refused to talk to me: 421 4.3.2 Service not available"
            ]
        ),
        PatternRow(
            "exchange.resources",
            .reply,
            #"Insufficient system resources?"#,
            category: .remoteSystem,
            source: "learn.microsoft.com, NDR codes in Exchange Server, back pressure",
            matches: [
                #"host mx.example.com[192.0.2.89] said: 452 4.3.1 Insufficient system resources (UsedDiskSpace[C:\Program Files\Microsoft\Exchange Server\V15\TransportRoles\data\Queue]) (in reply to MAIL FROM command)"#
            ]
        ),
        PatternRow(
            "exchange.replica",
            .reply,
            #"Message failed to be replicated"#,
            category: .remoteSystem,
            source: "learn.microsoft.com, NDR codes in Exchange Server",
            matches: [
                "host mx.example.com[192.0.2.90] said: 451 4.4.25 Message failed to be replicated: no healthy secondary server available to accept replica at this time. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exchange.submission-rate",
            .reply,
            #"Message submission rate for this client"#,
            category: .rateLimited,
            source: "learn.microsoft.com, NDR codes in Exchange Server; public Postfix logs",
            matches: [
                "host mx.example.com[192.0.2.91] said: 421 4.4.2 Message submission rate for this client has exceeded the configured limit (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "exchange.connections",
            .reply,
            #"maximum number of concurrent (?:server )?connections"#,
            category: .rateLimited,
            source: "learn.microsoft.com, NDR codes in Exchange Server",
            matches: [
                "host mx.example.com[192.0.2.92] refused to talk to me: 421 4.3.2 The maximum number of concurrent connections has exceeded a limit, closing transmission channel",
                "host mx.example.com[192.0.2.93] refused to talk to me: 421 4.3.2 The maximum number of concurrent server connections has exceeded a limit per source, closing transmission channel",
            ]
        ),
        PatternRow(
            "exchange.dropped",
            .reply,
            #"Connection dropped due to"#,
            category: .remoteSystem,
            source: "learn.microsoft.com, NDR codes in Exchange Server",
            matches: [
                "host mx.example.com[192.0.2.94] said: 421 4.4.2 Connection dropped due to SocketError (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exchange.timeout",
            .reply,
            #"4\.7\.0 Timeout waiting for client input"#,
            category: .remoteSystem,
            source: "learn.microsoft.com, NDR codes in Exchange Server",
            matches: [
                "host mx.example.com[192.0.2.95] said: 451 4.7.0 Timeout waiting for client input [EX01.example.com] (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exchange.target",
            .reply,
            #"Primary target IP address responded with"#,
            category: .remoteSystem,
            source: "learn.microsoft.com, NDR codes in Exchange Server",
            matches: [
                "host mx.example.com[192.0.2.96] said: 451 4.4.0 Primary target IP address responded with: 421 4.4.2 Connection dropped. Attempted failover to alternate host, but that did not succeed. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exchange.no-database",
            .reply,
            #"deferred because there is no MDB"#,
            category: .mailboxUnavailable,
            source: "sisimai, reason 'systemerror'",
            matches: [
                "host mx.example.com[192.0.2.97] said: 432 4.2.1 Recipient deferred because there is no Mdb (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exchange.starttls",
            .reply,
            #"5\.7\.[03] .{0,15}STARTTLS (?:command first|is required)"#,
            category: .localConfiguration,
            scope: .sender,
            source: "learn.microsoft.com, NDR codes in Exchange Server; Postfix src/smtpd/smtpd.c",
            matches: [
                "host mx.example.com[192.0.2.98] said: 451 5.7.3 STARTTLS is required to send mail [EX01.example.com] (in reply to MAIL FROM command)",
                "host mx.example.com[192.0.2.99] said: 530 5.7.0 Must issue a STARTTLS command first (in reply to MAIL FROM command)",
            ]
        ),
        PatternRow(
            "exchange.authenticated-only",
            .reply,
            #"RESOLVER\.RST\.AuthRequired"#,
            origin: .remote,
            category: .senderRejected,
            source:
                "learn.microsoft.com, NDR codes in Exchange Server: the recipient takes mail from known senders alone",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550 5.7.1 RESOLVER.RST.AuthRequired; authentication required (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "exchange.login",
            .reply,
            #"5\.7\.3 Authentication unsuccessful"#,
            origin: .local,
            category: .authentication,
            source: "learn.microsoft.com, NDR codes in Exchange Server",
            matches: [
                "SASL authentication failed; server mx.example.com[192.0.2.100] said: 535 5.7.3 Authentication unsuccessful"
            ]
        ),
    ]
}
