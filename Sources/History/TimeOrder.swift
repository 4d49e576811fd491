internal import GRDB

/// The keys of events in the order of time.
///
/// What is stored together is of about the same time: a part is sorted when its time has come, beside
/// those that reach into it. As many overlap as logs were caught up with one after the other.
struct TimeOrder {
    private typealias Place = (time: Int64, key: Int64)

    /// Parts whose time has not come, the latest first.
    private var later: [(number: Int64, oldest: Int64)] = []
    /// Parts that are being gone through, each with the latest first.
    private var open: [[Place]] = []
    private let range: Range<Int64>
    private let ofPart: Statement

    init(_ range: Range<Int64>, _ db: Database) throws {
        self.range = range
        ofPart = try db.makeStatement(
            sql: """
                SELECT time, key FROM event WHERE message >> \(HistorySchema.epochShift) = ?
                AND time >= ? AND time < ? ORDER BY time DESC, key DESC
                """
        )
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, oldest FROM part WHERE newest >= ? AND oldest < ?
                ORDER BY oldest DESC, number DESC
                """,
            arguments: [range.lowerBound, range.upperBound]
        )
        while let row = try rows.next() { later.append((try row.value(0), try row.value(1))) }
    }

    /// The next key; nil: there is none.
    mutating func next() throws -> Int64? {
        while true {
            let first = open.indices.min { Self.isEarlier(open[$0], open[$1]) }
            let time = first.flatMap { open[$0].last?.time }
            if let part = later.last, part.oldest <= time ?? .max {
                later.removeLast()
                try begin(part.number)
                continue
            }
            guard let first else { return nil }
            let key = open[first].removeLast().key
            if open[first].isEmpty { open.remove(at: first) }
            return key
        }
    }

    private static func isEarlier(_ left: [Place], _ right: [Place]) -> Bool {
        guard let left = left.last, let right = right.last else { return false }
        return left < right
    }

    private mutating func begin(_ part: Int64) throws {
        var places: [Place] = []
        let rows = try Row.fetchCursor(
            ofPart,
            arguments: [part, range.lowerBound, range.upperBound]
        )
        while let row = try rows.next() { places.append((try row.value(0), try row.value(1))) }
        if !places.isEmpty { open.append(places) }
    }
}
