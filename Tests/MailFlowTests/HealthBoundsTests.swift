import MailFlow
import Testing

/// Nothing grows without end, and what does not fit fails open.
@Suite struct HealthBoundsTests {
    @Test func `the longest idle destinations make room, never those in trouble`() {
        var settings = HealthSettings()
        settings.bounds.destinations = 50
        var book = HealthBook(settings: settings, seed: 1, collectsChanges: true)
        book.fail("dest.example", from: noon)
        for number in 0..<500 { book.see(.sent, "x\(number).example", at: noon + 601, number) }
        #expect(book.destinationCount == 50)
        #expect(book.counts.forgotten == 451)
        #expect(book.state("dest.example", at: noon + 602) == .down)
        #expect(Set(book.takeChanges().removed).count == 451)
        let known = (0..<500).count { book.state("x\($0).example", at: noon + 602) == .up }
        #expect(known == 49)
    }

    @Test func `where all are in trouble new ones stay unknown`() {
        var settings = HealthSettings()
        settings.bounds.destinations = 4
        settings.guards.localActive = .max
        var book = HealthBook(settings: settings, seed: 1)
        for number in 0..<8 {
            book.fail("x\(number).example", from: max(noon, book.clock))
        }
        #expect(book.destinationCount == 4)
        #expect(book.counts.untracked > 0)
        #expect(book.standing(of: "x7.example", now: book.clock) == .unknown)
    }

    @Test func `troubles are bounded, and a down keeps its place`() {
        var settings = HealthSettings()
        settings.bounds.troubles = 10
        settings.guards.localActive = .max
        var book = HealthBook(settings: settings, seed: 1)
        book.fail("dest.example", from: noon)
        for number in 0..<300 { book.see(.refused, "x\(number).example", at: noon + 601, number) }
        #expect(book.allTroubled().count == 10)
        #expect(book.state("dest.example", at: noon + 602) == .down)
    }

    @Test func `troubles are handed out in small parts, each once`() {
        var settings = HealthSettings()
        settings.guards.localActive = .max
        var book = HealthBook(settings: settings, seed: 1)
        for number in 0..<700 { book.see(.refused, "x\(number).example", at: noon, number) }
        var cursor: Int? = 0
        var parts: [Int] = []
        var names: Set<String> = []
        while cursor != nil {
            let part = book.nextTroubled(&cursor)
            parts.append(part.count)
            for (domain, _) in part { names.insert(domain) }
        }
        #expect(parts == [256, 256, 188] && names.count == 700)
    }

    @Test func `transitions that nobody takes are bounded`() {
        var settings = HealthSettings()
        settings.bounds.transitions = 100
        var book = HealthBook(settings: settings, seed: 1)
        for second in 0..<1_000 {
            let line: Line = second % 3 < 2 ? .refused : .sent
            book.see(line, "dest.example", at: noon + Seconds(second) * 61, second)
        }
        let transitions = book.takeTransitions()
        #expect(transitions.count <= 100 && transitions.count > 50)
        #expect(book.counts.transitionsLost > 0)
    }

    @Test func `aliases are bounded`() {
        var settings = HealthSettings()
        settings.bounds.aliases = 5
        var book = HealthBook(settings: settings, seed: 1)
        for number in 0..<20 {
            var evidence = Line.sent.evidence("dest.example", at: noon)
            evidence.originalDomain = "alias\(number).example"
            book.record(evidence)
        }
        #expect(book.counts.untracked == 15)
    }

    @Test func `names that no domain has are ignored`() {
        var book = HealthBook(seed: 1)
        book.see(.refused, "", at: noon)
        book.see(.refused, String(repeating: "x", count: 256), at: noon)
        #expect(book.destinationCount == 0)
    }

    @Test func `new settings hold at once, and keep what is known`() {
        var settings = HealthSettings()
        settings.protection.sharedSetDomains = 0
        var book = HealthBook(settings: settings, seed: 1)
        book.fail("dest.example", from: noon)
        #expect(book.state("dest.example", at: noon + 601) == .down)
        settings.protection.ownDomains = ["dest.example"]
        book.apply(settings)
        #expect(book.state("dest.example", at: noon + 602) == .degraded)
        settings.protection.ownDomains = []
        book.apply(settings)
        #expect(book.state("dest.example", at: noon + 700) == .down)
    }
}
