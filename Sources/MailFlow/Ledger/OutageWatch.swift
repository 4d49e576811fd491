import Deferrals

/// Looks for spells in which many destinations fail alike and hardly anything gets through: then the
/// cause is this machine's resolver or network, not theirs.
struct OutageWatch: Sendable {
    /// One spell.
    struct Spell: Sendable {
        var first: Int64
        var last: Int64
        var destinations: Int
        var dnsFailures: Int
        var timeouts: Int
        var successes: Int
    }

    /// How a destination failed last in a window: kept with the destination, so that a storm of them
    /// costs no look-ups.
    struct Mark: Sendable, BitwiseCopyable {
        var generation: UInt32 = 0
        var isDNS = false
    }

    private(set) var spells: [Spell] = []
    private var window = Int64.min
    /// Windows closed so far, plus one: what marks are compared by.
    private var generation: UInt32 = 1
    /// Seconds of the window that is open: most lines need no division.
    private var seconds: Range<Int64> = 0..<0
    private var failing = 0
    private var failingDNS = 0
    private var successes = 0

    private static let windowSeconds: Int64 = 600
    /// As the policy server's guard: that many destinations, failing alike.
    private static let fewestDestinations = 10
    private static let mostSpells = 1_000

    @inline(__always)
    mutating func recordSuccess(at seconds: Int64) {
        if !self.seconds.contains(seconds) { turn(to: seconds) }
        successes &+= 1
    }

    mutating func recordFailure(_ code: DeferralCode, _ mark: inout Mark, at seconds: Int64) {
        if !self.seconds.contains(seconds) { turn(to: seconds) }
        if mark.generation == generation {
            failingDNS -= mark.isDNS ? 1 : 0
        } else {
            failing += 1
        }
        mark = Mark(generation: generation, isDNS: code == .dnsQueryFailed)
        failingDNS += mark.isDNS ? 1 : 0
    }

    /// Ends the window that is open.
    mutating func finish() {
        close()
        window = Int64.min
        seconds = 0..<0
    }

    private mutating func turn(to seconds: Int64) {
        close()
        let length = Self.windowSeconds
        window = (seconds >= 0 ? seconds : seconds - length + 1) / length
        self.seconds = window * length..<(window + 1) * length
    }

    private mutating func close() {
        let others = failing - failingDNS
        if max(failingDNS, others) >= Self.fewestDestinations, successes * 10 <= failing {
            let start = window * Self.windowSeconds
            let spell = Spell(
                first: start,
                last: start + Self.windowSeconds,
                destinations: failing,
                dnsFailures: failingDNS,
                timeouts: others,
                successes: successes
            )
            append(spell)
        }
        (failing, failingDNS, successes) = (0, 0, 0)
        generation &+= 1
    }

    private mutating func append(_ spell: Spell) {
        guard let previous = spells.last, previous.last == spell.first else {
            if spells.count < Self.mostSpells { spells.append(spell) }
            return
        }
        spells[spells.count - 1] = Spell(
            first: previous.first,
            last: spell.last,
            destinations: max(previous.destinations, spell.destinations),
            dnsFailures: previous.dnsFailures + spell.dnsFailures,
            timeouts: previous.timeouts + spell.timeouts,
            successes: previous.successes + spell.successes
        )
    }
}
