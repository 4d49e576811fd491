import Dispatch
import Foundation
import MailFlow
import Synchronization

/// Watches for what alerts are about, and tells.
final class AlertPart: DaemonPart {
    private struct Line {
        var route: AlertRoute
        var book: AlertBook
        var sender: AlertSender
    }

    private struct State {
        var lines: [Line] = []
        var delayed: [WaitingMail.Count] = []
        var delayedAt: Seconds?
    }

    let name = "alerts"
    private static let interval = DispatchTimeInterval.seconds(1)
    /// Looking through all that waits is more work than the rest.
    private static let queueInterval: Seconds = 30
    private static let mostDelayed = 1_000

    private let state = Mutex(State())
    private let end = DispatchSemaphore(value: 0)
    private let note = Mutex<(@Sendable (String) -> Void)?>(nil)

    func start(_ daemon: ServeDaemon) throws {
        note.withLock { $0 = { [log = daemon.log] in log.note($0) } }
        apply(daemon.configuration.alerts)
        let thread = Thread { [self] in
            repeat { look(daemon) } while end.wait(timeout: .now() + Self.interval) == .timedOut
        }
        thread.name = "alerts"
        thread.start()
    }

    func reconfigured(_ configuration: DaemonConfiguration) {
        apply(configuration.alerts)
    }

    func stop() {
        end.signal()
        apply([])
    }

    /// An alert that stays keeps what it has told.
    private func apply(_ routes: [AlertRoute]) {
        let note: @Sendable (String) -> Void = note.withLock { $0 } ?? { @Sendable _ in }
        let former = state.withLock { state in
            let former = state.lines
            state.lines = routes.map { route in
                if let same = former.first(where: { $0.route == route }) { return same }
                let delivery = AlertDelivery(route: route)
                let sender = AlertSender(route.id, deliver: delivery.deliver, note: note)
                var book =
                    former.first { $0.route.id == route.id }?.book
                    ?? AlertBook(damping: route.damping)
                book.damping = route.damping
                return Line(route: route, book: book, sender: sender)
            }
            state.delayedAt = nil
            return former.filter { line in !state.lines.contains { $0.sender === line.sender } }
        }
        for line in former { line.sender.stop() }
    }

    private func look(_ daemon: ServeDaemon) {
        guard state.withLock({ !$0.lines.isEmpty }) else { return }
        let (now, wall) = (DaemonClock.monotonic, DaemonClock.wall)
        let lifetime = daemon.configuration.queueLifetime
        let wait = state.withLock { state in
            state.lines.compactMap { $0.route.shortestWait(queueLifetime: lifetime) }.min()
        }
        refresh(daemon, wait, now, wall)
        let view = AlertProblems.View(
            now: wall,
            troubled: daemon.health.troubled(),
            guards: daemon.health.summary.guards,
            delayed: state.withLock { $0.delayed },
            queueLifetime: lifetime
        )
        let host = ProcessInfo.processInfo.hostName
        state.withLock { state in
            for place in state.lines.indices {
                let route = state.lines[place].route
                let problems = AlertProblems.current(view, for: route)
                guard let news = state.lines[place].book.update(problems, now: now) else {
                    continue
                }
                let notice = AlertNotice(news, alert: route.id, host: host, now: wall)
                state.lines[place].sender.send(notice)
            }
        }
    }

    private func refresh(_ daemon: ServeDaemon, _ wait: Seconds?, _ now: Seconds, _ wall: Seconds) {
        let isFresh = state.withLock { state in
            state.delayedAt.map { now - $0 < Self.queueInterval } ?? false
        }
        guard !isFresh else { return }
        let delayed = wait.map {
            daemon.health.delayed(since: wall - $0, most: Self.mostDelayed)
        }
        state.withLock { ($0.delayed, $0.delayedAt) = (delayed ?? [], now) }
    }
}
