/// The catalogue in English.
enum English {
    /// The first step for a partner's domain where the fault is on this machine.
    static let notTheirs =
        "Do not write to their postmaster: nothing at their end is wrong."

    /// The last step for a next hop of our own.
    static let retryWaiting = Fix(
        """
        When the cause is gone, retry what waits. 'postqueue -s' works for the domains of \
        fast_flush_domains only.
        """,
        Commands.retrySite
    )

    /// The name of `Topic.handshake`.
    static let handshakeName = "TLS handshake failed"

    /// The entry on a topic.
    static func advice(for topic: Topic) -> Advice {
        switch topic {
        case .code(let code): advice(for: code)
        case .localCode(let code): localAdvice(for: code)
        case .refinement(let refinement): advice(for: refinement)
        case .handshake: handshake
        case .refusedSession: refusedSession
        case .category(let category): advice(for: category)
        case .localCategory(let category): localAdvice(for: category)
        }
    }

    private static func advice(for code: DeferralCode) -> Advice {
        switch code {
        case .dnsQueryFailed: codeDnsQueryFailed
        case .connectionTimedOut: codeConnectionTimedOut
        case .connectionRefused: codeConnectionRefused
        case .cannotConnect: codeCannotConnect
        case .connectionClosed: codeConnectionClosed
        case .certificateInvalid: codeCertificateInvalid
        case .other: codeOther
        }
    }

    private static func localAdvice(for code: DeferralCode) -> Advice {
        switch code {
        case .dnsQueryFailed: localCodeDnsQueryFailed
        case .connectionTimedOut: localCodeConnectionTimedOut
        case .connectionRefused: localCodeConnectionRefused
        case .cannotConnect: localCodeCannotConnect
        case .connectionClosed: localCodeConnectionClosed
        case .certificateInvalid: localCodeCertificateInvalid
        case .other: localCodeOther
        }
    }

    private static func advice(for refinement: Refinement) -> Advice {
        switch refinement {
        case .starttlsNotSupported: refinementStarttlsNotSupported
        case .certificateExpired: refinementCertificateExpired
        case .tlsaInvalid: refinementTlsaInvalid
        case .dnssecInvalid: refinementDnssecInvalid
        case .certificateHostMismatch: refinementCertificateHostMismatch
        case .certificateNotTrusted: refinementCertificateNotTrusted
        case .daneRequired: refinementDaneRequired
        case .validationFailure: refinementValidationFailure
        }
    }

    private static func advice(for category: Category) -> Advice {
        switch category {
        case .greylisted: categoryGreylisted
        case .rateLimited: categoryRateLimited
        case .reputation: categoryReputation
        case .mailboxFull: categoryMailboxFull
        case .mailboxUnavailable: categoryMailboxUnavailable
        case .recipientUnknown: categoryRecipientUnknown
        case .senderRejected: categorySenderRejected
        case .authentication: categoryAuthentication
        case .senderAuthentication: categorySenderAuthentication
        case .content: categoryContent
        case .tooLarge: categoryTooLarge
        case .tooManyRecipients: categoryTooManyRecipients
        case .dnsOfSender: categoryDnsOfSender
        case .remoteSystem: categoryRemoteSystem
        case .protocol: categoryProtocol
        case .loop: categoryLoop
        case .localDelivery: categoryLocalDelivery
        case .localConfiguration: categoryLocalConfiguration
        case .unclassified: categoryUnclassified
        }
    }

    private static func localAdvice(for category: Category) -> Advice {
        switch category {
        case .authentication: localCategoryAuthentication
        case .mailboxFull: localCategoryMailboxFull
        case .content: localCategoryContent
        default: localCodeOther
        }
    }
}
