import Foundation

/// What an operator's command asks of the daemon: one JSON object on a line of its own.
struct ControlRequest: Codable, Sendable, Hashable {
    static let schema = "deferwatch.control/1"

    enum Verb: String, Codable, Sendable {
        case status, why, force, refuse, release, reload
    }

    var schema = Self.schema
    var verb: Verb
    /// The recipient domain, where the verb is about one.
    var destination: String?
    /// `force`: down or up.
    var verdict: String?
    /// `force` and `refuse`: for how long.
    var seconds: Int?
}

/// What the daemon says to it, on a line of its own too.
struct ControlReply: Codable, Sendable {
    var schema = ControlRequest.schema
    /// Why nothing was done; nil: it was done.
    var error: String?
    var status: DaemonStatus?
    var destination: DestinationReport?
    var reload: ReloadReport?
    /// Done, and of less effect than it may look.
    var remark: String?
}

/// What a reload found.
struct ReloadReport: Codable, Sendable {
    static let schema = "deferwatch.reload/1"

    var schema = Self.schema
    /// The new configuration is in force; else the former one is.
    var isGood: Bool
    var problems: [ConfigurationProblem]
    /// Changed keys that are in force from the next start on.
    var afterRestart: [String]
}

/// JSON as the control socket and the commands print it.
enum ControlCoding {
    /// Longest line in either direction.
    static let longestRequest = 8_192
    static let longestReply = 4 << 20

    /// One line, with whatever could move a cursor or hide text escaped.
    static func line(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = (try? encoder.encode(value)) ?? Data("{}".utf8)
        var line = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            // JSON has such characters inside of strings only.
            if Escape.isDangerous(scalar) {
                line += JSONText.escape(scalar)
            } else {
                line.unicodeScalars.append(scalar)
            }
        }
        return Array(line.utf8) + [10]
    }

    static func value<Value: Decodable>(_ type: Value.Type, from line: [UInt8]) throws -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: Data(line))
    }
}
