import Deferrals
import PolicyService
import Testing

@testable import deferwatch

/// What the daemon's log says of answers, and how often.
@Suite struct DaemonLogTests {
    private func verdict(rule: String = "down") -> Verdict {
        var verdict = Verdict.dunno(.observed)
        verdict.wouldAction = .deferIfPermit
        verdict.ruleID = rule
        verdict.code = .connectionRefused
        verdict.since = 1_793_707_200
        verdict.evidence = ["attempts fail", "TLS failed"]
        return verdict
    }

    @Test func `a line has who, whom, why and since when`() throws {
        let request = try PolicyRequest([
            (.protocolState, "RCPT"), (.clientAddress, "192.0.2.1"), (.sender, "a@s.example"),
            (.recipient, "b@Dead.example"), (.policyContext, "relay"),
        ])
        #expect(
            "action=DUNNO would=DEFER_IF_PERMIT rule=down reason=observed destination=Dead.example"
                + " code=4.4.316 since=2026-11-03T12:00:00Z evidence=\"attempts fail; TLS failed\""
                + " client=192.0.2.1 sender=a@s.example recipient=b@Dead.example context=relay"
                == LogFields(verdict(), request).description
        )
    }

    @Test(arguments: [
        ("plain", "plain"), ("", "\"\""), ("two words", "\"two words\""), ("a=b", "\"a=b\""),
        ("\"q\"", "\"\\\"q\\\"\""), ("new\nline", "\"new\\u000aline\""),
        ("\u{1B}[2J", "\"\\u001b[2J\""), ("\u{202E}x", "\"\\u202ex\""),
    ])
    func `a value cannot be mistaken for another field or line`(value: String, written: String) {
        #expect("key=\(written)" == LogFields([("key", value)]).description)
    }

    @Test func `a long value is cut`() {
        let long = String(repeating: "x y ", count: 1_000)
        #expect(LogFields([("key", long)]).description.utf8.count < 600)
    }

    @Test func `the same answer is told once a minute, with the number held back`() {
        let limiter = RepeatLimiter()
        let key = RepeatLimiter.Key(verdict(), "dead.example")
        #expect(.told(after: nil) == limiter.admits(key, now: 0) { "first" })
        for now in Int64(1)..<60 { #expect(.held == limiter.admits(key, now: now) { "again" }) }
        #expect(limiter.takeHeld(now: 59).isEmpty)
        let held = limiter.takeHeld(now: 60)
        #expect([.init(line: "again", count: 59)] == held)
        #expect(.held == limiter.admits(key, now: 61) { "third" })
        #expect([1] == limiter.takeHeld(now: 120).map(\.count))
        #expect(limiter.takeHeld(now: 180).isEmpty)
        #expect(.told(after: nil) == limiter.admits(key, now: 181) { "fresh" })
    }

    @Test func `a request that comes before the look at what is due loses no count`() {
        let limiter = RepeatLimiter()
        let key = RepeatLimiter.Key(verdict(), "dead.example")
        #expect(.told(after: nil) == limiter.admits(key, now: 0) { "first" })
        for now in Int64(1)..<60 { #expect(.held == limiter.admits(key, now: now) { "again" }) }
        #expect(
            .told(after: .init(line: "again", count: 59)) == limiter.admits(key, now: 60) { "next" }
        )
        #expect(limiter.takeHeld(now: 60).isEmpty)
        #expect(.held == limiter.admits(key, now: 61) { "later" })
        #expect([.init(line: "later", count: 1)] == limiter.takeHeld(now: 120))
    }

    @Test func `another destination, rule or answer is another matter`() {
        let limiter = RepeatLimiter()
        #expect(
            .told(after: nil) == limiter.admits(.init(verdict(), "dead.example"), now: 0) { "" }
        )
        #expect(.held == limiter.admits(.init(verdict(), "DEAD.example"), now: 0) { "" })
        #expect(
            .told(after: nil) == limiter.admits(.init(verdict(), "other.example"), now: 0) { "" }
        )
        #expect(
            .told(after: nil)
                == limiter.admits(.init(verdict(rule: "x"), "dead.example"), now: 0) { "" }
        )
    }

    @Test func `what is remembered is bounded, and nothing is lost beyond it`() {
        let limiter = RepeatLimiter()
        for number in 0..<5_000 {
            #expect(
                .told(after: nil)
                    == limiter.admits(.init(verdict(), "d\(number).example"), now: 0) { "" }
            )
        }
        #expect(.held == limiter.admits(.init(verdict(), "d0.example"), now: 1) { "" })
        #expect(
            .told(after: nil) == limiter.admits(.init(verdict(), "d4999.example"), now: 1) { "" }
        )
    }
}
