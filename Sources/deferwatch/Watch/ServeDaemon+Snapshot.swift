import Dashboard
import MailFlow
import PolicyService
import Synchronization

extension ServeDaemon {
    /// What metrics and the page show.
    var snapshot: ServiceSnapshot {
        var snapshot = ServiceSnapshot()
        let now = DaemonClock.wall
        snapshot.version = Deferwatch.version
        (snapshot.now, snapshot.started) = (now, started)
        let history = state.withLock { state in
            snapshot.configurationLoaded = state.loadedAt
            snapshot.isLastReloadGood = state.isLastReloadGood
            snapshot.mode = state.loaded.configuration.policy.mode.rawValue
            snapshot.listeners = state.listeners.map(\.placeText)
            return state.history
        }
        // Not under the lock: the answer waits for a slow disk.
        snapshot.isHistoryKept = !(history?.isInMemory ?? true)
        fillFlow(&snapshot)
        fillHealth(&snapshot, now)
        fillPolicy(&snapshot)
        return snapshot
    }

    private func fillFlow(_ snapshot: inout ServiceSnapshot) {
        let counts = flow.counts
        snapshot.deferrals = counts.deferrals
        snapshot.unclassified = counts.unclassified
        snapshot.lines = counts.lines
        snapshot.rowNanoseconds = state.withLock { $0.flow }?.rowNanoseconds ?? [:]
        snapshot.deliveries = [
            "sent": counts.statuses.sent, "deferred": counts.statuses.deferred,
            "bounced": counts.statuses.bounced, "expired": counts.statuses.expired,
        ]
        let reading = tail.reading
        snapshot.tailBytes = reading.bytes
        snapshot.rotations = reading.rotations
        snapshot.possibleLosses = reading.losses
        snapshot.tailLag = reading.lag
        snapshot.missingLogs = tail.missing(now: DaemonClock.monotonic)
        snapshot.sinceLook = reading.looked.map { max(0, DaemonClock.monotonic - $0) } ?? 0
    }

    private func fillHealth(_ snapshot: inout ServiceSnapshot, _ now: Seconds) {
        let troubled = health.troubled()
        let (guards, known, _) = health.summary
        let counts = DaemonStatus.Destinations(troubled.map(\.standing), known: known)
        snapshot.guards = Set(guards)
        snapshot.destinations.known = counts.known
        snapshot.destinations.degraded = counts.degraded
        snapshot.destinations.down = counts.down
        snapshot.destinations.probing = counts.probing
        snapshot.destinations.throttled = counts.throttled
        snapshot.destinations.forced = counts.forced
        snapshot.open = troubled.filter { $0.standing.state.isDown }.map { domain, standing in
            ServiceSnapshot.OpenDestination(
                domain: domain,
                state: standing.state.rawValue,
                code: standing.code,
                since: standing.since ?? standing.forced?.since ?? now,
                waiting: standing.waiting
            )
        }.sorted { ($0.since, $0.domain) < ($1.since, $1.domain) }
    }

    private func fillPolicy(_ snapshot: inout ServiceSnapshot) {
        let metrics = meter.snapshot
        snapshot.answers = Self.counts(metrics.answers, byMode: true)
        snapshot.wouldAnswers = Self.counts(metrics.wouldAnswers, byMode: false)
        snapshot.repeats = metrics.repeats
        snapshot.durations = ServiceSnapshot.Durations(
            bounds: PolicyMetrics.durationBounds,
            counts: metrics.durations,
            nanoseconds: metrics.durationNanoseconds
        )
        snapshot.badRequests = metrics.badRequests
        snapshot.stalls = metrics.stalls
        snapshot.internalErrors = metrics.internalErrors
        snapshot.connections = metrics.connectionsOpen
        snapshot.connectionsRefused = metrics.connectionsRefused
    }

    /// Modes are not told apart where only actions and rules are: counts are added up.
    private static func counts(
        _ answers: [PolicyMetrics.Answer: UInt64],
        byMode: Bool
    ) -> [ServiceSnapshot.AnswerKey: UInt64] {
        var counts: [ServiceSnapshot.AnswerKey: UInt64] = [:]
        for (answer, count) in answers {
            let key = ServiceSnapshot.AnswerKey(
                action: answer.action.rawValue,
                mode: byMode ? answer.mode?.rawValue ?? "" : "",
                rule: answer.rule ?? ""
            )
            counts[key, default: 0] += count
        }
        return counts
    }
}
