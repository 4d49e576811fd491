import MailFlow
import PolicyService

/// An [[alert]]: what is told, to whom, how patiently.
struct AlertRoute: Sendable, Equatable {
    /// Its name in notices and in the log.
    var id = ""
    /// Where notices are posted; nil: nowhere.
    var webhook: WebhookAddress?
    /// A program and its arguments; empty: none.
    var program: [String] = []
    var events = Set(AlertEvent.allCases)
    /// None: all.
    var destinations: [DomainPattern] = []
    var damping = AlertDamping()
    /// The oldest mail for a destination waits so long.
    var queueAge: Seconds = 3_600
    /// It is returned within this time.
    var expiresWithin: Seconds = 86_400
    /// For one try.
    var timeout: Seconds = 10

    /// Why it cannot be used; nil: it can.
    var flaw: String? {
        if id.isEmpty { return "an alert needs the key 'id'" }
        if (webhook == nil) == program.isEmpty {
            return "an alert needs either 'webhook' or 'exec', and not both"
        }
        return nil
    }
}

/// What an alert can be about; each also has its end.
enum AlertEvent: String, Sendable, Hashable, CaseIterable, Codable {
    /// A destination is down.
    case down
    /// A destination limits our rate.
    case throttled
    /// A guard found a fault of our own: all answers are DUNNO.
    case localFault = "local-fault"
    /// The log cannot be trusted to be up to date: all answers are DUNNO.
    case stale
    /// More destinations would be down than may be.
    case blastRadius = "blast-radius"
    /// Mail for a destination waits for long.
    case queueAge = "queue-age"
    /// Mail for a destination is about to be returned.
    case expiry

    init(_ reason: GuardReason) {
        switch reason {
        case .manyFailAlike, .ownErrors, .postfixWarning: self = .localFault
        case .tailLag, .silentLog, .clockJump, .restoredStateTooOld: self = .stale
        case .blastRadius: self = .blastRadius
        }
    }
}

/// How patient alerts are.
struct AlertDamping: Sendable, Equatable {
    /// A problem lasts so long before it is told.
    var after: Seconds = 60
    /// It is gone so long before it counts as resolved; doubled each time that it came back.
    var settle: Seconds = 300
    /// Between two notices: what comes meanwhile goes into one.
    var interval: Seconds = 300
}
