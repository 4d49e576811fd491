import Deferrals

extension HealthBook {
    /// Takes in what one log line means.
    ///
    /// What is a little ahead of the wall clock counts as of now: a sender's fast clock must not end
    /// what is timed for others.
    public mutating func record(_ evidence: HealthEvidence) {
        guard isPlausible(evidence) else {
            counts.implausible += 1
            return
        }
        var evidence = evidence
        evidence.time = notAhead(evidence.time)
        advance(to: evidence.time)
        guard evidence.exemption == nil else {
            counts.exempt += 1
            return
        }
        switch evidence.kind {
        case .success(let success): recordSuccess(evidence, success)
        case .lifeSign:
            guard let place = see(evidence) else { return }
            recordLife(place, at: evidence.time, isSuccess: false)
        case .deferral(let deferral): recordDeferral(evidence, deferral)
        }
    }

    /// Takes in that Postfix itself cannot deliver: a warning of master or qmgr.
    public mutating func record(_ warning: OwnWarning) {
        var time = warning.time
        switch warning.kind {
        case .transportUnavailable, .queueFileWriteError, .noSpace, .badStartup: break
        default: return
        }
        guard wallClock.map({ time <= $0 + Self.mostAhead }) ?? true else { return }
        time = notAhead(time)
        advance(to: time)
        localFault.warn(at: time)
        settleGuards()
    }

    private static let mostAhead: Seconds = 300
    /// All that follows from evidence must be representable, a day's limits included.
    private static let latest = HealthRecord.latest - (1 << 28)

    private func isPlausible(_ evidence: HealthEvidence) -> Bool {
        guard evidence.time > 0, evidence.time < Self.latest, !evidence.domain.isEmpty else {
            return false
        }
        return wallClock.map { evidence.time <= $0 + Self.mostAhead } ?? true
    }

    /// The wall clock is told once a second: so much is not ahead.
    private func notAhead(_ time: Seconds) -> Seconds {
        wallClock.map { min(time, max($0, clock) + 1) } ?? time
    }

    private mutating func recordSuccess(
        _ evidence: HealthEvidence,
        _ success: HealthEvidence.Success
    ) {
        if success.isLocalNextHop {
            counts.otherHops += 1
        } else if success.viaOtherRelay {
            counts.otherHops += 1
            // Says something of that relay alone, where it is a destination of its own.
            for host in evidence.hosts {
                guard let place = records.place(of: host) else { continue }
                recordLife(place, at: evidence.time, isSuccess: true)
            }
        } else if let place = see(evidence) {
            recordLife(place, at: evidence.time, isSuccess: true)
        }
    }

    private mutating func recordDeferral(
        _ evidence: HealthEvidence,
        _ deferral: HealthEvidence.Deferral
    ) {
        if deferral.isSuspended {
            counts.echoes += 1
        } else if deferral.carriesOurMark {
            counts.ownReplies += 1
        } else if deferral.isLocalNextHop {
            counts.otherHops += 1
        } else if let place = see(evidence) {
            judge(place, evidence, deferral)
        }
    }

    /// A real attempt at a real host.
    private mutating func judge(
        _ place: Int,
        _ evidence: HealthEvidence,
        _ deferral: HealthEvidence.Deferral
    ) {
        if deferral.isSignOfLife { recordLife(place, at: evidence.time, isSuccess: false) }
        let isOurs = deferral.origin == .local || deferral.scope == .host
        if isOurs {
            counts.irrelevant += 1
            if isOwnFault(deferral) { noteFailure(place, deferral, at: evidence.time) }
        } else if deferral.scope == .sender, isThrottle(deferral.category) {
            counts.throttles += 1
            recordThrottle(place, evidence.time, deferral.category)
        } else if deferral.scope == .destination {
            recordFailure(place, evidence, deferral)
        } else {
            counts.irrelevant += 1
        }
    }

    /// Resolver, routes, firewall, TLS set-up; not a mailbox or a content filter of ours.
    private func isOwnFault(_ deferral: HealthEvidence.Deferral) -> Bool {
        guard deferral.origin == .local, deferral.stage != .local else { return false }
        switch deferral.code {
        case .dnsQueryFailed, .connectionTimedOut, .connectionRefused, .cannotConnect: return true
        case .connectionClosed, .certificateInvalid, .other: return false
        }
    }

    private func isThrottle(_ category: Deferrals.Category?) -> Bool {
        category == .rateLimited || category == .reputation || category == .dnsOfSender
    }

    /// The destination's record, marked as active; nil: there is no room.
    private mutating func see(_ evidence: HealthEvidence) -> Int? {
        guard let place = place(of: Self.key(evidence.domain)) else { return nil }
        let former = records[place].lastSeen
        if evidence.time > former {
            localFault.move(from: former, to: evidence.time)
            blast.move(from: former, to: evidence.time)
            records[place].lastSeen = evidence.time
        }
        for host in evidence.hosts { joinGroup(place, host) }
        if let original = evidence.originalDomain {
            let name = Self.key(original)
            let own = records.name(place)
            if name != own, (1...255).contains(name.utf8.count),
                !aliases.record(name, to: own, at: evidence.time, settings.aliasLimits)
            {
                counts.untracked += 1
            }
        }
        markDirty(place)
        return place
    }

    private mutating func joinGroup(_ place: Int, _ host: String) {
        let known = groups.group(
            ofHost: host,
            most: settings.bounds.hosts,
            relayHosts: settings.protection.relayHosts
        )
        guard let group = known else { return }
        let own = records[place].group
        if own == 0 {
            groups.join(records.name(place), group)
            records[place].group = group + 1
        } else {
            records[place].group = groups.merge(own - 1, group) + 1
        }
        if !collectsChanges { groups.newLinks.removeAll(keepingCapacity: true) }
    }

    /// Counts a failure for the local fault guard.
    private mutating func noteFailure(
        _ place: Int,
        _ deferral: HealthEvidence.Deferral,
        at time: Seconds
    ) {
        let record = records[place]
        guard time > record.lastLife, time >= record.failedAt else { return }
        if record.failedAt != .never {
            localFault.removeFailure(
                record.failure,
                at: record.failedAt,
                under: record.failedUnder
            )
        }
        let provider = providerHash(place)
        let failure = FailureClass(deferral)
        localFault.addFailure(failure, at: time, under: provider)
        records[place].failedAt = time
        records[place].failure = failure
        records[place].failedUnder = provider
        settleGuards()
    }

    /// Tells providers apart; a domain whose hosts are not known is its own provider.
    ///
    /// Mutating, as all that a line or a request calls: else the compiler copies the book first.
    private mutating func providerHash(_ place: Int) -> UInt32 {
        let record = records[place]
        guard record.group != 0 else { return HostGroups.kinHash(records.name(place)) }
        let group = groups.groups[Int(groups.root(record.group - 1))]
        if group.provider != 0 { return UInt32(group.provider) }
        return UInt32(truncatingIfNeeded: group.host)
    }

    private mutating func recordFailure(
        _ place: Int,
        _ evidence: HealthEvidence,
        _ deferral: HealthEvidence.Deferral
    ) {
        // Of two lines of one second, the sign of life counts.
        guard evidence.time > records[place].lastLife else {
            counts.superseded += 1
            return
        }
        noteFailure(place, deferral, at: evidence.time)
        guard localFault.reason == nil else {
            counts.duringLocalFault += 1
            return
        }
        guard let slot = slot(at: place) else { return }
        counts.failures += 1
        if troubles[slot].streak == nil {
            troubles[slot].streak = AttemptStreak(evidence, deferral)
        }
        let (sameAttempt, backoff) = (settings.sameAttempt, settings.minimalBackoff)
        troubles[slot].streak?.add(evidence, deferral, sameAttempt: sameAttempt, backoff: backoff)
        if let host = evidence.hosts.first { troubles[slot].host = host }
        noteProbeFailed(place, slot, at: evidence.time)
        evaluate(place)
    }
}
