internal import Glibc

/// Why a UNIX-domain socket cannot be listened on.
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
        }
    }

    private static func text(of number: Int32) -> String {
        // SAFETY: strerror returns a terminated string that lives until this thread's next call.
        guard let text = unsafe strerror(number) else { return "error \(number)" }
        return unsafe String(cString: text)
    }
}
