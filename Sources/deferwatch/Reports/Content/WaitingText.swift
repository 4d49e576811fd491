import MailFlow

/// What the queue looks like when the log ends, and when it will give up.
extension Report {
    /// Seconds that the oldest waiting message had waited when the log ended.
    var oldestAge: Int? {
        guard let oldest = snapshot.waiting.oldest.first, let end else { return nil }
        return max(0, Int(end - oldest.arrived))
    }

    /// When the first waiting message expires: qmgr(8) does not look at those on hold.
    var firstExpiry: Int64? {
        snapshot.waiting.oldestNotHeld.map { $0 + Int64(queueLifetime) }
    }

    /// An outage that lasted into the log's last hour: an older one explains nothing of now.
    var currentOutage: FlowSnapshot.Outage? {
        guard let outage = snapshot.outages.last, let end, end - outage.last < 3_600 else {
            return nil
        }
        return outage
    }

    /// How much waits: '45 messages, 52 recipients, 3 on hold'.
    var waitingSummary: String {
        let waiting = snapshot.waiting
        guard waiting.messages > 0 else {
            return filter == nil
                ? words.pick("Nothing waits when the log ends.", "Günlüğün sonunda bekleyen yok.")
                : words.pick(
                    "None of what passes the filter waits when the log ends.",
                    "Günlüğün sonunda süzgeçten geçenlerden bekleyen yok."
                )
        }
        let recipients = " (" + words.recipients(waiting.recipients) + ")"
        let held = words.number(waiting.held)
        let onHold = words.pick(", \(held) on hold", ", \(held) bekletmede")
        return words.messages(waiting.messages) + recipients + (waiting.held > 0 ? onHold : "")
            + "."
    }

    /// The oldest message, its age, and why it waits.
    var oldestLine: String? {
        guard let oldest = snapshot.waiting.oldest.first, let age = oldestAge else { return nil }
        let duration = words.duration(age)
        return words.pick(
            "Oldest \(duration): \(oldest.queueId) to \(oldest.recipient), \(oldest.code).",
            "En eskisi \(duration): \(oldest.queueId), alıcı \(oldest.recipient), \(oldest.code)."
        )
    }

    /// When the first message expires, and what Exchange Online's shorter limit would say.
    var expiryLines: [String] {
        guard let expiry = firstExpiry, let end else { return [] }
        let lifetime = words.duration(queueLifetime)
        let left = Int(expiry - end)
        let when = time(expiry)
        var lines = [
            left > 0
                ? words.pick(
                    "The first expires \(when), in \(words.duration(left)) (lifetime \(lifetime)).",
                    "İlkinin süresi \(words.duration(left)) sonra dolar: \(when) (ömür \(lifetime))."
                )
                : words.pick(
                    "The first was due to expire \(when) (lifetime \(lifetime)).",
                    "İlkinin süresi \(when) zamanında doldu (ömür \(lifetime))."
                )
        ]
        let late = words.number(snapshot.waiting.olderThanDay)
        if snapshot.waiting.olderThanDay > 0 {
            lines.append(
                words.pick(
                    "Over the 24 h of Exchange Online (EOP): \(late).",
                    "Exchange Online'ın (EOP) 24 saatini aşan: \(late)."
                )
            )
        }
        return lines
    }

    /// How deferred recipients ended.
    var fateSummary: String {
        let names: [(key: String, label: String)] = [
            ("bounced", words.bounced), ("expired", words.expired),
            ("deleted", words.pick("deleted", "silinen")),
            ("unknown", words.pick("end not in the log", "sonu günlükte olmayan")),
        ]
        var parts: [String] = []
        let recovery = snapshot.recovery
        if recovery.recipients > 0 {
            let mean = words.duration(recovery.meanSeconds)
            let longest = words.duration(recovery.longestSeconds)
            let count = words.number(recovery.recipients)
            parts.append(
                words.pick(
                    "\(count) delivered later (after \(mean) on average, \(longest) at most)",
                    "\(count) sonra teslim (ortalama \(mean), en çok \(longest))"
                )
            )
        }
        for name in names {
            guard let count = snapshot.fates[name.key], count > 0 else { continue }
            parts.append(words.number(count) + " " + name.label)
        }
        let waiting = words.pick("waiting", "bekleyen")
        parts.append(words.number(snapshot.waiting.recipients) + " " + waiting)
        return parts.joined(separator: ", ")
    }
}
