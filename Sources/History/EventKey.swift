/// Event ids as numbers, so that the table of events is its own index of ids.
///
/// 'IDENTITY:OFFSET' becomes the number of the log and the offset. A line that stands for repetitions
/// of the one before has ids 'IDENTITY:OFFSET#N', and one that ends the waiting of several recipients
/// 'IDENTITY:OFFSET/N': N is added to the offset, which stays inside the line, so no two ids of a table
/// meet. Whatever has another form is hashed, and stored as text beside.
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
    /// Keys below are places.
    static var leastHash: Int64 { hashedBit }

    /// The place that the id of an event names; nil: it has another form.
    static func place(_ id: String) -> Place? {
        guard let colon = id.utf8.firstIndex(of: 0x3A) else { return nil }
        let rest = id.utf8[id.utf8.index(after: colon)...]
        if let offset = number(rest) {
            return Place(identity: id[..<colon], offset: offset, copy: 0)
        }
        guard let place = place(id, colon, rest, mark: 0x23), place.copy > 0 else { return nil }
        return place
    }

    /// The place that the id of an end names; nil: it has another form.
    static func placeOfEnd(_ id: String) -> Place? {
        guard let colon = id.utf8.firstIndex(of: 0x3A) else { return nil }
        return place(id, colon, id.utf8[id.utf8.index(after: colon)...], mark: 0x2F)
    }

    private static func place(
        _ id: String,
        _ colon: String.Index,
        _ rest: Substring.UTF8View,
        mark: UInt8
    ) -> Place? {
        guard let mark = rest.firstIndex(of: mark), let offset = number(rest[..<mark]),
            let copy = number(rest[rest.index(after: mark)...]), copy < mostCopies
        else { return nil }
        return Place(identity: id[..<colon], offset: offset, copy: copy)
    }

    /// Digits without leading zeros: the number must give the text again.
    private static func number(_ digits: Substring.UTF8View) -> Int64? {
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

    /// Stands for nothing yet.
    init() {}

    /// Stands for one text.
    init(_ text: String) {
        add(text)
        add(number: .min)
    }

    mutating func add(number: Int64) {
        mix(UInt64(bitPattern: number))
    }

    mutating func add(_ text: String?) {
        // Distinguishes no text from an empty one, and where one text ends.
        guard var text else { return mix(.max) }
        // SAFETY: the bytes are read while they are lent, whole words inside of them.
        text.withUTF8 { buffer in
            let bytes = UnsafeRawBufferPointer(buffer)
            mix(UInt64(bytes.count))
            var place = 0
            while place + 8 <= bytes.count {
                mix(unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).bigEndian)
                place += 8
            }
            guard place < bytes.count else { return }
            var word: UInt64 = 0
            while place < bytes.count {
                word = word << 8 | UInt64(unsafe bytes[place])
                place += 1
            }
            mix(word)
        }
    }

    @inline(__always)
    private mutating func mix(_ word: UInt64) {
        first = (first ^ word) &* 0xD6E8_FEB8_6659_FD93
        first ^= first >> 32
        second = (second &+ word) &* 0xFF51_AFD7_ED55_8CCD
        second ^= second >> 29
    }
}
