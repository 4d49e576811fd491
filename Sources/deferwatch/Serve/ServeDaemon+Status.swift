import Glibc
import MailFlow
import PolicyService
import Synchronization

extension ServeDaemon {
    /// How the daemon does.
    var status: DaemonStatus {
        let now = state.withLock { state in
            (
                loaded: state.loaded, at: state.loadedAt, isGood: state.isLastReloadGood,
                problems: state.problems, listeners: state.listeners, history: state.history
            )
        }
        let troubled = health.troubled()
        let (guards, known, _) = health.summary
        return DaemonStatus(
            version: Deferwatch.version,
            pid: Int(getpid()),
            started: TimeText.rfc3339(started, offsetMinutes: 0),
            now: TimeText.rfc3339(DaemonClock.wall, offsetMinutes: 0),
            configuration: .init(
                files: now.loaded.files,
                loaded: TimeText.rfc3339(now.at, offsetMinutes: 0),
                isLastReloadGood: now.isGood,
                problems: now.problems
            ),
            policy: .init(
                meter.snapshot,
                mode: now.loaded.configuration.policy.mode,
                listeners: now.listeners.map(\.placeText)
            ),
            tail: .init(
                logs: tail.positions.keys.sorted(),
                lines: tail.lines,
                lagSeconds: Int(tail.lag),
                missing: tail.missing(now: DaemonClock.monotonic),
                clockErrors: tail.clockErrors
            ),
            history: .init(
                directory: now.loaded.configuration.stateDirectory,
                isInMemory: now.history?.isInMemory ?? true
            ),
            guards: guards.map(\.rawValue),
            destinations: .init(troubled.map(\.standing), known: known),
            troubled: troubled.prefix(DaemonStatus.mostTroubled).map {
                .init($0.domain, $0.standing)
            },
            troubledLeftOut: max(0, troubled.count - DaemonStatus.mostTroubled)
        )
    }
}

extension DaemonStatus.Destinations {
    init(_ standings: [Standing], known: Int) {
        self.known = known
        for standing in standings {
            switch standing.learned {
            case .degraded: degraded += 1
            case .down: down += 1
            case .probing: probing += 1
            case .unknown, .up: break
            }
            if standing.throttle != nil { throttled += 1 }
            if standing.forced != nil { forced += 1 }
        }
    }
}

extension DaemonStatus.Policy {
    init(_ metrics: PolicyMetrics, mode: PolicyMode, listeners: [String]) {
        self.mode = mode.rawValue
        self.listeners = listeners
        connections = metrics.connectionsOpen
        requests = Int(clamping: metrics.requests)
        answers = Self.sorted(metrics.answers)
        wouldAnswers = Self.sorted(metrics.wouldAnswers)
        badRequests = Int(clamping: metrics.badRequests)
        internalErrors = Int(clamping: metrics.internalErrors)
    }

    private static func sorted(_ answers: [PolicyMetrics.Answer: UInt64]) -> [Answer] {
        answers.map {
            Answer(
                action: $0.key.action.rawValue,
                mode: $0.key.mode?.rawValue,
                rule: $0.key.rule,
                count: Int(clamping: $0.value)
            )
        }.sorted { ($0.action, $0.rule ?? "") < ($1.action, $1.rule ?? "") }
    }
}
