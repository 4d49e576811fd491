public import ByteScan

/// A domain in lower case without a final dot, in words of eight bytes: compared and hashed without a
/// text being made.
public struct DomainKey: Sendable {
    /// The first words; the lowest byte of a word comes first, and zeros are behind the last.
    private var first = InlineArray<8, UInt64>(repeating: 0)
    /// The words behind them: few names are that long.
    private var others: [UInt64] = []
    /// Bytes.
    let length: Int

    /// The longest name.
    ///
    /// Source: RFC 1035 section 2.3.4.
    static let longest = 255
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// Words that the name fills.
    var wordCount: Int { (length + 7) / 8 }

    /// One of the words.
    subscript(word: Int) -> UInt64 { word < 8 ? first[word] : others[word - 8] }

    /// The key of a name that is in that form already; nil where it is empty or too long.
    public init?(_ name: String) {
        let bytes = Array(name.utf8)
        guard (1...Self.longest).contains(bytes.count) else { return nil }
        self.init(length: bytes.count) { word in
            bytes[(8 * word)..<min(8 * word + 8, bytes.count)].reversed()
                .reduce(0) { $0 << 8 | UInt64($1) }
        }
    }

    /// The key of the name in `range`, in any case; nil where it is empty, too long, or not ASCII.
    ///
    /// - Precondition: eight bytes follow the range.
    public init?(_ bytes: Span<UInt8>, _ range: ByteRange) {
        var end = range.upperBound
        if end > range.lowerBound, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        length = end - range.lowerBound
        guard (1...Self.longest).contains(length) else { return nil }
        var seen: UInt64 = 0
        for place in 0..<wordCount {
            let left = length - 8 * place
            let mask = left >= 8 ? UInt64.max : (1 << UInt64(8 * left)) - 1
            let word = ByteHash.folded(bytes.load64(at: range.lowerBound + 8 * place)) & mask
            seen |= word
            if place < 8 { first[place] = word } else { others.append(word) }
        }
        guard seen & Self.highBits == 0 else { return nil }
    }

    /// A key from its words.
    init(length: Int, word: (Int) -> UInt64) {
        self.length = length
        for place in 0..<wordCount {
            if place < 8 { first[place] = word(place) } else { others.append(word(place)) }
        }
    }

    /// The name.
    var text: String {
        var bytes: [UInt8] = []
        for place in 0..<length {
            bytes.append(UInt8(truncatingIfNeeded: self[place / 8] >> UInt64(8 * (place % 8))))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A hash that nobody can aim at who does not know the seed.
    func hash(seed: UInt64) -> UInt64 {
        var hash = seed ^ UInt64(length)
        for place in 0..<wordCount {
            let product = (hash ^ self[place]).multipliedFullWidth(by: seed | 1)
            hash = product.low ^ product.high
        }
        return HealthHash.mixed(hash)
    }
}
