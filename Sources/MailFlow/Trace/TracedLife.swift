import PostfixLog

/// A message under one queue ID while the log is being read.
final class TracedLife {
    /// What tells recipients of one message apart.
    struct RecipientKey: Hashable {
        var address: String?
        var original: String?
    }

    var message: TracedMessage
    /// Places in `message.recipients`.
    var recipientPlaces: [RecipientKey: Int] = [:]
    let id: QueueID
    let host: UInt32
    var isHeld = false
    var hasEnded = false
    /// The query names it, or a message that it goes on from or as.
    private(set) var isWanted: Bool
    /// Something after the arrival was seen: a first line under the same ID is of another message.
    var isUnderWay = false
    /// When it was first seen in the queue or put on hold, in civil seconds: cleanup's message-ID may
    /// come after that, as the two are processes of their own.
    var queued: Int64?
    /// When cleanup named the message-ID, in civil seconds.
    var messageIDSeconds: Int64?
    /// The life that this one goes on from; kept until this one ends.
    private(set) var former: TracedLife?
    private(set) weak var later: TracedLife?
    /// The former life was requeued: what became of its recipients is decided here.
    private(set) var decidesForFormer = false

    init(_ message: TracedMessage, id: QueueID, host: UInt32, isWanted: Bool) {
        self.message = message
        self.id = id
        self.host = host
        self.isWanted = isWanted
    }

    /// Goes on where `former` left off.
    func `continue`(_ former: TracedLife, byRequeue: Bool) {
        guard self.former == nil, former !== self else { return }
        self.former = former
        message.previous = former.message.queueID
        if former.message.next == nil {
            former.message.next = message.queueID
            former.later = self
        }
        decidesForFormer = byRequeue
        if former.isWanted || isWanted {
            want()
            former.want()
        }
    }

    /// Marks this life and all that it is linked with.
    func want() {
        guard !isWanted else { return }
        isWanted = true
        former?.want()
        later?.want()
    }

    var hasWaitingRecipient: Bool { message.recipients.contains { $0.fate == .waiting } }

    /// Gives every recipient that still waits its fate.
    func settle(_ fate: RecipientFate) {
        for index in message.recipients.indices where message.recipients[index].fate == .waiting {
            message.recipients[index].fate = fate
        }
    }

    /// Gives the requeued life's waiting recipients what became of them here.
    func settleFormer() -> TracedLife? {
        guard decidesForFormer, let former else { return nil }
        for index in former.message.recipients.indices
        where former.message.recipients[index].fate == .waiting {
            former.message.recipients[index].fate = fate(of: former.message.recipients[index])
        }
        return former
    }

    private func fate(of recipient: TracedRecipient) -> RecipientFate {
        let same = message.recipients.first {
            $0.address == recipient.address || $0.originalAddress == recipient.address
                || $0.address == recipient.originalAddress && $0.address != nil
        }
        if let same { return same.fate }
        guard !hasEnded else { return .unknown }
        return isHeld ? .held : .waiting
    }
}
