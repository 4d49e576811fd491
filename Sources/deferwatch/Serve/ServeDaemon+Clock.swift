import Dispatch
import MailFlow
import PolicyService
import Synchronization

/// What is done by the clock.
extension ServeDaemon {
    /// Once a second, until the timer is cancelled.
    func startClock() -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "clock"))
        timer.schedule(deadline: .now(), repeating: 1)
        timer.setEventHandler { @Sendable [self] in
            let monotonic = DaemonClock.monotonic
            let reading = TailReading(
                now: DaemonClock.wall,
                monotonic: monotonic,
                lag: tail.measure(now: monotonic),
                lines: tail.lines
            )
            spread(health.tick(reading))
            log.settle()
            tellTailTrouble(now: monotonic)
            if monotonic % 10 == 0, let keeper = state.withLock({ $0.history }) {
                storePushBack(keeper)
            }
        }
        timer.resume()
        return timer
    }

    /// Tells once what became of the logs themselves.
    private func tellTailTrouble(now: Seconds) {
        let trouble = TailTrouble(missing: tail.missing(now: now), clockErrors: tail.clockErrors)
        let sentences = tailTold.withLock { told in
            defer { told = trouble }
            return trouble.sentences(after: told)
        }
        for sentence in sentences { log.note(sentence) }
    }

    /// Nobody is to be pushed back longer because of a restart.
    func storePushBack(_ keeper: HistoryKeeper) {
        let bytes = pushBackRevision.withLock { policy.pushBackMemory(since: &$0) }
        if let bytes { keeper.store(StateChanges(set: [Self.pushBackKey: bytes])) }
    }
}
