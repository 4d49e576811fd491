/// What a client of the web server can cost.
public struct WebLimits: Sendable, Hashable {
    /// Connections at once; more are closed.
    public var connections = 32
    /// Bytes of a request with all its headers.
    public var requestBytes = 8_192
    /// Milliseconds from connecting to the last byte of the answer.
    public var milliseconds: Int64 = 10_000

    /// The usual ones.
    public init() {}
}

/// Why pages are not served.
public enum WebServerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No 'ADDRESS:PORT'.
    case badAddress(String)
    /// Others would reach it.
    case notLoopback(String)
    /// The system refuses, as for a port that another program has.
    case cannotListen(String, number: Int32)

    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .badAddress(let text):
            "'\(text)' is no address to listen on: write 127.0.0.1:PORT or [::1]:PORT"
        case .notLoopback(let text):
            "'\(text)' is reached from other machines, and there is no password: listen on "
                + "127.0.0.1 and put a reverse proxy in front"
        case .cannotListen(let address, let number):
            // Linux, errno(3): EADDRINUSE.
            "cannot listen on \(address): "
                + (number == 98 ? "another program does" : "the system says error \(number)")
        }
    }
}

/// Where the web server listens: a port of this machine.
public struct WebAddress: Sendable, Hashable, CustomStringConvertible {
    /// 127.x.y.z or ::1.
    public let address: String
    /// 0: any that is free.
    public let port: Int

    /// Reads '127.0.0.1:PORT', 'localhost:PORT' or '[::1]:PORT'.
    public init(_ text: String) throws(WebServerError) {
        guard let colon = text.lastIndex(of: ":"),
            let port = UInt16(text[text.index(after: colon)...])
        else { throw .badAddress(text) }
        let host = text[..<colon]
        switch host {
        case "localhost": address = "127.0.0.1"
        case "[::1]": address = "::1"
        default:
            let parts = host.split(separator: ".", omittingEmptySubsequences: false)
            let numbers = parts.compactMap { UInt8($0) }
            guard numbers.count == 4, parts.count == 4 else {
                if host.hasPrefix("["), host.hasSuffix("]") { throw .notLoopback(text) }
                throw .badAddress(text)
            }
            guard numbers[0] == 127 else { throw .notLoopback(text) }
            address = numbers.map { String($0) }.joined(separator: ".")
        }
        self.port = Int(port)
    }

    /// As it is written.
    public var description: String {
        address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)"
    }
}
