public import ByteScan

/// One request of smtpd(8): its bytes, and where in them each attribute's value lies.
///
/// Values are raw bytes; text is made only where somebody asks for it. An absent attribute is nil,
/// an empty one is an empty range: Postfix leaves out what it was built without.
public struct PolicyRequest: Sendable {
    /// The bytes that ranges point into, followed by `blockSlack` bytes that mean nothing.
    public internal(set) var bytes: [UInt8] = []
    /// Values by raw value of their attribute; a start of 0 means absent, for a name and
    /// its '=' come first.
    var values = InlineArray<32, ByteRange>(repeating: .none)
    /// Where in the session smtpd asks; nil where it names a state that no known Postfix has.
    public internal(set) var protocolState: ProtocolState?

    init() {}

    /// Where the value of `attribute` lies in `bytes`; nil where the request has no such attribute.
    @inline(__always)
    public subscript(_ attribute: PolicyAttribute) -> ByteRange? {
        let range = values[Int(attribute.rawValue)]
        return range.start == 0 ? nil : range
    }

    /// True where the value is absent or empty.
    public func isEmpty(_ attribute: PolicyAttribute) -> Bool {
        values[Int(attribute.rawValue)].isEmpty
    }

    /// The value as text, invalid UTF-8 as U+FFFD; nil where it is absent.
    public func text(_ attribute: PolicyAttribute) -> String? {
        self[attribute].map { bytes.span.text($0) }
    }

    /// The value as a decimal number; nil where it is absent, empty, no number, or above 2^53.
    public func number(_ attribute: PolicyAttribute) -> Int? {
        guard let range = self[attribute], (1...15).contains(range.count) else { return nil }
        var number = 0
        for offset in range.range {
            let digit = bytes[offset] &- 0x30
            guard digit < 10 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }

    /// True where the value is `word`, byte for byte.
    @inline(__always)
    public func matches(_ attribute: PolicyAttribute, _ word: StaticString) -> Bool {
        let range = values[Int(attribute.rawValue)]
        return range.count == word.utf8CodeUnitCount
            && bytes.span.starts(with: word, in: range.range)
    }

    /// The recipient's domain without a final dot; nil without an '@' or with nothing behind it.
    ///
    /// Addresses come in internal form, so the last '@' is the one that counts.
    public internal(set) var recipientDomain: ByteRange?

    /// The sender's domain, as `recipientDomain`.
    public var senderDomain: ByteRange? { domain(of: .sender) }

    /// What stands before the last '@' of an address, or all of it; nil where it is absent.
    public func localPart(of attribute: PolicyAttribute) -> ByteRange? {
        guard let range = self[attribute] else { return nil }
        return ByteRange(range.lowerBound, lastAt(in: range) ?? range.upperBound)
    }

    @inline(__always)
    func domain(of attribute: PolicyAttribute) -> ByteRange? {
        guard let range = self[attribute], let mark = lastAt(in: range) else { return nil }
        let bytes = bytes.span
        var end = range.upperBound
        if end > mark + 1, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        return end > mark + 1 ? ByteRange(mark + 1, end) : nil
    }

    @inline(__always)
    private func lastAt(in range: ByteRange) -> Int? {
        let bytes = bytes.span
        var offset = range.upperBound
        while offset > range.lowerBound {
            offset -= 1
            if bytes[offset] == UInt8(ascii: "@") { return offset }
        }
        return nil
    }
}
