import MailFlow

extension Report {
    /// What the figures lack: patterns that gave up, messages without an end, lines that are none.
    var gaps: [String] {
        let totals = snapshot.totals
        var gaps: [String] = []
        if !limitHits.isEmpty {
            let hits = limitHits.prefix(5).map { "\($0.pattern) \(words.number($0.count))×" }
            let names = hits.joined(separator: ", ") + (limitHits.count > 5 ? ", …" : "")
            gaps.append(
                words.pick(
                    "Patterns that met a match limit and were skipped: \(names).",
                    "Eşleştirme sınırına takılıp atlanan desenler: \(names)."
                )
            )
        }
        if totals.closedUnknown > 0 {
            let count = words.messages(totals.closedUnknown)
            gaps.append(
                words.pick(
                    "\(count) left the log without an end: an ID was used again, or room was needed.",
                    "\(count) günlükten sonu görülmeden çıktı: kimliği yeniden kullanıldı ya da yer "
                        + "gerekti."
                )
            )
        }
        if totals.textsDropped > 0 {
            let count = words.messages(totals.textsDropped)
            gaps.append(
                words.pick(
                    "\(count) lost sender and message-ID to make room (--max-messages).",
                    "\(count), yer açmak için göndericisini ve ileti kimliğini yitirdi "
                        + "(--max-messages)."
                )
            )
        }
        if totals.unreadable > 0, totals.unreadable < totals.lines {
            let count = words.number(totals.unreadable)
            gaps.append(
                words.pick(
                    "Of \(words.lines(totals.lines)), \(count) could not be read as log lines.",
                    "\(words.number(totals.lines)) satırın \(count) "
                        + "tanesi günlük satırı değil."
                )
            )
        }
        return gaps
    }
}
