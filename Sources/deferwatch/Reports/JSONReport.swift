import Foundation
import MailFlow

/// The snapshot as JSON, with where the logs came from.
///
/// Its keys are in docs/report-schema.md.
enum JSONReport {
    private struct Document: Encodable {
        struct Source: Encodable {
            var file: String
            @OrNull var yearReference: String?
            var lines: Int
            var unreadable: Int
            var relevant: Int
            @OrNull var problem: String?
        }

        struct LimitHit: Encodable {
            var pattern: String
            var count: Int
        }

        var sources: [Source]
        var limitHits: [LimitHit]
        @OrNull var filter: String?
        var masked: Bool
        var queueLifetimeSeconds: Int
        @OrNull var firstExpiry: Int64?
        var snapshot: FlowSnapshot

        init(_ report: Report) {
            sources = report.sources.map { source in
                Source(
                    file: source.file,
                    yearReference: source.yearReference,
                    lines: source.lines,
                    unreadable: source.unreadable,
                    relevant: source.relevant,
                    problem: source.problem
                )
            }
            limitHits = report.limitHits.map { LimitHit(pattern: $0.pattern, count: $0.count) }
            filter = report.filter
            masked = report.isMasked
            queueLifetimeSeconds = report.queueLifetime
            firstExpiry = report.firstExpiry
            snapshot = report.snapshot
        }

        enum CodingKeys: CodingKey {
            case sources, limitHits, filter, masked, queueLifetimeSeconds, firstExpiry
        }

        func encode(to encoder: any Encoder) throws {
            try snapshot.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(sources, forKey: .sources)
            try container.encode(limitHits, forKey: .limitHits)
            try container.encode(_filter, forKey: .filter)
            try container.encode(masked, forKey: .masked)
            try container.encode(queueLifetimeSeconds, forKey: .queueLifetimeSeconds)
            try container.encode(_firstExpiry, forKey: .firstExpiry)
        }
    }

    /// The document, with a newline.
    static func text(_ report: Report) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return harmless([UInt8](try encoder.encode(Document(report))))
    }

    /// Characters that would turn or split a line on a terminal as JSON escapes.
    ///
    /// They can only stand in strings: between them is nothing but ASCII and newlines. Hardly any line
    /// has one, and there are as many lines as destinations.
    private static func harmless(_ json: [UInt8]) -> String {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(json.count + 1)
        for line in json.split(separator: 10, omittingEmptySubsequences: false) {
            if line.allSatisfy({ 32...126 ~= $0 }) {
                escaped.append(contentsOf: line)
            } else {
                for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
                    let isDangerous = Escape.isDangerous(scalar)
                    let text = isDangerous ? JSONText.escape(scalar) : String(scalar)
                    escaped.append(contentsOf: text.utf8)
                }
            }
            escaped.append(10)
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
