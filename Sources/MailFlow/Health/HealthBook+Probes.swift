extension HealthBook {
    /// Whether the next request may pass to find out.
    mutating func isProbeDue(_ place: Int, _ slot: Int) -> Bool {
        guard records[place].state.isDown, let streak = troubles[slot].streak,
            let plan = troubles[slot].probes
        else { return false }
        // qmgr leaves the site alone for so long: a probe would only bring an echo.
        guard clock >= streak.last + settings.minimalBackoff, clock >= plan.next else {
            return false
        }
        if let granted = plan.grantedAt, clock < granted + settings.probes.timeout { return false }
        return records[place].waiting == 0 || clock >= streak.last + settings.probes.after
    }

    /// Whether this request may pass to find out; notes that it did.
    mutating func grantProbe(_ place: Int, _ slot: Int) -> Bool {
        guard isProbeDue(place, slot), var plan = troubles[slot].probes else { return false }
        plan.grantedAt = clock
        plan.grants &+= 1
        troubles[slot].probes = plan
        markDirty(place)
        return true
    }

    /// An attempt after a probe was granted has failed: the next one is due later.
    mutating func noteProbeFailed(_ place: Int, _ slot: Int, at time: Seconds) {
        guard var plan = troubles[slot].probes, let granted = plan.grantedAt, time >= granted else {
            return
        }
        plan.grantedAt = nil
        plan.next = time + spread(plan.interval, place, plan.grants)
        plan.interval = min(plan.interval * 2, settings.probes.longestInterval)
        troubles[slot].probes = plan
    }

    /// The interval, a little longer or shorter: destinations of one outage are not probed at once.
    private func spread(_ interval: Seconds, _ place: Int, _ grants: UInt32) -> Seconds {
        let most = UInt64(max(0, interval * Seconds(settings.probes.jitterPercent) / 100))
        guard most > 0 else { return interval }
        let random = HealthHash.mixed(
            seed &+ HealthHash.of(records.name(place)) &+ UInt64(grants) &* 0x9E37_79B9_7F4A_7C15
        )
        return interval - Seconds(most) + Seconds(random % (2 * most + 1))
    }
}
