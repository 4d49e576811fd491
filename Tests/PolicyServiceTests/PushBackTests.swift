import ByteScan
import Deferrals
import NIOCore
import PolicyService
import Synchronization
import Testing

@Suite struct PushBackTests {
    private func engine(
        _ change: (inout PolicyConfiguration) -> Void = { _ in }
    ) throws
        -> PolicyEngine
    {
        var configuration = try Samples.enforcing()
        change(&configuration)
        return PolicyEngine(configuration: configuration, seed: 3)
    }

    @Test func `neither the operator's 'up' nor a new configuration waits for repeats to end`()
        throws
    {
        var engine = try engine()
        let request = try Samples.request()
        let first = engine.decide(request, standing: Samples.down, now: Samples.noon)
        #expect(.deferIfPermit == first.action)
        var up = Samples.down
        up.forced = .up
        #expect(.forcedUp == engine.decide(request, standing: up, now: Samples.noon + 1).reason)
        var observing = engine.configuration
        observing.mode = .observe
        engine.use(observing)
        let again = engine.decide(request, standing: Samples.down, now: Samples.noon + 2)
        #expect(.dunno == again.action && !again.isRepeat)
    }

    @Test func `only a request that is sent again gets the former answer`() throws {
        var engine = try engine()
        func answer(
            _ changes: [PolicyAttribute: String?],
            _ standing: DestinationStanding = Samples.down
        ) throws -> Verdict {
            engine.decide(try Samples.request(changes), standing: standing, now: Samples.noon)
        }
        #expect(.deferIfPermit == (try answer([:])).action)
        #expect(try answer([:]).isRepeat)
        // One instance for all that is asked, as a program that is not Postfix may give.
        for changes: [PolicyAttribute: String?] in [
            [.sender: ""], [.clientAddress: "127.0.0.1"], [.clientAddress: "203.0.113.1"],
            [.saslUsername: "alice", .clientAddress: "203.0.113.1"],
        ] {
            let verdict = try answer(changes)
            #expect(.dunno == verdict.action && !verdict.isRepeat, "\(changes)")
        }
        #expect(.dunno == (try answer([:], DestinationStanding(state: .up))).action)
    }

    @Test func `a message that finds out passes at every stage, and another one does not`() throws {
        var engine = try engine()
        var probing = Samples.down
        probing.offersProbe = true
        let rcpt = try Samples.request()
        let first = engine.decide(rcpt, standing: probing, now: Samples.noon)
        #expect(.probe == first.reason && first.takesProbe)
        for state in ["DATA", "END-OF-MESSAGE"] {
            let later = try Samples.request([.protocolState: state])
            let verdict = engine.decide(later, standing: Samples.down, now: Samples.noon + 60)
            #expect(.dunno == verdict.action && .probe == verdict.reason, "\(state)")
            #expect(!verdict.takesProbe)
        }
        let other = try Samples.request([.instance: "another"])
        let verdict = engine.decide(other, standing: Samples.down, now: Samples.noon + 1)
        #expect(.deferIfPermit == verdict.action)
    }

    @Test func `a limit of a destination of which nothing else is known is evidence`() throws {
        var engine = try engine { configuration in
            var limited = RuleConditions()
            limited.throttled = true
            configuration.rules = [
                PolicyRule(id: "limit", when: limited, action: .defer, mode: .enforce)
            ]
        }
        var standing = DestinationStanding.unknown
        standing.throttled = true
        let request = try Samples.request()
        #expect(.defer == engine.decide(request, standing: standing, now: 1).action)
        // People are told of outages at most.
        var configuration = engine.configuration
        configuration.interactiveDefer = true
        engine.use(configuration)
        let person = try Samples.request([
            .saslUsername: "ann", .clientAddress: "203.0.113.9", .instance: "p",
        ])
        #expect(.dunno == engine.decide(person, standing: standing, now: 1).action)
    }

    @Test func `a refusal is not for this machine itself`() throws {
        var engine = try engine()
        var refused = Samples.down
        refused.forced = .refuse
        for (client, action) in [("127.0.0.1", PolicyAction.dunno), ("192.0.2.9", .reject)] {
            let request = try Samples.request([.clientAddress: client, .instance: client])
            let verdict = engine.decide(request, standing: refused, now: Samples.noon)
            #expect(verdict.action == action, "\(client)")
        }
    }

    @Test func `mail that waits is evidence for the rules on it`() throws {
        var engine = try engine { configuration in
            var waiting = RuleConditions()
            waiting.waitingAtLeast = 3
            configuration.rules = [
                PolicyRule(id: "wait", when: waiting, action: .defer, mode: .enforce)
            ]
        }
        var standing = DestinationStanding.unknown
        standing.waiting = 3
        let request = try Samples.request()
        #expect(.defer == engine.decide(request, standing: standing, now: 1).action)
        // It has left since: nobody is held back for what was answered before.
        standing.waiting = 0
        #expect(.noEvidence == engine.decide(request, standing: standing, now: 5).reason)
    }

    @Test func `a repeated request gets the same answer and counts once`() throws {
        var engine = try engine()
        let request = try Samples.request()
        let first = engine.decide(request, standing: Samples.down, now: Samples.noon)
        let again = engine.decide(request, standing: Samples.down, now: Samples.noon + 9)
        #expect(!first.isRepeat && again.isRepeat)
        #expect(first.text == again.text && again.action == .deferIfPermit)
        // It died or came back since: nobody waits for that.
        let turned = engine.decide(request, standing: .unknown, now: Samples.noon + 9)
        #expect(.noEvidence == turned.reason && !turned.isRepeat)
        let later = engine.decide(request, standing: Samples.down, now: Samples.noon + 10)
        #expect(.deferIfPermit == later.action && !later.isRepeat)
        let other = try Samples.request([.recipient: "carol@example.com"])
        let fresh = engine.decide(other, standing: Samples.down, now: Samples.noon + 11)
        #expect(.deferIfPermit == fresh.action)
    }

    @Test(arguments: [1, 60, 299, 3_600, 20_000])
    func `nobody is pushed back longer than the limit`(interval: Int64) throws {
        var engine = try engine()
        var passed: Int64?
        for attempt in 0..<5_000 where passed == nil {
            let time = Int64(attempt) * interval
            let request = try Samples.request([.instance: "i\(attempt)"])
            let verdict = engine.decide(
                request,
                standing: Samples.down,
                now: Samples.noon + time
            )
            if verdict.action == .dunno { passed = time }
        }
        let waited = try #require(passed)
        #expect(waited >= 3_600 && waited < 3_600 + interval)
    }

    @Test func `whom it pushes back since when goes through bytes`() throws {
        let clock = TestClock(Samples.noon)
        let first = PolicyDesk(standings: DownSource(), clock: clock.now)
        var revision: UInt64 = 0
        first.begin(try Samples.enforcing(), memory: nil)
        #expect(nil == first.pushBackMemory(since: &revision))
        #expect(.deferIfPermit == first.verdict(for: try Samples.request()).action)
        let memory = try #require(first.pushBackMemory(since: &revision))
        #expect(nil == first.pushBackMemory(since: &revision))
        clock.advance(3_599)
        let second = PolicyDesk(standings: DownSource(), clock: clock.now)
        second.begin(try Samples.enforcing(), memory: memory)
        let later = try Samples.request([.instance: "later"])
        #expect(.deferIfPermit == second.verdict(for: later).action)
        clock.advance(20)
        let last = try Samples.request([.instance: "last"])
        #expect(.pushedBackLongEnough == second.verdict(for: last).reason)
        let third = PolicyDesk(standings: DownSource(), clock: clock.now)
        third.begin(try Samples.enforcing(), memory: Array("nonsense".utf8) + [1])
        #expect(.deferIfPermit == third.verdict(for: last).action)
    }

    @Test func `a full table pushes nobody back`() throws {
        var engine = try engine { $0.pushBackCapacity = 1_024 }
        var counts: [VerdictReason: Int] = [:]
        for number in 0..<4_000 {
            let request = try Samples.request([
                .recipient: "r\(number)@example.com", .instance: "i\(number)",
            ])
            let time = Samples.noon + Int64(number / 100)
            counts[engine.decide(request, standing: Samples.down, now: time).reason, default: 0] +=
                1
        }
        #expect(counts[.rule, default: 0] <= 1_024)
        #expect(counts[.rule, default: 0] > 900)
        #expect(4_000 == counts[.rule, default: 0] + counts[.tableFull, default: 0])
    }

    @Test func `a clock that goes back lets mail pass`() throws {
        var engine = try engine()
        _ = engine.decide(try Samples.request(), standing: Samples.down, now: Samples.noon)
        let request = try Samples.request([.instance: "later"])
        let verdict = engine.decide(request, standing: Samples.down, now: Samples.noon - 600)
        #expect(.pushedBackLongEnough == verdict.reason)
    }

    @Test func `a new configuration does not begin anew`() throws {
        var engine = try engine()
        _ = engine.decide(try Samples.request(), standing: Samples.down, now: Samples.noon)
        engine.use(try Samples.enforcing())
        let request = try Samples.request([.instance: "later"])
        let verdict = engine.decide(request, standing: Samples.down, now: Samples.noon + 3_600)
        #expect(.pushedBackLongEnough == verdict.reason)
    }

    @Test func `a throttled destination gets its share, the longest waiting first`() throws {
        var engine = try engine {
            $0.rules[0].conditions = .init(); $0.rules[0].template = .throttled
        }
        var standing = DestinationStanding(state: .up)
        standing.throttled = true
        standing.passPercent = 30
        var passed = 0
        for number in 0..<1_000 {
            let request = try Samples.request([
                .recipient: "r\(number)@example.com", .instance: "i\(number)",
            ])
            let verdict = engine.decide(request, standing: standing, now: Samples.noon)
            if verdict.reason == .paced { passed += 1 }
        }
        #expect((220...380).contains(passed))
        for number in 0..<100 {
            let request = try Samples.request([
                .recipient: "r\(number)@example.com", .instance: "j\(number)",
            ])
            let verdict = engine.decide(request, standing: standing, now: Samples.noon + 2_520)
            #expect(.dunno == verdict.action)
        }
    }

    @Test func `no request, standing or rule makes an answer that permits`() throws {
        var numbers = SeededNumbers(state: 77)
        let states = ProtocolState.allCases.map(\.rawValue) + ["", "OK"]
        let clients = ["192.0.2.1", "::1", "127.0.0.1", "unknown", "", "203.0.113.9"]
        for round in 0..<1_000 {
            var configuration = try Samples.enforcing(
                RuleAction.allCases.randomElement(using: &numbers) ?? .dunno,
                mode: RuleMode.allCases.randomElement(using: &numbers) ?? .observe
            )
            configuration.mode = PolicyMode.allCases.randomElement(using: &numbers) ?? .off
            configuration.rules[0].template =
                ReplyTemplate.allCases.randomElement(using: &numbers) ?? .queue
            if Bool.random(using: &numbers) { configuration.rules[0].conditions = .init() }
            configuration.pushBackCapacity = 1_024
            var engine = PolicyEngine(configuration: configuration, seed: UInt64(round))
            var standing = DestinationStanding(
                state: DestinationState.allCases.randomElement(using: &numbers) ?? .up
            )
            standing.forced =
                (OperatorOrder.allCases + [nil, nil]).randomElement(using: &numbers) ?? nil
            standing.code = .allCases.randomElement(using: &numbers)
            standing.since = Int64.random(in: -5...(1 << 40), using: &numbers)
            standing.throttled = .random(using: &numbers)
            let noise = String(
                decoding: (0..<40).map { _ in UInt8.random(in: 0...255, using: &numbers) },
                as: UTF8.self
            )
            let request = try Samples.request([
                .protocolState: states.randomElement(using: &numbers),
                .clientAddress: clients.randomElement(using: &numbers),
                .recipient: Bool.random(using: &numbers) ? "bob@\(noise)" : "bob@example.com",
                .instance: Bool.random(using: &numbers) ? "" : "i",
            ])
            let verdict = engine.decide(request, standing: standing, now: Samples.noon)
            expectSafe(verdict, standing)
        }
    }

    private func expectSafe(_ verdict: Verdict, _ standing: DestinationStanding) {
        let reply = String(buffer: PolicyReply.encoded(verdict))
        let action = reply.dropFirst(7).prefix { $0 != " " && $0 != "\n" }
        #expect(PolicyAction(rawValue: String(action)) == verdict.action)
        #expect(reply.hasPrefix("action=") && reply.hasSuffix("\n\n"))
        #expect(verdict.text.utf8.count <= PolicyReply.longestText)
        #expect(verdict.text.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
        if !standing.hasEvidence { #expect(.dunno == verdict.action) }
        if verdict.action == .reject { #expect(.refuse == standing.forced) }
    }
}

/// Every destination is down.
private final class DownSource: StandingSource {
    func standing(of bytes: Span<UInt8>, _ range: ByteRange, at now: Int64) -> DestinationStanding {
        Samples.down
    }

    func probeStarted(_ bytes: Span<UInt8>, _ range: ByteRange, at now: Int64) {}
}

/// A clock that moves when it is told to.
private final class TestClock: Sendable {
    private let time: Mutex<Int64>

    init(_ start: Int64) { time = Mutex(start) }

    var now: @Sendable () -> Int64 {
        { [self] in time.withLock { $0 } }
    }

    func advance(_ seconds: Int64) { time.withLock { $0 += seconds } }
}
