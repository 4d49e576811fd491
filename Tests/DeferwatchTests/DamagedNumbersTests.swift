import Deferrals
import Foundation
import History
import LogSource
import MailFlow
import PostfixLog
import Testing

@testable import deferwatch

/// State of an earlier run with numbers that nothing has stored.
@Suite(.serialized) struct DamagedNumbersTests {
    private static let values = [
        "9223372036854775807", "-9223372036854775808", "4294967295", "-1", "1125899906842624",
        "-1125899906842623",
    ]

    /// Every kind of thing that is kept: an outage of many, a limited rate, aliases, findings, notes of
    /// a process, ends of all kinds; with and without a year.
    private static var lines: [String] {
        let stamp = TimeText.rfc3339(DaemonClock.wall - 1_500, offsetMinutes: 0)
        func line(_ service: String, _ text: String) -> String {
            "\(stamp) mail postfix/\(service)[4711]: \(text)"
        }
        func deferred(_ number: Int, _ dsn: String, _ reason: String) -> String {
            line(
                "smtp",
                "\(4_000 + number)ABCD: to=<u@d\(number).example>, orig_to=<a@alias.example>, "
                    + "relay=none, delay=1, delays=0/0/1/0, dsn=\(dsn), status=deferred (\(reason))"
            )
        }
        var lines = (0..<12).map { number in
            deferred(
                number,
                "4.4.1",
                "connect to mx\(number).example[192.0.2.\(number)]:25: Connection timed out"
            )
        }
        lines += [
            line(
                "qmgr",
                "warning: mail for d1.example is using up 4001 of 5000 active queue entries"
            ),
            line(
                "smtp",
                "warning: TLS library problem: error:0A000086:SSL routines::certificate "
                    + "verify failed:../ssl/statem/statem_clnt.c:1889:"
            ),
            deferred(20, "4.7.5", "Cannot start TLS: handshake failure"),
            deferred(21, "4.0.0", "host mx.d21.example[192.0.2.21] said: 450 4.0.0 Ffgh jkl"),
            deferred(
                22,
                "4.7.0",
                "host mx.d22.example[192.0.2.22] said: 421 4.7.0 Too many "
                    + "messages from your address, rate limited, slow down"
            ),
            line(
                "smtp",
                "4021ABCD: to=<u@d21.example>, relay=mx.d21.example[192.0.2.21]:25, "
                    + "delay=900, delays=0/0/1/0, dsn=2.0.0, status=sent (250 2.0.0 Ok)"
            ),
            line(
                "smtp",
                "4022ABCD: to=<u@d23.example>, relay=mx.d21.example[192.0.2.21]:25, "
                    + "delay=9, delays=0/0/1/0, dsn=5.0.0, status=bounced (host said: 550 5.1.1 no)"
            ),
            line("qmgr", "4020ABCD: from=<s@s.example>, status=expired, returned to sender"),
            "Feb 28 23:59:58 mail postfix/smtp[4712]: 5000ABCD: to=<u@e.example>, relay=none, "
                + "delay=1, delays=0/0/1/0, dsn=4.4.3, status=deferred (Host or domain name not "
                + "found. Name service error for name=e.example type=MX: Host not found, try again)",
        ]
        return lines + LogLines.outage(of: "dead.example")
            + [line("smtp", "connect to mx1.later.example[192.0.2.77]:25: Connection refused")]
    }

    /// What a daemon leaves behind that has seen all of it, and orders of its operator.
    private func stored() async throws -> [String: [UInt8]] {
        let folder = try Folder()
        let daemon = try await RunningDaemon(folder, config: RunningDaemon.enforcing)
        try await daemon.log(Self.lines)
        for verb in [ControlRequest.Verb.force, .refuse] {
            let order = ControlRequest(
                verb: verb,
                destination: "\(verb.rawValue)d.example",
                verdict: "down",
                seconds: 60
            )
            #expect(nil == (try daemon.control(order)).error)
        }
        #expect(0 == (try await daemon.stop()))
        return try History(readingFrom: folder.path + "/state/history.sqlite").state().states
    }

    /// The places of whole numbers outside of texts.
    private static func numbers(in row: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var (isText, place) = (false, 0)
        func isDigit(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte &- 48 < 10 }
        while place < row.count {
            let start = place
            if row[place] == UInt8(ascii: "\"") { isText.toggle() }
            while !isText, place < row.count, isDigit(row[place]) { place += 1 }
            // A word of letters that ends with digits is none.
            let follows = start == 0 || ":,[ \n".utf8.contains(row[start - 1])
            if place > start, follows, row[start..<place] != [UInt8(ascii: "-")] {
                found.append(start..<place)
            }
            place = max(place, start + 1)
        }
        return found
    }

    /// Three rows of each kind: of hours and destinations there are many, all alike.
    private static func someRows(_ states: [String: [UInt8]]) -> [String] {
        var counts: [String: Int] = [:]
        return states.keys.sorted().filter { key in
            let words = key.split(separator: ":").prefix(key.hasPrefix("health:") ? 2 : 1)
            let kind = words.joined(separator: ":")
            counts[kind, default: 0] += 1
            return kind == "ledger" || counts[kind, default: 0] <= 3
        }
    }

    /// A program that goes on from a history: what traps ends the test.
    private struct Program: ~Copyable {
        let bank: PatternBank
        private let tape: FlowTape
        private let block: LogBlock

        init() throws {
            let bank = try PatternOptions.bank(of: [])
            let log = Array((DamagedNumbersTests.lines.joined(separator: "\n") + "\n").utf8)
            var block = LogBlock(capacity: log.count)
            block.bytes.replaceSubrange(0..<log.count, with: log)
            block.count = log.count
            var reader = FlowReader(classifier: try DeferralClassifier(bank: bank))
            var tape = FlowTape()
            reader.read(block.bytes.span, 0..<log.count, into: &tape)
            self.bank = bank
            self.block = block
            self.tape = tape
        }

        func goOn(_ resumption: Resumption) throws {
            var settings = FlowLedger.Settings()
            settings.collectsEvents = true
            settings.collectsEnds = true
            settings.collectsChanges = true
            settings.collectsSuccesses = true
            var ledger = FlowLedger(bank: bank, firstYear: 1970, settings: settings)
            if let stored = resumption.ledger { ledger.restore(stored) }
            if let clock = resumption.clocks.values.first { ledger.yearClock = clock }
            ledger.add(
                tape,
                block.bytes.span,
                at: BlockPosition(file: "log", identity: 1, offset: 0, line: 1)
            )
            _ = ledger.snapshot(top: 10)
            _ = ledger.takeChanges()
            let desk = HealthDesk(settings: HealthSettings(), queueLifetime: 432_000)
            desk.restore(resumption)
            let gain = LiveFlow.Gain(
                events: ledger.takeEvents(),
                ends: ledger.takeEnds(),
                successes: ledger.takeSuccesses(),
                warnings: ledger.takeWarnings(),
                holds: ledger.takeHolds()
            )
            _ = desk.record(gain)
            _ = try desk.force("d1.example", .down, for: 60)
            _ = desk.release("dead.example")
            for (domain, _) in desk.troubled() { _ = desk.standing(of: domain) }
            _ = desk.takeChanges()
            _ = ledger.snapshot(top: 10)
        }
    }

    @Test func `no number in the stored state ends who goes on with it`() async throws {
        let states = try await stored()
        let rows = Self.someRows(states)
        for kind in [
            "ledger:sums", "ledger:place", "hour:", "notes:", "health:d", "health:w", "word:",
        ] { #expect(rows.contains { $0.hasPrefix(kind) }, "no \(kind)") }
        let history = try History.inMemory()
        let program = try Program()
        var tried = 0
        for key in rows {
            let sound = try #require(states[key])
            for number in Self.numbers(in: sound) {
                for value in Self.values {
                    var batch = HistoryBatch()
                    batch.states = states
                    batch.states[key] = Array(sound)
                    batch.states[key]?.replaceSubrange(number, with: value.utf8)
                    try history.store(batch)
                    try program.goOn(try Resumption(history))
                    tried += 1
                }
            }
        }
        #expect(tried > 500)
    }
}
