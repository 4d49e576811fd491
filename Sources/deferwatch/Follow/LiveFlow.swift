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
    private var clocks: [String: YearClock] = [:]
    private let bank: PatternBank

    /// What one block of lines gave.
    struct Gain {
        var events: [DeferralEvent]
        var ends: [RecipientEnd]
        var lines: Int
        /// Deliveries; none where nobody asked for them.
        var successes: [DeliverySuccess]
        /// Messages in flight that began, changed or ended.
        var lives: LifeChanges
    }

    /// A flow that has read nothing; `forHealth`: deliveries are handed out, too.
    init(bank: PatternBank, forHealth: Bool = false) throws {
        self.bank = bank
        var settings = FlowLedger.Settings()
        settings.collectsEvents = true
        settings.collectsChanges = true
        settings.collectsSuccesses = forHealth
        settings.zoneMinutes = TimeZone.current.secondsFromGMT() / 60
        reader = FlowReader(classifier: try DeferralClassifier(bank: bank))
        ledger = FlowLedger(bank: bank, firstYear: 1970, settings: settings)
    }

    /// Adds a block that was followed from a log.
    mutating func add(_ block: LogBlock, _ origin: FollowedBlock) -> Gain {
        reader.read(block.bytes.span, 0..<block.count, into: &tape)
        ledger.yearClock = clock(of: origin.source)
        ledger.add(
            tape,
            block.bytes.span,
            at: BlockPosition(
                file: origin.path,
                identity: origin.identity,
                offset: origin.offset,
                line: origin.line
            )
        )
        clocks[origin.source] = ledger.yearClock
        return Gain(
            events: ledger.takeEvents(),
            ends: ledger.takeEnds(),
            lines: tape.lines,
            successes: ledger.takeSuccesses(),
            lives: ledger.takeLifeChanges()
        )
    }

    /// Goes on with the messages in flight of an earlier run.
    mutating func restore(_ lives: [StoredLife], _ notes: [StoredNotes]) {
        ledger.restore(lives, notes)
    }

    /// Everything found so far.
    mutating func snapshot(top: Int) -> FlowSnapshot {
        ledger.snapshot(top: top)
    }

    /// The clock of a log: its first line is of the latest year that is not in the future.
    private func clock(of source: String) -> YearClock {
        if let known = clocks[source] { return known }
        guard let first = tape.times.first, !first.hasYear else {
            return YearClock(firstYear: 1970)
        }
        let now = Date()
        let offset = TimeZone.current.secondsFromGMT(for: now)
        let local = Int64(now.timeIntervalSince1970) + Int64(offset)
        return YearClock(firstYear: YearReference.latestYear(of: first, notAfter: local))
    }
}
