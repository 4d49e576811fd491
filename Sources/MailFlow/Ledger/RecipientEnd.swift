public import Deferrals
public import PostfixLog

/// How the waiting of a deferred recipient ended.
public struct RecipientEnd: Sendable, Hashable {
    /// Of the line that ended it, in the form of event ids; several recipients can end with one line.
    public var id: String
    /// When, to the second.
    public var time: LogTime
    /// How.
    public var fate: RecipientFate
    /// Queue ID.
    public var queueID: String
    /// Envelope recipient.
    public var recipient: String
    /// The recipient's domain, lower-case.
    public var domain: String
    /// Code of the last deferral.
    public var code: DeferralCode
    /// Deferred attempts.
    public var deferrals: Int
    /// Seconds from the first deferral to the end.
    public var waited: Int64
    /// It waits on under another queue ID of the same message: after a content filter, or requeued.
    public var isHandedOver = false
}
