/// Why the far server, or this machine, said 'later': for `other`, and beside 4.4.317.
public enum Category: String, CaseIterable, Sendable, Hashable {
    /// First contact; the same attempt later is taken.
    case greylisted
    /// We send too much or too fast for them.
    case rateLimited = "rate-limited"
    /// They distrust our address, name or past.
    case reputation
    /// The mailbox is over its quota.
    case mailboxFull = "mailbox-full"
    /// The mailbox exists and cannot take mail now.
    case mailboxUnavailable = "mailbox-unavailable"
    /// No such recipient, said with a temporary code.
    case recipientUnknown = "recipient-unknown"
    /// They do not like the envelope sender.
    case senderRejected = "sender-rejected"
    /// SASL login to a relay failed.
    case authentication
    /// SPF, DKIM or DMARC.
    case senderAuthentication = "sender-authentication"
    /// What is in the message: spam, virus, attachment, link.
    case content
    /// The message is larger than they take.
    case tooLarge = "too-large"
    /// More recipients than they take at once.
    case tooManyRecipients = "too-many-recipients"
    /// Their view of our names: PTR, HELO, sender domain.
    case dnsOfSender = "dns-of-sender"
    /// Their storage, an error of theirs, a shutdown.
    case remoteSystem = "remote-system"
    /// A reply that the protocol does not allow.
    case `protocol`
    /// The mail would come back to us.
    case loop
    /// A local delivery agent, mail store or content filter could not take it.
    case localDelivery = "local-delivery"
    /// Our own settings, maps, policies or TLS engine.
    case localConfiguration = "local-configuration"
    /// No pattern knows this text. Never hidden.
    case unclassified

    /// Its number in `allCases`.
    public var place: UInt8 {
        switch self {
        case .greylisted: 0
        case .rateLimited: 1
        case .reputation: 2
        case .mailboxFull: 3
        case .mailboxUnavailable: 4
        case .recipientUnknown: 5
        case .senderRejected: 6
        case .authentication: 7
        case .senderAuthentication: 8
        case .content: 9
        case .tooLarge: 10
        case .tooManyRecipients: 11
        case .dnsOfSender: 12
        case .remoteSystem: 13
        case .protocol: 14
        case .loop: 15
        case .localDelivery: 16
        case .localConfiguration: 17
        case .unclassified: 18
        }
    }
}
