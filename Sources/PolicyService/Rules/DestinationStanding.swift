public import Deferrals

/// How a destination fares, as health sees it.
public enum DestinationState: String, CaseIterable, Sendable, Hashable {
    /// No evidence.
    case unknown
    /// Takes mail.
    case up
    /// Fails at times.
    case degraded
    /// Takes no mail.
    case down
    /// Was down; single messages find out.
    case probing
}

/// What the operator said about a destination, for a limited time.
public enum OperatorOrder: String, CaseIterable, Sendable, Hashable {
    /// Treat it as down.
    case down
    /// Never push mail for it back.
    case up
    /// Refuse mail for it for good.
    case refuse
}

/// What is known about a recipient's domain at the moment of a request: all that rules look at.
public struct DestinationStanding: Sendable, Hashable {
    /// As the evidence has it, before the operator's order.
    public var state: DestinationState
    /// They take mail, but less of it than we have.
    public var throttled = false
    /// While throttled: how many of 100 requests pass all the same.
    public var passPercent: UInt8 = 0
    /// The operator's order, where one is in force.
    public var forced: OperatorOrder?
    /// Code of the failures that the state rests on.
    public var code: DeferralCode?
    /// Their category; without failures, why they ask for less mail.
    public var category: Category?
    /// When the state began, in seconds since 1970, UTC: while it is down the first failure, while it is
    /// only throttled the limit.
    public var since: Int64?
    /// Recipients whose mail waits here for it.
    public var waiting = 0
    /// Age of the oldest of them.
    public var oldest: Duration?
    /// Time until the first of them expires.
    public var expiresIn: Duration?
    /// Who runs its mail hosts, where that is known.
    public var provider: String?
    /// One message may pass now, to find out.
    public var offersProbe = false
    /// Why the state is what it is, one sentence each.
    public var reasons: [String] = []

    /// A standing with only a state.
    public init(state: DestinationState) {
        self.state = state
    }

    /// Nothing is known.
    public static let unknown = DestinationStanding(state: .unknown)

    /// There is something to go by: a state, a limit, mail that waits here, or the operator's word.
    public var hasEvidence: Bool {
        state != .unknown || throttled || waiting > 0 || forced != nil
    }

    /// The state that rules see: the operator's 'down' or 'up' where there is one.
    public var effectiveState: DestinationState {
        switch forced {
        case .down: .down
        case .up: .up
        case .refuse, nil: state
        }
    }
}
