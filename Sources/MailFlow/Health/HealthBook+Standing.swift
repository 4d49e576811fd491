extension HealthBook {
    /// How a destination stands.
    ///
    /// - Parameters:
    ///   - domain: the recipient domain of a request, before aliasing.
    ///   - now: wall clock; earlier than the book's own, that counts.
    ///   - wantsProbe: the caller would push the request back: it may be let through to find out.
    /// - Returns: `Standing.unknown`, silenced or not, for a domain without evidence.
    public mutating func standing(
        of domain: String,
        now: Seconds,
        wantsProbe: Bool = false
    ) -> Standing {
        advance(to: now)
        let name = Self.key(domain)
        let place = records.place(of: name)
        if !aliases.targets.isEmpty, let targets = aliases.targets[name],
            place.flatMap({ forcedVerdict($0) }) == nil
        {
            return forwarded(place, targets, wantsProbe)
        }
        guard let place else { return unknown }
        return standing(at: place, wantsProbe)
    }

    /// As `standing(of:now:)`, with no text made in most cases; nil: nothing is known of the domain.
    public mutating func standing(of key: borrowing DomainKey, now: Seconds) -> Standing? {
        guard !aliases.mayForward(key) else { return standing(of: key.text, now: now) }
        advance(to: now)
        return records.place(of: key).map { standing(at: $0, false) }
    }

    /// Destinations that fail, are limited or forced, a part at a time: for reports, which must not
    /// keep answers waiting.
    ///
    /// - Parameter cursor: where to go on, from 0; set to nil behind the last part.
    /// - Returns: up to 256 of them, in no order. One that changes between two parts may be left out
    ///   or told twice.
    public mutating func nextTroubled(
        _ cursor: inout Int?
    ) -> [(domain: String, standing: Standing)] {
        guard let start = cursor else { return [] }
        let end = min(start + 256, troubles.owners.count)
        cursor = end < troubles.owners.count ? end : nil
        guard start < end else { return [] }
        let places = troubles.owners[start..<end].filter { $0 >= 0 }.map { Int($0) }
        return places.map { (records.name($0), standing(at: $0, false)) }
    }

    private var unknown: Standing {
        var standing = Standing.unknown
        standing.silencedBy = silence
        return standing
    }

    private mutating func standing(at place: Int, _ wantsProbe: Bool) -> Standing {
        // A destination that is down may have turned out to be protected since.
        if records[place].state.isDown { evaluate(place) }
        var standing = unknown
        let record = records[place]
        if record.lastLife != .never { standing.lastLife = record.lastLife }
        standing.waiting = Int(record.waiting)
        if record.oldest != .never { standing.oldest = record.oldest }
        if record.group != 0 {
            let group = groups.groups[Int(groups.root(record.group - 1))]
            standing.provider = HostGroups.provider(group.provider)
        }
        if record.state != .up || clock < record.lastLife + settings.upFor {
            standing.learned = record.state
            if record.since != .never { standing.since = record.since }
        }
        if standing.learned == .up { standing.until = record.lastLife + settings.upFor }
        standing.state = standing.learned
        if record.trouble != 0 { describeTrouble(place, &standing, wantsProbe) }
        return standing
    }

    private mutating func describeTrouble(
        _ place: Int,
        _ standing: inout Standing,
        _ wantsProbe: Bool
    ) {
        let slot = Int(records[place].trouble) - 1
        if let streak = troubles[slot].streak { describe(streak, place, slot, &standing) }
        if let throttle = troubles[slot].throttle {
            standing.throttle = describe(throttle)
            standing.reasons.insert(.throttled)
        }
        standing.protection = protection(place)
        if let forced = troubles[slot].forced {
            standing.forced = forced
            standing.state = forced.state
            standing.since = forced.since
            standing.until = forced.until
            standing.silencedBy = nil
            standing.reasons.insert(.forced)
            if troubles[slot].hasReportedLife { standing.reasons.insert(.lifeWhileForced) }
        } else if standing.silencedBy == nil {
            standing.offersProbe = isProbeDue(place, slot)
            if wantsProbe { standing.isProbe = grantProbe(place, slot) }
        }
    }

    private mutating func describe(
        _ streak: AttemptStreak,
        _ place: Int,
        _ slot: Int,
        _ standing: inout Standing
    ) {
        let trouble = troubles[slot]
        standing.evidence = streak.summary
        standing.nextHop = trouble.host
        standing.reasons.insert(.failing)
        standing.reasons.formUnion(trouble.heldBack)
        standing.code = streak.code
        standing.category = streak.category
        let expiry = streak.last + settings.maxOpen
        switch standing.learned {
        case .down, .probing:
            standing.reasons.formUnion(streak.sufficiency(settings))
            standing.since = streak.first
            let limit = (trouble.probes?.downSince ?? clock) + settings.longestDown
            standing.until = min(expiry + settings.longestProbing, limit)
        case .degraded: standing.until = expiry
        case .unknown, .up: break
        }
    }

    private mutating func describe(_ throttle: ThrottleState) -> Standing.Throttle {
        var until = throttle.last + settings.throttle.clean
        var percent = 10
        if let ramp = throttle.rampSince {
            until = ramp + settings.throttle.ramp
            if clock >= ramp + settings.throttle.ramp / 2 { percent = 30 }
        }
        return Standing.Throttle(
            since: throttle.since,
            until: until,
            category: throttle.category,
            isRamp: throttle.rampSince != nil,
            percent: percent
        )
    }

    /// A domain whose mail is forwarded is down only where everything it may go to is.
    private mutating func forwarded(
        _ place: Int?,
        _ targets: [AliasTable.Target],
        _ wantsProbe: Bool
    ) -> Standing {
        let oldest = clock - settings.aliasLifetime
        let count = targets.count { $0.last > oldest }
        guard count > 0 else { return place.map { standing(at: $0, wantsProbe) } ?? unknown }
        var own = unknown
        var allDown = count <= settings.mostAliasTargets
        if let place {
            own = standing(at: place, false)
            if records[place].lastSeen > oldest, !own.state.isDown { allDown = false }
        }
        var verdict: Standing?
        if allDown { verdict = jointStanding(targets, since: oldest, wantsProbe) }
        if let verdict { return verdict }
        if own.state.isDown {
            // Rules go by what was learned.
            own.learned = .degraded
            own.state = .degraded
            own.reasons.insert(.forwardedElsewhere)
        }
        return own
    }

    /// The standing of the targets where all are down; nil: one is not.
    private mutating func jointStanding(
        _ targets: [AliasTable.Target],
        since oldest: Seconds,
        _ wantsProbe: Bool
    ) -> Standing? {
        var places: [Int] = []
        for target in targets where target.last > oldest {
            guard let place = records.place(of: target.domain),
                self.target(at: place, false).state.isDown
            else { return nil }
            places.append(place)
        }
        var joint: Standing?
        for place in places {
            let one = target(at: place, wantsProbe && joint?.isProbe != true)
            let isProbe = one.isProbe || one.offersProbe && joint?.offersProbe != true
            if joint == nil || isProbe { joint = one }
        }
        if joint?.forced == nil { joint?.silencedBy = silence }
        joint?.reasons.insert(.forwarded)
        return joint
    }

    /// How a target stands for what is forwarded to it: mail that can never be delivered there may have
    /// another way from here, so that the operator's 'refuse' is not for it.
    private mutating func target(at place: Int, _ wantsProbe: Bool) -> Standing {
        var standing = standing(at: place, wantsProbe)
        guard standing.forced?.kind == .refuse else { return standing }
        standing.forced = nil
        standing.state = standing.learned
        standing.reasons.remove(.forced)
        standing.reasons.remove(.lifeWhileForced)
        return standing
    }
}
