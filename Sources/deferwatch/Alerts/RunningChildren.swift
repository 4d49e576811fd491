import Glibc
import Synchronization

/// The programs that run for a daemon's alerts: none outlives the daemon.
final class RunningChildren: Sendable {
    /// Leaders of their process groups.
    private let groups = Mutex<Set<pid_t>>([])
    /// Time to end in after SIGTERM.
    private static let grace = Duration.milliseconds(500)

    /// Counts `process` among them while `body` runs.
    func including<Result>(_ process: pid_t, _ body: () -> Result) -> Result {
        groups.withLock { _ = $0.insert(process) }
        defer { groups.withLock { _ = $0.remove(process) } }
        return body()
    }

    /// Ends all that run, with their process groups.
    func endAll() {
        let ending = groups.withLock { $0 }
        for group in ending { kill(-group, SIGTERM) }
        let deadline = ContinuousClock.now + Self.grace
        while groups.withLock({ !$0.isDisjoint(with: ending) }), ContinuousClock.now < deadline {
            usleep(5_000)
        }
        for group in groups.withLock({ $0.intersection(ending) }) { kill(-group, SIGKILL) }
    }
}
