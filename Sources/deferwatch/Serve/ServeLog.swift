import Deferrals
import MailFlow
import PolicyService

/// The daemon's own log: one line per decision, on standard error, where systemd picks it up.
enum ServeLog {
    static func print(_ text: String) {
        Diagnostics.print("deferwatch: \(Escape.terminal(text))")
    }

    static func print(_ transition: HealthTransition) {
        let code = transition.code?.text ?? "-"
        print(
            "health destination=\(transition.domain) \(transition.subject.rawValue)"
                + " from=\(transition.from.rawValue) to=\(transition.to.rawValue) code=\(code)"
        )
    }

    static func print(_ event: PolicyEvent, held: Int) {
        print("policy \(event)" + (held > 0 ? " (\(held) more like it)" : ""))
    }

    /// An answer that is not DUNNO, or would not be.
    static func print(_ verdict: Verdict, _ request: PolicyRequest) {
        let recipient = request.text(.recipient) ?? ""
        let would = verdict.wouldAction.map { " would=\($0.rawValue)" } ?? ""
        let client = request.text(.clientAddress) ?? "-"
        print(
            "policy action=\(verdict.action.rawValue)\(would) reason=\(verdict.reason.name)"
                + " rule=\(verdict.ruleID ?? "-") recipient=\(recipient) client=\(client)"
        )
    }
}
