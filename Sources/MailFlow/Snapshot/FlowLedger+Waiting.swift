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
            oldest: [],
            oldestNotHeld: nil
        )
        let dayBefore = totals.last == .min ? Int64.min : totals.last - 86_400
        var ranked: [(arrived: Int64, place: Int)] = []
        for place in lives.placesByAge {
            let open = waitingRecipients(of: place)
            guard open.count > 0 else { continue }
            let arrived = lives[place].arrived
            ranked.append((arrived, place))
            waiting.messages += 1
            waiting.recipients += open.count
            if lives[place].isHeld {
                waiting.held += 1
            } else {
                waiting.oldestNotHeld = min(waiting.oldestNotHeld ?? arrived, arrived)
            }
            if arrived <= dayBefore { waiting.olderThanDay += 1 }
        }
        waiting.oldest = oldest(top, of: ranked).map { message(at: $0) }
        return waiting
    }

    /// The places that rank first: by arrival, then by queue ID.
    ///
    /// IDs become text where arrivals tie at the end of the list: a storm has a million of them. A
    /// message that came again under a new queue ID is as old as under the first.
    private func oldest(_ top: Int, of ranked: [(arrived: Int64, place: Int)]) -> [Int] {
        guard top > 0, !ranked.isEmpty else { return [] }
        let sorted = ranked.sorted { $0.arrived < $1.arrived }
        let last = sorted[min(top, sorted.count) - 1].arrived
        return sorted.prefix { $0.arrived <= last }
            .map { (arrived: $0.arrived, id: queueID(of: $0.place), place: $0.place) }
            .sorted { ($0.arrived, $0.id) < ($1.arrived, $1.id) }
            .prefix(top).map(\.place)
    }

    private func message(at place: Int) -> FlowSnapshot.Waiting.Message {
        let open = waitingRecipients(of: place)
        return FlowSnapshot.Waiting.Message(
            queueId: queueID(of: place),
            arrived: lives[place].arrived,
            sender: sender(of: place),
            recipient: texts.text(recipients[open.first].address),
            recipients: open.count,
            code: recipients[open.first].lastCode.text
        )
    }

    /// The queue ID of a life, as text.
    func queueID(of place: Int) -> String {
        lives[place].id.text ?? texts.text(lives[place].idText)
    }

    /// How many recipients wait, and the place of the one that was deferred first.
    private func waitingRecipients(of place: Int) -> (count: Int, first: Int) {
        var open = (count: 0, first: 0)
        var next = lives[place].recipients.newest
        while next != 0 {
            let recipient = Int(next) - 1
            if recipients[recipient].fate == .waiting { open = (open.count + 1, recipient) }
            next = recipients[recipient].next
        }
        return open
    }
}
