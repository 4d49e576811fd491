import Deferrals
import MailFlow

/// A summary of the queue for a terminal.
struct QueueText {
    let words: Words
    let mask: Mask
    let style: Style
    let top: Int
    /// When the listing was made, seconds since 1970.
    let asOf: Int64
    /// How long Postfix keeps trying, in seconds.
    let lifetime: Int64

    private var width: Int { min(Terminal.width, 120) }

    func text(of summary: borrowing QueueSummary) -> String {
        guard summary.total.messages > 0 else {
            return words.pick("The queue is empty.", "Kuyruk boş.") + "\n"
        }
        var lines = [style.bold(head(summary)), queues(summary), ""]
        lines += codes(summary) + destinations(summary) + oldest(summary) + unknown(summary)
        return lines.joined(separator: "\n") + "\n"
    }

    private func head(_ summary: borrowing QueueSummary) -> String {
        words.messages(summary.total.messages) + ", " + words.recipients(summary.total.recipients)
            + ", " + size(summary.total.bytes)
    }

    private func queues(_ summary: borrowing QueueSummary) -> String {
        let sorted = summary.queues.sorted {
            ($1.value.messages, $0.key) < ($0.value.messages, $1.key)
        }
        return sorted.map { "\(Escape.terminal($0.key)) \(words.number($0.value.messages))" }
            .joined(separator: "  ")
    }

    private func codes(_ summary: borrowing QueueSummary) -> [String] {
        guard summary.deferred > 0 else {
            return [
                words.pick("Nothing has been deferred.", "Ertelenmiş bir şey yok."), "",
            ]
        }
        var table = TextTable(columns: [
            .init(title: words.pick("Why", "Neden"), least: 20),
            .init(title: words.pick("messages", "ileti"), isRight: true),
            .init(title: words.pick("recipients", "alıcı"), isRight: true),
            .init(title: words.pick("size", "boyut"), isRight: true),
        ])
        for (code, sums) in QueueOrder.codes(summary.codes) {
            table.rows.append([
                words.label(code.text), words.number(sums.messages), words.number(sums.recipients),
                size(sums.bytes),
            ])
            guard code == .other || code == .cannotConnect else { continue }
            for (kind, count) in QueueOrder.kinds(summary.kinds, of: code).prefix(top) {
                let name = kind.category?.localizedName(words.language)
                let origin = kind.origin.localizedName(words.language)
                table.rows.append(["  " + (name ?? origin), "", words.number(count), ""])
            }
        }
        return table.lines(width: width, style: style) + [""]
    }

    private func destinations(_ summary: borrowing QueueSummary) -> [String] {
        let sorted = QueueOrder.destinations(summary.destinations)
        guard !sorted.isEmpty else { return [] }
        var table = TextTable(columns: [
            .init(title: words.pick("Destination", "Hedef"), least: 16),
            .init(title: words.pick("messages", "ileti"), isRight: true),
            .init(title: words.pick("size", "boyut"), isRight: true),
            .init(title: words.pick("oldest", "en eski"), isRight: true),
            .init(title: words.pick("why", "neden"), least: 20),
        ])
        for (domain, found) in sorted.prefix(top) {
            let code = QueueOrder.mostFrequent(found.codes)
            table.rows.append([
                words.name(ofDestination: domain), words.number(found.sums.messages),
                size(found.sums.bytes), age(found.oldest), code.map { words.label($0.text) } ?? "",
            ])
        }
        var lines = table.lines(width: width, style: style)
        if sorted.count > top {
            lines.append(
                words.pick(
                    "… and \(sorted.count - top) more",
                    "… ve \(sorted.count - top) tane daha"
                )
            )
        }
        return lines + [""]
    }

    private func oldest(_ summary: borrowing QueueSummary) -> [String] {
        guard !summary.oldest.isEmpty else { return [] }
        var table = TextTable(columns: [
            .init(title: words.pick("Oldest", "En eski")),
            .init(title: words.pick("age", "yaş"), isRight: true),
            .init(title: words.pick("queue", "kuyruk")),
            .init(title: words.pick("recipient", "alıcı"), least: 16),
            .init(title: words.pick("why", "neden"), least: 16),
        ])
        for message in summary.oldest.prefix(top) {
            let entry = message.entry
            let more = entry.recipients.count > 1 ? " +\(entry.recipients.count - 1)" : ""
            let recipient = entry.recipients.first.map { mask.address($0.address) } ?? "-"
            table.rows.append([
                entry.queueID, age(entry.arrivalTime), entry.queueName, recipient + more,
                message.kind.map(label) ?? "",
            ])
        }
        return table.lines(width: width, style: style) + expiry(summary) + [""]
    }

    private func expiry(_ summary: borrowing QueueSummary) -> [String] {
        guard let oldest = summary.oldestNotHeld else { return [] }
        let left = oldest + lifetime - asOf
        guard left > 0 else {
            return [words.pick("The first is past its time.", "İlkinin süresi doldu.")]
        }
        return [
            words.pick("The first expires in ", "İlkinin kalan süresi: ")
                + words.duration(Int(left)) + "."
        ]
    }

    private func unknown(_ summary: borrowing QueueSummary) -> [String] {
        let samples = QueueOrder.samples(summary.unclassified)
        guard !samples.isEmpty else { return [] }
        let title = words.pick(
            "No pattern knows these reasons:",
            "Hiçbir desenin tanımadığı nedenler:"
        )
        return [style.yellow(title)]
            + samples.prefix(top).map { reason, count in
                "  \(words.number(count))  "
                    + ShortReason.fit(mask.text(reason), width: max(40, width - 10))
            }
    }

    /// 'Other error' alone would tell nothing.
    private func label(_ kind: QueueSummary.Kind) -> String {
        kind.code == .other
            ? words.cause(kind.code.text, category: kind.category?.rawValue)
            : words.label(kind.code.text)
    }

    private func age(_ arrival: Int64) -> String {
        words.duration(Int(max(0, asOf - arrival)))
    }

    private func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1_000: "\(bytes) B"
        case ..<1_000_000: "\((bytes + 500) / 1_000) kB"
        case ..<1_000_000_000: "\((bytes + 500_000) / 1_000_000) MB"
        default: "\((bytes + 500_000_000) / 1_000_000_000) GB"
        }
    }
}
