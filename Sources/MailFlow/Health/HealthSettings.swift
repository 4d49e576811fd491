/// Seconds since 1970, or a span of them: as fine as most logs are.
public typealias Seconds = Int64

extension Seconds {
    /// Before every log, and far enough from the ends of the type to be reckoned with.
    static let never: Seconds = -(1 << 50)
    /// After every log.
    static let forever: Seconds = 1 << 50
}

/// When a destination is held to be down, how it is found again, and for how long anything holds.
///
/// The defaults are for Postfix's defaults; docs/health.md explains each.
public struct HealthSettings: Codable, Sendable, Hashable {
    /// Postfix's `minimal_backoff_time`: between two attempts of one message, and how long qmgr
    /// leaves a dead site alone.
    public var minimalBackoff: Seconds = 300
    /// Postfix's `maximal_backoff_time`.
    public var maximalBackoff: Seconds = 4_000
    /// Added to `maximalBackoff` before silence means anything.
    public var backoffMargin: Seconds = 600

    /// A streak is younger than this: not down, whatever it holds.
    public var downAfter: Seconds = 600
    /// Attempts that a streak needs, with `downMessages`.
    public var downAttempts = 5
    /// Messages that a streak needs, with `downAttempts`.
    public var downMessages = 3
    /// Retry rounds that are as good as `downAttempts`, with `roundMessages`.
    public var downRounds = 3
    /// Messages that a streak of `downRounds` needs.
    public var roundMessages = 2
    /// Messages that a streak with TLS failures needs in any case: with `may`, Postfix sends the
    /// same message in plaintext later.
    public var tlsMessages = 3
    /// Lines of one message that are this close are one attempt with many recipients.
    public var sameAttempt: Seconds = 60
    /// Attempts from which a destination counts as degraded.
    public var degradedAttempts = 2
    /// A sign of life is worth this long.
    public var upFor: Seconds = 86_400
    /// However fresh the evidence, an automatic 'down' is proven anew after this time.
    public var longestDown: Seconds = 86_400
    /// 'probing' without an attempt ends after this time.
    public var longestProbing: Seconds = 3_600

    /// How requests are let through to a destination that is down.
    public var probes = ProbeSettings()
    /// When pacing begins and ends.
    public var throttle = ThrottleSettings()
    /// What is never down automatically.
    public var protection = ProtectionSettings()
    /// When Deferwatch doubts itself.
    public var guards = GuardSettings()
    /// How much is kept.
    public var bounds = HealthBounds()

    /// The longest time for which an operator may force a state.
    public var longestForce: Seconds = 30 * 86_400
    /// How long the target of an alias is remembered.
    public var aliasLifetime: Seconds = 7 * 86_400
    /// An original domain with more targets than this is never down.
    public var mostAliasTargets = 5

    /// The defaults.
    public init() {}

    /// Without an attempt for this long, nothing is known any more: Postfix would have tried.
    public var maxOpen: Seconds { maximalBackoff + backoffMargin }

    /// What bounds the table of aliases: all the settings would be copied for each line.
    var aliasLimits: AliasTable.Limits {
        .init(originals: bounds.aliases, targets: mostAliasTargets, lifetime: aliasLifetime)
    }
}

/// How requests are let through to a destination that is down.
public struct ProbeSettings: Codable, Sendable, Hashable {
    /// While mail is queued, qmgr's own attempts are the probes; after this time without one, a
    /// request is.
    public var after: Seconds = 300
    /// From a failed probe to the next.
    public var firstInterval: Seconds = 60
    /// The interval doubles up to this.
    public var longestInterval: Seconds = 900
    /// Spread of the interval to either side, in percent.
    public var jitterPercent = 20
    /// A probe of which no attempt is logged in this time is granted again.
    public var timeout: Seconds = 120

    /// The defaults.
    public init() {}
}

/// When pacing begins and ends.
public struct ThrottleSettings: Codable, Sendable, Hashable {
    /// Deliveries that end it.
    public var successes = 3
    /// Time without a further such reply that ends it.
    public var clean: Seconds = 600
    /// Afterwards 10 % for the first half of this time, 30 % for the second.
    public var ramp: Seconds = 600

    /// The defaults.
    public init() {}
}

/// How much is kept.
public struct HealthBounds: Codable, Sendable, Hashable {
    /// Destinations; beyond it those longest without evidence are forgotten.
    public var destinations = 1_000_000
    /// Destinations with a streak, a throttle or a forced state.
    public var troubles = 200_000
    /// Mail hosts by which destinations are grouped.
    public var hosts = 1_000_000
    /// Original domains whose targets are remembered.
    public var aliases = 100_000
    /// Forced states.
    public var forced = 1_000
    /// Transitions that wait to be taken; the oldest go first.
    public var transitions = 10_000

    /// The defaults.
    public init() {}
}
