internal import Glibc

/// Why the policy server cannot listen; `LocalSocketError` says the same of UNIX-domain sockets.
public enum PolicyServiceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The address is not one of this machine alone, and nobody allowed others.
    case notLoopback(String)
    /// The address is no IP address.
    case badAddress(String)
    /// The descriptor that was passed in is no listening stream socket.
    case notListening(descriptor: Int32)
    /// The system refuses, as for a port that another program has.
    case cannotListen(String, number: Int32)

    /// One sentence.
    public var description: String {
        switch self {
        case .notLoopback(let address):
            "\(address) can be reached from other machines, and the policy protocol knows no"
                + " password: allow remote clients explicitly, or use 127.0.0.1"
        case .badAddress(let address):
            "\(address) is no IP address: use 127.0.0.1:PORT or [::1]:PORT"
        case .notListening(let descriptor):
            "descriptor \(descriptor), which was passed in, is no listening stream socket"
        case .cannotListen(let place, let number):
            // SAFETY: strerror gives a terminated text.
            unsafe "cannot listen on \(place): \(String(cString: strerror(number)))"
        }
    }
}
