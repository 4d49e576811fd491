import Foundation
import Glibc
import Synchronization

/// Standard output or error on a thread of its own, with a bounded queue: whoever reads it slowly, or
/// not at all, does not keep logs from being read or requests from being answered.
final class OutputPump: Sendable {
    private struct State {
        var waiting: [UInt8] = []
        var dropped = 0
        var isClosing = false
        var isClosed = false
    }

    /// Bytes that may wait; what comes beyond is dropped and counted.
    private static let mostWaiting = 8 << 20

    private let state = Mutex(State())
    private let condition = NSCondition()
    private let descriptor: Int32

    init(descriptor: Int32 = STDOUT_FILENO) {
        self.descriptor = descriptor
        let thread = Thread { [self] in run() }
        thread.name = "output"
        thread.stackSize = 1 << 18
        thread.start()
    }

    /// True when nobody reads any more.
    var isClosed: Bool { state.withLock { $0.isClosed } }

    func write(_ bytes: [UInt8]) {
        condition.lock()
        state.withLock { state in
            if state.waiting.count + bytes.count > Self.mostWaiting {
                state.dropped += bytes.count { $0 == 10 }
            } else {
                state.waiting += bytes
            }
        }
        condition.signal()
        condition.unlock()
    }

    /// Writes what waits, and ends the thread.
    func close() {
        condition.lock()
        state.withLock { $0.isClosing = true }
        condition.signal()
        while state.withLock({ !$0.isClosed }) { condition.wait() }
        condition.unlock()
    }

    private func run() {
        while let (bytes, dropped) = next() {
            if dropped > 0 {
                Diagnostics.print("deferwatch: output is read too slowly: \(dropped) lines dropped")
            }
            guard writeAll(bytes) else { break }
        }
        condition.lock()
        state.withLock { $0.isClosed = true }
        condition.broadcast()
        condition.unlock()
    }

    private func next() -> (bytes: [UInt8], dropped: Int)? {
        condition.lock()
        defer { condition.unlock() }
        while state.withLock({ $0.waiting.isEmpty && !$0.isClosing }) { condition.wait() }
        return state.withLock { state in
            guard !state.waiting.isEmpty else { return nil }
            defer { (state.waiting, state.dropped) = ([], 0) }
            return (state.waiting, state.dropped)
        }
    }

    private func writeAll(_ bytes: [UInt8]) -> Bool {
        var start = 0
        while start < bytes.count {
            // SAFETY: the range lies inside the array.
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(
                    descriptor,
                    buffer.baseAddress.unsafelyUnwrapped + start,
                    buffer.count - start
                )
            }
            if written < 0, errno != EINTR { return false }
            start += max(0, written)
        }
        return true
    }
}
