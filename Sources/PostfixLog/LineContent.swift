public import ByteScan

/// What a line says of a message, or of Postfix.
public enum LineContent: Sendable, Hashable {
    /// A delivery attempt.
    case attempt(DeliveryAttempt)
    /// cleanup: 'message-id=…'.
    case messageID(ByteRange)
    /// pickup: 'uid=… from=<…>'; `origin` is the ID before a requeue ('orig_id=').
    case pickedUp(origin: ByteRange)
    /// qmgr: 'from=<…>, size=…, nrcpt=… (queue active)'.
    case active(sender: ByteRange, recipientCount: Int)
    /// qmgr: 'from=<…>, status=expired, returned to sender'; also 'force-expired'.
    case expired
    /// qmgr: 'removed'.
    case removed
    /// postsuper: 'removed': an administrator deleted it.
    case deleted
    /// postsuper: 'placed on hold'.
    case held
    /// postsuper: 'released from hold'.
    case released
    /// postsuper: 'requeued'.
    case requeued
    /// cleanup: 'hold: …': an access rule holds it.
    case heldByRule
    /// cleanup, since 3.10: 'canceled'.
    case canceled
    /// smtpd: 'client=…, orig_queue_id=…': mail that came back from a content filter.
    case reinjected(origin: ByteRange)
    /// A line of a delivery agent without a status: it belongs to the attempt that follows.
    case companion(ByteRange)
    /// 'warning: …', 'error: …', 'fatal: …', 'panic: …' of Postfix itself.
    case trouble(ByteRange)
    /// 'message repeated N times: [ …]': the same line again.
    case ignored
}

/// A line's content with the queue ID that it names.
public struct LineRecord: Sendable, Hashable {
    /// Empty where the line names none.
    public var queueID = ByteRange.none
    /// What it says.
    public var content = LineContent.ignored

    /// A record.
    public init(queueID: ByteRange = .none, content: LineContent = .ignored) {
        self.queueID = queueID
        self.content = content
    }
}
