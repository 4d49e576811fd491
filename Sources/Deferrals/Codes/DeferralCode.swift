/// What happened to a deferred delivery, in the codes of Exchange Online Protection's
/// 'mail flow intelligence'.
///
/// Source: docs/codes.md, after Microsoft's "Mail flow intelligence in EOP".
public enum DeferralCode: UInt8, CaseIterable, Sendable, Hashable, BitwiseCopyable {
    /// 4.4.312: no address could be found for the next hop.
    case dnsQueryFailed
    /// 4.4.315: no connection came about and nobody said no.
    case connectionTimedOut
    /// 4.4.316: somebody said no to the connection.
    case connectionRefused
    /// 4.4.317: TCP connected, but no mail session came about.
    case cannotConnect
    /// 4.4.318: an established session broke.
    case connectionClosed
    /// 4.7.320: the server's certificate did not satisfy the policy.
    case certificateInvalid
    /// Everything else; the reply and a `Category` say more.
    case other

    /// The code as reports print it: "4.4.316", or "other".
    public var text: String {
        switch self {
        case .dnsQueryFailed: "4.4.312"
        case .connectionTimedOut: "4.4.315"
        case .connectionRefused: "4.4.316"
        case .cannotConnect: "4.4.317"
        case .connectionClosed: "4.4.318"
        case .certificateInvalid: "4.7.320"
        case .other: "other"
        }
    }

    /// The code that prints as `text`, with or without the leading "450 ".
    public init?(text: some StringProtocol) {
        let bare = text.hasPrefix("450 ") ? text.dropFirst(4) : text[...]
        guard let code = Self.allCases.first(where: { $0.text == bare }) else { return nil }
        self = code
    }
}
