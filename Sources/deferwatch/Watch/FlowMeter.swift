import Dashboard
import Deferrals
import MailFlow
import Synchronization

/// Counts what the follower learns, for metrics.
final class FlowMeter: Sendable {
    struct Counts: Sendable {
        var deferrals: [ServiceSnapshot.DeferralKey: Int] = [:]
        var unclassified = 0
        /// Of the ledger: a restart goes on with what was stored.
        var statuses = StatusCounts()
        var lines = LineCounts()
    }

    private struct State {
        var counts = Counts()
        var services: Set<String> = []
    }

    /// Names of services come from the log; the rest is 'other'.
    private static let mostServices = 50

    private let state = Mutex(State())

    /// The counts now.
    var counts: Counts { state.withLock { $0.counts } }

    /// Goes on with the sums of a ledger that was restored.
    func begin(lines: LineCounts, statuses: StatusCounts) {
        state.withLock { ($0.counts.lines, $0.counts.statuses) = (lines, statuses) }
    }

    /// Adds what a block gave; `lines` and `statuses` are the ledger's sums after it.
    func add(_ gain: LiveFlow.Gain, lines: LineCounts, statuses: StatusCounts) {
        state.withLock { state in
            state.counts.lines = lines
            state.counts.statuses = statuses
            for event in gain.events {
                let service = Self.name(event.service ?? "unknown", &state.services)
                state.counts.deferrals[.init(code: event.code, service: service), default: 0] += 1
                if event.category == .unclassified { state.counts.unclassified += 1 }
            }
        }
    }

    private static func name(_ service: String, _ known: inout Set<String>) -> String {
        if known.contains(service) { return service }
        guard known.count < mostServices else { return "other" }
        known.insert(service)
        return service
    }
}
