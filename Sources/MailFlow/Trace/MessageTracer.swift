import ByteScan
public import Deferrals
public import PostfixLog

/// Follows messages through a log: each from its first line to its last, over requeue and content
/// filter.
///
/// Pure, as the ledger is: blocks come in the order of the log, as tapes and bytes. Bounded: beyond
/// the most messages in flight the oldest are handed out as they are.
public struct MessageTracer: ~Copyable {
    /// How much is kept.
    public struct Limits: Sendable {
        /// Messages in flight.
        public var messages = 200_000
        /// Messages that ended lately, kept in case that another goes on from them.
        public var ended = 4_096
        /// Recipients of a message.
        public var recipients = 10_000
        /// Status lines of a recipient.
        public var attempts = 2_000

        /// Enough for the life of a busy server's queue.
        public init() {}
    }

    let bank: PatternBank
    let query: MessageQuery?
    let limits: Limits
    var hosts = HostTable()
    var companions = CompanionStore()
    var clock: YearClock
    var lives = TracedLives()
    var blockHosts: [UInt32] = []
    var blockTimes: [LogTime] = []
    var order = 0
    /// Messages in flight that had to be dropped.
    public internal(set) var droppedMessages = 0
    private var finished: [TracedMessage] = []

    /// A tracer that has seen nothing.
    ///
    /// - Parameters:
    ///   - bank: the bank whose rows the diagnoses name.
    ///   - query: which messages to hand out; nil: all.
    ///   - limits: how much is kept.
    public init(bank: PatternBank, query: MessageQuery?, limits: Limits = Limits()) {
        self.bank = bank
        self.query = query
        self.limits = limits
        clock = YearClock(firstYear: 1970)
    }

    /// Begins another log, to whose lines without a year `clock` gives theirs.
    public mutating func beginLog(_ clock: YearClock) {
        self.clock = clock
    }

    /// Adds one block: its tape, its bytes, where it is from.
    public mutating func add(
        _ tape: borrowing FlowTape,
        _ bytes: Span<UInt8>,
        count: Int,
        at position: BlockPosition
    ) {
        if let plain = tape.unwrapped {
            addLines(tape, plain.bytes.span, count: plain.count, at: position)
        } else {
            addLines(tape, bytes, count: count, at: position)
        }
    }

    private mutating func addLines(
        _ tape: borrowing FlowTape,
        _ bytes: Span<UInt8>,
        count: Int,
        at position: BlockPosition
    ) {
        blockHosts.removeAll(keepingCapacity: true)
        for place in tape.hosts.indices {
            blockHosts.append(hosts.number(bytes, tape.hosts[place]))
        }
        let details = LineDetails.find(bytes, 0..<count)
        blockTimes.removeAll(keepingCapacity: true)
        for place in tape.times.indices { blockTimes.append(clock.resolve(tape.times[place])) }
        var next = 0
        var timed = 0
        for place in tape.events.indices {
            let event = tape.events[place]
            while next < details.count, details[next].lineStart <= Int(event.lineStart) {
                let times = timed..<Int(event.time) + 1
                add(details[next], at: time(of: details[next], among: times, tape), bytes)
                next += 1
            }
            timed = Int(event.time)
            add(event, tape, bytes, position)
        }
        for detail in details[next...] {
            let times = timed..<blockTimes.count
            add(detail, at: time(of: detail, among: times, tape), bytes)
        }
        retire()
    }

    /// The time of a detail's line, with its year.
    ///
    /// The tape has the times of all lines of the block, those of details, too. By now the clock is
    /// where the block ends: perhaps in the next year.
    private func time(
        of detail: LineDetails.Detail,
        among places: Range<Int>,
        _ tape: borrowing FlowTape
    ) -> LogTime {
        if let place = places.first(where: { tape.times[$0] == detail.time }) {
            return blockTimes[place]
        }
        var clock = clock
        return clock.resolve(detail.time)
    }

    /// The messages that ended since the last call.
    public mutating func takeFinished() -> [TracedMessage] {
        defer { finished.removeAll() }
        return finished
    }

    /// The log is over: everything else, ended or not.
    public mutating func finish() -> [TracedMessage] {
        for life in lives.open {
            life.settle(life.isHeld ? .held : .waiting)
            emit(life)
        }
        while let life = lives.popEnded(keeping: 0) { hand(life) }
        lives = TracedLives()
        return takeFinished()
    }

    /// A life is over: with it, what it goes on from.
    mutating func end(_ life: TracedLife, as fate: RecipientFate, at time: LogTime?) {
        guard !life.hasEnded else { return }
        life.hasEnded = true
        life.message.ended = time
        life.settle(fate)
        lives.openCount -= 1
        emit(life)
    }

    private mutating func emit(_ life: TracedLife) {
        var chain = [life]
        while let former = chain.last?.settleFormer() { chain.append(former) }
        for life in chain.reversed() { lives.pushEnded(life) }
    }

    /// Hands out what ended long enough ago, and the oldest of too many in flight.
    private mutating func retire() {
        while lives.openCount > limits.messages, let oldest = lives.popOldestOpen() {
            droppedMessages += 1
            end(oldest, as: .unknown, at: nil)
        }
        while let life = lives.popEnded(keeping: limits.ended) { hand(life) }
    }

    private mutating func hand(_ life: TracedLife) {
        if query == nil || life.isWanted { finished.append(life.message) }
    }
}
