import Dashboard
import Deferrals
import MailFlow

extension ServiceSnapshot {
    /// A busy hour of a mail host.
    static var sample: ServiceSnapshot {
        var snapshot = ServiceSnapshot()
        (snapshot.version, snapshot.started, snapshot.now) = ("0.1.0", 1_000, 5_000)
        snapshot.configurationLoaded = 1_001
        snapshot.mode = "enforce"
        snapshot.listeners = ["unix:/run/p"]
        snapshot.deferrals = [
            .init(code: .connectionRefused, service: "postfix/smtp"): 7,
            .init(code: .connectionRefused, service: "postfix/relay/smtp"): 2,
        ]
        snapshot.deliveries = ["sent": 90, "deferred": 9, "bounced": 1]
        snapshot.rowNanoseconds = ["shipped": 2_500_000_000, "acme.\"learning": 1_500]
        snapshot.lines.lines = 120
        snapshot.lines.relevant = 100
        snapshot.lines.unreadable = 3
        snapshot.tailBytes = ["/var/log/mail.log": 4_096]
        snapshot.rotations = ["renamed": 1]
        snapshot.tailLag = 2
        snapshot.destinations.known = 10
        snapshot.destinations.down = 1
        snapshot.destinations.degraded = 2
        snapshot.open = [
            .init(
                domain: "dead.example",
                state: "down",
                code: .connectionRefused,
                since: 4_000,
                waiting: 3
            )
        ]
        snapshot.answers = [
            .init(action: "DUNNO"): 40,
            .init(action: "DEFER_IF_PERMIT", mode: "enforce", rule: "down"): 2,
        ]
        snapshot.wouldAnswers = [.init(action: "DEFER", mode: "observe", rule: "watch"): 5]
        snapshot.durations = .init(
            bounds: [100, 1_000, 1_000_000],
            counts: [30, 10, 2, 0],
            nanoseconds: 12_500_000
        )
        return snapshot
    }
}
