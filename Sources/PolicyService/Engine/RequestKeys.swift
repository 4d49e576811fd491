internal import ByteScan

/// Keys of a request for the engine's tables: hashes with a seed that nobody outside knows.
struct RequestKeys: Sendable {
    let seed: UInt64

    /// The same for a request that smtpd sends again while the destination fares alike; nil without an
    /// instance.
    ///
    /// All that an answer depends on is in it: who asks with an instance of his own making is not given
    /// the answer to another question.
    func retry(of request: PolicyRequest, _ standing: DestinationStanding) -> UInt64? {
        guard !request.isEmpty(.instance) else { return nil }
        let bytes = request.bytes.span
        var key = seed
        for attribute in Self.asked { key = mixed(key, request[attribute], bytes) }
        return mixed(key, hash: standing.fingerprint)
    }

    private static let asked: [PolicyAttribute] = [
        .instance, .recipient, .protocolState, .sender, .clientAddress, .saslUsername,
        .policyContext, .size,
    ]

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
        mixed(key, hash: range.map { ByteHash.foldedHash(bytes, $0) } ?? 0)
    }

    private func mixed(_ key: UInt64, hash: UInt64) -> UInt64 {
        let mixed = (key ^ hash) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ mixed >> 32
    }
}

extension DestinationStanding {
    /// A number that is another one where the state, the limit or the operator's order is.
    fileprivate var fingerprint: UInt64 {
        let state: UInt64 =
            switch state {
            case .unknown: 0
            case .up: 1
            case .degraded: 2
            case .down: 3
            case .probing: 4
            }
        let order: UInt64 =
            switch forced {
            case nil: 0
            case .down: 8
            case .up: 16
            case .refuse: 24
            }
        return state | order | (throttled ? 32 : 0)
    }
}
