import ByteScan
import Deferrals
import PostfixLog

extension FlowLedger {
    /// deferred, SOFTBOUNCE: the heart of the matter.
    mutating func recordDeferral(
        _ event: FlowTape.Event,
        _ attempt: FlowTape.Attempt,
        _ plain: Diagnosis,
        _ host: UInt32,
        _ seconds: Int64,
        _ bytes: Span<UInt8>,
        _ position: BlockPosition,
        _ repetition: Int
    ) {
        let notes = companions.take(
            host: host,
            pid: event.pid,
            queueID: event.queueID,
            at: seconds
        )
        let diagnosis = plain.refined(by: notes.compactMap(\.refinement))
        let place = lives.find(event.queueID, host: host) ?? open(event, host, seconds, bytes)
        noteArrival(of: place, attempt, seconds, bytes)
        guard
            countsEverything
                || isWanted(diagnosis.code) && passes(event, attempt, place, seconds, bytes)
        else { return }
        countMessage(place)
        countDeferral(attempt, diagnosis, seconds)
        if attempt.queueManagerSeconds >= 60 { noteSlowQueue(event, attempt, seconds, bytes) }
        noteFindings(attempt, diagnosis, seconds, bytes)
        if attempt.delivery.hasRecipient {
            let destination = Int(blockDestinations[Int(event.payload)])
            let kind = KindCounts.place(diagnosis.code, diagnosis.origin, diagnosis.category)
            kindDestinations[kind] = Int32(truncatingIfNeeded: destination)
            let moment = blockClock[Int(event.time)]
            recordRecipient(attempt, diagnosis, destination, place, moment, bytes)
        } else {
            recordCode(diagnosis.code, place)
        }
        guard settings.collectsEvents else { return }
        collect(
            event,
            attempt,
            diagnosis,
            tried: Self.earlier(notes, than: attempt, diagnosis, bytes),
            place,
            blockTimes[Int(event.time)],
            bytes,
            position,
            repetition
        )
    }

    /// The servers before the last, each once.
    ///
    /// All servers of an attempt share the port of their next hop, so one that is logged stands for
    /// all.
    static func earlier(
        _ notes: [CompanionStore.Note],
        than attempt: FlowTape.Attempt,
        _ diagnosis: Diagnosis,
        _ bytes: Span<UInt8>
    ) -> [DeferralEvent.TriedServer] {
        guard !notes.isEmpty else { return [] }
        let last = diagnosis.server ?? ServerName.parse(bytes, attempt.delivery.relay.range)
        let address = last.map { bytes.text($0.address) }
        var port = last.flatMap { $0.port == 0 ? nil : Int($0.port) }
        let relay = ServerName.parse(bytes, attempt.delivery.relay.range)
        if port == nil, let relay, relay.port != 0 { port = Int(relay.port) }
        let named = notes.compactMap(\.tried)
        port = port ?? named.lazy.compactMap(\.port).first
        var tried = named.before(address, diagnosis.code)
        for index in tried.indices where tried[index].port == nil { tried[index].port = port }
        return tried
    }

    private mutating func countDeferral(
        _ attempt: FlowTape.Attempt,
        _ diagnosis: Diagnosis,
        _ seconds: Int64
    ) {
        totals.deferred += 1
        if diagnosis.isSuspended { totals.echoes += 1 }
        if attempt.delivery.status == .softBounce { totals.softBounced += 1 }
        totals.attemptsByCode[diagnosis.code] += 1
        if let row = diagnosis.row { totals.attemptsByRow[row] += 1 }
        totals.kinds.count(diagnosis.code, diagnosis.origin, diagnosis.category)
        if let refinement = diagnosis.refinement {
            totals.countRefined(diagnosis.code, diagnosis.origin, refinement)
        }
        timeline.recordDeferred(diagnosis.code, at: seconds)
    }

    private mutating func noteFindings(
        _ attempt: FlowTape.Attempt,
        _ diagnosis: Diagnosis,
        _ seconds: Int64,
        _ bytes: Span<UInt8>
    ) {
        let reason = attempt.delivery.reason
        let example = bytes.wholeWords(of: reason, atMost: 200)
        if attempt.delivery.status == .softBounce {
            findings.record(.softBounce, at: seconds, example: bytes.text(example))
        }
        if diagnosis.reply == nil {
            if bytes.starts(with: "deferred transport", in: reason.range) {
                findings.record(.deferredTransport, at: seconds, example: bytes.text(example))
            } else if bytes.starts(with: "mail transport unavailable", in: reason.range) {
                findings.recordUnavailable(at: seconds, example: bytes.text(example))
            }
        }
        guard diagnosis.isUnclassified else { return }
        var text = Redaction.withoutCredentials(bytes.text(example))
        if settings.hidesRecipients {
            text = Redaction.withoutCredentials(String(hidden(attempt, bytes).prefix(200)))
        }
        if unclassified[text] != nil || unclassified.count < Self.mostUnclassifiedSamples {
            unclassified[text, default: 0] += 1
        }
    }

    /// One message, counted once per code.
    private mutating func recordCode(_ code: DeferralCode, _ place: Int) {
        let bit = UInt8(1) << code.rawValue
        if lives[place].codes == 0 { totals.deferredMessages += 1 }
        guard lives[place].codes & bit == 0 else { return }
        lives[place].codes |= bit
        totals.messagesByCode[code] += 1
    }

    private mutating func recordRecipient(
        _ attempt: FlowTape.Attempt,
        _ diagnosis: Diagnosis,
        _ destination: Int,
        _ place: Int,
        _ moment: LogEnd.Moment,
        _ bytes: Span<UInt8>
    ) {
        let (code, seconds) = (diagnosis.code, moment.seconds)
        touch(place)
        let failure = destinations.failureIndex(destination)
        recordCode(code, place)
        let recipient: Int
        if let known = find(bytes, attempt.delivery.recipient, in: place) {
            recipient = known
        } else {
            if !recipients.has(destination: UInt32(destination), in: lives[place].recipients) {
                destinations.failures[failure].messages += 1
            }
            recipient = addRecipient(attempt, destination, place, seconds, bytes)
            destinations.failures[failure].recipients += 1
            destinations.failures[failure].waiting += 1
        }
        let bit = UInt8(1) << code.rawValue
        if recipients[recipient].codes & bit == 0 {
            recipients[recipient].codes |= bit
            totals.recipientsByCode[code] += 1
        }
        recipients[recipient].attempts += 1
        recipients[recipient].lastCode = code
        recipients[recipient].lastRow = Int16(truncatingIfNeeded: diagnosis.row ?? -1)
        recipients[recipient].last = seconds
        recordFailure(failure, destination, attempt, diagnosis, moment, bytes)
    }

    private mutating func recordFailure(
        _ failure: Int,
        _ destination: Int,
        _ attempt: FlowTape.Attempt,
        _ diagnosis: Diagnosis,
        _ moment: LogEnd.Moment,
        _ bytes: Span<UInt8>
    ) {
        let seconds = moment.seconds
        destinations.failures[failure].attempts[diagnosis.code] += 1
        destinations.failures[failure].first = min(destinations.failures[failure].first, seconds)
        if diagnosis.isSuspended {
            destinations.failures[failure].echoes += 1
        } else if diagnosis.origin == .network {
            outages.recordFailure(
                diagnosis.code,
                &destinations.failures[failure].outage,
                at: seconds,
                server: Self.failedName(attempt, diagnosis, bytes) ?? UInt64(destination)
            )
        }
        // A time beyond the log's end is of a clock that was wrong.
        guard
            seconds >= destinations.failures[failure].last
                || destinations.failures[failure].last > moment.end
        else { return }
        destinations.failures[failure].last = seconds
        destinations.failures[failure].lastCode = diagnosis.code
        let kept = bytes.wholeWords(of: attempt.delivery.reason, atMost: 120)
        if settings.hidesRecipients {
            texts.remove(destinations.failures[failure].reason)
            destinations.failures[failure].reason = insertHidden(attempt, bytes)
        } else if !texts.equals(destinations.failures[failure].reason, bytes, kept) {
            texts.remove(destinations.failures[failure].reason)
            destinations.failures[failure].reason = texts.insert(bytes, kept)
        }
        guard let server = diagnosis.server?.whole ?? Self.relayServer(attempt, bytes),
            !texts.equals(destinations.failures[failure].server, bytes, server)
        else { return }
        texts.remove(destinations.failures[failure].server)
        destinations.failures[failure].server = texts.insert(bytes, server)
    }

    /// A hash of the server that the reason names, or of the name that was not found.
    private static func failedName(
        _ attempt: FlowTape.Attempt,
        _ diagnosis: Diagnosis,
        _ bytes: Span<UInt8>
    ) -> UInt64? {
        if let server = diagnosis.server { return ByteHash.foldedHash(bytes, server.host) }
        let reason = attempt.delivery.reason.range
        let names: [(sign: StaticString, end: UInt8)] = [("name=", 32), ("look up host ", 58)]
        for (sign, end) in names {
            guard let mark = bytes.firstOffset(of: sign, in: reason) else { continue }
            let start = mark + sign.utf8CodeUnitCount
            let name = ByteRange(start, bytes.scan(for: end, from: start, to: reason.upperBound))
            return ByteHash.foldedHash(bytes, name)
        }
        return nil
    }

    private mutating func insertHidden(
        _ attempt: FlowTape.Attempt,
        _ bytes: Span<UInt8>
    ) -> TextArena.Handle {
        let text = Array(hidden(attempt, bytes).utf8)
        let padded = text + [UInt8](repeating: 0, count: blockSlack)
        let kept = padded.span.wholeWords(of: ByteRange(0, text.count), atMost: 120)
        return texts.insert(padded.span, kept)
    }

    /// The reason without its recipient's local part, which may have blanks: to be cut afterwards.
    private func hidden(_ attempt: FlowTape.Attempt, _ bytes: Span<UInt8>) -> String {
        let reason = bytes.wholeWords(of: attempt.delivery.reason, atMost: 1_000)
        let recipient = bytes.text(attempt.delivery.recipient)
        return Redaction.withoutLocalPart(of: recipient, in: bytes.text(reason))
    }

    private static func relayServer(
        _ attempt: FlowTape.Attempt,
        _ bytes: Span<UInt8>
    ) -> ByteRange? {
        let relay = attempt.delivery.relay
        return bytes.firstOffset(of: UInt8(ascii: "["), in: relay.range) == nil ? nil : relay
    }

    private mutating func addRecipient(
        _ attempt: FlowTape.Attempt,
        _ destination: Int,
        _ place: Int,
        _ seconds: Int64,
        _ bytes: Span<UInt8>
    ) -> Int {
        totals.recipients += 1
        totals.deferredRecipients += 1
        return recipients.insert(
            Recipient(
                hash: ByteHash.hash(bytes, attempt.delivery.recipient),
                destination: UInt32(destination),
                address: texts.insert(bytes, attempt.delivery.recipient),
                lastCode: .other,
                lastRow: -1,
                first: seconds,
                last: seconds
            ),
            into: &lives[place].recipients
        )
    }
}
