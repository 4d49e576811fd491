internal import Glibc

/// A listening UNIX-domain socket, and the file that is its name.
public struct LocalSocket: Sendable {
    /// The listening descriptor; whoever serves it closes it.
    public let descriptor: Int32
    /// The file's path.
    public let path: String
    private let device: UInt
    private let inode: UInt

    /// Listens at `path`.
    ///
    /// A socket there that nobody accepts on is removed first; anything else that stands there
    /// stays, and is an error.
    ///
    /// The file has its mode and group before the socket accepts anybody.
    public init(path: String, mode: UInt32, group: String?, backlog: Int32) throws(LocalSocketError)
    {
        let owner = try group.map { name throws(LocalSocketError) in try Self.groupID(name) }
        var address = try Self.address(path)
        try Self.removeStale(path, address: &address)
        let descriptor = socket(
            AF_UNIX,
            Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue),
            0
        )
        guard descriptor >= 0 else {
            throw .system(what: "make a socket for", path: path, number: errno)
        }
        guard unsafe Self.call(&address, { unsafe bind(descriptor, $0, $1) }) == 0 else {
            let number = errno
            close(descriptor)
            throw number == EADDRINUSE
                ? .inUse(path: path) : .system(what: "listen on", path: path, number: number)
        }
        var status = stat()
        let isReady =
            unsafe chmod(path, mode) == 0 && chown(path, uid_t.max, owner ?? gid_t.max) == 0
            && lstat(path, &status) == 0 && listen(descriptor, backlog) == 0
        guard isReady else {
            let number = errno
            close(descriptor)
            _ = unsafe unlink(path)
            throw .system(what: "set mode and group of", path: path, number: number)
        }
        self.descriptor = descriptor
        self.path = path
        (device, inode) = (UInt(status.st_dev), UInt(status.st_ino))
    }

    /// Takes over a listening socket that somebody else opened; its file stays theirs.
    public init(adopting descriptor: Int32) {
        self.descriptor = descriptor
        path = "descriptor \(descriptor)"
        (device, inode) = (0, 0)
    }

    /// Removes the file, if it is still the one that was made.
    public func removeFile() {
        var status = stat()
        guard unsafe lstat(path, &status) == 0, UInt(status.st_dev) == device,
            UInt(status.st_ino) == inode
        else { return }
        _ = unsafe unlink(path)
    }

    private static func removeStale(
        _ path: String,
        address: inout sockaddr_un
    ) throws(LocalSocketError) {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else {
            guard errno != ENOENT else { return }
            throw .system(what: "examine", path: path, number: errno)
        }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw .notASocket(path: path) }
        let probe = socket(
            AF_UNIX,
            Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue),
            0
        )
        guard probe >= 0 else {
            throw .system(what: "make a socket for", path: path, number: errno)
        }
        let result = unsafe call(&address) { unsafe connect(probe, $0, $1) }
        let number = result == 0 ? 0 : errno
        close(probe)
        switch number {
        // EAGAIN: somebody listens and is busy. EPROTOTYPE: somebody's socket of another kind.
        case 0, EAGAIN, EPROTOTYPE: throw .inUse(path: path)
        case ECONNREFUSED: break
        default: throw .system(what: "find out who listens on", path: path, number: number)
        }
        guard unsafe unlink(path) == 0 || errno == ENOENT else {
            throw .system(what: "remove the stale socket", path: path, number: errno)
        }
    }

    private static func address(_ path: String) throws(LocalSocketError) -> sockaddr_un {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        let limit = MemoryLayout.size(ofValue: address.sun_path) - 1
        // Nothing but a file has a mode and a group.
        guard bytes.first != UInt8(ascii: "@") else { throw .notASocket(path: path) }
        guard bytes.count <= limit, !bytes.contains(0) else {
            throw .pathTooLong(path: path, limit: limit)
        }
        // SAFETY: the path fits, with the zero byte that is there already.
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        return address
    }

    private static func call(
        _ address: inout sockaddr_un,
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        // SAFETY: a sockaddr_un may be passed as sockaddr with its own length.
        unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    private static func groupID(_ name: String) throws(LocalSocketError) -> gid_t {
        if let number = gid_t(name) { return number }
        var entry = unsafe Glibc.group()
        var found: UnsafeMutablePointer<Glibc.group>?
        var buffer = [CChar](repeating: 0, count: 65_536)
        // SAFETY: the buffer comes with its size, and lives longer than what points into it.
        let result = unsafe getgrnam_r(name, &entry, &buffer, buffer.count, &found)
        guard result == 0, unsafe found != nil else { throw .noSuchGroup(name) }
        return unsafe entry.gr_gid
    }
}
