import Testing

@testable import deferwatch

/// What is left of a reason where there is no room for it.
@Suite struct ShortReasonTests {
    static let said = "host mx.example.com[192.0.2.1] said: 451 4.7.1 "

    @Test(arguments: [" (in reply to RCPT TO command)", " (in reply to end of DATA command)"])
    func `where there is no room the command goes, not the reply`(command: String) {
        let reply = "Greylisted, please come back in 5 minutes"
        let short = "host mx.example.com said: 451 4.7.1 " + reply
        #expect(ShortReason.fit(Self.said + reply + command, width: 120).hasSuffix(command))
        #expect(ShortReason.fit(Self.said + reply + command, width: 80) == short)
        let long = Self.said + "Try again later, we have not seen you yet: " + reply + command
        #expect(ShortReason.fit(long, width: 74).hasSuffix("please come back in 5 minutes"))
        #expect(ShortReason.fit(long, width: 74).hasPrefix("host mx.example.com said: 451 4.7.1 "))
    }

    @Test(arguments: [
        " (in reply to", " (in reply to RCPT TO command) ", " (in reply to\u{2026}",
        " in reply to RCPT TO command)",
    ])
    func `what only resembles the command stays`(end: String) {
        let reason = Self.said + String(repeating: "a", count: 80) + end
        let tail = Escape.terminal(end).suffix(displayWidth: 10)
        #expect(ShortReason.fit(reason, width: 74).hasSuffix(tail))
    }
}
