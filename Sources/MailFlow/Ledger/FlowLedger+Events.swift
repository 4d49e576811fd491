import ByteScan
import Deferrals
import PostfixLog

extension FlowLedger {
    /// Keeps what a line without a status says, for the status line that follows it.
    mutating func noteCompanion(
        _ event: FlowTape.Event,
        _ tape: borrowing FlowTape,
        _ host: UInt32,
        _ seconds: Int64,
        _ bytes: Span<UInt8>
    ) {
        let finding = tape.companions[Int(event.payload)]
        // The texts are for those who take events or changes: a report has no use for them.
        let isTold = settings.collectsEvents || settings.collectsChanges
        let tried = (isTold ? finding.trial : nil).map { trial in
            DeferralEvent.TriedServer(bytes, trial, text: event.text)
        }
        companions.add(
            .init(seconds: seconds, refinement: finding.refinement, tried: tried),
            host: host,
            pid: event.pid
        )
    }

    /// Puts one deferral on the list of events.
    mutating func collect(
        _ event: FlowTape.Event,
        _ attempt: FlowTape.Attempt,
        _ diagnosis: Diagnosis,
        tried: [DeferralEvent.TriedServer],
        _ place: Int,
        _ time: LogTime,
        _ bytes: Span<UInt8>,
        _ position: BlockPosition,
        _ repetition: Int
    ) {
        let delivery = attempt.delivery
        collect(
            DeferralEvent(
                id: repetition == 0 ? lineID : lineID + "#\(repetition)",
                time: time,
                host: hosts.name(blockHosts[Int(event.host)]),
                service: bytes.textOrNil(attempt.service),
                pid: event.pid == 0 ? nil : Int(event.pid),
                queueID: bytes.text(event.queueIDRange),
                messageID: messageID(of: place),
                sender: sender(of: place),
                recipient: delivery.hasRecipient ? bytes.text(delivery.recipient) : nil,
                originalRecipient: bytes.textOrNil(delivery.originalRecipient),
                domain: bytes.textOrNil(attempt.domain)?.lowercased(),
                relay: DeferralEvent.Relay(bytes, delivery.relay),
                delay: Decimal.value(bytes, delivery.delay.range),
                delays: Decimal.values(bytes, delivery.delays.range),
                dsn: bytes.textOrNil(delivery.enhancedStatusCode),
                status: bytes.text(delivery.statusWord),
                code: diagnosis.code,
                refinement: diagnosis.refinement,
                origin: diagnosis.origin,
                stage: diagnosis.stage,
                category: diagnosis.category,
                scope: diagnosis.scope,
                isSuspended: diagnosis.isSuspended,
                pattern: diagnosis.row.map { bank.rows[$0].id },
                reply: diagnosis.reply.map { Self.reply(bytes, $0) },
                server: diagnosis.server.map { bytes.text($0.whole) },
                reason: Redaction.withoutCredentials(bytes.text(delivery.reason)),
                isTruncated: delivery.isTruncated,
                tried: tried,
                file: position.file,
                line: position.line + Int(event.lineNumber)
            )
        )
    }

    /// True where the host itself refused a recipient in a mail transaction, and not in our words.
    static func isRefusal(_ delivery: DeliveryAttempt, _ bytes: Span<UInt8>) -> Bool {
        let frame = ReasonFrame.parse(bytes, delivery.reason.range)
        return frame.kind == .said && frame.stage.map { !$0.isBeforeMail } ?? false
            && bytes.firstOffset(of: "(Deferwatch", in: delivery.reason.range) == nil
    }

    /// Notes a delivery or a refusal, as health reads it.
    mutating func collectSuccess(
        _ event: FlowTape.Event,
        _ attempt: FlowTape.Attempt,
        _ place: Int,
        _ bytes: Span<UInt8>
    ) {
        let time = blockTimes[Int(event.time)]
        let relay = DeferralEvent.Relay(bytes, attempt.delivery.relay)
        successes.append(
            DeliverySuccess(
                time: utc(time),
                domain: bytes.text(attempt.domain).lowercased(),
                originalDomain: AddressDomain.of(bytes.text(attempt.delivery.originalRecipient)),
                queueID: bytes.text(event.queueIDRange),
                sender: sender(of: place),
                relayHost: relay?.host ?? "none",
                relayAddress: relay?.address,
                daemon: "\(event.daemon)",
                isRefusal: attempt.delivery.status == .bounced
            )
        )
    }

    /// Notes how a deferred recipient ended.
    mutating func collectEnd(
        _ recipient: Int,
        of place: Int,
        as fate: RecipientFate,
        at seconds: Int64,
        isHandedOver: Bool = false
    ) {
        let ended = recipients[recipient]
        ends.append(
            RecipientEnd(
                id: lineID,
                time: lineTime,
                fate: fate,
                queueID: queueID(of: place),
                recipient: texts.text(ended.address),
                domain: destinations.name(Int(ended.destination)),
                code: ended.lastCode,
                deferrals: Int(ended.attempts),
                waited: max(0, seconds - ended.first),
                isHandedOver: isHandedOver
            )
        )
    }

    /// The id of the line in hand: stable over rotation, compression and repeated reading.
    @inline(__always)
    private var lineID: String {
        var id = ""
        id.reserveCapacity(40)
        id += lineOrigin.identity
        id += String(lineOrigin.offset)
        return id
    }

    /// nil: not in the log, or given up to make room.
    @inline(__always)
    func messageID(of place: Int) -> String? {
        let life = lives[place]
        return life.hasMessageID && !life.lostTexts ? texts.text(life.messageID) : nil
    }

    /// nil: not in the log, or given up to make room; empty: the null sender.
    @inline(__always)
    func sender(of place: Int) -> String? {
        let life = lives[place]
        return life.sawSender && !life.lostTexts ? texts.text(life.sender) : nil
    }

    private static func reply(_ bytes: Span<UInt8>, _ reply: RemoteReply) -> DeferralEvent.Reply {
        DeferralEvent.Reply(
            code: reply.code == 0 ? nil : Int(reply.code),
            enhanced: bytes.textOrNil(reply.enhanced),
            text: bytes.text(reply.text)
        )
    }
}
