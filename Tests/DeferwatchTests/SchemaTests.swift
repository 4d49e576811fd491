import Foundation
import MailFlow
import Testing

@testable import deferwatch

/// docs/report-schema.md lists exactly the keys that are written.
@Suite struct SchemaTests {
    private static func keys(below heading: String) throws -> [String] {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(
            contentsOf: root.appending(path: "docs/report-schema.md"),
            encoding: .utf8
        )
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex(of: "## \(heading)"))
        let table = lines[start...].drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }
        return table.dropFirst(2).compactMap { line in
            line.split(separator: "`", omittingEmptySubsequences: false).dropFirst().first
                .map(String.init)
        }
    }

    /// Objects with keys of their own, such as codes.
    private static let maps: Set<String> = ["destinations[].codes", "timeline[].deferred", "fates"]

    private static func paths(_ value: Any, _ path: String = "") -> Set<String> {
        if let object = value as? [String: Any], !maps.contains(path) {
            return object.reduce(into: []) { found, entry in
                found.formUnion(
                    paths(entry.value, path.isEmpty ? entry.key : path + "." + entry.key)
                )
            }
        }
        if let array = value as? [Any] {
            return array.reduce(into: []) { $0.formUnion(paths($1, path + "[]")) }
        }
        return [path]
    }

    private static func report() throws -> Report {
        try SampleReport.report(SampleReport.snapshot())
    }

    @Test func `the JSON table lists the keys of a report`() throws {
        let json = try JSONSerialization.jsonObject(with: Data(JSONReport.text(Self.report()).utf8))
        let documented = try Self.keys(below: "JSON: deferwatch.audit/1")
        #expect(Self.paths(json).sorted() == documented.sorted())
    }

    @Test func `keys of a report are there also when they are null`() throws {
        var report = try Self.report()
        report.filter = nil
        report.sources[0].yearReference = nil
        report.snapshot.totals.first = nil
        report.snapshot.totals.last = nil
        report.snapshot.totals.offsetMinutes = nil
        report.snapshot.destinations[0].provider = nil
        report.snapshot.destinations[0].server = nil
        report.snapshot.waiting.oldest[0].sender = nil
        let json = try JSONSerialization.jsonObject(with: Data(JSONReport.text(report).utf8))
        let documented = try Self.keys(below: "JSON: deferwatch.audit/1")
        #expect(Self.paths(json).sorted() == documented.sorted())
    }

    @Test func `the ndjson table lists the keys of an event in their order`() throws {
        let writer = EventWriter(mask: Mask(isOn: false))
        let line = String(decoding: try writer.line(SampleReport.event()), as: UTF8.self)
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let documented = try Self.keys(below: "ndjson: one event a line")
        #expect(object?.keys.sorted() == documented.sorted())
        var rest = line[...]
        for key in documented {
            let place = try #require(rest.firstRange(of: "\"\(key)\":"), "\(key)")
            rest = rest[place.upperBound...]
        }
    }

    @Test func `the CSV table lists the columns in their order`() throws {
        #expect(try Self.keys(below: "CSV") == CSVWriter.columns)
    }

    @Test func `a CSV line has a field for every column and ends in CR LF`() throws {
        var event = try SampleReport.event()
        event.reason = "=a,\"b\",\r\nc"
        var writer = CSVWriter(mask: Mask(isOn: false))
        let line = String(decoding: writer.line(event), as: UTF8.self)
        #expect(line.utf8.suffix(2).elementsEqual([13, 10]))
        #expect(CSVWriter.columns.count == Self.fields(line).count)
        #expect(Self.fields(line).contains(#""'=a,""b"",\u{d}\u{a}c""#))
    }

    /// Fields of one line, quotes kept: a comma in quotes separates nothing.
    private static func fields(_ line: String) -> [String] {
        var fields = [""]
        var isQuoted = false
        for scalar in line.unicodeScalars {
            if scalar == "\"" { isQuoted.toggle() }
            if scalar == ",", !isQuoted {
                fields.append("")
            } else {
                fields[fields.count - 1].unicodeScalars.append(scalar)
            }
        }
        return fields
    }
}
