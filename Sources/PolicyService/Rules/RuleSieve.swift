internal import Deferrals

/// The conditions on state, throttling and code in four bytes: most requests pass no rule's sieve, and
/// are done without a look at anything else.
struct RuleSieve: Sendable {
    private let states: UInt8
    private let codes: UInt8
    private let throttling: UInt8

    init(_ conditions: RuleConditions) {
        states =
            conditions.states.isEmpty
            ? .max : conditions.states.reduce(0) { $0 | Self.bit($1) }
        codes = conditions.codes.isEmpty ? .max : conditions.codes.reduce(0) { $0 | Self.bit($1) }
        throttling = conditions.throttled.map { Self.bit($0) } ?? .max
    }

    /// True where the conditions that it knows hold.
    func passes(_ standing: DestinationStanding) -> Bool {
        states & Self.bit(standing.effectiveState) != 0
            && throttling & Self.bit(standing.throttled) != 0
            && codes & (standing.code.map(Self.bit) ?? Self.noCode) != 0
    }

    private static let noCode: UInt8 = 0x80

    private static func bit(_ state: DestinationState) -> UInt8 {
        switch state {
        case .unknown: 1
        case .up: 2
        case .degraded: 4
        case .down: 8
        case .probing: 16
        }
    }

    private static func bit(_ code: DeferralCode) -> UInt8 { 1 << code.rawValue }

    private static func bit(_ isThrottled: Bool) -> UInt8 { isThrottled ? 1 : 2 }
}
