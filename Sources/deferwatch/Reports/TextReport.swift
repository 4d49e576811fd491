import Deferrals
import MailFlow

/// The report on a terminal: what is wrong, how much, with whom.
enum TextReport {
    static func print(_ snapshot: FlowSnapshot, _ inputs: [LogInput]) {
        var buffer = OutputBuffer()
        let totals = snapshot.totals
        buffer.append("attempts \(totals.attempts)  sent \(totals.sent)  deferred \(totals.deferred)\n")
        for code in snapshot.codes where code.attempts > 0 {
            buffer.append("\(code.code)  \(code.attempts)  \(code.messages)  \(code.recipients)\n")
        }
        for row in snapshot.destinations {
            buffer.append("\(Escape.terminal(row.domain))  \(row.attempts)  \(row.lastCode)\n")
        }
        buffer.flush()
    }
}
