import Glibc
import LocalSocket
import Testing

/// A TCP port of this machine that takes one request at a time.
struct LoopbackListener: Sendable {
    let port: UInt16
    private let descriptor: Int32

    init() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.descriptor = descriptor
        let bytes: [UInt8] =
            [UInt8(AF_INET), 0, 0, 0, 127, 0, 0, 1] + [UInt8](repeating: 0, count: 8)
        // SAFETY: sockaddr is only a name for the bytes that come with their length.
        let result = unsafe bytes.withUnsafeBytes { buffer in
            let start = unsafe buffer.baseAddress.unsafelyUnwrapped
            return unsafe bind(
                descriptor,
                start.assumingMemoryBound(to: sockaddr.self),
                socklen_t(buffer.count)
            )
        }
        try #require(result == 0 && listen(descriptor, 16) == 0)
        guard case .inet(_, let found)? = SocketPlace(boundTo: descriptor) else {
            throw LocalSocketError.badAddress("127.0.0.1")
        }
        port = found
    }

    /// Reads a request whose body is one line, and answers with a status; nil: nobody came for a minute.
    ///
    /// `owed` bytes of the answer's body are announced and never sent.
    func serve(owed: Int = 0, _ status: () -> String) -> String? {
        let listener = LocalSocket(adopting: descriptor)
        guard let connection = listener.accept(within: .seconds(60)) else { return nil }
        let deadline = ContinuousClock.now + .seconds(10)
        guard
            let head = try? connection.read(to: [13, 10, 13, 10], limit: 8_192, until: deadline),
            let body = try? connection.read(to: [10], limit: 1 << 20, until: deadline)
        else { return "" }
        let answer = "HTTP/1.1 \(status())\r\nContent-Length: \(owed)\r\n\r\n"
        try? connection.send(Array(answer.utf8), until: deadline)
        return String(decoding: head + body, as: UTF8.self)
    }
}
