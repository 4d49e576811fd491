/// Bounds how many destinations are down automatically: beyond it, more likely we err.
struct BlastRadiusGuard: Sendable {
    /// When destinations went down, oldest first; as many as one window may hold.
    private(set) var downs: [Seconds] = []
    /// Destinations seen in 24 h.
    private(set) var active = ActivityRing(window: 86_400, buckets: 24)
    /// The guard has held one back, and is reported until then.
    private(set) var heldUntil = Seconds.never

    /// A destination has been seen again.
    mutating func move(from old: Seconds, to new: Seconds) {
        active.remove(old)
        active.add(new)
    }

    mutating func forget(_ record: HealthRecord) {
        active.remove(record.lastSeen)
    }

    /// Whether one more may go down.
    func allows(downNow: Int, at now: Seconds, _ settings: GuardSettings) -> Bool {
        guard downNow < settings.mostDown else { return false }
        guard downs.count(where: { $0 > now - settings.window }) < settings.mostDownsPerWindow
        else {
            return false
        }
        let all = active.count(at: now)
        return all < settings.percentFrom || (downNow + 1) * 100 <= all * settings.mostDownPercent
    }

    mutating func recordDown(at now: Seconds, _ settings: GuardSettings) {
        downs.removeAll { $0 <= now - settings.window }
        downs.append(now)
    }

    /// One was held back.
    ///
    /// - Returns: true where this is the first for some time.
    mutating func hold(at now: Seconds, _ settings: GuardSettings) -> Bool {
        let isFirst = heldUntil == .never
        heldUntil = now + settings.window
        return isFirst
    }

    /// True where the last one was held back long enough ago.
    mutating func ends(at now: Seconds) -> Bool {
        guard heldUntil != .never, now >= heldUntil else { return false }
        heldUntil = .never
        return true
    }

    /// Takes a stored state up again.
    mutating func restore(_ downs: [Seconds], heldUntil: Seconds) {
        self.downs = downs
        self.heldUntil = heldUntil
    }
}
