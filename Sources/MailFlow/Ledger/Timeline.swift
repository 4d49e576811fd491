import Deferrals

/// Attempts per hour.
struct Timeline: Sendable {
    struct Hour: Sendable, Hashable {
        var sent: UInt32 = 0
        var bounced: UInt32 = 0
        var deferred = CodeCounts()
    }

    /// By hours since 1970.
    var hours: [Int: Hour] = [:]
    private var current = Int.min
    /// Seconds of the hour that is open: most lines need no division.
    private var seconds: Range<Int64> = 0..<0
    private var open = Hour()

    /// More hours than this (11 years) are the work of a broken clock; the newest stay.
    private static let most = 100_000

    @inline(__always)
    mutating func recordSent(at seconds: Int64) {
        turn(to: seconds)
        open.sent &+= 1
    }

    mutating func recordBounced(at seconds: Int64) {
        turn(to: seconds)
        open.bounced &+= 1
    }

    mutating func recordDeferred(_ code: DeferralCode, at seconds: Int64) {
        turn(to: seconds)
        open.deferred[code] &+= 1
    }

    /// All hours in order.
    func sorted() -> [(hour: Int, counts: Hour)] {
        var all = hours
        if current != Int.min { all[current] = open }
        return all.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    @inline(__always)
    private mutating func turn(to seconds: Int64) {
        if !self.seconds.contains(seconds) { change(to: seconds) }
    }

    private mutating func change(to seconds: Int64) {
        let hour = Int(seconds >= 0 ? seconds / 3600 : (seconds - 3599) / 3600)
        self.seconds = Int64(hour) * 3600..<Int64(hour + 1) * 3600
        change(to: hour)
    }

    private mutating func change(to hour: Int) {
        if current != Int.min { hours[current] = open }
        open = hours[hour] ?? Hour()
        current = hour
        if hours.count > Self.most, let oldest = hours.keys.min() { hours[oldest] = nil }
    }
}
