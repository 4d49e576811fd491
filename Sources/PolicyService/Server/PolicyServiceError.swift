internal import Glibc

/// Why the policy server cannot listen.
public enum PolicyServiceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The system refused; `number` is errno.
    case system(what: String, path: String, number: Int32)
    /// Something that is no socket stands where the socket shall be.
    case notASocket(path: String)
    /// Another process listens on the socket.
    case inUse(path: String)
    /// The path does not fit into a socket address.
    case pathTooLong(path: String, limit: Int)
    /// The group does not exist.
    case noSuchGroup(String)
    /// The address is not one of this machine alone, and nobody allowed others.
    case notLoopback(String)
    /// The address is no IP address.
    case badAddress(String)
    /// The descriptor that was passed in is no listening stream socket.
    case notListening(descriptor: Int32)

    /// One sentence.
    public var description: String {
        switch self {
        case .system(let what, let path, let number):
            "cannot \(what) \(path): \(Self.text(of: number))"
        case .notASocket(let path):
            "\(path) exists and is no socket: nothing was removed; name another path"
        case .inUse(let path): "another process listens on \(path)"
        case .pathTooLong(let path, let limit):
            "\(path) is longer than the \(limit) bytes that a socket address holds"
        case .noSuchGroup(let name): "there is no group \(name)"
        case .notLoopback(let address):
            "\(address) can be reached from other machines, and the policy protocol knows no"
                + " password: allow remote clients explicitly, or use 127.0.0.1"
        case .badAddress(let address):
            "\(address) is no IP address: use 127.0.0.1:PORT or [::1]:PORT"
        case .notListening(let descriptor):
            "descriptor \(descriptor), which was passed in, is no listening stream socket"
        }
    }

    private static func text(of number: Int32) -> String {
        // SAFETY: strerror returns a terminated string that lives until this thread's next call.
        guard let text = unsafe strerror(number) else { return "error \(number)" }
        return unsafe String(cString: text)
    }
}
