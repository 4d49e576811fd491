import ByteScan
import Deferrals
import PostfixLog

/// Messages that go on under another queue ID: one message, counted once.
extension FlowLedger {
    /// The life that a message goes on as, where `sent` tells of no delivery but of the way to a
    /// content filter and back: 'queued as QUEUEID' at the end of the reply.
    ///
    /// Most replies name an ID, and hardly any one of this host's: nothing else is looked at then.
    ///
    /// Mutating only to be given its ledger by address: the compiler would copy it, for each delivery.
    @inline(__always)
    mutating func continuation(
        of place: Int,
        _ attempt: FlowTape.Attempt,
        _ host: UInt32,
        _ bytes: Span<UInt8>
    ) -> Int? {
        guard attempt.delivery.status == .sent,
            let given = Self.givenID(bytes, attempt.delivery.reason.range),
            let later = lives.find(QueueID(bytes, given), host: host), later != place,
            QueueID.isValid(bytes, given)
        else { return nil }
        return isSameMessage(later, place, attempt, bytes) ? later : nil
    }

    /// A strange server can name any ID: the message-ID must bear it out, or the server be ours.
    private func isSameMessage(
        _ later: Int,
        _ place: Int,
        _ attempt: FlowTape.Attempt,
        _ bytes: Span<UInt8>
    ) -> Bool {
        let (one, other) = (lives[place].messageID, lives[later].messageID)
        guard one != 0, other != 0 else { return attempt.delivery.isRelayLocal(in: bytes) }
        return texts.equal(one, other)
    }

    /// What a reply ends with after 'queued as ': a queue ID, mostly.
    @inline(__always)
    static func givenID(_ bytes: Span<UInt8>, _ reply: Range<Int>) -> ByteRange? {
        /// Spells "ueued as", little-endian.
        let queuedAs: UInt64 = 0x7361_2064_6575_6575
        let end = reply.upperBound
        guard reply.count >= 15 else { return nil }
        // The last blank, in one look at 64 bytes: queue IDs are shorter.
        let window = max(reply.lowerBound, end &- 64)
        let kept = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- (end &- window))
        let blanks = bytes.mask64(of: 32, at: window) & kept
        let start = window &+ 64 &- blanks.leadingZeroBitCount
        guard blanks != 0, start >= reply.lowerBound &+ 10,
            bytes.load64(at: start &- 9) == queuedAs, bytes[start &- 10] == UInt8(ascii: "q")
        else { return nil }
        return ByteRange(start, end)
    }

    /// A recipient of the life in `place` is one of the life in `later` from now on: what waited
    /// for the filter waits on.
    mutating func handOver(
        _ attempt: FlowTape.Attempt,
        from place: Int,
        to later: Int,
        at seconds: Int64,
        _ bytes: Span<UInt8>
    ) {
        // cleanup has logged the message-ID for both, if at all.
        join(later, to: place, repeatsMessageID: lives[later].hasMessageID)
        guard let former = find(bytes, attempt.delivery.recipient, in: place),
            recipients[former].fate == .waiting
        else { return }
        if settings.collectsEnds {
            collectEnd(former, of: place, as: .sent, at: seconds, isHandedOver: true)
        }
        touch(place)
        touch(later)
        recipients[former].fate = .sent
        countDestinationOnce(former, of: place, in: later)
        if let known = recipients.find(recipients[former].hash, in: lives[later].recipients) {
            merge(former, into: known)
            return
        }
        var recipient = recipients[former]
        recipient.fate = .waiting
        recipient.isIndexed = false
        recipient.standsForDestination = false
        recipient.gaveCount = false
        recipient.address = texts.insert(bytes, attempt.delivery.recipient)
        _ = recipients.insert(recipient, into: &lives[later].recipients)
    }

    /// Each of both lives may have counted the message for the recipient's destination.
    private mutating func countDestinationOnce(_ former: Int, of place: Int, in later: Int) {
        let destination = recipients[former].destination
        let isFirst = recipients.giveCount(of: former, in: lives[place].recipients)
        guard isFirst, recipients.has(destination: destination, in: lives[later].recipients) else {
            return
        }
        destinations.failures[destinations.failureIndex(Int(destination))].messages &-= 1
    }

    /// The later life was deferred before the earlier one's line came: the recipient counts once.
    private mutating func merge(_ former: Int, into known: Int) {
        let gone = recipients[former]
        totals.recipients -= 1
        totals.deferredRecipients -= 1
        for code in Self.codes(in: gone.codes & recipients[known].codes) {
            totals.recipientsByCode[code] -= 1
        }
        let failure = destinations.failureIndex(Int(gone.destination))
        destinations.failures[failure].recipients &-= 1
        destinations.failures[failure].waiting &-= 1
        recipients[known].codes |= gone.codes
        recipients[known].attempts &+= gone.attempts
        recipients[known].first = min(recipients[known].first, gone.first)
    }

    /// `place` goes on where the life of `origin` ended.
    mutating func adopt(_ place: Int, from origin: QueueID, _ host: UInt32) {
        guard let former = lives.find(origin, host: host), former != place else { return }
        // cleanup logs the message-ID again.
        join(place, to: former, repeatsMessageID: true)
    }

    /// `place` is what postsuper requeued from `origin`, which is gone without a line of its own:
    /// its recipients wait on under the new queue ID.
    mutating func takeOver(_ place: Int, from origin: QueueID, _ host: UInt32) {
        guard let former = lives.find(origin, host: host), former != place else { return }
        adopt(place, from: origin, host)
        if settings.collectsEnds { collectHandedOver(former, at: lives[place].arrived) }
        lives[place].recipients = lives[former].recipients
        lives[former].recipients = RecipientList()
        touch(place)
        close(former, as: .unknown, at: lives[place].arrived)
    }

    private mutating func collectHandedOver(_ former: Int, at seconds: Int64) {
        var next = lives[former].recipients.newest
        while next != 0 {
            let recipient = Int(next) - 1
            if recipients[recipient].fate == .waiting {
                collectEnd(recipient, of: former, as: .sent, at: seconds, isHandedOver: true)
            }
            next = recipients[recipient].next
        }
    }

    /// Counts two lives as one message, the first time that they are met.
    private mutating func join(_ place: Int, to former: Int, repeatsMessageID: Bool) {
        guard !lives[place].isContinuation else {
            shareCount(place, former)
            return
        }
        lives[place].isContinuation = true
        if lives[former].isCounted, lives[place].isCounted { totals.messages -= 1 }
        // An ID of its own counts, or will, only where the later one counts by itself.
        let countsOwnID = lives[place].isCounted || !lives[place].hasMessageID
        if lives[former].isCounted, lives[former].hasMessageID, repeatsMessageID, countsOwnID {
            totals.messageIDs -= 1
        }
        // Under a filter one of both may have passed: it stands for the other.
        lives[place].isCounted = lives[place].isCounted || lives[former].isCounted
        lives[former].isCounted = lives[place].isCounted
        lives[place].arrived = min(lives[place].arrived, lives[former].arrived)
        countOnce(lives[former].codes, lives[place].codes)
        lives[place].codes |= lives[former].codes
        touch(place)
    }

    /// Under a filter either of two lives that are joined may be counted first, or both.
    private mutating func shareCount(_ place: Int, _ former: Int) {
        if lives[place].isCountedApart, lives[former].isCounted {
            totals.messages -= 1
            if lives[place].hasMessageID, lives[former].hasMessageID { totals.messageIDs -= 1 }
        }
        lives[place].isCountedApart = false
        lives[place].isCounted = lives[place].isCounted || lives[former].isCounted
        lives[former].isCounted = lives[place].isCounted
    }

    /// Takes one message off what both lives had counted.
    private mutating func countOnce(_ one: UInt8, _ other: UInt8) {
        guard one != 0, other != 0 else { return }
        totals.deferredMessages -= 1
        for code in Self.codes(in: one & other) { totals.messagesByCode[code] -= 1 }
    }
}
