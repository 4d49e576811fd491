import ByteScan
import Deferrals
import PostfixLog

extension FlowLedger {
    static func codes(in mask: UInt8) -> [DeferralCode] {
        DeferralCode.allCases.filter { mask >> $0.rawValue & 1 == 1 }
    }

    /// sent, bounced, expired: the recipient is done with.
    @inline(__always)
    mutating func recordEnd(
        _ event: FlowTape.Event,
        _ attempt: FlowTape.Attempt,
        _ host: UInt32,
        _ moment: LogEnd.Moment,
        _ bytes: Span<UInt8>
    ) {
        let seconds = moment.seconds
        let place = lives.find(event.queueID, host: host) ?? open(event, host, seconds, bytes)
        let isCounted = countsEverything || passes(event, attempt, place, seconds, bytes)
        let status = attempt.delivery.status
        let later = continuation(of: place, attempt, host, bytes)
        if isCounted {
            countMessage(place)
            let destination = Int(blockDestinations[Int(event.payload)])
            count(attempt, destination, moment, isDelivered: later == nil)
            if status == .sent, later == nil, Self.leavesThisMachine(event.daemon) {
                outages.recordSuccess(at: seconds)
            }
            if attempt.queueManagerSeconds >= 60 { noteSlowQueue(event, attempt, seconds, bytes) }
        }
        if settings.collectsSuccesses, later == nil,
            status == .sent || status == .bounced && Self.isRefusal(attempt.delivery, bytes)
        {
            collectSuccess(event, attempt, place, bytes)
        }
        companions.discard(host: host, pid: event.pid, queueID: event.queueID, at: seconds)
        if let later {
            handOver(attempt, from: place, to: later, at: seconds, bytes)
            return
        }
        guard let recipient = findAny(bytes, attempt.delivery, in: place) else {
            if isCounted, attempt.delivery.hasRecipient { totals.recipients += 1 }
            return
        }
        guard recipients[recipient].fate == .waiting else { return }
        switch status {
        case .sent:
            // Clocks are set back, and lines come late.
            let waited = max(0, Int(seconds - recipients[recipient].first))
            totals.recovered += 1
            totals.recoverySeconds += waited
            totals.longestRecovery = max(totals.longestRecovery, waited)
            end(recipient, of: place, as: .sent, at: seconds)
        case .bounced: end(recipient, of: place, as: .bounced, at: seconds)
        case .expired: end(recipient, of: place, as: .expired, at: seconds)
        default: break
        }
    }

    /// What reaches a mailbox of this machine needs neither its resolver nor its network.
    @inline(__always)
    private static func leavesThisMachine(_ daemon: Daemon) -> Bool {
        daemon == .smtp || daemon == .unnamed
    }

    @inline(__always)
    private mutating func count(
        _ attempt: FlowTape.Attempt,
        _ destination: Int,
        _ moment: LogEnd.Moment,
        isDelivered: Bool
    ) {
        let seconds = moment.seconds
        // Without a recipient there is no destination either.
        let hasDestination = attempt.delivery.hasRecipient
        switch attempt.delivery.status {
        case .sent:
            totals.sent += 1
            timeline.recordSent(at: seconds)
            // A filter that took a message says nothing of where it goes.
            guard isDelivered else { return }
            if hasDestination { destinations.recordSuccess(destination, moment) }
        case .bounced:
            totals.bounced += 1
            if hasDestination { destinations.recordBounce(destination) }
            timeline.recordBounced(at: seconds)
        case .expired: totals.expired += 1
        default: totals.otherStatus += 1
        }
    }

    mutating func noteSlowQueue(
        _ event: FlowTape.Event,
        _ attempt: FlowTape.Attempt,
        _ seconds: Int64,
        _ bytes: Span<UInt8>
    ) {
        findings.record(
            .slowQueueManager,
            at: seconds,
            worst: Int(attempt.queueManagerSeconds),
            example: bytes.text(event.queueIDRange)
        )
    }

    /// The deferred recipient of a life with this address.
    ///
    /// Mutating as `continuation` is.
    mutating func find(_ bytes: Span<UInt8>, _ address: ByteRange, in place: Int) -> Int? {
        let list = lives[place].recipients
        guard !list.isEmpty else { return nil }
        return recipients.find(ByteHash.hash(bytes, address), in: list)
    }

    /// The deferred recipient of a life that a line is about: after a filter aliases may have given
    /// it another address.
    private mutating func findAny(
        _ bytes: Span<UInt8>,
        _ delivery: DeliveryAttempt,
        in place: Int
    ) -> Int? {
        let found = find(bytes, delivery.recipient, in: place)
        guard found == nil, lives[place].isContinuation else { return found }
        return find(bytes, delivery.originalRecipient, in: place)
    }

    func isWanted(_ code: DeferralCode) -> Bool {
        settings.filter.codes.isEmpty || settings.filter.codes.contains(code)
    }

    /// Whether the filter's times and texts let an attempt pass.
    func passes(
        _ event: FlowTape.Event,
        _ attempt: FlowTape.Attempt,
        _ place: Int,
        _ seconds: Int64,
        _ bytes: Span<UInt8>
    ) -> Bool {
        let filter = settings.filter
        guard filter.includes(seconds: seconds) else { return false }
        if !filter.queueIDs.isEmpty, !filter.queueIDs.contains(bytes.text(event.queueIDRange)) {
            return false
        }
        if !filter.destinations.isEmpty,
            !filter.includes(domain: bytes.text(attempt.domain).lowercased())
        {
            return false
        }
        if !filter.recipients.isEmpty {
            let address = bytes.text(attempt.delivery.recipient).lowercased()
            let original = bytes.text(attempt.delivery.originalRecipient).lowercased()
            if !filter.recipients.contains(address), !filter.recipients.contains(original) {
                return false
            }
        }
        guard !filter.senders.isEmpty else { return true }
        return filter.senders.contains(texts.text(lives[place].sender).lowercased())
    }
}
