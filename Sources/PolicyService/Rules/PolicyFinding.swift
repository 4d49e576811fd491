/// Something in the configuration that is wrong or has no effect.
public struct PolicyFinding: Sendable, Hashable, CustomStringConvertible {
    /// How bad it is.
    public enum Severity: String, Sendable, Hashable {
        /// The configuration must not be used.
        case error
        /// It can be used, and does not do what it looks like.
        case warning
    }

    /// What is wrong.
    public enum Problem: Sendable, Hashable {
        /// The id is empty, longer than 32 bytes, or has other bytes than letters, digits, '.-_'.
        case badRuleID(String)
        /// An earlier rule has the same id.
        case duplicateRuleID(String)
        /// An enforcing DEFER while no client is known to keep a queue.
        case deferWithoutQueue
        /// A DEFER that would hit destinations that take mail.
        case deferWithoutEvidence
        /// HOLD without `i_release_holds = true`.
        case holdWithoutRelease
        /// PREPEND where Postfix takes no header any more.
        case prependAtEndOfMessage
        /// A destination without evidence is never acted on.
        case unknownStateNeverActs
        /// The session state never leads to an answer.
        case stateNeverAnswered(ProtocolState)
        /// An earlier rule without conditions takes everything.
        case unreachable(behind: String)
        /// The number or time is outside what makes sense.
        case outOfRange(allowed: String)
        /// At least is more than at most.
        case emptyRange
        /// The whole Internet is said to keep a queue.
        case everybodyHasQueue
        /// The shipped rules enforce, and nobody is named whom they may tell 'later'.
        case nobodyHasQueue
        /// The mode is enforce, and every rule observes.
        case nothingEnforces
    }

    /// How bad it is.
    public let severity: Severity
    /// Which setting, by the keys that lead to it; the number counts rules from 0.
    public let rule: Int?
    /// The key, inside the rule or at the top.
    public let key: String
    /// What is wrong.
    public let problem: Problem

    /// "rule[2].action", or "max_push_back".
    public var keyPath: String { rule.map { "rule[\($0)].\(key)" } ?? key }

    /// "KEY PATH: sentence".
    public var description: String { "\(keyPath): \(sentence)" }

    /// One sentence.
    public var sentence: String {
        switch problem {
        case .badRuleID(let id):
            "\(id.debugDescription) is no rule id: 1 to 32 letters, digits, '.', '-', '_'"
        case .duplicateRuleID(let id): "an earlier rule has the id \(id) too"
        case .deferWithoutQueue:
            "an enforcing rule that defers needs clients_with_queue: who has no queue of its own"
                + " loses mail when it is told 'later'"
        case .deferWithoutEvidence:
            "a rule that defers needs a condition on evidence: state = down, degraded or probing,"
                + " throttled, waiting, oldest or expires_within"
        case .holdWithoutRelease:
            "held mail stays until somebody releases it: set i_release_holds = true to say that"
                + " you do"
        case .prependAtEndOfMessage: "Postfix takes no header at END-OF-MESSAGE"
        case .unknownStateNeverActs:
            "a destination without evidence is never acted on, unless forced"
        case .stateNeverAnswered(let state):
            "only RCPT, DATA and END-OF-MESSAGE lead to an answer, \(state.rawValue) never"
        case .unreachable(let id): "rule \(id) before it has no conditions and takes everything"
        case .outOfRange(let allowed): "must be \(allowed)"
        case .emptyRange: "size_at_least is more than size_at_most: nothing fits"
        case .everybodyHasQueue:
            "this is every client there is, programs without a queue among them"
        case .nobodyHasQueue:
            "names nobody: no client is told 'later', whatever the mode"
        case .nothingEnforces:
            "no rule has mode = \"enforce\": what they would answer is only logged"
        }
    }
}
