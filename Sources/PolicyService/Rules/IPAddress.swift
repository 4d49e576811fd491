/// An IPv4 or IPv6 address as one number; IPv4 stands in ::ffff:0:0/96.
public struct IPAddress: Sendable, Hashable {
    /// The 128 bits, the first of the text on top.
    public let bits: UInt128

    static let mappedPrefix: UInt128 = 0xFFFF << 32

    init(bits: UInt128) {
        self.bits = bits
    }

    /// The address that `text` is, in the forms that smtpd(8) sends; nil for anything else,
    /// `unknown` among it.
    ///
    /// A zone ('%eth0') is left out.
    public init?(_ text: some StringProtocol) {
        self.init(bytes: Array(text.utf8).span)
    }

    init?(bytes: Span<UInt8>) {
        guard let bits = Self.bits(of: bytes) else { return nil }
        self.bits = bits
    }

    /// True in 127.0.0.0/8 and for ::1.
    public var isLoopback: Bool {
        bits == 1 || bits >> 24 == (Self.mappedPrefix | 0x7F00_0000) >> 24
    }

    /// True for an address that was written with dots.
    public var isIPv4: Bool { bits >> 32 == Self.mappedPrefix >> 32 }

    private static func bits(of bytes: Span<UInt8>) -> UInt128? {
        var reader = AddressReader(end: bytes.count)
        for offset in 0..<bytes.count where bytes[offset] == UInt8(ascii: "%") {
            reader.end = offset
            break
        }
        for offset in 0..<reader.end where bytes[offset] == UInt8(ascii: ":") {
            return reader.version6(bytes)
        }
        guard let low = reader.version4(bytes), reader.offset == reader.end else { return nil }
        return mappedPrefix | UInt128(low)
    }
}

/// Reads addresses from bytes, with an offset that moves on.
private struct AddressReader {
    var offset = 0
    var end: Int

    init(end: Int) {
        self.end = end
    }

    mutating func version4(_ bytes: Span<UInt8>) -> UInt32? {
        var address: UInt32 = 0
        for part in 0..<4 {
            if part > 0 { guard skip(UInt8(ascii: "."), bytes) else { return nil } }
            guard let number = decimal(bytes) else { return nil }
            address = address << 8 | number
        }
        return address
    }

    mutating func version6(_ bytes: Span<UInt8>) -> UInt128? {
        var head: UInt128 = 0
        var tail: UInt128 = 0
        var (headCount, tailCount) = (0, 0)
        var isCut = skipPair(bytes)
        if isCut, offset == end { return 0 }
        while headCount + tailCount < 8 {
            guard let (group, width) = group(bytes) else { return nil }
            if isCut {
                (tail, tailCount) = (tail << UInt128(16 * width) | group, tailCount + width)
            } else {
                (head, headCount) = (head << UInt128(16 * width) | group, headCount + width)
            }
            if offset == end { break }
            if !isCut, skipPair(bytes) {
                isCut = true
                if offset == end { break }
            } else {
                guard skip(UInt8(ascii: ":"), bytes) else { return nil }
            }
        }
        let count = headCount + tailCount
        guard offset == end, isCut ? count < 8 : count == 8 else { return nil }
        return isCut ? (headCount == 0 ? 0 : head << UInt128(16 * (8 - headCount))) | tail : head
    }

    /// One group of four hexadecimal digits, or two groups as an IPv4 address.
    private mutating func group(_ bytes: Span<UInt8>) -> (UInt128, Int)? {
        let start = offset
        var value: UInt128 = 0
        while offset < end, offset - start < 4, let digit = hexadecimal(bytes[offset]) {
            value = value << 4 | UInt128(digit)
            offset += 1
        }
        guard offset > start else { return nil }
        guard offset < end, bytes[offset] == UInt8(ascii: ".") else { return (value, 1) }
        offset = start
        return version4(bytes).map { (UInt128($0), 2) }
    }

    private mutating func decimal(_ bytes: Span<UInt8>) -> UInt32? {
        let start = offset
        var number: UInt32 = 0
        while offset < end, offset - start < 3, (0x30...0x39).contains(bytes[offset]) {
            number = number * 10 + UInt32(bytes[offset] - 0x30)
            offset += 1
        }
        return offset > start && number < 256 ? number : nil
    }

    private mutating func skip(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
        guard offset < end, bytes[offset] == byte else { return false }
        offset += 1
        return true
    }

    private mutating func skipPair(_ bytes: Span<UInt8>) -> Bool {
        let colon = UInt8(ascii: ":")
        guard offset + 1 < end, bytes[offset] == colon, bytes[offset + 1] == colon else {
            return false
        }
        offset += 2
        return true
    }

    private func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
