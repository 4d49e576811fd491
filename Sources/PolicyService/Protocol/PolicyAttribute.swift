/// An attribute of a policy request, under the name that smtpd(8) sends.
///
/// All of Postfix 2.1 to 3.12, in the order of the wire. Source: SMTPD_POLICY_README and
/// check_policy_service() in smtpd_check.c.
public enum PolicyAttribute: UInt8, CaseIterable, Sendable, Hashable {
    case request
    case protocolState
    case protocolName
    case clientAddress
    case clientName
    case clientPort
    case reverseClientName
    case serverAddress
    case serverPort
    case heloName
    case sender
    case recipient
    case recipientCount
    case queueID
    case instance
    case size
    case etrnDomain
    case stress
    case saslMethod
    case saslUsername
    case saslSender
    case ccertSubject
    case ccertIssuer
    case ccertFingerprint
    case ccertPubkeyFingerprint
    case encryptionProtocol
    case encryptionCipher
    case encryptionKeysize
    case tlsSNI
    case policyContext
    case compatibilityLevel
    case mailVersion

    /// The name on the wire.
    public var name: String { Self.names[Int(rawValue)] }

    /// How many there are, as a constant for inline storage.
    static var count: Int { 32 }

    private static let names = [
        "request", "protocol_state", "protocol_name", "client_address", "client_name",
        "client_port", "reverse_client_name", "server_address", "server_port", "helo_name",
        "sender", "recipient", "recipient_count", "queue_id", "instance", "size", "etrn_domain",
        "stress", "sasl_method", "sasl_username", "sasl_sender", "ccert_subject", "ccert_issuer",
        "ccert_fingerprint", "ccert_pubkey_fingerprint", "encryption_protocol", "encryption_cipher",
        "encryption_keysize", "tls_sni", "policy_context", "compatibility_level", "mail_version",
    ]
}
