/// A second, optional verdict on TLS trouble, from Exchange Online's DANE/MTA-STS codes and the
/// result types of TLSRPT.
///
/// Source: RFC 8460 section 4.3.
public enum Refinement: String, CaseIterable, Sendable, Hashable {
    /// TLS was required, and the server did not offer it or refused to start it.
    case starttlsNotSupported = "starttls-not-supported"
    /// The certificate is past its end.
    case certificateExpired = "certificate-expired"
    /// TLSA records exist, none of them usable.
    case tlsaInvalid = "tlsa-invalid"
    /// The TLSA look-up failed: the signed answer could not be had.
    case dnssecInvalid = "dnssec-invalid"
    /// The certificate is for another name.
    case certificateHostMismatch = "certificate-host-mismatch"
    /// The issuer is not trusted here: self-signed or an unknown authority.
    case certificateNotTrusted = "certificate-not-trusted"
    /// DANE is demanded and the destination does not publish what it takes.
    case daneRequired = "dane-required"
    /// The handshake failed, or the certificate matches no TLSA record.
    case validationFailure = "validation-failure"

    /// Exchange Online's number for it, where it has one.
    public var number: String? {
        switch self {
        case .starttlsNotSupported: "4.7.321"
        case .certificateExpired: "4.7.322"
        case .tlsaInvalid: "4.7.323"
        case .dnssecInvalid: "4.7.324"
        case .certificateHostMismatch: "4.7.325"
        case .certificateNotTrusted, .daneRequired, .validationFailure: nil
        }
    }
}
