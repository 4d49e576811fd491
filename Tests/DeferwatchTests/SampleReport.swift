import Deferrals
import Foundation
import MailFlow
import Synchronization
import Testing

@testable import deferwatch

/// A small report in which every list has an element.
enum SampleReport {
    /// Texts of a log whose authors mean harm.
    static let hostile =
        "\u{1B}[2J\u{9B}31m\u{202E}evil\u{2028}<script>alert('x')</script> | `rm` [a](http://b) "
        + "@team =cmd|' /C calc'!A0 \u{FEFF}\u{0}\r\n\t\u{E0041}\"end\" & done"

    static func snapshot(
        domain: String = "example.com",
        reason: String = "connect to mx1.example.com[192.0.2.1]:25: Connection refused",
        recipient: String = "alice@example.com",
        sender: String = "bob@example.org"
    ) throws -> FlowSnapshot {
        var snapshot = try JSONDecoder().decode(FlowSnapshot.self, from: Data(json.utf8))
        snapshot.destinations[0].domain = domain
        snapshot.destinations[0].lastReason = reason
        snapshot.unclassified.samples[0].reason = reason
        snapshot.findings[0].example = reason
        snapshot.waiting.oldest[0].recipient = recipient
        snapshot.waiting.oldest[0].sender = sender
        return snapshot
    }

    static func report(
        _ snapshot: FlowSnapshot,
        _ language: Language = .english,
        file: String = "mail.log"
    ) -> Report {
        var report = Report(
            snapshot: snapshot,
            sources: [.init(file: file, yearReference: "gzip's header", lines: 12)]
        )
        report.language = language
        report.limitHits = [.init(pattern: "own.slow", count: 3)]
        report.filter = "since 2026-11-03"
        let advisor = Advisor(
            own: OwnDomains(["example.com"]),
            language: language,
            showsAddresses: true
        )
        report.advice = advisor.entries(for: snapshot)
        return report
    }

    /// The report in every form for people, and as JSON.
    static func forms(_ report: Report) throws -> [(name: String, text: String)] {
        let style = Style(isColored: false)
        return [
            ("text", TextReport(report, style: style, width: 100).text()),
            ("html", HTMLReport(report).text()),
            ("markdown", MarkdownReport(report).text()),
            ("json", try JSONReport.text(report)),
        ]
    }

    /// A deferral with every field filled, as the pipeline reads it.
    static func event() throws -> DeferralEvent {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "event-\(UUID().uuidString)").path
        try Data(log.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        var settings = FlowLedger.Settings()
        settings.collectsEvents = true
        let found = Mutex<[DeferralEvent]>([])
        let pipeline = AuditPipeline(bank: PatternBank(), threads: 1, settings: settings) {
            events in
            found.withLock { $0 += events }
        }
        try pipeline.add(LogInput(path: path, firstYear: 2026, yearReference: nil))
        return try #require(found.withLock { $0.first })
    }

    private static let log = """
        2026-11-03T09:04:17+01:00 mx postfix/cleanup[6]: 4BXYZ: message-id=<1@mx>
        2026-11-03T09:04:17+01:00 mx postfix/qmgr[5]: 4BXYZ: from=<bob@example.org>, size=9, \
        nrcpt=1 (queue active)
        2026-11-03T09:04:17+01:00 mx postfix/smtp[7]: connect to mx2.example.com[192.0.2.2]:25: \
        Connection refused
        2026-11-03T09:04:18+01:00 mx postfix/smtp[7]: 4BXYZ: to=<alice@example.com>, \
        orig_to=<al@example.com>, relay=mx1.example.com[192.0.2.1]:25, delay=3.5, \
        delays=0.1/0/3/0.4, dsn=4.2.0, status=deferred (host mx1.example.com[192.0.2.1] said: \
        450 4.2.0 <alice@example.com> Greylisted (in reply to RCPT TO command))

        """

    private static let json = """
        {"schema":"deferwatch.audit/1","failingDestinations":2,
        "commonServer":{"host":"mx1.example.com","destinations":2,"attempts":190},
        "totals":{"lines":12,"unreadable":1,"relevant":9,"attempts":250,"sent":20,"deferred":200,
        "bounced":25,"expired":5,"suspended":3,"softBounced":1,"messages":90,"recipients":95,
        "messageIds":80,"deferredMessages":60,"deferredRecipients":65,"closedUnknown":2,
        "textsDropped":1,"first":1793696657,"last":1793809955,"offsetMinutes":60},
        "codes":[{"code":"4.4.316","attempts":150,"messages":40,"recipients":41,
        "kinds":[{"origin":"network","category":null,"attempts":150,"destination":null,"server":null}],
        "refinements":[{"refinement":"certificate-expired","origin":"remote","attempts":1}]},
        {"code":"other","attempts":50,"messages":20,"recipients":24,
        "kinds":[{"origin":"remote","category":"greylisted","attempts":50,"destination":"example.com","server":null}],"refinements":[]}],
        "destinations":[{"domain":"","provider":"Gmail","server":"mx1.example.com[192.0.2.1]:25",
        "attempts":110,"suspended":3,"messages":40,"recipients":41,"waiting":10,"sent":2,
        "bounced":1,"codes":{"4.4.316":110},"lastCode":"4.4.316","lastReason":"",
        "firstFailure":1793696657,"lastFailure":1793809305,"lastSuccess":null}],
        "providers":[{"name":"Gmail","destinations":1,"attempts":150,"waiting":10,"sent":2}],
        "waiting":{"messages":9,"recipients":10,"held":1,"olderThanDay":2,"oldestNotHeld":1793696657,
        "oldest":[{"queueId":"4BXYZ","arrived":1793696657,"sender":null,"recipient":"",
        "recipients":2,"code":"4.4.316"}]},
        "fates":{"sent":30,"bounced":4,"expired":5,"deleted":1},
        "recovery":{"recipients":30,"meanSeconds":600,"longestSeconds":7300},
        "timeline":[{"start":1793696400,"sent":10,"bounced":1,"deferred":{"4.4.316":90,"other":50}},
        {"start":1793808000,"sent":10,"bounced":1,"deferred":{"4.4.316":60}}],
        "patterns":[{"id":"connect.refused","attempts":150}],
        "unclassified":{"attempts":4,"samples":[{"reason":"","attempts":4}]},
        "findings":[{"kind":"no-space","count":2,"first":1793696657,"last":1793809955,"worst":0,
        "example":""}],
        "outages":[{"first":1793696657,"last":1793809000,"destinations":34,"kind":"dns","sent":2}]}
        """
}
