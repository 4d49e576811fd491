import ByteScan
public import Deferrals
public import PostfixLog

/// Adds tapes up, in their order, to what the log says of mail flow.
///
/// The one place where lines meet: the same ledger serves an audit of archives and a live tail, so
/// both find the same. Pure: time is what the lines say, and nothing is read or written.
public struct FlowLedger: ~Copyable {
    /// How much is kept and what is handed out.
    public struct Settings: Sendable {
        /// Which attempts count.
        public var filter = FlowFilter()
        /// Whether `takeEvents` has anything to give.
        public var collectsEvents = false
        /// Whether `takeEnds` has anything to give.
        public var collectsEnds = false
        /// Whether `takeChanges` has anything to give: for who stores the ledger now and then.
        public var collectsChanges = false
        /// Whether `takeSuccesses`, `takeWarnings` and `takeHolds` have anything to give.
        public var collectsSuccesses = false
        /// Texts that stand for many recipients name none of them: for reports that leave the house.
        public var hidesRecipients = false
        /// Messages in flight; beyond it the oldest lose their texts, and a quarter beyond it they are
        /// closed as unknown.
        public var mostMessages = 2_000_000

        /// Counts everything, collects nothing.
        public init() {}
    }

    let bank: PatternBank
    let settings: Settings
    /// Nothing is filtered: the usual audit need not look.
    let countsEverything: Bool
    var hosts = HostTable()
    var destinations = DestinationTable()
    var lives = LifeTable()
    var recipients = RecipientTable()
    var texts = TextArena()
    var companions = CompanionStore()
    var timeline = Timeline()
    var outages = OutageWatch()
    private var logEnd = LogEnd()
    var findings = FindingStore()
    var totals: FlowTotals
    var unclassified: [String: Int] = [:]
    var clock: YearClock
    /// Minutes east of UTC of the clock that the ledger counts by; nil: no line has named a zone.
    ///
    /// That of the first line that names one, whatever zones follow: so durations are right over a
    /// change of daylight saving time, and between hosts.
    var clockOffset: Int16?
    private var events: [DeferralEvent] = []
    var ends: [RecipientEnd] = []
    var successes: [DeliverySuccess] = []
    private var warnings: [OwnWarning] = []
    private var holds: [HoldChange] = []
    /// Minutes east of UTC, for logs that name no zone; successes and warnings are told in UTC.
    ///
    /// It changes with daylight saving time.
    public var zoneMinutes = 0
    /// The destination that each kind of deferral happened to last, by `KindCounts.place`; -1: none.
    var kindDestinations = [Int32](repeating: -1, count: KindCounts.most)
    var lifeMarks = LifeMarks()
    /// Hours as they are stored.
    var storedHours: [Int: Timeline.Hour] = [:]
    /// The log that the line in hand is of, and the line's offset in it: the parts of event ids.
    var lineOrigin = LineOrigin()

    // What the tape in hand refers to.
    var blockHosts = Column<UInt32>()
    var blockDestinations = Column<Int32>()
    /// Where the lines of a block that wraps them in JSON began; empty for a plain block.
    var blockLineStarts: [Int] = []
    var blockTimes = Column<LogTime>()
    /// The same by the ledger's clock.
    var blockClock = Column<LogEnd.Moment>()
    /// The time of the line in hand, for the ends that it brings.
    var lineTime = LogTime(seconds: 0)

    static let mostUnclassifiedSamples = 200

    /// An empty ledger.
    ///
    /// - Parameters:
    ///   - bank: the bank whose rows the diagnoses name.
    ///   - firstYear: the year of the first line that has none.
    ///   - settings: how much is kept and what is handed out.
    public init(bank: PatternBank, firstYear: Int, settings: Settings = Settings()) {
        self.bank = bank
        self.settings = settings
        countsEverything = settings.filter == FlowFilter()
        clock = YearClock(firstYear: firstYear)
        totals = FlowTotals(rows: bank.rows.count)
        companions.collectsChanges = settings.collectsChanges
        destinations.collectsChanges = settings.collectsChanges
    }

    /// The clock that gives years to lines without: as it stands after the last tape.
    ///
    /// A follower of several logs keeps one for each, and sets it before a block.
    public var yearClock: YearClock {
        get { clock }
        set { clock = newValue }
    }

    /// Begins another log, to whose lines without a year `clock` gives theirs.
    public mutating func beginLog(_ clock: YearClock) {
        self.clock = clock
    }

    /// UTC seconds of the last line of the last block; nil: none of its lines has a time.
    public var newestInstant: Int64? {
        guard let last = blockTimes.last else { return nil }
        return utc(last)
    }

    /// The deferrals since the last call.
    public mutating func takeEvents() -> [DeferralEvent] {
        defer { events.removeAll(keepingCapacity: true) }
        return events
    }

    /// Adds one block.
    ///
    /// - Parameters:
    ///   - tape: what `FlowReader` read from the block.
    ///   - bytes: the block.
    ///   - position: where the block came from.
    public mutating func add(
        _ tape: borrowing FlowTape,
        _ bytes: Span<UInt8>,
        at position: BlockPosition
    ) {
        if let unwrapped = tape.unwrapped {
            blockLineStarts = unwrapped.starts
            addLines(tape, unwrapped.bytes.span, at: position)
        } else {
            blockLineStarts = []
            addLines(tape, bytes, at: position)
        }
    }

    private mutating func addLines(
        _ tape: borrowing FlowTape,
        _ bytes: Span<UInt8>,
        at position: BlockPosition
    ) {
        totals.lines += tape.lines
        totals.unreadable += tape.unreadable
        totals.malformed += tape.malformed
        totals.relevant += tape.events.count
        lineOrigin.begin(position)
        blockHosts.removeAll()
        for place in tape.hosts.indices {
            blockHosts.append(hosts.number(bytes, tape.hosts[place]))
        }
        resolveTimes(tape)
        destinations.number(tape.attempts, bytes, into: &blockDestinations)
        let namesLines = settings.collectsEvents || settings.collectsEnds
        for place in tape.events.indices {
            if place &+ 8 < tape.events.count {
                let later = tape.events[place &+ 8]
                lives.prefetch(later.queueID, host: blockHosts[Int(later.host)])
            }
            let event = tape.events[place]
            if namesLines { lineOrigin.move(to: position.offset + lineStart(event), position) }
            add(event, 0, tape, bytes, position)
            if event.repeats > 1 { addRepetitions(of: event, tape, bytes, position) }
        }
    }

    /// 'message repeated N times': the first is counted.
    @inline(never)
    private mutating func addRepetitions(
        of event: FlowTape.Event,
        _ tape: borrowing FlowTape,
        _ bytes: Span<UInt8>,
        _ position: BlockPosition
    ) {
        for repetition in 1..<Int(event.repeats) {
            add(event, repetition, tape, bytes, position)
        }
    }

    private mutating func resolveTimes(_ tape: borrowing FlowTape) {
        blockTimes.removeAll()
        blockClock.removeAll()
        for place in tape.times.indices {
            let resolved = clock.resolve(tape.times[place])
            if clockOffset == nil { clockOffset = resolved.offsetMinutes }
            let seconds = resolved.seconds(onClock: clockOffset)
            blockTimes.append(resolved)
            if countsEverything || settings.filter.includes(seconds: seconds) {
                totals.first = min(totals.first, seconds)
                logEnd.extend(&totals.last, to: seconds)
            }
            blockClock.append(LogEnd.Moment(seconds: seconds, end: totals.last))
        }
    }

    @inline(__always)
    private mutating func add(
        _ event: FlowTape.Event,
        _ repetition: Int,
        _ tape: borrowing FlowTape,
        _ bytes: Span<UInt8>,
        _ position: BlockPosition
    ) {
        let time = blockTimes[Int(event.time)]
        let host = blockHosts[Int(event.host)]
        let moment = blockClock[Int(event.time)]
        let seconds = moment.seconds
        if settings.collectsEnds { lineTime = time }
        switch event.kind {
        case .messageID:
            recordMessageID(event, host, seconds, bytes)
        case .pickedUp:
            let place = begin(event, host, seconds)
            if !event.text.isEmpty { takeOver(place, from: QueueID(bytes, event.text), host) }
        case .active:
            let place = lives.find(event.queueID, host: host) ?? open(event, host, seconds, bytes)
            guard !lives[place].sawSender else { return }
            touch(place)
            lives[place].sawSender = true
            lives[place].sender = texts.insert(bytes, event.text)
        case .attempt:
            let attempt = tape.attempts[Int(event.payload)]
            guard attempt.diagnosis >= 0 else {
                recordEnd(event, attempt, host, moment, bytes)
                return
            }
            recordDeferral(
                event,
                attempt,
                tape.diagnoses[Int(attempt.diagnosis)],
                host,
                seconds,
                bytes,
                position,
                repetition
            )
        case .removed:
            guard let place = lives.find(event.queueID, host: host) else { return }
            close(place, as: .unknown, at: seconds)
        case .deleted, .canceled, .refused:
            if event.kind == .refused, settings.filter.includes(seconds: seconds) {
                findings.recordRefusal(bytes, event.text, at: seconds)
            }
            guard let place = lives.find(event.queueID, host: host) else { return }
            close(place, as: .deleted, at: seconds)
        case .expired: expire(event, host, seconds)
        case .held: hold(event, host, seconds, bytes)
        case .released:
            release(event, host)
        case .requeued, .toldToExpire, .ignored: break
        case .reinjected:
            let place = lives.find(event.queueID, host: host) ?? open(event, host, seconds, bytes)
            if !event.text.isEmpty { adopt(place, from: QueueID(bytes, event.text), host) }
        case .companion: noteCompanion(event, tape, host, seconds, bytes)
        case .gap:
            guard settings.filter.includes(seconds: seconds) else { return }
            let part = CompanionStore.cut(bytes, event.text)
            findings.record(.missingLines, at: seconds, example: bytes.text(part))
        case .trouble:
            guard settings.filter.includes(seconds: seconds) else { return }
            let isAgent = event.daemon != .other && event.daemon != .smtpd
            let kind = findings.record(bytes, event.text, isAgent: isAgent, at: seconds)
            if settings.collectsSuccesses, let kind {
                warnings.append(OwnWarning(kind: kind, time: utc(time)))
            }
        }
    }

    mutating func collect(_ event: DeferralEvent) {
        events.append(event)
    }

    /// The deliveries and refusals since the last call: signs of life for health.
    public mutating func takeSuccesses() -> [DeliverySuccess] {
        defer { successes.removeAll(keepingCapacity: true) }
        return successes
    }

    /// Deferred recipients that were put on hold or released since the last call.
    public mutating func takeHolds() -> [HoldChange] {
        defer { holds.removeAll(keepingCapacity: true) }
        return holds
    }

    /// Tells of the recipients of the life in `place` that wait.
    mutating func collectHolds(_ place: Int, isHeld: Bool) {
        guard settings.collectsSuccesses else { return }
        let arrived = LogTime(
            seconds: lives[place].arrived,
            offsetMinutes: clockOffset
        )
        var next = lives[place].recipients.newest
        while next != 0 {
            let recipient = recipients[Int(next) - 1]
            next = recipient.next
            guard recipient.fate == .waiting else { continue }
            holds.append(
                HoldChange(
                    queueID: queueID(of: place),
                    recipient: texts.text(recipient.address),
                    domain: destinations.name(Int(recipient.destination)),
                    arrived: arrived,
                    time: lineTime,
                    isHeld: isHeld
                )
            )
        }
    }

    /// Troubles of Postfix itself since the last call.
    public mutating func takeWarnings() -> [OwnWarning] {
        defer { warnings.removeAll(keepingCapacity: true) }
        return warnings
    }

    /// A line's time in UTC.
    @inline(__always)
    func utc(_ time: LogTime) -> Int64 {
        time.instant(assuming: zoneMinutes)
    }

    /// Where a line began in its block as the log has it.
    @inline(__always)
    private func lineStart(_ event: FlowTape.Event) -> Int {
        blockLineStarts.isEmpty ? Int(event.lineStart) : blockLineStarts[Int(event.lineNumber)]
    }

    /// How deferred recipients ended since the last call.
    public mutating func takeEnds() -> [RecipientEnd] {
        defer { ends.removeAll(keepingCapacity: true) }
        return ends
    }
}
