import ByteScan
import Deferrals
import PostfixLog

extension MessageTracer {
    /// Keeps what a line without a status says, for the status line that follows it.
    mutating func noteCompanion(
        _ event: FlowTape.Event,
        _ tape: borrowing FlowTape,
        _ host: UInt32,
        _ time: LogTime,
        _ bytes: Span<UInt8>
    ) {
        let finding = tape.companions[Int(event.payload)]
        let tried = finding.trial.map { trial in
            DeferralEvent.TriedServer(bytes, trial, text: event.text)
        }
        companions.add(
            .init(seconds: time.seconds, refinement: finding.refinement, tried: tried),
            host: host,
            pid: event.pid
        )
    }

    mutating func recordAttempt(
        _ event: FlowTape.Event,
        _ tape: borrowing FlowTape,
        _ life: TracedLife,
        _ time: LogTime,
        _ bytes: Span<UInt8>,
        _ position: BlockPosition
    ) {
        life.isUnderWay = true
        let logged = tape.attempts[Int(event.payload)]
        let delivery = logged.delivery
        let notes = companions.take(
            host: life.host,
            pid: event.pid,
            queueID: event.queueID,
            at: time.seconds
        )
        guard let index = recipient(of: delivery, life, time, bytes) else { return }
        var attempt = TracedAttempt(
            order: nextOrder(),
            time: time,
            service: bytes.textOrNil(logged.service),
            relay: DeferralEvent.Relay(bytes, delivery.relay),
            delay: Decimal.value(bytes, delivery.delay.range),
            dsn: bytes.textOrNil(delivery.enhancedStatusCode),
            status: bytes.text(delivery.statusWord),
            reason: Redaction.withoutCredentials(
                bytes.text(bytes.wholeWords(of: delivery.reason, atMost: 1_000))
            ),
            tried: notes.compactMap(\.tried),
            file: position.file,
            line: position.line + Int(event.lineNumber)
        )
        if logged.diagnosis >= 0 {
            let diagnosis = tape.diagnoses[Int(logged.diagnosis)]
                .refined(by: notes.compactMap(\.refinement))
            attempt.verdict = verdict(diagnosis)
            attempt.tried = FlowLedger.earlier(notes, than: logged, diagnosis, bytes)
        }
        if delivery.status == .sent { follow(&attempt, life, bytes, delivery) }
        add(attempt, delivery.status, to: &life.message.recipients[index])
        // What cleanup returns itself never was in the queue: nobody says 'removed'.
        if event.daemon == .cleanup, delivery.status == .bounced { life.message.ended = time }
    }

    private func add(
        _ attempt: TracedAttempt,
        _ status: DeliveryStatus,
        to recipient: inout TracedRecipient
    ) {
        recipient.last = attempt.time
        switch status {
        case .sent: recipient.fate = .sent
        case .bounced: recipient.fate = .bounced
        case .expired: recipient.fate = .expired
        case .deferred, .softBounce: recipient.deferrals += 1
        case .deliverable, .undeliverable, .other: break
        }
        if recipient.attempts.count < limits.attempts {
            recipient.attempts.append(attempt)
        } else {
            recipient.attemptsLeftOut += 1
        }
    }

    /// The place of the recipient that a status line is about; nil: there are too many.
    private func recipient(
        of delivery: DeliveryAttempt,
        _ life: TracedLife,
        _ time: LogTime,
        _ bytes: Span<UInt8>
    ) -> Int? {
        let address = delivery.hasRecipient ? bytes.text(delivery.recipient) : nil
        let original = bytes.textOrNil(delivery.originalRecipient)
        if let query, !life.isWanted,
            [address, original].contains(where: { $0.map(query.names(address:)) ?? false })
        {
            life.want()
        }
        let key = TracedLife.RecipientKey(address: address, original: original)
        if let known = life.recipientPlaces[key] { return known }
        guard life.message.recipients.count < limits.recipients else {
            life.message.recipientsLeftOut += 1
            return nil
        }
        life.message.recipients.append(
            TracedRecipient(address: address, originalAddress: original, first: time, last: time)
        )
        life.recipientPlaces[key] = life.message.recipients.count - 1
        return life.message.recipients.count - 1
    }

    private func verdict(_ diagnosis: Diagnosis) -> TracedAttempt.Verdict {
        .init(
            code: diagnosis.code,
            refinement: diagnosis.refinement,
            origin: diagnosis.origin,
            category: diagnosis.category,
            isSuspended: diagnosis.isSuspended,
            pattern: diagnosis.row.map { bank.rows[$0].id }
        )
    }

    /// 'queued as QUEUEID' of the next server, 'forwarded as QUEUEID' of local(8).
    private mutating func follow(
        _ attempt: inout TracedAttempt,
        _ life: TracedLife,
        _ bytes: Span<UInt8>,
        _ delivery: DeliveryAttempt
    ) {
        guard let range = Self.givenID(bytes, delivery.reason) else { return }
        let queueID = bytes.text(range)
        attempt.queuedAs = queueID
        guard let later = lives.findAny(QueueID(bytes, range), host: life.host) else {
            lives.expect(queueID, from: life)
            return
        }
        // A strange server can name any ID: the message-ID must bear it out, or the server be ours.
        let isSame = later.message.messageID.map { $0 == life.message.messageID }
        guard later !== life, isSame ?? delivery.isRelayLocal(in: bytes) else { return }
        connect(later, from: life, byRequeue: false)
    }

    private static func givenID(_ bytes: Span<UInt8>, _ reason: ByteRange) -> ByteRange? {
        let start: Int
        if bytes.starts(with: "forwarded as ", in: reason.range) {
            start = reason.lowerBound + 13
        } else if let mark = bytes.lastOffset(of: "queued as ", in: reason.range) {
            start = mark + 10
        } else {
            return nil
        }
        var end = start
        while end < reason.upperBound, isWord(bytes[end]) { end += 1 }
        let range = ByteRange(start, end)
        return QueueID.isValid(bytes, range) ? range : nil
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte &- 48 <= 9 || (byte | 0x20) &- 97 < 26
    }
}
