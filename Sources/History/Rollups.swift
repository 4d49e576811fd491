internal import GRDB

/// Counts of a transaction, before they are added to the table.
///
/// Minutes are counted by code alone: a destination's minutes are counted from its events.
struct Rollups {
    /// Widths of a bucket, in seconds.
    enum Step: Int64, CaseIterable {
        case minute = 60
        case hour = 3_600
        case day = 86_400
    }

    private struct Key: Hashable {
        var step: Step
        var bucket: Int64
        var domain: Int64
        var provider: Int64
        var code: Int64

        /// One word of all parts: this is asked for each deferral.
        func hash(into hasher: inout Hasher) {
            var word = UInt64(bitPattern: bucket) &* 0x9E37_79B9_7F4A_7C15
            word = (word ^ UInt64(bitPattern: domain)) &* 0xD6E8_FEB8_6659_FD93
            word ^= UInt64(bitPattern: provider << 32 ^ code << 8) &+ UInt64(step.rawValue)
            hasher.combine(word)
        }
    }

    private struct Count {
        var events: Int64 = 0
        var echoes: Int64 = 0

        static func += (sum: inout Count, other: Count) {
            sum.events += other.events
            sum.echoes += other.echoes
        }
    }

    private var counts: [Key: Count] = [:]
    private var days: [Key: Count] = [:]
    private let add: DirectStatement

    init(_ db: Database) throws {
        add = try DirectStatement(
            db,
            """
            INSERT INTO rollup (step, bucket, domain, provider, code, events, echoes)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
            events = events + excluded.events, echoes = echoes + excluded.echoes
            """
        )
    }

    mutating func count(
        time: Int64,
        domain: Int64?,
        provider: Int64?,
        code: Int64,
        isEcho: Bool
    ) {
        let one = Count(events: 1, echoes: isEcho ? 1 : 0)
        counts[
            Key(
                step: .hour,
                bucket: Self.bucket(time, .hour),
                domain: domain ?? 0,
                provider: provider ?? 0,
                code: code
            ),
            default: Count()
        ] += one
        let minute = Self.bucket(time, .minute)
        counts[
            Key(step: .minute, bucket: minute, domain: 0, provider: 0, code: code),
            default: Count()
        ] +=
            one
    }

    /// Days are sums of hours.
    private mutating func addDays() {
        for (hour, count) in counts where hour.step == .hour {
            var day = hour
            day.step = .day
            day.bucket = Self.bucket(hour.bucket * Step.hour.rawValue, .day)
            days[day, default: Count()] += count
        }
    }

    /// The bucket of a time; also before 1970.
    static func bucket(_ time: Int64, _ step: Step) -> Int64 {
        let (quotient, rest) = time.quotientAndRemainder(dividingBy: step.rawValue)
        return rest < 0 ? quotient - 1 : quotient
    }

    mutating func store() throws {
        addDays()
        try store(counts)
        try store(days)
        counts.removeAll(keepingCapacity: true)
        days.removeAll(keepingCapacity: true)
    }

    private func store(_ counts: [Key: Count]) throws {
        for (key, count) in counts {
            add.bind(1, key.step.rawValue)
            add.bind(2, key.bucket)
            add.bind(3, key.domain)
            add.bind(4, key.provider)
            add.bind(5, key.code)
            add.bind(6, count.events)
            add.bind(7, count.echoes)
            try add.run()
        }
    }
}
