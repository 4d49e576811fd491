/// The answers of the last ten seconds, for smtpd asks a second time when a reply got lost.
///
/// A plain DUNNO gives way to anything; other answers stay for their ten seconds. When no place is
/// free the answer is not kept, and the caller must say DUNNO.
struct RecentAnswers: Sendable {
    /// Sixteen bytes, so that a set is one line of the cache; a time of 0 is never.
    private struct Slot {
        var key: UInt64 = 0
        var time: UInt32 = 0
        var isPlain = true
    }

    private static let ways = 4
    private static let lifetime: UInt32 = 10
    private let setMask: Int
    private var slots: [Slot]
    /// Answers that are no plain DUNNO, by their slot.
    private var verdicts: [Int: Verdict] = [:]

    init(capacity: Int) {
        var sets = 1
        while sets * Self.ways < capacity { sets *= 2 }
        setMask = sets - 1
        slots = Array(repeating: Slot(), count: sets * Self.ways)
    }

    /// The answer that `key` got within the last ten seconds.
    func answer(for key: UInt64, now: Int64) -> Verdict? {
        let start = firstSlot(of: key)
        for index in start..<start + Self.ways
        where slots[index].key == key && isFresh(slots[index], now: now) {
            return slots[index].isPlain ? .dunno(.repeat) : verdicts[index]
        }
        return nil
    }

    /// Keeps an answer; false where there is no place for it.
    mutating func keep(_ verdict: Verdict, for key: UInt64, now: Int64) -> Bool {
        let start = firstSlot(of: key)
        var place: Int?
        for index in start..<start + Self.ways
        where !isFresh(slots[index], now: now) || slots[index].isPlain {
            if let chosen = place, slots[chosen].time <= slots[index].time { continue }
            place = index
        }
        let isPlain = !verdict.isNotable
        guard let place else { return isPlain }
        if !slots[place].isPlain { verdicts[place] = nil }
        slots[place] = Slot(key: key, time: UInt32(truncatingIfNeeded: now), isPlain: isPlain)
        if !isPlain { verdicts[place] = verdict }
        return true
    }

    private func firstSlot(of key: UInt64) -> Int {
        (Int(truncatingIfNeeded: key >> 20) & setMask) * Self.ways
    }

    private func isFresh(_ slot: Slot, now: Int64) -> Bool {
        slot.time != 0 && UInt32(truncatingIfNeeded: now) &- slot.time < Self.lifetime
    }
}
