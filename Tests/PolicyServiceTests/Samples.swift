import Deferrals
import PolicyService

/// Requests and standings that the tests share.
enum Samples {
    /// What Postfix 3.12 sends at RCPT, in its order.
    static let attributes: [(PolicyAttribute, String)] = [
        (.request, "smtpd_access_policy"), (.protocolState, "RCPT"), (.protocolName, "ESMTP"),
        (.clientAddress, "192.0.2.1"), (.clientName, "mail.example.org"), (.clientPort, "40112"),
        (.reverseClientName, "mail.example.org"), (.serverAddress, "198.51.100.7"),
        (.serverPort, "25"), (.heloName, "mail.example.org"), (.sender, "alice@example.org"),
        (.recipient, "bob@example.com"), (.recipientCount, "0"), (.queueID, ""),
        (.instance, "1f4a.66a1b2c3.9c40.0"), (.size, "12345"), (.etrnDomain, ""), (.stress, ""),
        (.saslMethod, ""), (.saslUsername, ""), (.saslSender, ""), (.ccertSubject, ""),
        (.ccertIssuer, ""), (.ccertFingerprint, ""), (.ccertPubkeyFingerprint, ""),
        (.encryptionProtocol, "TLSv1.3"), (.encryptionCipher, "TLS_AES_256_GCM_SHA384"),
        (.encryptionKeysize, "256"), (.tlsSNI, "mx.example.com"), (.policyContext, ""),
        (.compatibilityLevel, "3.12"), (.mailVersion, "3.12-20260821"),
    ]

    static let wire = PolicyRequest.wireBytes(attributes)

    /// The sample with other values; nil takes an attribute away.
    static func request(_ changes: [PolicyAttribute: String?] = [:]) throws -> PolicyRequest {
        try PolicyRequest(changed(changes))
    }

    static func changed(_ changes: [PolicyAttribute: String?]) -> [(PolicyAttribute, String)] {
        attributes.compactMap { attribute, value in
            guard let change = changes[attribute] else { return (attribute, value) }
            return change.map { (attribute, $0) }
        }
    }

    /// 2026-08-21 12:00:00 UTC.
    static let noon: Int64 = 1_787_313_600

    /// Down since 09:12Z, refused.
    static var down: DestinationStanding {
        var standing = DestinationStanding(state: .down)
        standing.code = .connectionTimedOut
        standing.since = noon - 2 * 3_600 - 48 * 60
        standing.waiting = 12
        standing.reasons = ["5 attempts of 3 messages failed"]
        return standing
    }

    /// Defers when down, for the sample's client.
    static func enforcing(
        _ action: RuleAction = .deferIfPermit,
        mode: RuleMode = .enforce
    ) throws -> PolicyConfiguration {
        var configuration = PolicyConfiguration()
        configuration.mode = .enforce
        configuration.clientsWithQueue.networks = [try NetworkPrefix("192.0.2.0/24")]
        configuration.iReleaseHolds = true
        var when = RuleConditions()
        when.states = [.down]
        configuration.rules = [PolicyRule(id: "RULE", when: when, action: action, mode: mode)]
        return configuration
    }
}

/// Answers DUNNO, whatever is asked.
final class AlwaysDunno: VerdictSource {
    func verdict(for request: PolicyRequest) -> Verdict { .dunno(.off) }
}

/// Random numbers that come out alike in every run.
///
/// Source: SplitMix64.
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
