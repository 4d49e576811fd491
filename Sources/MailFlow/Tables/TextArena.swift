import ByteScan

/// Short texts of lives that come and go: message-IDs, senders, recipients.
///
/// One column in granules of 16 bytes; texts that were given back form a list per size, in their own
/// room, so that memory follows the texts that are alive and never the length of the log.
struct TextArena: ~Copyable, Sendable {
    /// Names a text; 0: none.
    typealias Handle = UInt32

    /// Longer texts are cut.
    ///
    /// Longest address: RFC 5321 section 4.5.3.1 (a path has 256 octets).
    static let longest = 1_022

    private static let granule = 16
    private var bytes = Column<UInt8>(repeating: 0, count: granule)
    /// First of the free places, by size in granules; 0: none.
    private var free = Column<Handle>(repeating: 0, count: longest / granule + 2)

    /// Bytes reserved.
    var byteCount: Int { bytes.count }

    /// Keeps a copy of `source[range]`.
    mutating func insert(_ source: Span<UInt8>, _ range: ByteRange) -> Handle {
        let length = min(range.count, Self.longest)
        guard length > 0 else { return 0 }
        let handle = allocate(Self.granules(length))
        let start = Int(handle) &* Self.granule
        bytes[start] = UInt8(truncatingIfNeeded: length)
        bytes[start &+ 1] = UInt8(truncatingIfNeeded: length >> 8)
        bytes.copy(source, range.lowerBound..<range.lowerBound + length, at: start &+ 2)
        return handle
    }

    /// Gives a text's room back; 0 is ignored.
    mutating func remove(_ handle: Handle) {
        guard handle != 0 else { return }
        let size = Self.granules(length(of: handle))
        setNext(of: handle, free[size])
        free[size] = handle
    }

    /// The text; empty for 0.
    func text(_ handle: Handle) -> String {
        handle == 0 ? "" : bytes.text(range(of: handle))
    }

    /// True where `text` gives back the very bytes that were inserted; false also where it may not.
    func givesBack(_ handle: Handle) -> Bool {
        withBytes(of: handle) { $1.count < Self.longest && $0.isPlainASCII(in: $1) }
    }

    /// Calls `body` with the bytes around a text, and where in them it is; empty for 0.
    func withBytes<Result>(of handle: Handle, _ body: (Span<UInt8>, Range<Int>) -> Result) -> Result
    {
        bytes.withSpan { body($0, handle == 0 ? 0..<0 : range(of: handle)) }
    }

    /// True where the text is `source[range]`.
    func equals(_ handle: Handle, _ source: Span<UInt8>, _ range: ByteRange) -> Bool {
        guard handle != 0 else { return range.isEmpty }
        let kept = self.range(of: handle)
        return kept.count == range.count
            && bytes.equals(source, range.range, at: kept.lowerBound)
    }

    /// True where two texts are the same.
    func equal(_ one: Handle, _ other: Handle) -> Bool {
        guard one != 0, other != 0 else { return one == other }
        let text = range(of: one)
        return bytes.withSpan { equals(other, $0, ByteRange(text.lowerBound, text.upperBound)) }
    }

    private func range(of handle: Handle) -> Range<Int> {
        let start = Int(handle) &* Self.granule &+ 2
        return start..<start &+ length(of: handle)
    }

    @inline(__always)
    private func length(of handle: Handle) -> Int {
        let start = Int(handle) &* Self.granule
        return Int(bytes[start]) | Int(bytes[start &+ 1]) << 8
    }

    @inline(__always)
    private static func granules(_ length: Int) -> Int { (length &+ 2 &+ granule &- 1) / granule }

    private mutating func allocate(_ granules: Int) -> Handle {
        let reused = free[granules]
        guard reused == 0 else {
            free[granules] = UInt32(
                truncatingIfNeeded: bytes.load64(at: Int(reused) &* Self.granule)
            )
            return reused
        }
        let handle = Handle(bytes.count / Self.granule)
        bytes.append(repeating: 0, count: granules * Self.granule)
        return handle
    }

    /// A free place begins with the handle of the next.
    private mutating func setNext(of handle: Handle, _ next: Handle) {
        let start = Int(handle) &* Self.granule
        for byte in 0..<4 {
            bytes[start &+ byte] = UInt8(truncatingIfNeeded: next >> UInt32(8 &* byte))
        }
    }
}
