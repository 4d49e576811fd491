import MailFlow
import PostfixLog

/// A message that came in by smtpd, and what became of it: all that a policy server would have been
/// asked about it, and whether its answer would have been right.
struct SimulatedMail {
    struct Recipient {
        /// Before aliasing, as smtpd knows it.
        var address: String
        /// When real tries to deliver it were deferred.
        var deferredTries: [Int64] = []
        /// Whether the first real try was a delivery; nil: the log has none.
        var wasSentAtOnce: Bool?

        /// Of its domain, in lower case; nil: there is none.
        var domain: String? { AddressDomain.of(address) }
    }

    var queueID: String
    /// When smtpd logged the client: seconds since 1970, UTC.
    ///
    /// smtpd asks at each RCPT and logs 'client=' with the first one that it takes.
    var arrived: Int64
    /// When it left the queue; nil: it had not when the log ended.
    var ended: Int64?
    var client: ClientLine
    var sender: String
    var recipients: [Recipient]

    /// nil: nobody would have asked, as for mail from sendmail(1), mail that comes back from a content
    /// filter, and mail whose sender the log does not have.
    init?(_ message: TracedMessage, zoneMinutes: Int) {
        guard message.previous == nil, let sender = message.sender,
            let client = ClientLine(message.arrival)
        else { return nil }
        func utc(_ time: LogTime) -> Int64 {
            time.instant(assuming: zoneMinutes)
        }
        self.client = client
        self.sender = sender
        queueID = message.queueID
        arrived = utc(message.arrived)
        ended = message.ended.map(utc)
        recipients = []
        var places: [String: Int] = [:]
        for traced in message.recipients {
            guard let address = traced.originalAddress ?? traced.address else { continue }
            // An alias has several targets and is one recipient to smtpd.
            let place = places[address] ?? recipients.count
            if place == recipients.count {
                recipients.append(Recipient(address: address))
                places[address] = place
            }
            for attempt in traced.attempts where attempt.verdict?.isSuspended != true {
                recipients[place].note(attempt, at: utc(attempt.time))
            }
        }
    }
}

extension SimulatedMail.Recipient {
    fileprivate mutating func note(_ attempt: TracedAttempt, at time: Int64) {
        let isSent = attempt.status == "sent"
        guard isSent || attempt.verdict != nil || attempt.status == "bounced" else { return }
        if attempt.verdict != nil { deferredTries.append(time) }
        wasSentAtOnce = wasSentAtOnce ?? isSent
    }
}
