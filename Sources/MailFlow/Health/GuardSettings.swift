/// When Deferwatch doubts itself rather than the destinations.
public struct GuardSettings: Codable, Sendable, Hashable {
    /// What happens inside this time happens together.
    public var window: Seconds = 600

    /// Share of the active destinations that fail alike: our own fault.
    public var localPercent = 30
    /// With fewer active destinations a share means nothing.
    public var localActive = 10
    /// The failing ones must be of this many providers.
    public var localProviders = 3
    /// Destinations failing for errors of our own resolver, routes or TLS set-up.
    public var ownErrorDestinations = 3
    /// A local fault is over when its signs have been absent for this long.
    public var localHold: Seconds = 120

    /// Automatic downs inside one window.
    public var mostDownsPerWindow = 10
    /// Automatic downs at once.
    public var mostDown = 50
    /// The same in percent of the destinations active in 24 h, where `percentFrom` were.
    public var mostDownPercent = 10
    /// See `mostDownPercent`.
    public var percentFrom = 50

    /// Reading the log lags behind by more: stale.
    public var tailLag: Seconds = 60
    /// No line for so long on a busy host: stale.
    public var silence: Seconds = 600
    /// Lines in the hour before that make a host busy.
    public var busyLines = 60
    /// Wall clock and monotonic clock differ by more between two readings: a jump.
    public var clockJump: Seconds = 30
    /// A restored state that is older is not believed.
    public var oldestState: Seconds = 3_600
    /// A 'down' that a guard holds back is looked at again after this time.
    public var recheck: Seconds = 60

    /// The defaults.
    public init() {}
}

/// Why Deferwatch does not trust what it knows, and answers DUNNO.
public enum GuardReason: String, Codable, Sendable, Hashable, CaseIterable {
    /// Many destinations fail alike.
    case manyFailAlike = "many-fail-alike"
    /// Our own resolver, routes, firewall or TLS set-up.
    case ownErrors = "own-errors"
    /// master or qmgr say that this Postfix cannot deliver.
    case postfixWarning = "postfix-warning"
    /// Reading the log lags behind.
    case tailLag = "tail-lag"
    /// The log of a busy host has gone silent.
    case silentLog = "silent-log"
    /// The clock was set.
    case clockJump = "clock-jump"
    /// The stored state is too old, and the log is not caught up with yet.
    case restoredStateTooOld = "restored-state-too-old"
    /// More destinations would be down than may be: new downs are only reported.
    case blastRadius = "blast-radius"

    /// True where the guard silences every answer, not only new downs.
    public var silences: Bool { self != .blastRadius }
}

/// A guard that began or ended.
public struct GuardTransition: Codable, Sendable, Hashable {
    /// Which.
    public var reason: GuardReason
    /// Began, or ended.
    public var isActive: Bool
    /// When.
    public var at: Seconds
}
