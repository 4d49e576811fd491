public import Deferrals

/// How a destination stands: all that an answer, a report or `why` needs.
public struct Standing: Codable, Sendable, Hashable {
    /// What to go by: the operator's word, else what was learned.
    public var state: HealthState
    /// What was learned, whatever the operator says.
    public var learned: HealthState
    /// The operator's word; nil: none.
    public var forced: ForcedVerdict?
    /// They limit our rate, or distrust us; nil: no.
    public var throttle: Throttle?
    /// The newest failure's code, while failures count.
    public var code: DeferralCode?
    /// The newest failure's category.
    public var category: Deferrals.Category?
    /// Since when the state holds; for 'down' and 'probing' since the first failed attempt.
    public var since: Seconds?
    /// When the state ends if nothing more is logged; nil: it does not end by itself.
    public var until: Seconds?
    /// Why.
    public var reasons: HealthReasons
    /// What the verdict rests on.
    public var evidence: EvidenceSummary?
    /// The last sign of life; nil: none known.
    public var lastLife: Seconds?
    /// Messages queued for it, as last told.
    public var waiting: Int
    /// Arrival of the oldest of them.
    public var oldest: Seconds?
    /// Who runs its hosts; nil: not known.
    public var provider: String?
    /// The host that failed last: inferred from texts, not Postfix's next hop.
    public var nextHop: String?
    /// Why it is never down automatically; nil: it may be.
    public var protection: Protection?
    /// The guard for which all answers are DUNNO; nil: none, or the operator has spoken.
    public var silencedBy: GuardReason?
    /// This very request is to pass, to find out.
    public var isProbe: Bool
    /// The next request that would be pushed back may pass instead, to find out.
    public var offersProbe = false

    /// A limited rate.
    public struct Throttle: Codable, Sendable, Hashable {
        /// Since when.
        public var since: Seconds
        /// When it ends without a further such reply; in the ramp, when that ends.
        public var until: Seconds
        /// Their reason.
        public var category: Deferrals.Category?
        /// True once they take mail again, and the rate is being raised.
        public var isRamp: Bool
        /// How much of the usual rate to use, in percent.
        public var percent: Int
    }

    /// Nothing is known.
    public static let unknown = Standing(
        state: .unknown,
        learned: .unknown,
        reasons: [],
        waiting: 0,
        isProbe: false
    )

    /// Pushing back is called for: down by evidence or by word, not silenced, not a probe.
    public var isPushedBack: Bool { state.isDown && silencedBy == nil && !isProbe }
}
