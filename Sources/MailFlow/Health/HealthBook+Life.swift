import Deferrals

extension HealthBook {
    /// Mail was taken, or a command of a transaction answered.
    mutating func recordLife(_ place: Int, at time: Seconds, isSuccess: Bool) {
        counts.signsOfLife += 1
        markDirty(place)
        let former = records[place].lastLife
        if time > former { records[place].lastLife = time }
        forgetFailure(place, at: time)
        let slot = Int(records[place].trouble) - 1
        if slot >= 0 {
            reportLifeWhileForced(place, slot, at: time)
            if isSuccess { recordThrottleSuccess(slot, at: time) }
            if let streak = troubles[slot].streak, time >= streak.first {
                endStreak(place, to: .up, .signOfLife)
            }
        }
        if records[place].state == .unknown, slot < 0 || troubles[slot].streak == nil {
            change(place, to: .up, .signOfLife)
        } else if records[place].state == .up, time > former + settings.upFor {
            records[place].since = time
        }
        if slot >= 0 { evaluate(place) }
    }

    private mutating func forgetFailure(_ place: Int, at time: Seconds) {
        let record = records[place]
        guard record.failedAt != .never, time >= record.failedAt else { return }
        localFault.removeFailure(record.failure, at: record.failedAt, under: record.failedUnder)
        records[place].failedAt = .never
    }

    private mutating func reportLifeWhileForced(_ place: Int, _ slot: Int, at time: Seconds) {
        guard let forced = troubles[slot].forced, forced.kind != .up, time >= forced.since,
            !troubles[slot].hasReportedLife
        else { return }
        troubles[slot].hasReportedLife = true
        report(
            HealthTransition(
                domain: records.name(place),
                subject: .force,
                from: forced.state,
                to: forced.state,
                at: clock,
                reasons: [.forced, .lifeWhileForced]
            )
        )
    }

    /// A reply that limits our rate or distrusts us: no evidence for 'down', and none against.
    mutating func recordThrottle(_ place: Int, _ time: Seconds, _ category: Deferrals.Category?) {
        guard let slot = slot(at: place) else { return }
        if var throttle = troubles[slot].throttle {
            guard time >= throttle.rampSince ?? .never else { return }
            let wasRamp = throttle.rampSince != nil
            if time >= throttle.last { throttle.category = category }
            throttle.last = max(throttle.last, time)
            throttle.successes = 0
            throttle.rampSince = nil
            troubles[slot].throttle = throttle
            if wasRamp { reportThrottle(place, .throttled) }
        } else {
            troubles[slot].throttle = ThrottleState(since: time, last: time, category: category)
            reportThrottle(place, .throttled)
        }
        evaluate(place)
    }

    private mutating func recordThrottleSuccess(_ slot: Int, at time: Seconds) {
        guard var throttle = troubles[slot].throttle, throttle.rampSince == nil,
            time > throttle.last
        else { return }
        throttle.successes += 1
        if throttle.successes >= settings.throttle.successes { throttle.rampSince = time }
        troubles[slot].throttle = throttle
    }

    /// Ends a throttle by time, and then its ramp.
    mutating func settleThrottle(_ place: Int, _ slot: Int) {
        guard var throttle = troubles[slot].throttle else { return }
        if throttle.rampSince == nil, clock >= throttle.last + settings.throttle.clean {
            throttle.rampSince = throttle.last + settings.throttle.clean
            troubles[slot].throttle = throttle
            markDirty(place)
        }
        guard let ramp = throttle.rampSince, clock >= ramp + settings.throttle.ramp else { return }
        troubles[slot].throttle = nil
        markDirty(place)
        reportThrottle(place, .throttleEnded)
    }

    private mutating func reportThrottle(_ place: Int, _ reasons: HealthReasons) {
        let state = records[place].state
        report(
            HealthTransition(
                domain: records.name(place),
                subject: .throttle,
                from: state,
                to: state,
                at: clock,
                reasons: reasons
            )
        )
    }
}
