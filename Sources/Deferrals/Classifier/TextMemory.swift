import ByteScan

/// What came of the texts that were met last: where one destination is down, the same words come again
/// and again.
///
/// Each text has one place, by its hash, and the next that falls there takes it over. A text is known
/// again by all of its bytes, never by its hash alone: servers choose what they say.
struct TextMemory<Verdict: Sendable>: ~Copyable {
    private var verdicts: [Verdict?]
    private var hashes: [UInt64]
    private var lengths: [UInt16]
    /// `longest` bytes for each place.
    private var texts = Column<UInt8>(zeros: places * longest)

    private static var places: Int { 256 }
    /// Longer texts are not remembered; few are longer, and those hold what is said but once.
    private static var longest: Int { 256 }

    init() {
        verdicts = [Verdict?](repeating: nil, count: Self.places)
        hashes = [UInt64](repeating: 0, count: Self.places)
        lengths = [UInt16](repeating: 0, count: Self.places)
    }

    /// The name under which `bytes[range]` is kept; nil: it cannot be.
    ///
    /// The same text under another `context` is another one.
    func key(_ bytes: Span<UInt8>, _ range: ByteRange, context: UInt8) -> UInt64? {
        guard range.count <= Self.longest, range.upperBound + 8 <= bytes.count else { return nil }
        return ByteHash.hash(bytes, range) &+ UInt64(context)
    }

    /// What was remembered of `bytes[range]`.
    func verdict(_ key: UInt64, _ bytes: Span<UInt8>, _ range: ByteRange) -> Verdict? {
        let place = Self.place(key)
        guard hashes[place] == key, Int(lengths[place]) == range.count,
            texts.equals(bytes, range.range, at: place &* Self.longest)
        else { return nil }
        return verdicts[place]
    }

    /// Remembers `verdict` of `bytes[range]`.
    mutating func remember(
        _ verdict: Verdict,
        _ key: UInt64,
        _ bytes: Span<UInt8>,
        _ range: ByteRange
    ) {
        let place = Self.place(key)
        verdicts[place] = verdict
        hashes[place] = key
        lengths[place] = UInt16(truncatingIfNeeded: range.count)
        texts.copy(bytes, range.range, at: place &* Self.longest)
    }

    private static func place(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key >> 24) & UInt64(places &- 1))
    }
}
