internal import ByteScan

extension RuleConditions {
    /// True where all conditions hold that a `RuleSieve` does not know; the cheap ones are asked first.
    func hold(
        for request: PolicyRequest,
        client: IPAddress?,
        standing: DestinationStanding,
        now: Int64
    ) -> Bool {
        fits(standing) && fitsTimes(standing, now: now) && fitsSession(request)
            && fitsNames(request, provider: standing.provider) && fitsClient(client)
    }

    private func fits(_ standing: DestinationStanding) -> Bool {
        if !categories.isEmpty {
            guard let category = standing.category, categories.contains(category) else {
                return false
            }
        }
        if let waitingAtLeast, standing.waiting < waitingAtLeast { return false }
        return true
    }

    private func fitsTimes(_ standing: DestinationStanding, now: Int64) -> Bool {
        if let sinceAtLeast {
            guard let since = standing.since, .seconds(now - since) >= sinceAtLeast else {
                return false
            }
        }
        if let oldestAtLeast {
            guard let oldest = standing.oldest, oldest >= oldestAtLeast else { return false }
        }
        if let expiresWithin {
            guard let rest = standing.expiresIn, rest <= expiresWithin else { return false }
        }
        return true
    }

    private func fitsSession(_ request: PolicyRequest) -> Bool {
        if !protocolStates.isEmpty {
            guard let state = request.protocolState, protocolStates.contains(state) else {
                return false
            }
        }
        guard sizeAtLeast != nil || sizeAtMost != nil else { return true }
        guard let size = request.number(.size) else { return false }
        return size >= sizeAtLeast ?? 0 && size <= sizeAtMost ?? .max
    }

    private func fitsNames(_ request: PolicyRequest, provider: String?) -> Bool {
        let bytes = request.bytes.span
        if !destinations.isEmpty {
            guard let domain = request.recipientDomain,
                destinations.contains(where: { $0.matches(bytes, domain) })
            else { return false }
        }
        if !providers.isEmpty {
            guard let name = provider?.lowercased(),
                providers.contains(where: { $0.lowercased() == name })
            else { return false }
        }
        if !senders.isEmpty {
            guard let sender = request[.sender] else { return false }
            let domain = request.senderDomain
            guard senders.contains(where: { $0.matches(bytes, address: sender, domain: domain) })
            else { return false }
        }
        return isListed(saslUsernames, .saslUsername, request)
            && isListed(policyContexts, .policyContext, request)
    }

    /// '*' in a list is any value but the empty one.
    private func isListed(
        _ list: [String],
        _ attribute: PolicyAttribute,
        _ request: PolicyRequest
    ) -> Bool {
        if list.isEmpty { return true }
        guard let range = request[attribute], !range.isEmpty else { return false }
        let bytes = request.bytes.span
        return list.contains { $0 == "*" || isSame(bytes, range, $0) }
    }

    private func fitsClient(_ client: IPAddress?) -> Bool {
        if clients.isEmpty { return true }
        guard let client else { return false }
        return clients.contains { $0.contains(client) }
    }
}
