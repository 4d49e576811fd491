import ByteScan
import Deferrals
import Foundation
import PostfixLog
import Testing

@testable import MailFlow

/// A ledger that was stored and restored goes on as if nothing had happened.
@Suite struct StoredLedgerTests {
    /// What a database would hold: changes on top of changes, everything through its stored form.
    private struct Shelf {
        var sums: Data?
        var hours: [Int: Data] = [:]
        var destinations: [String: StoredDestination] = [:]
        var lives: [Int64: [UInt8]] = [:]
        var notes: [String: Data] = [:]
        var clock: YearClock

        mutating func put(_ changes: LedgerChanges, _ clock: YearClock) throws {
            let encoder = JSONEncoder()
            sums = try encoder.encode(changes.sums)
            for hour in changes.hours { hours[hour.hour] = try encoder.encode(hour) }
            for each in changes.destinations { destinations[each.domain] = each }
            for number in changes.lives.ended {
                #expect(lives.removeValue(forKey: number) != nil, "a row that is there goes")
            }
            for life in changes.lives.changed { lives[life.number] = life.bytes }
            for key in changes.lives.forgottenNotes { notes[key] = nil }
            for each in changes.lives.notes { notes[each.key] = try encoder.encode(each) }
            self.clock = clock
        }

        func take() throws -> StoredLedger {
            let decoder = JSONDecoder()
            return StoredLedger(
                sums: try decoder.decode(StoredSums.self, from: try #require(sums)),
                hours: try hours.values.map { try decoder.decode(StoredHour.self, from: $0) },
                destinations: Array(destinations.values),
                lives: try lives.map { try #require(StoredLife(number: $0.key, bytes: $0.value)) },
                notes: try notes.values.map { try decoder.decode(StoredNotes.self, from: $0) }
            )
        }
    }

    private static func settings() -> FlowLedger.Settings {
        var settings = FlowLedger.Settings()
        settings.collectsEvents = true
        settings.collectsChanges = true
        return settings
    }

    /// Reads `log`, storing before each of `cuts`, and beginning anew from what is stored before
    /// each of `restarts`.
    private static func read(
        _ log: [UInt8],
        storing cuts: Set<Int>,
        restarting restarts: Set<Int>
    ) throws -> FlowSnapshot {
        var reader = FlowReader(classifier: try DeferralClassifier(bank: Flow.bank))
        var tape = FlowTape()
        var ledger = FlowLedger(bank: Flow.bank, firstYear: 2025, settings: settings())
        var shelf = Shelf(clock: ledger.yearClock)
        var position = BlockPosition(file: nil, identity: 7, offset: 0, line: 1)
        let bounds = [0] + cuts.union(restarts).sorted() + [log.count]
        for (start, end) in zip(bounds, bounds.dropFirst()) {
            if cuts.contains(start) || restarts.contains(start) {
                try shelf.put(ledger.takeChanges(), ledger.yearClock)
            }
            if restarts.contains(start) {
                ledger = FlowLedger(bank: Flow.bank, firstYear: 1999, settings: settings())
                ledger.restore(try shelf.take())
                ledger.yearClock = shelf.clock
            }
            let block = Array(log[start..<end]) + [UInt8](repeating: 0, count: blockSlack)
            reader.read(block.span, 0..<end - start, into: &tape)
            position.offset = start
            ledger.add(tape, block.span, at: position)
            position.line += tape.lines
        }
        return ledger.snapshot(top: 100)
    }

    private static let log = Array((TrapLog.lines.joined(separator: "\n") + "\n").utf8)
    private static let starts = log.indices.dropLast().filter { log[$0] == 10 }.map { $0 + 1 }

    @Test func `a restart anywhere changes nothing in the report`() throws {
        let whole = try Self.read(Self.log, storing: [], restarting: [])
        #expect(whole.totals.deferred > 20 && !whole.destinations.isEmpty)
        for start in Self.starts {
            let found = try Self.read(Self.log, storing: [], restarting: [start])
            #expect(found == whole, "restarted at \(start)")
            guard found == whole else { return }
        }
    }

    @Test(arguments: 1...20)
    func `changes on top of changes are the whole ledger`(seed: Int) throws {
        let whole = try Self.read(Self.log, storing: [], restarting: [])
        var random = SplitMix(state: UInt64(seed))
        let cuts = Set((0..<12).compactMap { _ in Self.starts.randomElement(using: &random) })
        let restarts = Set((0..<3).compactMap { _ in Self.starts.randomElement(using: &random) })
        #expect(try Self.read(Self.log, storing: cuts, restarting: restarts) == whole)
    }

    @Test func `a stored life that was cut or changed is refused or read, and never traps`() throws
    {
        var ledger = FlowLedger(bank: Flow.bank, firstYear: 2025, settings: Self.settings())
        var reader = FlowReader(classifier: try DeferralClassifier(bank: Flow.bank))
        var tape = FlowTape()
        let block = Self.log + [UInt8](repeating: 0, count: blockSlack)
        reader.read(block.span, 0..<Self.log.count, into: &tape)
        ledger.add(tape, block.span, at: BlockPosition(file: nil, identity: 7, offset: 0, line: 1))
        let lives = ledger.takeChanges().lives.changed
        #expect(lives.contains { !$0.recipients.isEmpty })
        for life in lives {
            let bytes = life.bytes
            #expect(StoredLife(number: life.number, bytes: bytes) == life)
            for count in bytes.indices {
                #expect(StoredLife(number: 1, bytes: Array(bytes[..<count])) == nil)
            }
            #expect(StoredLife(number: 0, bytes: bytes) == nil)
            for place in bytes.indices {
                var changed = bytes
                changed[place] ^= 0xFF
                _ = StoredLife(number: 1, bytes: changed)
            }
        }
    }

    @Test func `an address that is no UTF-8, or too long, is known after a restart`() throws {
        let long = String(repeating: "a", count: 1_100)
        let addresses = ["j?rg@example.net", "\(long)@example.net"]
        let lines =
            [addresses.map { Flow.deferral("4fX1z", $0) }, ["qmgr[3]: 4fX2z: removed"]]
            .joined() + addresses.map { Flow.ended("4fX1z", $0) }
        let text = lines.map { "2026-11-03T09:29:01Z mail postfix/\($0)\n" }.joined()
        let log = text.utf8.map { $0 == UInt8(ascii: "?") ? 0xF6 : $0 }
        let middle = try #require(
            log.indices.first { log[$0...].starts(with: "postfix/qmgr".utf8) }
        )
        let start = try #require(log[..<middle].lastIndex(of: 10)) + 1
        let found = try Self.read(log, storing: [], restarting: [start])
        #expect(2 == found.totals.sent && 0 == found.waiting.recipients)
        #expect(["sent": 2] == found.fates)
    }

    private static func ledger() throws -> FlowLedger {
        var ledger = FlowLedger(bank: Flow.bank, firstYear: 2025, settings: settings())
        var reader = FlowReader(classifier: try DeferralClassifier(bank: Flow.bank))
        var tape = FlowTape()
        let block = log + [UInt8](repeating: 0, count: blockSlack)
        reader.read(block.span, 0..<log.count, into: &tape)
        ledger.add(tape, block.span, at: BlockPosition(file: nil, identity: 7, offset: 0, line: 1))
        return ledger
    }

    @Test func `what was stored and is lost is stored again`() throws {
        var ledger = try Self.ledger()
        let whole = ledger.snapshot(top: 100)
        _ = ledger.takeChanges()
        ledger.forgetStored()
        var shelf = Shelf(clock: ledger.yearClock)
        try shelf.put(ledger.takeChanges(), ledger.yearClock)
        var again = FlowLedger(bank: Flow.bank, firstYear: 2025, settings: Self.settings())
        again.restore(try shelf.take())
        #expect(again.snapshot(top: 100) == whole)
    }

    @Test func `a message whose destination has lost its row tells the times itself`() throws {
        var ledger = try Self.ledger()
        let whole = ledger.snapshot(top: 100)
        var shelf = Shelf(clock: ledger.yearClock)
        try shelf.put(ledger.takeChanges(), ledger.yearClock)
        shelf.destinations = [:]
        var again = FlowLedger(bank: Flow.bank, firstYear: 2025, settings: Self.settings())
        again.restore(try shelf.take())
        let found = again.snapshot(top: 100).destinations.filter { $0.waiting > 0 }
        #expect(!found.isEmpty)
        for each in found {
            let before = try #require(whole.destinations.first { $0.domain == each.domain })
            #expect(before.firstFailure <= each.firstFailure)
            #expect(each.firstFailure <= each.lastFailure)
            #expect(each.lastFailure <= before.lastFailure)
        }
    }

    @Test func `an outage that is under way is found after a restart`() throws {
        let lines = (0..<40).map { number in
            "2026-11-03T09:\(String(format: "%02d", number / 8)):00Z mail postfix/"
                + Flow.deferral(
                    "4fX\(number)z",
                    "a@d\(number).example",
                    "connect to mx.d\(number).example[192.0.2.1]:25: Connection timed out",
                    pid: number + 1
                )
        }
        let log = Array((lines.joined(separator: "\n") + "\n").utf8)
        let middle = try #require(log[(log.count / 2)...].firstIndex(of: 10)) + 1
        let whole = try Self.read(log, storing: [], restarting: [])
        #expect(whole.outages.count == 1)
        #expect(try Self.read(log, storing: [], restarting: [middle]) == whole)
    }
}

private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
