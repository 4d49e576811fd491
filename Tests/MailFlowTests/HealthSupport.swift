import Deferrals
import MailFlow

/// Lines as health sees them.
enum Line: CaseIterable {
    case sent, greylisted, rateLimited, content, dropped, refused, timedOut, noAddress, busyGreeting
    case handshake, certificate, echo, ownReply, resolver, filterDown, mailboxFull, lateReply
    case addressProbe, alert, localDelivery, viaFallback

    /// Lines of which no number may ever lead to 'down'.
    static let harmless: [Line] = [
        .sent, .greylisted, .rateLimited, .content, .dropped, .echo, .ownReply, .resolver,
        .filterDown, .mailboxFull, .lateReply, .addressProbe, .alert, .localDelivery, .viaFallback,
    ]
    /// Lines that speak of the destination.
    static let failures: [Line] = [.refused, .timedOut, .noAddress, .busyGreeting]
    /// Lines that end an automatic 'down'.
    static let life: [Line] = [.sent, .greylisted, .content, .lateReply]

    func evidence(
        _ domain: String,
        at time: Seconds,
        _ message: Int = 1,
        host: String? = nil
    ) -> HealthEvidence {
        var evidence = HealthEvidence(
            time: time,
            domain: domain,
            message: HealthHash.of("4dQ\(message)"),
            hosts: [host ?? "mx." + domain],
            hasConnected: true,
            kind: kind
        )
        if self == .addressProbe { evidence.exemption = .addressProbe }
        if self == .alert { evidence.exemption = .ownAlert }
        return evidence
    }

    private var kind: HealthEvidence.Kind {
        switch self {
        case .sent: .success(.init())
        case .localDelivery: .success(.init(isLocalNextHop: true))
        case .viaFallback: .success(.init(viaOtherRelay: true))
        default: .deferral(deferral)
        }
    }

    private var deferral: HealthEvidence.Deferral {
        switch self {
        case .greylisted: reply(.greylisted, .recipient, .rcpt)
        case .rateLimited: reply(.rateLimited, .sender, .greeting, code: .cannotConnect)
        case .content: reply(.content, .message, .endOfData)
        case .lateReply: reply(.remoteSystem, .message, .mail)
        case .mailboxFull:
            .init(
                code: .other,
                category: .mailboxFull,
                scope: .recipient,
                origin: .local,
                stage: .local
            )
        case .dropped: failure(.connectionClosed, .message, .rcpt)
        case .refused, .addressProbe, .alert: failure(.connectionRefused, .destination, .connect)
        case .timedOut: failure(.connectionTimedOut, .destination, .connect)
        case .noAddress: failure(.dnsQueryFailed, .destination, .dns)
        case .busyGreeting: reply(.remoteSystem, .destination, .greeting, code: .cannotConnect)
        case .handshake: failure(.cannotConnect, .destination, .starttls)
        case .certificate: failure(.certificateInvalid, .destination, .certificate)
        case .resolver: .init(code: .dnsQueryFailed, scope: .host, origin: .local, stage: .dns)
        case .echo, .ownReply, .filterDown: marked
        case .sent, .localDelivery, .viaFallback: failure(.other, .message, .rcpt)
        }
    }

    private var marked: HealthEvidence.Deferral {
        var deferral = failure(.connectionRefused, .destination, .connect)
        if self == .echo { deferral.isSuspended = true }
        if self == .ownReply { deferral.carriesOurMark = true }
        if self == .filterDown {
            deferral.isLocalNextHop = true
            deferral.origin = .local
            deferral.scope = .host
        }
        return deferral
    }

    private func failure(
        _ code: DeferralCode,
        _ scope: Scope,
        _ stage: Stage
    )
        -> HealthEvidence.Deferral
    {
        .init(code: code, scope: scope, origin: .network, stage: stage)
    }

    private func reply(
        _ category: Deferrals.Category,
        _ scope: Scope,
        _ stage: Stage,
        code: DeferralCode = .other
    ) -> HealthEvidence.Deferral {
        var deferral = HealthEvidence.Deferral(
            code: code,
            category: category,
            scope: scope,
            origin: .remote,
            stage: stage
        )
        deferral.hasReply = true
        return deferral
    }
}

extension HealthBook {
    /// Takes in one line.
    mutating func see(
        _ line: Line,
        _ domain: String,
        at time: Seconds,
        _ message: Int = 1,
        host: String? = nil
    ) {
        record(line.evidence(domain, at: time, message, host: host))
    }

    /// The state to go by.
    mutating func state(_ domain: String, at now: Seconds) -> HealthState {
        standing(of: domain, now: now).state
    }

    /// Five attempts of five messages in ten minutes: down at `start + 600`.
    mutating func fail(_ domain: String, from start: Seconds, host: String? = nil) {
        for attempt in 0..<5 {
            see(
                .refused,
                domain,
                at: start + Seconds(attempt) * 150,
                attempt,
                host: host
            )
        }
    }
}

/// A time that is no one's birthday: 2026-03-01 12:00 UTC.
let noon: Seconds = 1_772_366_400

extension HealthBook {
    /// Every part, one after the other.
    mutating func allTroubled() -> [(domain: String, standing: Standing)] {
        var found: [(domain: String, standing: Standing)] = []
        var cursor: Int? = 0
        while cursor != nil { found += nextTroubled(&cursor) }
        return found
    }
}
