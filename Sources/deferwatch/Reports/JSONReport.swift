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
        let json = try encoder.encode(Document(report))
        return harmless(String(decoding: json, as: UTF8.self)) + "\n"
    }

    /// Characters that would turn or split a line on a terminal as JSON escapes.
    ///
    /// They can only stand in strings: between them is nothing but ASCII and newlines.
    private static func harmless(_ json: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in json.unicodeScalars {
            if scalar == "\n" || !Escape.isDangerous(scalar) {
                escaped.append(scalar)
            } else {
                escaped.append(contentsOf: JSONText.escape(scalar).unicodeScalars)
            }
        }
        return String(escaped)
    }
}
