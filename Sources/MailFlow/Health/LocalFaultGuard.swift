import Deferrals

/// Failures that are alike: one cause on our side would make them all.
enum FailureClass: UInt8, Codable, Sendable, CaseIterable {
    /// No address could be found.
    case dns
    /// No connection came about.
    case connect
    /// A connection, and no session.
    case session
    /// TLS.
    case tls
    /// Said by our own resolver, routes, firewall or TLS engine.
    case own

    init(_ deferral: HealthEvidence.Deferral) {
        if deferral.origin == .local {
            self = .own
        } else if deferral.isTLSClass {
            self = .tls
        } else {
            switch deferral.code {
            case .dnsQueryFailed: self = .dns
            case .connectionTimedOut, .connectionRefused: self = .connect
            case .certificateInvalid: self = .tls
            case .cannotConnect, .connectionClosed, .other: self = .session
            }
        }
    }
}

/// Tells a fault of this machine from a fault of many destinations.
struct LocalFaultGuard: Sendable {
    private(set) var active: ActivityRing
    private var failing: [FailureRing]
    private(set) var reason: GuardReason?
    /// Holds until then, unless it shows again.
    private(set) var until = Seconds.never
    private var warnedAt = Seconds.never

    static let buckets = 10

    init(_ settings: GuardSettings) {
        active = ActivityRing(window: settings.window, buckets: Self.buckets)
        failing = FailureClass.allCases.map { _ in
            FailureRing(window: settings.window, buckets: Self.buckets)
        }
    }

    /// A destination has been seen again.
    mutating func move(from old: Seconds, to new: Seconds) {
        active.remove(old)
        active.add(new)
    }

    mutating func addFailure(_ failure: FailureClass, at time: Seconds, under provider: UInt32) {
        failing[Int(failure.rawValue)].add(time, provider)
    }

    mutating func removeFailure(_ failure: FailureClass, at time: Seconds, under provider: UInt32) {
        failing[Int(failure.rawValue)].remove(time, provider)
    }

    /// A destination is forgotten.
    mutating func forget(_ record: HealthRecord) {
        active.remove(record.lastSeen)
        removeFailure(record.failure, at: record.failedAt, under: record.failedUnder)
    }

    /// master or qmgr have said that nothing can be delivered.
    mutating func warn(at time: Seconds) {
        warnedAt = max(warnedAt, time)
    }

    /// What holds at `now`; keeps a fault for some time after its last sign.
    ///
    /// - Returns: true where it has begun or ended.
    mutating func update(_ now: Seconds, _ settings: GuardSettings) -> Bool {
        let former = reason
        if let sign = sign(now, settings) {
            reason = sign
            until = now + settings.localHold
        } else if now >= until {
            reason = nil
        }
        return (former == nil) != (reason == nil)
    }

    /// Takes a stored verdict up again.
    mutating func restore(_ reason: GuardReason?, until: Seconds, warnedAt: Seconds) {
        self.reason = reason
        self.until = until
        self.warnedAt = warnedAt
    }

    /// The last warning, for storage.
    var lastWarning: Seconds { warnedAt }

    private func sign(_ now: Seconds, _ settings: GuardSettings) -> GuardReason? {
        if now < warnedAt + settings.window { return .postfixWarning }
        let own = failing[Int(FailureClass.own.rawValue)]
        if own.count(at: now) >= settings.ownErrorDestinations { return .ownErrors }
        let all = active.count(at: now)
        guard all >= settings.localActive else { return nil }
        for failure in FailureClass.allCases where failure != .own {
            let ring = failing[Int(failure.rawValue)]
            if ring.count(at: now) * 100 >= all * settings.localPercent,
                ring.hasProviders(settings.localProviders, at: now)
            {
                return .manyFailAlike
            }
        }
        return nil
    }
}

/// Failing destinations by bucket and provider.
private struct FailureRing: Sendable {
    private var ring: ActivityRing
    private var stamps: [Seconds]
    private var providers: [[UInt32: Int]]

    init(window: Seconds, buckets: Int) {
        ring = ActivityRing(window: window, buckets: buckets)
        stamps = Array(repeating: .never, count: buckets)
        providers = Array(repeating: [:], count: buckets)
    }

    mutating func add(_ time: Seconds, _ provider: UInt32) {
        guard time >= 0 else { return }
        ring.add(time)
        let stamp = time / ring.width
        let place = Int(stamp) % stamps.count
        guard stamps[place] <= stamp else { return }
        if stamps[place] < stamp {
            stamps[place] = stamp
            providers[place] = [:]
        }
        providers[place][provider, default: 0] += 1
    }

    mutating func remove(_ time: Seconds, _ provider: UInt32) {
        guard time >= 0 else { return }
        ring.remove(time)
        let place = Int(time / ring.width) % stamps.count
        guard stamps[place] == time / ring.width, let count = providers[place][provider] else {
            return
        }
        providers[place][provider] = count > 1 ? count - 1 : nil
    }

    func count(at now: Seconds) -> Int { ring.count(at: now) }

    func hasProviders(_ most: Int, at now: Seconds) -> Bool {
        let newest = now / ring.width
        var seen: [UInt32] = []
        for place in stamps.indices
        where stamps[place] > newest - Seconds(stamps.count) && stamps[place] <= newest {
            for provider in providers[place].keys where !seen.contains(provider) {
                seen.append(provider)
                if seen.count >= most { return true }
            }
        }
        return most <= 0
    }
}
