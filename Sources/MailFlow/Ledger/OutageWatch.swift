import Deferrals

/// Looks for spells in which many destinations fail alike and hardly anything gets through: then the
/// cause is this machine's resolver or network, not theirs.
struct OutageWatch: Sendable {
    /// One spell.
    struct Spell: Sendable, Codable {
        var first: Int64
        var last: Int64
        var destinations: Int
        var dnsFailures: Int
        /// Every other failure of the network.
        var otherFailures: Int
        var successes: Int

        private enum CodingKeys: String, CodingKey {
            case first, last, destinations, dnsFailures
            /// Stored under this name before it had one of its own.
            case otherFailures = "timeouts"
            case successes
        }
    }

    /// How a destination failed last in a window: kept with the destination, so that a storm of them
    /// costs no look-ups.
    struct Mark: Sendable, BitwiseCopyable {
        var generation: UInt32 = 0
        var code = DeferralCode.other

        var isDNS: Bool { code == .dnsQueryFailed }
    }

    private(set) var spells: [Spell] = []
    /// The ten minutes that are being counted, by number; `Int64.min`: none.
    private(set) var window = Int64.min
    /// Windows closed so far, plus one: what marks are compared by.
    private var generation: UInt32 = 1
    /// Seconds of the window that is open: most lines need no division.
    private var seconds: Range<Int64> = 0..<0
    private var failing = 0
    private var failingDNS = 0
    private(set) var successes = 0
    /// Hashes of the servers that failed in the window, or of the names that were not found; no more
    /// than tell.
    private(set) var servers: [UInt64] = []

    private static let windowSeconds: Int64 = 600
    /// As the policy server's guard: that many destinations, failing alike.
    private static let fewestDestinations = 10
    /// Where all mail leaves through one relay, all destinations fail with it.
    private static let fewestServers = 3
    private static let mostSpells = 1_000

    @inline(__always)
    mutating func recordSuccess(at seconds: Int64) {
        if !self.seconds.contains(seconds) { turn(to: seconds) }
        successes &+= 1
    }

    /// `server` is a hash of the name that failed.
    mutating func recordFailure(
        _ code: DeferralCode,
        _ mark: inout Mark,
        at seconds: Int64,
        server: @autoclosure () -> UInt64
    ) {
        if !self.seconds.contains(seconds) { turn(to: seconds) }
        if mark.generation == generation {
            failingDNS -= mark.isDNS ? 1 : 0
        } else {
            failing += 1
            if servers.count < Self.fewestServers { note(server()) }
        }
        mark = Mark(generation: generation, code: code)
        failingDNS += mark.isDNS ? 1 : 0
    }

    private mutating func note(_ server: UInt64) {
        if !servers.contains(server) { servers.append(server) }
    }

    /// Ends the window that is open.
    mutating func finish() {
        close()
        window = Int64.min
        seconds = 0..<0
    }

    /// A line that is late by a window at most counts in the one that is open: of several writers, and
    /// of hosts whose clocks differ, one must not end what the others fill.
    private mutating func turn(to seconds: Int64) {
        let length = Self.windowSeconds
        let start = self.seconds.lowerBound
        if window != .min, (start - length..<start).contains(seconds) { return }
        close()
        open((seconds >= 0 ? seconds : seconds - length + 1) / length)
    }

    private mutating func open(_ window: Int64) {
        self.window = window
        seconds = window * Self.windowSeconds..<(window + 1) * Self.windowSeconds
    }

    /// How a destination failed in the window that is open; nil: not at all.
    func failure(_ mark: Mark) -> DeferralCode? {
        mark.generation == generation ? mark.code : nil
    }

    /// Goes on with what was stored.
    mutating func restore(_ spells: [Spell], window: Int64, successes: Int, servers: [UInt64]) {
        self.spells = spells
        self.successes = successes
        self.servers = servers
        if window != .min { open(window) }
    }

    /// Goes on with a destination that had failed in the window that is open.
    mutating func restoreFailure(_ code: DeferralCode, _ mark: inout Mark) {
        mark = Mark(generation: generation, code: code)
        failing += 1
        failingDNS += mark.isDNS ? 1 : 0
    }

    private mutating func close() {
        let others = failing - failingDNS
        if max(failingDNS, others) >= Self.fewestDestinations, successes * 10 <= failing,
            servers.count >= Self.fewestServers
        {
            let start = window * Self.windowSeconds
            let spell = Spell(
                first: start,
                last: start + Self.windowSeconds,
                destinations: failing,
                dnsFailures: failingDNS,
                otherFailures: others,
                successes: successes
            )
            append(spell)
        }
        (failing, failingDNS, successes) = (0, 0, 0)
        servers.removeAll(keepingCapacity: true)
        generation &+= 1
    }

    private mutating func append(_ spell: Spell) {
        // A window may have been left for a line of another, and taken up again.
        let known = spells.lastIndex { $0.first <= spell.first && spell.first <= $0.last }
        guard let known else {
            if spells.count < Self.mostSpells { spells.append(spell) }
            return
        }
        let former = spells[known]
        spells[known] = Spell(
            first: former.first,
            last: max(former.last, spell.last),
            destinations: max(former.destinations, spell.destinations),
            dnsFailures: former.dnsFailures + spell.dnsFailures,
            otherFailures: former.otherFailures + spell.otherFailures,
            successes: former.successes + spell.successes
        )
    }
}
