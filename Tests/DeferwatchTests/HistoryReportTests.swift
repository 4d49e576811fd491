import Deferrals
import Foundation
import Testing

@testable import History
@testable import deferwatch

@Suite struct HistoryReportTests {
    private static let counts = HistoryReport(
        by: "destination",
        rows: .counts([
            HistoryCount(name: "example.com", events: 1_200, echoes: 30),
            HistoryCount(name: "evil\u{1B}[2J.example", events: 7, echoes: 0),
            HistoryCount(name: nil, events: 1, echoes: 0),
        ])
    )

    private static let series = HistoryReport(
        by: "hour",
        rows: .stretches(
            [
                HistoryPoint(time: 1_793_696_400, code: .connectionRefused, events: 3, echoes: 1),
                HistoryPoint(time: 1_793_696_400, code: .other, events: 5, echoes: 0),
                HistoryPoint(time: 1_793_703_600, code: .other, events: 4, echoes: 0),
            ],
            .hour
        )
    )

    @Test func `counts are a table, most first as they come`() {
        #expect(
            Self.counts.text(width: 80) == """
                Deferrals  No attempt
                     1200          30  example.com
                        7           0  evil\\u{1b}[2J.example
                        1           0  unknown

                """
        )
    }

    @Test func `a series has a line for each stretch, with a bar and its codes`() {
        #expect(
            Self.series.text(width: 80) == """
                From (UTC)        Deferrals                        By code
                2026-11-03 09:00          8  ████████████████████  other 5, 4.4.316 3
                2026-11-03 11:00          4  ██████████            other 4

                """
        )
    }

    @Test func `nothing found is said`() {
        let empty = HistoryReport(by: "code", rows: .counts([]))
        #expect(empty.text(width: 80) == "No deferrals in that time.\n")
    }

    @Test func `JSON has the same numbers`() throws {
        struct Document: Decodable {
            struct Stretch: Decodable {
                struct Code: Decodable { var code: String; var deferrals: Int }
                var from: String
                var deferrals: Int
                var suspended: Int
                var codes: [Code]
            }
            var schema: String
            var by: String
            var series: [Stretch]
        }
        let found = try JSONDecoder().decode(Document.self, from: Data(Self.series.json().utf8))
        #expect(found.schema == "deferwatch.history/1" && found.by == "hour")
        #expect(found.series.map(\.from) == ["2026-11-03T09:00:00Z", "2026-11-03T11:00:00Z"])
        #expect(found.series.map(\.deferrals) == [8, 4])
        #expect(found.series[0].suspended == 1 && found.series[0].codes.map(\.deferrals) == [3, 5])
    }
}
