/// Event ids as numbers, so that the table of events is its own index of ids.
///
/// 'IDENTITY:OFFSET' becomes the number of the log and the offset. A line that stands for repetitions
/// of the one before has ids 'IDENTITY:OFFSET#N': N is added to the offset, which stays inside the
/// line, so no two ids meet. Whatever has another form is hashed, and stored as text beside.
enum EventKey {
    /// An id that names a place in a log.
    struct Place: Hashable {
        var identity: Substring
        var offset: Int64
        var copy: Int64
    }

    /// Lines of a log are at least this long: further repetitions are hashed.
    private static let mostCopies: Int64 = 40
    private static let offsetBits: Int64 = 40
    private static let hashedBit: Int64 = 1 << 62

    /// The place that `id` names; nil: it has another form.
    static func place(_ id: String) -> Place? {
        guard let colon = id.firstIndex(of: ":") else { return nil }
        let rest = id[id.index(after: colon)...]
        if let offset = number(rest) {
            return Place(identity: id[..<colon], offset: offset, copy: 0)
        }
        guard let hash = rest.firstIndex(of: "#"), let offset = number(rest[..<hash]),
            let copy = number(rest[rest.index(after: hash)...]), copy > 0, copy < mostCopies
        else { return nil }
        return Place(identity: id[..<colon], offset: offset, copy: copy)
    }

    /// Digits without leading zeros: the number must give the text again.
    private static func number(_ text: Substring) -> Int64? {
        let digits = text.utf8
        guard !digits.isEmpty, digits.count < 13, digits.count == 1 || digits.first != 0x30 else {
            return nil
        }
        var number: Int64 = 0
        for digit in digits {
            guard digit >= 0x30, digit <= 0x39 else { return nil }
            number = number * 10 + Int64(digit - 0x30)
        }
        return number < 1 << offsetBits - mostCopies ? number : nil
    }

    /// The key of a place in the log with this number.
    static func key(log: Int64, _ place: Place) -> Int64? {
        guard log < 1 << 21 else { return nil }
        return log << offsetBits | (place.offset + place.copy)
    }

    /// The key of an id of another form.
    static func hashed(_ id: String) -> Int64 {
        hashedBit | Int64(bitPattern: TextHash(id).first >> 2)
    }

    /// The log and the offset of a key; nil: it is a hash.
    static func split(_ key: Int64) -> (log: Int64, offset: Int64)? {
        guard key & hashedBit == 0 else { return nil }
        return (key >> offsetBits, key & (1 << offsetBits - 1))
    }
}

/// 128 bits that stand for a text.
struct TextHash: Hashable {
    private(set) var first: UInt64 = 0x9E37_79B9_7F4A_7C15
    private(set) var second: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    init(_ texts: String?..., number: Int64? = nil) {
        for text in texts { add(text) }
        mix(UInt64(bitPattern: number ?? .min))
    }

    private mutating func add(_ text: String?) {
        let bytes = (text ?? "").utf8Span.span
        // Distinguishes no text from an empty one, and where one text ends.
        mix(text == nil ? .max : UInt64(bytes.count))
        var word: UInt64 = 0
        for index in bytes.indices {
            word = word << 8 | UInt64(bytes[index])
            if index & 7 == 7 {
                mix(word)
                word = 0
            }
        }
        if bytes.count & 7 != 0 { mix(word) }
    }

    private mutating func mix(_ word: UInt64) {
        first = (first ^ word) &* 0xD6E8_FEB8_6659_FD93
        first ^= first >> 32
        second = (second &+ word) &* 0xFF51_AFD7_ED55_8CCD
        second ^= second >> 29
    }
}
