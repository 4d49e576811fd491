import Foundation
import MailFlow

/// The snapshot as JSON, with where the logs came from.
enum JSONReport {
    private struct Document: Encodable {
        struct Source: Encodable {
            var file: String
            var yearReference: String?
        }

        var sources: [Source]
        var snapshot: FlowSnapshot

        enum CodingKeys: CodingKey {
            case sources
        }

        func encode(to encoder: any Encoder) throws {
            try snapshot.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(sources, forKey: .sources)
        }
    }

    static func print(_ snapshot: FlowSnapshot, _ inputs: [LogInput]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let document = Document(
            sources: inputs.map { .init(file: $0.path, yearReference: $0.yearReference) },
            snapshot: snapshot)
        var buffer = OutputBuffer()
        buffer.append(Array(try encoder.encode(document)) + [10])
        buffer.flush()
    }
}
