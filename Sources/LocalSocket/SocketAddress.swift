internal import Glibc

/// The address of a socket of this machine, as the system calls want it.
struct SocketAddress {
    private var bytes: [UInt8]

    /// A path; one that begins with '@' is of Linux's abstract namespace.
    ///
    /// - Throws: `.pathTooLong`.
    init(path: String) throws(LocalSocketError) {
        let limit = MemoryLayout<sockaddr_un>.size - 3
        let name = Array(path.utf8)
        guard !name.isEmpty, name.count <= limit, !name.contains(0) else {
            throw .pathTooLong(path: path, limit: limit)
        }
        bytes = Self.family(AF_UNIX) + name
        if name[0] == UInt8(ascii: "@") { bytes[2] = 0 } else { bytes.append(0) }
    }

    /// A TCP port of an IPv4 or IPv6 address.
    ///
    /// - Throws: `.badAddress`.
    init(address: String, port: UInt16) throws(LocalSocketError) {
        let portBytes = [UInt8(port >> 8), UInt8(port & 255)]
        var raw = [UInt8](repeating: 0, count: 16)
        // SAFETY: inet_pton writes 4 or 16 bytes into the 16 that are there.
        if unsafe inet_pton(AF_INET, address, &raw) == 1 {
            bytes = Self.family(AF_INET) + portBytes + raw[..<4] + [UInt8](repeating: 0, count: 8)
        } else if unsafe inet_pton(AF_INET6, address, &raw) == 1 {
            let zeros = [UInt8](repeating: 0, count: 4)
            bytes = Self.family(AF_INET6) + portBytes + zeros + raw + zeros
        } else {
            throw .badAddress(address)
        }
    }

    var family: Int32 { Int32(bytes[0]) | Int32(bytes[1]) << 8 }

    /// Calls `body` with the address and its length.
    func call(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        // SAFETY: sockaddr is only a name for the bytes that come with their own length.
        unsafe bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else { return -1 }
            let address = unsafe start.assumingMemoryBound(to: sockaddr.self)
            return unsafe body(address, socklen_t(buffer.count))
        }
    }

    /// In the order of the machine: sa_family_t is a host integer.
    private static func family(_ number: Int32) -> [UInt8] {
        [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
    }
}

/// Where a socket of another process listens.
public enum SocketPlace: Hashable, Sendable, CustomStringConvertible {
    /// A path in the file system, or '@NAME'.
    case unix(path: String)
    /// A TCP port of an IP address.
    case inet(address: String, port: UInt16)

    /// 'unix:PATH' or 'inet:ADDRESS:PORT'.
    public var description: String {
        switch self {
        case .unix(let path): "unix:\(path)"
        case .inet(let address, let port):
            address.contains(":") ? "inet:[\(address)]:\(port)" : "inet:\(address):\(port)"
        }
    }

    func address() throws(LocalSocketError) -> SocketAddress {
        switch self {
        case .unix(let path): try SocketAddress(path: path)
        case .inet(let address, let port): try SocketAddress(address: address, port: port)
        }
    }

    /// Where the socket of a descriptor is bound; nil: nowhere, or not a place of these kinds.
    public init?(boundTo descriptor: Int32) {
        var bytes = [UInt8](repeating: 0, count: 128)
        var length = socklen_t(bytes.count)
        // SAFETY: getsockname writes no more than the length that it is given.
        let result = unsafe bytes.withUnsafeMutableBytes { buffer in
            guard let start = buffer.baseAddress else { return Int32(-1) }
            return unsafe getsockname(
                descriptor,
                start.assumingMemoryBound(to: sockaddr.self),
                &length
            )
        }
        guard result == 0, length > 2 else { return nil }
        let family = Int32(bytes[0]) | Int32(bytes[1]) << 8
        let port = UInt16(bytes[2]) << 8 | UInt16(bytes[3])
        switch family {
        case AF_UNIX:
            var name = Array(bytes[2..<Int(length)])
            if name[0] == 0 { name[0] = UInt8(ascii: "@") } else { name.removeAll { $0 == 0 } }
            self = .unix(path: String(decoding: name, as: UTF8.self))
        case AF_INET:
            self = .inet(address: Self.text(AF_INET, bytes[4..<8]), port: port)
        case AF_INET6:
            self = .inet(address: Self.text(AF_INET6, bytes[8..<24]), port: port)
        default: return nil
        }
    }

    private static func text(_ family: Int32, _ raw: ArraySlice<UInt8>) -> String {
        var text = [CChar](repeating: 0, count: 64)
        // SAFETY: the address has the size of its family, and the text's size is passed.
        guard unsafe inet_ntop(family, Array(raw), &text, socklen_t(text.count)) != nil else {
            return ""
        }
        return String(
            decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) },
            as: UTF8.self
        )
    }
}
