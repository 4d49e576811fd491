import Deferrals
import PolicyService
import Testing

@Suite struct RuleConditionTests {
    typealias Change = @Sendable (inout RuleConditions) throws -> Void

    /// True where a rule with these conditions decides about the sample.
    private func applies(
        _ change: Change,
        _ changes: [PolicyAttribute: String?] = [:],
        _ standing: DestinationStanding
    ) throws -> Bool {
        var configuration = try Samples.enforcing(.warn)
        var conditions = RuleConditions()
        try change(&conditions)
        configuration.rules = [
            PolicyRule(id: "it", when: conditions, action: .warn, mode: .enforce)
        ]
        var engine = PolicyEngine(configuration: configuration, seed: 1)
        let request = try Samples.request(changes)
        return engine.decide(request, standing: standing, now: Samples.noon).action == .warn
    }

    private var standing: DestinationStanding {
        var standing = Samples.down
        standing.category = .rateLimited
        standing.provider = "Gmail"
        standing.oldest = .seconds(7_200)
        standing.expiresIn = .seconds(3_600)
        return standing
    }

    static let holding: [Change] = [
        { _ in }, { $0.states = [.down] }, { $0.throttled = false },
        { $0.codes = [.connectionTimedOut, .other] }, { $0.categories = [.rateLimited] },
        { $0.sinceAtLeast = .seconds(600) },
        { $0.destinations = [try DomainPattern("example.com")] },
        { $0.providers = ["gmail"] }, { $0.senders = [try AddressPattern("@example.org")] },
        { $0.clients = [try NetworkPrefix("192.0.2.0/24")] }, { $0.protocolStates = [.rcpt] },
        { $0.sizeAtLeast = 12_345 }, { $0.sizeAtMost = 12_345 }, { $0.waitingAtLeast = 12 },
        { $0.oldestAtLeast = .seconds(7_200) }, { $0.expiresWithin = .seconds(3_600) },
    ]

    static let failing: [Change] = [
        { $0.states = [.up, .degraded] }, { $0.throttled = true }, { $0.codes = [.dnsQueryFailed] },
        { $0.categories = [.greylisted] }, { $0.sinceAtLeast = .seconds(86_400) },
        { $0.destinations = [try DomainPattern(".example.com")] }, { $0.providers = ["Yahoo"] },
        { $0.senders = [try AddressPattern("bob@example.org")] },
        { $0.saslUsernames = ["*"] }, { $0.saslUsernames = ["alice"] },
        { $0.clients = [try NetworkPrefix("198.51.100.0/24")] }, { $0.policyContexts = ["relay"] },
        { $0.protocolStates = [.data] }, { $0.sizeAtLeast = 12_346 }, { $0.sizeAtMost = 12_344 },
        { $0.waitingAtLeast = 13 }, { $0.oldestAtLeast = .seconds(7_201) },
        { $0.expiresWithin = .seconds(3_599) },
    ]

    @Test(arguments: holding.indices) func `conditions that hold`(index: Int) throws {
        #expect(try applies(Self.holding[index], [:], standing))
    }

    @Test(arguments: failing.indices) func `conditions that do not`(index: Int) throws {
        #expect(try !applies(Self.failing[index], [:], standing))
    }

    @Test func `what is not known does not fit`() throws {
        var bare = DestinationStanding(state: .down)
        bare.waiting = 1
        for change in [3, 4, 5, 7, 14, 15] {
            #expect(try !applies(Self.holding[change], [:], bare))
        }
        #expect(try !applies({ $0.sizeAtLeast = 0 }, [.size: ""], standing))
        #expect(try !applies(Self.holding[9], [.clientAddress: "unknown"], standing))
    }

    @Test func `logins and contexts are matched byte for byte`() throws {
        #expect(try applies({ $0.saslUsernames = ["*"] }, [.saslUsername: "alice"], standing))
        #expect(
            try applies(
                { $0.saslUsernames = ["bob", "alice"] },
                [.saslUsername: "alice"],
                standing
            )
        )
        #expect(try !applies({ $0.saslUsernames = ["Alice"] }, [.saslUsername: "alice"], standing))
        #expect(try applies({ $0.policyContexts = ["relay"] }, [.policyContext: "relay"], standing))
    }

    @Test func `the first rule that applies decides`() throws {
        var configuration = try Samples.enforcing()
        configuration.rules.insert(
            PolicyRule(id: "spare", when: RuleConditions(), action: .dunno, mode: .enforce),
            at: 0
        )
        var engine = PolicyEngine(configuration: configuration, seed: 1)
        let verdict = engine.decide(
            try Samples.request(),
            standing: Samples.down,
            now: Samples.noon
        )
        #expect(.dunno == verdict.action && verdict.ruleID == "spare")
    }
}
