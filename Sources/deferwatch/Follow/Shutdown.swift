import Dispatch
import Glibc
import LogSource

/// SIGTERM and SIGINT end a wait for lines; what was read is stored first.
enum Shutdown {
    /// Sources to be kept until the end, and cancelled then.
    static func onSignals(_ stop: StopSignal) -> [any DispatchSourceSignal] {
        [SIGTERM, SIGINT].map { number in
            _ = signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { @Sendable in stop() }
            source.resume()
            return source
        }
    }
}
