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
        /// The thread is writing.
        var isBusy = false
        /// Why nothing can be written any more.
        var failure: Int32?
    }

    /// A pipe that can take something takes so much without waiting.
    ///
    /// Source: POSIX, write(2): PIPE_BUF.
    private static let mostAtOnce = 4_096
    /// More than a pipe holds is for the thread: who catches up has other things to do.
    ///
    /// Source: pipe(7), 'Pipe capacity'.
    private static let mostDirect = 65_536

    /// Bytes that may wait; what comes beyond is dropped and counted.
    private static let mostWaiting = 8 << 20

    /// Time that what waits has at the end.
    private static let longestClose: TimeInterval = 2

    private let state = Mutex(State())
    private let condition = NSCondition()
    private let descriptor: Int32
    /// No terminal: that may take a part and make us wait for the rest.
    private let isPipe: Bool
    private let onEnd: @Sendable () -> Void

    /// `onEnd` is called on the thread when nothing can be written any more.
    init(descriptor: Int32 = STDOUT_FILENO, onEnd: @escaping @Sendable () -> Void = {}) {
        self.descriptor = descriptor
        self.onEnd = onEnd
        isPipe = isatty(descriptor) == 0
        let thread = Thread { [self] in run() }
        thread.name = "output"
        thread.stackSize = 1 << 18
        thread.start()
    }

    /// True when nobody reads any more.
    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Why nothing can be written any more; nil: it can, or whoever read has gone, which is no error.
    var failure: String? {
        guard let number = state.withLock({ $0.failure }), number != EPIPE else { return nil }
        // SAFETY: strerror gives a terminated text.
        return unsafe String(cString: strerror(number))
    }

    func write(_ bytes: [UInt8]) {
        condition.lock()
        // The thread would have to be woken first: a line that can go at once does not wait for it.
        if writeAtOnce(bytes) {
            condition.unlock()
            return
        }
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

    /// False where something waits before these bytes, or there are too many.
    private func writeAtOnce(_ bytes: [UInt8]) -> Bool {
        let isIdle = state.withLock { $0.waiting.isEmpty && !$0.isBusy && !$0.isClosed }
        guard isPipe, isIdle, !bytes.isEmpty, bytes.count <= Self.mostDirect else { return false }
        var start = 0
        while start < bytes.count, canTake {
            let count = min(Self.mostAtOnce, bytes.count - start)
            // SAFETY: the range lies inside the array.
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress.unsafelyUnwrapped + start, count)
            }
            guard written > 0 else { break }
            start += written
        }
        guard start < bytes.count else { return true }
        // What is left, and whatever is wrong, is for the thread.
        state.withLock { $0.waiting = Array(bytes[start...]) }
        condition.signal()
        return true
    }

    /// The reader is there, and has room.
    private var canTake: Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        // SAFETY: one request is passed, and its number says so.
        return unsafe poll(&request, 1, 0) == 1 && request.revents == Int16(POLLOUT)
    }

    /// Writes what waits, and ends the thread; false where it was not read in time.
    func close() -> Bool {
        let deadline = Date() + Self.longestClose
        condition.lock()
        defer { condition.unlock() }
        state.withLock { $0.isClosing = true }
        condition.signal()
        while state.withLock({ !$0.isClosed }) {
            guard condition.wait(until: deadline) else { return false }
        }
        return true
    }

    private func run() {
        while let (bytes, dropped) = next() {
            if dropped > 0 {
                Diagnostics.print("deferwatch: output is read too slowly: \(dropped) lines dropped")
            }
            guard writeAll(bytes) else {
                onEnd()
                break
            }
        }
        condition.lock()
        state.withLock { $0.isClosed = true }
        condition.broadcast()
        condition.unlock()
    }

    private func next() -> (bytes: [UInt8], dropped: Int)? {
        condition.lock()
        defer { condition.unlock() }
        state.withLock { $0.isBusy = false }
        while state.withLock({ $0.waiting.isEmpty && !$0.isClosing }) { condition.wait() }
        return state.withLock { state in
            guard !state.waiting.isEmpty else { return nil }
            defer { (state.waiting, state.dropped, state.isBusy) = ([], 0, true) }
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
            let number = errno
            if written < 0, number != EINTR {
                state.withLock { $0.failure = number }
                return false
            }
            start += max(0, written)
        }
        return true
    }
}
