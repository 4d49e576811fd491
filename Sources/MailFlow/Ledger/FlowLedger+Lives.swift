import ByteScan
import PostfixLog

extension FlowLedger {
    /// The life that pickup's line begins: short queue IDs are used again, so one in flight under the
    /// same ID has ended unseen.
    mutating func begin(_ event: FlowTape.Event, _ host: UInt32, _ seconds: Int64) -> Int {
        if let place = lives.find(event.queueID, host: host) {
            totals.closedUnknown += 1
            close(place, as: .unknown, at: seconds)
        }
        return start(event, host, seconds)
    }

    private mutating func start(
        _ event: FlowTape.Event,
        _ host: UInt32,
        _ seconds: Int64
    ) -> Int {
        let place = insert(event.queueID, host, seconds)
        lives[place].sawStart = true
        return place
    }

    /// A life that is met in its middle.
    mutating func open(
        _ event: FlowTape.Event,
        _ host: UInt32,
        _ seconds: Int64,
        _ bytes: Span<UInt8>
    ) -> Int {
        let place = insert(event.queueID, host, seconds)
        if event.queueID.isDigest {
            lives[place].idText = texts.insert(bytes, event.queueIDRange)
        }
        return place
    }

    /// A life that is met in its middle is older than its first line: the delay tells how much.
    mutating func noteArrival(
        of place: Int,
        _ attempt: FlowTape.Attempt,
        _ seconds: Int64,
        _ bytes: Span<UInt8>
    ) {
        guard !lives[place].sawStart,
            let delay = Decimal.value(bytes, attempt.delivery.delay.range)
        else { return }
        let arrived = seconds - Int64(delay)
        guard arrived < lives[place].arrived else { return }
        lives[place].arrived = arrived
        touch(place)
    }

    private mutating func insert(_ id: QueueID, _ host: UInt32, _ seconds: Int64) -> Int {
        if lives.count >= settings.mostMessages { makeRoom(at: seconds) }
        let place = lives.insert(id, host: host, at: seconds)
        if countsEverything { countMessage(place) }
        touch(place)
        return place
    }

    /// Counts a message, once.
    @inline(__always)
    mutating func countMessage(_ place: Int) {
        guard !lives[place].isCounted else { return }
        lives[place].isCounted = true
        if lives[place].isContinuation { lives[place].isCountedApart = true }
        totals.messages += 1
        if lives[place].hasMessageID { totals.messageIDs += 1 }
    }

    /// Above the bound the oldest lives lose their texts; a quarter above it, they are closed.
    private mutating func makeRoom(at seconds: Int64) {
        if let place = lives.popOldestWhole() { dropTexts(of: place) }
        guard lives.count >= settings.mostMessages + settings.mostMessages / 4,
            let oldest = lives.oldestPlace
        else { return }
        totals.closedUnknown += 1
        totals.closedForRoom += 1
        close(oldest, as: .unknown, at: seconds)
    }

    private mutating func dropTexts(of place: Int) {
        totals.textsDropped += 1
        touch(place)
        texts.remove(lives[place].messageID)
        texts.remove(lives[place].sender)
        lives[place].messageID = 0
        lives[place].sender = 0
        var next = lives[place].recipients.newest
        while next != 0 {
            let recipient = Int(next) - 1
            texts.remove(recipients[recipient].address)
            recipients[recipient].address = 0
            next = recipients[recipient].next
        }
    }

    /// cleanup's line begins a life, unless it follows pickup's or smtpd's of the same life.
    mutating func recordMessageID(
        _ event: FlowTape.Event,
        _ host: UInt32,
        _ seconds: Int64,
        _ bytes: Span<UInt8>
    ) {
        let place: Int
        if let known = lives.find(event.queueID, host: host) {
            if repeatsHeader(known, seconds) {
                touch(known)
                texts.remove(lives[known].messageID)
                lives[known].messageID = texts.insert(bytes, event.text)
                return
            }
            // A requeued message brings its recipients along.
            let isMetInside = !lives[known].recipients.isEmpty && !lives[known].sawStart
            if lives[known].hasMessageID || isMetInside {
                totals.closedUnknown += 1
                close(known, as: .unknown, at: seconds)
                place = start(event, host, seconds)
            } else {
                place = known
            }
        } else {
            place = start(event, host, seconds)
        }
        touch(place)
        lives[place].hasMessageID = true
        if lives[place].isCounted { totals.messageIDs += 1 }
        lives[place].messageID = texts.insert(bytes, event.text)
    }

    /// A message with two Message-ID headers has a line of cleanup for each: whether one at `seconds` is
    /// of the message in `place`, on which nothing else was said yet.
    ///
    /// Mutating as `continuation` is.
    private mutating func repeatsHeader(_ place: Int, _ seconds: Int64) -> Bool {
        guard lives[place].hasMessageID, !lives[place].sawSender else { return false }
        // What comes back from a filter, or is requeued, has the first arrival and the recipients.
        return lives[place].isContinuation
            || lives[place].arrived == seconds && lives[place].recipients.isEmpty
    }

    /// Ends a life.
    ///
    /// Recipients that still wait get `fate`.
    mutating func close(_ place: Int, as fate: RecipientFate, at seconds: Int64) {
        var next = lives[place].recipients.newest
        while next != 0 {
            let recipient = Int(next) - 1
            next = recipients[recipient].next
            if recipients[recipient].fate == .waiting {
                end(recipient, of: place, as: fate, at: seconds)
            }
            texts.remove(recipients[recipient].address)
            recipients.remove(recipient)
        }
        if settings.collectsChanges { lifeMarks.end(place) }
        texts.remove(lives[place].messageID)
        texts.remove(lives[place].sender)
        texts.remove(lives[place].idText)
        lives.remove(place)
    }

    /// A deferred recipient waits no longer.
    mutating func end(
        _ recipient: Int,
        of place: Int,
        as fate: RecipientFate,
        at seconds: Int64
    ) {
        if settings.collectsEnds { collectEnd(recipient, of: place, as: fate, at: seconds) }
        touch(place)
        recipients[recipient].fate = fate
        totals.fates[fate] += 1
        let failure = destinations.failureIndex(Int(recipients[recipient].destination))
        destinations.failures[failure].waiting &-= 1
    }

    /// qmgr gave up: the returned message is logged by bounce(8), and 'removed' follows.
    mutating func expire(_ event: FlowTape.Event, _ host: UInt32, _ seconds: Int64) {
        guard let place = lives.find(event.queueID, host: host) else { return }
        var next = lives[place].recipients.newest
        while next != 0 {
            let recipient = Int(next) - 1
            if recipients[recipient].fate == .waiting {
                end(recipient, of: place, as: .expired, at: seconds)
            }
            next = recipients[recipient].next
        }
    }

    mutating func hold(
        _ event: FlowTape.Event,
        _ host: UInt32,
        _ seconds: Int64,
        _ bytes: Span<UInt8>
    ) {
        let place = lives.find(event.queueID, host: host) ?? open(event, host, seconds, bytes)
        touch(place)
        lives[place].isHeld = true
        collectHolds(place, isHeld: true)
        guard settings.filter.includes(seconds: seconds) else { return }
        findings.record(.heldMail, at: seconds, example: bytes.text(event.queueIDRange))
    }

    mutating func release(_ event: FlowTape.Event, _ host: UInt32) {
        guard let place = lives.find(event.queueID, host: host) else { return }
        touch(place)
        lives[place].isHeld = false
        collectHolds(place, isHeld: false)
    }
}
