import ByteScan
import Glibc
import MailFlow
import PolicyService

/// The daemon's own log, on standard error, where the service manager picks it up.
///
/// Lines are 'deferwatch: SUBJECT key=value …'; values that are not plain words are JSON strings.
/// Nobody who logs here waits for whoever reads it.
final class DaemonLog: Sendable {
    private let pump = OutputPump(descriptor: STDERR_FILENO)
    private let repeats = RepeatLimiter()

    /// A sentence.
    func note(_ text: String) {
        pump.write(Array("deferwatch: \(Escape.terminal(text))\n".utf8))
    }

    /// What changed in health.
    func report(_ news: HealthDesk.News) {
        for each in news.guards {
            let event = each.isActive ? "began" : "ended"
            note("guard \(LogFields([("guard", each.reason.rawValue), ("event", event)]))")
        }
        for each in news.transitions { note("health \(LogFields(each))") }
    }

    /// Something about the policy server's clients.
    func report(_ event: PolicyEvent, held: Int) {
        guard event.isWarning else { return }
        note("policy server: \(event)" + (held > 0 ? " (\(held) more like it)" : ""))
    }

    /// An answer that is not DUNNO, or would not be; the same for the same destination is told once
    /// a minute.
    func report(_ verdict: Verdict, _ request: PolicyRequest) {
        let now = DaemonClock.monotonic
        let destination = request.recipientDomain.map { request.bytes.span.text($0) } ?? ""
        let key = RepeatLimiter.Key(verdict, destination)
        let answer = repeats.admits(key, now: now) { "policy \(LogFields(verdict, request))" }
        guard case .told(let former) = answer else { return }
        if let former { note(former) }
        note("policy \(LogFields(verdict, request))")
    }

    /// Tells how often what was held back has come; about once a second.
    func settle() {
        for held in repeats.takeHeld(now: DaemonClock.monotonic) { note(held) }
    }

    private func note(_ held: RepeatLimiter.Held) { note("\(held.line) repeated=\(held.count)") }

    /// Writes what waits.
    func close() {
        _ = pump.close()
    }
}
