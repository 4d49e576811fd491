public import Deferrals

/// Why an answer is what it is.
public enum VerdictReason: UInt8, CaseIterable, Sendable, Hashable {
    /// The mode is 'off'.
    case off
    /// The request is not about one recipient with a domain.
    case noRecipient
    /// Bounces, postmaster, abuse, TLS reports, and what the operator exempts.
    case exempt
    /// Nothing is known about the destination.
    case noEvidence
    /// The operator said 'up'.
    case forcedUp
    /// No rule applies.
    case noRule
    /// A rule applies and its action is answered.
    case rule
    /// A rule applies; it, or the mode, only observes.
    case observed
    /// The operator refuses mail for the destination.
    case refused
    /// We have pushed this mail back for as long as we may.
    case pushedBackLongEnough
    /// A bounded table is full, so nothing is pushed back.
    case tableFull
    /// This message finds out whether the destination is back.
    case probe
    /// The destination takes some mail, and this is some of it.
    case paced
    /// This message has its header already, or it is too late for one.
    case headerDone
    /// The same request was answered a moment ago.
    case `repeat`
    /// Something inside failed.
    case internalError

    /// Its name in logs and metrics.
    public var name: String { Self.names[Int(rawValue)] }

    private static let names = [
        "off", "no-recipient", "exempt", "no-evidence", "forced-up", "no-rule", "rule", "observed",
        "refused", "pushed-back-long-enough", "table-full", "probe", "paced", "header-done",
        "repeat", "internal-error",
    ]
}

/// What one request is answered, and why.
public struct Verdict: Sendable, Hashable {
    /// What smtpd is told.
    public var action: PolicyAction
    /// The text behind it.
    public var text = ""
    /// Why.
    public var reason: VerdictReason
    /// The rule that applied.
    public var ruleID: String?
    /// That rule's mode.
    public var mode: RuleMode?
    /// What would have been answered by an enforcing rule in the mode 'enforce'.
    public var wouldAction: PolicyAction?
    /// The text of that.
    public var wouldText = ""
    /// The operator is to be told.
    public var informs = false
    /// The probe that the destination's standing offered is used by this request.
    public var takesProbe = false
    /// The same request was answered within ten seconds: nothing is counted twice.
    public var isRepeat = false
    /// The destination's own reasons, as health gave them.
    public var evidence: [String] = []
    /// The code of its newest evidence.
    public var code: DeferralCode?
    /// When its state began, in seconds since 1970, UTC.
    public var since: Int64?

    /// DUNNO, for `reason`.
    public static func dunno(_ reason: VerdictReason) -> Verdict {
        Verdict(action: .dunno, reason: reason)
    }

    init(action: PolicyAction, reason: VerdictReason) {
        self.action = action
        self.reason = reason
    }

    /// A DUNNO that no rule has a part in, the first time that it is given.
    @inline(__always)
    var isPlain: Bool {
        action == .dunno && !isRepeat && ruleID == nil && wouldAction == nil
    }

    /// True where somebody may want to read about it: anything but a plain DUNNO.
    public var isNotable: Bool {
        action != .dunno || wouldAction != nil || informs || takesProbe
    }
}
