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
            let parts = Self.parts(of: code)
            for part in parts {
                let guidance = Guidance.of(
                    known,
                    category: part.category.flatMap(Category.init(rawValue:)),
                    refinement: part.refinement.flatMap(Refinement.init(rawValue:)),
                    origin: Origin(rawValue: part.origin),
                    language: language
                )
                let entry = entry(code, part, guidance, isOnly: parts.count == 1, snapshot)
                if let same = entries.firstIndex(where: { $0.guidance == entry.guidance }) {
                    entries[same].attempts += part.attempts
                } else {
                    entries.append(entry)
                }
            }
        }
        return entries.sorted { ($1.attempts, $0.code) < ($0.attempts, $1.code) }
    }

    /// Attempts for which the same is to be done.
    private struct Part {
        var origin: String
        var category: String?
        var refinement: String?
        /// One that it happened to; nil: rather no name than a wrong one.
        var destination: String?
        /// The server that was talked to there last.
        var server: String?
        var attempts: Int
    }

    /// A code's refined attempts, and its kinds less these: refined ones have no category.
    private static func parts(of code: FlowSnapshot.Code) -> [Part] {
        var parts = code.kinds.map {
            Part(
                origin: $0.origin,
                category: $0.category,
                destination: $0.destination,
                server: $0.server,
                attempts: $0.attempts
            )
        }
        for refined in code.refinements {
            parts.append(
                Part(
                    origin: refined.origin,
                    refinement: refined.refinement,
                    attempts: refined.attempts
                )
            )
            let general = parts.firstIndex {
                $0.origin == refined.origin && $0.category == nil && $0.refinement == nil
            }
            guard let general else { continue }
            parts[general].attempts -= refined.attempts
            // Perhaps of a refined one.
            parts[general].destination = nil
        }
        return parts.filter { $0.attempts > 0 }
    }

    private func entry(
        _ code: FlowSnapshot.Code,
        _ part: Part,
        _ guidance: Guidance,
        isOnly: Bool,
        _ snapshot: FlowSnapshot
    ) -> AdviceEntry {
        var target = Target(domain: part.destination, server: part.server)
        if isOnly || part.refinement == nil && code.kinds.count == 1,
            let worst = worstDestination(code: code.code, snapshot)
        {
            target = Target(
                domain: worst.domain,
                server: worst.server,
                lookup: worst.lastCode == code.code ? FailedLookup(reason: worst.lastReason) : nil
            )
        }
        return AdviceEntry(
            code: code.code,
            attempts: part.attempts,
            destination: target.domain,
            isOwn: target.domain.map(own.contains) ?? false,
            guidance: guidance.filled(with: values(code.code, target, snapshot))
        )
    }

    /// What commands are filled for.
    private struct Target {
        var domain: String?
        var server: String?
        var lookup: FailedLookup?
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
        _ target: Target,
        _ snapshot: FlowSnapshot
    ) -> CommandValues {
        guard let domain = target.domain else { return CommandValues() }
        let server = target.server.map(Server.init(text:))
        let message = snapshot.waiting.oldest.first { message in
            message.code == code && message.recipient.lowercased().hasSuffix("@" + domain)
        }
        return CommandValues(
            domain: domain,
            host: server?.host,
            address: server?.address,
            port: server?.port,
            queueID: message?.queueId,
            recipient: showsAddresses ? message?.recipient : nil
        ).naming(target.lookup)
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
