import Deferrals
import Foundation
import FoundationXML
import MailFlow
import Testing

@testable import deferwatch

/// HTML and Markdown hold together whatever the log says.
@Suite struct PageTests {
    private static func hostileReport(_ language: Language = .english) throws -> Report {
        let text = SampleReport.hostile
        let snapshot = try SampleReport.snapshot(
            domain: text,
            reason: text,
            recipient: text,
            sender: text
        )
        return SampleReport.report(snapshot, language, file: text)
    }

    @Test(arguments: Language.allCases)
    func `the HTML page is well-formed`(language: Language) throws {
        let page = try HTMLReport(Self.hostileReport(language)).text()
        let parser = XMLParser(data: Data(page.utf8))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }

    @Test func `the HTML page needs no script and no network`() throws {
        let page = try HTMLReport(Self.hostileReport()).text()
        for sign in [
            "<script", " src=", " href=", "url(", "@import", " onload", "<iframe", "<link",
        ] {
            #expect(!page.contains(sign), "\(sign)")
        }
        #expect(page.contains("default-src 'none'"))
    }

    @Test func `the HTML page draws codes and time`() throws {
        let page = try HTMLReport(SampleReport.report(SampleReport.snapshot())).text()
        #expect(page.contains("<svg class=\"bar\""))
        #expect(page.contains("<svg class=\"time\""))
        #expect(page.contains("prefers-color-scheme:dark"))
    }

    @Test(arguments: Language.allCases)
    func `every row of a Markdown table has the columns of its head`(language: Language) throws {
        let text = try MarkdownReport(Self.hostileReport(language)).text()
        var columns: Int?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("|") else {
                columns = nil
                continue
            }
            let count = line.replacing("\\|", with: "").filter { $0 == "|" }.count
            #expect((columns ?? count) == count, "\(line)")
            columns = count
        }
    }

    @Test func `Markdown from the log stands in code spans only`() throws {
        let text = try MarkdownReport(Self.hostileReport()).text()
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "`", omittingEmptySubsequences: false)
            guard !line.hasPrefix("   ") else { continue }
            #expect(parts.count % 2 == 1, "\(line)")
            for outside in stride(from: 0, to: parts.count, by: 2) {
                #expect(!parts[outside].replacing("\\<", with: "").contains("<"), "\(line)")
                #expect(!parts[outside].contains("](http"), "\(line)")
            }
        }
    }

    @Test func `a log without deferrals still is a page`() throws {
        var report = try SampleReport.report(SampleReport.snapshot())
        report.snapshot.totals.deferred = 0
        report.snapshot.codes = []
        report.snapshot.destinations = []
        report.snapshot.timeline = []
        let page = HTMLReport(report).text()
        #expect(XMLParser(data: Data(page.utf8)).parse())
        #expect(page.contains("No deferred mail"))
        #expect(MarkdownReport(report).text().contains("No deferred mail"))
    }
}
