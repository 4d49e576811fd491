public import ByteScan

/// A queue ID, short or long, as sixteen bytes that compare and hash fast.
///
/// IDs of up to sixteen bytes, which is all short and most long ones, are kept as they are; longer
/// ones as a digest of 127 bits. Case matters. Source: src/global/mail_queue.h.
public struct QueueID: Sendable, Hashable, BitwiseCopyable {
    /// The first eight bytes, or half of a digest.
    public var low: UInt64
    /// The next eight bytes, or the other half with its top bit set.
    public var high: UInt64

    /// No queue ID.
    public static let none = QueueID(low: 0, high: 0)

    @inlinable
    init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// The ID in `range`.
    ///
    /// - Precondition: sixteen bytes of slack follow the range.
    @inlinable @inline(__always)
    public init(_ bytes: Span<UInt8>, _ range: ByteRange) {
        let length = range.count
        if length <= 8 {
            low = Self.masked(bytes.load64(at: range.lowerBound), length)
            high = 0
        } else if length <= 16 {
            low = bytes.load64(at: range.lowerBound)
            high = Self.masked(bytes.load64(at: range.lowerBound + 8), length - 8)
        } else {
            self = Self.digest(bytes, range)
        }
    }

    /// It was too long to be kept.
    @inlinable public var isDigest: Bool { high >> 63 != 0 }

    /// The ID as text; nil for a digest.
    public var text: String? {
        guard !isDigest else { return nil }
        var characters: [UInt8] = []
        for word in [low, high] {
            for shift in 0..<8 {
                let byte = UInt8(truncatingIfNeeded: word >> UInt64(8 * shift))
                if byte != 0 { characters.append(byte) }
            }
        }
        return String(decoding: characters, as: UTF8.self)
    }

    /// A well-mixed hash.
    @inlinable
    public var hash: UInt64 {
        var mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        mixed ^= mixed >> 32
        return mixed &* 0xD6E8_FEB8_6659_FD93
    }

    @inlinable @inline(__always)
    static func masked(_ word: UInt64, _ length: Int) -> UInt64 {
        length >= 8 ? word : word & ((1 &<< UInt64(8 &* length)) &- 1)
    }

    @usableFromInline
    static func digest(_ bytes: Span<UInt8>, _ range: ByteRange) -> QueueID {
        var a: UInt64 = 0xCBF2_9CE4_8422_2325
        var b: UInt64 = 0x9E37_79B9_7F4A_7C15
        for offset in range.range {
            a = (a ^ UInt64(bytes[offset])) &* 0x0000_0100_0000_01B3
            b = (b ^ UInt64(bytes[offset])) &* 0xD6E8_FEB8_6659_FD93
            b ^= b >> 29
        }
        return QueueID(low: a, high: b | 1 << 63)
    }

    /// True where `range` may be a queue ID: enough for lines whose next words leave no doubt.
    @inlinable @inline(__always)
    public static func looksValid(_ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
        guard range.count >= 5, range.count <= 32 else { return false }
        let first = bytes[range.lowerBound]
        let last = bytes[range.upperBound &- 1]
        return isAlphanumeric(first) && isAlphanumeric(last)
    }

    @inlinable @inline(__always)
    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte &- 48 <= 9 || (byte | 0x20) &- 97 <= 25
    }

    /// True for the characters of a queue ID: upper-case hexadecimal, or the base-52 alphabet, which
    /// has no vowels; so words such as 'warning' are none.
    ///
    /// Sophos's Email Appliance has two hexadecimal numbers: '74518184B135_69AF926B'.
    public static func isValid(_ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
        guard range.count >= 5, range.count <= 32 else { return false }
        var isHexadecimal = true
        var isLong = range.count >= 12
        for offset in range.range {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "_"), offset > range.lowerBound, offset < range.upperBound - 1 {
                isLong = false
                continue
            }
            let isDigit = byte &- 48 <= 9
            let letter = byte | 0x20
            let isLetter = letter >= 97 && letter <= 122
            guard isDigit || isLetter else { return false }
            if !isDigit, byte < 65 || byte > 70 { isHexadecimal = false }
            if isVowel(letter) { isLong = false }
        }
        return isHexadecimal || isLong
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        letter == 97 || letter == 101 || letter == 105 || letter == 111 || letter == 117
    }
}
