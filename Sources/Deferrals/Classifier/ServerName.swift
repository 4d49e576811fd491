public import ByteScan

/// A server as Postfix writes it: 'HOST[ADDRESS]:PORT', 'HOST[ADDRESS]', 'HOST[private/lmtp]'.
public struct ServerName: Sendable, Hashable {
    /// All of it.
    public var whole = ByteRange.none
    /// The name before the bracket.
    public var host = ByteRange.none
    /// IPv4, IPv6 (no 'IPv6:' prefix) or the path of a UNIX-domain socket.
    public var address = ByteRange.none
    /// TCP port; 0: not logged.
    public var port: UInt16 = 0

    /// Reads a server name that begins at `range.lowerBound`; nil where none does.
    ///
    /// Names come from DNS through valid_hostname(), so neither part holds a blank.
    public static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ServerName? {
        guard let open = bytes.firstOffset(of: UInt8(ascii: "["), in: range),
            let close = bytes.firstOffset(of: UInt8(ascii: "]"), in: open..<range.upperBound),
            !bytes.hasBlank(in: range.lowerBound..<close)
        else { return nil }
        var offset = close
        var name = ServerName()
        name.host = ByteRange(range.lowerBound, open)
        name.address = ByteRange(open + 1, offset)
        offset += 1
        if offset + 1 < range.upperBound, bytes[offset] == UInt8(ascii: ":"),
            let (port, end) = decimal(bytes, offset + 1..<range.upperBound)
        {
            name.port = port
            offset = end
        }
        name.whole = ByteRange(range.lowerBound, offset)
        return name
    }

    /// Reads a name that ends at a blank: who shortens a log for others leaves the address out.
    static func parseShortened(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ServerName? {
        guard let blank = bytes.firstOffset(of: 32, in: range), blank > range.lowerBound else {
            return nil
        }
        var name = ServerName()
        name.host = ByteRange(range.lowerBound, blank)
        name.whole = name.host
        return name
    }

    /// Lets it stand `offset` bytes further on.
    mutating func move(by offset: Int) {
        whole = whole.moved(by: offset)
        host = host.moved(by: offset)
        address = address.moved(by: offset)
    }

    /// True for this machine: loopback, or a UNIX-domain socket.
    public func isLocal(in bytes: Span<UInt8>) -> Bool {
        let range = address.range
        if bytes.starts(with: "127.", in: range) { return true }
        if address.count == 3, bytes.starts(with: "::1", in: range) { return true }
        return bytes.firstOffset(of: UInt8(ascii: "/"), in: range) != nil
    }

    private static func decimal(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (UInt16, Int)? {
        var value = 0
        var offset = range.lowerBound
        while offset < range.upperBound, bytes[offset] &- 48 <= 9, value <= 65_535 {
            value = value * 10 + Int(bytes[offset] &- 48)
            offset += 1
        }
        guard offset > range.lowerBound, value <= 65_535 else { return nil }
        return (UInt16(value), offset)
    }
}
