internal import CByteScan

extension Span<UInt8> {
    /// Offset of the first `byte` in `range`, or nil.
    public func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
        var offset = range.lowerBound
        while offset < range.upperBound {
            if self[offset] == byte { return offset }
            offset += 1
        }
        return nil
    }

    /// Offset of the first occurrence of `needle` in `range`, or nil.
    public func firstOffset(of needle: StaticString, in range: Range<Int>) -> Int? {
        let haystack = extracting(range)
        // SAFETY: both lengths come with their pointers; a StaticString lives for ever.
        let found = unsafe haystack.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return -1 }
            return unsafe cbs_find(base, buffer.count, needle.utf8Start, needle.utf8CodeUnitCount)
        }
        return found < 0 ? nil : range.lowerBound + found
    }

    /// Offset of the last occurrence of `needle` in `range`, or nil.
    public func lastOffset(of needle: StaticString, in range: Range<Int>) -> Int? {
        var found: Int?
        var rest = range
        while let next = firstOffset(of: needle, in: rest) {
            found = next
            rest = next + 1..<range.upperBound
        }
        return found
    }

    /// True where `range` begins with `prefix`.
    public func starts(with prefix: StaticString, in range: Range<Int>) -> Bool {
        let length = prefix.utf8CodeUnitCount
        guard range.count >= length else { return false }
        // SAFETY: the offsets stay below the static string's own length.
        for offset in 0..<length
        where unsafe self[range.lowerBound + offset] != prefix.utf8Start[offset] {
            return false
        }
        return true
    }

    /// True where `range` ends with `suffix`.
    public func ends(with suffix: StaticString, in range: Range<Int>) -> Bool {
        let length = suffix.utf8CodeUnitCount
        guard range.count >= length else { return false }
        return starts(with: suffix, in: range.upperBound - length..<range.upperBound)
    }

    /// A copy of the bytes in `range` as text; invalid UTF-8 becomes U+FFFD.
    public func text(_ range: ByteRange) -> String {
        guard !range.isEmpty else { return "" }
        let part = extracting(range.range)
        return unsafe part.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
