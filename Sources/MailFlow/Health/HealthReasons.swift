/// Why a destination stands as it does: a set, so that it costs nothing to hand out.
public struct HealthReasons: OptionSet, Codable, Sendable, Hashable {
    /// One bit each.
    public let rawValue: UInt32

    /// A set of reasons.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Attempts fail.
    public static let failing = HealthReasons(rawValue: 1 << 0)
    /// Enough attempts of enough messages.
    public static let manyAttempts = HealthReasons(rawValue: 1 << 1)
    /// Few messages in enough retry rounds.
    public static let manyRounds = HealthReasons(rawValue: 1 << 2)
    /// Some failures are of TLS.
    public static let tls = HealthReasons(rawValue: 1 << 3)
    /// Mail was taken, or a command of a transaction was answered.
    public static let signOfLife = HealthReasons(rawValue: 1 << 4)
    /// The newest attempt is too old to go by.
    public static let evidenceExpired = HealthReasons(rawValue: 1 << 5)
    /// The longest time for this state is over.
    public static let timeLimit = HealthReasons(rawValue: 1 << 6)
    /// A fresh attempt failed.
    public static let failedAgain = HealthReasons(rawValue: 1 << 7)
    /// An operator's word.
    public static let forced = HealthReasons(rawValue: 1 << 8)
    /// An operator's word has ended, by its limit or by another.
    public static let forceEnded = HealthReasons(rawValue: 1 << 9)
    /// Life was seen, and the operator's word stands.
    public static let lifeWhileForced = HealthReasons(rawValue: 1 << 10)
    /// They limit our rate, or distrust us.
    public static let throttled = HealthReasons(rawValue: 1 << 11)
    /// They take mail again as before.
    public static let throttleEnded = HealthReasons(rawValue: 1 << 12)
    /// It is protected, so never down automatically.
    public static let protected = HealthReasons(rawValue: 1 << 13)
    /// More destinations would be down than may be.
    public static let blastRadius = HealthReasons(rawValue: 1 << 14)
    /// The fault is ours.
    public static let localFault = HealthReasons(rawValue: 1 << 15)
    /// What is known is not fresh.
    public static let staleData = HealthReasons(rawValue: 1 << 16)
    /// The verdict is that of the domains to which mail for this one is forwarded.
    public static let forwarded = HealthReasons(rawValue: 1 << 17)
    /// Mail for it is forwarded, and not all targets are down, or there are too many.
    public static let forwardedElsewhere = HealthReasons(rawValue: 1 << 18)

    /// One short phrase for each reason, in a fixed order.
    public var texts: [String] {
        Self.phrases.compactMap { contains($0.0) ? $0.1 : nil }
    }

    private static let phrases: [(HealthReasons, String)] = [
        (.failing, "attempts fail"),
        (.manyAttempts, "enough attempts of enough messages failed"),
        (.manyRounds, "messages failed in several retry rounds"),
        (.tls, "TLS failed"),
        (.signOfLife, "sign of life"),
        (.evidenceExpired, "no attempt for too long"),
        (.timeLimit, "time limit reached"),
        (.failedAgain, "a fresh attempt failed"),
        (.forced, "forced by the operator"),
        (.forceEnded, "the operator's word ended"),
        (.lifeWhileForced, "sign of life while forced"),
        (.throttled, "they limit our rate or distrust us"),
        (.throttleEnded, "no longer limited"),
        (.protected, "protected destination"),
        (.blastRadius, "too many destinations would be down"),
        (.localFault, "the fault is local"),
        (.staleData, "the data is stale"),
        (.forwarded, "as the domains it is forwarded to"),
        (.forwardedElsewhere, "also forwarded elsewhere"),
    ]
}
