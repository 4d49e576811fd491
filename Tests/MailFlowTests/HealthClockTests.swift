import Deferrals
import MailFlow
import Testing

/// The wall clock was set back: what was dated by the clock before must not stand in the way of what
/// comes after.
@Suite struct HealthClockTests {
    /// How the book meets the earlier clock.
    enum Way: CaseIterable {
        case jump, restart
    }

    /// When the wrong clock showed, and when it was set right.
    private static let wrong = noon + 7_200
    private static let right = noon

    /// The book after `way`, at `right`.
    private static func setBack(_ book: HealthBook, _ way: Way) -> HealthBook {
        var book = book
        switch way {
        case .jump:
            let former = max(book.clock, wrong)
            book.observe(TailReading(now: former, monotonic: 0, lag: 0, lines: 0))
            book.observe(TailReading(now: right, monotonic: 1, lag: 0, lines: 0))
        case .restart:
            let settings = book.settings
            book = HealthBook(
                restoring: book.snapshot,
                settings: settings,
                seed: 1,
                now: right
            )
            book.observe(TailReading(now: right, monotonic: 1, lag: 0, lines: 0))
        }
        return book
    }

    /// Lets `seconds` pass after that.
    private static func pass(_ seconds: Seconds, _ book: inout HealthBook) {
        let now = right + seconds
        book.observe(TailReading(now: now, monotonic: 1 + seconds, lag: 0, lines: 0))
    }

    /// Five attempts of five messages in ten minutes, while time passes.
    private static func fail(_ domain: String, from start: Seconds, _ book: inout HealthBook) {
        for attempt in 0..<5 {
            let seconds = start + Seconds(attempt) * 150
            pass(seconds, &book)
            book.see(.refused, domain, at: right + seconds, attempt)
        }
    }

    @Test(arguments: Way.allCases) func `many failing alike are our own fault`(_ way: Way) {
        var book = HealthBook(seed: 1)
        // For as long as the guard looks back, and longer.
        for minute: Seconds in 0..<12 {
            for number in 0..<12 {
                book.see(.sent, "ok\(number).example", at: Self.wrong + minute * 60, number)
            }
        }
        book = Self.setBack(book, way)
        Self.pass(700, &book)
        for number in 0..<12 {
            book.see(.sent, "ok\(number).example", at: Self.right + 701, number)
        }
        for number in 0..<5 {
            book.see(.timedOut, "ok\(number).example", at: Self.right + 760, number)
        }
        #expect([.manyFailAlike] == book.activeGuards)
    }

    @Test(arguments: Way.allCases) func `failures of hours are not failures at once`(_ way: Way) {
        var book = HealthBook(seed: 1)
        for number in 0..<12 {
            let time = Self.wrong + Seconds(number) * 600
            book.see(number < 6 ? .timedOut : .sent, "ok\(number).example", at: time, number)
        }
        #expect(book.silence == nil)
        book = Self.setBack(book, way)
        Self.pass(1, &book)
        #expect(!book.activeGuards.contains(.manyFailAlike))
    }

    @Test(arguments: Way.allCases) func `a destination that dies afterwards is down`(_ way: Way) {
        var book = HealthBook(seed: 1)
        book.see(.sent, "dest.example", at: Self.wrong)
        book = Self.setBack(book, way)
        Self.fail("dest.example", from: 700, &book)
        #expect(book.state("dest.example", at: Self.right + 1_300) == .down)
    }

    @Test(arguments: Way.allCases) func `a warning silences for ten minutes, not for hours`(
        _ way: Way
    ) {
        var book = HealthBook(seed: 1)
        book.record(OwnWarning(kind: .noSpace, time: Self.wrong))
        #expect(book.silence == .postfixWarning)
        var later = book
        book = Self.setBack(book, way)
        #expect(book.activeGuards.contains(.postfixWarning))
        Self.pass(601, &book)
        Self.pass(721, &book)
        Self.pass(722, &book)
        #expect(book.silence == nil)
        // One that is over does not come back.
        later.tick(Self.wrong + 600)
        later.tick(Self.wrong + 721)
        #expect(later.silence == nil)
        later = Self.setBack(later, way)
        Self.pass(1, &later)
        #expect(!later.activeGuards.contains(.postfixWarning))
    }

    @Test(arguments: Way.allCases) func `a throttle ends as soon as ever`(_ way: Way) throws {
        var book = HealthBook(seed: 1)
        book.see(.rateLimited, "dest.example", at: Self.wrong)
        book = Self.setBack(book, way)
        let throttle = try #require(
            book.standing(of: "dest.example", now: Self.right + 1).throttle
        )
        #expect(Self.right + 600 == throttle.until)
        book.tick(Self.right + 601)
        #expect(book.standing(of: "dest.example", now: Self.right + 602).throttle?.isRamp == true)
        #expect(book.standing(of: "dest.example", now: Self.right + 1_203).throttle == nil)
    }

    @Test(arguments: Way.allCases) func `a word lasts as long as was said`(_ way: Way) throws {
        var book = HealthBook(seed: 1)
        try book.force("word.example", .down, for: 1_800, now: Self.wrong)
        let words = book.forcedVerdicts
        book = Self.setBack(book, way)
        if way == .restart { book.restore(forcedVerdicts: words, now: Self.right) }
        #expect(book.standing(of: "word.example", now: Self.right + 1_799).isPushedBack)
        #expect(!book.standing(of: "word.example", now: Self.right + 1_800).isPushedBack)
        #expect(book.forcedVerdicts.isEmpty)
    }

    @Test(arguments: Way.allCases) func `what was forwarded then is forgotten in time`(_ way: Way) {
        var settings = HealthSettings()
        settings.aliasLifetime = 3_600
        var book = HealthBook(settings: settings, seed: 1)
        var evidence = Line.sent.evidence("target.example", at: Self.wrong)
        evidence.originalDomain = "alias.example"
        book.record(evidence)
        book = Self.setBack(book, way)
        // Nothing was forwarded for so long: the domain's own evidence counts.
        Self.fail("alias.example", from: 3_600, &book)
        #expect(book.state("alias.example", at: Self.right + 4_200) == .down)
    }
}
