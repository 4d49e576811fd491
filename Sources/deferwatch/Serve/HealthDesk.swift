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

    private let book: Mutex<HealthBook>
    private let zoneMinutes = TimeZone.current.secondsFromGMT() / 60

    init(settings: HealthSettings) {
        book = Mutex(HealthBook(settings: settings, seed: .random(in: 0...UInt64.max)))
    }

    /// Learns from a block of lines.
    func record(_ gain: LiveFlow.Gain) -> News {
        let evidence =
            gain.events.compactMap { HealthEvidence($0, zoneMinutes: zoneMinutes) }
            + gain.successes.map { HealthEvidence($0) }
        return book.withLock { book in
            for each in evidence.sorted(by: { $0.time < $1.time }) { book.record(each) }
            return Self.news(&book)
        }
    }

    /// Lets time pass.
    func tick(_ reading: TailReading) -> News {
        book.withLock { book in
            book.observe(reading)
            book.tick(reading.now)
            return Self.news(&book)
        }
    }

    /// Goes on with other numbers.
    func apply(_ settings: HealthSettings) {
        book.withLock { $0.apply(settings) }
    }

    /// Takes the operator's word.
    func force(_ domain: String, _ kind: ForcedVerdict.Kind, for limit: Seconds) throws -> News {
        try book.withLock { book in
            try book.force(domain, kind, for: limit, now: DaemonClock.wall)
            return Self.news(&book)
        }
    }

    /// Takes the operator's word back; nil: there was none.
    func release(_ domain: String) -> News? {
        book.withLock { book in
            book.release(domain, now: DaemonClock.wall) ? Self.news(&book) : nil
        }
    }

    /// How a destination stands, for a report.
    func standing(of domain: String) -> Standing {
        book.withLock { $0.standing(of: domain, now: DaemonClock.wall) }
    }

    /// Every destination that fails, is limited or forced, by name.
    func troubled() -> [(domain: String, standing: Standing)] {
        book.withLock { $0.troubled() }
    }

    /// Guards that are active, destinations known, and what became of the evidence.
    var summary: (guards: [GuardReason], destinations: Int, counts: HealthCounts) {
        book.withLock { ($0.activeGuards, $0.destinationCount, $0.counts) }
    }

    private static func news(_ book: inout HealthBook) -> News {
        News(transitions: book.takeTransitions(), guards: book.takeGuardTransitions())
    }

    func standing(of bytes: Span<UInt8>, _ range: ByteRange, at now: Int64) -> DestinationStanding {
        let domain = bytes.text(range)
        return DestinationStanding(book.withLock { $0.standing(of: domain, now: now) }, at: now)
    }

    func probeStarted(_ bytes: Span<UInt8>, _ range: ByteRange, at now: Int64) {
        let domain = bytes.text(range)
        _ = book.withLock { $0.standing(of: domain, now: now, wantsProbe: true) }
    }
}

extension DestinationStanding {
    /// What rules look at, of what health knows.
    init(_ standing: Standing, at now: Int64) {
        // A guard that holds means: nothing is known, and so nothing is answered.
        self.init(state: standing.silencedBy == nil ? Self.state(standing.learned) : .unknown)
        throttled = standing.throttle != nil && standing.silencedBy == nil
        passPercent = UInt8(clamping: standing.throttle?.percent ?? 0)
        forced = standing.forced.map { Self.order($0.kind) }
        code = standing.code
        category = standing.category
        since = standing.since
        waiting = standing.waiting
        oldest = standing.oldest.map { .seconds(max(0, now - $0)) }
        provider = standing.provider
        offersProbe = standing.offersProbe
        // Of most destinations there is nothing to tell, and each request comes by here.
        if !standing.reasons.isEmpty { reasons = standing.reasons.texts }
    }

    private static func state(_ state: HealthState) -> DestinationState {
        DestinationState(rawValue: state.rawValue) ?? .unknown
    }

    private static func order(_ kind: ForcedVerdict.Kind) -> OperatorOrder {
        OperatorOrder(rawValue: kind.rawValue) ?? .up
    }
}
