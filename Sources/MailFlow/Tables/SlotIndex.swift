import ByteScan

/// Finds places in a column by a hash of what is there.
///
/// Open addressing; entries that leave move later ones of their run up, so no tombstones gather.
struct SlotIndex: ~Copyable, Sendable {
    /// Places plus one; 0: empty.
    private var slots: Column<UInt32>
    private(set) var count = 0

    /// An index with room for `capacity` entries; it grows.
    init(capacity: Int = 512) {
        slots = Column(repeating: 0, count: max(16, capacity * 2))
        precondition(slots.count & (slots.count - 1) == 0, "the capacity is a power of two")
    }

    /// Asks the memory for the slot where a search for `hash` begins.
    @inline(__always)
    func prefetch(_ hash: Int) {
        slots.prefetch(at: hash & (slots.count &- 1))
    }

    /// The place under `hash` whose entry is the one that is looked for.
    @inline(__always)
    func find<Entry>(
        _ hash: Int,
        in entries: borrowing Column<Entry>,
        where isWanted: (Entry) -> Bool
    ) -> Int? {
        let mask = slots.count &- 1
        var slot = hash & mask
        while true {
            let place = Int(slots[slot])
            if place == 0 { return nil }
            if isWanted(entries[place &- 1]) { return place &- 1 }
            slot = (slot &+ 1) & mask
        }
    }

    /// Adds `place`, whose entry is in `entries` already.
    @inline(__always)
    mutating func insert<Entry>(
        _ place: Int,
        in entries: borrowing Column<Entry>,
        hash: (Entry) -> Int
    ) {
        if (count &+ 1) &* 2 > slots.count { grow(entries, hash) }
        occupy(place, hash(entries[place]))
        count &+= 1
    }

    /// Takes `place` out; its entry is still in `entries`.
    @inline(__always)
    mutating func remove<Entry>(
        _ place: Int,
        in entries: borrowing Column<Entry>,
        hash: (Entry) -> Int
    ) {
        let mask = slots.count &- 1
        var hole = hash(entries[place]) & mask
        while slots[hole] != UInt32(truncatingIfNeeded: place &+ 1) { hole = (hole &+ 1) & mask }
        var next = (hole &+ 1) & mask
        while slots[next] != 0 {
            let home = hash(entries[Int(slots[next]) &- 1]) & mask
            if (next &- home) & mask >= (next &- hole) & mask {
                slots[hole] = slots[next]
                hole = next
            }
            next = (next &+ 1) & mask
        }
        slots[hole] = 0
        count &-= 1
    }

    @inline(__always)
    private mutating func occupy(_ place: Int, _ hash: Int) {
        let mask = slots.count &- 1
        var slot = hash & mask
        while slots[slot] != 0 { slot = (slot &+ 1) & mask }
        slots[slot] = UInt32(truncatingIfNeeded: place &+ 1)
    }

    // Inline, to be made for its entries: told by their size only, it took three times as long.
    @inline(__always)
    private mutating func grow<Entry>(
        _ entries: borrowing Column<Entry>,
        _ hash: (Entry) -> Int
    ) {
        var places = Column<UInt32>()
        for slot in slots.indices where slots[slot] != 0 { places.append(slots[slot]) }
        slots = Column(repeating: 0, count: slots.count * 2)
        for index in places.indices {
            // Entries lie in no order: without asking ahead each one is waited for.
            if index &+ 16 < places.count { entries.prefetch(at: Int(places[index &+ 16]) &- 1) }
            let place = Int(places[index]) - 1
            occupy(place, hash(entries[place]))
        }
    }
}
