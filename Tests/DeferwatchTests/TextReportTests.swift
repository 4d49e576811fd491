import Deferrals
import MailFlow
import Testing

@testable import deferwatch

@Suite struct TextReportTests {
    private static func text(_ report: Report, width: Int = 80, isColored: Bool = false) -> String {
        TextReport(report, style: Style(isColored: isColored), width: width).text()
    }

    @Test func `a time of any number is printed`() {
        #expect("1969-12-31 23:59:59" == TimeText.civil(-1))
        #expect("1969-12-31 00:00:00" == TimeText.civil(-86_400))
        #expect(TimeText.civil(.max).hasSuffix("-12-04 15:30:07"))
        #expect(TimeText.civil(.min).hasSuffix("-01-27 08:29:52"))
    }

    @Test(arguments: [72, 80, 100], Language.allCases)
    func `no line is wider than the screen`(width: Int, language: Language) throws {
        let wide = String(repeating: "日本語.", count: 40) + SampleReport.hostile
        let snapshot = try SampleReport.snapshot(
            domain: wide,
            reason: wide,
            recipient: wide,
            sender: wide
        )
        var report = SampleReport.report(snapshot, language, file: wide)
        // Commands are pasted, so they stay whole.
        report.advice = report.advice.map { entry in
            var entry = entry
            entry.guidance.fixesOwn = entry.guidance.fixesOwn.map { Fix($0.text) }
            entry.guidance.fixesPartner = entry.guidance.fixesPartner.map { Fix($0.text) }
            return entry
        }
        for line in Self.text(report, width: width).split(separator: "\n") {
            #expect(width >= line.displayWidth, "\(line)")
        }
    }

    @Test func `an ordinary log fits a screen of 24 lines`() throws {
        var report = try SampleReport.report(SampleReport.snapshot())
        report.advice = []
        report.limitHits = []
        report.filter = nil
        report.snapshot.findings = []
        report.snapshot.outages = []
        report.snapshot.commonServer = nil
        report.snapshot.unclassified.attempts = 0
        report.snapshot.totals.closedUnknown = 0
        report.snapshot.totals.textsDropped = 0
        report.snapshot.totals.unreadable = 0
        let lines = Self.text(report).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(24 >= lines.count)
    }

    @Test func `a reason that all destinations have is printed once`() throws {
        var report = try SampleReport.report(SampleReport.snapshot())
        let row = try #require(report.snapshot.destinations.first)
        report.snapshot.destinations = [row, row, row]
        for index in 0..<3 {
            report.snapshot.destinations[index].lastCode = "4.4.318"
            report.snapshot.destinations[index].lastReason = "hung up, \(index)"
        }
        #expect(Self.text(report).ranges(of: "   4.4.318  hung up, ").count == 3)
        for index in 0..<3 { report.snapshot.destinations[index].lastReason = "hung up" }
        let text = Self.text(report)
        #expect(text.ranges(of: "hung up").count == 1)
        #expect(text.contains("   4.4.318  all of them: hung up\n"))
    }

    @Test func `the first line names this machine when everything fails alike`() throws {
        let text = try Self.text(SampleReport.report(SampleReport.snapshot()))
        #expect(text.hasPrefix("This machine's resolver is the likely cause: 34 destinations"))
    }

    @Test func `an outage that is long over is not what the first line says`() throws {
        var report = try SampleReport.report(SampleReport.snapshot())
        let end = try #require(report.snapshot.totals.last)
        report.snapshot.outages[0].last = end - 3_599
        #expect(Headline(report).sentence.hasPrefix("This machine's resolver"))
        report.snapshot.outages[0].last = end - 3_600
        #expect(!Headline(report).sentence.contains("resolver"))
    }

    @Test func `what waits is named where most of it is for one destination`() throws {
        var report = try SampleReport.report(SampleReport.snapshot())
        let index = try #require(report.snapshot.destinations.indices.last)
        let domain = report.snapshot.destinations[index].domain
        report.snapshot.waiting.recipients = 30
        report.snapshot.waiting.messages = 20
        report.snapshot.destinations[index].waiting = 29
        #expect(Headline(report).sentence.contains(": 20 messages, most for \(domain)"))
        report.snapshot.destinations[index].waiting = 30
        #expect(Headline(report).sentence.contains(": 20 messages, all for \(domain)"))
        report.snapshot.waiting.messages = 1
        #expect(Headline(report).sentence.contains(": 1 message, for \(domain)"))
        for index in report.snapshot.destinations.indices {
            report.snapshot.destinations[index].waiting = report.snapshot.waiting.recipients / 2
        }
        #expect(!Headline(report).sentence.contains("most for"))
    }

    @Test func `what a filter leaves out may wait still`() throws {
        var report = try SampleReport.report(SampleReport.snapshot())
        report.snapshot.waiting.messages = 0
        report.filter = "since 2026-11-03 09:00:00"
        #expect(Headline(report).sentence.hasSuffix("None of it waits any more."))
        report.filter = nil
        #expect(Headline(report).sentence.hasSuffix("Nothing waits any more."))
    }

    @Test func `the first line names the destination that has most deferrals`() throws {
        var report = try SampleReport.report(SampleReport.snapshot())
        report.snapshot.outages = []
        report.snapshot.destinations[0].attempts = 150
        let expected = "Mostly example.com (75\u{A0}% of deferrals): Connection refused (4.4.316)."
        #expect(expected == Headline(report).sentence.prefix(expected.count))
    }

    @Test func `the first line names the one server that all of it was to go through`() throws {
        var report = try SampleReport.report(SampleReport.snapshot())
        report.snapshot.outages = []
        #expect(
            Headline(report).sentence.contains(" to 2 destinations, all through mx1.example.com.")
        )
        report.snapshot.failingDestinations = 3
        #expect(Headline(report).sentence.contains(", nearly all through mx1.example.com."))
        report.snapshot.commonServer?.host = "mx1.example.com\u{1B}[2J"
        #expect(!Headline(report).sentence.contains("through"))
    }

    @Test func `the first line says that the cause is here`() throws {
        var report = try SampleReport.report(SampleReport.snapshot())
        report.snapshot.outages = []
        report.snapshot.codes[0].kinds[0].origin = "local"
        #expect(Headline(report).sentence.hasPrefix("The cause is on this machine (75\u{A0}%"))
        report.snapshot.codes[0].kinds[0].category = "unclassified"
        #expect(!Headline(report).sentence.contains("this machine"))
    }

    @Test func `a finding is told with its times`() throws {
        var report = try SampleReport.report(SampleReport.snapshot())
        let (first, last) = (report.snapshot.findings[0].first, report.snapshot.findings[0].last)
        let span = report.time(first) + " – " + report.time(last)
        for form in try SampleReport.forms(report) where form.name != "json" {
            #expect(form.text.contains(span), "\(form.name)")
        }
        report.snapshot.findings[0].last = first
        #expect(Self.text(report, width: 120).contains("(2×), \(report.time(first))\n"))
    }

    @Test func `a log without deferrals is one line`() throws {
        var report = try SampleReport.report(SampleReport.snapshot())
        report.snapshot.totals.deferred = 0
        report.snapshot.findings = []
        report.snapshot.totals.unreadable = 0
        report.snapshot.totals.closedUnknown = 0
        report.snapshot.totals.textsDropped = 0
        report.filter = nil
        report.limitHits = []
        #expect("No deferred mail: 250 attempts, 20 delivered.\n" == Self.text(report))
    }

    @Test func `findings are told where nothing was deferred`() throws {
        var report = try SampleReport.report(SampleReport.snapshot())
        report.snapshot.totals.deferred = 0
        #expect(Self.text(report, width: 100).contains("But: The disk of the mail queue is full"))
    }

    @Test func `what is missing from the figures is said`() throws {
        let text = try Self.text(SampleReport.report(SampleReport.snapshot()), width: 100)
        #expect(text.contains("Unclassified: 4 of 200 deferrals"))
        #expect(text.contains("own.slow 3×"))
        #expect(text.contains("2 messages left the log without an end"))
        #expect(text.contains("Of 12 lines, 1 could not be read"))
    }

    @Test func `the first expiry follows from the queue lifetime, and EOP's is named`() throws {
        var report = try SampleReport.report(SampleReport.snapshot())
        report.queueLifetime = 172_800
        #expect(
            "The first expires 11-05 09:04, in 16 h 31 min (lifetime 2 d)."
                == report.expiryLines[0]
        )
        #expect(
            "Over the 24 h of Exchange Online (EOP): 2."
                == report.expiryLines[1]
        )
    }

    @Test func `a Turkish report has Turkish words`() throws {
        let text = try Self.text(SampleReport.report(SampleReport.snapshot(), .turkish), width: 100)
        #expect(text.hasPrefix("Olası neden bu makinenin DNS çözümleyicisi"))
        #expect(text.contains("Bağlantı reddedildi"))
        #expect(text.contains("gzip başlığı"))
        for word in ["Waiting", "Connection", "attempts", "deferred", "Likely"] {
            #expect(!text.replacing("Connection refused\n", with: "").contains(word), "\(word)")
        }
    }

    @Test func `colour is only where it is asked for`() throws {
        let report = try SampleReport.report(SampleReport.snapshot())
        #expect(!Self.text(report).contains("\u{1B}"))
        #expect(Self.text(report, isColored: true).contains("\u{1B}[1;31m"))
        #expect(ColorChoice.auto.isOn(isTerminal: true, environment: [:]))
        #expect(!ColorChoice.auto.isOn(isTerminal: true, environment: ["NO_COLOR": "1"]))
        #expect(!ColorChoice.auto.isOn(isTerminal: false, environment: [:]))
        #expect(ColorChoice.always.isOn(isTerminal: false, environment: ["NO_COLOR": "1"]))
    }

    @Test func `advice is filled for the top destination and knows our own`() throws {
        let report = try SampleReport.report(SampleReport.snapshot())
        let entry = try #require(report.advice.first)
        #expect("example.com" == entry.destination)
        #expect(entry.isOwn)
        #expect(entry.fixes.flatMap(\.commands).contains("postqueue -i 4BXYZ"))
    }
}
