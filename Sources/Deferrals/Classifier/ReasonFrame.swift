public import ByteScan

/// A reason taken apart: whose words it holds, which server it names, how far things had come.
///
/// This is where the remote server's words are fenced off: what stands after 'said:' reaches only
/// rows for replies, so it can never select a network, DNS or TLS code.
public struct ReasonFrame: Sendable, Hashable {
    /// Whose words `text` is.
    public enum Kind: Sendable, Hashable {
        /// Postfix's own.
        case own
        /// 'host X said: …'.
        case said
        /// 'host X refused to talk to me: …': the greeting, or EHLO/HELO.
        ///
        /// Until Postfix 2.2 'connect to X: server refused to talk to me: …'.
        case refusedToTalk
        /// 'TLS is required, but host X refused to start TLS: …'.
        case refusedTLS
        /// 'SASL authentication failed; server X said: …'.
        case refusedLogin
    }

    /// Whose words.
    public var kind = Kind.own
    /// 'delivery temporarily suspended: ' stood before it: nothing was attempted.
    public var isSuspended = false
    /// Postfix's own text, less the prefixes; or the remote's reply.
    public var text = ByteRange.none
    /// The server that the reason names.
    public var server: ServerName?
    /// From '(in reply to …)'.
    public var stage: Stage?

    /// Takes the reason in `range` apart.
    public static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ReasonFrame {
        var frame = ReasonFrame()
        var start = range.lowerBound
        let end = range.upperBound
        // Most texts begin with another letter than every prefix.
        while start < end, bytes[start] == UInt8(ascii: "d"),
            bytes.starts(with: "delivery temporarily suspended: ", in: start..<end)
        {
            frame.isSuspended = true
            start += 32
        }
        // smtp_sasl_proto.c until Postfix 2.2.
        if start < end, bytes[start] == UInt8(ascii: "A"),
            bytes.starts(with: "Authentication failed: SASL ", in: start..<end)
                || bytes.starts(with: "Authentication failed: cannot SASL ", in: start..<end)
        {
            start += 23
        }
        // smtp_trouble.c puts it before any text when the server broke the protocol.
        let afterProtocol =
            start < end && bytes[start] == UInt8(ascii: "P")
                && bytes.starts(with: "Protocol error: ", in: start..<end) ? start + 16 : start
        if let quoted = frame.readQuote(bytes, afterProtocol..<end) {
            frame.text = quoted
            return frame
        }
        frame.text = ByteRange(start, end)
        frame.server = namedServer(bytes, start..<end)
        return frame
    }

    private mutating func readQuote(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ByteRange? {
        let end = range.upperBound
        var nameStart = range.lowerBound
        guard nameStart < end else { return nil }
        switch bytes[nameStart] {
        case UInt8(ascii: "h"), UInt8(ascii: "T"), UInt8(ascii: "S"): break
        case UInt8(ascii: "c"): return readOldGreeting(bytes, range)
        default: return nil
        }
        if bytes.starts(with: "host ", in: range) {
            nameStart += 5
        } else if bytes.starts(with: "TLS is required, but host ", in: range) {
            nameStart += 26
        } else if bytes.starts(with: "SASL authentication failed; server ", in: range) {
            nameStart += 35
        } else {
            return nil
        }
        guard
            let name = ServerName.parse(bytes, nameStart..<end)
                ?? ServerName.parseShortened(bytes, nameStart..<end)
        else { return nil }
        let rest = name.whole.upperBound..<end
        let words: Int
        if bytes.starts(with: " said: ", in: rest) {
            kind = nameStart - range.lowerBound == 35 ? .refusedLogin : .said
            words = 7
        } else if bytes.starts(with: " refused to talk to me: ", in: rest) {
            (kind, words) = (.refusedToTalk, 24)
        } else if bytes.starts(with: " refused to start TLS: ", in: rest) {
            (kind, words) = (.refusedTLS, 23)
        } else {
            return nil
        }
        server = name
        let reply = rest.lowerBound + words..<end
        if kind == .refusedToTalk, Self.speaksOfHelo(bytes, reply) { stage = .ehlo }
        guard kind == .said else { return ByteRange(reply.lowerBound, end) }
        return readCommand(bytes, reply)
    }

    /// The wording of Postfix until 2.2; companion lines have ' (port 25)' at their end.
    private mutating func readOldGreeting(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>
    ) -> ByteRange? {
        let words: StaticString = ": server refused to talk to me: "
        guard bytes.starts(with: "connect to ", in: range),
            let name = ServerName.parse(bytes, range.lowerBound + 11..<range.upperBound),
            bytes.starts(with: words, in: name.whole.upperBound..<range.upperBound)
        else { return nil }
        (kind, server) = (.refusedToTalk, name)
        let reply = name.whole.upperBound + words.utf8CodeUnitCount..<range.upperBound
        if Self.speaksOfHelo(bytes, reply) { stage = .ehlo }
        return ByteRange(reply.lowerBound, reply.upperBound)
    }

    /// Postfix words a refused greeting and a refused EHLO alike; some replies tell which it was.
    ///
    /// Source: RFC 5321 section 4.3.2: 500 to 504 answer commands, never a connection.
    private static func speaksOfHelo(_ bytes: Span<UInt8>, _ reply: Range<Int>) -> Bool {
        let code = RemoteReply.parse(bytes, reply).code
        return (500...504).contains(code)
            || bytes.firstOffset(of: "Helo command", in: reply) != nil
            || bytes.firstOffset(of: "EHLO", in: reply) != nil
    }

    /// Cuts the last ' (in reply to … command)', which is Postfix's own, off a reply.
    private mutating func readCommand(_ bytes: Span<UInt8>, _ reply: Range<Int>) -> ByteRange {
        guard bytes.ends(with: ")", in: reply), let mark = Self.lastCommand(bytes, reply) else {
            return ByteRange(reply.lowerBound, reply.upperBound)
        }
        stage = Self.stage(bytes, mark + 14..<reply.upperBound - 1)
        return ByteRange(reply.lowerBound, mark)
    }

    /// Where the last ' (in reply to ' begins: mostly at the last parenthesis.
    private static func lastCommand(_ bytes: Span<UInt8>, _ reply: Range<Int>) -> Int? {
        var end = reply.upperBound
        while let open = bytes.lastOffset(of: UInt8(ascii: "("), in: reply.lowerBound..<end) {
            if open > reply.lowerBound,
                bytes.starts(with: " (in reply to ", in: open - 1..<reply.upperBound)
            {
                return open - 1
            }
            end = open
        }
        return nil
    }

    /// Source: Postfix src/smtp/smtp_proto.c, xfer_request[].
    private static func stage(_ bytes: Span<UInt8>, _ command: Range<Int>) -> Stage? {
        if bytes.starts(with: "RCPT TO", in: command) { return .rcpt }
        if bytes.starts(with: "MAIL FROM", in: command) { return .mail }
        if bytes.starts(with: "end of DATA", in: command) { return .endOfData }
        if bytes.starts(with: "DATA", in: command) { return .data }
        if bytes.starts(with: "BDAT", in: command) { return .endOfData }
        if bytes.starts(with: "STARTTLS", in: command) { return .starttls }
        if bytes.starts(with: "AUTH", in: command) { return .auth }
        if bytes.starts(with: "EHLO", in: command) || bytes.starts(with: "HELO", in: command)
            || bytes.starts(with: "LHLO", in: command)
        {
            return .ehlo
        }
        return nil
    }

    /// The server in Postfix's own texts: the first HOST[ADDRESS] after a few known openings.
    private static func namedServer(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ServerName? {
        guard !range.isEmpty else { return nil }
        let opening: StaticString
        switch bytes[range.lowerBound] {
        case UInt8(ascii: "c"):
            opening =
                bytes.starts(with: "connect to ", in: range) ? "connect to " : "conversation with "
        case UInt8(ascii: "l"): opening = "lost connection with "
        case UInt8(ascii: "S"): opening = refusedLoginOpening(bytes, range)
        case UInt8(ascii: "T"): opening = "TLS is required, but was not offered by host "
        default: return nil
        }
        guard bytes.starts(with: opening, in: range) else { return nil }
        let start = range.lowerBound + opening.utf8CodeUnitCount
        return ServerName.parse(bytes, start..<range.upperBound)
    }

    private static func refusedLoginOpening(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>
    ) -> StaticString {
        if bytes.starts(with: "Server certificate not ", in: range) {
            return "Server certificate not "
        }
        return bytes.starts(with: "SASL authentication failed; server ", in: range)
            ? "SASL authentication failed; server "
            : "SASL authentication failed; cannot authenticate to server "
    }
}
