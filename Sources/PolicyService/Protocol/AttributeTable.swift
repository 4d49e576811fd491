internal import ByteScan

/// Finds an attribute by the bytes of its name: three words and a length, no text.
struct AttributeTable: Sendable {
    static let shared = AttributeTable()

    /// The longest known name, `ccert_pubkey_fingerprint`, fills the three words.
    static let longestName = 24

    private struct Slot {
        var words = (UInt64(0), UInt64(0), UInt64(0))
        var attribute: Int16 = -1
    }

    /// A name with its '=', so far as three words hold them.
    private struct Name {
        var words = (UInt64(0), UInt64(0), UInt64(0))
        /// The bits of the words that count.
        var masks = (UInt64(0), UInt64(0), UInt64(0))
        /// Of the name alone.
        var length = 0
    }

    private static let slotCount = 128
    private var slots = [Slot](repeating: Slot(), count: slotCount)
    /// By raw value, with an end that fits nothing.
    private var names: [Name] = []

    private init() {
        precondition(PolicyAttribute.allCases.count == PolicyAttribute.count, "the count is kept")
        for (index, attribute) in PolicyAttribute.allCases.enumerated() {
            var name = Array(attribute.name.utf8)
            let length = name.count
            precondition(length <= Self.longestName, "names fit into three words")
            name += [UInt8](repeating: 0, count: Self.longestName - name.count)
            let words = (
                name.span.load64(at: 0), name.span.load64(at: 8), name.span.load64(at: 16)
            )
            var slot = Self.home(of: words)
            while slots[slot].attribute >= 0 { slot = (slot + 1) % Self.slotCount }
            slots[slot] = Slot(words: words, attribute: Int16(index))
            names.append(Self.withEquals(attribute.name))
        }
        names.append(Name())
    }

    private static func withEquals(_ name: String) -> Name {
        let length = name.utf8.count
        var bytes = Array(name.utf8) + [UInt8(ascii: "=")]
        bytes += [UInt8](repeating: 0, count: longestName + 1 - length)
        return Name(
            words: (bytes.span.load64(at: 0), bytes.span.load64(at: 8), bytes.span.load64(at: 16)),
            masks: (mask(length + 1), mask(length - 7), mask(length - 15)),
            length: length
        )
    }

    private static func home(of words: (UInt64, UInt64, UInt64)) -> Int {
        let mixed = (words.0 ^ words.1 &* 3 ^ words.2 &* 5) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 57)
    }

    /// Raw value of the attribute whose name stands at `start`, or nil for an unknown name.
    ///
    /// 24 bytes must be readable from `start`, whatever the length.
    func position(of bytes: Span<UInt8>, at start: Int, length: Int) -> Int? {
        guard length <= Self.longestName else { return nil }
        let words = (
            Self.word(bytes, start, length),
            Self.word(bytes, start + 8, length - 8),
            Self.word(bytes, start + 16, length - 16)
        )
        var slot = Self.home(of: words)
        while slots[slot].attribute >= 0 {
            if slots[slot].words == words { return Int(slots[slot].attribute) }
            slot = (slot + 1) % Self.slotCount
        }
        return nil
    }

    /// Length of the name with this raw value if it and a '=' stand at `start`, else 0.
    ///
    /// smtpd sends attributes in one order, so the next one is known; 25 bytes must be readable.
    @inline(__always)
    func length(of expected: Int, in bytes: Span<UInt8>, at start: Int) -> Int {
        let name = names[expected]
        let words = bytes.load192(at: start)
        let difference =
            (words.0 ^ name.words.0) & name.masks.0 | (words.1 ^ name.words.1) & name.masks.1
        guard difference == 0 else { return 0 }
        if name.length < 16 { return name.length }
        guard (words.2 ^ name.words.2) & name.masks.2 == 0 else { return 0 }
        if name.length < Self.longestName { return name.length }
        return bytes[start &+ Self.longestName] == UInt8(ascii: "=") ? Self.longestName : 0
    }

    /// The lowest `length` bytes of a word.
    private static func mask(_ length: Int) -> UInt64 {
        length >= 8 ? .max : length <= 0 ? 0 : (1 << UInt64(8 * length)) - 1
    }

    @inline(__always)
    private static func word(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
        length > 0 ? bytes.load64(at: start) & mask(length) : 0
    }
}
