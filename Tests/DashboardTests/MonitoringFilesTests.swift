import Foundation
import Testing

@testable import Dashboard

/// The files for other people's monitoring know only metrics and labels that there are.
@Suite struct MonitoringFilesTests {
    private static var folder: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "postfix/monitoring")
    }

    private static let series: Set<String> = Set(
        Metric.allCases.flatMap { metric in
            metric.kind == .histogram
                ? ["_bucket", "_sum", "_count"].map { metric.rawValue + $0 } : [metric.rawValue]
        }
    )

    /// Words that begin as our metrics do.
    private static func names(_ text: String) -> Set<String> {
        let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        return Set(words.map(String.init).filter { $0.hasPrefix("deferwatch_") })
    }

    @Test(arguments: ["prometheus-rules.yml", "grafana-dashboard.json"])
    func `every metric that a file names exists`(file: String) throws {
        let url = Self.folder.appending(path: file)
        let names = Self.names(try String(contentsOf: url, encoding: .utf8))
        #expect(names.count > 8)
        #expect(names.subtracting(Self.series).isEmpty, "\(names.subtracting(Self.series))")
    }

    @Test func `the dashboard is JSON, and each panel has its place and its query`() throws {
        let data = try Data(contentsOf: Self.folder.appending(path: "grafana-dashboard.json"))
        let root = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let panels = try #require(root["panels"] as? [[String: Any]])
        #expect(panels.count > 10)
        #expect(Set(panels.compactMap { $0["id"] as? Int }).count == panels.count)
        for panel in panels {
            let targets = try #require(panel["targets"] as? [[String: Any]])
            for target in targets {
                let text = try #require(target["expr"] as? String)
                let opened = text.filter { $0 == "(" || $0 == "{" }.count
                #expect(opened == text.filter { $0 == ")" || $0 == "}" }.count, "\(text)")
                #expect(!Self.names(text).isEmpty, "\(text)")
            }
        }
    }

    @Test func `labels in queries are those of their metrics`() throws {
        let known = Set(Metric.allCases.flatMap(\.labels)).union(["instance", "severity"])
        let url = Self.folder.appending(path: "prometheus-rules.yml")
        let text = try String(contentsOf: url, encoding: .utf8)
        let used = text.matches(of: /\$labels\.([a-z_]+)/).map { String($0.output.1) }
        #expect(!used.isEmpty && Set(used).subtracting(known).isEmpty)
    }
}
