import ByteScan
import PostfixLog

/// One message in one queue: from cleanup's first line, or the first line seen, to 'removed'.
struct Life: Sendable, BitwiseCopyable {
    var id: QueueID
    var host: UInt32
    var messageID: TextArena.Handle = 0
    var sender: TextArena.Handle = 0
    /// The queue ID as text, where `id` is a digest.
    var idText: TextArena.Handle = 0
    /// Seconds of the first line seen; of a life that is met in its middle, seconds of its arrival, as
    /// soon as a deferral tells it.
    var arrived: Int64
    /// Neighbours by age: the bound on messages in flight closes the oldest.
    var older: UInt32 = 0
    var newer: UInt32 = 0
    /// Recipients that were deferred at least once.
    var recipients = RecipientList()
    /// Codes seen, one bit each.
    var codes: UInt8 = 0
    /// One bit each of what follows: a life fills a line of the cache.
    private var flags: UInt8 = 0

    init(id: QueueID, host: UInt32, arrived: Int64) {
        self.id = id
        self.host = host
        self.arrived = arrived
    }

    /// It is on hold.
    var isHeld: Bool {
        get { flags & 1 != 0 }
        set { set(1, newValue) }
    }

    /// False where the log begins in the middle of the life.
    var sawStart: Bool {
        get { flags & 2 != 0 }
        set { set(2, newValue) }
    }

    /// Its message-ID was logged, even where it is empty.
    var hasMessageID: Bool {
        get { flags & 4 != 0 }
        set { set(4, newValue) }
    }

    /// Counted as a message: where a filter is, with the first attempt that passes it.
    var isCounted: Bool {
        get { flags & 8 != 0 }
        set { set(8, newValue) }
    }

    /// The sender is known; the null sender has no text.
    var sawSender: Bool {
        get { flags & 16 != 0 }
        set { set(16, newValue) }
    }

    /// It goes on where another life of the same message ended.
    var isContinuation: Bool {
        get { flags & 32 != 0 }
        set { set(32, newValue) }
    }

    /// Message-ID, sender and recipients' addresses were given up to make room.
    var lostTexts: Bool {
        get { flags & 64 != 0 }
        set { set(64, newValue) }
    }

    /// Counted although it is a continuation: the life before it had passed no filter yet.
    var isCountedApart: Bool {
        get { flags & 128 != 0 }
        set { set(128, newValue) }
    }

    private mutating func set(_ flag: UInt8, _ isOn: Bool) {
        flags = isOn ? flags | flag : flags & ~flag
    }
}

/// The messages in flight, found by host and queue ID.
///
/// Places of ended lives are used again, so the table grows with messages in flight, not with the
/// log.
struct LifeTable: ~Copyable, Sendable {
    private var lives = Column<Life>()
    private var free = Column<UInt32>()
    private var index = SlotIndex()
    private var oldest: UInt32 = 0
    private var newest: UInt32 = 0
    /// The oldest life that has its texts; all newer ones have theirs, too.
    private var oldestWhole: UInt32 = 0

    /// Messages in flight.
    var count: Int { index.count }

    subscript(place: Int) -> Life {
        @inline(__always) get { lives[place] }
        @inline(__always) _modify { yield &lives[place] }
    }

    @inline(__always)
    func find(_ id: QueueID, host: UInt32) -> Int? {
        index.find(Self.hash(id, host), in: lives) { $0.id == id && $0.host == host }
    }

    /// Asks the memory for the slot where a search for `id` begins.
    @inline(__always)
    func prefetch(_ id: QueueID, host: UInt32) {
        index.prefetch(Self.hash(id, host))
    }

    /// Keeps places for lives that will be inserted there.
    ///
    /// - Precondition: the table is empty.
    mutating func reserve(places: [Int]) {
        precondition(lives.isEmpty, "no life has a place yet")
        guard let last = places.max() else { return }
        var isKept = [Bool](repeating: false, count: last + 1)
        for place in places { isKept[place] = true }
        lives.append(
            repeating: Life(id: .none, host: 0, arrived: 0),
            count: last + 1
        )
        for place in isKept.indices.reversed() where !isKept[place] { free.append(UInt32(place)) }
    }

    /// A new life, in a place that was reserved, or in any that is free.
    ///
    /// - Precondition: none of the same host and queue ID is in flight.
    mutating func insert(
        _ id: QueueID,
        host: UInt32,
        at seconds: Int64,
        in reserved: Int? = nil
    ) -> Int {
        var life = Life(id: id, host: host, arrived: seconds)
        life.older = newest
        let place: Int
        if let found = reserved ?? free.popLast().map(Int.init) {
            place = found
            lives[place] = life
        } else {
            place = lives.count
            lives.append(life)
        }
        let named = UInt32(truncatingIfNeeded: place &+ 1)
        if newest != 0 { lives[Int(newest) &- 1].newer = named }
        newest = named
        if oldest == 0 { oldest = named }
        if oldestWhole == 0 { oldestWhole = named }
        index.insert(place, in: lives) { Self.hash($0.id, $0.host) }
        return place
    }

    /// Takes a life out; its texts and recipients are the caller's to give back.
    mutating func remove(_ place: Int) {
        index.remove(place, in: lives) { Self.hash($0.id, $0.host) }
        let (older, newer) = (lives[place].older, lives[place].newer)
        if oldestWhole == UInt32(truncatingIfNeeded: place &+ 1) { oldestWhole = newer }
        if older != 0 { lives[Int(older) &- 1].newer = newer } else { oldest = newer }
        if newer != 0 { lives[Int(newer) &- 1].older = older } else { newest = older }
        free.append(UInt32(truncatingIfNeeded: place))
    }

    /// The life that has been in flight longest, by its first line in the log.
    var oldestPlace: Int? { oldest == 0 ? nil : Int(oldest) - 1 }

    /// The oldest life that still has its texts, which is to lose them.
    mutating func popOldestWhole() -> Int? {
        guard oldestWhole != 0 else { return nil }
        let place = Int(oldestWhole) - 1
        lives[place].lostTexts = true
        oldestWhole = lives[place].newer
        return place
    }

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

    @inline(__always)
    private static func hash(_ id: QueueID, _ host: UInt32) -> Int {
        Int(truncatingIfNeeded: (id.hash &+ UInt64(host) &* 0x9E37_79B9_7F4A_7C15) >> 20)
    }
}
