internal import Glibc

/// Why a socket of this machine cannot be used.
public enum LocalSocketError: Error, Hashable, Sendable, CustomStringConvertible {
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
    /// No IPv4 or IPv6 address.
    case badAddress(String)
    /// The other side did not read or write in time.
    case late(path: String)
    /// The other side sent more than is allowed.
    case tooLong(path: String, limit: Int)

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
        case .badAddress(let address): "\(address) is no IP address"
        case .late(let path): "\(path) did not answer in time"
        case .tooLong(let path, let limit): "\(path) sent more than \(limit) bytes"
        }
    }

    private static func text(of number: Int32) -> String {
        // SAFETY: strerror returns a terminated string that lives until this thread's next call.
        guard let text = unsafe strerror(number) else { return "error \(number)" }
        return unsafe String(cString: text)
    }
}
