public import PostfixLog

/// A deferred recipient whose message was put on hold, or released: for who counts what waits.
public struct HoldChange: Sendable, Hashable {
    /// Queue ID.
    public var queueID: String
    /// Envelope recipient.
    public var recipient: String
    /// The recipient's domain, lower-case.
    public var domain: String
    /// When its message came.
    public var arrived: LogTime
    /// When it changed.
    public var time: LogTime
    /// On hold from now on; else released.
    public var isHeld: Bool
}
