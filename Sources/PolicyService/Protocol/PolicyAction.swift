/// What smtpd(8) is told.
///
/// Only actions that can neither lose mail nor open a relay are here. Source: access(5).
public enum PolicyAction: String, CaseIterable, Sendable, Hashable {
    /// Go on with the next restriction.
    case dunno = "DUNNO"
    /// 450 later, unless a later restriction refuses for good.
    case deferIfPermit = "DEFER_IF_PERMIT"
    /// 450 at once.
    case `defer` = "DEFER"
    /// Hold the whole message until somebody releases it.
    case hold = "HOLD"
    /// Put a header before the message.
    case prepend = "PREPEND"
    /// Log, and go on (Postfix 3.0).
    case info = "INFO"
    /// Log a warning, and go on.
    case warn = "WARN"
    /// 5xx at once: only by the operator's own word, never by a rule.
    case reject = "REJECT"

    /// True for the answers that make the client keep its mail for now.
    public var isPushBack: Bool { self == .deferIfPermit || self == .defer }

    /// True where the SMTP client gets the text, so that it may begin with an enhanced status code.
    var isReply: Bool { isPushBack || self == .reject }

    /// What stands behind the word where nobody gave a text: a bare word would make Postfix say
    /// something that does not name us.
    var usualText: String {
        switch self {
        case .dunno: ""
        case .deferIfPermit, .defer: "4.4.0 mail is deferred (Deferwatch); retry later"
        case .hold: "held (Deferwatch)"
        case .prepend: "X-Deferwatch: seen"
        case .info, .warn: "seen (Deferwatch)"
        case .reject: "5.4.4 mail is refused by the operator (Deferwatch)"
        }
    }
}
