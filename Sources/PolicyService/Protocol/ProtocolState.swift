/// Where in the SMTP session smtpd(8) asks.
///
/// BDAT is reported as DATA (Postfix 3.4).
public enum ProtocolState: String, CaseIterable, Sendable, Hashable {
    case connect = "CONNECT"
    case helo = "HELO"
    case ehlo = "EHLO"
    case xclient = "XCLIENT"
    case mail = "MAIL"
    case rcpt = "RCPT"
    case data = "DATA"
    case endOfMessage = "END-OF-MESSAGE"
    case vrfy = "VRFY"
    case etrn = "ETRN"

    /// True where a request can be about one recipient of a message.
    public var isInTransaction: Bool {
        switch self {
        case .rcpt, .data, .endOfMessage: true
        case .connect, .helo, .ehlo, .xclient, .mail, .vrfy, .etrn: false
        }
    }
}
