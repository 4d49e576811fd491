/// Whether a rule answers, or only says what it would answer.
public enum RuleMode: String, CaseIterable, Sendable, Hashable {
    /// DUNNO, with a note of the answer it would be.
    case observe
    /// The rule's action.
    case enforce
}

/// One rule.
///
/// Rules are asked in order; the first whose conditions hold decides.
public struct PolicyRule: Sendable, Hashable {
    /// Its name in logs, metrics and answers: letters, digits, '.', '-', '_'.
    public var id: String
    /// When it applies.
    public var conditions: RuleConditions
    /// What it does.
    public var action: RuleAction
    /// What its answer says.
    public var template: ReplyTemplate
    /// Answer, or only note the answer.
    public var mode: RuleMode

    /// A rule that observes, unless it says otherwise.
    public init(
        id: String,
        when conditions: RuleConditions,
        action: RuleAction,
        template: ReplyTemplate = .destination,
        mode: RuleMode = .observe
    ) {
        self.id = id
        self.conditions = conditions
        self.action = action
        self.template = template
        self.mode = mode
    }
}
