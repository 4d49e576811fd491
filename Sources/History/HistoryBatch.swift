public import Deferrals
public import MailFlow

/// What one transaction stores: facts, and the positions that the sources had after them.
public struct HistoryBatch: Sendable {
    /// Deferrals; one that is there already is left as it is.
    public var events: [DeferralEvent] = []
    /// Ends of deferrals; one that is there already is left as it is.
    public var ends: [DeferralEnd] = []
    /// Positions by source key; what is in them is the caller's affair.
    public var positions: [String: [UInt8]] = [:]
    /// Changes of other state by key: open lives, health.
    public var states: [String: [UInt8]] = [:]
    /// Messages in flight by number, packed.
    public var lives: [(number: Int64, value: [UInt8])] = []
    /// Numbers of messages that are in flight no more; what `lives` sets stays.
    public var removedLives: [Int64] = []
    /// Destinations whose sums changed.
    public var destinations: [StoredDestination] = []
    /// Keys of state that is no more; what `states` sets stays.
    public var removedStates: Set<String> = []

    /// A batch of nothing.
    public init() {}

    /// Facts in it: what fills a transaction.
    public var count: Int { events.count + ends.count }

    /// True where nothing is to be stored.
    public var isEmpty: Bool { positions.isEmpty && hasOnlyPositions }

    /// True where there is nothing beside the positions.
    var hasOnlyPositions: Bool {
        events.isEmpty && ends.isEmpty && states.isEmpty && removedStates.isEmpty
            && destinations.isEmpty && lives.isEmpty && removedLives.isEmpty
    }
}

/// How the waiting of one deferred recipient ended.
public struct DeferralEnd: Sendable, Hashable {
    /// Of the line that ended it, in the form of event ids.
    public var id: String
    /// Seconds since 1970.
    public var time: Int64
    /// 'sent', 'bounced', 'expired', 'deleted' or 'unknown'.
    public var outcome: String
    /// Queue ID.
    public var queueID: String
    /// Envelope recipient.
    public var recipient: String?
    /// The recipient's domain.
    public var domain: String?
    /// Code of the last deferral.
    public var code: DeferralCode
    /// Deferred attempts.
    public var deferrals: Int
    /// Seconds from the first deferral to the end.
    public var waited: Int64

    /// See the properties.
    public init(
        id: String,
        time: Int64,
        outcome: String,
        queueID: String,
        recipient: String?,
        domain: String?,
        code: DeferralCode,
        deferrals: Int,
        waited: Int64
    ) {
        self.id = id
        self.time = time
        self.outcome = outcome
        self.queueID = queueID
        self.recipient = recipient
        self.domain = domain
        self.code = code
        self.deferrals = deferrals
        self.waited = waited
    }
}
