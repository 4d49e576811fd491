/// What is wrong with a request.
///
/// There is no reply to it: the connection is closed.
///
/// Source: SMTPD_POLICY_README, "In case of trouble the policy server must not send a reply".
public enum PolicyProtocolError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A line has no '='.
    case lineWithoutEquals
    /// A line begins with '='.
    case emptyName
    /// A line has a NUL byte.
    case nulByte
    /// The request has no `request` attribute, or is only an empty line.
    case missingRequest
    /// `request` is not `smtpd_access_policy`; the value is cut at 64 bytes.
    case unknownRequest(String)
    /// The client closed after so many bytes of a request.
    case endInsideRequest(byteCount: Int)
    /// A line is longer than the limit.
    case lineTooLong(limit: Int)
    /// A request is longer than the limit.
    case requestTooLong(limit: Int)
    /// A request has more attributes than the limit.
    case tooManyAttributes(limit: Int)

    /// One sentence.
    public var description: String {
        switch self {
        case .lineWithoutEquals: "a line of the request has no '='"
        case .emptyName: "a line of the request has no name before its '='"
        case .nulByte: "a line of the request has a NUL byte"
        case .missingRequest: "the request does not say request=smtpd_access_policy"
        case .unknownRequest(let name):
            "request=\(name.debugDescription) is not smtpd_access_policy"
        case .endInsideRequest(let count):
            "the client closed the connection after \(count) bytes of a request"
        case .lineTooLong(let limit): "a line of the request is longer than \(limit) bytes"
        case .requestTooLong(let limit): "the request is longer than \(limit) bytes"
        case .tooManyAttributes(let limit): "the request has more than \(limit) attributes"
        }
    }
}

/// How much of a request is read before the client is taken for broken.
public struct RequestLimits: Sendable, Hashable {
    /// Bytes in a line, without its LF.
    public var lineBytes = 16 << 10
    /// Bytes in a request, with its line feeds.
    public var requestBytes = 64 << 10
    /// Lines with an attribute, known or not.
    public var attributes = 128

    /// 16 KiB a line, 64 KiB a request, 128 attributes.
    public init() {}
}
