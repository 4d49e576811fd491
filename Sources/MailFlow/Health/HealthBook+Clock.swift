/// The wall clock was set back: what is dated later than now would make all that follows count for
/// nothing until that time has come.
extension HealthBook {
    /// Takes what is dated later as of now, and counts anew for both guards.
    ///
    /// - Precondition: `clock` is `now` or earlier.
    mutating func bringBack(to now: Seconds, _ watch: HealthChanges.Watch) {
        for place in records.places where records[place].bringBack(to: now) { markDirty(place) }
        for slot in troubles.owners.indices {
            let owner = Int(troubles.owners[slot])
            guard owner >= 0, troubles[slot].bringBack(to: now) else { continue }
            markDirty(owner)
            // Its end is nearer than it was.
            schedule(owner, now + 1)
        }
        aliases.bringBack(to: now)
        var watch = watch
        watch.bringBack(to: now, settings.guards)
        recount(watch)
    }

    /// Counts every destination anew for both guards, which go on with what `watch` says of them.
    mutating func recount(_ watch: HealthChanges.Watch) {
        localFault = LocalFaultGuard(settings.guards)
        blast = BlastRadiusGuard()
        for place in records.places { count(records[place]) }
        localFault.restore(
            watch.localFault,
            until: watch.localUntil,
            warnedAt: watch.warnedAt
        )
        blast.restore(watch.downs, heldUntil: watch.heldUntil)
    }

    private mutating func count(_ record: HealthRecord) {
        localFault.move(from: .never, to: record.lastSeen)
        blast.move(from: .never, to: record.lastSeen)
        guard record.failedAt != .never else { return }
        localFault.addFailure(record.failure, at: record.failedAt, under: record.failedUnder)
    }
}

extension HealthRecord {
    /// - Returns: false where nothing is dated later than `now`.
    fileprivate mutating func bringBack(to now: Seconds) -> Bool {
        guard max(since, lastLife, lastSeen, failedAt) > now else { return false }
        since = min(since, now)
        lastLife = min(lastLife, now)
        lastSeen = min(lastSeen, now)
        // Failures of hours would look like many at once.
        if failedAt > now { failedAt = .never }
        return true
    }
}

extension HealthTrouble {
    /// The attempts apart: after a jump they are forgotten.
    ///
    /// - Returns: false where nothing is dated later than `now`.
    fileprivate mutating func bringBack(to now: Seconds) -> Bool {
        let former = (throttle, forced)
        if var limit = throttle {
            limit.since = min(limit.since, now)
            limit.last = min(limit.last, now)
            limit.rampSince = limit.rampSince.map { min($0, now) }
            throttle = limit
        }
        forced = forced?.broughtBack(to: now)
        return former != (throttle, forced)
    }
}

extension ForcedVerdict {
    /// Lasts as long as was said, where it was said by a clock that ran ahead.
    func broughtBack(to now: Seconds) -> ForcedVerdict {
        let ahead = max(0, since - now)
        return ForcedVerdict(kind: kind, since: since - ahead, until: until - ahead)
    }
}

extension HealthChanges.Watch {
    fileprivate mutating func bringBack(to now: Seconds, _ settings: GuardSettings) {
        localUntil = min(localUntil, now + settings.localHold)
        // What has no effect any more gets none again.
        if warnedAt > now { warnedAt = localFault == .postfixWarning ? now : .never }
        downs = downs.map { min($0, now) }
        heldUntil = min(heldUntil, now + settings.window)
    }
}
