import ByteScan
import Deferrals

/// Storing a ledger, a part at a time, and going on with it.
extension FlowLedger {
    /// What changed since the last call; the first time, and after a restart, what is not stored.
    ///
    /// Sums and hours are gathered each time: for every few seconds, not for every block.
    public mutating func takeChanges() -> LedgerChanges {
        LedgerChanges(
            lives: takeLifeChanges(),
            destinations: takeChangedDestinations(),
            hours: takeChangedHours(),
            sums: storedSums
        )
    }

    /// Nothing is stored any more: all of it is a change.
    public mutating func forgetStored() {
        for place in lives.placesByAge { touch(place) }
        destinations.touchAll()
        companions.touchAll()
        storedHours = [:]
    }

    /// Goes on with what was stored.
    ///
    /// - Precondition: nothing was added yet.
    public mutating func restore(_ stored: StoredLedger) {
        restore(stored.sums)
        for hour in stored.hours {
            timeline.hours[hour.hour] = Timeline.Hour(
                sent: hour.sent,
                bounced: hour.bounced,
                deferred: hour.deferred
            )
        }
        for destination in stored.destinations { restore(destination, stored.sums.outageWindow) }
        restore(kindDestinations: stored.sums.kindDestinations ?? [:])
        restore(stored.lives, stored.notes)
        storedHours = timeline.hours
        _ = destinations.takeChanges()
    }

    private var storedSums: StoredSums {
        var sums = totals
        let used = totals.attemptsByRow.indices.filter { totals.attemptsByRow[$0] > 0 }
        sums.attemptsByRow = []
        return StoredSums(
            totals: sums,
            rows: Dictionary(
                used.map { (bank.rows[$0].id, totals.attemptsByRow[$0]) },
                uniquingKeysWith: +
            ),
            kindDestinations: storedKindDestinations,
            clockOffset: clockOffset,
            findings: Dictionary(
                uniqueKeysWithValues: findings.findings.map { kind, found in
                    var found = found
                    found.example = Redaction.withoutCredentials(found.example)
                    return (kind.rawValue, found)
                }
            ),
            unclassified: unclassified,
            spells: outages.spells,
            outageWindow: outages.window,
            outageSuccesses: outages.successes,
            outageServers: outages.servers
        )
    }

    private mutating func restore(_ sums: StoredSums) {
        totals = sums.totals
        totals.attemptsByRow = bank.rows.map { sums.rows[$0.id] ?? 0 }
        clockOffset = sums.clockOffset
        for (name, found) in sums.findings {
            if let kind = FindingKind(rawValue: name) { findings.findings[kind] = found }
        }
        unclassified = sums.unclassified
        outages.restore(
            sums.spells,
            window: sums.outageWindow,
            successes: sums.outageSuccesses,
            servers: sums.outageServers ?? []
        )
    }

    private var storedKindDestinations: [String: String] {
        var stored: [String: String] = [:]
        for kind in KindCounts.names where kindDestinations[kind.place] >= 0 {
            stored[kind.name] = destinations.name(Int(kindDestinations[kind.place]))
        }
        return stored
    }

    private mutating func restore(kindDestinations stored: [String: String]) {
        for kind in KindCounts.names {
            guard let domain = stored[kind.name] else { continue }
            kindDestinations[kind.place] = Int32(truncatingIfNeeded: number(ofDomain: domain))
        }
    }

    private mutating func number(ofDomain domain: String) -> Int {
        let domain = Padded(domain)
        return destinations.number(
            domain.bytes.span,
            domain.range,
            hash: ByteHash.foldedHash(domain.bytes.span, domain.range)
        )
    }

    private mutating func takeChangedHours() -> [StoredHour] {
        var changed: [StoredHour] = []
        for (hour, counts) in timeline.sorted() where storedHours[hour] != counts {
            storedHours[hour] = counts
            changed.append(
                StoredHour(
                    hour: hour,
                    sent: counts.sent,
                    bounced: counts.bounced,
                    deferred: counts.deferred
                )
            )
        }
        return changed
    }

    private mutating func takeChangedDestinations() -> [StoredDestination] {
        var changed: [StoredDestination] = []
        for number in destinations.takeChanges() { changed.append(stored(destination: number)) }
        return changed
    }

    // Mutating, for the compiler copies the whole ledger before a call of a method that is not.
    private mutating func stored(destination number: Int) -> StoredDestination {
        let entry = destinations.entries[number]
        var stored = StoredDestination(
            domain: destinations.name(number),
            sent: entry.sent,
            bounced: entry.bounced,
            lastSuccess: entry.lastSuccess == .min ? nil : entry.lastSuccess,
            failures: nil
        )
        guard entry.failure != 0 else { return stored }
        let found = destinations.failures[Int(entry.failure) - 1]
        var failures = StoredDestination.Failures()
        failures.attempts = found.attempts.list
        failures.echoes = found.echoes
        failures.messages = found.messages
        failures.recipients = found.recipients
        failures.waiting = found.waiting
        failures.first = found.first
        failures.last = found.last
        failures.lastCode = found.lastCode
        failures.reason = Redaction.withoutCredentials(texts.text(found.reason))
        failures.server = texts.text(found.server)
        if let code = outages.failure(found.outage) {
            failures.outageWindow = outages.window
            failures.outageCode = code
        }
        stored.failures = failures
        return stored
    }

    private mutating func restore(_ stored: StoredDestination, _ outageWindow: Int64) {
        let number = number(ofDomain: stored.domain)
        destinations.entries[number].sent = stored.sent
        destinations.entries[number].bounced = stored.bounced
        destinations.entries[number].lastSuccess = stored.lastSuccess ?? .min
        guard let failures = stored.failures else { return }
        let place = destinations.failureIndex(number)
        for (code, count) in zip(DeferralCode.allCases, failures.attempts) {
            destinations.failures[place].attempts[code] = count
        }
        destinations.failures[place].echoes = failures.echoes
        destinations.failures[place].messages = failures.messages
        destinations.failures[place].recipients = failures.recipients
        // Those that wait come with their messages.
        destinations.failures[place].first = failures.first
        destinations.failures[place].last = failures.last
        destinations.failures[place].lastCode = failures.lastCode
        destinations.failures[place].reason = insert(failures.reason)
        destinations.failures[place].server = insert(failures.server)
        if failures.outageWindow == outageWindow, let code = failures.outageCode {
            outages.restoreFailure(code, &destinations.failures[place].outage)
        }
    }
}
