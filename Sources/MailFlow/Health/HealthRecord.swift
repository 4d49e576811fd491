/// What is known of one destination: small, since most never fail.
///
/// Times are kept in 32 bits, which last until 2106.
struct HealthRecord: Sendable {
    let name: NameStore.Handle
    /// A part of the name's hash: dismisses most others without a look at the name.
    let tag: UInt32
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

    init(name: NameStore.Handle, tag: UInt32) {
        self.name = name
        self.tag = tag
    }

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
