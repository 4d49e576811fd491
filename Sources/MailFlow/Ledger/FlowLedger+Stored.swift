import ByteScan
import Deferrals
import PostfixLog

extension FlowLedger {
    /// Marks a life for the next `takeLifeChanges`.
    mutating func touch(_ place: Int) {
        if settings.collectsChanges { lifeMarks.touch(place) }
    }

    /// What changed among the messages in flight since the last call.
    mutating func takeLifeChanges() -> LifeChanges {
        var changes = LifeChanges()
        let (changed, gone) = lifeMarks.take()
        changes.changed = changed.map { stored($0) }
        changes.ended = gone.map(Self.row)
        let notes = companions.takeChanges()
        changes.notes = notes.changed.map { stored($0) }
        changes.forgottenNotes = notes.forgotten.map { key in
            "\(hosts.name(UInt32(key >> 32)) ?? "")/\(UInt32(truncatingIfNeeded: key))"
        }
        return changes
    }

    /// The row of the life in `place`; SQLite counts from 1.
    private static func row(of place: Int) -> Int64 { Int64(place) + 1 }

    private static func place(of life: StoredLife) -> Int { Int(life.number) - 1 }

    /// Goes on with messages and processes that were stored.
    mutating func restore(_ lives: [StoredLife], _ notes: [StoredNotes]) {
        self.lives.reserve(places: lives.map(Self.place(of:)))
        for life in lives.sorted(by: { $0.arrived < $1.arrived }) { restore(life) }
        for each in notes { restore(each) }
        _ = companions.takeChanges()
    }

    private func stored(_ place: Int) -> StoredLife {
        let life = lives[place]
        var recipients: [StoredLife.Recipient] = []
        var next = life.recipients.newest
        while next != 0 {
            let found = self.recipients[Int(next) - 1]
            recipients.append(
                StoredLife.Recipient(
                    address: texts.text(found.address),
                    hash: texts.givesBack(found.address) ? nil : found.hash,
                    gaveCount: found.gaveCount,
                    domain: destinations.name(Int(found.destination)),
                    attempts: found.attempts,
                    codes: found.codes,
                    lastCode: found.lastCode.rawValue,
                    lastRow: found.lastRow,
                    fate: found.fate.rawValue,
                    first: found.first,
                    last: found.last
                )
            )
            next = found.next
        }
        return StoredLife(
            number: Self.row(of: place),
            host: hosts.name(life.host),
            queueID: queueID(of: place),
            arrived: life.arrived,
            messageID: messageID(of: place),
            sender: sender(of: place),
            codes: life.codes,
            isHeld: life.isHeld,
            sawStart: life.sawStart,
            isContinuation: life.isContinuation,
            recipients: recipients
        )
    }

    private mutating func restore(_ stored: StoredLife) {
        let host = number(ofHost: stored.host)
        let id = Padded(stored.queueID)
        let queueID = QueueID(id.bytes.span, id.range)
        let place = Self.place(of: stored)
        lifeMarks.restore(place)
        guard lives.find(queueID, host: host) == nil else { return lifeMarks.end(place) }
        _ = lives.insert(queueID, host: host, at: stored.arrived, in: place)
        lives[place].isCounted = true
        if queueID.isDigest { lives[place].idText = texts.insert(id.bytes.span, id.range) }
        if let messageID = stored.messageID {
            lives[place].hasMessageID = true
            lives[place].messageID = insert(messageID)
        }
        if let sender = stored.sender {
            lives[place].sawSender = true
            lives[place].sender = insert(sender)
        }
        lives[place].codes = stored.codes
        lives[place].isHeld = stored.isHeld
        lives[place].sawStart = stored.sawStart
        lives[place].isContinuation = stored.isContinuation
        for recipient in stored.recipients.reversed() { restore(recipient, of: place) }
    }

    private mutating func restore(_ stored: StoredLife.Recipient, of place: Int) {
        let domain = Padded(stored.domain)
        let destination = destinations.number(
            domain.bytes.span,
            domain.range,
            hash: ByteHash.foldedHash(domain.bytes.span, domain.range)
        )
        let fate = RecipientFate(rawValue: stored.fate) ?? .waiting
        let failure = destinations.failureIndex(destination)
        if fate == .waiting { destinations.failures[failure].waiting += 1 }
        // Its destination may have lost its row.
        let known = destinations.failures[failure]
        destinations.failures[failure].first = min(known.first, stored.first)
        destinations.failures[failure].last = max(known.last, stored.last)
        let address = Padded(stored.address)
        _ = recipients.insert(
            Recipient(
                hash: stored.hash ?? address.hash,
                destination: UInt32(destination),
                address: texts.insert(address.bytes.span, address.range),
                attempts: stored.attempts,
                codes: stored.codes,
                lastCode: DeferralCode(rawValue: stored.lastCode) ?? .other,
                lastRow: stored.lastRow,
                fate: fate,
                gaveCount: stored.gaveCount,
                first: stored.first,
                last: stored.last
            ),
            into: &lives[place].recipients
        )
    }

    private func stored(_ process: CompanionStore.Process) -> StoredNotes {
        StoredNotes(
            host: hosts.name(UInt32(process.key >> 32)),
            pid: UInt32(truncatingIfNeeded: process.key),
            usedBy: process.usedBy == .none ? nil : process.usedBy.text,
            notes: process.notes.map { note in
                StoredNotes.Note(
                    seconds: note.seconds,
                    refinement: note.refinement?.rawValue,
                    host: note.tried?.host,
                    address: note.tried?.address,
                    port: note.tried?.port,
                    code: note.tried?.code.rawValue,
                    origin: note.tried?.origin.rawValue,
                    reason: note.tried?.reason
                )
            }
        )
    }

    private mutating func restore(_ stored: StoredNotes) {
        let host = number(ofHost: stored.host)
        for note in stored.notes {
            var tried: DeferralEvent.TriedServer?
            if let name = note.host, let address = note.address {
                tried = DeferralEvent.TriedServer(
                    host: name,
                    address: address,
                    port: note.port,
                    code: note.code.flatMap(DeferralCode.init(rawValue:)) ?? .other,
                    origin: note.origin.flatMap(Origin.init(rawValue:)) ?? .remote,
                    reason: note.reason ?? ""
                )
            }
            let refinement = note.refinement.flatMap(Refinement.init(rawValue:))
            companions.add(
                .init(seconds: note.seconds, refinement: refinement, tried: tried),
                host: host,
                pid: stored.pid
            )
        }
        guard let usedBy = stored.usedBy.map(Padded.init) else { return }
        let time = stored.notes.last?.seconds ?? 0
        _ = companions.take(
            host: host,
            pid: stored.pid,
            queueID: QueueID(usedBy.bytes.span, usedBy.range),
            at: time
        )
    }

    private mutating func number(ofHost name: String?) -> UInt32 {
        let text = Padded(name ?? "")
        return hosts.number(text.bytes.span, text.range)
    }

    mutating func insert(_ text: String) -> TextArena.Handle {
        let padded = Padded(text)
        return texts.insert(padded.bytes.span, padded.range)
    }
}

/// A text as bytes with the slack that words may overshoot into.
struct Padded {
    let bytes: [UInt8]
    let range: ByteRange

    init(_ text: String) {
        let utf8 = Array(text.utf8)
        bytes = utf8 + [UInt8](repeating: 0, count: blockSlack)
        range = ByteRange(0, utf8.count)
    }

    var hash: UInt64 { ByteHash.hash(bytes.span, range) }
}
