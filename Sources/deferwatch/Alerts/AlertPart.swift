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
        /// It has told what is not stored: a notice that waits is told again after a restart.
        var isUnstored = false
        /// What it had told when no notice waited last.
        var delivered: [AlertMemory] = []

        /// What another receiver of the same alert goes on with: a notice that still waits was not
        /// told, and is told to that one.
        func bookForSuccessor(_ damping: AlertDamping, now: Seconds) -> AlertBook {
            guard isUnstored, !sender.isIdle else { return book }
            var fresh = AlertBook(damping: damping)
            fresh.restore(delivered, now: now)
            return fresh
        }
    }

    private struct State {
        var lines: [Line] = []
        var delayed: [WaitingMail.Count] = []
        var delayedAt: Seconds?
        /// What alerts that are not there yet had told before the restart, by their id.
        var memories: [String: [AlertMemory]] = [:]
    }

    let name = "alerts"
    private static let interval = DispatchTimeInterval.seconds(1)
    /// Looking through all that waits is more work than the rest.
    private static let queueInterval: Seconds = 30
    private static let mostDelayed = 1_000

    private let state = Mutex(State())
    private let end = DispatchSemaphore(value: 0)
    private let children = RunningChildren()
    private let note = Mutex<(@Sendable (String) -> Void)?>(nil)

    func start(_ daemon: ServeDaemon) throws {
        note.withLock { $0 = { [log = daemon.log] in log.note($0) } }
        let memories = Self.memories(daemon.state.withLock { $0.restored })
        state.withLock { $0.memories = memories }
        apply(daemon.configuration.alerts)
        forget(Set(memories.keys).subtracting(daemon.configuration.alerts.map(\.id)), daemon)
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
        children.endAll()
    }

    /// An alert that stays keeps what it has told.
    private func apply(_ routes: [AlertRoute]) {
        let note: @Sendable (String) -> Void = note.withLock { $0 } ?? { @Sendable _ in }
        let former = state.withLock { state in
            let former = state.lines
            state.lines = routes.map { route in
                if let same = former.first(where: { $0.route == route }) { return same }
                let delivery = AlertDelivery(route: route, children: children)
                let sender = AlertSender(route.id, deliver: delivery.deliver, note: note)
                let now = DaemonClock.monotonic
                var book =
                    former.first { $0.route.id == route.id }?
                    .bookForSuccessor(route.damping, now: now) ?? AlertBook(damping: route.damping)
                book.damping = route.damping
                if let told = state.memories.removeValue(forKey: route.id) {
                    book.restore(told, now: now)
                }
                return Line(route: route, book: book, sender: sender, delivered: book.told)
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
        let told = state.withLock { state in
            var told: [String: [AlertMemory]] = [:]
            for place in state.lines.indices {
                let route = state.lines[place].route
                let problems = AlertProblems.current(view, for: route)
                if let news = state.lines[place].book.update(problems, now: now) {
                    let notice = AlertNotice(news, alert: route.id, host: host, now: wall)
                    state.lines[place].sender.send(notice)
                    state.lines[place].isUnstored = true
                } else if state.lines[place].isUnstored, state.lines[place].sender.isIdle {
                    told[route.id] = state.lines[place].book.told
                    state.lines[place].delivered = state.lines[place].book.told
                    state.lines[place].isUnstored = false
                }
            }
            return told
        }
        store(told, daemon)
    }

    // MARK: Over a restart

    /// What every alert's key in the state begins with; its id follows.
    static let keyPrefix = "alerts:"

    private func store(_ told: [String: [AlertMemory]], _ daemon: ServeDaemon) {
        guard !told.isEmpty, let keeper = daemon.state.withLock({ $0.history }) else { return }
        var changes = StateChanges()
        for (id, memories) in told {
            changes.set[Self.keyPrefix + id] = (try? JSONEncoder().encode(memories)).map(Array.init)
        }
        keeper.store(changes)
    }

    func storeAgain(_ daemon: ServeDaemon) {
        let told = state.withLock { state in
            state.lines.reduce(into: state.memories) { $0[$1.route.id] = $1.delivered }
        }
        store(told, daemon)
    }

    /// Alerts that are configured no longer leave nothing behind.
    private func forget(_ ids: Set<String>, _ daemon: ServeDaemon) {
        guard !ids.isEmpty, let keeper = daemon.state.withLock({ $0.history }) else { return }
        state.withLock { state in ids.forEach { state.memories[$0] = nil } }
        keeper.store(StateChanges(removed: Set(ids.map { Self.keyPrefix + $0 })))
    }

    private static func memories(_ states: [String: [UInt8]]) -> [String: [AlertMemory]] {
        var memories: [String: [AlertMemory]] = [:]
        for (key, bytes) in states where key.hasPrefix(keyPrefix) {
            let id = String(key.dropFirst(keyPrefix.count))
            let told = try? JSONDecoder().decode([AlertMemory].self, from: Data(bytes))
            memories[id] = told?.filter(\.isPlausible)
        }
        return memories
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
