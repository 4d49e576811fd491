/// What a failure speaks about.
///
/// Only `destination` and `sender` evidence may change the health of a destination.
public enum Scope: String, CaseIterable, Sendable, Hashable {
    /// The next hop as a whole.
    case destination
    /// Our sending host or account; not the envelope sender.
    case sender
    /// This recipient alone.
    case recipient
    /// This message alone.
    case message
    /// This machine.
    case host

    /// The scope that follows from the rest of a diagnosis, where its pattern names none.
    ///
    /// Source: docs/codes.md, "scope".
    public static func conventional(
        code: DeferralCode,
        category: Category?,
        origin: Origin,
        stage: Stage?
    ) -> Scope {
        // Said to MAIL FROM, it can only be the sender's.
        if category == .mailboxFull { return stage == .mail ? .message : .recipient }
        if origin == .local { return .host }
        switch category {
        case .rateLimited, .reputation, .dnsOfSender, .authentication, .senderAuthentication:
            return .sender
        case .greylisted, .mailboxFull, .mailboxUnavailable, .recipientUnknown:
            return .recipient
        case .content, .tooLarge, .tooManyRecipients, .senderRejected:
            return .message
        case .remoteSystem, .protocol, .loop, .localDelivery, .localConfiguration, .unclassified,
            nil:
            break
        }
        switch code {
        case .dnsQueryFailed, .connectionTimedOut, .connectionRefused, .cannotConnect,
            .certificateInvalid:
            return .destination
        case .connectionClosed:
            return stage?.isBeforeMail == true ? .destination : .message
        case .other:
            return stage == .greeting || stage == .ehlo ? .destination : .message
        }
    }
}
