internal import ByteScan

/// Decides about requests.
///
/// No clock, no I/O: time and the destination's standing are passed in.
///
/// What it remembers is bounded: the answers of the last ten seconds, and since when it pushes back
/// each (client, sender, recipient). Where it cannot remember, it says DUNNO.
public struct PolicyEngine: Sendable {
    /// What decides.
    public private(set) var configuration: PolicyConfiguration
    private var sieves: [RuleSieve]
    private let keys: RequestKeys
    private var maxPushBack: Int64
    private var answers = RecentAnswers(capacity: 65_536)
    private var pushedBack: SeenTable
    private var withHeader = SeenTable(capacity: 8_192, retention: 600)

    /// How long a (client, sender, recipient) is remembered after its last request: longer than any
    /// mail server waits between two tries.
    static let memory: Int64 = 86_400

    /// An engine that remembers nothing yet.
    ///
    /// `seed` keeps outsiders from aiming at its tables.
    public init(
        configuration: PolicyConfiguration,
        seed: UInt64 = .random(in: .min ... .max)
    ) {
        self.configuration = configuration
        sieves = configuration.rules.map { RuleSieve($0.conditions) }
        keys = RequestKeys(seed: seed)
        maxPushBack = configuration.maxPushBack.components.seconds
        pushedBack = SeenTable(
            capacity: configuration.pushBackCapacity,
            retention: max(Self.memory, 2 * maxPushBack)
        )
    }

    /// Goes on with another configuration and the same memory.
    ///
    /// `pushBackCapacity` stays as it was.
    public mutating func use(_ configuration: PolicyConfiguration) {
        self.configuration = configuration
        sieves = configuration.rules.map { RuleSieve($0.conditions) }
        maxPushBack = configuration.maxPushBack.components.seconds
    }

    /// The answer to `request`.
    ///
    /// - Parameters:
    ///   - request: What smtpd asks.
    ///   - standing: How the recipient's domain fares.
    ///   - now: Seconds since 1970, UTC.
    /// - Returns: The answer; the same one for the same request within ten seconds.
    public mutating func decide(
        _ request: PolicyRequest,
        standing: DestinationStanding,
        now: Int64
    ) -> Verdict {
        guard configuration.mode != .off else { return .dunno(.off) }
        guard let state = request.protocolState, state.isInTransaction,
            let domain = request.recipientDomain
        else { return .dunno(.noRecipient) }
        let key = keys.retry(of: request)
        if let key, var earlier = answers.answer(for: key, now: now) {
            earlier.isRepeat = true
            return earlier
        }
        var verdict = judge(request, domain: domain, standing: standing, now: now)
        if let key, !answers.keep(verdict, for: key, now: now) { verdict = .dunno(.tableFull) }
        return verdict
    }

    private mutating func judge(
        _ request: PolicyRequest,
        domain: ByteRange,
        standing: DestinationStanding,
        now: Int64
    ) -> Verdict {
        guard standing.forced != .up else { return .dunno(.forcedUp) }
        guard standing.state != .unknown || standing.forced != nil else {
            return .dunno(.noEvidence)
        }
        guard standing.forced == .refuse || sieves.contains(where: { $0.passes(standing) }) else {
            return .dunno(.noRule)
        }
        let client = request[.clientAddress].flatMap {
            IPAddress(bytes: request.bytes.span.extracting($0.range))
        }
        guard !configuration.exemptions.cover(request, client: client) else {
            return .dunno(.exempt)
        }
        let asked = Asked(
            request: request,
            domain: domain,
            client: client,
            standing: standing,
            now: now
        )
        if standing.forced == .refuse { return refusal(asked) }
        guard let rule = firstRule(for: asked) else { return .dunno(.noRule) }
        var verdict = answer(of: rule, asked)
        verdict.evidence = standing.reasons
        return verdict
    }
}

extension PolicyEngine {
    /// A request and all that belongs to it.
    private struct Asked {
        let request: PolicyRequest
        let domain: ByteRange
        let client: IPAddress?
        let standing: DestinationStanding
        let now: Int64

        func text(rule: String, codes: ReplyCodes) -> ReplyText {
            ReplyText(
                standing: standing,
                destination: ReplyText.sanitised(request.bytes[domain.range]),
                rule: ReplyText.sanitised(rule.utf8, limit: 32),
                codes: codes,
                now: now
            )
        }
    }

    private func refusal(_ asked: Asked) -> Verdict {
        let text = asked.text(rule: "refuse", codes: configuration.replyCodes)
            .text(.reject, template: .destination)
        var verdict = Verdict(action: .dunno, reason: .refused)
        verdict.evidence = asked.standing.reasons
        if configuration.mode == .enforce {
            (verdict.action, verdict.text) = (.reject, text)
        } else {
            (verdict.wouldAction, verdict.wouldText) = (.reject, text)
        }
        return verdict
    }

    private func firstRule(for asked: Asked) -> PolicyRule? {
        let isLoopback = asked.client?.isLoopback ?? false
        for (index, rule) in configuration.rules.enumerated()
        where sieves[index].passes(asked.standing) {
            if isLoopback, !rule.conditions.namesLoopback { continue }
            guard
                rule.conditions.hold(
                    for: asked.request,
                    client: asked.client,
                    standing: asked.standing,
                    now: asked.now
                )
            else { continue }
            guard !rule.action.answer.isPushBack || mayWait(asked, rule) else { continue }
            return rule
        }
        return nil
    }

    /// True where the client keeps its mail when it is told 'later'.
    ///
    /// While nobody is listed at all, an observing rule tells about everybody: that is how the list
    /// is made.
    private func mayWait(_ asked: Asked, _ rule: PolicyRule) -> Bool {
        let listed = configuration.clientsWithQueue
        if let client = asked.client, listed.networks.contains(where: { $0.contains(client) }) {
            return true
        }
        let bytes = asked.request.bytes.span
        if let context = asked.request[.policyContext],
            listed.policyContexts.contains(where: { isSame(bytes, context, $0) })
        {
            return true
        }
        let isPerson =
            !asked.request.isEmpty(.saslUsername)
            || asked.request.matches(.policyContext, "submission")
        if isPerson { return configuration.interactiveDefer }
        return listed.isEmpty && !isAnswered(rule)
    }

    private func isAnswered(_ rule: PolicyRule) -> Bool {
        guard rule.mode == .enforce else { return false }
        return switch configuration.mode {
        case .off, .observe: false
        case .advise: rule.action.isAdvice
        case .enforce: true
        }
    }

    private mutating func answer(of rule: PolicyRule, _ asked: Asked) -> Verdict {
        var verdict = Verdict(action: .dunno, reason: .rule)
        verdict.ruleID = rule.id
        verdict.mode = rule.mode
        verdict.informs = rule.action == .inform
        let isAnswered = isAnswered(rule)
        let action = possible(rule.action.answer, asked.request)
        guard action != .dunno else {
            if action != rule.action.answer { verdict.reason = .headerDone }
            return verdict
        }
        if let pass = reasonToPass(action, asked, isAnswered: isAnswered) {
            verdict.reason = pass
            verdict.takesProbe = pass == .probe
            return verdict
        }
        let text = asked.text(rule: rule.id, codes: configuration.replyCodes)
            .text(action, template: rule.template)
        if isAnswered {
            (verdict.action, verdict.text) = (action, text)
        } else {
            verdict.reason = .observed
            (verdict.wouldAction, verdict.wouldText) = (action, text)
        }
        return verdict
    }

    /// What this Postfix, at this point of the session, can do of `action`.
    private func possible(_ action: PolicyAction, _ request: PolicyRequest) -> PolicyAction {
        switch action {
        case .prepend where request.protocolState == .endOfMessage: .dunno
        // INFO came with Postfix 3.0, and so did client_port.
        case .info where request[.clientPort] == nil: .warn
        default: action
        }
    }

    /// Why mail that a rule would stop goes on after all.
    private mutating func reasonToPass(
        _ action: PolicyAction,
        _ asked: Asked,
        isAnswered: Bool
    ) -> VerdictReason? {
        if action == .prepend { return headerReason(asked) }
        guard action.isPushBack else { return nil }
        let key = keys.mail(of: asked.request)
        let percent = Int64(asked.standing.throttled ? min(100, asked.standing.passPercent) : 0)
        guard isAnswered else { return isDrawn(key, asked, percent) ? .paced : nil }
        if asked.standing.offersProbe { return .probe }
        switch pushedBack.sight(key, now: asked.now) {
        case .full: return .tableFull
        case .new: return isDrawn(key, asked, percent) ? .paced : nil
        case .known(let age):
            // A clock that went back tells nothing: let the mail pass.
            if age < 0 || age >= maxPushBack { return .pushedBackLongEnough }
            // Of what is let through, those who wait longest come first.
            if percent > 0, age * 100 >= maxPushBack * (100 - percent) { return .paced }
            return isDrawn(key, asked, percent) ? .paced : nil
        }
    }

    private mutating func headerReason(_ asked: Asked) -> VerdictReason? {
        guard let key = keys.message(of: asked.request) else { return nil }
        return withHeader.sight(key, now: asked.now) == .new ? nil : .headerDone
    }

    /// A draw that comes out alike for one mail within a minute.
    private func isDrawn(_ key: UInt64, _ asked: Asked, _ percent: Int64) -> Bool {
        guard percent > 0 else { return false }
        let mixed = (key ^ UInt64(bitPattern: asked.now / 60)) &* 0x9E37_79B9_7F4A_7C15
        return Int64(mixed >> 33) % 100 < percent
    }
}
