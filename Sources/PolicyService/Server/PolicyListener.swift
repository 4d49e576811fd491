/// Where the policy server listens.
public enum PolicyListener: Sendable, Hashable, CustomStringConvertible {
    /// A UNIX-domain socket; `group` is a name or a number.
    case unix(path: String, mode: UInt32 = 0o660, group: String? = nil)
    /// A TCP port; port 0 is any that is free.
    case inet(address: String, port: Int)
    /// A listening socket that somebody else opened, as systemd does.
    case inherited(descriptor: Int32)

    /// The listener that 'unix:PATH' or 'inet:ADDRESS:PORT' names, as in main.cf.
    public init(_ text: String) throws(PolicyValueError) {
        if text.hasPrefix("unix:"), text.utf8.count > 5 {
            self = .unix(path: String(text.dropFirst(5)))
            return
        }
        guard text.hasPrefix("inet:"), let colon = text.lastIndex(of: ":"),
            let port = UInt16(text[text.index(after: colon)...])
        else { throw .badListener(text) }
        var address = text[..<colon].dropFirst(5)
        if address.hasPrefix("["), address.hasSuffix("]") {
            address = address.dropFirst().dropLast()
        }
        guard !address.isEmpty else { throw .badListener(text) }
        self = .inet(
            address: address == "localhost" ? "127.0.0.1" : String(address),
            port: Int(port)
        )
    }

    /// As main.cf names it.
    public var description: String {
        switch self {
        case .unix(let path, _, _): "unix:\(path)"
        case .inet(let address, let port):
            address.contains(":") ? "inet:[\(address)]:\(port)" : "inet:\(address):\(port)"
        case .inherited(let descriptor): "descriptor \(descriptor)"
        }
    }
}

/// What the server grants its clients.
public struct ServerLimits: Sendable, Hashable {
    /// Bounds of one request.
    public var request = RequestLimits()
    /// Connections at once; smtpd needs one for each process.
    public var connections = 4_096
    /// Seconds without a request after which a connection is closed: longer than smtpd's own
    /// limits, for a server that closes first costs that smtpd a second.
    public var idleSeconds: Int64 = 3_600
    /// Seconds from the first byte of a request to its last, and for a reply to be taken.
    public var requestSeconds: Int64 = 60
    /// Seconds for unfinished requests when the server stops.
    public var graceSeconds: Int64 = 2
    /// Connections that wait in the kernel until they are accepted.
    public var backlog: Int32 = 1_024

    /// The usual ones.
    public init() {}
}

/// All that the server needs to know.
public struct PolicyServerConfiguration: Sendable, Hashable {
    /// Where to listen.
    public var listeners: [PolicyListener]
    /// Listen on addresses that other machines reach, too.
    public var allowsRemoteClients = false
    /// What clients are granted.
    public var limits = ServerLimits()
    /// Threads that answer.
    ///
    /// One is best up to some 200,000 requests a second.
    public var eventLoops = 1

    /// The usual limits, one thread, this machine only.
    public init(listeners: [PolicyListener]) {
        self.listeners = listeners
    }
}
