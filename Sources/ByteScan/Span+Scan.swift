internal import CByteScan

extension Span<UInt8> {
    /// Offset of the first `byte` in `range`, or nil.
    public func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
        guard !range.isEmpty else { return nil }
        let haystack = extracting(range)
        // SAFETY: the length comes with its pointer.
        let found = unsafe haystack.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return -1 }
            return unsafe cbs_find_byte(base, buffer.count, byte)
        }
        return found < 0 ? nil : range.lowerBound + found
    }

    /// Offset of the last `byte` in `range`, or nil.
    public func lastOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
        guard !range.isEmpty else { return nil }
        // SAFETY: the length comes with its pointer.
        let found = unsafe extracting(range).withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return -1 }
            return unsafe cbs_find_last_byte(base, buffer.count, byte)
        }
        return found < 0 ? nil : range.lowerBound + found
    }

    /// How often `byte` is in `range`.
    public func count(of byte: UInt8, in range: Range<Int>) -> Int {
        guard !range.isEmpty else { return 0 }
        // SAFETY: the length comes with its pointer.
        return unsafe extracting(range).withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            return unsafe Int(cbs_count(base, buffer.count, byte))
        }
    }

    /// True where all bytes are printable ASCII other than '"' and the backslash: what JSON quotes as
    /// it is.
    public var isQuotable: Bool {
        // SAFETY: the length comes with its pointer.
        unsafe withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return true }
            return unsafe cbs_is_quotable(base, buffer.count) != 0
        }
    }

    /// True where `range` has a blank or a control character.
    public func hasBlank(in range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        // SAFETY: the length comes with its pointer.
        return unsafe extracting(range).withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return false }
            return unsafe cbs_find_blank(base, buffer.count) >= 0
        }
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
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "the range is in the span")
        // SAFETY: the range was checked, and a static string has its own length.
        return unsafe withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return length == 0 }
            return unsafe cbs_equal(base + range.lowerBound, prefix.utf8Start, length)
        }
    }

    /// True where `range` ends with `suffix`.
    public func ends(with suffix: StaticString, in range: Range<Int>) -> Bool {
        let length = suffix.utf8CodeUnitCount
        guard range.count >= length else { return false }
        return starts(with: suffix, in: range.upperBound - length..<range.upperBound)
    }

    /// True where the bytes in `range` are ASCII without NUL: `text` gives back the same.
    public func isPlainASCII(in range: Range<Int>) -> Bool {
        // Without an early end the compiler looks at many bytes together.
        var isPlain = true
        for offset in range where self[offset] &- 1 >= 0x7F { isPlain = false }
        return isPlain
    }

    /// A copy of the bytes in `range` as text; what is not UTF-8, and NUL, becomes U+FFFD.
    ///
    /// NUL, since a text that a database gave back would end there.
    public func text(_ range: ByteRange) -> String {
        guard !range.isEmpty else { return "" }
        guard firstOffset(of: 0, in: range.range) == nil else {
            let bytes = range.range.flatMap {
                self[$0] == 0 ? Array("\u{FFFD}".utf8) : [self[$0]]
            }
            return String(decoding: bytes, as: UTF8.self)
        }
        let part = extracting(range.range)
        return unsafe part.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
