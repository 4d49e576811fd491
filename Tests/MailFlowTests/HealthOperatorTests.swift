import Deferrals
import MailFlow
import Testing

/// The operator's word, and domains whose mail is forwarded.
@Suite struct HealthOperatorTests {
    @Test func `a word goes before evidence, guards and protection, and back`() throws {
        var book = HealthBook(seed: 1)
        book.see(.sent, "gmail.com", at: noon)
        book.record(OwnWarning(kind: .queueFileWriteError, time: noon))
        try book.force("Gmail.COM.", .down, for: 7_200, now: noon + 1)
        var standing = book.standing(of: "gmail.com", now: noon + 2, wantsProbe: true)
        #expect(standing.state == .down && standing.learned == .up)
        #expect(standing.silencedBy == nil && standing.isPushedBack)
        #expect(standing.until == noon + 7_201)
        #expect(standing.reasons == .forced)
        book.see(.sent, "gmail.com", at: noon + 3)
        standing = book.standing(of: "gmail.com", now: noon + 3)
        #expect(standing.state == .down)
        #expect(standing.reasons == [.forced, .lifeWhileForced])
        let wasReleased = book.release("gmail.com", now: noon + 4)
        let wasReleasedAgain = book.release("gmail.com", now: noon + 5)
        #expect(wasReleased && !wasReleasedAgain)
        #expect(book.state("gmail.com", at: noon + 6) == .up)
        #expect(
            book.takeTransitions().map(\.reasons) == [
                .forced, [.forced, .lifeWhileForced], .forceEnded,
            ]
        )
    }

    @Test func `up by word hides a down`() throws {
        var book = HealthBook(seed: 1)
        book.fail("dest.example", from: noon)
        try book.force("dest.example", .up, for: 60, now: noon + 601)
        #expect(!book.standing(of: "dest.example", now: noon + 602).isPushedBack)
        #expect(book.standing(of: "dest.example", now: noon + 602).learned == .down)
        #expect(book.standing(of: "dest.example", now: noon + 661).isPushedBack)
    }

    @Test func `a refusal is of the very domain alone`() throws {
        var book = HealthBook(seed: 1)
        try book.refuse("never.example", for: 86_400, now: noon)
        #expect(book.standing(of: "never.example", now: noon).forced?.kind == .refuse)
        #expect(book.standing(of: "sub.never.example", now: noon).forced == nil)
        var sent = Line.sent.evidence("never.example", at: noon + 1)
        sent.originalDomain = "alias.example"
        book.record(sent)
        let standing = book.standing(of: "alias.example", now: noon + 2)
        #expect(standing.forced == nil && !standing.state.isDown)
    }

    @Test func `a word of 'down' is for what is forwarded there, too`() throws {
        var book = HealthBook(seed: 1)
        try book.force("target.example", .down, for: 86_400, now: noon)
        var sent = Line.sent.evidence("target.example", at: noon + 1)
        sent.originalDomain = "alias.example"
        book.record(sent)
        let standing = book.standing(of: "alias.example", now: noon + 2)
        #expect(standing.forced?.kind == .down && standing.state == .down)
        #expect(standing.silencedBy == nil)
        #expect(book.forcedVerdict(on: "alias.example", now: noon + 2) == nil)
        #expect(book.forcedVerdict(on: "Target.example", now: noon + 2)?.kind == .down)
    }

    @Test func `a line from the future ends nothing that is timed`() throws {
        var book = HealthBook(seed: 1)
        book.tick(noon)
        try book.force("dest.example", .up, for: 240, now: noon)
        book.record(Line.sent.evidence("ahead.example", at: noon + 290))
        book.record(OwnWarning(kind: .noSpace, time: noon + 290))
        #expect(book.standing(of: "dest.example", now: noon + 2).forced?.kind == .up)
        #expect(book.clock == noon + 2)
        #expect(book.standing(of: "ahead.example", now: noon + 2).lastLife == noon + 1)
        #expect(book.standing(of: "dest.example", now: noon + 240).forced == nil)
    }

    @Test func `a word without a sensible limit is refused`() {
        var settings = HealthSettings()
        settings.bounds.forced = 1
        var book = HealthBook(settings: settings, seed: 1)
        for limit: Seconds in [0, -1, 31 * 86_400] {
            #expect(throws: HealthError.badLimit(limit, longest: 30 * 86_400)) {
                try book.force("a.example", .down, for: limit, now: noon)
            }
        }
        #expect(throws: HealthError.badDomain("")) { try book.refuse("", for: 1, now: noon) }
        #expect(throws: Never.self) { try book.force("a.example", .down, for: 9, now: noon) }
        #expect(throws: Never.self) { try book.force("a.example", .up, for: 99, now: noon) }
        #expect(throws: HealthError.tooManyForced(1)) {
            try book.force("b.example", .down, for: 9, now: noon)
        }
        book.tick(noon + 99)
        #expect(throws: Never.self) { try book.force("b.example", .down, for: 9, now: noon + 99) }
    }

    private func forward(_ book: inout HealthBook, _ targets: [String], at time: Seconds) {
        for target in targets {
            var evidence = Line.greylisted.evidence(target, at: time)
            evidence.originalDomain = "alias.example"
            book.record(evidence)
        }
    }

    @Test func `a forwarded domain is down only where all its targets are`() {
        var book = HealthBook(seed: 1)
        forward(&book, ["a.example", "b.example"], at: noon - 60)
        book.fail("a.example", from: noon)
        #expect(book.state("alias.example", at: noon + 601) == .unknown)
        book.fail("b.example", from: noon + 601)
        let standing = book.standing(of: "alias.example", now: noon + 1_202)
        #expect(standing.isPushedBack)
        #expect(standing.reasons.contains(.forwarded))
        book.see(.sent, "b.example", at: noon + 1_203)
        #expect(!book.standing(of: "alias.example", now: noon + 1_204).isPushedBack)
    }

    @Test func `a domain with own evidence, old targets or many is careful`() {
        var book = HealthBook(seed: 1)
        forward(&book, ["a.example"], at: noon - 60)
        book.see(.sent, "alias.example", at: noon - 60)
        book.fail("a.example", from: noon)
        #expect(book.state("alias.example", at: noon + 601) == .up)
        book = HealthBook(seed: 1)
        forward(&book, (0..<6).map { "t\($0).example" }, at: noon - 60)
        for number in 0..<6 {
            book.fail("t\(number).example", from: noon + Seconds(number) * 601)
        }
        #expect(!book.standing(of: "alias.example", now: noon + 3_700).isPushedBack)
        book = HealthBook(seed: 1)
        forward(&book, ["a.example"], at: noon - 8 * 86_400)
        book.fail("a.example", from: noon)
        #expect(!book.standing(of: "alias.example", now: noon + 601).isPushedBack)
        #expect(book.standing(of: "a.example", now: noon + 601).isPushedBack)
    }

    @Test func `probes of a forwarded domain are those of its targets`() {
        var book = HealthBook(seed: 1)
        forward(&book, ["a.example"], at: noon - 60)
        book.fail("a.example", from: noon)
        #expect(book.standing(of: "alias.example", now: noon + 900, wantsProbe: true).isProbe)
        #expect(!book.standing(of: "a.example", now: noon + 901, wantsProbe: true).isProbe)
    }
}
