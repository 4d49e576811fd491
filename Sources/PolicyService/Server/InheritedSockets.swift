internal import Glibc

/// Listening sockets that the service manager opened.
///
/// Source: sd_listen_fds(3).
public enum InheritedSockets {
    /// A socket under the name that its unit gives it (FileDescriptorName=).
    public struct Named: Sendable, Hashable {
        /// Empty where the service manager gave none.
        public var name: String
        /// The socket.
        public var descriptor: Int32
    }

    /// The sockets passed to this process with their names, in order, closed on exec.
    public static func named(
        environment: [String: String]
    ) throws(PolicyServiceError) -> [Named] {
        let names = (environment["LISTEN_FDNAMES"] ?? "")
            .split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        var found: [Named] = []
        for case .inherited(let descriptor) in try listeners(environment: environment) {
            let name = found.count < names.count ? names[found.count] : ""
            found.append(Named(name: name, descriptor: descriptor))
        }
        return found
    }

    /// The sockets passed to this process, in order, closed on exec; empty where none were.
    public static func listeners(
        environment: [String: String]
    ) throws(PolicyServiceError) -> [PolicyListener] {
        guard environment["LISTEN_PID"] == String(getpid()),
            let count = environment["LISTEN_FDS"].flatMap(Int32.init), count > 0, count < 1_024
        else { return [] }
        return try listeners(first: 3, count: count)
    }

    /// The same for the descriptors from `first` on.
    package static func listeners(
        first: Int32,
        count: Int32
    ) throws(PolicyServiceError) -> [PolicyListener] {
        var found: [PolicyListener] = []
        for descriptor in first..<first + count {
            guard isListening(descriptor) else { throw .notListening(descriptor: descriptor) }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            found.append(.inherited(descriptor: descriptor))
        }
        return found
    }

    private static func isListening(_ descriptor: Int32) -> Bool {
        option(SO_ACCEPTCONN, of: descriptor) == 1
            && option(SO_TYPE, of: descriptor) == Int32(SOCK_STREAM.rawValue)
    }

    private static func option(_ name: Int32, of descriptor: Int32) -> Int32? {
        var value: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        // SAFETY: the value and its size belong together.
        guard unsafe getsockopt(descriptor, SOL_SOCKET, name, &value, &length) == 0 else {
            return nil
        }
        return value
    }
}
