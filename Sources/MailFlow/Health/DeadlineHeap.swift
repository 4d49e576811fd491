/// When to look at which record again: a binary heap, earliest first, equal times by place.
///
/// An entry counts only while the record's own deadline agrees with it.
struct DeadlineHeap: Sendable {
    struct Entry: Sendable {
        var time: Seconds
        var place: UInt32

        static func < (left: Entry, right: Entry) -> Bool {
            left.time != right.time ? left.time < right.time : left.place < right.place
        }
    }

    private(set) var entries: [Entry] = []

    var first: Entry? { entries.first }

    mutating func push(_ entry: Entry) {
        entries.append(entry)
        var child = entries.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard entries[child] < entries[parent] else { return }
            entries.swapAt(child, parent)
            child = parent
        }
    }

    mutating func removeFirst() {
        guard let last = entries.popLast(), !entries.isEmpty else { return }
        entries[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < entries.count && entries[child] < entries[least] {
                least = child
            }
            guard least != parent else { return }
            entries.swapAt(parent, least)
            parent = least
        }
    }

    /// Drops the entries that no longer count.
    mutating func compact(where counts: (Entry) -> Bool) {
        let kept = entries.filter(counts)
        entries.removeAll(keepingCapacity: true)
        for entry in kept { push(entry) }
    }
}
