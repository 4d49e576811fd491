public import Deferrals

/// What a ledger has added up, but for its destinations and hours: small enough to be stored whole.
public struct StoredSums: Codable, Sendable {
    var totals: FlowTotals
    /// Attempts by the id of the row that decided: places in the bank differ between banks.
    var rows: [String: Int]
    /// The destination of each kind that has one, by code, origin and category; nil: of an earlier
    /// version.
    var kindDestinations: [String: String]?
    /// Minutes east of UTC of the clock that all times are of; nil: the log names no zone.
    public internal(set) var clockOffset: Int16?
    var findings: [String: FindingStore.Finding]
    var unclassified: [String: Int]
    var spells: [OutageWatch.Spell]
    var outageWindow: Int64
    var outageSuccesses: Int
    /// nil: of an earlier version.
    var outageServers: [UInt64]?

    private enum CodingKeys: String, CodingKey {
        case totals, rows, kindDestinations
        /// Stored under this name before lines of several zones were told apart.
        case clockOffset = "latestOffset"
        case findings, unclassified, spells, outageWindow, outageSuccesses, outageServers
    }
}

/// One destination's sums, as they are stored.
public struct StoredDestination: Sendable, Hashable {
    /// What went wrong.
    public struct Failures: Sendable, Hashable {
        /// Deferred attempts by code, in the order of the catalogue.
        public var attempts: [UInt32]
        /// Of these, without an attempt.
        public var echoes: UInt32
        /// Messages, counted once each.
        public var messages: UInt32
        /// Recipients, counted once per message.
        public var recipients: UInt32
        /// Recipients that wait.
        public var waiting: UInt32
        /// Seconds of the log's clock.
        public var first: Int64
        /// Seconds of the log's clock.
        public var last: Int64
        /// The newest code.
        public var lastCode: DeferralCode
        /// The newest reason, cut, credentials redacted.
        public var reason: String
        /// The server that was talked to last, or could not be; empty: none.
        public var server: String
        /// The ten minutes of the last network failure, by number, and its code: for outages.
        public var outageWindow: Int64?
        /// See `outageWindow`.
        public var outageCode: DeferralCode?

        /// No failure yet.
        public init() {
            attempts = DeferralCode.allCases.map { _ in 0 }
            (echoes, messages, recipients, waiting) = (0, 0, 0, 0)
            (first, last) = (.max, .min)
            lastCode = .other
            (reason, server) = ("", "")
        }
    }

    /// Recipient domain, lower-case.
    public var domain: String
    /// Delivered status lines.
    public var sent: UInt32
    /// Returned status lines.
    public var bounced: UInt32
    /// Seconds of the log's clock; nil: none.
    public var lastSuccess: Int64?
    /// nil: nothing was ever deferred.
    public var failures: Failures?

    /// See the properties.
    public init(
        domain: String,
        sent: UInt32,
        bounced: UInt32,
        lastSuccess: Int64?,
        failures: Failures?
    ) {
        self.domain = domain
        self.sent = sent
        self.bounced = bounced
        self.lastSuccess = lastSuccess
        self.failures = failures
    }
}

/// One hour's attempts, as they are stored.
public struct StoredHour: Codable, Sendable, Hashable {
    /// Hours since 1970.
    public var hour: Int
    var sent: UInt32
    var bounced: UInt32
    var deferred: CodeCounts
}

/// What changed in a ledger since it was stored last.
public struct LedgerChanges: Sendable {
    /// Messages in flight and processes at work.
    public var lives: LifeChanges
    /// Destinations whose sums changed.
    public var destinations: [StoredDestination]
    /// Hours whose attempts changed.
    public var hours: [StoredHour]
    /// Everything else.
    public var sums: StoredSums

    /// How many rows it takes to store them.
    public var rows: Int {
        lives.changed.count + lives.ended.count + lives.notes.count + destinations.count
            + hours.count
    }
}

/// A ledger as it was stored.
public struct StoredLedger: Sendable {
    /// Everything that is neither of the others.
    public var sums: StoredSums
    /// All hours.
    public var hours: [StoredHour]
    /// All destinations.
    public var destinations: [StoredDestination]
    /// Messages in flight.
    public var lives: [StoredLife]
    /// Processes at work.
    public var notes: [StoredNotes]

    /// See the properties.
    public init(
        sums: StoredSums,
        hours: [StoredHour],
        destinations: [StoredDestination],
        lives: [StoredLife],
        notes: [StoredNotes]
    ) {
        self.sums = sums
        self.hours = hours
        self.destinations = destinations
        self.lives = lives
        self.notes = notes
    }
}

extension CodeCounts: Codable, Hashable {
    init(from decoder: any Decoder) throws {
        self.init()
        let counts = try decoder.singleValueContainer().decode([UInt32].self)
        for (code, count) in zip(DeferralCode.allCases, counts) { self[code] = count }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(list)
    }

    /// In the order of the catalogue.
    var list: [UInt32] { DeferralCode.allCases.map { self[$0] } }

    static func == (left: CodeCounts, right: CodeCounts) -> Bool {
        DeferralCode.allCases.allSatisfy { left[$0] == right[$0] }
    }

    func hash(into hasher: inout Hasher) {
        for code in DeferralCode.allCases { hasher.combine(self[code]) }
    }
}

extension FateCounts: Codable {
    init(from decoder: any Decoder) throws {
        self.init()
        let stored = try decoder.singleValueContainer().decode([String: Int].self)
        for fate in RecipientFate.allCases { self[fate] = stored[fate.rawValue] ?? 0 }
    }

    func encode(to encoder: any Encoder) throws {
        var stored: [String: Int] = [:]
        for fate in RecipientFate.allCases where self[fate] > 0 {
            stored[fate.rawValue] = self[fate]
        }
        var container = encoder.singleValueContainer()
        try container.encode(stored)
    }
}

extension KindCounts: Codable {
    private struct Kind: Codable {
        var code: String
        var origin: String
        var category: String?
        var attempts: Int
    }

    init(from decoder: any Decoder) throws {
        self.init()
        for kind in try decoder.singleValueContainer().decode([Kind].self) {
            guard let code = DeferralCode(text: kind.code),
                let origin = Origin(rawValue: kind.origin), StoredNumbers.areCounts([kind.attempts])
            else { continue }
            self[code, origin, kind.category.flatMap(Category.init(rawValue:))] += kind.attempts
        }
    }

    func encode(to encoder: any Encoder) throws {
        let kinds = Self.all.compactMap { code, origin, category -> Kind? in
            let attempts = self[code, origin, category]
            guard attempts > 0 else { return nil }
            return Kind(
                code: code.text,
                origin: origin.rawValue,
                category: category?.rawValue,
                attempts: attempts
            )
        }
        var container = encoder.singleValueContainer()
        try container.encode(kinds)
    }

    /// Every kind, with the name that it is stored under.
    static var names: [(name: String, place: Int)] {
        all.map { code, origin, category in
            let name = [code.text, origin.rawValue, category?.rawValue ?? ""].joined(separator: "/")
            return (name, place(code, origin, category))
        }
    }

    private static var all: [(DeferralCode, Origin, Category?)] {
        DeferralCode.allCases.flatMap { code in
            Origin.allCases.flatMap { origin in
                ([nil] + Category.allCases.map(Optional.some)).map { (code, origin, $0) }
            }
        }
    }
}
