/// How far reading the log has come, as `serve` sees it about every second.
public struct TailReading: Codable, Sendable, Hashable {
    /// Wall clock.
    public var now: Seconds
    /// A clock that nobody sets.
    public var monotonic: Seconds
    /// How far reading is behind.
    public var lag: Seconds
    /// Lines read since the start.
    public var lines: Int

    /// See the properties.
    public init(now: Seconds, monotonic: Seconds, lag: Seconds, lines: Int) {
        self.now = now
        self.monotonic = monotonic
        self.lag = lag
        self.lines = lines
    }
}

/// Tells when what is known may be out of date.
struct StaleGuard: Sendable {
    private(set) var reason: GuardReason?
    private var former: TailReading?
    /// When the number of lines last grew.
    private var grewAt: Seconds?
    /// Lines read in each twelfth of an hour, newest last, and when the newest began.
    private var periods: [Int] = [0]
    private var periodStart: Seconds = 0
    private var holdsUntilCaughtUp = false
    private var jumpedUntil = Seconds.never

    private static let period: Seconds = 300

    /// The stored state is too old: nothing is said before the log is caught up with.
    mutating func distrustRestoredState() {
        holdsUntilCaughtUp = true
        reason = .restoredStateTooOld
    }

    /// Judges one reading.
    ///
    /// - Returns: true where the clock has jumped.
    mutating func observe(_ reading: TailReading, _ settings: GuardSettings) -> Bool {
        let jumped = hasJumped(reading, settings)
        if jumped { jumpedUntil = reading.monotonic + settings.window }
        count(reading)
        if reading.lag <= settings.tailLag { holdsUntilCaughtUp = false }
        former = reading
        reason =
            if holdsUntilCaughtUp { .restoredStateTooOld } else if reading.lag > settings.tailLag {
                .tailLag
            } else if reading.monotonic < jumpedUntil {
                .clockJump
            } else if isSilent(reading, settings) { .silentLog } else { nil }
        return jumped
    }

    private func hasJumped(_ reading: TailReading, _ settings: GuardSettings) -> Bool {
        guard let former else { return false }
        let wall = reading.now - former.now
        return abs(wall - (reading.monotonic - former.monotonic)) > settings.clockJump
    }

    private mutating func count(_ reading: TailReading) {
        let new = max(0, reading.lines - (former?.lines ?? reading.lines))
        if former == nil { periodStart = reading.monotonic }
        if new > 0 || grewAt == nil { grewAt = reading.monotonic }
        while reading.monotonic >= periodStart + Self.period {
            // Silence does not push the busy time out: it is what silence is measured against.
            if new == 0, periods.last == 0 {
                periodStart = reading.monotonic
                break
            }
            periods.append(0)
            if periods.count > 13 { periods.removeFirst() }
            periodStart += Self.period
        }
        periods[periods.count - 1] += new
    }

    private func isSilent(_ reading: TailReading, _ settings: GuardSettings) -> Bool {
        guard let grewAt, periods.reduce(0, +) >= settings.busyLines else { return false }
        return reading.monotonic - grewAt >= settings.silence
    }
}
