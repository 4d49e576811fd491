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
        var places: [Int] = []
        for place in lives.placesByAge {
            let open = waitingRecipients(of: place)
            guard !open.isEmpty else { continue }
            places.append(place)
            waiting.messages += 1
            waiting.recipients += open.count
            if lives[place].isHeld { waiting.held += 1 }
            if lives[place].arrived <= dayBefore { waiting.olderThanDay += 1 }
        }
        places.sort { isOlder($0, $1) }
        waiting.oldest = places.prefix(top).map { message(at: $0) }
        return waiting
    }

    /// A message that came again under a new queue ID is as old as under the first.
    private func isOlder(_ left: Int, _ right: Int) -> Bool {
        guard lives[left].arrived == lives[right].arrived else {
            return lives[left].arrived < lives[right].arrived
        }
        return queueID(of: left) < queueID(of: right)
    }

    private func message(at place: Int) -> FlowSnapshot.Waiting.Message {
        let open = waitingRecipients(of: place)
        let first = open[0]
        return FlowSnapshot.Waiting.Message(
            queueId: queueID(of: place),
            arrived: lives[place].arrived,
            sender: sender(of: place),
            recipient: texts.text(recipients[first].address),
            recipients: open.count,
            code: recipients[first].lastCode.text
        )
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
