/// How far the delivery had come when it was deferred.
public enum Stage: String, CaseIterable, Sendable, Hashable {
    /// Looking up MX, address or TLSA records.
    case dns
    /// Opening the connection.
    case connect
    /// Waiting for the server's 220.
    case greeting
    /// EHLO, HELO or LHLO.
    case ehlo
    /// Asking for TLS, up to the end of the handshake.
    case starttls
    /// Checking the server's certificate against our policy.
    case certificate
    /// SASL login.
    case auth
    /// MAIL FROM.
    case mail
    /// RCPT TO.
    case rcpt
    /// DATA, before its 354.
    case data
    /// Sending the message itself.
    case messageBody = "message-body"
    /// Waiting for the reply to the final dot.
    case endOfData = "end-of-data"
    /// No SMTP session is involved.
    case local

    /// True where no mail transaction has begun yet.
    public var isBeforeMail: Bool {
        switch self {
        case .dns, .connect, .greeting, .ehlo, .starttls, .certificate, .auth: true
        case .mail, .rcpt, .data, .messageBody, .endOfData, .local: false
        }
    }
}
