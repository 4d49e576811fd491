/// A range of time as whole days and hours that are counted already, and what is left over.
struct TimeCover: Hashable {
    /// Bucket numbers of a step.
    struct Buckets: Hashable {
        var step: Rollups.Step
        var range: Range<Int64>
    }

    private(set) var buckets: [Buckets] = []
    /// Seconds whose events are to be counted one by one.
    private(set) var edges: [Range<Int64>] = []

    init(_ range: Range<Int64>) {
        cover(range, by: [.day, .hour])
    }

    private mutating func cover(_ range: Range<Int64>, by steps: [Rollups.Step]) {
        guard !range.isEmpty else { return }
        guard let step = steps.first else {
            edges.append(range)
            return
        }
        let first = Rollups.bucket(range.lowerBound + step.rawValue - 1, step)
        let end = Rollups.bucket(range.upperBound, step)
        let rest = Array(steps.dropFirst())
        guard first < end else {
            cover(range, by: rest)
            return
        }
        cover(range.lowerBound..<first * step.rawValue, by: rest)
        buckets.append(Buckets(step: step, range: first..<end))
        cover(end * step.rawValue..<range.upperBound, by: rest)
    }
}
