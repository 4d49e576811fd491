import Deferrals
import MailFlow
import TestSupport
import Testing

/// What holds for every stream of evidence; a failing seed is in the test's arguments.
@Suite struct HealthPropertyTests {
    static let seeds: [UInt64] = Array(1...24)

    private static let domains = (0..<12).map { "d\($0).example" }

    /// Lines of some kinds, with random domains, messages and gaps.
    private static func stream(
        _ kinds: [Line],
        count: Int,
        longestGap: Seconds,
        seed: UInt64
    ) -> [HealthEvidence] {
        var random = SeededRandom(seed: seed)
        var time = noon
        return (0..<count).map { _ in
            time += Seconds.random(in: 0...longestGap, using: &random)
            let domain = domains.randomElement(using: &random) ?? "d.example"
            let line = kinds.randomElement(using: &random) ?? .sent
            return line.evidence(domain, at: time, Int.random(in: 0..<6, using: &random))
        }
    }

    /// Guards and protection aside, so that the machine itself is what is tested.
    private static let unguarded: HealthSettings = {
        var settings = HealthSettings()
        settings.protection.sharedSetDomains = 0
        settings.guards.localActive = .max
        settings.guards.ownErrorDestinations = .max
        settings.guards.mostDownsPerWindow = .max
        settings.guards.mostDown = .max
        settings.guards.percentFrom = .max
        return settings
    }()

    @Test(arguments: seeds) func `harmless evidence never leads to down`(_ seed: UInt64) {
        var book = HealthBook(settings: Self.unguarded, seed: seed)
        for evidence in Self.stream(Line.harmless, count: 3_000, longestGap: 120, seed: seed) {
            book.record(evidence)
        }
        let transitions = book.takeTransitions().filter { $0.subject == .state }
        #expect(transitions.isEmpty, "seed \(seed)")
        for domain in Self.domains {
            let standing = book.standing(of: domain, now: book.clock, wantsProbe: true)
            #expect(!standing.isPushedBack, "seed \(seed)")
        }
    }

    @Test(arguments: seeds) func `any sign of life ends an automatic down`(_ seed: UInt64) {
        var book = HealthBook(settings: Self.unguarded, seed: seed)
        var random = SeededRandom(seed: seed)
        var downs = 0
        let stream = Self.stream(
            Line.failures + [.handshake, .certificate, .echo, .rateLimited],
            count: 3_000,
            longestGap: 60,
            seed: seed
        )
        for evidence in stream {
            book.record(evidence)
            guard book.state(evidence.domain, at: evidence.time).isDown,
                Int.random(in: 0..<4, using: &random) == 0
            else { continue }
            downs += 1
            let life = Line.life.randomElement(using: &random) ?? .sent
            book.see(life, evidence.domain, at: evidence.time)
            let standing = book.standing(of: evidence.domain, now: evidence.time)
            #expect(standing.state == .up, "seed \(seed)")
            #expect(standing.evidence == nil, "seed \(seed)")
        }
        #expect(downs > 0, "seed \(seed) put nothing to the test")
    }

    @Test(arguments: seeds) func `silence always ends an automatic down`(_ seed: UInt64) {
        var book = HealthBook(settings: Self.unguarded, seed: seed)
        for evidence in Self.stream(Line.failures, count: 1_500, longestGap: 20, seed: seed) {
            book.record(evidence)
        }
        let end = book.clock
        let down = Self.domains.filter { book.state($0, at: end).isDown }
        #expect(!down.isEmpty, "seed \(seed) put nothing to the test")
        for domain in down {
            let until = book.standing(of: domain, now: end).until
            #expect(until.map { $0 <= end + 4_600 + 3_600 } == true, "seed \(seed)")
        }
        book.tick(end + 4_600 + 3_600)
        for domain in down {
            #expect(book.state(domain, at: book.clock) == .unknown, "seed \(seed)")
        }
        #expect(book.allTroubled().isEmpty, "seed \(seed)")
    }

    @Test(arguments: seeds) func `without evidence nothing is known`(_ seed: UInt64) {
        var book = HealthBook(seed: seed)
        for evidence in Self.stream(Line.allCases, count: 1_000, longestGap: 60, seed: seed) {
            book.record(evidence)
        }
        let standing = book.standing(of: "other.example", now: book.clock, wantsProbe: true)
        #expect(standing.state == .unknown)
        #expect(!standing.isPushedBack)
        #expect(standing.reasons.isEmpty)
    }

    @Test(arguments: seeds) func `an operator's word survives life and ends at its limit`(
        _ seed: UInt64
    ) throws {
        var random = SeededRandom(seed: seed)
        var book = HealthBook(seed: seed)
        let limit = Seconds.random(in: 1...7_200, using: &random)
        try book.force("d0.example", .down, for: limit, now: noon)
        for evidence in Self.stream(Line.allCases, count: 800, longestGap: 20, seed: seed) {
            book.record(evidence)
            let standing = book.standing(of: "d0.example", now: evidence.time, wantsProbe: true)
            if evidence.time < noon + limit {
                #expect(standing.state == .down && standing.isPushedBack, "seed \(seed)")
                #expect(standing.forced?.until == noon + limit, "seed \(seed)")
            } else {
                #expect(standing.forced == nil, "seed \(seed)")
            }
        }
        book.tick(noon + 100_000)
        let words = book.takeTransitions().filter { $0.subject == .force }
        #expect(words.first?.reasons == .forced)
        #expect(words.last?.reasons == .forceEnded)
        #expect(words.last?.at == noon + limit, "seed \(seed)")
        #expect(words.count { $0.reasons.contains(.lifeWhileForced) } <= 1)
    }

    @Test(arguments: seeds) func `no more go down than the blast radius allows`(_ seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var settings = HealthSettings()
        settings.guards.localPercent = 100
        settings.guards.mostDown = Int.random(in: 3...12, using: &random)
        var book = HealthBook(settings: settings, seed: seed)
        var downs: [Seconds] = []
        var down: Set<String> = []
        for _ in 0..<6_000 {
            let time =
                book.clock == 0 ? noon : book.clock + Seconds.random(in: 0...3, using: &random)
            let number = Int.random(in: 0..<80, using: &random)
            let line: Line =
                number < 30 && Int.random(in: 0..<60, using: &random) != 0 ? .refused : .sent
            book.see(line, "x\(number).example", at: time, Int.random(in: 0..<9, using: &random))
            for transition in book.takeTransitions()
            where transition.from.isDown != transition.to.isDown {
                if transition.to.isDown {
                    downs.append(transition.at)
                    down.insert(transition.domain)
                } else {
                    down.remove(transition.domain)
                }
                let window = downs.count { $0 > transition.at - settings.guards.window }
                #expect(down.count <= settings.guards.mostDown, "seed \(seed)")
                #expect(down.count <= 8, "seed \(seed): 10 % of 80")
                #expect(window <= settings.guards.mostDownsPerWindow, "seed \(seed)")
            }
        }
        #expect(!downs.isEmpty, "seed \(seed) put nothing to the test")
        #expect(book.takeGuardTransitions().contains { $0.reason == .blastRadius && $0.isActive })
    }

    @Test(arguments: seeds) func `lines of one second may come in any order`(_ seed: UInt64) {
        var random = SeededRandom(seed: seed)
        // One failure kind: which of two codes of one second is shown does not matter here.
        let kinds: [Line] = [.refused, .refused, .refused, .sent, .rateLimited, .content, .echo]
        let stream = Self.stream(kinds, count: 600, longestGap: 240, seed: seed)
            .map { evidence in
                var evidence = evidence
                evidence.time -= evidence.time % 240
                return evidence
            }
        let groups = Dictionary(grouping: stream, by: \.time).sorted { $0.key < $1.key }
        var book = HealthBook(settings: Self.unguarded, seed: seed)
        var other = book
        for (time, lines) in groups {
            for evidence in lines { book.record(evidence) }
            for evidence in lines.shuffled(using: &random) { other.record(evidence) }
            for domain in Self.domains {
                let left = book.standing(of: domain, now: time)
                let right = other.standing(of: domain, now: time)
                #expect(left.state == right.state, "seed \(seed), \(domain), \(time)")
                #expect(left.evidence == right.evidence, "seed \(seed), \(domain), \(time)")
                #expect(left.throttle == right.throttle, "seed \(seed), \(domain), \(time)")
                #expect(left.lastLife == right.lastLife, "seed \(seed), \(domain), \(time)")
            }
        }
    }
}
