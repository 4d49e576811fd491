public import ByteScan

/// What a line says of a message, or of Postfix.
public enum LineKind: UInt8, CaseIterable, Sendable, Hashable, BitwiseCopyable {
    /// Of no concern.
    case ignored
    /// A delivery attempt: `DeliveryAttempt.parse` reads `text`.
    case attempt
    /// cleanup: 'message-id=…'; `text` is the message-ID.
    case messageID
    /// pickup: 'uid=… from=<…>'; `text` is the ID before a requeue ('orig_id='), or empty.
    case pickedUp
    /// qmgr: 'from=<…>, size=…, nrcpt=… (queue active)'; `text` is the sender.
    case active
    /// qmgr: 'from=<…>, status=expired, returned to sender'; also 'force-expired'.
    case expired
    /// qmgr: 'removed'.
    case removed
    /// postsuper: 'removed': an administrator deleted it.
    case deleted
    /// postsuper: 'placed on hold'; cleanup and smtpd: 'hold: …', 'milter-hold: …'.
    case held
    /// postsuper: 'released from hold'.
    case released
    /// postsuper: 'requeued'.
    case requeued
    /// postsuper -e: 'expired': qmgr gives it up at its next look, whatever its age.
    case toldToExpire
    /// cleanup, since 3.10: 'canceled'.
    case canceled
    /// cleanup: 'reject: …', 'milter-reject: …', 'discard: …', 'milter-discard: …', and warnings that a
    /// message is not accepted: it never came into the queue, and nobody says 'removed'; `text` is the
    /// line without the queue ID, of a warning all of it.
    case refused
    /// smtpd: 'client=…, orig_queue_id=…': mail that came back from a content filter; `text` is the
    /// ID before it.
    case reinjected
    /// A line of a delivery agent without a status: it belongs to the attempt that follows; `text`
    /// is what it says, without the queue ID.
    case companion
    /// syslogd, rsyslogd or journald say that lines are missing: `text`.
    case gap
    /// 'warning: …', 'error: …', 'fatal: …', 'panic: …' of Postfix itself: `text`.
    case trouble
}

/// A line's content with the queue ID that it names.
public struct LineRecord: Sendable, Hashable {
    /// What it says.
    public var kind: LineKind
    /// Empty where the line names none.
    public var queueID: ByteRange
    /// A part of the line, by `kind`.
    public var text: ByteRange

    /// A record.
    @inlinable
    public init(_ kind: LineKind, queueID: ByteRange = .none, text: ByteRange = .none) {
        self.kind = kind
        self.queueID = queueID
        self.text = text
    }
}
