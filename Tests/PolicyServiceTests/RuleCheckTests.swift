import PolicyService
import Testing

@Suite struct RuleCheckTests {
    private func problems(
        _ change: (inout PolicyConfiguration) throws -> Void
    ) throws -> [String] {
        var configuration = try Samples.enforcing()
        try change(&configuration)
        return configuration.validate().map { "\($0.severity.rawValue) \($0.keyPath)" }
    }

    @Test func `what is shipped is clean`() throws {
        #expect([] == PolicyConfiguration().validate())
        #expect([] == (try problems { _ in }))
        #expect(.observe == PolicyConfiguration().mode)
    }

    @Test func `a mode that enforces nothing is remarked on`() throws {
        var shipped = PolicyConfiguration()
        shipped.mode = .enforce
        let remarks = shipped.validate()
        #expect(["clients_with_queue"] == remarks.map(\.keyPath))
        #expect([.warning] == remarks.map(\.severity))
        shipped.clientsWithQueue.networks = [try NetworkPrefix("192.0.2.5")]
        #expect([] == shipped.validate())
        #expect(
            ["warning mode"]
                == (try problems {
                    for rule in $0.rules.indices { $0.rules[rule].mode = .observe }
                })
        )
    }

    @Test func `an enforcing defer needs clients with a queue`() throws {
        #expect(["error rule[0].action"] == (try problems { $0.clientsWithQueue = .init() }))
        #expect(
            ["warning mode"]
                == (try problems {
                    $0.clientsWithQueue = .init(); $0.rules[0].mode = .observe
                }),
            "an observing one does not"
        )
        #expect(
            []
                == (try problems {
                    $0.clientsWithQueue = .init(); $0.interactiveDefer = true
                })
        )
    }

    @Test func `a hold needs somebody who releases`() throws {
        let found = try problems {
            $0.rules[0].action = .hold; $0.iReleaseHolds = false
        }
        #expect(["error rule[0].action"] == found)
    }

    @Test func `a defer needs evidence`() throws {
        for states: Set<DestinationState> in [[], [.up], [.up, .down]] {
            let found = try problems { $0.rules[0].conditions.states = states }
            #expect(["error rule[0].action"] == found)
        }
        #expect(
            []
                == (try problems {
                    $0.rules[0].conditions.states = []
                    $0.rules[0].conditions.expiresWithin = .seconds(86_400)
                })
        )
    }

    @Test func `ids are plain and occur once`() throws {
        let found = try problems { configuration in
            configuration.rules.append(configuration.rules[0])
            configuration.rules.append(configuration.rules[0])
            configuration.rules[2].id = "not plain"
        }
        #expect(["error rule[1].id", "error rule[2].id"] == found)
    }

    @Test func `rules that never act are told`() throws {
        let found = try problems { configuration in
            configuration.rules[0].conditions.protocolStates = [.mail, .rcpt]
            configuration.rules[0].conditions.states.insert(.down)
            configuration.rules.insert(
                PolicyRule(id: "all", when: RuleConditions(), action: .dunno),
                at: 0
            )
        }
        #expect(["warning rule[1].protocol_state", "warning rule[1].id"] == found)
    }

    @Test func `numbers outside what makes sense are told`() throws {
        let found = try problems { configuration in
            configuration.maxPushBack = .zero
            configuration.pushBackCapacity = 1
            configuration.clientsWithQueue.networks = [try NetworkPrefix("0.0.0.0/0")]
            configuration.rules[0].conditions.sizeAtLeast = 10
            configuration.rules[0].conditions.sizeAtMost = 9
            configuration.rules[0].conditions.waitingAtLeast = 0
            configuration.rules[0].conditions.sinceAtLeast = .zero
        }
        #expect(
            [
                "error max_push_back", "error push_back_capacity", "warning clients_with_queue",
                "error rule[0].size_at_least", "error rule[0].since_at_least",
                "error rule[0].waiting_at_least",
            ] == found
        )
    }
}
