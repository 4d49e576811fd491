internal import CByteScan

extension [UInt8] {
    /// Copies `source[range]` over the bytes from `offset`.
    ///
    /// - Precondition: the bytes fit.
    public mutating func copy(_ source: Span<UInt8>, _ range: Range<Int>, at offset: Int) {
        precondition(offset >= 0 && offset + range.count <= count, "the bytes fit")
        let part = source.extracting(range)
        // SAFETY: both ranges were checked; the two arrays are distinct storage.
        unsafe part.withUnsafeBytes { from in
            unsafe withUnsafeMutableBytes { to in
                guard let base = to.baseAddress, let source = from.baseAddress else { return }
                unsafe (base + offset).copyMemory(from: source, byteCount: from.count)
            }
        }
    }

    /// True where the bytes from `offset` equal `other[range]`.
    ///
    /// - Precondition: as many bytes follow `offset`.
    public func equals(_ other: Span<UInt8>, _ range: Range<Int>, at offset: Int) -> Bool {
        precondition(offset >= 0 && offset + range.count <= count, "the bytes are there")
        let part = other.extracting(range)
        // SAFETY: both ranges were checked.
        return unsafe part.withUnsafeBytes { left in
            unsafe withUnsafeBytes { right in
                guard let base = right.baseAddress, let other = left.baseAddress else { return true }
                return unsafe cbs_equal(base + offset, other, left.count)
            }
        }
    }
}
