extension HealthBook {
    /// Takes an operator's word: it goes before all evidence and ends by itself.
    ///
    /// - Parameters:
    ///   - domain: the recipient domain.
    ///   - kind: what is said.
    ///   - limit: for how long; there is no word without a limit.
    ///   - now: wall clock.
    /// - Throws: `HealthError` where the domain or the limit will not do.
    public mutating func force(
        _ domain: String,
        _ kind: ForcedVerdict.Kind,
        for limit: Seconds,
        now: Seconds
    ) throws(HealthError) {
        let name = Self.key(domain)
        guard (1...255).contains(name.utf8.count) else { throw .badDomain(domain) }
        guard limit >= 1, limit <= settings.longestForce else {
            throw .badLimit(limit, longest: settings.longestForce)
        }
        advance(to: now)
        let known = records.place(of: name)
        let isForced = known.map { forcedVerdict($0) != nil } ?? false
        guard isForced || forcedCount < settings.bounds.forced else {
            throw .tooManyForced(settings.bounds.forced)
        }
        guard let place = place(of: name), let slot = slot(at: place, isForced: true) else {
            throw .tooManyForced(settings.bounds.destinations)
        }
        let from = troubles[slot].forced?.state ?? records[place].state
        if !isForced { forcedCount += 1 }
        let verdict = ForcedVerdict(kind: kind, since: now, until: now + limit)
        troubles[slot].forced = verdict
        troubles[slot].hasReportedLife = false
        markDirty(place)
        reportForce(place, from: from, to: verdict.state, .forced)
        evaluate(place)
    }

    /// The operator's word that mail for a domain can never be delivered: refused for good.
    ///
    /// - Throws: `HealthError` where the domain or the limit will not do.
    public mutating func refuse(
        _ domain: String,
        for limit: Seconds,
        now: Seconds
    ) throws(HealthError) {
        try force(domain, .refuse, for: limit, now: now)
    }

    /// Takes the operator's word back before its limit.
    ///
    /// - Returns: false where nothing was forced.
    public mutating func release(_ domain: String, now: Seconds) -> Bool {
        advance(to: now)
        guard let place = records.place(of: Self.key(domain)), forcedVerdict(place) != nil else {
            return false
        }
        endForce(place, Int(records[place].trouble) - 1)
        evaluate(place)
        return true
    }

    /// Every word that is in force, by domain.
    public var forcedVerdicts: [String: ForcedVerdict] {
        var words: [String: ForcedVerdict] = [:]
        for (slot, owner) in troubles.owners.enumerated() where owner >= 0 {
            if let forced = troubles[slot].forced { words[records.name(Int(owner))] = forced }
        }
        return words
    }

    /// The word on a domain itself, whatever holds for those that it is forwarded to; nil: none is in
    /// force.
    public mutating func forcedVerdict(on domain: String, now: Seconds) -> ForcedVerdict? {
        advance(to: now)
        return records.place(of: Self.key(domain)).flatMap { forcedVerdict($0) }
    }

    /// Puts stored words in the place of those that are in force: they are stored at once, and a
    /// state now and then.
    public mutating func restore(forcedVerdicts words: [String: ForcedVerdict], now: Seconds) {
        for (domain, _) in forcedVerdicts where words[domain] == nil {
            _ = release(domain, now: now)
        }
        for (domain, stored) in words {
            let word = stored.broughtBack(to: now)
            guard word.until > now,
                (try? force(domain, word.kind, for: word.until - now, now: now)) != nil,
                let place = records.place(of: Self.key(domain)), records[place].trouble > 0
            else { continue }
            troubles[Int(records[place].trouble) - 1].forced?.since = word.since
        }
        // Nothing of this is news.
        transitions.removeAll { $0.subject == .force }
    }

    mutating func forcedVerdict(_ place: Int) -> ForcedVerdict? {
        let slot = Int(records[place].trouble) - 1
        return slot >= 0 ? troubles[slot].forced : nil
    }

    /// Ends the operator's word at its limit.
    mutating func settleForce(_ place: Int, _ slot: Int) {
        guard let forced = troubles[slot].forced, clock >= forced.until else { return }
        endForce(place, slot)
    }

    private mutating func endForce(_ place: Int, _ slot: Int) {
        guard let forced = troubles[slot].forced else { return }
        troubles[slot].forced = nil
        forcedCount -= 1
        markDirty(place)
        reportForce(place, from: forced.state, to: records[place].state, .forceEnded)
    }

    private mutating func reportForce(
        _ place: Int,
        from: HealthState,
        to: HealthState,
        _ reasons: HealthReasons
    ) {
        report(
            HealthTransition(
                domain: records.name(place),
                subject: .force,
                from: from,
                to: to,
                at: clock,
                reasons: reasons
            )
        )
    }
}
