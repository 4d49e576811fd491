internal import ByteScan

extension Exemptions {
    /// True for mail that is never pushed back, whatever the destination does.
    ///
    /// Bounces and double bounces, postmaster and abuse, and TLS reports, which must reach those
    /// whose TLS fails (RFC 8460 section 5.3), besides what is listed.
    func cover(_ request: PolicyRequest, client: IPAddress?) -> Bool {
        let bytes = request.bytes.span
        guard let sender = request[.sender], !sender.isEmpty else { return true }
        if isSpecial(request.localPart(of: .sender), bytes)
            || isSpecial(request.localPart(of: .recipient), bytes)
        {
            return true
        }
        if let client, clients.contains(where: { $0.contains(client) }) { return true }
        if let domain = request.recipientDomain,
            destinations.contains(where: { $0.matches(bytes, domain) })
        {
            return true
        }
        let domain = request.senderDomain
        return senders.contains { $0.matches(bytes, address: sender, domain: domain) }
    }

    private func isSpecial(_ localPart: ByteRange?, _ bytes: Span<UInt8>) -> Bool {
        guard let localPart else { return false }
        for name in Self.specialNames
        where localPart.count == name.count && equal(bytes, localPart.lowerBound, name) {
            return true
        }
        for name in Self.reportNames where holds(localPart, name, bytes) { return true }
        return false
    }

    private func holds(_ range: ByteRange, _ name: [UInt8], _ bytes: Span<UInt8>) -> Bool {
        var start = range.lowerBound
        while start + name.count <= range.upperBound {
            if equal(bytes, start, name) { return true }
            start += 1
        }
        return false
    }

    private static let specialNames = ["double-bounce", "postmaster", "abuse", "mailer-daemon"]
        .map { Array($0.utf8) }
    private static let reportNames = ["tlsrpt", "tls-rpt", "tls-report", "smtp-tls"]
        .map { Array($0.utf8) }
}
