import Deferrals
import PolicyService

/// A [[rule]] while it is read.
struct RuleDraft: Sendable, Equatable {
    var id = ""
    var action: RuleAction?
    var template = ReplyTemplate.destination
    var mode = RuleMode.observe
    var conditions = RuleConditions()

    init() {}

    init(_ rule: PolicyRule) {
        id = rule.id
        action = rule.action
        template = rule.template
        mode = rule.mode
        conditions = rule.conditions
    }

    /// The rule; nil without an action.
    var rule: PolicyRule? {
        action.map {
            PolicyRule(id: id, when: conditions, action: $0, template: template, mode: mode)
        }
    }
}

/// The keys of a [[rule]].
enum RuleSettings {
    typealias Entry = Setting<RuleDraft>

    static let all: [Entry] = [
        .text("id", \.id, "Its name in logs, metrics and answers: letters, digits, '.', '-', '_'."),
        .action,
        .word("mode", \.mode, "observe: only say what it would answer; enforce: answer."),
        .word(
            "template",
            \.template,
            "What the answer says: destination, throttled, queue, maintenance."
        ),
        .words(
            "state",
            \.conditions.states,
            "The destination's state: unknown, up, degraded, down, probing."
        ),
        .optionalFlag(
            "throttled",
            \.conditions.throttled,
            "The destination asks for less mail, or does not."
        ),
        .codes,
        .words(
            "category",
            \.conditions.categories,
            "Their category, as in docs/codes.md; while it is only throttled that of the limit: `rate-limited`, `reputation` or `dns-of-sender`."
        ),
        .optionalTime(
            "since_at_least",
            \.conditions.sinceAtLeast,
            "The state has lasted so long: `down` and `probing` since the first failure, as `why` says; while it is only throttled, the limit."
        ),
        .list(
            "destination",
            \.conditions.destinations,
            read: { try DomainPattern($0) },
            print: { $0.description },
            "The recipient's domain: DOMAIN, .DOMAIN, *."
        ),
        .list(
            "provider",
            \.conditions.providers,
            read: { try ProviderSetting.name($0) },
            print: { $0 },
            "Who runs its mail hosts: a name of the list below."
        ),
        .list(
            "sender",
            \.conditions.senders,
            read: { try AddressPattern($0) },
            print: { $0.description },
            "The envelope sender: ADDRESS, @DOMAIN, @.DOMAIN."
        ),
        .texts("sasl_username", \.conditions.saslUsernames, "The name of the login; * is any."),
        .list(
            "client",
            \.conditions.clients,
            read: { try NetworkPrefix($0) },
            print: { $0.description },
            "The client's address or network."
        ),
        .texts("policy_context", \.conditions.policyContexts, "The service's policy_context."),
        .words(
            "protocol_state",
            \.conditions.protocolStates,
            "Where in the session: RCPT, DATA, END-OF-MESSAGE."
        ),
        .optionalSize(
            "size_at_least",
            \.conditions.sizeAtLeast,
            "Bytes, as announced or counted."
        ),
        .optionalSize("size_at_most", \.conditions.sizeAtMost, "Bytes, at most."),
        .optionalNumber(
            "waiting_at_least",
            \.conditions.waitingAtLeast,
            "So many recipients' mail waits for the destination."
        ),
        .optionalTime(
            "oldest_at_least",
            \.conditions.oldestAtLeast,
            "The oldest of them waits so long."
        ),
        .optionalTime(
            "expires_within",
            \.conditions.expiresWithin,
            "The first of them expires within that time."
        ),
    ]
}

extension Setting<RuleDraft> {
    static var action: Self {
        Setting(
            key: "action",
            form: .text,
            meaning: "dunno, defer_if_permit, defer, hold, prepend, info, warn, inform."
        ) { value, draft in
            do {
                draft.action = try RuleAction(word: Self.text(value))
            } catch let error as PolicyValueError {
                throw SettingError("\(error)")
            }
        } get: { draft in
            draft.action.map { .text($0.rawValue) }
        }
    }

    static var codes: Self {
        Setting(
            key: "code",
            form: .texts,
            meaning:
                "Code of the failures that the state rests on, such as 4.4.316; none while it is only throttled."
        ) { value, draft in
            draft.conditions.codes = Set(
                try Self.texts(value).map { text throws(SettingError) in
                    guard let code = DeferralCode(text: text) else {
                        let known = DeferralCode.allCases.map(\.text).joined(separator: ", ")
                        throw SettingError("unknown code '\(text)'; known are \(known)")
                    }
                    return code
                }
            )
        } get: { draft in
            .texts(draft.conditions.codes.map(\.text).sorted())
        }
    }

    static func optionalTime(
        _ key: String,
        _ path: any WritableKeyPath<RuleDraft, Duration?> & Sendable,
        _ meaning: String
    ) -> Self {
        Setting(key: key, form: .text, meaning: meaning) { value, draft in
            draft[keyPath: path] = .seconds(try TimeSetting.seconds(value))
        } get: { draft in
            draft[keyPath: path].map { .text(TimeSetting.text(Int($0.components.seconds))) }
        }
    }

    static func optionalNumber(
        _ key: String,
        _ path: any WritableKeyPath<RuleDraft, Int?> & Sendable,
        _ meaning: String
    ) -> Self {
        optionalFigure(key, path, meaning) { value in
            guard case .number(let number) = value, number >= 0 else {
                throw SettingError("must be a number, 0 or more")
            }
            return number
        }
    }

    static func optionalSize(
        _ key: String,
        _ path: any WritableKeyPath<RuleDraft, Int?> & Sendable,
        _ meaning: String
    ) -> Self {
        optionalFigure(key, path, meaning) { try SizeSetting.bytes($0) }
    }

    private static func optionalFigure(
        _ key: String,
        _ path: any WritableKeyPath<RuleDraft, Int?> & Sendable,
        _ meaning: String,
        read: @escaping @Sendable (SettingValue) throws -> Int
    ) -> Self {
        Setting(key: key, form: .number, meaning: meaning) { value, draft in
            draft[keyPath: path] = try read(value)
        } get: { draft in
            draft[keyPath: path].map { .number($0) }
        }
    }

    static func optionalFlag(
        _ key: String,
        _ path: any WritableKeyPath<RuleDraft, Bool?> & Sendable,
        _ meaning: String
    ) -> Self {
        Setting(key: key, form: .flag, meaning: meaning) { value, draft in
            guard case .flag(let flag) = value else {
                throw SettingError("must be true or false")
            }
            draft[keyPath: path] = flag
        } get: { draft in
            draft[keyPath: path].map { .flag($0) }
        }
    }
}
