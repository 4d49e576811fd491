internal import ByteScan

/// Keys of a request for the engine's tables: hashes with a seed that nobody outside knows.
struct RequestKeys: Sendable {
    let seed: UInt64

    /// The same for a request that smtpd sends again; nil without an instance.
    func retry(of request: PolicyRequest) -> UInt64? {
        guard !request.isEmpty(.instance) else { return nil }
        let bytes = request.bytes.span
        var key = mixed(seed, request[.instance], bytes)
        key = mixed(key, request[.recipient], bytes)
        return mixed(key, request[.protocolState], bytes)
    }

    /// The same for all requests of one message; nil without an instance.
    func message(of request: PolicyRequest) -> UInt64? {
        guard !request.isEmpty(.instance) else { return nil }
        return mixed(~seed, request[.instance], request.bytes.span)
    }

    /// The same for all recipients of one message in one domain; nil without an instance.
    func delivery(of request: PolicyRequest, _ domain: ByteRange) -> UInt64? {
        message(of: request).map { mixed($0, domain, request.bytes.span) }
    }

    /// The same for all tries of one client to send from one sender to one recipient.
    func mail(of request: PolicyRequest) -> UInt64 {
        let bytes = request.bytes.span
        var key = mixed(seed &+ 1, request[.clientAddress], bytes)
        key = mixed(key, request[.sender], bytes)
        return mixed(key, request[.recipient], bytes)
    }

    private func mixed(_ key: UInt64, _ range: ByteRange?, _ bytes: Span<UInt8>) -> UInt64 {
        let hash = range.map { ByteHash.foldedHash(bytes, $0) } ?? 0
        let mixed = (key ^ hash) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ mixed >> 32
    }
}
