import MailFlow

/// The timeline in at most so many equal pieces, the empty ones included.
struct TimelineBuckets: Sendable {
    struct Bucket: Sendable, Hashable {
        var start: Int64
        var sent = 0
        var deferred: [String: Int] = [:]

        var deferredTotal: Int { deferred.values.reduce(0, +) }
    }

    private(set) var buckets: [Bucket] = []
    /// Length of a bucket: a whole number of hours.
    let seconds: Int

    /// Lengths that people read easily, in hours.
    private static let lengths = [1, 2, 3, 6, 12, 24, 48, 168, 336, 720, 2_160, 8_760]

    init(_ hours: [FlowSnapshot.Hour], most: Int) {
        guard let first = hours.first, let last = hours.last else {
            seconds = 3600
            return
        }
        let span = Int((last.start - first.start) / 3600) + 1
        let needed = (span + most - 1) / most
        // A broken clock can make a log span decades: then buckets are as long as they must be.
        let length = Self.lengths.first { $0 >= needed } ?? needed
        seconds = length * 3600
        let step = Int64(seconds)
        let origin = Self.floor(first.start, step)
        // A start on a round hour may need one bucket more than the span.
        let count = Int((last.start - origin) / step) + 1
        buckets = (0..<count).map { Bucket(start: origin + Int64($0) * step) }
        for hour in hours {
            let index = Int((hour.start - origin) / step)
            buckets[index].sent += hour.sent
            buckets[index].deferred.merge(hour.deferred, uniquingKeysWith: +)
        }
    }

    /// The bucket with most deferrals.
    var peak: Bucket? {
        buckets.max { ($0.deferredTotal, $1.start) < ($1.deferredTotal, $0.start) }
    }

    private static func floor(_ value: Int64, _ step: Int64) -> Int64 {
        let rest = value % step
        return value - (rest < 0 ? rest + step : rest)
    }
}
