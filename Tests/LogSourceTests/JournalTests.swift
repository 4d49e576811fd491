import Foundation
import Glibc
import Testing

@testable import LogSource

/// What can be said of the journal without one, and with one made from an export file.
@Suite struct JournalTests {
    private let folder = TestFolder()

    @Test func `an entry becomes a line that the log's own parser reads`() {
        var block = LogBlock(capacity: 70_000)
        let entry = JournalEntry(
            microseconds: 1_793_698_141_123_456,
            user: 0,
            host: Array("mx1".utf8),
            identifier: Array("postfix/smtp".utf8),
            pid: Array("811".utf8),
            message: Array("4fX: to=<a@b.example>,\nstatus=deferred".utf8),
            cursor: ""
        )
        JournalLine.write(entry, to: &block)
        let text = String(decoding: block.bytes[..<block.count], as: UTF8.self)
        #expect(
            text == """
                2026-11-03T09:29:01.123456+00:00 mx1 postfix/smtp[811]: \
                4fX: to=<a@b.example>, status=deferred

                """
        )
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000000+00:00"),
        (951_782_400_000_001, "2000-02-29T00:00:00.000001+00:00"),
        (4_102_444_799_999_999, "2099-12-31T23:59:59.999999+00:00"),
    ])
    func `an entry has its time in UTC`(microseconds: UInt64, text: String) {
        #expect(String(decoding: JournalLine.time(microseconds), as: UTF8.self) == text)
    }

    @Test func `a cursor names the sequence and the number`() {
        let cursor = JournalCursor("s=00000000000000ff0000000000000001;i=2a;b=1;m=2;t=3;x=4")
        #expect(cursor.identity == 255)
        #expect(cursor.number == 42)
    }

    @Test func `what cannot be opened is said, as is a program without the journal`() {
        let missing = folder.file("missing.journal")
        var settings = JournalSettings()
        settings.files = [missing]
        let error: LogSourceError =
            JournalSource.isBuilt
            ? .system(path: missing, operation: "open", number: ENOENT) : .journalNotBuilt
        #expect(throws: error) { try JournalSource(settings: settings, wake: StepWake()) }
    }

    #if Journal
    /// Entries as journalctl -o export writes them.
    private func export(_ numbers: Range<Int>) -> String {
        numbers.map { number in
            """
            __CURSOR=s=c0ffee;i=\(String(number, radix: 16));b=1
            __REALTIME_TIMESTAMP=\(1_793_698_141_000_000 + number)
            __MONOTONIC_TIMESTAMP=\(1_000 + number)
            _BOOT_ID=0123456789abcdef0123456789abcdef
            _TRANSPORT=syslog
            _UID=\(number % 5 == 0 ? 1_000 : 0)
            _PID=\(700 + number)
            _HOSTNAME=mx1
            SYSLOG_FACILITY=2
            SYSLOG_IDENTIFIER=postfix/smtp
            SYSLOG_PID=\(900 + number)
            MESSAGE=line \(number)

            """
        }.joined(separator: "\n")
    }

    private func makeJournal(_ numbers: Range<Int>, _ name: String) throws {
        try Data((export(numbers) + "\n").utf8).write(
            to: URL(fileURLWithPath: folder.file("export"))
        )
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.remote)
        process.arguments = ["-o", folder.file(name), folder.file("export")]
        process.standardError = WritableFile.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    private static let remote = "/lib/systemd/systemd-journal-remote"

    private func read(_ source: JournalSource) throws -> [(FollowedBlock, String)] {
        var block = LogBlock(capacity: 70_000)
        var found: [(FollowedBlock, String)] = []
        while let delivered = try source.poll(&block) {
            found.append((delivered, String(decoding: block.bytes[..<block.count], as: UTF8.self)))
        }
        return found
    }

    @Test func `a journal is read from its cursor, and only users that are believed`() throws {
        try makeJournal(1..<21, "a.journal")
        var settings = JournalSettings()
        settings.files = [folder.file("a.journal")]
        settings.users = [0]
        settings.matches = ["SYSLOG_FACILITY=2"]
        settings.start = .beginning
        let source = try JournalSource(settings: settings, wake: StepWake())
        let all = try read(source)
        #expect(all.count == 16)
        #expect(source.disbelieved == 4)
        #expect(
            all.first?.1
                == "2026-11-03T09:29:01.000001+00:00 mx1 postfix/smtp[901]: line 1\n"
        )
        #expect(Set(all.map(\.0.offset)).count == 16)
        let again = try JournalSource(
            settings: settings,
            position: all[9].0.position,
            wake: StepWake()
        )
        #expect(try read(again).map(\.1) == all[10...].map(\.1))
        #expect(again.counts.possiblyLost == 0)
        settings.start = .now
        #expect(try read(JournalSource(settings: settings, wake: StepWake())).isEmpty)
    }

    @Test func `what comes to a journal without entries is read after a restart`() throws {
        try makeJournal(1..<4, "a.journal")
        var settings = JournalSettings()
        settings.files = [folder.file("a.journal")]
        settings.matches = ["SYSLOG_FACILITY=9"]
        let empty = try JournalSource(settings: settings, wake: StepWake())
        #expect(try read(empty).isEmpty)
        let stored = try JSONEncoder().encode(empty.position)
        settings.matches = ["SYSLOG_FACILITY=2"]
        let again = try JournalSource(
            settings: settings,
            position: JSONDecoder().decode(SourcePosition.self, from: stored),
            wake: StepWake()
        )
        #expect(try read(again).count == 3)
        #expect(again.counts.possiblyLost == 0)
    }

    @Test func `entries that were vacuumed are told of`() throws {
        try makeJournal(1..<11, "a.journal")
        try makeJournal(21..<31, "b.journal")
        var settings = JournalSettings()
        settings.start = .beginning
        settings.files = [folder.file("a.journal")]
        let first = try read(JournalSource(settings: settings, wake: StepWake()))
        settings.files = [folder.file("b.journal")]
        let source = try JournalSource(
            settings: settings,
            position: first.last?.0.position,
            wake: StepWake()
        )
        #expect(try read(source).count == 10)
        #expect(source.counts.possiblyLost == 1)
    }
    #endif
}
