import Dispatch
import Foundation
import Synchronization

/// Hands on the notices of one alert, one after the other, on a thread of its own.
final class AlertSender: Sendable {
    /// How it is tried again.
    struct Patience: Sendable {
        var tries = 8
        var first = Duration.seconds(5)
        var longest = Duration.seconds(300)

        /// Before try number `tried`, from 1.
        func pause(after tried: Int) -> Duration {
            min(longest, first * (1 << min(20, tried - 1)))
        }
    }

    /// Notices that wait; beyond it the oldest is given up.
    static let mostWaiting = 16

    private struct State {
        var waiting: [AlertNotice] = []
        var isSending = false
        var isStopping = false
    }

    private let id: String
    private let patience: Patience
    private let deliver: @Sendable (AlertNotice) -> AlertOutcome
    private let note: @Sendable (String) -> Void
    private let state = Mutex(State())
    private let news = DispatchSemaphore(value: 0)
    private let end = DispatchSemaphore(value: 0)

    /// Begins its thread, which lasts until `stop`.
    init(
        _ id: String,
        patience: Patience = Patience(),
        deliver: @escaping @Sendable (AlertNotice) -> AlertOutcome,
        note: @escaping @Sendable (String) -> Void
    ) {
        self.id = id
        self.patience = patience
        self.deliver = deliver
        self.note = note
        let thread = Thread { [self] in work() }
        thread.name = "alert \(id)"
        thread.start()
    }

    /// Hands over; never waits.
    func send(_ notice: AlertNotice) {
        let isLost = state.withLock { state in
            state.waiting.append(notice)
            guard state.waiting.count > Self.mostWaiting else { return false }
            state.waiting.removeFirst()
            return true
        }
        if isLost { note("alert \(id): too many notices wait: the oldest was given up") }
        news.signal()
    }

    /// Ends its thread as soon as the try under way is over; what waits is given up.
    func stop() {
        state.withLock { $0.isStopping = true }
        end.signal()
        news.signal()
    }

    /// Nothing waits, and nothing is under way.
    var isIdle: Bool { state.withLock { $0.waiting.isEmpty && !$0.isSending } }

    private var isStopping: Bool { state.withLock { $0.isStopping } }

    private func work() {
        while !isStopping {
            news.wait()
            let next = state.withLock { state in
                state.isSending = !state.waiting.isEmpty
                return state.waiting.isEmpty ? nil : state.waiting.removeFirst()
            }
            guard let next else { continue }
            send(untilTaken: next)
            // What was stopped was not delivered.
            state.withLock { $0.isSending = $0.isStopping }
        }
    }

    private func send(untilTaken notice: AlertNotice) {
        for tried in 1...patience.tries {
            switch deliver(notice) {
            case .delivered: return
            case .refused(let why): return note("alert \(id): \(why): the notice was given up")
            // A try that the end cut short is told again after the next start.
            case .failed where isStopping: return
            case .failed(let why):
                let isLast = tried == patience.tries
                if tried == 1 || isLast {
                    note("alert \(id): \(why)" + (isLast ? ": given up" : ": trying again"))
                }
                guard !isLast else { return }
            }
            let pause = patience.pause(after: tried).components
            let interval = DispatchTimeInterval.milliseconds(
                Int(pause.seconds * 1_000 + pause.attoseconds / 1_000_000_000_000_000)
            )
            if end.wait(timeout: .now() + interval) == .success || isStopping { return }
        }
    }
}
