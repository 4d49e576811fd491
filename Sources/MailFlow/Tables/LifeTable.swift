import PostfixLog

/// One message in one queue: from cleanup's first line, or the first line seen, to 'removed'.
struct Life: Sendable {
    var id: QueueID
    var host: UInt32
    /// Recipients that were deferred at least once, newest first; place plus one, 0: none.
    var recipients: UInt32 = 0
    var messageID: TextArena.Handle = 0
    var sender: TextArena.Handle = 0
    /// The queue ID as text, where `id` is a digest.
    var idText: TextArena.Handle = 0
    /// Seconds of the first line seen.
    var arrived: Int64
    /// Neighbours by age: the bound on messages in flight closes the oldest.
    var older: UInt32 = 0
    var newer: UInt32 = 0
    /// Codes seen, one bit each.
    var codes: UInt8 = 0
    var isHeld = false
    /// False where the log begins in the middle of the life.
    var sawStart = false
    var hasMessageID = false
    /// The sender is known; the null sender has no text.
    var sawSender = false
}

/// The messages in flight, found by host and queue ID.
///
/// Open addressing over places in one array; places of ended lives are used again, so the table
/// grows with messages in flight, not with the log.
struct LifeTable: Sendable {
    private(set) var lives: [Life] = []
    private var free: [UInt32] = []
    private var slots = [UInt32](repeating: 0, count: 1_024)
    private(set) var count = 0
    private var oldest: UInt32 = 0
    private var newest: UInt32 = 0

    subscript(place: Int) -> Life {
        @inline(__always) get { lives[place] }
        @inline(__always) _modify { yield &lives[place] }
    }

    @inline(__always)
    func find(_ id: QueueID, host: UInt32) -> Int? {
        let mask = slots.count &- 1
        var slot = Self.hash(id, host) & mask
        while true {
            let place = Int(slots[slot])
            if place == 0 { return nil }
            if lives[place &- 1].id == id, lives[place &- 1].host == host { return place &- 1 }
            slot = (slot &+ 1) & mask
        }
    }

    /// A new life.
    ///
    /// - Precondition: none of the same host and queue ID is in flight.
    mutating func insert(_ id: QueueID, host: UInt32, at seconds: Int64) -> Int {
        if (count + 1) * 2 > slots.count { grow() }
        var life = Life(id: id, host: host, arrived: seconds)
        life.older = newest
        let place: Int
        if let reused = free.popLast() {
            place = Int(reused)
            lives[place] = life
        } else {
            place = lives.count
            if lives.count == lives.capacity {
                lives.reserveCapacity(lives.count + lives.count / 4 + 1_024)
            }
            lives.append(life)
        }
        if newest != 0 { lives[Int(newest) - 1].newer = UInt32(place + 1) }
        newest = UInt32(place + 1)
        if oldest == 0 { oldest = newest }
        occupy(place)
        count += 1
        return place
    }

    /// Takes a life out; its texts and recipients are the caller's to give back.
    mutating func remove(_ place: Int) {
        vacate(place)
        let life = lives[place]
        if life.older != 0 {
            lives[Int(life.older) - 1].newer = life.newer
        } else {
            oldest = life.newer
        }
        if life.newer != 0 {
            lives[Int(life.newer) - 1].older = life.older
        } else {
            newest = life.older
        }
        free.append(UInt32(place))
        count -= 1
    }

    /// The life that has been in flight longest, by its first line in the log.
    var oldestPlace: Int? { oldest == 0 ? nil : Int(oldest) - 1 }

    /// Places of all lives in flight, oldest first.
    var placesByAge: [Int] {
        var places: [Int] = []
        places.reserveCapacity(count)
        var next = oldest
        while next != 0 {
            places.append(Int(next) - 1)
            next = lives[Int(next) - 1].newer
        }
        return places
    }

    private func slot(of place: Int) -> Int {
        let mask = slots.count - 1
        var slot = Self.hash(lives[place].id, lives[place].host) & mask
        while slots[slot] != UInt32(place + 1) { slot = (slot + 1) & mask }
        return slot
    }

    /// Empties the slot and moves later ones of its run up, so that no tombstones gather.
    private mutating func vacate(_ place: Int) {
        let mask = slots.count - 1
        var hole = slot(of: place)
        var next = (hole + 1) & mask
        while slots[next] != 0 {
            let life = lives[Int(slots[next]) - 1]
            let home = Self.hash(life.id, life.host) & mask
            if (next - home) & mask >= (next - hole) & mask {
                slots[hole] = slots[next]
                hole = next
            }
            next = (next + 1) & mask
        }
        slots[hole] = 0
    }

    private mutating func occupy(_ place: Int) {
        let mask = slots.count - 1
        var slot = Self.hash(lives[place].id, lives[place].host) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(place + 1)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for place in placesByAge { occupy(place) }
    }

    @inline(__always)
    private static func hash(_ id: QueueID, _ host: UInt32) -> Int {
        Int(truncatingIfNeeded: (id.hash &+ UInt64(host) &* 0x9E37_79B9_7F4A_7C15) >> 20)
    }
}
