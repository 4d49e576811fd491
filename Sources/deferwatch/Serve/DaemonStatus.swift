import MailFlow

/// How the daemon does: what `status` shows, and what metrics and pages read.
///
/// Times are RFC 3339 in UTC.
struct DaemonStatus: Codable, Sendable {
    static let schema = "deferwatch.status/1"

    struct Configuration: Codable, Sendable {
        var files: [String]
        var loaded: String
        /// False where the last reload found errors, and the former configuration was kept.
        var isLastReloadGood: Bool
        /// What the last load or reload found wrong.
        var problems: [ConfigurationProblem]
    }

    struct Tail: Codable, Sendable {
        var logs: [String]
        /// Lines read since the start.
        var lines: Int
        /// Age of the oldest unread byte.
        var lagSeconds: Int
        /// Logs that are not there.
        var missing: [String]
        /// Logs whose clock, or zone, is wrong: nothing is learned of what they say.
        ///
        /// By the log's path, the seconds that it is ahead; negative: behind.
        var clockErrors: [String: Seconds]? = nil
    }

    struct History: Codable, Sendable {
        var directory: String
        /// The disk could not be used: what is learned ends with the process.
        var isInMemory: Bool
    }

    struct Destinations: Codable, Sendable {
        var known = 0
        var degraded = 0
        var down = 0
        var probing = 0
        var throttled = 0
        var forced = 0
    }

    struct Policy: Codable, Sendable {
        struct Answer: Codable, Sendable {
            var action: String
            var mode: String?
            var rule: String?
            var count: Int
        }

        var mode: String
        var listeners: [String]
        var connections: Int
        var requests: Int
        var answers: [Answer]
        /// What would have been answered, where that differs.
        var wouldAnswers: [Answer]
        var badRequests: Int
        var internalErrors: Int
    }

    var schema = Self.schema
    var version: String
    var pid: Int
    var started: String
    var now: String
    var configuration: Configuration
    var policy: Policy
    var tail: Tail
    var history: History
    /// Guards that are active: all answers are DUNNO, but for 'blast-radius'.
    var guards: [String]
    var destinations: Destinations
    /// Those that fail, are limited or forced; at most `mostTroubled`.
    var troubled: [DestinationReport]
    var troubledLeftOut: Int

    static let mostTroubled = 1_000
}
