import ByteScan
import MailFlow
import TestSupport
import Testing

/// Destinations are found by the bytes of a request as they are by name.
@Suite struct DomainKeyTests {
    private func key(_ text: String) -> DomainKey? {
        let bytes = Array("<\(text)".utf8) + [UInt8](repeating: 0x41, count: blockSlack)
        return DomainKey(bytes.span, ByteRange(1, 1 + text.utf8.count))
    }

    private static func name(_ random: inout SeededRandom) -> String {
        let letters = Array("abcdefghij-.0")
        let length = Int.random(in: 1...(random.next() % 8 == 0 ? 250 : 30), using: &random)
        let label = (0..<length).map { _ in letters.randomElement(using: &random) ?? "a" }
        return String(label) + "x"
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `names of all lengths come and go, and each is found as itself`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var settings = HealthSettings()
        settings.bounds.destinations = 700
        var book = HealthBook(settings: settings, seed: seed, collectsChanges: true)
        var kept: Set<String> = []
        for number in 0..<4_000 {
            let name = Self.name(&random)
            book.see(.sent, name, at: noon + Seconds(number), number)
            kept.insert(name)
        }
        #expect(700 == book.destinationCount)
        let all = Set(book.snapshot.keys.map(\.domain))
        #expect(700 == all.count)
        #expect(all.isSubset(of: kept))
        let now = noon + 4_000
        for name in kept {
            let state = book.standing(of: name, now: now).state
            #expect((all.contains(name) ? .up : .unknown) == state, "\(name)")
            let asked = try #require(key(name.uppercased() + "."))
            #expect((all.contains(name) ? .up : nil) == book.standing(of: asked, now: now)?.state)
        }
    }

    @Test func `what is no name of a domain has no key`() {
        for text in ["", ".", "bücher.example", String(repeating: "a", count: 256)] {
            #expect(nil == key(text).map { _ in 1 }, "\(text)")
        }
        #expect(nil != key(String(repeating: "a", count: 255)).map { _ in 1 })
    }

    @Test func `forwarding holds for bytes, too`() throws {
        var book = HealthBook(seed: 1)
        book.fail("target.example", from: noon)
        var evidence = Line.refused.evidence("target.example", at: noon + 700)
        evidence.originalDomain = "alias.example"
        book.record(evidence)
        let now = noon + 701
        let asked = try #require(key("Alias.Example"))
        let byName = book.standing(of: "alias.example", now: now)
        #expect(.down == byName.state)
        #expect(byName == book.standing(of: asked, now: now))
        let other = try #require(key("other.example"))
        #expect(nil == book.standing(of: other, now: now))
    }

    @Test func `changes in parts are all of the changes`() throws {
        var book = HealthBook(seed: 1, collectsChanges: true)
        for number in 0..<50 { book.see(.sent, "d\(number).example", at: noon, number) }
        #expect(50 == book.changedCount)
        var names = book.takeChanges(most: 7).keys.map(\.domain)
        #expect(7 == names.count)
        while case let part = book.takeKeys(most: 7), !part.isEmpty { names += part.map(\.domain) }
        #expect(50 == names.count && 50 == Set(names).count)
        #expect(0 == book.changedCount)
        book.see(.sent, "d3.example", at: noon + 1, 99)
        #expect(["d3.example"] == book.takeChanges().keys.map(\.domain))
    }
}
