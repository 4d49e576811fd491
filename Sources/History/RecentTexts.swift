/// Which texts were stored lately, and under which numbers: of fixed size, without the texts.
///
/// A text that is forgotten is stored a second time, which costs space and nothing else.
struct RecentTexts {
    private struct Entry {
        var hash: TextHash
        var id: Int64
    }

    private var entries: [Entry?]

    init(capacity: Int) {
        precondition(capacity & (capacity - 1) == 0, "the capacity is a power of two")
        entries = [Entry?](repeating: nil, count: capacity)
    }

    subscript(hash: TextHash) -> Int64? {
        get {
            guard let entry = entries[slot(hash)], entry.hash == hash else { return nil }
            return entry.id
        }
        set {
            entries[slot(hash)] = newValue.map { Entry(hash: hash, id: $0) }
        }
    }

    mutating func forgetAll() {
        for index in entries.indices { entries[index] = nil }
    }

    private func slot(_ hash: TextHash) -> Int {
        Int(truncatingIfNeeded: hash.first >> 20) & (entries.count - 1)
    }
}
