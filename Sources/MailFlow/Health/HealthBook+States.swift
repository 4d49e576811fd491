extension HealthBook {
    /// Brings a destination in trouble up to the clock, and says when to look again.
    mutating func evaluate(_ place: Int) {
        let slot = Int(records[place].trouble) - 1
        guard slot >= 0 else { return }
        settleForce(place, slot)
        settleThrottle(place, slot)
        if let streak = troubles[slot].streak { settleStreak(place, slot, streak) }
        if troubles[slot].isOver {
            troubles.remove(slot)
            records[place].trouble = 0
            markDirty(place)
        } else {
            schedule(place, nextDeadline(place, slot))
        }
    }

    private mutating func settleStreak(_ place: Int, _ slot: Int, _ streak: AttemptStreak) {
        let expiry = streak.last + settings.maxOpen
        let downSince = troubles[slot].probes?.downSince ?? clock
        switch records[place].state {
        case .unknown, .up, .degraded:
            if clock >= expiry {
                let state = records[place].state
                endStreak(place, to: state == .degraded ? .unknown : state, .evidenceExpired)
                return
            }
            let sufficiency = streak.sufficiency(settings)
            if !sufficiency.isEmpty, clock >= streak.first + settings.downAfter {
                considerDown(place, slot, sufficiency)
            } else if streak.attempts >= settings.degradedAttempts {
                change(place, to: .degraded, .failing)
            }
        case .down, .probing:
            let isProbing = records[place].state == .probing
            if clock >= downSince + settings.longestDown {
                endStreak(place, to: .unknown, .timeLimit)
            } else if clock >= expiry + settings.longestProbing {
                endStreak(place, to: .unknown, [.evidenceExpired, .timeLimit])
            } else if protection(place) != nil {
                retractDown(place, slot)
            } else if !isProbing, clock >= expiry {
                change(place, to: .probing, .evidenceExpired)
            } else if isProbing, clock < expiry {
                change(place, to: .down, [.failing, .failedAgain])
            }
        }
    }

    /// A streak is enough: down, unless something forbids it.
    private mutating func considerDown(_ place: Int, _ slot: Int, _ sufficiency: HealthReasons) {
        let former = troubles[slot].heldBack
        let obstacle = obstacle(place)
        troubles[slot].heldBack = obstacle
        if former != obstacle { markDirty(place) }
        let reasons = sufficiency.union([.failing, obstacle])
        if obstacle.isEmpty {
            blast.recordDown(at: clock, settings.guards)
            troubles[slot].probes = ProbePlan(
                downSince: clock,
                interval: settings.probes.firstInterval,
                next: .never
            )
            change(place, to: .down, reasons)
        } else if records[place].state != .degraded {
            change(place, to: .degraded, reasons)
        } else if former != obstacle {
            report(transition(place, from: .degraded, reasons))
        }
    }

    private mutating func obstacle(_ place: Int) -> HealthReasons {
        if protection(place) != nil { return .protected }
        if localFault.reason != nil { return .localFault }
        if stale.reason != nil { return .staleData }
        if blast.allows(downNow: downCount, at: clock, settings.guards) { return [] }
        if blast.hold(at: clock, settings.guards) {
            guardTransitions.append(
                GuardTransition(reason: .blastRadius, isActive: true, at: clock)
            )
        }
        return .blastRadius
    }

    /// It has turned out to be protected after it went down.
    private mutating func retractDown(_ place: Int, _ slot: Int) {
        troubles[slot].probes = nil
        troubles[slot].heldBack = .protected
        change(place, to: .degraded, [.failing, .protected])
    }

    /// Forgets the failing attempts; the caller evaluates, which frees what is over.
    mutating func endStreak(_ place: Int, to state: HealthState, _ reasons: HealthReasons) {
        let slot = Int(records[place].trouble) - 1
        guard slot >= 0 else { return }
        let last = transition(place, from: records[place].state, reasons)
        troubles[slot].streak = nil
        troubles[slot].probes = nil
        troubles[slot].heldBack = []
        troubles[slot].host = nil
        change(place, to: state, reasons, evidence: last)
        markDirty(place)
    }

    /// Enters a state.
    mutating func change(
        _ place: Int,
        to state: HealthState,
        _ reasons: HealthReasons,
        evidence: HealthTransition? = nil
    ) {
        let from = records[place].state
        guard from != state else { return }
        if from.isDown != state.isDown { downCount += state.isDown ? 1 : -1 }
        records[place].state = state
        records[place].since = clock
        markDirty(place)
        let isQuiet = (from == .unknown || from == .up) && (state == .unknown || state == .up)
        guard !isQuiet else { return }
        var reported = evidence ?? transition(place, from: from, reasons)
        reported.to = state
        report(reported)
    }

    private func transition(
        _ place: Int,
        from: HealthState,
        _ reasons: HealthReasons
    ) -> HealthTransition {
        let slot = Int(records[place].trouble) - 1
        let streak = slot >= 0 ? troubles[slot].streak : nil
        return HealthTransition(
            domain: records.name(place),
            subject: .state,
            from: from,
            to: records[place].state,
            at: clock,
            reasons: reasons,
            code: streak?.code,
            evidence: streak?.summary
        )
    }

    /// The destination's trouble, made when missing; nil: there is no room.
    mutating func slot(at place: Int, isForced: Bool = false) -> Int? {
        if records[place].trouble != 0 { return Int(records[place].trouble) - 1 }
        if troubles.count >= settings.bounds.troubles, !isForced {
            guard let victim = troubles.minorSlot() else {
                counts.untracked += 1
                return nil
            }
            let owner = Int(troubles.owners[victim])
            let state = records[owner].state
            endStreak(owner, to: state == .degraded ? .unknown : state, .evidenceExpired)
            evaluate(owner)
        }
        let slot = troubles.insert(HealthTrouble(), owner: place)
        records[place].trouble = UInt32(slot + 1)
        return slot
    }

    private mutating func nextDeadline(_ place: Int, _ slot: Int) -> Seconds {
        let trouble = troubles[slot]
        var next = trouble.forced?.until ?? .forever
        if let throttle = trouble.throttle {
            let end =
                throttle.rampSince.map { $0 + settings.throttle.ramp }
                ?? throttle.last + settings.throttle.clean
            next = min(next, end)
        }
        guard let streak = trouble.streak else { return next }
        let expiry = streak.last + settings.maxOpen
        switch records[place].state {
        case .unknown, .up, .degraded:
            next = min(next, expiry)
            guard !streak.sufficiency(settings).isEmpty else { return next }
            // On the settings' own grid, so that a restored book looks at the same times.
            let recheck = max(1, settings.guards.recheck)
            let nextCheck = (clock / recheck + 1) * recheck
            return min(
                next,
                trouble.heldBack.isEmpty
                    ? streak.first + settings.downAfter : nextCheck
            )
        case .down, .probing:
            let limit = (trouble.probes?.downSince ?? clock) + settings.longestDown
            let isProbing = records[place].state == .probing
            return min(next, limit, isProbing ? expiry + settings.longestProbing : expiry)
        }
    }

    /// Only earlier deadlines are entered: a later one is found when the earlier comes.
    mutating func schedule(_ place: Int, _ time: Seconds) {
        let time = min(max(time, clock + 1), HealthRecord.latest)
        guard time < records[place].deadline else { return }
        records[place].deadline = time
        markDirty(place)
        deadlines.push(.init(time: time, place: UInt32(place)))
        if deadlines.entries.count > 4 * troubles.count + 1_024 {
            let records = records
            deadlines.compact { records[Int($0.place)].deadline == $0.time }
        }
    }
}
