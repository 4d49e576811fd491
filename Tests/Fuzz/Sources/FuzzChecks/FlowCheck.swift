import ByteScan
import Deferrals
import MailFlow

/// A log read in two pieces says the same as in one, wherever it is cut between lines.
enum FlowCheck {
    private static let bank = PatternBank()

    static func problem(with input: [UInt8]) -> String? {
        guard let first = input.first else { return nil }
        let log = input.dropFirst()
        let ends = log.indices.filter { log[$0] == 10 }
        let cut = ends.isEmpty ? log.endIndex : ends[Int(first) % ends.count] + 1
        guard let whole = reading([log]), let parts = reading([log[..<cut], log[cut...]]) else {
            return "no memory"
        }
        if whole.events != parts.events { return "cut at \(cut): events differ" }
        return whole.snapshot == parts.snapshot ? nil : "cut at \(cut): snapshots differ"
    }

    private static func reading(
        _ pieces: [ArraySlice<UInt8>]
    ) -> (snapshot: FlowSnapshot, events: [DeferralEvent])? {
        guard let classifier = try? DeferralClassifier(bank: bank) else { return nil }
        var settings = FlowLedger.Settings()
        settings.collectsEvents = true
        settings.mostMessages = 8
        var ledger = FlowLedger(bank: bank, firstYear: 2026, settings: settings)
        var reader = FlowReader(classifier: classifier)
        var tape = FlowTape()
        var position = BlockPosition(file: "fuzz", identity: 1, offset: 0, line: 1)
        for piece in pieces {
            let block = Block(piece)
            reader.read(block.bytes.span, 0..<block.count, into: &tape)
            ledger.add(tape, block.bytes.span, at: position)
            position.offset += block.count
            position.line += tape.lines
        }
        return (ledger.snapshot(top: 100), ledger.takeEvents())
    }
}
