import Deferrals
import MailFlow
import Testing

/// How recovery is found, and how rates are raised again.
@Suite struct HealthProbeTests {
    private func downBook(_ seed: UInt64 = 1) -> HealthBook {
        var book = HealthBook(seed: seed)
        book.fail("dest.example", from: noon)
        return book
    }

    private func probe(_ book: inout HealthBook, _ after: Seconds) -> Bool {
        book.standing(of: "dest.example", now: noon + after, wantsProbe: true).isProbe
    }

    @Test func `one request passes when qmgr would try again, and no other`() {
        var book = downBook()
        #expect(!probe(&book, 601))
        #expect(!probe(&book, 899))
        #expect(!book.standing(of: "dest.example", now: noon + 901).isProbe)
        #expect(probe(&book, 902))
        #expect(!probe(&book, 902))
        #expect(!probe(&book, 1_021))
        #expect(book.standing(of: "dest.example", now: noon + 1_021, wantsProbe: true).isPushedBack)
    }

    @Test func `a question tells that a probe is due, and does not use it up`() {
        var book = downBook()
        #expect(!book.standing(of: "dest.example", now: noon + 899).offersProbe)
        #expect(book.standing(of: "dest.example", now: noon + 901).offersProbe)
        #expect(book.standing(of: "dest.example", now: noon + 902).offersProbe)
        #expect(probe(&book, 903))
        #expect(!book.standing(of: "dest.example", now: noon + 904).offersProbe)
    }

    @Test func `a probe of which nothing is logged is granted again`() {
        var book = downBook()
        #expect(probe(&book, 900))
        #expect(!probe(&book, 1_019))
        #expect(probe(&book, 1_020))
        #expect(probe(&book, 1_140))
    }

    @Test func `an echo neither passes nor fails a probe`() {
        var book = downBook()
        #expect(probe(&book, 900))
        book.see(.echo, "dest.example", at: noon + 905, 99)
        #expect(book.state("dest.example", at: noon + 906) == .down)
        #expect(probe(&book, 1_020))
    }

    @Test func `while mail is queued qmgr's attempts are the probes`() {
        var settings = HealthSettings()
        settings.minimalBackoff = 100
        var book = HealthBook(settings: settings, seed: 1)
        book.fail("dest.example", from: noon)
        book.setQueued(3, oldest: noon, for: "dest.example")
        #expect(!probe(&book, 700))
        #expect(!probe(&book, 899))
        book.setQueued(0, oldest: nil, for: "dest.example")
        #expect(probe(&book, 899))
        book.setQueued(3, oldest: noon, for: "dest.example")
        #expect(probe(&book, 1_019))
        #expect(book.standing(of: "dest.example", now: noon + 1_020).waiting == 3)
    }

    @Test(arguments: UInt64(1)...12) func `failed probes come at growing distances`(_ seed: UInt64)
    {
        var settings = HealthSettings()
        settings.minimalBackoff = 1
        settings.probes.after = 1
        var book = HealthBook(settings: settings, seed: seed)
        book.fail("dest.example", from: noon)
        var failed = noon + 600
        var next = failed
        for interval: Seconds in [1, 60, 120, 240, 480, 900, 900] {
            while !book.standing(of: "dest.example", now: next, wantsProbe: true).isProbe {
                next += 1
            }
            #expect(next - failed >= interval * 8 / 10, "seed \(seed), \(interval)")
            #expect(next - failed <= interval * 12 / 10, "seed \(seed), \(interval)")
            failed = next + 1
            next = failed
            book.see(.refused, "dest.example", at: failed, Int(failed))
        }
    }

    @Test func `a limited rate ends after three deliveries and is raised in steps`() throws {
        var book = HealthBook(seed: 1)
        book.see(.rateLimited, "dest.example", at: noon)
        var standing = book.standing(of: "dest.example", now: noon)
        #expect(standing.throttle?.category == .rateLimited)
        #expect(standing.throttle?.percent == 10)
        #expect(standing.state == .unknown && !standing.isPushedBack)
        for second: Seconds in 1...3 { book.see(.sent, "dest.example", at: noon + second) }
        standing = book.standing(of: "dest.example", now: noon + 3)
        #expect(standing.throttle?.isRamp == true)
        #expect(standing.throttle?.percent == 10)
        standing = book.standing(of: "dest.example", now: noon + 303)
        #expect(standing.throttle?.percent == 30)
        #expect(book.standing(of: "dest.example", now: noon + 603).throttle == nil)
        let reasons = book.takeTransitions().filter { $0.subject == .throttle }.map(\.reasons)
        #expect(reasons == [.throttled, .throttleEnded])
    }

    @Test func `ten clean minutes end it too, and another reply begins it again`() {
        var book = HealthBook(seed: 1)
        book.see(.rateLimited, "dest.example", at: noon)
        book.see(.rateLimited, "dest.example", at: noon + 500)
        #expect(book.standing(of: "dest.example", now: noon + 1_099).throttle?.isRamp == false)
        #expect(book.standing(of: "dest.example", now: noon + 1_100).throttle?.isRamp == true)
        book.see(.rateLimited, "dest.example", at: noon + 1_200)
        #expect(book.standing(of: "dest.example", now: noon + 1_201).throttle?.isRamp == false)
        #expect(book.standing(of: "dest.example", now: noon + 2_400).throttle == nil)
    }

    @Test func `the same seed spreads probes alike`() {
        let times = (0..<3).map { _ in
            var book = downBook(7)
            var granted: [Seconds] = []
            for after: Seconds in 601...6_000 where probe(&book, after) {
                granted.append(after)
                book.see(.refused, "dest.example", at: noon + after + 1, Int(after))
            }
            return granted
        }
        #expect(times[0].count > 3)
        #expect(times[0] == times[1] && times[1] == times[2])
    }
}
