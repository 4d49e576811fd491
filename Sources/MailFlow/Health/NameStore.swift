/// Names that come and go, in words of eight bytes; room that was given back waits in a list for each
/// size.
struct NameStore: Sendable {
    /// Where a name lies.
    struct Handle: Sendable, Hashable {
        fileprivate var start: UInt32
        fileprivate var length: UInt8
    }

    private var words = PagedRow<UInt64>()
    private var free: [[UInt32]] = Array(repeating: [], count: 33)

    init() {}

    mutating func insert(_ key: borrowing DomainKey) -> Handle {
        let count = key.wordCount
        let handle: Handle
        if let start = free[count].popLast() {
            handle = Handle(start: start, length: UInt8(key.length))
            for word in 0..<count { words[Int(start) + word] = key[word] }
        } else {
            handle = Handle(start: UInt32(words.count), length: UInt8(key.length))
            for word in 0..<count { words.append(key[word]) }
        }
        return handle
    }

    /// Gives the room of a name back.
    mutating func remove(_ handle: Handle) {
        free[Self.wordCount(handle)].append(handle.start)
    }

    func equals(_ handle: Handle, _ key: borrowing DomainKey) -> Bool {
        guard Int(handle.length) == key.length else { return false }
        for word in 0..<key.wordCount where words[Int(handle.start) + word] != key[word] {
            return false
        }
        return true
    }

    func key(_ handle: Handle) -> DomainKey {
        DomainKey(length: Int(handle.length)) { words[Int(handle.start) + $0] }
    }

    func text(_ handle: Handle) -> String { key(handle).text }

    private static func wordCount(_ handle: Handle) -> Int { (Int(handle.length) + 7) / 8 }
}
