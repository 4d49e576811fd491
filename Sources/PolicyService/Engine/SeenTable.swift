/// When keys were first seen: of fixed size, forgetting what was not seen for long.
///
/// Eight entries a set. A set full of live entries takes no new key: callers then push nothing back.
struct SeenTable: Sendable {
    enum Sight: Hashable {
        /// Never, or so long ago that it is forgotten.
        case new
        /// First seen so many seconds ago, which is negative after the clock went back.
        case known(age: Int64)
        /// Cannot be kept.
        case full
    }

    struct Entry: Hashable {
        var key: UInt64 = 0
        var first: Int64 = 0
        var last: Int64 = .min
    }

    private static let ways = 8
    private let retention: Int64
    private let setMask: Int
    private var entries: [Entry]
    /// Grows with every change.
    private(set) var revision: UInt64 = 0

    init(capacity: Int, retention: Int64) {
        var sets = 1
        while sets * Self.ways < capacity { sets *= 2 }
        setMask = sets - 1
        self.retention = retention
        entries = Array(repeating: Entry(), count: sets * Self.ways)
    }

    /// Notes `key` as seen at `now`.
    mutating func sight(_ key: UInt64, now: Int64) -> Sight {
        revision &+= 1
        let start = firstEntry(of: key)
        var free: Int?
        for index in start..<start + Self.ways {
            let isLive = isLive(entries[index], now: now)
            if isLive, entries[index].key == key {
                entries[index].last = max(now, entries[index].last)
                return .known(age: now - entries[index].first)
            }
            if !isLive, free == nil { free = index }
        }
        guard let free else { return .full }
        entries[free] = Entry(key: key, first: now, last: now)
        return .new
    }

    /// True where `key` is not forgotten; it is not noted.
    func holds(_ key: UInt64, now: Int64) -> Bool {
        let start = firstEntry(of: key)
        return (start..<start + Self.ways).contains {
            entries[$0].key == key && isLive(entries[$0], now: now)
        }
    }

    /// What is not forgotten.
    func live(at now: Int64) -> [Entry] { entries.filter { isLive($0, now: now) } }

    /// Takes up what another table has kept.
    mutating func restore(_ kept: [Entry], now: Int64) {
        for entry in kept where isLive(entry, now: now) {
            let start = firstEntry(of: entry.key)
            let free = (start..<start + Self.ways).first { !isLive(entries[$0], now: now) }
            if let free { entries[free] = entry }
        }
    }

    private func firstEntry(of key: UInt64) -> Int {
        (Int(truncatingIfNeeded: key >> 20) & setMask) * Self.ways
    }

    private func isLive(_ entry: Entry, now: Int64) -> Bool {
        entry.last > .min && now - entry.last <= retention
    }
}
