extension HealthBook {
    /// Takes in how far reading the log has come.
    ///
    /// For a live tail, about every second; a replay has nothing to say here.
    public mutating func observe(_ reading: TailReading) {
        let former = stale.reason
        let hasJumped = stale.observe(reading, settings.guards)
        wallClock = reading.now
        if hasJumped {
            // Spans between times before and after mean nothing: all is learned anew.
            clock = reading.now
            bringBack(to: reading.now, watch)
            forgetStreaks(since: .never, .staleData)
        }
        advance(to: reading.now)
        guard former != stale.reason else { return }
        if let former { reportGuard(former, isActive: false) }
        if let reason = stale.reason {
            reportGuard(reason, isActive: true)
        } else {
            evaluateStreaks()
        }
    }

    /// What was held back while a guard was active may be enough now, with nothing new logged.
    private mutating func evaluateStreaks() {
        for slot in troubles.owners.indices {
            let owner = Int(troubles.owners[slot])
            if owner >= 0, troubles[slot].streak != nil { evaluate(owner) }
        }
    }

    /// The guard for which all answers are DUNNO; nil: none.
    public var silence: GuardReason? { stale.reason ?? localFault.reason }

    /// Guards that are active now.
    public var activeGuards: [GuardReason] {
        var active: [GuardReason] = []
        if let reason = stale.reason { active.append(reason) }
        if let reason = localFault.reason { active.append(reason) }
        if blast.heldUntil > clock { active.append(.blastRadius) }
        return active
    }

    /// Brings the guards up to the clock.
    mutating func settleGuards() {
        let former = localFault.reason
        if localFault.update(clock, settings.guards) {
            if let reason = localFault.reason {
                reportGuard(reason, isActive: true)
                // What led here was counted against the destinations before it was understood.
                forgetStreaks(since: clock - settings.guards.window, .localFault)
            } else if let former {
                reportGuard(former, isActive: false)
            }
        }
        if blast.ends(at: clock) { reportGuard(.blastRadius, isActive: false) }
    }

    /// Forgets the streaks that began at `start` or later.
    mutating func forgetStreaks(since start: Seconds, _ reasons: HealthReasons) {
        for slot in troubles.owners.indices {
            let owner = Int(troubles.owners[slot])
            guard owner >= 0, let streak = troubles[slot].streak, streak.first >= start else {
                continue
            }
            let state = records[owner].state
            endStreak(owner, to: state == .up ? .up : .unknown, reasons)
            evaluate(owner)
        }
    }

    mutating func reportGuard(_ reason: GuardReason, isActive: Bool) {
        if guardTransitions.count >= settings.bounds.transitions {
            guardTransitions.removeFirst(max(1, guardTransitions.count / 4))
            counts.transitionsLost += 1
        }
        guardTransitions.append(GuardTransition(reason: reason, isActive: isActive, at: clock))
    }

    /// Why the destination is never down automatically; nil: it may be.
    mutating func protection(_ place: Int) -> Protection? {
        let list = settings.protection
        let record = records[place]
        if !list.ownDomains.isEmpty || !list.domains.isEmpty {
            let name = records.name(place)
            if list.ownDomains.contains(name) { return .ownDomain }
            if list.domains.contains(name) { return .listed }
        }
        guard record.group != 0 else { return nil }
        let group = groups.groups[Int(groups.root(record.group - 1))]
        if group.isRelayhost { return .relayhost }
        if let provider = HostGroups.provider(group.provider), list.providers.contains(provider) {
            return .largeProvider
        }
        guard list.sharedSetDomains > 0 else { return nil }
        if group.kin >= list.sharedSetDomains { return .sharedHosts }
        let isMost = Int(group.domains) * 100 >= groups.members * list.relayhostPercent
        return group.kin >= list.relayhostDomains && isMost ? .sharedHosts : nil
    }
}
