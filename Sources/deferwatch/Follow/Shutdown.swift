import Dispatch
import Glibc

/// SIGTERM and SIGINT end what goes on in an orderly way: what was read is stored first.
enum Shutdown {
    /// Keeps signals for whoever asks for them; before other threads are started, which inherit it.
    ///
    /// Linux drops a signal that is ignored and not blocked before anybody can read it.
    static func block(_ numbers: [Int32]) {
        var blocked = sigset_t()
        unsafe sigemptyset(&blocked)
        for number in numbers { unsafe sigaddset(&blocked, number) }
        unsafe pthread_sigmask(SIG_BLOCK, &blocked, nil)
    }

    /// Calls `stop` for each of these signals; before other threads are started.
    ///
    /// - Returns: sources to be kept until the end, and cancelled then.
    static func onSignals(
        _ numbers: [Int32] = [SIGTERM, SIGINT],
        _ stop: @escaping @Sendable () -> Void
    ) -> [any DispatchSourceSignal] {
        block(numbers)
        return numbers.map { number in
            _ = signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { @Sendable in stop() }
            source.resume()
            return source
        }
    }
}
