public import ByteScan

/// The bytes before the tag of the last line, for comparison with the next line's.
///
/// Four words cover 'Nov  3 09:29:01 host ' for hosts of up to 15 bytes; the comparison has no
/// branches. Longer heads take the longer words, too.
public struct LineHead: Sendable {
    /// Bytes remembered; 0: none.
    public private(set) var length = 0
    @usableFromInline var words = InlineArray<8, UInt64>(repeating: 0)
    @usableFromInline var masks = InlineArray<8, UInt64>(repeating: 0)

    /// Heads are remembered up to this length.
    public static let longest = 64

    /// Remembers nothing.
    public init() {}

    /// Remembers `bytes[start..<start + length]`; a longer head is forgotten.
    public mutating func remember(_ bytes: Span<UInt8>, _ start: Int, length: Int) {
        self.length = length <= Self.longest ? length : 0
        for word in 0..<8 {
            let used = min(8, max(0, self.length - word * 8))
            masks[word] = used == 8 ? .max : (1 << UInt64(8 * used)) - 1
            words[word] = used == 0 ? 0 : bytes.load64(at: start + word * 8) & masks[word]
        }
    }

    /// True where the line at `start` begins with the same bytes.
    @inlinable @inline(__always)
    public func matches(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
        let first = bytes.load64(at: start) & masks[0] ^ words[0]
        let second = bytes.load64(at: start &+ 8) & masks[1] ^ words[1]
        let third = bytes.load64(at: start &+ 16) & masks[2] ^ words[2]
        let fourth = bytes.load64(at: start &+ 24) & masks[3] ^ words[3]
        guard first | second | third | fourth == 0 else { return false }
        return masks[4] == 0 || matchesRest(bytes, start)
    }

    @usableFromInline
    func matchesRest(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
        for word in 4..<8 where masks[word] != 0 {
            if bytes.load64(at: start + word * 8) & masks[word] != words[word] { return false }
        }
        return true
    }
}
