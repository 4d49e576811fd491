internal import Synchronization

/// An engine, the standings that it judges by, and the clock, as one source of verdicts.
///
/// Until it has a configuration it answers DUNNO.
public final class PolicyDesk: VerdictSource {
    /// Told of verdicts worth a line in the log.
    ///
    /// Called on an event loop: hand on, do not wait.
    public typealias Listener = @Sendable (Verdict, PolicyRequest) -> Void

    private let engine: Mutex<PolicyEngine?>
    private let standings: any StandingSource
    private let clock: @Sendable () -> Int64
    private let listener: Listener

    /// A desk; `clock` gives seconds since 1970, UTC.
    public init(
        configuration: PolicyConfiguration? = nil,
        standings: any StandingSource,
        clock: @escaping @Sendable () -> Int64,
        listener: @escaping Listener = { _, _ in }
    ) {
        engine = Mutex(configuration.map { PolicyEngine(configuration: $0) })
        self.standings = standings
        self.clock = clock
        self.listener = listener
    }

    /// Goes on with another configuration; who was pushed back since when is not forgotten.
    public func use(_ configuration: PolicyConfiguration) {
        engine.withLock { engine in
            if engine == nil {
                engine = PolicyEngine(configuration: configuration)
            } else {
                engine?.use(configuration)
            }
        }
    }

    /// The first configuration, with what `pushBackMemory` gave before a restart; bytes that are not of
    /// that form are left alone.
    public func begin(_ configuration: PolicyConfiguration, memory bytes: [UInt8]?) {
        let memory = bytes.flatMap { PushBackMemory(bytes: $0) }
        let begun = memory.map {
            PolicyEngine(configuration: configuration, memory: $0, now: clock())
        }
        engine.withLock { $0 = begun ?? PolicyEngine(configuration: configuration) }
    }

    /// Who is pushed back since when; nil: as at `revision`, which is brought up to date.
    public func pushBackMemory(since revision: inout UInt64) -> [UInt8]? {
        // A copy shares its tables until one of the two is changed: it is made for news alone.
        let former = revision
        let changed = engine.withLock { $0?.pushedBack.revision == former ? nil : $0 }
        guard let copy = changed else { return nil }
        revision = copy.pushedBack.revision
        return PushBackMemory(seed: copy.keys.seed, entries: copy.pushedBack.live(at: clock()))
            .bytes
    }

    /// What `request` would be answered now: nothing is remembered, counted or told.
    public func preview(_ request: PolicyRequest) -> Verdict {
        let now = clock()
        let standing =
            request.recipientDomain.map { standings.standing(of: request.bytes.span, $0, at: now) }
            ?? .unknown
        var copy = engine.withLock { $0 }
        return copy?.decide(request, standing: standing, now: now) ?? .dunno(.off)
    }

    /// The answer to `request`, now.
    public func verdict(for request: PolicyRequest) -> Verdict {
        let now = clock()
        let bytes = request.bytes.span
        let domain = request.recipientDomain
        var standing = DestinationStanding(state: .unknown)
        if let domain { standing = standings.standing(of: bytes, domain, at: now) }
        let verdict = engine.withLock { engine in
            engine?.decide(request, standing: standing, now: now) ?? .dunno(.off)
        }
        if verdict.isNotable, !verdict.isRepeat {
            if verdict.takesProbe, let domain { standings.probeStarted(bytes, domain, at: now) }
            listener(verdict, request)
        }
        return verdict
    }
}
