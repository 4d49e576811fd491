import Deferrals
import Foundation
import History
import LogSource
import MailFlow
import Synchronization
import Testing

@testable import deferwatch

/// Following with a history, from one stop to the next.
@Suite struct LiveSessionTests {
    /// Looks once, and waits for nothing.
    private final class OneLook: WakeSource {
        let now = Duration.zero
        func watch(directory: String) -> Bool { true }
        func watch(descriptor: Int32) {}
        func forget(descriptor: Int32) {}
        func wait() -> Bool { false }
    }

    /// Looks a few times, a second apart.
    private final class SomeLooks: WakeSource {
        var now = Duration.zero
        func watch(directory: String) -> Bool { true }
        func watch(descriptor: Int32) {}
        func forget(descriptor: Int32) {}
        func wait() -> Bool {
            now += .seconds(1)
            return now < .seconds(12)
        }
    }

    private final class Listener: FollowObserver {
        var events: [FollowEvent] = []
        func followed(_ source: String, _ event: FollowEvent) { events.append(event) }
    }

    private static let bank = PatternBank()

    /// Reads what is there, and stops; what a person is told.
    private func follow(
        _ folder: Folder,
        wake: any WakeSource = OneLook()
    ) throws -> [String] {
        let keeper = HistoryKeeper(directory: folder.path + "/state")
        defer { keeper.close() }
        let listener = Listener()
        let session = try LiveSession(
            .files([folder.path + "/mail.log"], .beginning),
            bank: Self.bank,
            keeper: keeper,
            wake: wake,
            observer: listener
        )
        try session.run { _ in true }
        return listener.events.compactMap(FollowReporter.words)
    }

    private func deferrals(_ numbers: Range<Int>) -> String {
        numbers.map { number in
            "2026-11-03T09:29:01Z mail postfix/smtp[4]: 4Z5cpn3KbXz\(number): to=<u\(number)@a.example>, "
                + "relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, status=deferred (connect to "
                + "mx.a.example[192.0.2.1]:25: Connection refused)\n"
        }.joined()
    }

    @Test(arguments: [false, true])
    func `lines behind the end that a log has lost are news, wherever they stand`(
        _ isLonger: Bool
    ) throws {
        let folder = try Folder()
        try folder.write("mail.log", deferrals(10..<20))
        #expect(try follow(folder) == [])
        // A power cut took the last lines of the log, and not those of the history.
        try folder.write("mail.log", deferrals(10..<16))
        if !isLonger {
            let words = ": is shorter than when it was last read: going on at its end"
            #expect(try follow(folder) == [folder.path + "/mail.log" + words])
            #expect(try follow(folder) == [])
        }
        try folder.append("mail.log", deferrals(20..<30))
        #expect(try follow(folder).isEmpty != isLonger)
        #expect(try follow(folder) == [])
        let history = try History(readingFrom: folder.path + "/state/history.sqlite")
        var found: [String] = []
        try history.forEachEvent { found.append($0.recipient ?? "") }
        #expect(found.sorted() == (10..<30).map { "u\($0)@a.example" })
    }

    @Test func `names that are no text are the same after a restart as in an audit`() throws {
        let folder = try Folder()
        let log = folder.path + "/mail.log"
        // NUL, and bytes that are no UTF-8, in a domain and in the host.
        let names: [[UInt8]] = [[0], [0xFF], [0xFE], [0xE2, 0x84], Array("é".utf8)]
        func lines(_ numbers: Range<Int>) -> Data {
            var data = Data()
            for number in numbers {
                for (place, name) in names.enumerated() {
                    data += Data("2026-11-03T09:29:01Z mail".utf8)
                    if place == 0 { data += Data(name) }
                    data += Data(" postfix/smtp[4]: 4Z5cpn3KbX\(place)z\(number): to=<u@nul".utf8)
                    data += Data(name)
                    data += Data("x.test>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, ".utf8)
                    data += Data("status=deferred (connect to mx.nul".utf8) + Data(name)
                    data += Data("x.test[192.0.2.1]:25: Connection refused)\n".utf8)
                }
            }
            return data
        }
        var all = Data()
        for numbers in [10..<13, 13..<17] {
            all += lines(numbers)
            try all.write(to: URL(fileURLWithPath: log))
            _ = try follow(folder)
        }
        let history = try History(readingFrom: folder.path + "/state/history.sqlite")
        var stored: [DeferralEvent] = []
        try history.forEachEvent { stored.append($0) }
        let audited = Mutex<[DeferralEvent]>([])
        var settings = FlowLedger.Settings()
        settings.collectsEvents = true
        let pipeline = AuditPipeline(bank: Self.bank, threads: 1, settings: settings) { events in
            audited.withLock { $0 += events }
        }
        try pipeline.add(LogInput(path: log, firstYear: 2026, yearReference: nil))
        // Only the audit knows the file.
        let expected = audited.withLock { events in
            events.map { event in
                var event = event
                (event.file, event.line) = (nil, 0)
                return event
            }
        }
        let isSame = Set(stored) == Set(expected)
        #expect(isSame)
        #expect(stored.count == 5 * 7)
        let found = try history.state().destinations.map { destination in
            "\(destination.domain) \(destination.failures?.attempts.reduce(0, +) ?? 0)"
        }
        #expect(Set(found) == ["nul\u{FFFD}x.test 28", "nuléx.test 7"])
        #expect(found.count == 2)
    }

    @Test func `files that begin alike give the ids that an audit gives`() throws {
        let folder = try Folder()
        let banner = String(repeating: "2026-11-03T09:29:00Z mail rsyslogd: hello\n", count: 2)
        let log = folder.path + "/mail.log"
        var logs: [String] = []
        for number in 1...3 {
            let lines = deferrals(number * 200..<number * 200 + 120)
            try folder.write("mail.log", banner + lines)
            _ = try follow(folder, wake: SomeLooks())
            // The rest is read from the rotated file.
            try folder.append("mail.log", deferrals(number * 200 + 120..<number * 200 + 125))
            logs.append("\(log)-2026110\(number)")
            try FileManager.default.moveItem(atPath: log, toPath: logs[number - 1])
        }
        try folder.write("mail.log", banner + deferrals(10..<12))
        _ = try follow(folder, wake: SomeLooks())
        var stored: [String] = []
        try History(readingFrom: folder.path + "/state/history.sqlite")
            .forEachEvent { stored.append($0.id) }
        let audited = Mutex<[String]>([])
        var settings = FlowLedger.Settings()
        settings.collectsEvents = true
        let pipeline = AuditPipeline(bank: Self.bank, threads: 2, settings: settings) { events in
            audited.withLock { $0 += events.map(\.id) }
        }
        for path in logs + [log] {
            try pipeline.add(LogInput(path: path, firstYear: 2026, yearReference: nil))
        }
        let isSame = stored.sorted() == audited.withLock { $0.sorted() }
        #expect(isSame)
        #expect(Set(stored).count == 3 * 125 + 2)
    }
}
