extension HealthBook {
    /// What has changed since the last call.
    ///
    /// - Parameter most: bounds the destinations; `takeKeys` gives those that are left.
    /// - Returns: what is to be stored in one go with the log's position.
    public mutating func takeChanges(most: Int = .max) -> HealthChanges {
        let changes = HealthChanges(
            removed: removed,
            keys: takeKeys(most: most),
            hosts: groups.newLinks,
            aliases: aliases.takeChanges(),
            watch: watch
        )
        removed = []
        groups.newLinks = []
        return changes
    }

    /// Destinations that have changed and were not taken yet, `most` at most: a part at a time, for answers
    /// must not wait for all.
    public mutating func takeKeys(most: Int) -> [HealthChanges.Key] {
        // A copy: what shares the list would have it copied as a whole.
        let part = Array(dirty.suffix(most))
        let keys = part.map { key(Int($0)) }
        for place in part { records[Int(place)].isDirty = false }
        dirty.removeLast(keys.count)
        return keys
    }

    /// Destinations that have changed and were not taken yet.
    public var changedCount: Int { dirty.count }

    /// Nothing is stored any more: all of it is a change.
    public mutating func forgetStored() {
        for place in records.places { markDirty(place) }
        groups.newLinks = groups.groups.indices.map { groups.link(UInt32($0)) }
        aliases.touchAll()
    }

    /// Everything, whatever has been taken.
    public var snapshot: HealthChanges {
        HealthChanges(
            removed: [],
            keys: records.places.map(key),
            hosts: groups.groups.indices.map { groups.link(UInt32($0)) },
            aliases: aliases.all,
            watch: watch
        )
    }

    /// A book that goes on where another stopped.
    ///
    /// - Parameters:
    ///   - stored: everything, or all changes merged.
    ///   - settings: the numbers.
    ///   - seed: as for a new book.
    ///   - now: wall clock; nil in a replay. A state that is too old is not believed: only the
    ///     operator's word and the last signs of life stay.
    public init(
        restoring stored: HealthChanges,
        settings: HealthSettings = HealthSettings(),
        seed: UInt64,
        now: Seconds? = nil
    ) {
        let keys = stored.keys.sorted { $0.order < $1.order }
        self.init(stored, keys, settings: settings, seed: seed, now: now)
    }

    /// The same, with the destinations beside what else was stored, in their order.
    init(
        _ stored: HealthChanges,
        _ keys: some Sequence<HealthChanges.Key>,
        settings: HealthSettings,
        seed: UInt64,
        now: Seconds?
    ) {
        self.init(settings: settings, seed: seed, collectsChanges: true)
        // A clock that ran ahead when this was stored would stand still until the time has come.
        clock = min(stored.watch.clock, now ?? .max)
        wallClock = now
        for link in stored.hosts { groups.restore(link) }
        groups.markRelayhosts(settings.protection.relayHosts)
        for key in keys { restore(key) }
        for entry in stored.aliases { aliases.restore(entry) }
        // What was just stored need not be stored again.
        for place in dirty { records[Int(place)].isDirty = false }
        dirty.removeAll()
        groups.newLinks.removeAll()
        guard let now else {
            recount(stored.watch)
            return
        }
        bringBack(to: now, stored.watch)
        let storedClock = stored.watch.clock
        if now - storedClock > settings.guards.oldestState
            || now < storedClock - settings.guards.clockJump
        {
            stale.distrustRestoredState()
            forgetStreaks(since: .never, .staleData)
        }
        tick(now)
    }

    /// Takes new numbers; what is known stays.
    public mutating func apply(_ settings: HealthSettings) {
        self.settings = settings
        groups.markRelayhosts(settings.protection.relayHosts)
        recount(watch)
        for slot in troubles.owners.indices where troubles.owners[slot] >= 0 {
            evaluate(Int(troubles.owners[slot]))
        }
    }

    var watch: HealthChanges.Watch {
        HealthChanges.Watch(
            clock: clock,
            localFault: localFault.reason,
            localUntil: localFault.until,
            warnedAt: localFault.lastWarning,
            downs: blast.downs,
            heldUntil: blast.heldUntil
        )
    }

    private func key(_ place: Int) -> HealthChanges.Key {
        let record = records[place]
        let group = record.group == 0 ? nil : groups.groups[Int(groups.root(record.group - 1))]
        return HealthChanges.Key(
            domain: records.name(place),
            order: UInt32(place),
            state: record.state,
            since: record.since,
            lastLife: record.lastLife,
            lastSeen: record.lastSeen,
            failedAt: record.failedAt,
            failure: record.failure,
            failedUnder: record.failedUnder,
            waiting: record.waiting,
            oldest: record.oldest,
            group: group?.host,
            deadline: record.deadline,
            trouble: record.trouble == 0 ? nil : troubles[Int(record.trouble) - 1]
        )
    }

    private mutating func restore(_ key: HealthChanges.Key) {
        guard records.place(of: key.domain) == nil, let place = place(of: key.domain) else {
            return
        }
        records[place].state = key.state
        records[place].since = key.since
        records[place].lastLife = key.lastLife
        records[place].lastSeen = key.lastSeen
        records[place].failedAt = key.failedAt
        records[place].failure = key.failure
        records[place].failedUnder = key.failedUnder
        records[place].waiting = key.waiting
        records[place].oldest = key.oldest
        if let hash = key.group {
            let group = groups.group(ofHash: hash)
            groups.join(key.domain, group)
            records[place].group = group + 1
        }
        if key.deadline != .forever {
            records[place].deadline = key.deadline
            deadlines.push(.init(time: key.deadline, place: UInt32(place)))
        }
        if key.state.isDown { downCount += 1 }
        if let trouble = key.trouble {
            records[place].trouble = UInt32(troubles.insert(trouble, owner: place) + 1)
            if trouble.forced != nil { forcedCount += 1 }
        }
    }
}
