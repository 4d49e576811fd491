import Deferrals
import PolicyService
import Testing

@Suite struct PolicyEngineTests {
    private let now = Samples.noon

    private func decide(
        _ configuration: PolicyConfiguration,
        _ changes: [PolicyAttribute: String?] = [:],
        _ standing: DestinationStanding = Samples.down
    ) throws -> Verdict {
        var engine = PolicyEngine(configuration: configuration, seed: 1)
        return engine.decide(try Samples.request(changes), standing: standing, now: now)
    }

    @Test func `a rule that enforces pushes back, and says who we are`() throws {
        let verdict = try decide(Samples.enforcing())
        #expect(.deferIfPermit == verdict.action)
        #expect(
            "4.4.315 example.com: no connection to its mail hosts since 09:12Z (Deferwatch RULE);"
                + " retry later" == verdict.text
        )
        #expect("RULE" == verdict.ruleID)
        #expect(.enforce == verdict.mode)
        #expect(.rule == verdict.reason)
        #expect(["5 attempts of 3 messages failed"] == verdict.evidence)
    }

    @Test func `registered codes stand in front where they are asked for`() throws {
        var configuration = try Samples.enforcing()
        configuration.replyCodes = .registered
        #expect(
            "4.4.1 example.com: no connection to its mail hosts since 09:12Z (4.4.315, Deferwatch"
                + " RULE); retry later" == (try decide(configuration)).text
        )
    }

    @Test(arguments: [PolicyMode.off, .observe, .advise])
    func `lower modes answer DUNNO`(mode: PolicyMode) throws {
        var configuration = try Samples.enforcing()
        configuration.mode = mode
        let verdict = try decide(configuration)
        #expect(.dunno == verdict.action)
        #expect((mode == .off ? nil : .deferIfPermit) == verdict.wouldAction)
    }

    @Test func `an observing rule only notes`() throws {
        let verdict = try decide(Samples.enforcing(mode: .observe))
        #expect(.dunno == verdict.action && verdict.text.isEmpty)
        #expect(.deferIfPermit == verdict.wouldAction && !verdict.wouldText.isEmpty)
        #expect(.observed == verdict.reason)
    }

    @Test func `as shipped, everybody is observed`() throws {
        let configuration = PolicyConfiguration()
        let program = try decide(configuration)
        #expect(.deferIfPermit == program.wouldAction && program.action == .dunno)
        #expect(.observe == program.mode)
        let person = try decide(configuration, [.saslUsername: "alice"])
        #expect(nil == person.wouldAction && person.informs && person.action == .dunno)
    }

    @Test func `the shipped rules enforce by the operator's word, for clients that are named`()
        throws
    {
        var configuration = PolicyConfiguration()
        configuration.mode = .enforce
        #expect(.dunno == (try decide(configuration)).action, "nobody has a queue")
        configuration.clientsWithQueue.networks = [try NetworkPrefix("192.0.2.0/24")]
        let named = try decide(configuration, [.clientAddress: "192.0.2.5"])
        #expect(.deferIfPermit == named.action && .enforce == named.mode)
        #expect(.dunno == (try decide(configuration, [.clientAddress: "198.51.100.5"])).action)
        let person = try decide(
            configuration,
            [.clientAddress: "198.51.100.5", .saslUsername: "alice"]
        )
        #expect(person.action == .dunno && person.informs)
    }

    @Test func `advice is given in the mode advise`() throws {
        for action in [RuleAction.warn, .info, .prepend] {
            var configuration = try Samples.enforcing(action)
            configuration.mode = .advise
            #expect(action.answer == (try decide(configuration)).action)
        }
    }

    @Test(arguments: [
        ([PolicyAttribute.sender: ""], VerdictReason.exempt),
        ([.sender: "double-bounce@x.example"], .exempt),
        ([.recipient: "Postmaster@example.com"], .exempt),
        ([.recipient: "abuse@example.com"], .exempt),
        ([.sender: "noreply-smtp-tls-reporting@example.org"], .exempt),
        ([.recipient: "tlsrpt@example.com"], .exempt),
        ([.clientAddress: "127.0.0.1"], .noRule), ([.clientAddress: "::1"], .noRule),
        ([.clientAddress: "203.0.113.1"], .noRule), ([.clientAddress: "unknown"], .noRule),
        ([.recipient: "bob"], .noRecipient), ([.recipient: ""], .noRecipient),
        ([.protocolState: "MAIL"], .noRecipient), ([.protocolState: "VRFY"], .noRecipient),
        ([.protocolState: "NEW-STATE"], .noRecipient),
        ([.clientAddress: "203.0.113.1", .saslUsername: "alice"], .noRule),
    ])
    func `some mail is never pushed back`(
        changes: [PolicyAttribute: String],
        expected: VerdictReason
    ) throws {
        let verdict = try decide(Samples.enforcing(), changes.mapValues { $0 })
        #expect(.dunno == verdict.action)
        #expect(expected == verdict.reason)
    }

    @Test func `a rule that names this machine applies to it`() throws {
        var configuration = try Samples.enforcing()
        let loopback = [try NetworkPrefix("127.0.0.0/8")]
        configuration.clientsWithQueue.networks = loopback
        #expect(.noRule == (try decide(configuration, [.clientAddress: "127.0.0.1"])).reason)
        configuration.rules[0].conditions.clients = loopback
        #expect(.deferIfPermit == (try decide(configuration, [.clientAddress: "127.0.0.1"])).action)
    }

    @Test func `clients with a queue are known by context too`() throws {
        var configuration = try Samples.enforcing()
        configuration.clientsWithQueue.networks = []
        configuration.clientsWithQueue.policyContexts = ["relay"]
        #expect(.dunno == (try decide(configuration)).action)
        #expect(.deferIfPermit == (try decide(configuration, [.policyContext: "relay"])).action)
        let person: [PolicyAttribute: String?] = [.policyContext: "submission"]
        #expect(.dunno == (try decide(configuration, person)).action)
        configuration.interactiveDefer = true
        #expect(.deferIfPermit == (try decide(configuration, person)).action)
    }

    @Test func `exemptions are kept`() throws {
        var configuration = try Samples.enforcing()
        configuration.exemptions.destinations = [try DomainPattern("example.com")]
        #expect(.exempt == (try decide(configuration)).reason)
        configuration.exemptions = .init()
        configuration.exemptions.senders = [try AddressPattern("@example.org")]
        #expect(.exempt == (try decide(configuration)).reason)
        configuration.exemptions = .init()
        configuration.exemptions.clients = [try NetworkPrefix("192.0.2.1")]
        #expect(.exempt == (try decide(configuration)).reason)
    }

    @Test func `the operator's word counts`() throws {
        var configuration = try Samples.enforcing()
        var standing = DestinationStanding.unknown
        #expect(.noEvidence == (try decide(configuration, [:], standing)).reason)
        standing.forced = .down
        let held = try decide(configuration, [:], standing)
        #expect(.deferIfPermit == held.action)
        #expect(
            "4.4.0 example.com: mail is held back by the operator (Deferwatch RULE); retry later"
                == held.text
        )
        standing = Samples.down
        standing.forced = .up
        #expect(.forcedUp == (try decide(configuration, [:], standing)).reason)
        standing = .unknown
        standing.forced = .refuse
        let refused = try decide(configuration, [.clientAddress: "192.0.2.9"], standing)
        #expect(.reject == refused.action)
        #expect(refused.text.hasPrefix("5.4.4 example.com: "))
        #expect(.exempt == (try decide(configuration, [.sender: ""], standing)).reason)
        for mode in [PolicyMode.observe, .advise] {
            configuration.mode = mode
            #expect(.reject == (try decide(configuration, [:], standing)).action)
        }
        configuration.mode = .off
        #expect(.dunno == (try decide(configuration, [:], standing)).action)
    }

    @Test func `a probe passes, and is told`() throws {
        var standing = Samples.down
        standing.offersProbe = true
        let verdict = try decide(Samples.enforcing(), [:], standing)
        #expect(.dunno == verdict.action && verdict.takesProbe && verdict.reason == .probe)
    }

    @Test func `INFO is WARN for a Postfix without it`() throws {
        #expect(.info == (try decide(Samples.enforcing(.info))).action)
        #expect(.warn == (try decide(Samples.enforcing(.info), [.clientPort: nil])).action)
    }

    @Test func `a header goes in once for each message, never at its end`() throws {
        var engine = PolicyEngine(configuration: try Samples.enforcing(.prepend), seed: 1)
        let first = engine.decide(try Samples.request(), standing: Samples.down, now: now)
        #expect(
            "X-Deferwatch: example.com; state=down; code=4.4.315; since=2026-08-21T09:12Z; rule=RULE"
                == first.text
        )
        let second = engine.decide(
            try Samples.request([.recipient: "carol@example.com"]),
            standing: Samples.down,
            now: now
        )
        #expect(.headerDone == second.reason && second.action == .dunno)
        let last = try decide(
            Samples.enforcing(.prepend),
            [.protocolState: "END-OF-MESSAGE"]
        )
        #expect(.dunno == last.action)
    }

    @Test func `hostile destinations cannot write into the answer`() throws {
        for domain in ["a b\r.example", "x(y)<z>;é.example", String(repeating: "a", count: 300)] {
            let verdict = try decide(Samples.enforcing(), [.recipient: "bob@" + domain])
            #expect(.deferIfPermit == verdict.action)
            #expect(verdict.text.utf8.count <= PolicyReply.longestText)
            let name = verdict.text.dropFirst(8).prefix { $0 != " " }
            #expect(name.utf8.allSatisfy { $0 > 0x2C && $0 < 0x7B }, "\(name)")
            #expect(verdict.text.hasSuffix("(Deferwatch RULE); retry later"))
        }
    }
}
