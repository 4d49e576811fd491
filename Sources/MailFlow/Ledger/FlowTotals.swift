import Deferrals

/// Running sums over everything counted so far.
struct FlowTotals: Sendable, Codable {
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
    var kinds = KindCounts()
    /// Attempts with a second verdict on TLS trouble; a handful of kinds.
    var refined: [RefinedCount] = []
    /// By place in the bank.
    var attemptsByRow: [Int]
    var fates = FateCounts()
    /// Seconds from the first deferral to delivery, summed, and the longest.
    var recoverySeconds = 0
    var longestRecovery = 0
    var recovered = 0
    /// Lives whose end the log does not show, closed to make room or by reuse of their ID.
    var closedUnknown = 0
    /// Of these, closed to make room.
    var closedForRoom = 0
    /// Lives that lost their texts to make room.
    var textsDropped = 0
    var first = Int64.max
    var last = Int64.min

    init(rows: Int) {
        attemptsByRow = [Int](repeating: 0, count: rows)
    }

    mutating func countRefined(_ code: DeferralCode, _ origin: Origin, _ refinement: Refinement) {
        let known = refined.firstIndex {
            $0.code == code && $0.origin == origin && $0.refinement == refinement.rawValue
        }
        if let known {
            refined[known].attempts += 1
        } else {
            refined.append(
                RefinedCount(
                    code: code,
                    origin: origin,
                    refinement: refinement.rawValue,
                    attempts: 1
                )
            )
        }
    }

    var attempts: Int { sent + deferred + bounced + expired + otherStatus }
}

/// Deferred attempts of one code and refinement.
struct RefinedCount: Sendable, Hashable, Codable {
    var code: DeferralCode
    var origin: Origin
    /// A name of `Refinement`.
    var refinement: String
    var attempts: Int
}

/// Recipients by how they ended.
struct FateCounts: Sendable {
    private var counts = [Int](repeating: 0, count: RecipientFate.allCases.count)

    subscript(fate: RecipientFate) -> Int {
        get { counts[Self.place(fate)] }
        set { counts[Self.place(fate)] = newValue }
    }

    private static func place(_ fate: RecipientFate) -> Int {
        switch fate {
        case .waiting: 0
        case .held: 1
        case .sent: 2
        case .bounced: 3
        case .expired: 4
        case .deleted: 5
        case .unknown: 6
        }
    }
}

/// Attempts by code, origin and category, in one flat table.
struct KindCounts: Sendable {
    /// Kinds that there may be.
    static let most =
        DeferralCode.allCases.count * Origin.allCases.count * (Category.allCases.count + 1)
    private var counts = [Int](repeating: 0, count: most)

    mutating func count(_ code: DeferralCode, _ origin: Origin, _ category: Category?) {
        counts[Self.place(code, origin, category)] += 1
    }

    subscript(code: DeferralCode, origin: Origin, category: Category?) -> Int {
        get { counts[Self.place(code, origin, category)] }
        set { counts[Self.place(code, origin, category)] = newValue }
    }

    /// The number of a kind, below `most`.
    static func place(
        _ code: DeferralCode,
        _ origin: Origin,
        _ category: Category?
    ) -> Int {
        let categories = Category.allCases.count + 1
        let side = Int(code.rawValue) * Origin.allCases.count + originPlace(origin)
        return side * categories + (category.map { Int($0.place) + 1 } ?? 0)
    }

    private static func originPlace(_ origin: Origin) -> Int {
        switch origin {
        case .network: 0
        case .remote: 1
        case .local: 2
        }
    }
}
