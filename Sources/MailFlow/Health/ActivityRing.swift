/// Counts things by the bucket of time in which each was last seen: how many were inside a window.
///
/// Exact to one bucket. A thing moves from its former bucket to the new one, so that it counts once.
struct ActivityRing: Sendable {
    let width: Seconds
    private var stamps: [Seconds]
    private var counts: [Int]

    /// A window of `buckets` buckets.
    init(window: Seconds, buckets: Int) {
        width = max(1, window / Seconds(buckets))
        stamps = Array(repeating: .never, count: buckets)
        counts = Array(repeating: 0, count: buckets)
    }

    mutating func add(_ time: Seconds) {
        guard let place = open(time) else { return }
        counts[place] += 1
    }

    mutating func remove(_ time: Seconds) {
        let stamp = time / width
        guard time >= 0 else { return }
        let place = Int(stamp) % stamps.count
        if stamps[place] == stamp { counts[place] -= 1 }
    }

    /// Things whose last time is inside the window that ends at `now`.
    func count(at now: Seconds) -> Int {
        let newest = now / width
        let oldest = newest - Seconds(stamps.count)
        var sum = 0
        for place in stamps.indices where stamps[place] > oldest && stamps[place] <= newest {
            sum += counts[place]
        }
        return sum
    }

    /// The bucket of `time`, emptied where it held an older one; nil: too old for the window.
    private mutating func open(_ time: Seconds) -> Int? {
        guard time >= 0 else { return nil }
        let stamp = time / width
        let place = Int(stamp) % stamps.count
        if stamps[place] > stamp { return nil }
        if stamps[place] < stamp {
            stamps[place] = stamp
            counts[place] = 0
        }
        return place
    }
}
