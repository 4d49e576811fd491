import MailFlow
import PostfixLog

/// What a line of an old log tells the simulation.
enum LogFact {
    case deferral(DeferralEvent)
    case delivery(DeliverySuccess)
    case hold(HoldChange)
    /// A recipient that waited waits no more.
    case end(RecipientEnd)
    /// A trouble of Postfix itself.
    case trouble(OwnWarning)

    /// All that a ledger has learned since it was asked last, in the order of time.
    ///
    /// `zoneMinutes`: minutes east of UTC, for lines that name no zone.
    static func taken(from ledger: inout FlowLedger, zoneMinutes: Int) -> [LogFact] {
        var facts = ledger.takeEvents().map(deferral)
        facts += ledger.takeSuccesses().map(delivery)
        facts += ledger.takeHolds().map(hold)
        facts += ledger.takeEnds().map(end)
        facts += ledger.takeWarnings().map(trouble)
        return facts.sorted { $0.time(zoneMinutes) < $1.time(zoneMinutes) }
    }

    /// Seconds since 1970, UTC.
    func time(_ zoneMinutes: Int) -> Seconds {
        switch self {
        case .deferral(let event): event.time.instant(assuming: zoneMinutes)
        case .delivery(let success): success.time
        case .hold(let change): change.time.instant(assuming: zoneMinutes)
        case .end(let end): end.time.instant(assuming: zoneMinutes)
        case .trouble(let warning): warning.time
        }
    }
}
