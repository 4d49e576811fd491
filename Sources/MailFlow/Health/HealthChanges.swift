/// What has changed since the last batch, or everything: what is stored, and restored from.
///
/// Later changes replace earlier ones of the same domain; see `merge`.
public struct HealthChanges: Codable, Sendable, Hashable {
    /// The state of one destination.
    public struct Key: Codable, Sendable, Hashable {
        /// The domain.
        public let domain: String
        var order: UInt32
        var state: HealthState
        var since: Seconds
        var lastLife: Seconds
        var lastSeen: Seconds
        var failedAt: Seconds
        var failure: FailureClass
        var failedUnder: UInt32
        var waiting: UInt32
        var oldest: Seconds
        var group: UInt64?
        var deadline: Seconds
        var trouble: HealthTrouble?
    }

    /// The state of the guards.
    struct Watch: Codable, Sendable, Hashable {
        var clock: Seconds
        var localFault: GuardReason?
        var localUntil: Seconds
        var warnedAt: Seconds
        var downs: [Seconds]
        var heldUntil: Seconds
    }

    /// Version of this shape.
    public var version = 1
    /// Destinations forgotten; they go before `keys` are taken in.
    public var removed: [String]
    /// Destinations that changed.
    public var keys: [Key]
    var hosts: [HostGroups.Link]
    var aliases: [AliasTable.Entry]
    var watch: Watch

    /// When.
    public var at: Seconds { watch.clock }
}
