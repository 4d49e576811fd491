import Deferrals

/// What is wrong with one destination.
struct HealthTrouble: Codable, Sendable, Hashable {
    var streak: AttemptStreak?
    var throttle: ThrottleState?
    var forced: ForcedVerdict?
    /// A sign of life under the operator's word has been reported.
    var hasReportedLife = false
    /// Set while the learned state is down or probing.
    var probes: ProbePlan?
    /// Why a sufficient streak is not 'down'.
    var heldBack: HealthReasons = []
    /// The host that failed last.
    var host: String?

    /// Nothing is wrong any more.
    var isOver: Bool { streak == nil && throttle == nil && forced == nil }

    /// May be forgotten to make room.
    var isMinor: Bool { throttle == nil && forced == nil && probes == nil }
}

/// A limited rate.
struct ThrottleState: Codable, Sendable, Hashable {
    var since: Seconds
    /// The newest reply that said so.
    var last: Seconds
    var category: Deferrals.Category?
    var successes = 0
    /// When it ended, and the rate began to be raised.
    var rampSince: Seconds?
}

/// When requests are let through.
struct ProbePlan: Codable, Sendable, Hashable {
    /// When the destination went down.
    var downSince: Seconds
    /// From the next failed probe to the one after it.
    var interval: Seconds
    /// Not before.
    var next: Seconds
    /// A probe is under way since.
    var grantedAt: Seconds?
    var grants: UInt32 = 0
}

/// The troubles; places are used again.
struct TroubleTable: Sendable {
    private(set) var troubles: [HealthTrouble] = []
    /// Places of the records that the troubles belong to; -1: free.
    private(set) var owners: [Int32] = []
    private var free: [UInt32] = []
    private var hand = 0

    private static let candidates = 8

    subscript(slot: Int) -> HealthTrouble {
        @inline(__always) get { troubles[slot] }
        @inline(__always) _modify { yield &troubles[slot] }
    }

    var count: Int { troubles.count - free.count }

    mutating func insert(_ trouble: HealthTrouble, owner: Int) -> Int {
        if let slot = free.popLast() {
            troubles[Int(slot)] = trouble
            owners[Int(slot)] = Int32(owner)
            return Int(slot)
        }
        troubles.append(trouble)
        owners.append(Int32(owner))
        return troubles.count - 1
    }

    mutating func remove(_ slot: Int) {
        troubles[slot] = HealthTrouble()
        owners[slot] = -1
        free.append(UInt32(slot))
    }

    /// A slot whose trouble may be forgotten: of the next few, the one with the oldest attempt.
    mutating func minorSlot() -> Int? {
        var oldest: Int?
        for _ in 0..<min(Self.candidates, troubles.count) {
            hand = hand + 1 < troubles.count ? hand + 1 : 0
            guard owners[hand] >= 0, troubles[hand].isMinor else { continue }
            if let known = oldest, last(known) <= last(hand) { continue }
            oldest = hand
        }
        return oldest
    }

    private func last(_ slot: Int) -> Seconds { troubles[slot].streak?.last ?? .never }
}
