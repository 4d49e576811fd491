internal import PostfixLog

/// Deferred recipients that still wait, by destination: how many, and since when the oldest.
///
/// Bounded; what does not fit is not counted, so that a number is never too high.
public struct WaitingMail: Sendable {
    /// One destination's.
    public struct Count: Sendable, Hashable {
        /// The recipients' domain.
        public var domain: String
        /// Recipients.
        public var recipients: Int
        /// Arrival of the oldest; nil: none waits.
        public var oldest: Seconds?
    }

    /// The recipients of one domain: when their messages came, by a hash of message and recipient.
    private struct Waiting {
        private(set) var arrivals: [UInt64: Seconds] = [:]
        /// At most the arrival of the oldest; equal to it unless `isStale`.
        private(set) var oldest = Seconds.max
        private var isStale = false

        mutating func insert(_ key: UInt64, _ arrival: Seconds) {
            arrivals[key] = arrival
            oldest = min(oldest, arrival)
        }

        mutating func remove(_ key: UInt64) -> Bool {
            guard let arrival = arrivals.removeValue(forKey: key) else { return false }
            if arrival == oldest { isStale = true }
            return true
        }

        /// Looks for the oldest where it has gone: not at each removal, for there may be 100,000.
        mutating func settle() {
            guard isStale else { return }
            oldest = arrivals.values.min() ?? .max
            isStale = false
        }
    }

    private let mostRecipients: Int
    /// Minutes east of UTC of logs that name no zone.
    public var zoneMinutes: Int
    private var waiting: [String: Waiting] = [:]
    private var recipients = 0
    private var changed: Set<String> = []

    /// A table of nothing.
    public init(zoneMinutes: Int, mostRecipients: Int = 200_000) {
        self.mostRecipients = mostRecipients
        self.zoneMinutes = zoneMinutes
    }

    /// A recipient was deferred, perhaps again.
    public mutating func add(_ event: DeferralEvent) {
        guard let domain = event.domain, let recipient = event.recipient else { return }
        let arrival = event.time.instant(assuming: zoneMinutes) - Seconds(event.delay ?? 0)
        insert(Self.key(event.queueID, recipient), domain, arrival)
    }

    /// Its waiting has ended, however.
    public mutating func remove(queueID: String, recipient: String, domain: String) {
        let key = Self.key(queueID, recipient)
        guard waiting[domain]?.remove(key) == true else { return }
        recipients -= 1
        if waiting[domain]?.arrivals.isEmpty == true { waiting[domain] = nil }
        changed.insert(domain)
    }

    /// Its message was put on hold, and waits for nobody but the administrator, or released.
    public mutating func apply(_ change: HoldChange) {
        guard change.isHeld else {
            insert(
                Self.key(change.queueID, change.recipient),
                change.domain,
                change.arrived.instant(assuming: zoneMinutes)
            )
            return
        }
        remove(queueID: change.queueID, recipient: change.recipient, domain: change.domain)
    }

    /// A message that was in flight when reading stopped; lives have the log's own clock, which is so
    /// many minutes east of UTC; nil: it names no zone.
    public mutating func restore(_ life: StoredLife, offsetMinutes: Int16?) {
        guard !life.isHeld else { return }
        let arrived = LogTime(seconds: life.arrived, offsetMinutes: offsetMinutes)
        let arrival = arrived.instant(assuming: zoneMinutes)
        for each in life.recipients where each.fate == RecipientFate.waiting.rawValue {
            insert(Self.key(life.queueID, each.address), each.domain, arrival)
        }
    }

    /// The destinations whose numbers are others since the last call.
    public mutating func takeChanges() -> [Count] {
        defer { changed.removeAll(keepingCapacity: true) }
        return changed.map { domain in
            waiting[domain]?.settle()
            return Count(
                domain: domain,
                recipients: waiting[domain]?.arrivals.count ?? 0,
                oldest: waiting[domain]?.oldest
            )
        }
    }

    /// Destinations whose oldest recipient came before `time`, the oldest first, `most` at most.
    ///
    /// As of the last `takeChanges`.
    public func delayed(since time: Seconds, most: Int) -> [Count] {
        let found = waiting.compactMap { domain, waiting -> Count? in
            guard waiting.oldest <= time else { return nil }
            return Count(
                domain: domain,
                recipients: waiting.arrivals.count,
                oldest: waiting.oldest
            )
        }
        return Array(
            found.sorted { ($0.oldest ?? 0, $0.domain) < ($1.oldest ?? 0, $1.domain) }.prefix(most)
        )
    }

    private mutating func insert(_ key: UInt64, _ domain: String, _ arrival: Seconds) {
        guard waiting[domain]?.arrivals[key] == nil, recipients < mostRecipients else { return }
        waiting[domain, default: Waiting()].insert(key, arrival)
        recipients += 1
        changed.insert(domain)
    }

    private static func key(_ queueID: String, _ recipient: String) -> UInt64 {
        HealthHash.mixed(HealthHash.of(queueID) ^ HealthHash.of(recipient) &* 31)
    }
}
