/// A key, as far as `top` knows it.
enum TopKey: Hashable {
    case up, down, pageUp, pageDown, home, end
    case enter, escape, backspace
    case character(Character)
}

/// Makes keys of the bytes that a terminal sends; a sequence may arrive in parts.
struct TopKeyDecoder {
    private var pending: [UInt8] = []

    /// Longer sequences mean nothing to us.
    private static let longest = 16

    /// The keys that `bytes` complete.
    mutating func keys(_ bytes: some Sequence<UInt8>) -> [TopKey] {
        var keys: [TopKey] = []
        for byte in bytes {
            pending.append(byte)
            if let key = complete() { keys.append(key) }
        }
        return keys
    }

    /// The key that was meant when nothing followed: an escape that begins no sequence.
    mutating func pause() -> TopKey? {
        defer { pending.removeAll() }
        return pending == [27] ? .escape : nil
    }

    private mutating func complete() -> TopKey? {
        if pending[0] == 27 { return completeSequence() }
        // A character of several bytes.
        if pending[0] >= 0xC0, pending.count < Self.length(of: pending[0]) { return nil }
        defer { pending.removeAll() }
        switch pending[0] {
        case 10, 13: return .enter
        case 8, 127: return .backspace
        case 0..<32, 0x80..<0xC0: return nil
        default:
            let text = String(decoding: pending, as: UTF8.self)
            return text.count == 1 ? text.first.map { .character($0) } : nil
        }
    }

    private static func length(of first: UInt8) -> Int {
        first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    }

    /// 'ESC [ A', 'ESC O A', 'ESC [ 5 ~'.
    private mutating func completeSequence() -> TopKey? {
        guard pending.count > 1 else { return nil }
        guard pending[1] == UInt8(ascii: "[") || pending[1] == UInt8(ascii: "O") else {
            // Alt with a key: the key alone is nobody's wish.
            pending.removeAll()
            return nil
        }
        guard pending.count > 2 else { return nil }
        let last = pending[pending.count - 1]
        guard last >= 0x40 || pending.count > Self.longest else { return nil }
        defer { pending.removeAll() }
        switch (String(decoding: pending[2...], as: UTF8.self)) {
        case "A": return .up
        case "B": return .down
        case "H", "1~", "7~": return .home
        case "F", "4~", "8~": return .end
        case "5~": return .pageUp
        case "6~": return .pageDown
        default: return nil
        }
    }
}
