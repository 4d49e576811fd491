internal import CDescriptors
internal import Glibc

/// One connection over a stream socket, for one thread that waits: every wait has an end.
public final class LocalConnection {
    let descriptor: Int32
    private let place: String
    /// Read, and not handed out yet.
    private var pending: [UInt8] = []

    /// Connects to `place` within `limit`.
    ///
    /// - Throws: where nobody accepts.
    public init(to place: SocketPlace, within limit: Duration) throws(LocalSocketError) {
        let address = try place.address()
        self.place = place.description
        descriptor = socket(
            address.family,
            Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue),
            0
        )
        guard descriptor >= 0 else {
            throw .system(what: "make a socket for", path: place.description, number: errno)
        }
        let result = unsafe address.call { unsafe connect(descriptor, $0, $1) }
        guard result != 0 else { return }
        // A UNIX socket whose queue is full says EAGAIN at once, and never calls back.
        guard errno == EINPROGRESS else { throw failure("connect to", errno) }
        try wait(for: POLLOUT, until: .now + limit)
        var number: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        // SAFETY: the value and its size belong together.
        _ = unsafe getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &number, &size)
        guard number == 0 else { throw failure("connect to", number) }
    }

    /// Takes over a connection that was accepted, and whose calls do not wait.
    fileprivate init(accepted descriptor: Int32, from place: String) {
        self.descriptor = descriptor
        self.place = place
    }

    deinit { close(descriptor) }

    /// Sends all of `bytes`.
    ///
    /// - Throws: where they are not taken until the deadline.
    public func send(
        _ bytes: [UInt8],
        until deadline: ContinuousClock.Instant
    ) throws(LocalSocketError) {
        var start = 0
        while start < bytes.count {
            // SAFETY: the range lies inside the array.
            let sent = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.send(
                    descriptor,
                    buffer.baseAddress.unsafelyUnwrapped + start,
                    buffer.count - start,
                    Int32(MSG_NOSIGNAL)
                )
            }
            if sent > 0 {
                start += sent
            } else if errno == EAGAIN {
                try wait(for: POLLOUT, until: deadline)
            } else if errno != EINTR {
                throw failure("write to", errno)
            }
        }
    }

    /// Reads up to and with `end`, and gives what comes before it; nil: the other side has closed
    /// before anything came.
    ///
    /// - Throws: at the deadline, beyond `limit` bytes, and where the other side closes in the midst.
    public func read(
        to end: [UInt8],
        limit: Int,
        until deadline: ContinuousClock.Instant
    ) throws(LocalSocketError) -> [UInt8]? {
        var searched = 0
        while true {
            if let found = Self.find(end, in: pending, from: searched) {
                let bytes = Array(pending[..<found])
                pending.removeFirst(found + end.count)
                return bytes
            }
            guard pending.count <= limit else { throw .tooLong(path: place, limit: limit) }
            searched = max(0, pending.count - end.count + 1)
            guard try readSome(until: deadline) else {
                if pending.isEmpty { return nil }
                throw failure("read from", ECONNRESET)
            }
        }
    }

    /// False at the end.
    private func readSome(until deadline: ContinuousClock.Instant) throws(LocalSocketError) -> Bool
    {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            // SAFETY: the count is the buffer's own.
            let got = unsafe recv(descriptor, &buffer, buffer.count, 0)
            if got > 0 {
                pending += buffer[..<got]
                return true
            }
            if got == 0 { return false }
            guard errno == EAGAIN || errno == EINTR else { throw failure("read from", errno) }
            try wait(for: POLLIN, until: deadline)
        }
    }

    private func wait(
        for events: Int32,
        until deadline: ContinuousClock.Instant
    ) throws(LocalSocketError) {
        let rest = deadline - .now
        guard rest > .zero else { throw .late(path: place) }
        var request = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        let milliseconds = Int32(clamping: max(1, Int64(rest / .milliseconds(1))))
        // SAFETY: one request is passed with its count.
        _ = unsafe poll(&request, 1, milliseconds)
    }

    private func failure(_ what: String, _ number: Int32) -> LocalSocketError {
        .system(what: what, path: place, number: number)
    }

    private static func find(_ end: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= end.count else { return nil }
        return (start...(bytes.count - end.count)).first { bytes[$0...].starts(with: end) }
    }
}

extension LocalSocket {
    /// The next connection; nil: none came within `limit`.
    public func accept(within limit: Duration) -> LocalConnection? {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        // SAFETY: one request is passed with its count.
        guard unsafe poll(&request, 1, Int32(limit / .milliseconds(1))) > 0 else { return nil }
        let accepted = cd_accept(descriptor)
        if accepted >= 0 { return LocalConnection(accepted: accepted, from: path) }
        // Out of descriptors: the client still waits, and asking again at once would spin.
        if errno == EMFILE || errno == ENFILE || errno == ENOMEM { usleep(200_000) }
        return nil
    }
}

/// Sends single datagrams to a UNIX-domain socket, as sd_notify(3) does.
public enum LocalDatagram {
    /// Sends `text` to the socket at `path`, which may be '@NAME'; never waits.
    ///
    /// - Throws: where nobody takes it.
    public static func send(_ text: String, to path: String) throws(LocalSocketError) {
        let address = try SocketAddress(path: path)
        let descriptor = socket(
            AF_UNIX,
            Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue),
            0
        )
        guard descriptor >= 0 else {
            throw .system(what: "make a socket for", path: path, number: errno)
        }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        // SAFETY: both lengths come with what they are lengths of.
        let result = unsafe address.call { target, length in
            unsafe Int32(
                clamping: sendto(
                    descriptor,
                    bytes,
                    bytes.count,
                    Int32(MSG_NOSIGNAL),
                    target,
                    length
                )
            )
        }
        guard result >= 0 else { throw .system(what: "write to", path: path, number: errno) }
    }
}
