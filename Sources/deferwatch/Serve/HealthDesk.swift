import ByteScan
import Foundation
import MailFlow
import PolicyService
import Synchronization

/// The health of destinations: fed by the log's follower, asked by the policy server and the
/// operator.
///
/// A lock guards the book; all sides hold it for microseconds, and do nothing else meanwhile.
final class HealthDesk: StandingSource {
    /// What has changed.
    struct News: Sendable {
        var transitions: [HealthTransition]
        var guards: [GuardTransition]
    }

    struct State: Sendable {
        var book: HealthBook
        var queueLifetime: Seconds
        /// Keys of stored words that had ended before the start.
        var endedWords: Set<String> = []
    }

    let state: Mutex<State>
    /// Under a lock of its own, which no request takes: what is counted here may be long.
    let waiting: Mutex<WaitingMail>
    /// What is taken up, or handed out, under one lock.
    static let part = 64

    init(settings: HealthSettings, queueLifetime: Seconds) {
        let seed = UInt64.random(in: 0...UInt64.max)
        state = Mutex(
            State(
                book: HealthBook(settings: settings, seed: seed, collectsChanges: true),
                queueLifetime: queueLifetime
            )
        )
        waiting = Mutex(WaitingMail(zoneMinutes: LocalClock.offsetMinutes))
    }

    /// Learns from a block of lines.
    func record(_ gain: LiveFlow.Gain) -> News {
        let protection = state.withLock { $0.book.settings.protection }
        let repeated = gain.repeated
        let events = (repeated?.events ?? []) + gain.events
        let ends = (repeated?.ends ?? []) + gain.ends
        let zone = LocalClock.offsetMinutes
        var evidence = events.compactMap {
            HealthEvidence($0, protection: protection, zoneMinutes: zone)
        }
        for success in (repeated?.successes ?? []) + gain.successes {
            evidence.append(HealthEvidence(success, protection: protection))
        }
        evidence.sort { $0.time < $1.time }
        updateWaiting { waiting in
            waiting.zoneMinutes = zone
            for event in events { waiting.add(event) }
            for change in (repeated?.holds ?? []) + gain.holds { waiting.apply(change) }
            for end in ends {
                waiting.remove(
                    queueID: end.queueID,
                    recipient: end.recipient,
                    domain: end.domain
                )
            }
        }
        inParts(evidence) { $0.book.record($1) }
        inParts((repeated?.warnings ?? []) + gain.warnings) { $0.book.record($1) }
        return state.withLock { Self.news(&$0.book) }
    }

    /// Takes up one after the other, and gives the lock back between parts: answers come first.
    private func inParts<Each: Sendable>(
        _ all: [Each],
        _ body: @Sendable (inout State, Each) -> Void
    ) {
        var rest = all[...]
        while !rest.isEmpty {
            let part = rest.prefix(Self.part)
            rest = rest.dropFirst(part.count)
            state.withLock { state in
                for each in part { body(&state, each) }
            }
        }
    }

    /// Lets time pass.
    func tick(_ reading: TailReading) -> News {
        state.withLock { state in
            state.book.observe(reading)
            state.book.tick(reading.now)
            return Self.news(&state.book)
        }
    }

    /// Goes on with other numbers.
    func apply(_ settings: HealthSettings, queueLifetime: Seconds) {
        state.withLock { state in
            state.book.apply(settings)
            state.queueLifetime = queueLifetime
        }
    }

    /// Takes the operator's word.
    func force(_ domain: String, _ kind: ForcedVerdict.Kind, for limit: Seconds) throws -> News {
        try state.withLock { state in
            try state.book.force(domain, kind, for: limit, now: DaemonClock.wall)
            return Self.news(&state.book)
        }
    }

    /// Takes the operator's word back; nil: there was none.
    func release(_ domain: String) -> News? {
        state.withLock { state in
            state.book.release(domain, now: DaemonClock.wall) ? Self.news(&state.book) : nil
        }
    }

    /// How a destination stands, for a report.
    func standing(of domain: String) -> Standing {
        state.withLock { $0.book.standing(of: domain, now: DaemonClock.wall) }
    }

    /// Every destination that fails, is limited or forced, by name.
    func troubled() -> [(domain: String, standing: Standing)] {
        var found: [String: Standing] = [:]
        var cursor: Int? = 0
        while cursor != nil {
            // The lock is given back between the parts: with many of them answers would wait.
            let part = state.withLock { $0.book.nextTroubled(&cursor) }
            for (domain, standing) in part { found[domain] = standing }
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Destinations for which mail has waited since `time` or longer, the oldest first.
    func delayed(since time: Seconds, most: Int) -> [WaitingMail.Count] {
        waiting.withLock { $0.delayed(since: time, most: most) }
    }

    /// Guards that are active, destinations known, and what became of the evidence.
    var summary: (guards: [GuardReason], destinations: Int, counts: HealthCounts) {
        state.withLock { ($0.book.activeGuards, $0.book.destinationCount, $0.book.counts) }
    }

    /// Changes what waits, and tells the book.
    func updateWaiting(_ body: (inout WaitingMail) -> Void) {
        let changes = waiting.withLock { waiting in
            body(&waiting)
            return waiting.takeChanges()
        }
        inParts(changes) { state, count in
            state.book.setQueued(count.recipients, oldest: count.oldest, for: count.domain)
        }
    }

    private static func news(_ book: inout HealthBook) -> News {
        News(transitions: book.takeTransitions(), guards: book.takeGuardTransitions())
    }

    func standing(of bytes: Span<UInt8>, _ range: ByteRange, at now: Int64) -> DestinationStanding {
        guard let key = DomainKey(bytes, range) else {
            return standing(ofText: bytes.text(range), at: now)
        }
        let found = state.withLock { state in
            state.book.standing(of: key, now: now).map { ($0, state.queueLifetime) }
        }
        guard let (standing, lifetime) = found else { return .unknown }
        return DestinationStanding(standing, at: now, queueLifetime: lifetime)
    }

    private func standing(ofText domain: String, at now: Int64) -> DestinationStanding {
        let (standing, lifetime) = state.withLock {
            ($0.book.standing(of: domain, now: now), $0.queueLifetime)
        }
        return DestinationStanding(standing, at: now, queueLifetime: lifetime)
    }

    func probeStarted(_ bytes: Span<UInt8>, _ range: ByteRange, at now: Int64) {
        let domain = bytes.text(range)
        _ = state.withLock { $0.book.standing(of: domain, now: now, wantsProbe: true) }
    }
}

extension DestinationStanding {
    /// What rules look at, of what health knows.
    init(_ standing: Standing, at now: Int64, queueLifetime: Seconds) {
        // A guard that holds means: nothing is known, and so nothing is answered.
        let isSilenced = standing.silencedBy != nil
        self.init(state: isSilenced ? .unknown : Self.state(standing.learned))
        forced = standing.forced.map { Self.order($0.kind) }
        code = standing.code
        category = standing.category
        since = standing.since
        if let throttle = standing.throttle, !isSilenced {
            throttled = true
            passPercent = UInt8(clamping: throttle.percent)
            category = category ?? throttle.category
            if state == .up || state == .unknown { since = throttle.since }
        }
        waiting = isSilenced ? 0 : standing.waiting
        if waiting > 0, let arrival = standing.oldest {
            oldest = .seconds(max(0, now - arrival))
            expiresIn = .seconds(max(0, arrival + queueLifetime - now))
        }
        provider = standing.provider
        offersProbe = standing.offersProbe
        // Of most destinations there is nothing to tell, and each request comes by here.
        if !standing.reasons.isEmpty { reasons = standing.reasons.texts }
    }

    private static func state(_ state: HealthState) -> DestinationState {
        switch state {
        case .unknown: .unknown
        case .up: .up
        case .degraded: .degraded
        case .down: .down
        case .probing: .probing
        }
    }

    private static func order(_ kind: ForcedVerdict.Kind) -> OperatorOrder {
        switch kind {
        case .down: .down
        case .up: .up
        case .refuse: .refuse
        }
    }
}
