import Deferrals
import MailFlow
import Testing

/// One destination's story, line by line.
@Suite struct HealthScenarioTests {
    /// What happens at a time, and the state that is expected then.
    struct Step: Sendable {
        let at: Seconds
        let lines: [(Line, Int)]
        let state: HealthState

        init(_ at: Seconds, _ lines: [(Line, Int)] = [], _ state: HealthState) {
            self.at = at
            self.lines = lines
            self.state = state
        }
    }

    struct Story: Sendable, CustomTestStringConvertible {
        let name: String
        let steps: [Step]
        var testDescription: String { name }
    }

    /// Postfix in a hurry: everything ten times faster.
    static let quick: HealthSettings = {
        var settings = HealthSettings()
        settings.minimalBackoff = 30
        settings.maximalBackoff = 400
        settings.backoffMargin = 60
        settings.downAfter = 60
        settings.sameAttempt = 6
        settings.longestProbing = 360
        settings.longestDown = 8_640
        settings.probes.after = 30
        settings.probes.firstInterval = 6
        settings.probes.longestInterval = 90
        settings.probes.timeout = 12
        return settings
    }()

    static let stories: [Story] = [
        Story(
            name: "dies under load, and comes back",
            steps: [
                Step(0, [(.sent, 1)], .up),
                Step(10, [(.refused, 2)], .up),
                Step(12, [(.refused, 3)], .degraded),
                Step(40, [(.refused, 2), (.refused, 4)], .degraded),
                Step(42, [(.refused, 5)], .degraded),
                Step(69, [], .degraded),
                Step(70, [], .down),
                Step(200, [(.refused, 2)], .down),
                Step(300, [(.sent, 6)], .up),
            ]
        ),
        Story(
            name: "two messages need three rounds",
            steps: [
                Step(0, [(.timedOut, 1), (.timedOut, 2)], .degraded),
                Step(31, [(.timedOut, 1), (.timedOut, 2)], .degraded),
                Step(65, [], .degraded),
                Step(95, [(.timedOut, 1)], .down),
            ]
        ),
        Story(
            name: "one message is never enough",
            steps: (0..<8).map { Step($0 * 55, [(.timedOut, 1)], $0 == 0 ? .unknown : .degraded) }
        ),
        Story(
            name: "a message with fifty recipients is one attempt",
            steps: [
                Step(0, Array(repeating: (.refused, 1), count: 50), .unknown),
                Step(70, [], .unknown),
            ]
        ),
        Story(
            name: "opportunistic TLS needs three messages",
            steps: [
                Step(0, [(.handshake, 1), (.handshake, 2)], .degraded),
                Step(31, [(.handshake, 1), (.handshake, 2)], .degraded),
                Step(95, [(.handshake, 1)], .degraded),
                Step(96, [(.handshake, 3)], .down),
            ]
        ),
        Story(
            name: "silence: probing, then unknown",
            steps: [
                Step(0, [(.refused, 1), (.refused, 2), (.refused, 3)], .degraded),
                Step(50, [(.refused, 1), (.refused, 2)], .degraded),
                Step(60, [], .down),
                Step(509, [], .down),
                Step(510, [], .probing),
                Step(869, [], .probing),
                Step(870, [], .unknown),
            ]
        ),
        Story(
            name: "probing fails again",
            steps: [
                Step(0, [(.refused, 1), (.refused, 2), (.refused, 3)], .degraded),
                Step(50, [(.refused, 1), (.refused, 2)], .degraded),
                Step(520, [], .probing),
                Step(530, [(.refused, 4)], .down),
                Step(531, [(.lateReply, 4)], .up),
            ]
        ),
        Story(
            name: "old failures are forgotten",
            steps: [
                Step(0, [(.refused, 1), (.refused, 2)], .degraded),
                Step(459, [], .degraded),
                Step(460, [], .unknown),
            ]
        ),
        Story(
            name: "a limited rate is not down",
            steps: (0..<10).map { Step($0 * 20, [(.rateLimited, Int($0))], .unknown) }
        ),
    ]

    @Test(arguments: stories) func `a story ends as told`(_ story: Story) {
        var book = HealthBook(settings: Self.quick, seed: 1)
        for step in story.steps {
            for (line, message) in step.lines {
                book.see(line, "dest.example", at: noon + step.at, message)
            }
            let state = book.state("dest.example", at: noon + step.at)
            #expect(step.state == state, "\(story.name), second \(step.at)")
        }
    }

    @Test func `a verdict says why, since when and until when`() {
        var book = HealthBook(seed: 1)
        book.see(.sent, "dest.example", at: noon - 60)
        book.fail("dest.example", from: noon)
        let standing = book.standing(of: "DEST.example.", now: noon + 700)
        #expect(standing.state == .down)
        #expect(standing.code == .connectionRefused)
        #expect(standing.since == noon)
        #expect(standing.until == noon + 600 + 4_600 + 3_600)
        #expect(standing.lastLife == noon - 60)
        #expect(standing.nextHop == "mx.dest.example")
        #expect(standing.reasons == [.failing, .manyAttempts, .manyRounds])
        #expect(standing.evidence?.attempts == 5)
        #expect(standing.evidence?.messages == 5)
        #expect(standing.isPushedBack)
        let transitions = book.takeTransitions()
        #expect(transitions.map(\.to) == [.degraded, .down])
        #expect(transitions.last?.at == noon + 600)
        #expect(transitions.last?.evidence?.last == noon + 600)
        #expect(book.takeTransitions().isEmpty)
    }

    @Test func `fresh evidence does not keep a verdict for ever`() {
        var book = HealthBook(seed: 1)
        book.fail("dest.example", from: noon)
        var time = noon + 600
        while time < noon + 600 + 86_400 {
            #expect(book.state("dest.example", at: time) == .down)
            time += 600
            book.see(.refused, "dest.example", at: time, Int(time))
        }
        #expect(book.takeTransitions().contains { $0.reasons == .timeLimit && $0.to == .unknown })
    }

    @Test func `a sign of life older than the failures ends nothing`() {
        var book = HealthBook(seed: 1)
        book.fail("dest.example", from: noon)
        book.see(.sent, "dest.example", at: noon - 1)
        #expect(book.state("dest.example", at: noon + 601) == .down)
        #expect(book.standing(of: "dest.example", now: noon + 601).lastLife == noon - 1)
    }

    @Test func `what another relay took says nothing of the destination`() {
        var book = HealthBook(seed: 1)
        book.fail("dest.example", from: noon)
        book.see(.viaFallback, "dest.example", at: noon + 601, host: "backup.example")
        book.see(.localDelivery, "dest.example", at: noon + 602)
        #expect(book.state("dest.example", at: noon + 603) == .down)
    }

    @Test func `what another relay took closes that relay's own key`() {
        var book = HealthBook(seed: 1)
        book.fail("backup.example", from: noon)
        #expect(book.state("backup.example", at: noon + 600) == .down)
        book.see(.viaFallback, "dest.example", at: noon + 601, host: "backup.example")
        #expect(book.state("backup.example", at: noon + 601) == .up)
    }
}
