public import ByteScan

/// A remote server's reply as it stands in a reason.
public struct RemoteReply: Sendable, Hashable {
    /// Three digits; 0 where the server sent none.
    ///
    /// Source: RFC 5321 section 4.2.
    public var code: UInt16 = 0
    /// The enhanced status code, or empty.
    ///
    /// Source: RFC 3463.
    public var enhanced = ByteRange.none
    /// The words after the codes.
    public var text = ByteRange.none
    /// All of it, codes included.
    public var whole = ByteRange.none

    /// Lets it stand `offset` bytes further on.
    mutating func move(by offset: Int) {
        enhanced = enhanced.moved(by: offset)
        text = text.moved(by: offset)
        whole = whole.moved(by: offset)
    }

    /// Splits `range` into codes and words.
    public static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>) -> RemoteReply {
        var reply = RemoteReply()
        reply.whole = ByteRange(range.lowerBound, range.upperBound)
        var offset = range.lowerBound
        if range.count >= 3, bytes[offset] &- 50 <= 3, bytes[offset + 1] &- 48 <= 9,
            bytes[offset + 2] &- 48 <= 9,
            range.count == 3 || bytes[offset + 3] == 32 || bytes[offset + 3] == 45
        {
            reply.code =
                UInt16(bytes[offset] &- 48) * 100 + UInt16(bytes[offset + 1] &- 48) * 10
                + UInt16(bytes[offset + 2] &- 48)
            offset = min(offset + 4, range.upperBound)
        }
        if let end = enhancedCodeEnd(bytes, offset..<range.upperBound) {
            reply.enhanced = ByteRange(offset, end)
            offset = end
            while offset < range.upperBound, bytes[offset] == 32 { offset += 1 }
        }
        reply.text = ByteRange(offset, range.upperBound)
        return reply
    }

    /// Where an enhanced status code at the start of `range` ends; nil where none is there.
    static func enhancedCodeEnd(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var offset = range.lowerBound
        guard range.count >= 5, bytes[offset] == 50 || bytes[offset] == 52 || bytes[offset] == 53,
            bytes[offset + 1] == UInt8(ascii: ".")
        else { return nil }
        offset += 2
        for part in 0..<2 {
            let start = offset
            while offset < range.upperBound, offset - start < 3, bytes[offset] &- 48 <= 9 {
                offset += 1
            }
            guard offset > start else { return nil }
            if part == 0 {
                guard offset < range.upperBound, bytes[offset] == UInt8(ascii: ".") else {
                    return nil
                }
                offset += 1
            }
        }
        guard offset == range.upperBound || bytes[offset] == 32 else { return nil }
        return offset
    }
}
