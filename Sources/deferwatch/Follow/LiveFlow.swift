import ByteScan
import Deferrals
import Foundation
import LogSource
import MailFlow
import PostfixLog

/// The audit's own core, fed as lines come: what is followed live is what an audit finds.
struct LiveFlow: ~Copyable {
    private var reader: FlowReader
    private var ledger: FlowLedger
    private var tape = FlowTape()
    /// Logs without years have a clock each: they may be years apart while old ones are caught up.
    private(set) var clocks: [String: YearClock] = [:]
    private let bank: PatternBank

    /// What a flow is for.
    struct Settings {
        /// Its ledger is stored now and then.
        var isStored = false
        /// Deliveries are handed out, too.
        var isForHealth = false
        /// Measures what each row of the bank takes.
        var rowClock: RowClock?
        /// Messages in flight; beyond it the oldest are closed as unknown.
        var mostMessages = 2_000_000
    }

    /// What one block of lines gave.
    struct Gain {
        var events: [DeferralEvent] = []
        var ends: [RecipientEnd] = []
        var lines = 0
        /// Deliveries; none where nobody asked for them.
        var successes: [DeliverySuccess] = []
        /// Troubles of Postfix itself; none where nobody asked for them.
        var warnings: [OwnWarning] = []
        /// Messages put on hold and released; none where nobody asked for them.
        var holds: [HoldChange] = []
        /// What a restart reads again: it was handed out before, and is news only to what was stored
        /// with the ledger.
        var repeated: Repeated?
        /// Messages that were closed as unknown to make room, since the ledger was begun.
        var closedForRoom = 0
        /// UTC seconds of the last line; nil: no line has a time.
        var newest: Int64?

        struct Repeated {
            var events: [DeferralEvent]
            var ends: [RecipientEnd]
            var successes: [DeliverySuccess]
            var warnings: [OwnWarning]
            var holds: [HoldChange]
        }
    }

    /// A flow that has read nothing.
    init(bank: PatternBank, settings wanted: Settings) throws {
        self.bank = bank
        var settings = FlowLedger.Settings()
        settings.collectsEvents = true
        settings.collectsEnds = true
        settings.collectsChanges = wanted.isStored
        settings.collectsSuccesses = wanted.isForHealth
        settings.mostMessages = wanted.mostMessages
        reader = FlowReader(classifier: try DeferralClassifier(bank: bank, clock: wanted.rowClock))
        ledger = FlowLedger(bank: bank, firstYear: 1970, settings: settings)
    }

    /// Adds a block that was followed from a log; of its first `known` bytes only the sums count: what
    /// they gave was handed out before a restart.
    mutating func add(_ block: LogBlock, _ origin: FollowedBlock, known: Int = 0) -> Gain {
        var line = origin.line
        var repeated: Gain.Repeated?
        if known > 0 {
            add(block, 0..<known, origin, line: line)
            line += tape.lines
            let gain = takeGain()
            repeated = Gain.Repeated(
                events: gain.events,
                ends: gain.ends,
                successes: gain.successes,
                warnings: gain.warnings,
                holds: gain.holds
            )
        }
        guard known < block.count else { return Gain(repeated: repeated) }
        add(block, known..<block.count, origin, line: line)
        var gain = takeGain()
        gain.repeated = repeated
        return gain
    }

    private mutating func add(
        _ block: LogBlock,
        _ range: Range<Int>,
        _ origin: FollowedBlock,
        line: Int
    ) {
        reader.read(block.bytes.span, range, into: &tape)
        let head = origin.head
        let identity = head.lines > 0 ? head.identity(ofLineAt: block.offset) : origin.identity
        ledger.yearClock = clock(of: origin.source)
        ledger.zoneMinutes = LocalClock.offsetMinutes
        ledger.add(
            tape,
            block.bytes.span,
            at: BlockPosition(
                file: origin.path,
                identity: identity,
                firstLines: origin.head.identities(in: block.range),
                offset: origin.offset,
                line: line
            )
        )
        clocks[origin.source] = ledger.yearClock
    }

    private mutating func takeGain() -> Gain {
        Gain(
            events: ledger.takeEvents(),
            ends: ledger.takeEnds(),
            lines: tape.lines,
            successes: ledger.takeSuccesses(),
            warnings: ledger.takeWarnings(),
            holds: ledger.takeHolds(),
            closedForRoom: ledger.closedForRoom,
            newest: ledger.newestInstant
        )
    }

    /// Goes on with the ledger of an earlier run.
    mutating func restore(_ stored: StoredLedger, _ clocks: [String: YearClock]) {
        ledger.restore(stored)
        self.clocks = clocks
    }

    /// The lines so far, and the attempts.
    var lineCounts: LineCounts { ledger.lineCounts }
    var statusCounts: StatusCounts { ledger.statusCounts }

    /// Rows of one's own that are told apart; what is beyond them is 'other'.
    private static let mostNamedRows = 100

    /// Nanoseconds that the rows have taken: one's own by id, all others as 'shipped'; nothing where
    /// that is not measured.
    var rowNanoseconds: [String: UInt64] {
        var times: [String: UInt64] = [:]
        for (place, time) in reader.rowNanoseconds.enumerated() {
            var name = place < bank.ownRows ? "other" : "shipped"
            if place < min(bank.ownRows, Self.mostNamedRows) { name = bank.rows[place].id }
            times[name, default: 0] += time
        }
        return times
    }

    /// What changed since the last call, to be stored.
    mutating func takeChanges() -> LedgerChanges { ledger.takeChanges() }

    /// Nothing is stored any more: all of it is a change.
    mutating func forgetStored() { ledger.forgetStored() }

    /// Everything found so far.
    func snapshot(top: Int) -> FlowSnapshot {
        ledger.snapshot(top: top)
    }

    /// The clock of a log: its first line is of the latest year that is not in the future.
    private func clock(of source: String) -> YearClock {
        if let known = clocks[source] { return known }
        guard let first = tape.times.first, !first.hasYear else {
            return YearClock(firstYear: 1970)
        }
        return YearClock(firstYear: YearClock.latestYear(of: first, notAfter: LocalClock.now))
    }
}
