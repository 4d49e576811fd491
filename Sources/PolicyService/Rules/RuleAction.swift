/// What a rule may do.
///
/// What could lose, reroute or open up mail is not here.
public enum RuleAction: String, CaseIterable, Sendable, Hashable {
    /// Nothing: the rules behind are not asked.
    case dunno
    /// Push the mail back, unless a later restriction refuses it for good.
    case deferIfPermit = "defer_if_permit"
    /// Push the mail back at once.
    case `defer`
    /// Hold the whole message.
    case hold
    /// Put a header before the message, once per message.
    case prepend
    /// A line in Postfix's log.
    case info
    /// A warning in Postfix's log.
    case warn
    /// Nothing to Postfix; an alert for the operator.
    case inform

    /// The action that `word` names, in either case.
    public init(word: String) throws(PolicyValueError) {
        let name = word.lowercased()
        if let action = Self(rawValue: name) {
            self = action
            return
        }
        let first = name.split(separator: " ").first.map(String.init) ?? ""
        if Self.notOffered.contains(first) || first.allSatisfy(\.isNumber) && !first.isEmpty {
            throw .actionNotOffered(word)
        }
        throw .unknownWord(word, allowed: Self.allCases.map(\.rawValue))
    }

    private static let notOffered: Set<String> = [
        "ok", "permit", "relay", "reject", "discard", "filter", "redirect", "bcc", "hangup",
        "defer_if_reject",
    ]

    /// What smtpd is told.
    public var answer: PolicyAction {
        switch self {
        case .dunno, .inform: .dunno
        case .deferIfPermit: .deferIfPermit
        case .defer: .defer
        case .hold: .hold
        case .prepend: .prepend
        case .info: .info
        case .warn: .warn
        }
    }

    /// True for the answers that the mode 'advise' gives: no mail is delayed by them.
    var isAdvice: Bool {
        switch self {
        case .dunno, .prepend, .info, .warn, .inform: true
        case .deferIfPermit, .defer, .hold: false
        }
    }
}
