import ByteScan

/// Short texts of lives that come and go: message-IDs, senders, recipients.
///
/// One array in granules of 16 bytes with a free list per size, so that memory follows the texts
/// that are alive and never the length of the log.
struct TextArena: Sendable {
    /// Names a text; 0: none.
    typealias Handle = UInt32

    /// Longer texts are cut. Longest address: RFC 5321 section 4.5.3.1 (a path has 256 octets).
    static let longest = 1_022

    private static let granule = 16
    private var bytes = [UInt8](repeating: 0, count: granule)
    /// By size in granules.
    private var free = [[Handle]](repeating: [], count: longest / granule + 2)

    /// Bytes reserved.
    var byteCount: Int { bytes.count }

    /// Keeps a copy of `source[range]`.
    mutating func insert(_ source: Span<UInt8>, _ range: ByteRange) -> Handle {
        let length = min(range.count, Self.longest)
        guard length > 0 else { return 0 }
        let granules = Self.granules(length)
        let handle = allocate(granules)
        let start = Int(handle) * Self.granule
        bytes[start] = UInt8(truncatingIfNeeded: length)
        bytes[start + 1] = UInt8(truncatingIfNeeded: length >> 8)
        bytes.copy(source, range.lowerBound..<range.lowerBound + length, at: start + 2)
        return handle
    }

    /// Gives a text's room back; 0 is ignored.
    mutating func remove(_ handle: Handle) {
        guard handle != 0 else { return }
        free[Self.granules(length(of: handle))].append(handle)
    }

    /// The text; empty for 0.
    func text(_ handle: Handle) -> String {
        guard handle != 0 else { return "" }
        let start = Int(handle) * Self.granule + 2
        return String(decoding: bytes[start..<start + length(of: handle)], as: UTF8.self)
    }

    /// True where the text is `source[range]`.
    func equals(_ handle: Handle, _ source: Span<UInt8>, _ range: ByteRange) -> Bool {
        guard handle != 0 else { return range.isEmpty }
        let length = length(of: handle)
        guard length == range.count else { return false }
        return bytes.equals(source, range.range, at: Int(handle) * Self.granule + 2)
    }

    private func length(of handle: Handle) -> Int {
        let start = Int(handle) * Self.granule
        return Int(bytes[start]) | Int(bytes[start + 1]) << 8
    }

    private static func granules(_ length: Int) -> Int { (length + 2 + granule - 1) / granule }

    private mutating func allocate(_ granules: Int) -> Handle {
        if let reused = free[granules].popLast() { return reused }
        let handle = Handle(bytes.count / Self.granule)
        let needed = bytes.count + granules * Self.granule
        // Doubling would hold three times the texts for a moment.
        if needed > bytes.capacity { bytes.reserveCapacity(needed + needed / 4 + 4_096) }
        bytes.append(contentsOf: repeatElement(0, count: granules * Self.granule))
        return handle
    }
}
