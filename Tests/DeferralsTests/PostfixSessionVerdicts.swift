@testable import Deferrals

extension PostfixTextsTests {
    static let sessionTexts: [Verdict] = [
        verdict(
            "lost connection with mx1.example.com[192.0.2.1] while receiving the initial server greeting",
            .connectionClosed,
            .remote,
            .greeting,
            .destination
        ),
        verdict(
            "lost connection with mx1.example.com[192.0.2.1] while performing the EHLO handshake",
            .connectionClosed,
            .remote,
            .ehlo,
            .destination
        ),
        verdict(
            "lost connection with mx1.example.com[192.0.2.1] while sending RCPT TO",
            .connectionClosed,
            .remote,
            .rcpt,
            .message
        ),
        verdict(
            "lost connection with mx1.example.com[192.0.2.1] while sending end of data -- message may be sent more than once",
            .connectionClosed,
            .remote,
            .endOfData,
            .message
        ),
        // A silent server or a packet-inspecting firewall: 318's causes and fixes, not 315's.
        verdict(
            "conversation with mx1.example.com[192.0.2.1] timed out while receiving the initial server greeting",
            .connectionClosed,
            .remote,
            .greeting,
            .destination
        ),
        verdict(
            "conversation with mx1.example.com[192.0.2.1] timed out while sending message body",
            .connectionClosed,
            .remote,
            .messageBody,
            .message
        ),
        verdict(
            "conversation with 127.0.0.1[127.0.0.1] timed out while sending end of data -- message may be sent more than once",
            .connectionClosed,
            .local,
            .endOfData,
            .host
        ),
        verdict("mail for example.com loops back to myself", .other, .local, .dns, .host, .loop),
        // A table of ours could not be read: the SASL password, header checks, EHLO keywords.
        verdict(
            "local data error while talking to mx1.example.com[192.0.2.25]",
            .other,
            .local,
            nil,
            .host,
            .localConfiguration
        ),
        verdict(
            "message size 35127408 exceeds size limit 26214400 of server mx1.example.com[192.0.2.25]",
            .other,
            .remote,
            .ehlo,
            .message,
            .tooLarge
        ),
        verdict(
            "SASL authentication failed; cannot authenticate to server relay.example.com[192.0.2.60]: no mechanism available",
            .other,
            .local,
            .auth,
            .host,
            .authentication
        ),
    ]

    static let tlsTexts: [Verdict] = [
        verdict(
            "TLS is required, but was not offered by host mx1.example.com[192.0.2.25]",
            .cannotConnect,
            .remote,
            .starttls,
            .destination,
            refinement: .starttlsNotSupported
        ),
        verdict(
            "TLS is required, but host mx1.example.com[192.0.2.25] refused to start TLS: 454 4.7.0 TLS not available: Connection timed out",
            .cannotConnect,
            .remote,
            .starttls,
            .destination,
            .remoteSystem,
            refinement: .starttlsNotSupported
        ),
        verdict(
            "Cannot start TLS: handshake failure",
            .cannotConnect,
            .remote,
            .starttls,
            .destination,
            refinement: .validationFailure
        ),
        verdict(
            "TLS is required, but our TLS engine is unavailable",
            .cannotConnect,
            .local,
            .starttls,
            .host
        ),
        // dsn=4.7.5 like any unverified certificate, and ours.
        verdict("client TLS configuration problem", .cannotConnect, .local, .starttls, .host),
        verdict(
            "Server certificate not verified",
            .certificateInvalid,
            .remote,
            .certificate,
            .destination
        ),
        verdict(
            "Server certificate not trusted",
            .certificateInvalid,
            .remote,
            .certificate,
            .destination
        ),
        verdict(
            "non DNSSEC destination",
            .certificateInvalid,
            .remote,
            .certificate,
            .destination,
            refinement: .daneRequired
        ),
        verdict(
            "no TLSA records found",
            .certificateInvalid,
            .remote,
            .certificate,
            .destination,
            refinement: .daneRequired
        ),
        verdict(
            "TLSA records unusable",
            .certificateInvalid,
            .remote,
            .certificate,
            .destination,
            refinement: .tlsaInvalid
        ),
    ]

    static let localTexts: [Verdict] = [
        verdict(
            "cannot update mailbox /var/mail/alice for user alice. error writing message: Disk quota exceeded",
            .other,
            .local,
            .local,
            .recipient,
            .mailboxFull,
            isNetworkAgent: false
        ),
        verdict(
            "maildir delivery failed: error writing message: No space left on device",
            .other,
            .local,
            .local,
            .host,
            .localDelivery,
            isNetworkAgent: false
        ),
        verdict(
            "delivery failed to mailbox /var/vmail/carol: unable to lock for exclusive access: Resource temporarily unavailable",
            .other,
            .local,
            .local,
            .host,
            .localDelivery,
            isNetworkAgent: false
        ),
        verdict(
            "temporary failure. Command output: lda(alice): Error: connect(/run/dovecot/auth-userdb) failed: Connection refused",
            .other,
            .local,
            .local,
            .host,
            .localDelivery,
            isNetworkAgent: false
        ),
        verdict(
            "alias database unavailable",
            .other,
            .local,
            .local,
            .host,
            .localConfiguration,
            isNetworkAgent: false
        ),
        verdict(
            "mail transport unavailable",
            .other,
            .local,
            .local,
            .host,
            .localConfiguration,
            isNetworkAgent: false
        ),
        verdict(
            "deferred transport",
            .other,
            .local,
            .local,
            .host,
            .localConfiguration,
            isNetworkAgent: false
        ),
        verdict(
            "bounce failed",
            .other,
            .local,
            .local,
            .host,
            .localDelivery,
            isNetworkAgent: false
        ),
    ]
}
