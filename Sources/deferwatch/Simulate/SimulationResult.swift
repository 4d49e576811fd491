import MailFlow

/// What would have happened.
struct SimulationResult {
    /// Recipients of one rule or destination, or of all.
    struct Sums {
        /// Told 'later' at least once.
        var deferred = 0
        /// Of these, those whose first real try was a delivery: told 'later' for nothing.
        var falsePositives = 0
        /// Of these, those of whose delivery the log says nothing.
        var unknown = 0
        /// Real tries of Postfix, all of them deferred, that would not have been made.
        var savedTries = 0
        /// Seconds between the first 'later' and the try that was let in, added up.
        var seconds: Int64 = 0
        var longest: Int64 = 0
        /// Not let in when the log ended.
        var stillOut = 0

        /// Seconds of the average recipient.
        var average: Int64 { deferred == 0 ? 0 : seconds / Int64(deferred) }
    }

    /// Recipients that smtpd would have asked about.
    var asked = 0
    /// Messages that nobody would have asked about: local, from a content filter, without a sender.
    var notAsked = 0
    /// Messages beyond the most that are kept.
    var leftOut = 0
    /// Recipients of people with a login, never told 'later' unless `interactive_defer` says so.
    var people = 0
    /// Messages with a recipient that was told 'later'.
    var messages = 0
    var total = Sums()
    var byRule: [String: Sums] = [:]
    var byDestination: [String: Sums] = [:]
    /// Answers other than 'later', by rule and action.
    var otherAnswers: [String: Int] = [:]
    /// Recipients let through to find out whether a destination is back.
    var probes = 0
    /// How destinations fared in the simulated run.
    var transitions: [HealthTransition] = []
    /// Transitions beyond the most that are kept.
    var transitionsLeftOut = 0
    /// First and last line, seconds since 1970, UTC; nil: the log is empty.
    var first: Int64?
    var last: Int64?

    static let mostTransitions = 10_000

    mutating func note(_ more: [HealthTransition]) {
        let room = Self.mostTransitions - transitions.count
        transitions += more.prefix(room)
        transitionsLeftOut += max(0, more.count - room)
    }
}
