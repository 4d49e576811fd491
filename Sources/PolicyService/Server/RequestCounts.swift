/// What one event loop has counted since it last told the meter: of most requests no more is to be said.
struct RequestCounts {
    /// Plain DUNNOs by their reason.
    var plain = InlineArray<16, UInt64>(repeating: 0)
    /// Replies by the time that they took, in the buckets of `PolicyMetrics`.
    private(set) var durations = InlineArray<14, UInt64>(repeating: 0)
    /// The sum of these times.
    private(set) var nanoseconds: UInt64 = 0

    /// True where there is a place for every reason and every bucket.
    static var isLargeEnough: Bool {
        VerdictReason.allCases.count <= RequestCounts().plain.count
            && PolicyMetrics.durationBounds.count < RequestCounts().durations.count
    }

    /// Counts replies that took so long.
    @inline(__always)
    mutating func time(_ replies: Int, nanoseconds elapsed: Int64) {
        let elapsed = max(0, elapsed)
        durations[PolicyMetrics.bucket(of: elapsed)] &+= UInt64(replies)
        nanoseconds &+= UInt64(elapsed) &* UInt64(replies)
    }
}
