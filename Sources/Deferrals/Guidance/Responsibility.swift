extension Topic {
    /// Who must act, most likely first: the same in every language.
    var responsible: [Guidance.Responsible] {
        switch self {
        case .code(let code): Self.responsible(for: code)
        case .localCode, .localCategory: [.us]
        case .refinement(let refinement): Self.responsible(for: refinement)
        case .handshake, .refusedSession: [.destination, .us]
        case .category(let category): Self.responsible(for: category)
        }
    }

    private static func responsible(for code: DeferralCode) -> [Guidance.Responsible] {
        switch code {
        case .dnsQueryFailed: [.destinationDNS, .us]
        case .connectionTimedOut, .connectionRefused, .cannotConnect, .connectionClosed:
            [.destination, .us]
        case .certificateInvalid: [.destination, .us]
        case .other: [.destination, .us, .sendingUser]
        }
    }

    private static func responsible(for refinement: Refinement) -> [Guidance.Responsible] {
        switch refinement {
        case .starttlsNotSupported, .certificateExpired, .certificateHostMismatch:
            [.destination, .us]
        case .certificateNotTrusted: [.us, .destination]
        case .tlsaInvalid, .dnssecInvalid: [.destinationDNS, .us]
        case .daneRequired: [.us, .destinationDNS]
        case .validationFailure: [.destination, .destinationDNS, .us]
        }
    }

    private static func responsible(for category: Category) -> [Guidance.Responsible] {
        switch category {
        case .greylisted, .remoteSystem, .protocol: [.destination, .us]
        case .rateLimited, .reputation: [.us, .sendingUser, .destination]
        case .mailboxFull, .mailboxUnavailable: [.destination, .sendingUser]
        case .recipientUnknown: [.sendingUser, .destination]
        case .senderRejected: [.us, .sendingUser, .destination]
        case .authentication: [.destination, .us]
        case .senderAuthentication: [.us, .sendingUser]
        case .content, .tooLarge: [.sendingUser, .destination]
        case .tooManyRecipients: [.us, .destination]
        case .dnsOfSender: [.us, .destination]
        case .loop: [.us, .destinationDNS]
        case .localDelivery, .localConfiguration: [.us]
        case .unclassified: [.destination, .us, .sendingUser]
        }
    }
}
