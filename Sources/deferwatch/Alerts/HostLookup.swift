import Glibc

/// Addresses of a host, as the system resolves names.
enum HostLookup {
    /// Numeric addresses, best first; none: there are none, or nobody could say.
    static func addresses(of host: String) -> [String] {
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        // SAFETY: the list is freed below, and read only until then.
        guard unsafe getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { unsafe freeaddrinfo(list) }
        var found: [String] = []
        var entry = unsafe list
        while let each = unsafe entry {
            var name = [CChar](repeating: 0, count: 64)
            let address = unsafe each.pointee.ai_addr
            let length = unsafe each.pointee.ai_addrlen
            let size = socklen_t(name.count)
            // SAFETY: the address comes with its length, the name with its size.
            let result = unsafe getnameinfo(address, length, &name, size, nil, 0, NI_NUMERICHOST)
            if result == 0 {
                let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
                found.append(String(decoding: bytes, as: UTF8.self))
            }
            unsafe entry = each.pointee.ai_next
        }
        return found
    }
}
