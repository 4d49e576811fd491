import Deferrals
import MailFlow

/// What to do about one kind of deferral, with the commands filled for its top destination.
struct AdviceEntry: Sendable, Hashable {
    var code: String
    /// Deferred attempts of this kind.
    var attempts: Int
    /// The destination that the commands are filled for; nil: none is known.
    var destination: String?
    /// True where that destination is one of ours.
    var isOwn: Bool
    var guidance: Guidance

    /// The steps that fit whose destination it is.
    var fixes: [Fix] { isOwn ? guidance.fixesOwn : guidance.fixesPartner }
}

/// Collects the guidance for all that a snapshot shows.
struct Advisor {
    let own: OwnDomains
    let language: Language
    /// False with `--mask`: a hash is no address that a command could use.
    let showsAddresses: Bool

    /// One entry for each kind of deferral, most attempts first; kinds with the same guidance share
    /// one.
    func entries(for snapshot: FlowSnapshot) -> [AdviceEntry] {
        var entries: [AdviceEntry] = []
        for code in snapshot.codes {
            guard let known = DeferralCode(text: code.code) else { continue }
            let worst = worstDestination(code: code.code, snapshot)
            for kind in code.kinds {
                let guidance = Guidance.of(
                    known,
                    category: kind.category.flatMap(Category.init(rawValue:)),
                    origin: Origin(rawValue: kind.origin),
                    language: language
                )
                let entry = entry(code.code, kind.attempts, guidance, worst, snapshot)
                if let same = entries.firstIndex(where: { $0.guidance == entry.guidance }) {
                    entries[same].attempts += kind.attempts
                } else {
                    entries.append(entry)
                }
            }
        }
        return entries.sorted { ($1.attempts, $0.code) < ($0.attempts, $1.code) }
    }

    private func entry(
        _ code: String,
        _ attempts: Int,
        _ guidance: Guidance,
        _ row: FlowSnapshot.DestinationRow?,
        _ snapshot: FlowSnapshot
    ) -> AdviceEntry {
        AdviceEntry(
            code: code,
            attempts: attempts,
            destination: row?.domain,
            isOwn: row.map { own.contains($0.domain) } ?? false,
            guidance: guidance.filled(with: values(code, row, snapshot))
        )
    }

    private func worstDestination(
        code: String,
        _ snapshot: FlowSnapshot
    ) -> FlowSnapshot.DestinationRow? {
        snapshot.destinations.filter { $0.codes[code] != nil }
            .max { ($0.codes[code] ?? 0, $1.domain) < ($1.codes[code] ?? 0, $0.domain) }
    }

    private func values(
        _ code: String,
        _ row: FlowSnapshot.DestinationRow?,
        _ snapshot: FlowSnapshot
    ) -> CommandValues {
        guard let row else { return CommandValues() }
        let server = row.server.map(Server.init(text:))
        let message = snapshot.waiting.oldest.first { message in
            message.code == code && message.recipient.lowercased().hasSuffix("@" + row.domain)
        }
        return CommandValues(
            domain: row.domain,
            host: server?.host,
            address: server?.address,
            port: server?.port,
            queueID: message?.queueId,
            recipient: showsAddresses ? message?.recipient : nil
        )
    }
}

/// 'mx1.example.com[192.0.2.1]:25', taken apart.
private struct Server {
    var host: String?
    var address: String?
    var port: String?

    init(text: String) {
        guard let open = text.firstIndex(of: "["), let close = text.lastIndex(of: "]"),
            open < close
        else {
            host = text
            return
        }
        host = open == text.startIndex ? nil : String(text[..<open])
        address = String(text[text.index(after: open)..<close])
        let rest = text[text.index(after: close)...]
        port = rest.first == ":" ? String(rest.dropFirst()) : "25"
    }
}
