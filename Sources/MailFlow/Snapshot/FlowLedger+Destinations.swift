import ByteScan
import Deferrals

/// How bad a destination's trouble is: what waits before what was only late.
private struct Rank: Comparable {
    /// Recipients that wait, then messages.
    var first: UInt64
    var attempts: Int

    static func < (left: Rank, right: Rank) -> Bool {
        (left.first, left.attempts) < (right.first, right.attempts)
    }
}

extension FlowLedger {
    /// How many destinations have deferrals.
    var failingCount: Int {
        destinations.failures.count
    }

    /// The destinations with deferrals that rank first: most recipients that still wait, then most
    /// messages, then most attempts, then by name.
    ///
    /// Names are looked at where figures tie at the end of the list: a storm has a hundred thousand
    /// destinations, and a report ten.
    func failingDestinations(top: Int) -> [Int] {
        var ranked: [(rank: Rank, number: Int)] = []
        ranked.reserveCapacity(failingCount)
        for number in destinations.entries.indices {
            let place = destinations.entries[number].failure
            guard place != 0 else { continue }
            let failure = destinations.failures[Int(place) - 1]
            let rank = Rank(
                first: UInt64(failure.waiting) << 32 | UInt64(failure.messages),
                attempts: failure.attempts.total
            )
            ranked.append((rank, number))
        }
        guard top > 0, !ranked.isEmpty else { return [] }
        ranked.sort { $0.rank > $1.rank }
        let last = ranked[min(top, ranked.count) - 1].rank
        let listed = ranked.prefix { $0.rank >= last }
            .map { (rank: $0.rank, name: destinations.name($0.number), number: $0.number) }
        return listed.sorted { ($1.rank, $0.name) < ($0.rank, $1.name) }.prefix(top).map(\.number)
    }

    func destinationRow(_ number: Int) -> FlowSnapshot.DestinationRow {
        let entry = destinations.entries[number]
        let failure = destinations.failures[Int(entry.failure) - 1]
        var codes: [String: Int] = [:]
        for code in DeferralCode.allCases where failure.attempts[code] > 0 {
            codes[code.text] = Int(failure.attempts[code])
        }
        return FlowSnapshot.DestinationRow(
            domain: destinations.name(number),
            provider: provider(ofServer: failure.server)?.name,
            server: server(ofDestination: number),
            attempts: failure.attempts.total,
            suspended: Int(failure.echoes),
            messages: Int(failure.messages),
            recipients: Int(failure.recipients),
            waiting: Int(failure.waiting),
            sent: Int(entry.sent),
            bounced: Int(entry.bounced),
            codes: codes,
            lastCode: failure.lastCode.text,
            lastReason: Redaction.withoutCredentials(texts.text(failure.reason)),
            firstFailure: failure.first,
            lastFailure: failure.last,
            lastSuccess: entry.lastSuccess == .min ? nil : entry.lastSuccess
        )
    }

    /// The server that failed last; nil: no server was met, or there was no failure.
    func server(ofDestination number: Int) -> String? {
        let failure = Int(destinations.entries[number].failure)
        guard failure > 0, destinations.failures[failure - 1].server != 0 else { return nil }
        return texts.text(destinations.failures[failure - 1].server)
    }

    /// Who runs the server 'host[address]:port'.
    private func provider(ofServer server: TextArena.Handle) -> ProviderName? {
        texts.withBytes(of: server) { bytes, range in
            let end = bytes.firstOffset(of: UInt8(ascii: "["), in: range) ?? range.upperBound
            return ProviderName.provider(ofHost: bytes, range.lowerBound..<end)
        }
    }

    /// Destinations rolled up by who runs the server that was met last.
    func snapshotProviders() -> [FlowSnapshot.Provider] {
        var byName: [String: FlowSnapshot.Provider] = [:]
        for number in destinations.entries.indices {
            let entry = destinations.entries[number]
            guard entry.failure != 0 else { continue }
            let failure = destinations.failures[Int(entry.failure) - 1]
            guard let name = provider(ofServer: failure.server)?.name else { continue }
            byName[
                name,
                default: FlowSnapshot.Provider(
                    name: name,
                    destinations: 0,
                    attempts: 0,
                    waiting: 0,
                    sent: 0
                )
            ].add(failure, sent: Int(entry.sent))
        }
        return byName.values.sorted { ($1.attempts, $0.name) < ($0.attempts, $1.name) }
    }
}

extension FlowSnapshot.Provider {
    fileprivate mutating func add(_ failure: DestinationFailures, sent: Int) {
        destinations += 1
        attempts += failure.attempts.total
        waiting += Int(failure.waiting)
        self.sent += sent
    }
}
