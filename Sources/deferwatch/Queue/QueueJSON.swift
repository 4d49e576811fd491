import Deferrals
import MailFlow

/// A summary of the queue as one JSON document.
struct QueueJSON {
    let mask: Mask
    let top: Int
    let asOf: Int64

    func bytes(of summary: borrowing QueueSummary) -> [UInt8] {
        var json = JSONText()
        let total = summary.total
        let (queues, codes, kinds) = (summary.queues, summary.codes, summary.kinds)
        let (destinations, oldest) = (summary.destinations, summary.oldest)
        let (deferred, unreadable) = (summary.deferred, summary.unreadable)
        let samples = QueueOrder.samples(summary.unclassified)
        json.object { json in
            json.field("schema", "deferwatch.queue/1")
            json.field("as_of", TimeText.rfc3339(asOf, offsetMinutes: 0))
            write(total, &json)
            json.field("deferred_recipients", deferred)
            json.field("unreadable_lines", unreadable)
            json.key("queues")
            json.array(queues.sorted { $0.key < $1.key }) { json, queue in
                json.object { json in
                    json.field("name", queue.key)
                    write(queue.value, &json)
                }
            }
            json.key("codes")
            json.array(QueueOrder.codes(codes)) { write($1.0, $1.1, kinds, &$0) }
            json.field("failing_destinations", destinations.count)
            json.key("destinations")
            json.array(Array(QueueOrder.destinations(destinations).prefix(top))) {
                write($1.0, $1.1, &$0)
            }
            json.key("oldest")
            json.array(oldest) { write($1, &$0) }
            json.key("unclassified")
            json.array(Array(samples.prefix(top))) { json, sample in
                json.object { json in
                    json.field("reason", mask.text(sample.0))
                    json.field("recipients", sample.1)
                }
            }
        }
        json.newline()
        return json.bytes
    }

    private func write(_ sums: QueueSummary.Sums, _ json: inout JSONText) {
        json.field("messages", sums.messages)
        json.field("recipients", sums.recipients)
        json.field("bytes", sums.bytes)
    }

    private func write(
        _ code: DeferralCode,
        _ sums: QueueSummary.Sums,
        _ kinds: [QueueSummary.Kind: Int],
        _ json: inout JSONText
    ) {
        json.object { json in
            json.field("code", code.text)
            json.field("name", code.localizedName(.english))
            write(sums, &json)
            json.key("kinds")
            json.array(QueueOrder.kinds(kinds, of: code)) { json, kind in
                json.object { json in
                    json.field("origin", kind.0.origin.rawValue)
                    json.field("category", kind.0.category?.rawValue)
                    json.field("recipients", kind.1)
                }
            }
        }
    }

    private func write(
        _ domain: String,
        _ destination: QueueSummary.Destination,
        _ json: inout JSONText
    ) {
        json.object { json in
            json.field("domain", domain)
            write(destination.sums, &json)
            json.field("oldest", TimeText.rfc3339(destination.oldest, offsetMinutes: 0))
            json.key("codes")
            let codes = destination.codes.sorted { $0.key.text < $1.key.text }
            json.array(codes) { json, code in
                json.object { json in
                    json.field("code", code.key.text)
                    json.field("recipients", code.value)
                }
            }
            json.field("reason", mask.text(Redaction.withoutCredentials(destination.reason)))
        }
    }

    private func write(_ message: QueueSummary.Message, _ json: inout JSONText) {
        let entry = message.entry
        let first = entry.recipients.first
        let reason = entry.recipients.compactMap(\.delayReason).first
        json.object { json in
            json.field("queue_id", entry.queueID)
            json.field("queue", entry.queueName)
            json.field("arrived", TimeText.rfc3339(entry.arrivalTime, offsetMinutes: 0))
            json.field("bytes", entry.messageSize)
            json.field("sender", mask.address(entry.sender))
            json.field("recipient", first.map { mask.address($0.address) })
            json.field("recipients", entry.recipients.count)
            json.field("code", message.kind?.code.text)
            json.field("category", message.kind?.category?.rawValue)
            json.field(
                "reason",
                reason.map { mask.text(Redaction.withoutCredentials($0), about: known(entry)) }
            )
        }
    }

    private func known(_ entry: QueueEntry) -> [String?] {
        [entry.sender] + entry.recipients.prefix(20).map(\.address)
    }
}
