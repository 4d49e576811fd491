import Deferrals
import Foundation
import LogSource
import MailFlow
import PolicyService
import Testing

@testable import deferwatch

/// Rules asked while an old log goes by.
@Suite struct SimulateTests {
    /// A destination that fails from minute 60 to 150, and a message a minute to it.
    static func outage() -> OldLog {
        var log = OldLog()
        for minute in 0..<240 {
            log.message(minute, to: "dead.example", fails: 3_600..<9_000)
            // Others are well, or the fault would look like our own.
            for other in 0..<12 { log.message(minute, to: "well\(other).example", fails: 0..<0) }
        }
        return log
    }

    @Test func `what comes while a destination is down would have been deferred`() throws {
        let result = try Self.outage().simulate()
        #expect(result.asked == 240 * 13)
        #expect(result.byDestination.keys.sorted() == ["dead.example"])
        // Down takes ten minutes of failures; after that each minute's message is told 'later'.
        #expect((75...81).contains(result.total.deferred), "\(result.total.deferred)")
        #expect(result.messages == result.total.deferred)
        #expect(result.byRule.keys.sorted() == ["down"])
        let down = result.transitions.filter { $0.to == .down }
        #expect(down.map(\.domain) == ["dead.example"])
        #expect(down.first?.code == .connectionRefused)
        #expect(result.transitions.last?.to == .up)
    }

    @Test func `nobody is deferred for longer than max_push_back`() throws {
        let result = try Self.outage().simulate { $0.maxPushBack = .seconds(1_200) }
        #expect(result.total.longest == 1_200)
        #expect(result.total.stillOut == 0)
    }

    @Test func `tries that failed while the message was out are the ones that are saved`() throws {
        var log = OldLog()
        log.outage(of: "dead.example")
        // Arrives while it is down; tries at 0, 300, 900 and 2,100 s fail, the next is taken.
        log.message(90, to: "dead.example", fails: 0..<8_000)
        let result = try log.simulate { $0.maxPushBack = .seconds(1_000) }
        #expect(result.total.deferred == 1)
        #expect(result.total.savedTries == 3)
        #expect(result.total.falsePositives == 0)
    }

    @Test func `a message whose first try was a delivery was deferred for nothing`() throws {
        var log = OldLog()
        log.outage(of: "dead.example")
        log.message(90, to: "dead.example", fails: 0..<0)
        let result = try log.simulate()
        #expect(result.total.deferred == 1)
        #expect(result.total.falsePositives == 1)
        #expect(result.total.savedTries == 0)
    }

    @Test func `what would have been deferred gives no evidence`() throws {
        var log = OldLog()
        log.outage(of: "dead.example")
        log.message(90, to: "dead.example", fails: 0..<0)
        log.message(91, to: "dead.example", fails: 0..<0)
        // The first one's delivery is no sign of life: in the simulated run it did not happen.
        #expect(try log.simulate().total.deferred == 2)
        // A person's mail is not deferred, and its delivery is one.
        var withPerson = OldLog()
        withPerson.outage(of: "dead.example")
        withPerson.message(90, to: "dead.example", fails: 0..<0, login: "ann")
        withPerson.message(91, to: "dead.example", fails: 0..<0)
        let result = try withPerson.simulate()
        #expect(result.total.deferred == 0)
        #expect(result.people == 16)
    }

    @Test func `a rule on what logs do not tell is not evaluated`() throws {
        var policy = PolicyConfiguration()
        var large = RuleConditions()
        large.states = [.down]
        large.sizeAtLeast = 1_000_000
        large.policyContexts = ["relay"]
        policy.rules.insert(PolicyRule(id: "large", when: large, action: .defer), at: 0)
        let rules = SimulatedRules(policy)
        #expect(rules.notEvaluated.map(\.rule) == ["large"])
        #expect(rules.notEvaluated.first?.conditions == ["policy_context", "size_at_least"])
        #expect(rules.configuration.rules.map(\.id) == ["down-people", "down", "throttled"])
        #expect(rules.configuration.rules.allSatisfy { $0.mode == .enforce })
        let text = Self.text(SimulationResult(), rules)
        #expect(text.contains("rule 'large', for logs do not tell policy_context, size_at_least."))
    }

    @Test func `what waits is counted as the log goes by`() throws {
        // Fifteen messages of people wait from minute 60 on; later ones are delivered at once.
        var log = OldLog()
        log.outage(of: "slow.example")
        for minute in 0..<120 { log.message(minute, to: "slow.example", fails: 0..<0) }
        func deferred(_ change: (inout RuleConditions) -> Void) throws -> Int {
            var conditions = RuleConditions()
            change(&conditions)
            return try log.simulate { policy in
                policy.rules = [PolicyRule(id: "wait", when: conditions, action: .defer)]
                policy.maxPushBack = .seconds(86_400)
            }.total.deferred
        }
        #expect(try deferred { $0.waitingAtLeast = 1 } == 59)
        #expect(try deferred { $0.waitingAtLeast = 15 } == 31)
        #expect(try deferred { $0.waitingAtLeast = 16 } == 0)
        #expect(try deferred { $0.oldestAtLeast = .seconds(1_800) } == 30)
        #expect(try deferred { $0.expiresWithin = .seconds(5 * 86_400 - 1_800) } == 30)
    }

    @Test(arguments: [(true, 1), (false, 2)])
    func `mail on hold does not wait for its destination`(isHeld: Bool, deferred: Int) throws {
        var log = OldLog()
        log.message(60, to: "slow.example", fails: 3_600..<3_700, login: "ann")
        for minute in [61, 63] { log.message(minute, to: "slow.example", fails: 0..<0) }
        if isHeld { log.lines.append((3_700, "postfix/postsuper[4]: 4F10001: placed on hold")) }
        let result = try log.simulate { policy in
            var waiting = RuleConditions()
            waiting.waitingAtLeast = 1
            policy.rules = [PolicyRule(id: "wait", when: waiting, action: .defer)]
        }
        #expect(result.total.deferred == deferred)
    }

    @Test func `only clients with a queue are deferred where any are named`() throws {
        var log = OldLog()
        log.outage(of: "dead.example")
        log.message(90, to: "dead.example", fails: 0..<0)
        for (network, deferred) in [("192.0.2.0/24", 1), ("203.0.113.0/24", 0)] {
            let result = try log.simulate {
                $0.clientsWithQueue.networks = [try NetworkPrefix(network)]
            }
            #expect(result.total.deferred == deferred, "\(network)")
        }
    }

    @Test func `mail of sendmail and from a content filter is not asked about`() throws {
        var log = OldLog()
        log.outage(of: "dead.example")
        log.lines.append((5_400, "postfix/pickup[9]: AAAA1: uid=0 from=<root>"))
        log.finish("AAAA1", at: 5_400, to: "dead.example", fails: 0..<0)
        let result = try log.simulate()
        #expect(result.total.deferred == 0)
        #expect(result.notAsked == 1)
    }

    @Test func `an empty log has nothing to say`() throws {
        let result = try OldLog().simulate()
        #expect(result.first == nil)
        let text = Self.text(result, SimulatedRules(PolicyConfiguration()))
        #expect(text.hasPrefix("No mail in these logs.\n"))
    }

    @Test(
        arguments: [
            ("client=mx.example[192.0.2.1]", "192.0.2.1", ""),
            ("client=unknown[2001:db8::1]:40112", "2001:db8::1", ""),
            (
                "client=a[192.0.2.9], sasl_method=PLAIN, sasl_username=ann, sasl_sender=b",
                "192.0.2.9", "ann"
            ),
            ("client=odd[192.0.2.66][192.0.2.1]", "192.0.2.1", ""),
        ]
    )
    func `the client's line is taken apart`(line: String, address: String, login: String) throws {
        let client = try #require(ClientLine(line))
        #expect(client.address == address)
        #expect(client.saslUsername == login)
    }

    @Test(arguments: ["uid=0 from=<root>", "client=nobody", ""])
    func `another way in is no client`(line: String) {
        #expect(ClientLine(line) == nil)
    }

    @Test func `the report says the same in words and in JSON`() throws {
        let result = try Self.outage().simulate()
        let rules = SimulatedRules(PolicyConfiguration())
        let text = Self.text(result, rules)
        #expect(
            text.hasPrefix("\(result.total.deferred) recipients of \(result.messages) messages")
        )
        #expect(text.contains("clients_with_queue names nobody"))
        let bytes = SimulationJSON.bytes(result, rules)
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        )
        #expect(json["schema"] as? String == "deferwatch.simulate/1")
        let total = try #require(json["total"] as? [String: Any])
        #expect(total["deferred"] as? Int == result.total.deferred)
        #expect(total["false_positives"] as? Int == result.total.falsePositives)
        #expect(total["tries_saved"] as? Int == result.total.savedTries)
    }

    private static func text(_ result: SimulationResult, _ rules: SimulatedRules) -> String {
        SimulationText(
            result: result,
            rules: rules,
            style: Style(isColored: false),
            top: 10,
            width: 200,
            zoneMinutes: 0
        ).text()
    }
}

/// A log made up of messages at minutes of one morning.
struct OldLog {
    /// Seconds of the day from 08:00 on, and what was logged.
    var lines: [(time: Int, text: String)] = []
    private var count = 0

    /// A message from an application server, tried as Postfix does until it is taken.
    mutating func message(
        _ minute: Int,
        to domain: String,
        fails: Range<Int>,
        login: String? = nil
    ) {
        count += 1
        let id = "4F" + String(count + 0x10000, radix: 16).uppercased()
        let person = login.map { ", sasl_method=PLAIN, sasl_username=\($0)" } ?? ""
        lines.append((minute * 60, "postfix/smtpd[8]: \(id): client=app[192.0.2.5]\(person)"))
        finish(id, at: minute * 60, to: domain, fails: fails)
    }

    mutating func finish(_ id: String, at start: Int, to domain: String, fails: Range<Int>) {
        let recipient = "to=<\(id)@\(domain)>"
        lines.append((start, "postfix/cleanup[7]: \(id): message-id=<\(id)@app.example>"))
        lines.append(
            (
                start,
                "postfix/qmgr[6]: \(id): from=<app@example.com>, size=999, nrcpt=1 (queue active)"
            )
        )
        var (time, wait) = (start + 1, 300)
        while fails.contains(time) {
            lines.append(
                (
                    time,
                    "postfix/smtp[5]: \(id): \(recipient), relay=none, delay=\(time - start), "
                        + "delays=0/0/0/0, dsn=4.4.1, status=deferred (connect to mx.\(domain)"
                        + "[203.0.113.9]:25: Connection refused)"
                )
            )
            (time, wait) = (time + wait, min(4_000, wait * 2))
        }
        lines.append(
            (
                time,
                "postfix/smtp[5]: \(id): \(recipient), relay=mx.\(domain)[203.0.113.9]:25, "
                    + "delay=\(time - start), delays=0/0/0/0, dsn=2.0.0, status=sent (250 ok)"
            )
        )
        lines.append((time, "postfix/qmgr[6]: \(id): removed"))
    }

    /// Makes a destination down by minute 90, by mail of people, which is never deferred and stays in
    /// the queue.
    mutating func outage(of domain: String) {
        for minute in stride(from: 60, through: 88, by: 2) {
            message(minute, to: domain, fails: 0..<20_000, login: "ann")
        }
    }

    /// Runs the shipped rules, changed by `change`, over it.
    func simulate(
        _ change: (inout PolicyConfiguration) throws -> Void = { _ in }
    ) throws -> SimulationResult {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "simulate-\(UUID().uuidString)").path
        try Data(text.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        var policy = PolicyConfiguration()
        try change(&policy)
        let run = SimulationRun(
            bank: PatternBank(),
            rules: SimulatedRules(policy),
            health: HealthSettings(),
            clientRetry: 300,
            queueLifetime: 5 * 86_400,
            zoneMinutes: 0
        ) { input, problem in
            if !lines.isEmpty { Issue.record("\(input.path): \(problem)") }
        }
        return try run.result(of: [LogInput(path: path, firstYear: 2026, yearReference: nil)])
    }

    private var text: String {
        // Lines of one second stay in the order in which they were added.
        let sorted = lines.enumerated().sorted {
            ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
        }
        return sorted.map { _, line in
            let (hour, minute, second) = (
                8 + line.time / 3_600, line.time / 60 % 60, line.time % 60
            )
            let clock = [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }
            return "2026-11-03T\(clock.joined(separator: ":"))Z mx \(line.text)\n"
        }.joined()
    }
}
