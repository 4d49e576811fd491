import Deferrals

/// The failing attempts of one destination since its last sign of life.
struct AttemptStreak: Codable, Sendable, Hashable {
    /// A message, and when its newest attempt began.
    struct Message: Codable, Sendable, Hashable {
        var hash: UInt32
        var at: Seconds
    }

    var first: Seconds
    var last: Seconds
    var attempts: UInt32 = 0
    var tlsAttempts: UInt32 = 0
    var rounds: UInt32 = 1
    var roundStart: Seconds
    var lastConnected = Seconds.never
    /// Up to `mostMessages`; no rule asks for more.
    var messages: [Message] = []
    var code: DeferralCode
    var category: Deferrals.Category?

    private static let mostMessages = 8

    init(_ evidence: HealthEvidence, _ deferral: HealthEvidence.Deferral) {
        first = evidence.time
        last = evidence.time
        roundStart = evidence.time
        code = deferral.code
        category = deferral.category
    }

    mutating func add(
        _ evidence: HealthEvidence,
        _ deferral: HealthEvidence.Deferral,
        sameAttempt: Seconds,
        backoff: Seconds
    ) {
        let time = evidence.time
        first = min(first, time)
        if evidence.hasConnected { lastConnected = max(lastConnected, time) }
        if time > last || (time == last && deferral.code.rawValue <= code.rawValue) {
            code = deferral.code
            category = deferral.category
        }
        last = max(last, time)
        guard countMessage(evidence.message, time, sameAttempt) else { return }
        attempts &+= 1
        if deferral.isTLSClass { tlsAttempts &+= 1 }
        if time >= roundStart + backoff {
            rounds &+= 1
            roundStart = time
        }
    }

    /// False where the line is one more recipient of an attempt already counted.
    private mutating func countMessage(
        _ message: UInt64,
        _ time: Seconds,
        _ sameAttempt: Seconds
    ) -> Bool {
        let hash = UInt32(truncatingIfNeeded: message)
        guard let place = messages.firstIndex(where: { $0.hash == hash }) else {
            if messages.count < Self.mostMessages { messages.append(Message(hash: hash, at: time)) }
            return true
        }
        guard abs(time - messages[place].at) >= sameAttempt else { return false }
        messages[place].at = max(messages[place].at, time)
        return true
    }

    /// Why the streak is enough for 'down', empty where it is not; its age is the caller's to judge.
    func sufficiency(_ settings: HealthSettings) -> HealthReasons {
        var reasons: HealthReasons = []
        if tlsAttempts > 0, messages.count < settings.tlsMessages { return reasons }
        if attempts >= settings.downAttempts, messages.count >= settings.downMessages {
            reasons.insert(.manyAttempts)
        }
        if rounds >= settings.downRounds, messages.count >= settings.roundMessages {
            reasons.insert(.manyRounds)
        }
        if !reasons.isEmpty, tlsAttempts > 0 { reasons.insert(.tls) }
        return reasons
    }

    var summary: EvidenceSummary {
        EvidenceSummary(
            attempts: Int(attempts),
            messages: messages.count,
            rounds: Int(rounds),
            tlsAttempts: Int(tlsAttempts),
            first: first,
            last: last,
            lastConnected: lastConnected == .never ? nil : lastConnected
        )
    }
}
