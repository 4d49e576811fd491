import ByteScan
import Deferrals
import PostfixLog

extension MessageTracer {
    mutating func add(
        _ event: FlowTape.Event,
        _ tape: borrowing FlowTape,
        _ bytes: Span<UInt8>,
        _ position: BlockPosition
    ) {
        let time = blockTimes[Int(event.time)]
        let host = blockHosts[Int(event.host)]
        switch event.kind {
        case .companion: noteCompanion(event, tape, host, time, bytes)
        case .trouble, .gap, .ignored: break
        case .messageID: recordMessageID(event, host, time, bytes)
        case .pickedUp, .reinjected: recordOrigin(event, host, time, bytes)
        default:
            let life =
                lives.find(event.queueID, host: host)
                ?? open(event.queueID, bytes.text(event.queueIDRange), host, time)
            if event.kind == .attempt {
                for _ in 0..<max(1, event.repeats) {
                    recordAttempt(event, tape, life, time, bytes, position)
                }
            } else {
                record(event, life, time, bytes)
            }
        }
    }

    /// What happens to a message as a whole.
    private mutating func record(
        _ event: FlowTape.Event,
        _ life: TracedLife,
        _ time: LogTime,
        _ bytes: Span<UInt8>
    ) {
        switch event.kind {
        case .active, .held: life.queued = life.queued ?? time.seconds
        default: life.isUnderWay = true
        }
        switch event.kind {
        case .active:
            guard life.message.sender == nil else { return }
            let sender = bytes.text(event.text)
            life.message.sender = sender
            if let query, query.names(address: sender) { life.want() }
        case .held:
            life.isHeld = true
            // The words of an access rule come with the line's detail.
            if life.message.notes.last?.kind != .held { note(.held, life, time) }
        case .released:
            life.isHeld = false
            note(.released, life, time)
        case .requeued:
            life.isHeld = false
            note(.requeued, life, time)
        case .toldToExpire: note(.toldToExpire, life, time)
        case .expired:
            life.settle(.expired)
            note(.expired, life, time)
        case .deleted, .canceled:
            note(event.kind == .deleted ? .deleted : .canceled, life, time)
            end(life, as: .deleted, at: time)
        case .refused:
            let words = bytes.wholeWords(of: event.text, atMost: 500)
            note(.refused, life, time, bytes.text(words))
            end(life, as: .deleted, at: time)
        case .removed:
            // qmgr removes what has no recipient left; where the log has no daemons' names, somebody
            // else removed what still has one.
            let isDeletion = event.daemon == .unnamed && life.hasWaitingRecipient
            note(isDeletion ? .deleted : .removed, life, time)
            end(life, as: isDeletion ? .deleted : .unknown, at: time)
        default: break
        }
    }

    /// Lines that are not on the tape.
    mutating func add(
        _ detail: LineDetails.Detail,
        at time: LogTime,
        _ bytes: Span<UInt8>
    ) {
        let host = hosts.number(bytes, detail.host)
        let text = bytes.text(bytes.wholeWords(of: detail.text, atMost: 500))
        switch detail.kind {
        case .client, .pickup:
            let life = begin(detail.queueID, bytes.text(detail.queueIDRange), host, time)
            life.message.arrival = text
        case .notification:
            guard let life = lives.find(detail.queueID, host: host) else { return }
            note(.notified, life, time, text)
        case .hold:
            let life =
                lives.find(detail.queueID, host: host)
                ?? open(detail.queueID, bytes.text(detail.queueIDRange), host, time)
            life.isHeld = true
            note(.held, life, time, text)
            addEnvelope(detail.text, to: life, bytes)
        }
    }

    /// 'hold: … from HOST[ADDRESS]; from=<sender> to=<recipient> proto=…': before anything was tried
    /// no other line tells whom a held message is for.
    ///
    /// Source: src/cleanup/cleanup_message.c, src/smtpd/smtpd_check.c.
    private mutating func addEnvelope(
        _ text: ByteRange,
        to life: TracedLife,
        _ bytes: Span<UInt8>
    ) {
        // A header's own words stand before Postfix's, the client's HELO behind them: where several
        // look alike, all may find the message, and none is believed.
        var marks: [Int] = []
        var next = text.lowerBound
        while marks.count < 8,
            let mark = bytes.firstOffset(of: "; from=<", in: next..<text.upperBound)
        {
            marks.append(mark)
            next = mark + 8
        }
        for mark in marks {
            let sender = Self.address(bytes, mark + 8..<text.upperBound)
            if marks.count == 1 { life.message.sender = life.message.sender ?? bytes.text(sender) }
            if let query, query.names(address: bytes.text(sender)) { life.want() }
            let rest = min(sender.upperBound + 2, text.upperBound)..<text.upperBound
            guard bytes.starts(with: "to=<", in: rest) else { continue }
            let recipient = Self.address(bytes, rest.lowerBound + 4..<rest.upperBound)
            if let query, query.names(address: bytes.text(recipient)) { life.want() }
        }
    }

    /// What stands before the '>' that a blank or the end follows.
    private static func address(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ByteRange {
        let last = bytes.ends(with: ">", in: range) ? range.upperBound - 1 : range.upperBound
        return ByteRange(range.lowerBound, bytes.firstOffset(of: "> ", in: range) ?? last)
    }

    /// A first line: a message under way with the same ID has ended unseen.
    private mutating func begin(
        _ id: QueueID,
        _ queueID: String,
        _ host: UInt32,
        _ time: LogTime
    ) -> TracedLife {
        if let known = lives.find(id, host: host) {
            note(.lost, known, time)
            end(known, as: .unknown, at: nil)
        }
        return open(id, queueID, host, time)
    }

    mutating func open(
        _ id: QueueID,
        _ queueID: String,
        _ host: UInt32,
        _ time: LogTime
    ) -> TracedLife {
        let message = TracedMessage(queueID: queueID, host: hosts.name(host), arrived: time)
        let life = TracedLife(
            message,
            id: id,
            host: host,
            isWanted: query?.names(queueID: queueID) ?? true
        )
        lives.insert(life)
        return life
    }

    private mutating func recordMessageID(
        _ event: FlowTape.Event,
        _ host: UInt32,
        _ time: LogTime,
        _ bytes: Span<UInt8>
    ) {
        let queueID = bytes.text(event.queueIDRange)
        var life = lives.find(event.queueID, host: host)
        // cleanup's line is the first of a message that Postfix makes itself.
        if let known = life, hasItsMessageID(known, before: time) { life = nil }
        let current = life ?? begin(event.queueID, queueID, host, time)
        let messageID = bytes.text(bytes.wholeWords(of: event.text, atMost: 1_000))
        current.message.messageID = messageID
        current.messageIDSeconds = time.seconds
        if let query, query.names(messageID: messageID) { current.want() }
        // Chance may give two servers the same queue ID, not the same message-ID, too.
        if let former = lives.takeExpected(queueID), former.message.messageID == messageID {
            connect(current, from: former, byRequeue: false)
        }
    }

    /// True where cleanup's line of `life` came before `time`, in the log or before it begins.
    private func hasItsMessageID(_ life: TracedLife, before time: LogTime) -> Bool {
        if life.isUnderWay { return true }
        // A message with two such headers has a line of cleanup for each.
        if let known = life.messageIDSeconds { return known != time.seconds }
        guard life.message.arrival == nil, let queued = life.queued else { return false }
        return time.seconds - queued > Self.latestMessageID
    }

    /// Seconds.
    private static let latestMessageID: Int64 = 60

    /// Links a life with the one that pickup, after a requeue, or smtpd, after a filter, names.
    ///
    /// The detail of the same line has begun the life.
    private mutating func recordOrigin(
        _ event: FlowTape.Event,
        _ host: UInt32,
        _ time: LogTime,
        _ bytes: Span<UInt8>
    ) {
        let queueID = bytes.text(event.queueIDRange)
        guard !event.text.isEmpty else { return }
        let origin = lives.findAny(QueueID(bytes, event.text), host: host)
        let life =
            lives.find(event.queueID, host: host) ?? open(event.queueID, queueID, host, time)
        let wasRequeued = event.kind == .pickedUp
        guard let origin, origin !== life else {
            life.message.previous = life.message.previous ?? bytes.text(event.text)
            return
        }
        connect(life, from: origin, byRequeue: wasRequeued && !origin.hasEnded)
        if wasRequeued, !origin.hasEnded {
            origin.hasEnded = true
            origin.message.ended = time
            lives.openCount -= 1
        }
    }

    func connect(_ life: TracedLife, from former: TracedLife, byRequeue: Bool) {
        guard life.message.previous == nil || life.message.previous == former.message.queueID else {
            return
        }
        life.continue(former, byRequeue: byRequeue)
    }

    mutating func note(
        _ kind: TracedMessage.Kind,
        _ life: TracedLife,
        _ time: LogTime,
        _ text: String = ""
    ) {
        guard life.message.notes.count < 1_000 else { return }
        life.message.notes.append(.init(order: nextOrder(), time: time, kind: kind, text: text))
    }

    /// Counts what is kept, in the order of the log.
    mutating func nextOrder() -> Int {
        order += 1
        return order
    }
}
