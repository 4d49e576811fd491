import Foundation
import MailFlow
import Testing

@testable import Dashboard

/// /metrics: a snapshot in, the text that Prometheus reads out.
@Suite struct MetricsTextTests {
    private static func lines(_ snapshot: ServiceSnapshot, of metric: Metric) -> String {
        snapshot.metricsText.split(separator: "\n").filter {
            $0.hasPrefix(metric.rawValue + "{") || $0.hasPrefix(metric.rawValue + " ")
                || $0.hasPrefix(metric.rawValue + "_")
        }.joined(separator: "\n")
    }

    @Test(arguments: [
        (Metric.buildInfo, #"deferwatch_build_info{version="0.1.0"} 1"#),
        (.startTime, "deferwatch_start_time_seconds 1000"),
        (.reloadSuccessful, "deferwatch_config_last_reload_successful 1"),
        (
            .deferrals,
            """
            deferwatch_deferrals_total{code="4.4.312",service="postfix/smtp"} 0
            deferwatch_deferrals_total{code="4.4.315",service="postfix/smtp"} 0
            deferwatch_deferrals_total{code="4.4.316",service="postfix/relay/smtp"} 2
            deferwatch_deferrals_total{code="4.4.316",service="postfix/smtp"} 7
            deferwatch_deferrals_total{code="4.4.317",service="postfix/smtp"} 0
            deferwatch_deferrals_total{code="4.4.318",service="postfix/smtp"} 0
            deferwatch_deferrals_total{code="4.7.320",service="postfix/smtp"} 0
            deferwatch_deferrals_total{code="other",service="postfix/smtp"} 0
            """
        ),
        (
            .deliveries,
            """
            deferwatch_deliveries_total{status="sent"} 90
            deferwatch_deliveries_total{status="deferred"} 9
            deferwatch_deliveries_total{status="bounced"} 1
            deferwatch_deliveries_total{status="expired"} 0
            """
        ),
        (
            .rowTime,
            #"""
            deferwatch_rule_match_seconds_total{rule="acme.\"learning"} 0.0000015
            deferwatch_rule_match_seconds_total{rule="shipped"} 2.5
            """#
        ),
        (
            .lines,
            """
            deferwatch_lines_total{result="matched"} 100
            deferwatch_lines_total{result="ignored"} 17
            deferwatch_lines_total{result="unparsed"} 3
            """
        ),
        (.tailBytes, #"deferwatch_tail_bytes_total{source="/var/log/mail.log"} 4096"#),
        (
            .tailRotations,
            """
            deferwatch_tail_rotations_total{kind="renamed"} 1
            deferwatch_tail_rotations_total{kind="truncated"} 0
            """
        ),
        (
            .openSeconds,
            #"deferwatch_destination_open_seconds{destination="dead.example"} 1000"#
        ),
        (
            .policyRequests,
            """
            deferwatch_policy_requests_total{action="DEFER_IF_PERMIT",mode="enforce",rule="down"} 2
            deferwatch_policy_requests_total{action="DUNNO",mode="",rule=""} 40
            """
        ),
        (
            .policyWould,
            #"deferwatch_policy_would_actions_total{action="DEFER",rule="watch"} 5"#
        ),
        (
            .policyDuration,
            """
            deferwatch_policy_duration_seconds_bucket{le="0.0001"} 30
            deferwatch_policy_duration_seconds_bucket{le="0.001"} 40
            deferwatch_policy_duration_seconds_bucket{le="1"} 42
            deferwatch_policy_duration_seconds_bucket{le="+Inf"} 42
            deferwatch_policy_duration_seconds_sum 0.0125
            deferwatch_policy_duration_seconds_count 42
            """
        ),
    ])
    func `each metric is written as documented`(metric: Metric, text: String) {
        #expect(text == Self.lines(.sample, of: metric))
    }

    @Test func `all metrics are there, typed and explained, and nothing else`() throws {
        for snapshot in [ServiceSnapshot(), .sample] {
            let page = try ExpositionParser(snapshot.metricsText)
            #expect(Set(Metric.allCases.map(\.rawValue)) == Set(page.families.keys))
            for metric in Metric.allCases {
                #expect(metric.kind.rawValue == page.families[metric.rawValue]?.kind)
            }
        }
    }

    @Test func `a healthy destination is one that does not fail`() throws {
        let page = try ExpositionParser(ServiceSnapshot.sample.metricsText)
        #expect(7 == page.value("deferwatch_destinations", ["state": "healthy"]))
        #expect(2 == page.value("deferwatch_destinations", ["state": "degraded"]))
    }

    @Test(arguments: [
        "a\"} 1\ndeferwatch_build_info{version=\"x", "back\\slash", "\\\"", "new\nline",
        "é.example",
        "{}", "# HELP x", "",
    ])
    func `a hostile name stays in its label`(domain: String) throws {
        var snapshot = ServiceSnapshot.sample
        snapshot.open = [.init(domain: domain, state: "down", since: 4_999)]
        let page = try ExpositionParser(snapshot.metricsText)
        #expect(1 == page.value("deferwatch_destination_open_seconds", ["destination": domain]))
        #expect(1 == page.families["deferwatch_build_info"]?.samples.count)
    }

    @Test func `control characters and long names are no way around the bound`() throws {
        var snapshot = ServiceSnapshot.sample
        snapshot.open = [
            .init(
                domain: "\u{1B}[2J\r" + String(repeating: "x", count: 9_999),
                state: "down",
                since: 0
            )
        ]
        #expect(!snapshot.metricsText.contains("\u{1B}") && !snapshot.metricsText.contains("\r"))
        #expect(snapshot.metricsText.utf8.count < 20_000)
    }

    @Test func `a thousand dead destinations are twenty-one series`() throws {
        var snapshot = ServiceSnapshot.sample
        snapshot.open = (0..<1_000).map {
            .init(domain: "d\($0).example", state: "down", since: Int64($0))
        }
        let page = try ExpositionParser(snapshot.metricsText)
        let series = page.families["deferwatch_destination_open_seconds"]?.samples
        #expect(21 == series?.count)
        #expect(
            4_980 == page.value("deferwatch_destination_open_seconds", ["destination": "other"])
        )
    }

    @Test func `docs/metrics.md lists the metrics as they are`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(
            contentsOf: root.appending(path: "docs/metrics.md"),
            encoding: .utf8
        )
        for metric in Metric.allCases {
            let labels = metric.labels.map { "`\($0)`" }.joined(separator: ", ")
            let row =
                "| `\(metric.rawValue)` | \(metric.kind.rawValue) | \(labels) | \(metric.help) |"
            #expect(text.contains(row), "docs/metrics.md lacks: \(row)")
        }
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `deferwatch_") }
        #expect(rows.count == Metric.allCases.count)
    }
}
