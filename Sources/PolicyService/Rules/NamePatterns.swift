public import ByteScan

/// A domain, its sub-domains ('.example.org'), or every domain ('*').
public struct DomainPattern: Sendable, Hashable, CustomStringConvertible {
    /// As it was written.
    public let description: String
    private let name: [UInt8]
    private let takesSubdomains: Bool
    private let takesAll: Bool

    /// The pattern that `text` is.
    ///
    /// Case does not count.
    public init(_ text: String) throws(PolicyValueError) {
        description = text
        takesAll = text == "*"
        takesSubdomains = text.hasPrefix(".")
        name = Array((takesSubdomains ? String(text.dropFirst()) : text).utf8).map(lowercase)
        guard takesAll || Self.isDomain(name) else { throw .badDomain(text) }
    }

    /// True where the domain in `range` fits.
    public func matches(_ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
        if takesAll { return true }
        guard takesSubdomains else {
            return range.count == name.count && equal(bytes, range.lowerBound, name)
        }
        let start = range.upperBound - name.count
        return start > range.lowerBound && bytes[start - 1] == UInt8(ascii: ".")
            && equal(bytes, start, name)
    }

    private static func isDomain(_ name: [UInt8]) -> Bool {
        guard (1...253).contains(name.count), let first = name.first, let last = name.last else {
            return false
        }
        let dot = UInt8(ascii: ".")
        return first != dot && last != dot
            && name.allSatisfy { $0 > 0x2C && $0 != UInt8(ascii: "@") && $0 != 0x7F }
            && !zip(name, name.dropFirst()).contains { $0 == dot && $1 == dot }
    }
}

/// An address, all of a domain ('@example.org'), or of its sub-domains ('@.example.org').
public struct AddressPattern: Sendable, Hashable, CustomStringConvertible {
    /// As it was written.
    public let description: String
    private let address: [UInt8]
    private let domain: DomainPattern?

    /// The pattern that `text` is.
    ///
    /// Case does not count, in local parts either.
    public init(_ text: String) throws(PolicyValueError) {
        description = text
        address = Array(text.utf8).map(lowercase)
        if text.hasPrefix("@") {
            guard let domain = try? DomainPattern(String(text.dropFirst())) else {
                throw .badAddress(text)
            }
            self.domain = domain
        } else {
            guard text.contains("@"), !text.hasSuffix("@") else { throw .badAddress(text) }
            domain = nil
        }
    }

    /// True where the address, with its domain apart, fits.
    public func matches(_ bytes: Span<UInt8>, address: ByteRange, domain: ByteRange?) -> Bool {
        guard let wanted = self.domain else {
            return address.count == self.address.count
                && equal(bytes, address.lowerBound, self.address)
        }
        return domain.map { wanted.matches(bytes, $0) } ?? false
    }
}

/// ASCII capitals in lower case; other bytes as they are.
func lowercase(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}

/// True where the bytes from `start` are those of `word`, which is in lower case.
func equal(_ bytes: Span<UInt8>, _ start: Int, _ word: [UInt8]) -> Bool {
    guard start >= 0, start + word.count <= bytes.count else { return false }
    for offset in 0..<word.count where lowercase(bytes[start + offset]) != word[offset] {
        return false
    }
    return true
}

/// True where the value in `range` is `text`, byte for byte.
func isSame(_ bytes: Span<UInt8>, _ range: ByteRange, _ text: String) -> Bool {
    guard range.count == text.utf8.count else { return false }
    var offset = range.lowerBound
    for byte in text.utf8 {
        guard bytes[offset] == byte else { return false }
        offset += 1
    }
    return true
}
