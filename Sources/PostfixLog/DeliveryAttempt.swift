public import ByteScan

/// What `status=` says of a delivery attempt.
public enum DeliveryStatus: UInt8, CaseIterable, Sendable, Hashable, BitwiseCopyable {
    /// Delivered, or handed to the next mail system.
    case sent
    /// To be tried again.
    case deferred
    /// A refusal turned into a deferral by soft_bounce=yes: logged as 'SOFTBOUNCE'.
    case softBounce
    /// Returned to the sender.
    case bounced
    /// Given up for age.
    case expired
    /// An address probe that would be delivered; no message is involved.
    case deliverable
    /// An address probe that would not be delivered; no message is involved.
    case undeliverable
    /// A word that this version does not know.
    case other

    /// True where the recipient goes on waiting.
    public var isDeferral: Bool { self == .deferred || self == .softBounce }
    /// True for address probes.
    public var isProbe: Bool { self == .deliverable || self == .undeliverable }
}

/// One recipient, one try: a log_adhoc(3) record.
///
/// Read as key=value, so that fields of later versions ('tls=', since 3.11) do not blind it.
/// Source: src/global/log_adhoc.c.
public struct DeliveryAttempt: Sendable, Hashable, BitwiseCopyable {
    /// `to=`, without the angle brackets; empty for 'status=deferred (bounce failed)'.
    public var recipient = ByteRange.none
    /// `orig_to=`, without the angle brackets.
    public var originalRecipient = ByteRange.none
    /// `relay=`: the host that was, or was not, talked to; 'none'.
    public var relay = ByteRange.none
    /// `delay=`, seconds since arrival.
    public var delay = ByteRange.none
    /// `delays=`, four figures.
    public var delays = ByteRange.none
    /// `dsn=`: the enhanced status code that Postfix chose.
    public var enhancedStatusCode = ByteRange.none
    /// The word after `status=`.
    public var statusWord = ByteRange.none
    /// What it means.
    public var status = DeliveryStatus.other
    /// The text in parentheses.
    public var reason = ByteRange.none
    /// The closing parenthesis is missing: the reason was cut (at 2,000 bytes).
    public var isTruncated = false
    /// False for 'status=deferred (bounce failed)', which names no recipient.
    public var hasRecipient = true

    /// An attempt with every field empty.
    @inlinable
    public init() {}

    /// The domain in `recipient`: after its last '@'.
    ///
    /// - Precondition: `blockSlack` bytes follow the recipient in `bytes`.
    @inlinable
    public func domain(in bytes: Span<UInt8>) -> ByteRange {
        // From the end, 64 bytes at a time: few addresses are longer.
        var end = recipient.upperBound
        while end > recipient.lowerBound {
            let start = max(recipient.lowerBound, end &- 64)
            let kept = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- (end &- start))
            let marks = bytes.mask64(of: UInt8(ascii: "@"), at: start) & kept
            if marks != 0 {
                return ByteRange(start &+ 64 &- marks.leadingZeroBitCount, recipient.upperBound)
            }
            end = start
        }
        return .none
    }

    /// True where relayhost or smtp_fallback_relay failed for good: Postfix then makes the status 4.3.5.
    ///
    /// Source: src/smtp/smtp_connect.c, with 'relayhost configuration problem' in a line before.
    public func blamesOwnRelay(in bytes: Span<UInt8>) -> Bool {
        enhancedStatusCode.count == 5 && bytes.starts(with: "4.3.5", in: enhancedStatusCode.range)
    }

    /// True where `relay` is this machine: loopback, or a UNIX-domain socket.
    public func isRelayLocal(in bytes: Span<UInt8>) -> Bool {
        guard let open = bytes.firstOffset(of: UInt8(ascii: "["), in: relay.range) else {
            return false
        }
        let address = open + 1..<relay.upperBound
        return bytes.starts(with: "127.", in: address) || bytes.starts(with: "::1]", in: address)
            || bytes.firstOffset(of: UInt8(ascii: "/"), in: address) != nil
    }
}
