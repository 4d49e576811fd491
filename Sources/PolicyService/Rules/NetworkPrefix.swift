/// A network in CIDR form, or a single address.
public struct NetworkPrefix: Sendable, Hashable, CustomStringConvertible {
    /// The first address.
    public let base: IPAddress
    /// Leading bits that count, of 128.
    public let length: Int
    /// As it was written.
    public let description: String

    /// The network that `text` names: '192.0.2.0/24', '2001:db8::/32', '[2001:db8::]/32', '192.0.2.1'.
    public init(_ text: String) throws(PolicyValueError) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        var name = parts[0]
        if name.hasPrefix("["), name.hasSuffix("]") { name = name.dropFirst().dropLast() }
        guard let base = IPAddress(name), !name.utf8.contains(UInt8(ascii: "%")) else {
            throw .badNetwork(text)
        }
        let offset = base.isIPv4 && !name.utf8.contains(UInt8(ascii: ":")) ? 96 : 0
        var length = 128
        if parts.count == 2 {
            guard let written = Int(parts[1]), written >= 0, written <= 128 - offset,
                parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
            else { throw .badNetwork(text) }
            length = written + offset
        }
        guard base.bits & ~Self.mask(length) == 0 else { throw .hostBits(text) }
        (self.base, self.length, description) = (base, length, text)
    }

    /// True where the address lies in the network.
    public func contains(_ address: IPAddress) -> Bool {
        (address.bits ^ base.bits) & Self.mask(length) == 0
    }

    /// True where it holds loopback addresses only: who writes that means this machine.
    public var isLoopback: Bool {
        base.isLoopback && (base.bits == 1 ? length == 128 : length >= 104)
    }

    /// True for 0.0.0.0/0 and ::/0.
    public var isEverything: Bool { length == 0 || (length == 96 && base.isIPv4) }

    private static func mask(_ length: Int) -> UInt128 {
        length == 0 ? 0 : ~UInt128(0) << UInt128(128 - length)
    }
}
