import Deferrals
import PostfixLog

extension HealthEvidence {
    /// What a deferral means for health; nil where it names no recipient.
    ///
    /// - Parameters:
    ///   - event: the deferral.
    ///   - protection: names the senders of our own alerts.
    ///   - zoneMinutes: minutes east of UTC, for lines that name no zone.
    public init?(
        _ event: DeferralEvent,
        protection: ProtectionSettings = ProtectionSettings(),
        zoneMinutes: Int = 0
    ) {
        guard let domain = event.domain, !domain.isEmpty else { return nil }
        let event = event.without(protection.fallbackRelays)
        let verdict = Self.verdict(of: event, protection.fallbackRelays)
        self.init(
            time: event.time.instant(assuming: zoneMinutes),
            domain: domain,
            originalDomain: Self.domain(of: event.originalRecipient, unless: domain),
            message: HealthHash.of(event.queueID),
            hosts: Self.hosts(of: event, protection.fallbackRelays),
            hasConnected: !event.isSuspended && Self.hasConnected(verdict),
            kind: verdict
        )
        if let sender = event.sender, protection.alertSenders.contains(sender.lowercased()) {
            exemption = .ownAlert
        }
    }

    /// What a delivery means for health, and what a refusal does.
    public init(_ success: DeliverySuccess, protection: ProtectionSettings = ProtectionSettings()) {
        let host = success.relayHost.lowercased()
        let isNetwork = success.daemon == "smtp" || success.daemon == "lmtp"
        let isLocal = !isNetwork || NextHop.isLocal(host: host, address: success.relayAddress)
        let viaOther = protection.fallbackRelays.contains(host)
        self.init(
            time: success.time,
            domain: success.domain,
            originalDomain: success.originalDomain == success.domain ? nil : success.originalDomain,
            message: HealthHash.of(success.queueID),
            hosts: isLocal ? [] : [host],
            hasConnected: isNetwork,
            kind: success.isRefusal && !isLocal && !viaOther
                ? .lifeSign
                : .success(Success(viaOtherRelay: viaOther, isLocalNextHop: isLocal))
        )
        if let sender = success.sender, protection.alertSenders.contains(sender.lowercased()) {
            exemption = .ownAlert
        }
    }

    /// Another server of the attempt may say more about the destination than the last one did.
    private static func verdict(of event: DeferralEvent, _ fallbacks: Set<String>) -> Kind {
        let isEcho = event.isSuspended || event.reason.contains(ourMark)
        if !isEcho, event.tried.contains(where: Self.hasReplied) { return .lifeSign }
        var deferral = Deferral(
            code: event.code,
            category: event.category,
            scope: event.scope,
            origin: event.origin,
            stage: event.stage
        )
        deferral.isSuspended = event.isSuspended
        deferral.carriesOurMark =
            event.reason.contains(ourMark) || event.tried.contains { $0.reason.contains(ourMark) }
        deferral.hasReply = event.reply != nil
        deferral.isLocalNextHop = isLocalNextHop(event)
        if !isEcho, isLast(event, among: fallbacks) {
            // What the fallback said is not about the destination; that it was asked may be.
            deferral.isLocalNextHop = true
            deferral.hasReply = false
            if let other = event.tried.last(where: hasFailed) { deferral.take(other) }
            return .deferral(deferral)
        }
        // 'Network is unreachable' is mostly IPv6 alone: an IPv4 address of the same attempt counts.
        if event.origin == .local, event.code == .connectionTimedOut,
            let other = event.tried.last(where: failedOverIPv4)
        {
            deferral.take(other)
        }
        return .deferral(deferral)
    }

    /// The last server of the attempt is one of these.
    private static func isLast(_ event: DeferralEvent, among fallbacks: Set<String>) -> Bool {
        guard !fallbacks.isEmpty else { return false }
        if let relay = event.relay, relay.host != "none" {
            return fallbacks.contains(relay.host.lowercased())
        }
        return event.server.map { fallbacks.contains($0.prefix { $0 != "[" }.lowercased()) }
            ?? false
    }

    /// It could not be had, and not by our own fault.
    private static func hasFailed(_ server: DeferralEvent.TriedServer) -> Bool {
        server.code != .other && server.origin != .local && !server.address.contains("/")
    }

    /// What every answer of Deferwatch says in its text.
    private static let ourMark = "(Deferwatch"

    /// 'host … said: …': a reply to a command of the transaction.
    private static func hasReplied(_ server: DeferralEvent.TriedServer) -> Bool {
        server.code == .other && server.origin == .remote && server.reason.contains(" said: ")
            && !server.reason.contains(ourMark)
            && !NextHop.isLocal(host: server.host, address: server.address)
    }

    private static func failedOverIPv4(_ server: DeferralEvent.TriedServer) -> Bool {
        (server.code == .connectionTimedOut || server.code == .connectionRefused)
            && server.origin != .local && !server.address.contains(":")
            && !server.address.contains("/")
    }

    private static func isLocalNextHop(_ event: DeferralEvent) -> Bool {
        if let relay = event.relay, relay.host != "none" {
            return NextHop.isLocal(host: relay.host, address: relay.address)
        }
        guard let server = event.server else { return event.stage == .local }
        let parts = server.split(separator: "[", maxSplits: 1)
        let address = parts.count > 1 ? parts[1].split(separator: "]").first : nil
        return NextHop.isLocal(host: String(parts.first ?? ""), address: address.map(String.init))
    }

    private static func hasConnected(_ verdict: Kind) -> Bool {
        guard case .deferral(let deferral) = verdict else { return true }
        return deferral.stage != .dns && deferral.stage != .connect && deferral.stage != .local
    }

    private static func hosts(of event: DeferralEvent, _ fallbacks: Set<String>) -> [String] {
        var hosts: [String] = []
        func add(_ host: some StringProtocol) {
            let host = host.lowercased()
            let isNews = !hosts.contains(host) && !fallbacks.contains(host)
            if !host.isEmpty, host != "none", isNews, hosts.count < 8 {
                hosts.append(host)
            }
        }
        guard !event.isSuspended, !isLocalNextHop(event) else { return [] }
        if let relay = event.relay, relay.address != nil { add(relay.host) }
        if let server = event.server { add(server.prefix { $0 != "[" }) }
        for server in event.tried { add(server.host) }
        return hosts
    }

    private static func domain(of address: String?, unless domain: String) -> String? {
        let original = address.flatMap(AddressDomain.of)
        return original == domain ? nil : original
    }
}

extension DeferralEvent {
    /// The same attempt, less the earlier servers that are fallback relays.
    fileprivate func without(_ fallbacks: Set<String>) -> DeferralEvent {
        guard !fallbacks.isEmpty, !tried.isEmpty else { return self }
        var event = self
        event.tried.removeAll { fallbacks.contains($0.host.lowercased()) }
        return event
    }
}

extension HealthEvidence.Deferral {
    /// An earlier server of the attempt says more about the destination than the last one.
    fileprivate mutating func take(_ server: DeferralEvent.TriedServer) {
        code = server.code
        origin = server.origin
        scope = .destination
        isLocalNextHop = false
        category = nil
        switch server.code {
        case .dnsQueryFailed: stage = .dns
        case .connectionTimedOut, .connectionRefused: stage = .connect
        case .certificateInvalid: stage = .certificate
        case .cannotConnect, .connectionClosed, .other: stage = nil
        }
    }
}

/// Tells next hops that are a part of this system.
enum NextHop {
    static func isLocal(host: String, address: String?) -> Bool {
        if host == "localhost" || host.hasPrefix("/") || host.hasPrefix("private/") { return true }
        guard let address else { return host.hasPrefix("127.") }
        return address.hasPrefix("127.") || address == "::1" || address.contains("/")
    }
}
