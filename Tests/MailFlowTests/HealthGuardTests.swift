import Deferrals
import MailFlow
import Testing

/// When Deferwatch doubts itself, and what it never holds to be down.
@Suite struct HealthGuardTests {
    /// Twelve destinations that work, seen at `time`.
    private func healthy(_ book: inout HealthBook, at time: Seconds, count: Int = 12) {
        for number in 0..<count { book.see(.sent, "ok\(number).example", at: time, number) }
    }

    @Test(arguments: [Line.noAddress, .timedOut, .handshake])
    func `many failing alike are our own fault`(_ line: Line) {
        var book = HealthBook(seed: 1)
        healthy(&book, at: noon)
        for number in 0..<5 { book.see(line, "ok\(number).example", at: noon + 60, number) }
        #expect(book.silence == .manyFailAlike)
        #expect(book.standing(of: "ok0.example", now: noon + 61).silencedBy == .manyFailAlike)
        #expect(book.standing(of: "ok0.example", now: noon + 61).state != .degraded)
        for number in 0..<12 { book.see(.sent, "ok\(number).example", at: noon + 100, number) }
        book.tick(noon + 300)
        #expect(book.silence == nil)
        let guards = book.takeGuardTransitions()
        #expect(guards.map(\.isActive) == [true, false])
    }

    @Test func `what was read again under a guard counts when the guard ends`() {
        var book = HealthBook(restoring: HealthBook(seed: 1).snapshot, seed: 1, now: noon)
        book.observe(TailReading(now: noon + 601, monotonic: 1, lag: 4_000, lines: 1))
        #expect(book.silence == .restoredStateTooOld)
        book.fail("dest.example", from: noon)
        #expect(book.standing(of: "dest.example", now: noon + 601).learned == .degraded)
        book.observe(TailReading(now: noon + 602, monotonic: 2, lag: 0, lines: 9))
        #expect(book.silence == nil)
        #expect(book.standing(of: "dest.example", now: noon + 602).learned == .down)
    }

    @Test func `failing differently, or of one provider, is not`() {
        var book = HealthBook(seed: 1)
        healthy(&book, at: noon)
        for (number, line) in [Line.noAddress, .timedOut, .handshake].enumerated() {
            book.see(line, "ok\(number).example", at: noon + 60, number)
        }
        #expect(book.silence == nil)
        book = HealthBook(seed: 1)
        for number in 0..<12 {
            book.see(.sent, "ok\(number).example", at: noon, host: "ok\(number).mimecast.com")
        }
        for number in 0..<9 {
            book.see(.timedOut, "ok\(number).example", at: noon + 60, host: "x.mimecast.com")
        }
        #expect(book.silence == nil)
    }

    @Test func `a verdict from just before our own fault was understood is withdrawn`() {
        var book = HealthBook(seed: 1)
        book.fail("early.example", from: noon)
        #expect(book.state("early.example", at: noon + 600) == .down)
        healthy(&book, at: noon + 550)
        for number in 0..<8 { book.see(.timedOut, "ok\(number).example", at: noon + 600, number) }
        #expect(book.silence == .manyFailAlike)
        #expect(!book.standing(of: "early.example", now: noon + 601).isPushedBack)
        #expect(book.state("early.example", at: noon + 601) == .unknown)
    }

    @Test func `own errors and Postfix's warnings silence at once`() {
        var book = HealthBook(seed: 1)
        for number in 0..<2 { book.see(.resolver, "d\(number).example", at: noon, number) }
        #expect(book.silence == nil)
        book.see(.resolver, "d2.example", at: noon)
        #expect(book.silence == .ownErrors)
        book = HealthBook(seed: 1)
        book.record(OwnWarning(kind: .slowQueueManager, time: noon))
        #expect(book.silence == nil)
        book.record(OwnWarning(kind: .queueFileWriteError, time: noon))
        #expect(book.silence == .postfixWarning)
        book.tick(noon + 599)
        #expect(book.silence == .postfixWarning)
        book.tick(noon + 599 + 121)
        #expect(book.silence == nil)
    }

    @Test func `beyond the blast radius a destination stays degraded, and then may go down`() {
        var settings = HealthSettings()
        settings.guards.mostDown = 1
        var book = HealthBook(settings: settings, seed: 1)
        book.fail("a.example", from: noon)
        book.fail("b.example", from: noon + 601)
        let standing = book.standing(of: "b.example", now: noon + 1_202)
        #expect(standing.state == .degraded)
        #expect(standing.reasons.contains(.blastRadius))
        #expect(book.activeGuards == [.blastRadius])
        book.see(.sent, "a.example", at: noon + 1_203)
        #expect(book.state("b.example", at: noon + 1_300) == .down)
    }

    @Test func `a lagging tail silences, and withholds new verdicts`() {
        var book = HealthBook(seed: 1)
        book.observe(TailReading(now: noon, monotonic: 0, lag: 0, lines: 0))
        book.observe(TailReading(now: noon + 1, monotonic: 1, lag: 61, lines: 10))
        #expect(book.silence == .tailLag)
        book.fail("dest.example", from: noon + 1 - 300)
        let standing = book.standing(of: "dest.example", now: noon + 302)
        #expect(standing.state == .degraded && standing.reasons.contains(.staleData))
        book.observe(TailReading(now: noon + 303, monotonic: 303, lag: 0, lines: 20))
        #expect(book.silence == nil)
        #expect(book.state("dest.example", at: noon + 363) == .down)
    }

    @Test func `silence of a busy host is stale, of an idle one it is not`() {
        for lines in [10, 100] {
            var book = HealthBook(seed: 1)
            for second in 0...100 {
                book.observe(
                    TailReading(
                        now: noon + Seconds(second),
                        monotonic: Seconds(second),
                        lag: 0,
                        lines: second * lines / 100
                    )
                )
            }
            var reason: GuardReason?
            for second: Seconds in 101...705 {
                book.observe(
                    TailReading(now: noon + second, monotonic: second, lag: 0, lines: lines)
                )
                reason = book.silence
                if second == 695 { #expect(reason == nil) }
            }
            #expect(reason == (lines == 100 ? .silentLog : nil))
        }
    }

    @Test(arguments: [-7_200, 7_200] as [Seconds]) func `a clock jump starts learning anew`(
        _ jump: Seconds
    ) {
        var book = HealthBook(seed: 1)
        book.observe(TailReading(now: noon + 600, monotonic: 0, lag: 0, lines: 0))
        book.fail("dest.example", from: noon)
        #expect(book.state("dest.example", at: noon + 600) == .down)
        book.observe(TailReading(now: noon + 601 + jump, monotonic: 1, lag: 0, lines: 0))
        #expect(book.silence == .clockJump)
        #expect(book.state("dest.example", at: noon + 602 + jump) == .unknown)
        book.observe(TailReading(now: noon + 1_201 + jump, monotonic: 601, lag: 0, lines: 0))
        #expect(book.silence == nil)
    }

    @Test func `evidence from the future is ignored`() {
        var book = HealthBook(seed: 1)
        book.tick(noon)
        book.see(.refused, "dest.example", at: noon + 86_400 * 365)
        #expect(book.counts.implausible == 1)
        #expect(book.clock == noon)
    }

    @Test func `protected destinations are never down`() {
        var settings = HealthSettings()
        settings.protection.ownDomains = ["own.example"]
        settings.protection.relayHosts = ["relay.example"]
        var book = HealthBook(settings: settings, seed: 1)
        let cases: [(String, String, Protection)] = [
            ("own.example", "mx.own.example", .ownDomain),
            ("gmail.com", "mx.gmail.example", .listed),
            ("any.example", "relay.example", .relayhost),
            ("firm.example", "firm-example.mail.protection.outlook.com", .largeProvider),
        ]
        for (domain, host, protection) in cases {
            book.fail(domain, from: max(noon, book.clock), host: host)
            let standing = book.standing(of: domain, now: book.clock + 1)
            #expect(standing.state == .degraded, "\(domain)")
            #expect(standing.protection == protection)
            #expect(standing.reasons.contains(.protected))
        }
    }

    @Test func `unrelated domains behind one host are a relayhost, related ones are not`() {
        var book = HealthBook(seed: 1)
        for number in 0..<40 { book.see(.sent, "other\(number).example", at: noon) }
        for number in 0..<8 {
            book.see(.sent, "branch\(number).firm.example", at: noon, host: "mx.firm.example")
        }
        book.fail("branch0.firm.example", from: noon + 1)
        #expect(book.state("branch0.firm.example", at: noon + 602) == .down)
        for number in 0..<4 {
            book.see(.sent, "client\(number).example", at: noon + 603, host: "mx.firm.example")
        }
        // The fifth unrelated one: a gateway, so the verdict is withdrawn.
        let standing = book.standing(of: "branch0.firm.example", now: noon + 604)
        #expect(standing.state == .degraded)
        #expect(standing.protection == .sharedHosts)
    }

    @Test func `a small site's relayhost shows by its share`() {
        var book = HealthBook(seed: 1)
        for number in 0..<3 {
            book.see(.timedOut, "to\(number).example", at: noon, host: "relay.isp.example")
        }
        book.fail("to0.example", from: noon + 1, host: "relay.isp.example")
        #expect(book.standing(of: "to0.example", now: noon + 602).protection == .sharedHosts)
    }

    @Test(
        arguments: [
            (["a.co.uk", "b.co.uk", "c.co.uk", "d.co.uk", "e.co.uk"], Protection.sharedHosts),
            (["a.firm.co.uk", "b.firm.co.uk", "c.firm.co.uk", "d.firm.co.uk", "firm.co.uk"], nil),
            (["a.firm.org", "b.firm.org", "c.firm.org", "d.firm.org", "firm.org"], nil),
            (["a.org", "b.org", "c.org", "d.org", "e.org"], .sharedHosts),
        ] as [([String], Protection?)]
    )
    func `domains of one owner are told by their last labels`(
        _ domains: [String],
        _ expected: Protection?
    ) {
        var settings = HealthSettings()
        settings.protection.relayhostPercent = 101
        var book = HealthBook(settings: settings, seed: 1)
        for domain in domains { book.see(.refused, domain, at: noon, host: "mx.shared.example") }
        #expect(book.standing(of: domains[0], now: noon).protection == expected)
    }
}
