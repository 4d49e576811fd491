extension English {
    static func name(of value: DeferralCode) -> String {
        switch value {
        case .dnsQueryFailed: "DNS query failed"
        case .connectionTimedOut: "Connection timed out"
        case .connectionRefused: "Connection refused"
        case .cannotConnect: "Cannot connect to remote server"
        case .connectionClosed: "Connection was closed abruptly"
        case .certificateInvalid: "Certificate validation failed"
        case .other: "Other error"
        }
    }

    static func name(of value: Category) -> String {
        switch value {
        case .greylisted: "greylisted"
        case .rateLimited: "rate limited"
        case .reputation: "poor reputation"
        case .mailboxFull: "mailbox full"
        case .mailboxUnavailable: "mailbox unavailable"
        case .recipientUnknown: "recipient unknown"
        case .senderRejected: "sender rejected"
        case .authentication: "login failed"
        case .senderAuthentication: "sender authentication (SPF, DKIM, DMARC)"
        case .content: "message content"
        case .tooLarge: "message too large"
        case .tooManyRecipients: "too many recipients"
        case .dnsOfSender: "DNS names of the sender"
        case .remoteSystem: "trouble at the remote server"
        case .protocol: "protocol error"
        case .loop: "mail loop"
        case .localDelivery: "local delivery"
        case .localConfiguration: "local configuration"
        case .unclassified: "unclassified"
        }
    }

    static func name(of value: Refinement) -> String {
        switch value {
        case .starttlsNotSupported: "STARTTLS not supported"
        case .certificateExpired: "certificate expired"
        case .tlsaInvalid: "TLSA records unusable"
        case .dnssecInvalid: "DNSSEC look-up failed"
        case .certificateHostMismatch: "certificate for another name"
        case .certificateNotTrusted: "certificate not trusted"
        case .daneRequired: "DANE required"
        case .validationFailure: "validation failed"
        }
    }

    static func name(of value: Origin) -> String {
        switch value {
        case .network: "network"
        case .remote: "remote server"
        case .local: "this machine"
        }
    }

    static func name(of value: Stage) -> String {
        switch value {
        case .dns: "DNS look-up"
        case .connect: "connecting"
        case .greeting: "greeting"
        case .ehlo: "EHLO"
        case .starttls: "STARTTLS"
        case .certificate: "certificate check"
        case .auth: "login"
        case .mail: "MAIL FROM"
        case .rcpt: "RCPT TO"
        case .data: "DATA"
        case .messageBody: "sending the message"
        case .endOfData: "end of the message"
        case .local: "local"
        }
    }

    static func name(of value: Scope) -> String {
        switch value {
        case .destination: "destination"
        case .sender: "sending host or account"
        case .recipient: "recipient"
        case .message: "message"
        case .host: "this machine"
        }
    }

    static func name(of value: Guidance.Responsible) -> String {
        switch value {
        case .us: "us"
        case .destination: "the destination"
        case .destinationDNS: "the DNS of the destination"
        case .sendingUser: "the sending user"
        }
    }
}
