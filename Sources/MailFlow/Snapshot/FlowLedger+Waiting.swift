import Deferrals
import PostfixLog

extension FlowLedger {
    /// The messages that wait when the log ends.
    func snapshotWaiting(top: Int) -> FlowSnapshot.Waiting {
        var waiting = FlowSnapshot.Waiting(
            messages: 0,
            recipients: 0,
            held: 0,
            olderThanDay: 0,
            oldest: []
        )
        let dayBefore = totals.last == .min ? Int64.min : totals.last - 86_400
        for place in lives.placesByAge {
            let open = waitingRecipients(of: place)
            guard let first = open.first else { continue }
            waiting.messages += 1
            waiting.recipients += open.count
            if lives[place].isHeld { waiting.held += 1 }
            if lives[place].arrived <= dayBefore { waiting.olderThanDay += 1 }
            guard waiting.oldest.count < top else { continue }
            waiting.oldest.append(
                FlowSnapshot.Waiting.Message(
                    queueId: queueID(of: place),
                    arrived: lives[place].arrived,
                    sender: sender(of: place),
                    recipient: texts.text(recipients[first].address),
                    recipients: open.count,
                    code: recipients[first].lastCode.text
                )
            )
        }
        waiting.oldest.sort { ($0.arrived, $0.queueId) < ($1.arrived, $1.queueId) }
        return waiting
    }

    /// The queue ID of a life, as text.
    func queueID(of place: Int) -> String {
        lives[place].id.text ?? texts.text(lives[place].idText)
    }

    private func waitingRecipients(of place: Int) -> [Int] {
        var open: [Int] = []
        var next = lives[place].recipients
        while next != 0 {
            let recipient = Int(next) - 1
            if recipients[recipient].fate == .waiting { open.append(recipient) }
            next = recipients[recipient].next
        }
        return open.reversed()
    }
}
