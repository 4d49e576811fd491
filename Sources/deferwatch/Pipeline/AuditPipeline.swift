import ByteScan
import Deferrals
import Foundation
import LogSource
import MailFlow
import PCRE2
import PostfixLog
import Synchronization

/// Reads logs on several threads and adds them up in order.
///
/// Threads stand in a ring. Each reads a block when it is its turn, parses and diagnoses it beside
/// the others, and adds it up when it is its turn again. So the ledger sees every block in the order
/// of the log: the result cannot depend on the number of threads.
final class AuditPipeline: Sendable {
    private let bank: PatternBank
    private let threads: Int
    private let ledger: Mutex<LedgerState>
    /// Called in the order of the log with the deferrals of each block.
    private let onEvents: @Sendable ([DeferralEvent]) -> Void
    /// Called after each block with its bytes, and whether they were compressed.
    private let onBlock: @Sendable (Int, Bool) -> Void

    private struct LedgerState: ~Copyable {
        var ledger: FlowLedger
        var line = 1
        var limitHits: [Int: Int] = [:]
    }

    /// Blocks of 256 KiB: larger ones fall out of the second-level cache.
    private static let blockBytes = 262_144

    init(
        bank: PatternBank,
        threads: Int,
        settings: FlowLedger.Settings,
        onBlock: @escaping @Sendable (Int, Bool) -> Void = { _, _ in },
        onEvents: @escaping @Sendable ([DeferralEvent]) -> Void
    ) {
        self.bank = bank
        self.threads = max(1, threads)
        self.onEvents = onEvents
        self.onBlock = onBlock
        ledger = Mutex(
            LedgerState(ledger: FlowLedger(bank: bank, firstYear: 1970, settings: settings))
        )
    }

    /// Reads one log to its end and adds it up.
    ///
    /// - Throws: `LogSourceError`; what was read before the error counts.
    func add(_ input: LogInput) throws {
        let source = Mutex(Source(reader: try BlockReader(path: input.path)))
        ledger.withLock { state in
            state.ledger.beginLog(input.clock)
            state.line = 1
        }
        let ring = Ring(members: threads)
        let head = Mutex(LogHead())
        let group = DispatchGroup()
        for member in 1..<max(1, threads) {
            group.enter()
            let thread = Thread { [self] in
                work(as: member, of: ring, input: input, source: source, head: head)
                group.leave()
            }
            thread.stackSize = 1 << 20
            thread.start()
        }
        work(as: 0, of: ring, input: input, source: source, head: head)
        group.wait()
        if let failure = source.withLock({ $0.failure }) { throw failure }
    }

    /// True where a line of the last log had no year.
    var gaveYears: Bool { ledger.withLock { $0.ledger.yearClock.gaveYears } }

    /// True where lines of the last log that have a year gave it to those without.
    var hasYearOfLine: Bool { ledger.withLock { $0.ledger.yearClock.hasYearOfLine } }

    /// Everything found so far.
    func snapshot(top: Int) -> FlowSnapshot {
        ledger.withLock { $0.ledger.snapshot(top: top) }
    }

    /// Lines so far: the difference tells what one log was like.
    var lineCounts: LineCounts {
        ledger.withLock { $0.ledger.lineCounts }
    }

    /// Rows of the bank that met a match limit, with how often.
    var limitHits: [(row: Int, count: Int)] {
        ledger.withLock { $0.limitHits }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private struct Source: ~Copyable {
        var reader: BlockReader
        var failure: LogSourceError?
        var isAtEnd = false
    }

    private func work(
        as member: Int,
        of ring: Ring,
        input: LogInput,
        source: borrowing Mutex<Source>,
        head: borrowing Mutex<LogHead>
    ) {
        guard let classifier = try? DeferralClassifier(bank: bank) else {
            preconditionFailure("memory for a match block is to be had")
        }
        var reader = FlowReader(classifier: classifier)
        var block = LogBlock(capacity: Self.blockBytes)
        var tape = FlowTape()
        while true {
            ring.waitToRead(member)
            let got = source.withLock { readBlock(&$0, &block) }
            let read = head.withLock { head in
                if got { head.append(block) }
                return head
            }
            ring.passReading(from: member)
            if got { reader.read(block.bytes.span, 0..<block.count, into: &tape) }
            ring.waitToAdd(member)
            if got { add(tape, block, input, read) }
            ring.passAdding(from: member)
            if !got { break }
        }
        let hits = reader.limitHits
        ledger.withLock { state in
            for hit in hits { state.limitHits[hit.row, default: 0] += hit.count }
        }
    }

    private func readBlock(_ source: inout Source, _ block: inout LogBlock) -> Bool {
        guard !source.isAtEnd else { return false }
        do {
            if try source.reader.next(&block) {
                onBlock(block.count, source.reader.isCompressed)
                return true
            }
        } catch {
            source.failure = error
        }
        source.isAtEnd = true
        return false
    }

    private func add(
        _ tape: borrowing FlowTape,
        _ block: LogBlock,
        _ input: LogInput,
        _ head: LogHead
    ) {
        let events = ledger.withLock { state in
            state.ledger.add(
                tape,
                block.bytes.span,
                at: BlockPosition(
                    file: input.path,
                    identity: head.identity(ofLineAt: block.offset),
                    firstLines: head.identities(in: block.range),
                    offset: block.offset,
                    line: state.line
                )
            )
            state.line += tape.lines
            return state.ledger.takeEvents()
        }
        if !events.isEmpty { onEvents(events) }
    }
}

/// Whose turn it is: to read, and to add.
private struct Ring: Sendable {
    private let reading: [DispatchSemaphore]
    private let adding: [DispatchSemaphore]

    init(members: Int) {
        reading = (0..<members).map { _ in DispatchSemaphore(value: 0) }
        adding = (0..<members).map { _ in DispatchSemaphore(value: 0) }
        reading[0].signal()
        adding[0].signal()
    }

    func waitToRead(_ member: Int) { reading[member].wait() }
    func passReading(from member: Int) { reading[(member + 1) % reading.count].signal() }
    func waitToAdd(_ member: Int) { adding[member].wait() }
    func passAdding(from member: Int) { adding[(member + 1) % adding.count].signal() }
}
