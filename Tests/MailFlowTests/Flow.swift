import ByteScan
import Deferrals
import Foundation
import MailFlow

/// Reads logs of a few lines, in one block or in several.
struct Flow: ~Copyable {
    static let bank = PatternBank()

    /// What a log came to.
    struct Result: Equatable {
        var snapshot: FlowSnapshot
        var events: [DeferralEvent]

        /// The snapshot as reports have it.
        func json() throws -> String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return String(decoding: try encoder.encode(snapshot), as: UTF8.self)
        }
    }

    var settings = FlowLedger.Settings()
    var firstYear = 2026
    var top = 100
    private var reader: FlowReader
    private var tape = FlowTape()

    /// `takesShortcuts`: false reads every line the long way.
    init(takesShortcuts: Bool = true) throws {
        settings.collectsEvents = true
        reader = FlowReader(
            classifier: try DeferralClassifier(bank: Self.bank),
            takesShortcuts: takesShortcuts
        )
    }

    /// Reads `log`, cut before each of the offsets in `cuts`.
    mutating func read(_ log: [UInt8], cuts: [Int] = []) -> Result {
        var ledger = FlowLedger(bank: Self.bank, firstYear: firstYear, settings: settings)
        var events: [DeferralEvent] = []
        var position = BlockPosition(file: "mail.log", identity: 7, offset: 0, line: 1)
        let bounds = [0] + cuts + [log.count]
        for (start, end) in zip(bounds, bounds.dropFirst()) where start < end {
            // What the last block left stands behind this one.
            let block = Array(log[start..<end]) + [UInt8](repeating: 49, count: blockSlack)
            reader.read(block.span, 0..<end - start, into: &tape)
            ledger.add(tape, block.span, at: position)
            events += ledger.takeEvents()
            position.offset = end
            position.line += tape.lines
        }
        return Result(snapshot: ledger.snapshot(top: top), events: events)
    }

    /// Reads lines of one host: 'smtp[4]: …', at one time unless they begin with '@minute:second '.
    static func result(
        _ log: String,
        host: String = "mail",
        _ change: (inout FlowLedger.Settings) -> Void = { _ in }
    ) throws -> Result {
        var flow = try Flow()
        change(&flow.settings)
        let lines = log.split(separator: "\n").map { line -> String in
            if line.hasPrefix("20") { return line + "\n" }
            guard line.hasPrefix("@") else {
                return "2026-11-03T09:29:01Z \(host) postfix/\(line)\n"
            }
            let parts = line.dropFirst().split(separator: " ", maxSplits: 1)
            return "2026-11-03T09:\(parts[0])Z \(host) postfix/\(parts[1])\n"
        }
        return flow.read(Array(lines.joined().utf8))
    }

    static func deferral(
        _ id: String,
        _ recipient: String,
        _ reason: String = "connect to mx.example.net[192.0.2.1]:25: Connection refused",
        pid: Int = 4,
        delay: String = "1"
    ) -> String {
        "smtp[\(pid)]: \(id): to=<\(recipient)>, relay=none, delay=\(delay), delays=0/0/1/0, dsn=4.4.1, "
            + "status=deferred (\(reason))"
    }

    static func ended(_ id: String, _ recipient: String, _ status: String = "sent") -> String {
        "smtp[4]: \(id): to=<\(recipient)>, relay=mx.example.net[192.0.2.1]:25, delay=1, "
            + "delays=0/0/1/0, dsn=2.0.0, status=\(status) (250 ok)"
    }
}

extension FlowSnapshot {
    func code(_ text: String) -> Code? { codes.first { $0.code == text } }
    func finding(_ kind: FindingKind) -> Finding? { findings.first { $0.kind == kind.rawValue } }
}
