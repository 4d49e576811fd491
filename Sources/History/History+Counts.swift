public import Deferrals
internal import GRDB

/// What deferrals are counted by.
public enum HistoryGrouping: String, Sendable, Hashable, CaseIterable {
    /// Deferral code.
    case code
    /// The recipient's domain.
    case destination
    /// Who runs the server.
    case provider
}

/// How many deferrals there were of one kind.
public struct HistoryCount: Sendable, Hashable {
    /// Code, domain or provider; nil: not known.
    public var name: String?
    /// Deferrals, echoes among them.
    public var events: Int
    /// Deferrals that repeat an older failure, no attempt having been made.
    public var echoes: Int
}

/// How many deferrals of one code there were in one stretch of time.
public struct HistoryPoint: Sendable, Hashable {
    /// Its begin, in seconds since 1970.
    public var time: Int64
    /// The code.
    public var code: DeferralCode
    /// Deferrals, echoes among them.
    public var events: Int
    /// Deferrals that repeat an older failure.
    public var echoes: Int
}

/// Widths of the points of a time series.
public enum HistoryStep: Int64, Sendable, Hashable, CaseIterable {
    /// 60 s.
    case minute = 60
    /// 3,600 s.
    case hour = 3_600
    /// 86,400 s, from midnight UTC.
    case day = 86_400
}

extension History {
    /// The beginning and the end of time, on the border of a day.
    static let allTime: Range<Int64> = 0..<86_400 * 10_000_000

    private static func range(_ since: Int64?, _ until: Int64?) -> Range<Int64> {
        let start = max(since ?? allTime.lowerBound, allTime.lowerBound)
        return start..<max(start, min(until ?? allTime.upperBound, allTime.upperBound))
    }

    /// Deferrals by code, destination or provider, most first.
    ///
    /// `since` counts, `until` does not; nil: no bound; `domain`: only mail to it. Whole days and
    /// hours come from the rollups, the rest from the events.
    ///
    /// - Throws: where the database refuses.
    public func counts(
        by grouping: HistoryGrouping,
        since: Int64? = nil,
        until: Int64? = nil,
        domain: String? = nil,
        limit: Int = 100
    ) throws(HistoryError) -> [HistoryCount] {
        let cover = TimeCover(Self.range(since, until))
        return try read { db in
            // 0 is no name's number: a domain that was never seen has no deferrals.
            let number = try domain.map { try Self.number(ofDomain: $0, db) ?? 0 }
            var sums: [Int64: (events: Int, echoes: Int)] = [:]
            func add(_ rows: RowCursor) throws {
                while let row = try rows.next() {
                    let key = try row.value(0) as Int64? ?? 0
                    let sum = sums[key] ?? (0, 0)
                    sums[key] = (
                        try Self.sum(sum.events, row.value(1)),
                        try Self.sum(sum.echoes, row.value(2))
                    )
                }
            }
            for part in cover.buckets { try add(Self.rollups(part, grouping, number, db)) }
            for edge in cover.edges { try add(Self.events(edge, grouping, number, db)) }
            let sorted = sums.sorted { ($1.value.events, $0.key) < ($0.value.events, $1.key) }
            return try sorted.prefix(limit).map { key, sum in
                let name = try String.fetchOne(
                    db,
                    sql: "SELECT value FROM name WHERE id = ?",
                    arguments: [key]
                )
                return HistoryCount(name: name, events: sum.events, echoes: sum.echoes)
            }
        }
    }

    private static func sum(_ left: Int, _ right: Int) throws -> Int {
        let (sum, isOver) = left.addingReportingOverflow(right)
        guard !isOver else { throw Row.unreadable("events") }
        return sum
    }

    private static func rollups(
        _ part: TimeCover.Buckets,
        _ grouping: HistoryGrouping,
        _ domain: Int64?,
        _ db: Database
    ) throws -> RowCursor {
        let column =
            switch grouping {
            case .code: "code"
            case .destination: "domain"
            case .provider: "provider"
            }
        return try Row.fetchCursor(
            db,
            sql: """
                SELECT \(column), sum(events), sum(echoes) FROM rollup
                WHERE step = ? AND bucket >= ? AND bucket < ?
                \(domain == nil ? "" : "AND domain = ?") GROUP BY \(column)
                """,
            arguments: [part.step.rawValue, part.range.lowerBound, part.range.upperBound]
                + StatementArguments(domain.map { [$0] } ?? [])
        )
    }

    private static func events(
        _ range: Range<Int64>,
        _ grouping: HistoryGrouping,
        _ domain: Int64?,
        _ db: Database
    ) throws -> RowCursor {
        let column =
            switch grouping {
            case .code: "verdict.code"
            case .destination: "event.domain"
            case .provider: "server.provider"
            }
        return try Row.fetchCursor(
            db,
            sql: """
                SELECT \(column), count(*), sum(verdict.flags & 1)
                FROM \(domain == nil ? timelyEvents : timelyEventsOfDomain)
                JOIN verdict ON verdict.id = event.verdict
                LEFT JOIN server ON server.id = event.server
                GROUP BY 1
                """,
            arguments: [range.lowerBound, range.upperBound]
                + StatementArguments(domain.map { [$0] } ?? [])
        )
    }

    /// Deferrals over time, by code; stretches without any are left out.
    ///
    /// Stretches are whole: the first one that begins at or after `since`, the last before `until`.
    ///
    /// - Throws: where the database refuses.
    public func series(
        step: HistoryStep,
        since: Int64? = nil,
        until: Int64? = nil,
        domain: String? = nil
    ) throws(HistoryError) -> [HistoryPoint] {
        let range = Self.range(since, until)
        let width = step.rawValue
        let first = (range.lowerBound + width - 1) / width
        let end = (range.upperBound + width - 1) / width
        return try read { db in
            // 0 is no name's number: a domain that was never seen has no deferrals.
            let number = try domain.map { try Self.number(ofDomain: $0, db) ?? 0 }
            let sql: String
            var arguments: StatementArguments
            if let number, step == .minute {
                sql = Self.minutesOfDomain
                arguments = [first * width, end * width, number, width]
            } else {
                sql = Self.countedSeries(ofDomain: number != nil)
                arguments = [width, first, end]
                if let number { arguments += [number] }
            }
            return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
                HistoryPoint(
                    time: try row.time(0),
                    code: DeferralCode(text: try row.value(1) as String) ?? .other,
                    events: try row.value(2),
                    echoes: try row.value(3)
                )
            }
        }
    }

    private static func countedSeries(ofDomain isOfDomain: Bool) -> String {
        """
        SELECT bucket * ?1, name.value, sum(events), sum(echoes) FROM rollup
        JOIN name ON name.id = rollup.code
        WHERE step = ?1 AND bucket >= ?2 AND bucket < ?3
        \(isOfDomain ? "AND domain = ?4" : "") GROUP BY 1, 2 ORDER BY 1, 2
        """
    }

    private static let minutesOfDomain = """
        SELECT event.time / ?4 * ?4, name.value, count(*), sum(verdict.flags & 1)
        FROM \(timelyEventsOfDomain)
        JOIN verdict ON verdict.id = event.verdict JOIN name ON name.id = verdict.code
        GROUP BY 1, 2 ORDER BY 1, 2
        """
}
