public import Deferrals

/// A change in how a destination stands.
///
/// Not reported: 'unknown' to 'up' by a first success, and back by mere age.
public struct HealthTransition: Codable, Sendable, Hashable {
    /// What changed.
    public enum Subject: String, Codable, Sendable, Hashable {
        /// The state learned from evidence.
        case state
        /// Throttled or no longer; `from` and `to` are the learned state.
        case throttle
        /// The operator's word began, ended, or was contradicted by a sign of life.
        case force
    }

    /// The domain.
    public var domain: String
    /// What changed.
    public var subject: Subject
    /// The state before.
    public var from: HealthState
    /// The state after.
    public var to: HealthState
    /// When.
    public var at: Seconds
    /// Why.
    public var reasons: HealthReasons
    /// The newest failure's code, where there is one.
    public var code: DeferralCode?
    /// What the change rests on.
    public var evidence: EvidenceSummary?
}

/// The failing attempts since the last sign of life, added up.
public struct EvidenceSummary: Codable, Sendable, Hashable {
    /// Real attempts; the recipients of one message count once.
    public var attempts: Int
    /// Messages, up to eight.
    public var messages: Int
    /// Retry rounds.
    public var rounds: Int
    /// Attempts that failed in TLS.
    public var tlsAttempts: Int
    /// The oldest attempt.
    public var first: Seconds
    /// The newest attempt.
    public var last: Seconds
    /// The newest attempt that had a TCP connection; nil: none in this streak.
    public var lastConnected: Seconds?
}
