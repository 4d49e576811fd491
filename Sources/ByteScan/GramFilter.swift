internal import CByteScan

/// Four-byte runs, some of which are wanted: dismisses nearly every place of a text in one look.
public struct GramFilter: Sendable {
    /// One bit per hash.
    private var bits = [UInt64](repeating: 0, count: 16_384 / 64)

    /// A filter that wants nothing.
    public init() {}

    /// The four bytes from `offset` as a number, ASCII capitals in lower case.
    public static func gram(_ bytes: Span<UInt8>, at offset: Int) -> UInt32 {
        var gram: UInt32 = 0
        for index in 0..<4 {
            gram |= UInt32(folded(bytes[offset &+ index])) &<< UInt32(8 &* index)
        }
        return gram
    }

    /// The place of a gram's bit: 0 to 16,383.
    public static func bucket(_ gram: UInt32) -> Int {
        Int((gram &* 0x9E37_79B1) >> 18)
    }

    /// Wants `gram`.
    public mutating func insert(_ gram: UInt32) {
        let bit = Self.bucket(gram)
        bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }

    /// Writes the grams of `bytes[range]` that may be wanted to `grams`, in their order; how many.
    ///
    /// A text with more of them than there is room for is cut: it is longer than any reason.
    public func find(in bytes: Span<UInt8>, _ range: Range<Int>, _ grams: inout [UInt32]) -> Int {
        let text = bytes.extracting(range)
        // SAFETY: lengths come with their pointers; the filter has 2^14 bits, as the C side expects.
        return unsafe text.withUnsafeBufferPointer { text in
            unsafe bits.withUnsafeBufferPointer { bits in
                unsafe grams.withUnsafeMutableBufferPointer { grams in
                    guard let start = text.baseAddress, let filter = bits.baseAddress,
                        let out = grams.baseAddress
                    else { return 0 }
                    return unsafe cbs_wanted_grams(start, text.count, filter, out, grams.count)
                }
            }
        }
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        byte &- 65 < 26 ? byte | 0x20 : byte
    }
}
