/// What is known of one destination: small, since most never fail.
///
/// Times are kept in 32 bits, which last until 2106.
struct HealthRecord: Sendable {
    let name: String
    private var packedSince: UInt32 = 0
    private var packedLastLife: UInt32 = 0
    private var packedLastSeen: UInt32 = 0
    private var packedFailedAt: UInt32 = 0
    private var packedOldest: UInt32 = 0
    private var packedDeadline = UInt32.max
    /// The provider that the last failure was of.
    var failedUnder: UInt32 = 0
    /// Messages queued.
    var waiting: UInt32 = 0
    /// Place in the host groups plus one; 0: no host seen.
    var group: UInt32 = 0
    /// Place in the trouble table plus one; 0: nothing is wrong.
    var trouble: UInt32 = 0
    var state = HealthState.unknown
    /// Class of the last failure.
    var failure = FailureClass.connect
    /// Changed since changes were last taken.
    var isDirty = false

    init(name: String) { self.name = name }

    /// The latest time that can be kept.
    static let latest = Seconds(UInt32.max) - 1

    /// When `state` was entered.
    var since: Seconds {
        get { Self.unpacked(packedSince) }
        set { packedSince = Self.packed(newValue) }
    }

    /// The last sign of life.
    var lastLife: Seconds {
        get { Self.unpacked(packedLastLife) }
        set { packedLastLife = Self.packed(newValue) }
    }

    /// The last evidence of any kind.
    var lastSeen: Seconds {
        get { Self.unpacked(packedLastSeen) }
        set { packedLastSeen = Self.packed(newValue) }
    }

    /// The last failure that the local fault guard counts.
    var failedAt: Seconds {
        get { Self.unpacked(packedFailedAt) }
        set { packedFailedAt = Self.packed(newValue) }
    }

    /// Arrival of the oldest queued message.
    var oldest: Seconds {
        get { Self.unpacked(packedOldest) }
        set { packedOldest = Self.packed(newValue) }
    }

    /// When the next look is due, as the deadline heap has it.
    var deadline: Seconds {
        get { Self.unpacked(packedDeadline) }
        set { packedDeadline = Self.packed(newValue) }
    }

    private static func packed(_ time: Seconds) -> UInt32 {
        time <= 0 ? 0 : UInt32(clamping: time)
    }

    private static func unpacked(_ time: UInt32) -> Seconds {
        time == 0 ? .never : time == .max ? .forever : Seconds(time)
    }
}

/// The destinations, found by name; places are used again when the table is full.
struct RecordTable: Sendable {
    private var places: [String: UInt32] = [:]
    private(set) var records: [HealthRecord] = []
    /// Where the search for a record to give up goes on.
    private var hand = 0

    /// How many records are looked at to make room for one.
    private static let candidates = 8

    subscript(place: Int) -> HealthRecord {
        @inline(__always) get { records[place] }
        @inline(__always) _modify { yield &records[place] }
    }

    var count: Int { records.count }

    @inline(__always)
    func place(of name: String) -> Int? {
        places[name].map { Int($0) }
    }

    /// Adds a destination that is not there.
    ///
    /// - Returns: its place, and the record that made room for it; nil: the table is full of
    ///   destinations in trouble.
    mutating func insert(_ name: String, most: Int) -> (place: Int, evicted: HealthRecord?)? {
        if records.count < most {
            if records.count == records.capacity {
                records.reserveCapacity(records.count + records.count / 4 + 1_024)
            }
            records.append(HealthRecord(name: name))
            places[name] = UInt32(records.count - 1)
            return (records.count - 1, nil)
        }
        guard let place = idlePlace() else { return nil }
        let evicted = records[place]
        places[evicted.name] = nil
        records[place] = HealthRecord(name: name)
        places[name] = UInt32(place)
        return (place, evicted)
    }

    /// The longest idle of the next few records without trouble.
    private mutating func idlePlace() -> Int? {
        var idlest: Int?
        for _ in 0..<min(Self.candidates, records.count) {
            hand = hand + 1 < records.count ? hand + 1 : 0
            guard records[hand].trouble == 0 else { continue }
            if let known = idlest, records[known].lastSeen <= records[hand].lastSeen { continue }
            idlest = hand
        }
        return idlest
    }
}
