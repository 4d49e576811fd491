import Deferrals
import MailFlow
import PolicyService

/// How one destination stands, and why: what `why` shows.
struct DestinationReport: Codable, Sendable {
    static let schema = "deferwatch.destination/1"

    struct Evidence: Codable, Sendable {
        var attempts: Int
        /// Up to eight.
        var messages: Int
        var rounds: Int
        var tlsAttempts: Int
        var first: String
        var last: String
    }

    struct Throttle: Codable, Sendable {
        var since: String
        var until: String
        var category: String?
        var percent: Int
    }

    struct Word: Codable, Sendable {
        /// down, up or refuse.
        var kind: String
        var since: String
        var until: String
    }

    /// What a client would be answered now.
    struct Answer: Codable, Sendable {
        var client: String
        var action: String
        var text: String
        var wouldAction: String?
        var wouldText: String?
        var reason: String
        var rule: String?
        var mode: String?
    }

    var schema = Self.schema
    var destination: String
    var state: String
    /// Learned from evidence, whatever the operator says.
    var learned: String
    var since: String?
    /// When it ends if nothing more is logged.
    var until: String?
    var code: String?
    var category: String?
    var reasons: [String]
    var evidence: Evidence?
    var lastLife: String?
    var waiting: Int
    var oldest: String?
    var provider: String?
    /// The host that failed last: inferred, not Postfix's next hop.
    var nextHop: String?
    /// Why it is never down automatically.
    var protection: String?
    /// The guard for which all answers are DUNNO.
    var silencedBy: String?
    var throttle: Throttle?
    var forced: Word?
    /// nil: nobody asked.
    var answers: [Answer]?

    init(_ destination: String, _ standing: Standing) {
        let time = { (seconds: Seconds) in TimeText.rfc3339(seconds, offsetMinutes: 0) }
        self.destination = destination
        state = standing.state.rawValue
        learned = standing.learned.rawValue
        since = standing.since.map(time)
        until = standing.until.map(time)
        code = standing.code?.text
        category = standing.category?.rawValue
        reasons = standing.reasons.texts
        evidence = standing.evidence.map {
            Evidence(
                attempts: $0.attempts,
                messages: $0.messages,
                rounds: $0.rounds,
                tlsAttempts: $0.tlsAttempts,
                first: time($0.first),
                last: time($0.last)
            )
        }
        lastLife = standing.lastLife.map(time)
        waiting = standing.waiting
        oldest = standing.oldest.map(time)
        provider = standing.provider
        nextHop = standing.nextHop
        protection = standing.protection?.rawValue
        silencedBy = standing.silencedBy?.rawValue
        throttle = standing.throttle.map {
            Throttle(
                since: time($0.since),
                until: time($0.until),
                category: $0.category?.rawValue,
                percent: $0.percent
            )
        }
        forced = standing.forced.map {
            Word(kind: $0.kind.rawValue, since: time($0.since), until: time($0.until))
        }
    }
}

extension DestinationReport.Answer {
    init(_ client: String, _ verdict: Verdict) {
        self.client = client
        action = verdict.action.rawValue
        text = verdict.text
        wouldAction = verdict.wouldAction?.rawValue
        wouldText = verdict.wouldAction == nil ? nil : verdict.wouldText
        reason = verdict.reason.name
        rule = verdict.ruleID
        mode = verdict.mode?.rawValue
    }
}
