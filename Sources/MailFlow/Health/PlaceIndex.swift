/// Finds places by a hash of what is there: open addressing, in parts that grow one by one, so that
/// nobody waits until all of it has grown.
struct PlaceIndex: Sendable {
    /// A search that is under way.
    struct Probe {
        fileprivate let part: Int
        fileprivate var slot: Int
    }

    /// Places plus one; 0: empty.
    private var parts: [[UInt32]]
    private var counts: [Int]

    private static let partBits: UInt64 = 6
    private static let smallest = 16

    init() {
        let parts = 1 << Int(Self.partBits)
        self.parts = Array(repeating: Array(repeating: 0, count: Self.smallest), count: parts)
        counts = Array(repeating: 0, count: parts)
    }

    /// Bits of a hash that choose neither a part nor, in most tables, a slot.
    static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 26) }

    /// A search for what has this hash.
    func probe(_ hash: UInt64) -> Probe {
        let part = Int(hash >> (64 - Self.partBits))
        return Probe(part: part, slot: home(hash, part))
    }

    /// The next place that may be the one; nil: it is not there.
    func next(_ probe: inout Probe) -> Int? {
        let place = parts[probe.part][probe.slot]
        guard place != 0 else { return nil }
        probe.slot = (probe.slot + 1) & (parts[probe.part].count - 1)
        return Int(place) - 1
    }

    /// Adds a place; `hash` gives the hashes of the others.
    mutating func insert(_ place: Int, _ hash: UInt64, hashes: (Int) -> UInt64) {
        let part = Int(hash >> (64 - Self.partBits))
        if (counts[part] + 1) * 4 > parts[part].count * 3 { grow(part, hashes) }
        occupy(part, UInt32(place + 1), hash)
        counts[part] += 1
    }

    /// Takes a place out; later ones of its run move up, so that no marks of removal gather.
    mutating func remove(_ place: Int, _ hash: UInt64, hashes: (Int) -> UInt64) {
        let part = Int(hash >> (64 - Self.partBits))
        let mask = parts[part].count - 1
        var hole = home(hash, part)
        while parts[part][hole] != UInt32(place + 1) { hole = (hole + 1) & mask }
        var next = (hole + 1) & mask
        while parts[part][next] != 0 {
            let home = home(hashes(Int(parts[part][next]) - 1), part)
            if (next - home) & mask >= (next - hole) & mask {
                parts[part][hole] = parts[part][next]
                hole = next
            }
            next = (next + 1) & mask
        }
        parts[part][hole] = 0
        counts[part] -= 1
    }

    private func home(_ hash: UInt64, _ part: Int) -> Int {
        Int(truncatingIfNeeded: hash) & (parts[part].count - 1)
    }

    private mutating func occupy(_ part: Int, _ entry: UInt32, _ hash: UInt64) {
        let mask = parts[part].count - 1
        var slot = home(hash, part)
        while parts[part][slot] != 0 { slot = (slot + 1) & mask }
        parts[part][slot] = entry
    }

    private mutating func grow(_ part: Int, _ hashes: (Int) -> UInt64) {
        let former = parts[part]
        parts[part] = Array(repeating: 0, count: former.count * 2)
        for entry in former where entry != 0 { occupy(part, entry, hashes(Int(entry) - 1)) }
    }
}
