import Deferrals

/// Running sums over everything counted so far.
struct FlowTotals: Sendable {
    var lines = 0
    var unreadable = 0
    var malformed = 0
    /// Lines that Deferwatch has a use for.
    var relevant = 0
    var sent = 0
    var deferred = 0
    var bounced = 0
    var expired = 0
    var softBounced = 0
    var echoes = 0
    var otherStatus = 0
    var messages = 0
    var recipients = 0
    var messageIDs = 0
    var deferredMessages = 0
    var deferredRecipients = 0
    var attemptsByCode = CodeCounts()
    var messagesByCode = CodeCounts()
    var recipientsByCode = CodeCounts()
    var originsByCode: [OriginKey: Int] = [:]
    var attemptsByRow: [Int16: Int] = [:]
    var fates: [RecipientFate: Int] = [:]
    /// Seconds from the first deferral to delivery, summed, and the longest.
    var recoverySeconds = 0
    var longestRecovery = 0
    var recovered = 0
    /// Lives whose end the log does not show, closed to make room or by reuse of their ID.
    var closedUnknown = 0
    /// Lives that lost their texts to make room.
    var textsDropped = 0
    var first = Int64.max
    var last = Int64.min

    struct OriginKey: Hashable, Sendable {
        var code: DeferralCode
        var origin: Origin
        var category: Category?
    }

    var attempts: Int { sent + deferred + bounced + expired + otherStatus }
}
