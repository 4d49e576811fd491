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
        var timeouts: Int
        var successes: Int
    }

    var spells: [Spell] = []
    /// The ten minutes that are being counted, by number; `Int64.min`: none.
    var window = Int64.min
    /// Destinations that failed in it.
    var failing: [Int: DeferralCode] = [:]
    var successes = 0

    private static let windowSeconds: Int64 = 600
    /// As the policy server's guard: that many destinations, failing alike.
    private static let fewestDestinations = 10
    private static let mostSpells = 1_000

    @inline(__always)
    mutating func recordSuccess(at seconds: Int64) {
        turn(to: seconds)
        successes &+= 1
    }

    mutating func recordFailure(_ code: DeferralCode, destination: Int, at seconds: Int64) {
        turn(to: seconds)
        failing[destination] = code
    }

    /// Ends the window that is open.
    mutating func finish() {
        close()
        window = Int64.min
    }

    @inline(__always)
    private mutating func turn(to seconds: Int64) {
        let now = seconds / Self.windowSeconds
        if now != window {
            close()
            window = now
        }
    }

    private mutating func close() {
        let dns = failing.values.count { $0 == .dnsQueryFailed }
        let most = max(dns, failing.count - dns)
        if most >= Self.fewestDestinations, successes * 10 <= failing.count {
            let start = window * Self.windowSeconds
            let spell = Spell(
                first: start,
                last: start + Self.windowSeconds,
                destinations: failing.count,
                dnsFailures: dns,
                timeouts: failing.count - dns,
                successes: successes
            )
            append(spell)
        }
        failing.removeAll(keepingCapacity: true)
        successes = 0
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
