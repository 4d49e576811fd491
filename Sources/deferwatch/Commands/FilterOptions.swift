import ArgumentParser
import Deferrals
import MailFlow

/// Which attempts a report counts.
struct FilterOptions: ParsableArguments {
    @Option(
        help: """
            From this time on: RFC 3339, '2026-11-03', '2026-11-03 09:29[:01]' of the log's own \
            clock, or '24h' before the log's last line (from standard input: before now).
            """,
        transform: TimeBound.option
    )
    var since: TimeBound?

    @Option(help: "Up to this time, exclusive; as --since.", transform: TimeBound.option)
    var until: TimeBound?

    @Option(help: "Only deferrals of this code: 4.4.316, other. May be given again.")
    var code: [String] = []

    @Option(
        help: """
            Only mail to this domain; '.example.com' takes its sub-domains too. May be given again.
            """
    )
    var destination: [String] = []

    @Option(help: "Only mail to this address. May be given again.")
    var recipient: [String] = []

    @Option(help: "Only mail from this envelope sender. May be given again.")
    var sender: [String] = []

    @Option(help: "Only this message. May be given again.")
    var queueId: [String] = []

    func validate() throws {
        for text in code where DeferralCode(text: text) == nil {
            let known = DeferralCode.allCases.map(\.text).joined(separator: ", ")
            throw ValidationError("'\(text)' is no code; the codes are \(known)")
        }
        if let since, let until, !since.mayPrecede(until) {
            throw ValidationError("--since must be before --until: no time is between them")
        }
    }

    /// True where everything counts.
    var isEmpty: Bool {
        since == nil && until == nil && code.isEmpty && destination.isEmpty && recipient.isEmpty
            && sender.isEmpty && queueId.isEmpty
    }

    /// The filter for these logs.
    func filter(for inputs: [LogInput]) -> FlowFilter {
        let needsEnd = [since, until].contains { $0?.needsLogEnd ?? false }
        let end = needsEnd ? LogEnd.find(inputs) : nil
        var filter = filterWithoutTimes
        filter.since = since?.seconds(end: end)
        filter.until = until?.seconds(end: end)
        return filter
    }

    /// What passes whenever it was.
    var filterWithoutTimes: FlowFilter {
        var filter = FlowFilter()
        filter.codes = Set(code.compactMap { DeferralCode(text: $0) })
        filter.destinations = destination.map(FlowFilter.domain(typed:))
        filter.recipients = recipient.map(Self.address)
        filter.senders = sender.map(Self.address)
        filter.queueIDs = Set(queueId)
        return filter
    }

    /// An address as logs have it inside the angle brackets; '<>' is the null sender.
    private static func address(_ typed: String) -> String {
        let isBracketed = typed.hasPrefix("<") && typed.hasSuffix(">")
        return (isBracketed ? String(typed.dropFirst().dropLast()) : typed).lowercased()
    }

    /// The filter in words; nil: everything counts.
    func summary(_ filter: FlowFilter, mask: Mask, words: Words) -> String? {
        var parts: [String] = []
        let (from, to) = (words.pick("since ", "başlangıç "), words.pick("until ", "bitiş "))
        if let since = filter.since { parts.append(from + TimeText.civil(since)) }
        if let until = filter.until { parts.append(to + TimeText.civil(until)) }
        parts += code.map { words.pick("code ", "kod ") + $0 }
        parts += destination.map { words.pick("destination ", "hedef ") + $0 }
        parts += recipient.map { words.pick("recipient ", "alıcı ") + mask.address($0) }
        parts += sender.map { words.pick("sender ", "gönderen ") + mask.address($0) }
        parts += queueId.map { words.pick("queue ID ", "kuyruk kimliği ") + $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
