import ByteScan
import Foundation
import MailFlow
import PolicyService
import Synchronization

/// The health of destinations, fed by the log's follower and asked by the policy server.
///
/// A lock guards the book; both sides hold it for microseconds, and neither does anything else
/// meanwhile.
final class HealthDesk: StandingSource {
    private let book: Mutex<HealthBook>
    private let lines = Mutex(0)
    private let zoneMinutes = TimeZone.current.secondsFromGMT() / 60

    init(settings: HealthSettings) {
        book = Mutex(HealthBook(settings: settings, seed: .random(in: 0...UInt64.max)))
    }

    /// Learns from a block of lines; gives the transitions that it caused.
    func record(_ gain: LiveFlow.Gain) -> [HealthTransition] {
        lines.withLock { $0 += gain.lines }
        let evidence =
            gain.events.compactMap { HealthEvidence($0, zoneMinutes: zoneMinutes) }
            + gain.successes.map { HealthEvidence($0) }
        return book.withLock { book in
            for each in evidence.sorted(by: { $0.time < $1.time }) { book.record(each) }
            return book.takeTransitions()
        }
    }

    /// Lets time pass; gives the transitions that it caused.
    func tick(now: Int64, lag: Int64) -> [HealthTransition] {
        let monotonic = Int64(ProcessInfo.processInfo.systemUptime)
        let read = lines.withLock { $0 }
        return book.withLock { book in
            book.observe(TailReading(now: now, monotonic: monotonic, lag: lag, lines: read))
            book.tick(now)
            return book.takeTransitions()
        }
    }

    func standing(of bytes: Span<UInt8>, _ range: ByteRange, at now: Int64) -> DestinationStanding {
        let domain = bytes.text(range)
        return DestinationStanding(
            book.withLock { $0.standing(of: domain, now: now) },
            at: now
        )
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
        offersProbe = standing.isProbe
    }

    private static func state(_ state: HealthState) -> DestinationState {
        DestinationState(rawValue: state.rawValue) ?? .unknown
    }

    private static func order(_ kind: ForcedVerdict.Kind) -> OperatorOrder {
        OperatorOrder(rawValue: kind.rawValue) ?? .up
    }
}
