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
    }

    private struct Count {
        var events: Int64 = 0
        var echoes: Int64 = 0

        mutating func add(_ echo: Int64) {
            events += 1
            echoes += echo
        }
    }

    private var counts: [Key: Count] = [:]
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
        for step in Step.allCases {
            let isMinute = step == .minute
            let key = Key(
                step: step,
                bucket: Self.bucket(time, step),
                domain: isMinute ? 0 : domain ?? 0,
                provider: isMinute ? 0 : provider ?? 0,
                code: code
            )
            let echo: Int64 = isEcho ? 1 : 0
            counts[key, default: Count()].add(echo)
        }
    }

    /// The bucket of a time; also before 1970.
    static func bucket(_ time: Int64, _ step: Step) -> Int64 {
        let (quotient, rest) = time.quotientAndRemainder(dividingBy: step.rawValue)
        return rest < 0 ? quotient - 1 : quotient
    }

    mutating func store() throws {
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
        counts.removeAll(keepingCapacity: true)
    }

    mutating func forgetAll() { counts.removeAll() }
}
