import Dispatch
import Glibc

/// Signals as calls, on a queue of their own, one after the other.
final class SignalSources {
    private let sources: [any DispatchSourceSignal]

    /// The signals lose their usual effect for good.
    ///
    /// - Precondition: `Shutdown.block` was called for them before other threads were started.
    init(_ handlers: [Int32: @Sendable () -> Void]) {
        let queue = DispatchQueue(label: "signals")
        sources = handlers.map { number, handler in
            _ = signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler(handler: handler)
            source.resume()
            return source
        }
    }

    func cancel() {
        for source in sources { source.cancel() }
    }
}
