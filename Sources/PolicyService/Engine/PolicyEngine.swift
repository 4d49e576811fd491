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
    var sieves: [RuleSieve]
    let keys: RequestKeys
    var maxPushBack: Int64
    private var answers = RecentAnswers(capacity: Self.answersKept)
    var pushedBack: SeenTable
    var withHeader = SeenTable(capacity: 8_192, retention: 600)
    /// Messages that find out how a destination is: they pass whatever else is asked about them.
    var probes = SeenTable(capacity: 8_192, retention: 600)

    private static let answersKept = 65_536
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

    /// Goes on with another configuration and the same memory of messages; answers are found anew.
    ///
    /// `pushBackCapacity` stays as it was.
    public mutating func use(_ configuration: PolicyConfiguration) {
        self.configuration = configuration
        sieves = configuration.rules.map { RuleSieve($0.conditions) }
        maxPushBack = configuration.maxPushBack.components.seconds
        answers = RecentAnswers(capacity: Self.answersKept)
    }

    /// An engine that goes on with what another one remembered of whom it pushes back.
    init(configuration: PolicyConfiguration, memory: PushBackMemory, now: Int64) {
        self.init(configuration: configuration, seed: memory.seed)
        pushedBack.restore(memory.entries, now: now)
    }

    /// The answer to `request`.
    ///
    /// - Parameters:
    ///   - request: What smtpd asks.
    ///   - standing: How the recipient's domain fares.
    ///   - now: Seconds since 1970, UTC.
    /// - Returns: The answer; the same one for the same request within ten seconds, unless the
    ///   destination fares otherwise by then.
    public mutating func decide(
        _ request: PolicyRequest,
        standing: DestinationStanding,
        now: Int64
    ) -> Verdict {
        guard configuration.mode != .off else { return .dunno(.off) }
        guard let state = request.protocolState, state.isInTransaction,
            let domain = request.recipientDomain
        else { return .dunno(.noRecipient) }
        // Before the answers of the last seconds: the operator's 'up' acts at once.
        guard standing.forced != .up else { return .dunno(.forcedUp) }
        // Nearly every request ends here: what is always answered DUNNO need not be remembered.
        guard standing.hasEvidence else { return .dunno(.noEvidence) }
        let key = keys.retry(of: request, standing)
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
        guard standing.forced == .refuse || sieves.contains(where: { $0.passes(standing) }) else {
            return .dunno(.noRule)
        }
        return judgeByRules(request, domain: domain, standing: standing, now: now)
    }

    private mutating func judgeByRules(
        _ request: PolicyRequest,
        domain: ByteRange,
        standing: DestinationStanding,
        now: Int64
    ) -> Verdict {
        let client = request[.clientAddress].flatMap {
            IPAddress(bytes: request.bytes.span.extracting($0.range))
        }
        // Loopback is a part of this system, such as a filter on its way back, unless a rule names it.
        let isOwnRefusal = standing.forced == .refuse && client?.isLoopback == true
        guard !isOwnRefusal, !configuration.exemptions.cover(request, client: client) else {
            return .dunno(.exempt)
        }
        let asked = Asked(
            request: request,
            domain: domain,
            client: client,
            standing: standing,
            now: now
        )
        var verdict: Verdict
        if standing.forced == .refuse {
            verdict = refusal(asked)
        } else {
            guard let rule = firstRule(for: asked) else { return .dunno(.noRule) }
            verdict = answer(of: rule, asked)
        }
        verdict.evidence = standing.reasons
        (verdict.code, verdict.since) = (standing.code, standing.since)
        return verdict
    }
}
