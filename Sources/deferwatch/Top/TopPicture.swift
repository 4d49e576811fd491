import MailFlow

/// What `top` shows, at one moment.
struct TopPicture: Sendable {
    var snapshot: FlowSnapshot
    /// Deferrals by minute, the last of them that of the newest line.
    var trend: [Int]
    /// Where it comes from.
    var source: String
    /// Something that a person should know; nil: nothing.
    var message: String?

    /// The destinations that the state lets pass, in its order.
    func rows(_ state: TopState) -> [FlowSnapshot.DestinationRow] {
        let passing = snapshot.destinations.filter {
            state.filter.isEmpty || $0.domain.contains(state.filter)
        }
        return passing.sorted { left, right in
            switch state.sort {
            case .waiting:
                (right.waiting, right.attempts, left.domain)
                    < (left.waiting, left.attempts, right.domain)
            case .deferrals: (right.attempts, left.domain) < (left.attempts, right.domain)
            case .latest: (right.lastFailure, left.domain) < (left.lastFailure, right.domain)
            case .name: left.domain < right.domain
            }
        }
    }
}

/// Deferrals of the last minutes, by the log's clock.
struct MinuteTrend: Sendable {
    private var counts: [Int64: Int] = [:]
    private var newest = Int64.min

    static let minutes = 60

    mutating func add(_ events: [DeferralEvent], at seconds: (DeferralEvent) -> Int64) {
        for event in events { add(1, minute: seconds(event) / 60) }
    }

    mutating func add(_ count: Int, minute: Int64) {
        newest = max(newest, minute)
        guard minute > newest - Int64(Self.minutes) else { return }
        counts[minute, default: 0] += count
        guard counts.count > 2 * Self.minutes else { return }
        counts = counts.filter { $0.key > newest - Int64(Self.minutes) }
    }

    /// The counts of the hour that ends with this second; the oldest first.
    func values(until seconds: Int64?) -> [Int] {
        let last = max(newest, (seconds ?? .min) / 60)
        guard last > .min / 60 else { return [] }
        return (0..<Int64(Self.minutes)).map { counts[last - Int64(Self.minutes) + 1 + $0] ?? 0 }
    }
}
