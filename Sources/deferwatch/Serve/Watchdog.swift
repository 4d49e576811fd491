import Dispatch
import LocalSocket
import PolicyService
import Synchronization

/// Feeds the service manager's watchdog, as long as our own policy socket answers.
///
/// It asks as smtpd would, over a connection that it keeps: a server that is full still answers it,
/// one that hangs does not.
final class Watchdog: Sendable {
    private struct State {
        var client: PolicyClient?
        var isSilent = false
    }

    private let place: SocketPlace
    private let manager: ServiceManager
    private let log: DaemonLog
    private let limit: Duration
    // Held while asking: the questions come one after the other.
    private let state = Mutex(State())

    private static let request = PolicyRequest.wireBytes([
        (.protocolState, "RCPT"), (.protocolName, "ESMTP"), (.clientAddress, "127.0.0.1"),
        (.sender, "watchdog@deferwatch.invalid"), (.recipient, "watchdog@deferwatch.invalid"),
        (.policyContext, "deferwatch-watchdog"),
    ])

    init(place: SocketPlace, interval: Duration, manager: ServiceManager, log: DaemonLog) {
        self.place = place
        self.manager = manager
        self.log = log
        limit = interval / 3
    }

    /// Asks three times in the interval, until the timer is cancelled.
    func start() -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource()
        let nanoseconds = Int(clamping: Int64(limit / .nanoseconds(1)))
        timer.schedule(deadline: .now(), repeating: .nanoseconds(nanoseconds))
        timer.setEventHandler { @Sendable in self.feed() }
        timer.resume()
        return timer
    }

    /// One sign of life, if there is one to give.
    func feed() {
        state.withLock { state in
            do {
                if state.client == nil {
                    state.client = try PolicyClient(to: place, within: limit / 2)
                }
                let answer = try state.client?.ask(Self.request, within: limit / 2)
                guard answer?.action == "DUNNO" else {
                    throw LocalSocketError.late(path: "\(place)")
                }
                state.isSilent = false
                manager.watchdog()
            } catch {
                state.client = nil
                if !state.isSilent {
                    log.note("watchdog: the policy socket does not answer: \(error)")
                }
                state.isSilent = true
            }
        }
    }
}
