internal import ByteScan

extension PolicyEngine {
    /// A request and all that belongs to it.
    struct Asked {
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

    /// The operator's word: modes and rules say how far evidence may go, and this rests on none.
    func refusal(_ asked: Asked) -> Verdict {
        let text = asked.text(rule: "refuse", codes: configuration.replyCodes)
            .text(.reject, template: .destination)
        var verdict = Verdict(action: .reject, reason: .refused)
        verdict.text = text
        return verdict
    }

    func firstRule(for asked: Asked) -> PolicyRule? {
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
        // They are told of an outage where the operator wants that, of a limit never.
        if isPerson { return configuration.interactiveDefer && !isAboutLimit(rule, asked) }
        return listed.isEmpty && !isAnswered(rule)
    }

    private func isAboutLimit(_ rule: PolicyRule, _ asked: Asked) -> Bool {
        guard rule.conditions.throttled != true else { return true }
        let state = asked.standing.effectiveState
        return asked.standing.throttled && state != .down && state != .probing
    }

    private func isAnswered(_ rule: PolicyRule) -> Bool {
        guard rule.mode == .enforce else { return false }
        return switch configuration.mode {
        case .off, .observe: false
        case .advise: rule.action.isAdvice
        case .enforce: true
        }
    }

    mutating func answer(of rule: PolicyRule, _ asked: Asked) -> Verdict {
        var verdict = Verdict(action: .dunno, reason: .rule)
        verdict.ruleID = rule.id
        verdict.informs = rule.action == .inform
        let isAnswered = isAnswered(rule)
        verdict.mode = isAnswered ? .enforce : .observe
        let action = possible(rule.action.answer, asked.request)
        guard action != .dunno else {
            if action != rule.action.answer { verdict.reason = .headerDone }
            return verdict
        }
        if action.isPushBack, isAnswered, isProbe(asked) {
            verdict.reason = .probe
            return verdict
        }
        if let pass = reasonToPass(action, asked, isAnswered: isAnswered) {
            verdict.reason = pass
            verdict.takesProbe = pass == .probe
            if verdict.takesProbe, let key = keys.delivery(of: asked.request, asked.domain) {
                _ = probes.sight(key, now: asked.now)
            }
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

    /// Its message was let through to find out: at a later stage, or for another recipient.
    private func isProbe(_ asked: Asked) -> Bool {
        keys.delivery(of: asked.request, asked.domain).map { probes.holds($0, now: asked.now) }
            ?? false
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
