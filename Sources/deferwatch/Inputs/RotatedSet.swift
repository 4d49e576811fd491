import PostfixLog

/// The rotated files of one log, oldest first, whose years depend on each other: a newer file never
/// ends before an older one.
struct RotatedSet {
    /// A file with the year of its first line.
    struct Member {
        let survey: LogSurvey
        var found: YearReference
    }

    /// Files of one writer are a moment apart, and several writers' lines by less than this.
    private static let slack: Int64 = 86_400

    /// What a file's name says: the log that it is of, and its place among the rotated files.
    private struct Place: Comparable {
        var log: String
        /// Higher is newer; 0: the log itself.
        var rank: Int

        static func < (left: Place, right: Place) -> Bool { left.rank < right.rank }
    }

    /// Settles the years of all `members`, whatever sets they belong to.
    static func settle(_ members: inout [Member]) {
        let places = members.map { place(of: $0.survey.path) }
        let dated = members.indices.filter { members[$0].survey.first != nil }
        for indices in Dictionary(grouping: dated, by: { places[$0].log }).values
        where indices.count > 1 {
            settle(&members, indices.sorted { places[$0] < places[$1] })
        }
    }

    /// Settles the years of one set's members, whose places are `order`, oldest first.
    private static func settle(_ members: inout [Member], _ order: [Int]) {
        // What is certain fixes the newer files after it, up to the next that is certain.
        for (older, newer) in zip(order, order.dropFirst())
        where members[older].found.isFixed && !members[newer].found.isFixed {
            continueFrom(members[older], &members[newer])
        }
        // Then no file ends later than the one after it begins: of those before the first that is
        // certain the time of modification may be later by years, a copy's for instance.
        for (newer, older) in zip(order.reversed(), order.reversed().dropFirst())
        where !members[older].found.isFixed {
            endBefore(members[newer], &members[older])
        }
    }

    /// Gives `newer` the first year in which it begins after `older` ended.
    private static func continueFrom(_ older: Member, _ newer: inout Member) {
        guard let end = older.survey.end(in: older.found.year) else { return }
        var year = CivilCalendar.date(days: Int((end - slack) / 86_400)).year
        while let begin = newer.survey.beginning(in: year), begin < end - slack { year += 1 }
        newer.found = YearReference(year: year, name: YearReference.neighbour, isFixed: true)
    }

    /// Gives `older` the last year in which it ends before `newer` begins; where that one's year is a
    /// bound only, no later one than its own.
    private static func endBefore(_ newer: Member, _ older: inout Member) {
        guard let begin = newer.survey.beginning(in: newer.found.year) else { return }
        var year = CivilCalendar.date(days: Int(begin / 86_400)).year + 1
        while let end = older.survey.end(in: year), end > begin + slack { year -= 1 }
        let isFixed = newer.found.isFixed
        guard isFixed || year < older.found.year else { return }
        older.found = YearReference(year: year, name: YearReference.neighbour, isFixed: isFixed)
    }

    /// 'mail.log.2.gz' is older than 'mail.log.1', which is older than 'mail.log'.
    ///
    /// 'mail.log-20261103.gz' is older than 'mail.log-20261104'.
    private static func place(of path: String) -> Place {
        let datedName = /[-._](\d{4})-?(0\d|1[0-2])-?([0-2]\d|3[01])(?:[-_.T:]?\d+)*(\.log)?[^\/]*$/
        let numberedName = /\.(\d{1,4})(?:\.[A-Za-z]\w*)?$/
        if let found = path.firstMatch(of: datedName),
            let date = Int(found.1 + found.2 + found.3)
        {
            let log = path[..<found.range.lowerBound] + (found.4 ?? "")
            return Place(log: String(log), rank: date - 100_000_000)
        }
        if let found = path.firstMatch(of: numberedName), let age = Int(found.1) {
            return Place(log: String(path[..<found.range.lowerBound]), rank: -age)
        }
        return Place(log: path, rank: 0)
    }
}
