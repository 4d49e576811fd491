/// The health of every destination, learned from evidence.
///
/// Pure: time comes with the evidence and the questions, randomness from a seed, and nothing is
/// read or written. A value; keep one copy, since its tables are large.
public struct HealthBook: Sendable {
    /// The numbers in force; `apply` changes them.
    public internal(set) var settings: HealthSettings
    /// What became of the evidence.
    public internal(set) var counts = HealthCounts()
    /// The latest time that evidence, a tick or a question has named.
    public internal(set) var clock: Seconds = 0

    /// Whether `takeChanges` has anything to give; who asks for changes takes them regularly.
    public let collectsChanges: Bool

    let seed: UInt64
    var records: RecordTable
    var troubles = TroubleTable()
    var deadlines = DeadlineHeap()
    var groups = HostGroups()
    var aliases = AliasTable()
    var localFault: LocalFaultGuard
    var blast = BlastRadiusGuard()
    var stale = StaleGuard()
    /// The last wall clock told; nil: a replay, which has none.
    var wallClock: Seconds?
    var downCount = 0
    var forcedCount = 0
    var transitions: [HealthTransition] = []
    var guardTransitions: [GuardTransition] = []
    var dirty: [UInt32] = []
    var removed: [String] = []

    /// A book that knows nothing.
    ///
    /// - Parameters:
    ///   - settings: the numbers.
    ///   - seed: spreads the probes of different destinations; the same seed, the same spread.
    ///   - collectsChanges: whether the state is to be stored.
    public init(
        settings: HealthSettings = HealthSettings(),
        seed: UInt64,
        collectsChanges: Bool = false
    ) {
        self.settings = settings
        self.collectsChanges = collectsChanges
        self.seed = seed
        records = RecordTable(seed: seed)
        localFault = LocalFaultGuard(settings.guards)
        aliases.collectsChanges = collectsChanges
    }

    /// Lets time pass: what has ended by itself ends, and is a transition.
    public mutating func tick(_ now: Seconds) {
        wallClock = now
        advance(to: now)
    }

    /// The transitions since the last call, oldest first.
    public mutating func takeTransitions() -> [HealthTransition] {
        defer { transitions.removeAll(keepingCapacity: true) }
        return transitions
    }

    /// The guards that began or ended since the last call, oldest first.
    public mutating func takeGuardTransitions() -> [GuardTransition] {
        defer { guardTransitions.removeAll(keepingCapacity: true) }
        return guardTransitions
    }

    /// Tells how much mail is queued for a domain, where any is or was.
    public mutating func setQueued(_ waiting: Int, oldest: Seconds?, for domain: String) {
        let name = Self.key(domain)
        guard let place = waiting > 0 ? place(of: name) : records.place(of: name) else { return }
        records[place].waiting = UInt32(clamping: waiting)
        records[place].oldest = oldest ?? .never
        markDirty(place)
    }

    /// Destinations kept.
    public var destinationCount: Int { records.count }

    /// Processes every deadline up to `time`, in order, each at its own time.
    mutating func advance(to time: Seconds) {
        while let next = deadlines.first, next.time <= time {
            deadlines.removeFirst()
            let place = Int(next.place)
            guard records[place].deadline == next.time else { continue }
            records[place].deadline = .forever
            if next.time > clock {
                clock = next.time
                settleGuards()
            }
            evaluate(place)
        }
        guard time > clock else { return }
        clock = time
        settleGuards()
    }

    /// The place of a domain's record, made when missing; nil: there is no room.
    mutating func place(of name: String) -> Int? {
        if let known = records.place(of: name) { return known }
        guard (1...DomainKey.longest).contains(name.utf8.count) else { return nil }
        guard let made = records.insert(name, most: settings.bounds.destinations) else {
            counts.untracked += 1
            return nil
        }
        if let evicted = made.evicted {
            localFault.forget(evicted.record)
            blast.forget(evicted.record)
            if collectsChanges { removed.append(evicted.name) }
            counts.forgotten += 1
            // Its place may be on the list of changes: keep it there once.
            if evicted.record.isDirty { records[made.place].isDirty = true }
        }
        markDirty(made.place)
        return made.place
    }

    mutating func markDirty(_ place: Int) {
        guard collectsChanges, !records[place].isDirty else { return }
        records[place].isDirty = true
        dirty.append(UInt32(place))
    }

    mutating func report(_ transition: HealthTransition) {
        if transitions.count >= settings.bounds.transitions {
            transitions.removeFirst(max(1, transitions.count / 4))
            counts.transitionsLost += 1
        }
        transitions.append(transition)
    }

    /// The form of a domain under which it is kept: lower case, no final dot.
    static func key(_ domain: String) -> String {
        guard domain.utf8.contains(where: { $0 &- 65 < 26 }) || domain.utf8.last == 46 else {
            return domain
        }
        let lower = domain.lowercased()
        return lower.utf8.last == 46 ? String(lower.dropLast()) : lower
    }
}

/// What became of the evidence, for metrics.
public struct HealthCounts: Codable, Sendable, Hashable {
    /// Failures of a destination that counted.
    public var failures = 0
    /// Signs of life.
    public var signsOfLife = 0
    /// Replies that limit our rate or distrust us.
    public var throttles = 0
    /// Deferrals about a recipient, a message, this host: nothing learned.
    public var irrelevant = 0
    /// Echoes: no attempt was made.
    public var echoes = 0
    /// Our own answers, read back.
    public var ownReplies = 0
    /// Address probes and our own alerts.
    public var exempt = 0
    /// Deliveries and failures of a part of this system, or of another relay.
    public var otherHops = 0
    /// Failures that a later or equal sign of life had overtaken.
    public var superseded = 0
    /// Failures while the fault was local.
    public var duringLocalFault = 0
    /// Evidence from the future, or without a domain.
    public var implausible = 0
    /// Evidence for which there was no room.
    public var untracked = 0
    /// Destinations forgotten to make room.
    public var forgotten = 0
    /// Times that transitions were dropped because nobody took them.
    public var transitionsLost = 0
}
