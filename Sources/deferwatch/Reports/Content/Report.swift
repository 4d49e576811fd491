import Deferrals
import MailFlow

/// All that a report shows, whatever its form: addresses are masked already, nothing is escaped yet.
struct Report: Sendable {
    /// A log that was read.
    struct Source: Sendable, Hashable {
        /// As the user named it.
        var file: String
        /// Where the year is from; nil: the lines have years.
        var yearReference: String?
        /// Lines read.
        var lines = 0
        /// Of these, no log lines.
        var unreadable = 0
        /// Of these, about a message, or a warning.
        var relevant = 0
        /// Why it was not read, or not to its end; nil: it was.
        var problem: String?
    }

    /// A pattern that met a match limit.
    struct LimitHit: Sendable, Hashable {
        /// The row's id.
        var pattern: String
        /// How often.
        var count: Int
    }

    var snapshot: FlowSnapshot
    var sources: [Source]
    var limitHits: [LimitHit] = []
    /// What `--explain` adds; empty without it.
    var advice: [AdviceEntry] = []
    /// The filter in words; nil: everything counts.
    var filter: String?
    var language = Language.english
    /// Seconds that Postfix keeps trying: maximal_queue_lifetime.
    var queueLifetime = 432_000
    var isMasked = false

    var words: Words { Words(language) }

    /// Codes with deferrals, most attempts first.
    var codes: [FlowSnapshot.Code] {
        snapshot.codes.filter { $0.attempts > 0 }.sorted { $0.attempts > $1.attempts }
    }

    /// What stands for 'now': the last time in the log.
    var end: Int64? { snapshot.totals.last }

    /// '11-03 09:29', with the year in front where it is not that of the log's end.
    func time(_ seconds: Int64) -> String {
        let full = TimeText.civil(seconds)
        let isThisYear = end.map { TimeText.civil($0).prefix(5) == full.prefix(5) } ?? false
        return String(full.dropFirst(isThisYear ? 5 : 0).dropLast(3))
    }

    /// When a finding was met: '11-03 09:29 – 11-03 09:41', or once.
    func span(_ finding: FlowSnapshot.Finding) -> String {
        let (first, last) = (time(finding.first), time(finding.last))
        return first == last ? first : first + " – " + last
    }

    /// '2026-11-03 09:29:01 – 2026-11-04 17:02:10 UTC'; nil: no line had a time.
    var period: String? {
        guard let first = snapshot.totals.first, let last = snapshot.totals.last else { return nil }
        let offset = snapshot.totals.offsetMinutes.map { " " + TimeText.zoneName($0) } ?? ""
        return TimeText.civil(first) + " – " + TimeText.civil(last) + offset
    }

    /// The logs by name, the first few, and where their years are from.
    func sourceLine(most: Int) -> String {
        let names = sources.prefix(most).map(\.file).joined(separator: ", ")
        let more = sources.count - most
        let rest = more > 0 ? words.pick(" and \(more) more", " ve \(more) günlük daha") : ""
        let references = Set(sources.compactMap(\.yearReference)).sorted()
        guard !references.isEmpty else { return names + rest }
        let from = references.map(words.yearReference).joined(separator: ", ")
        return names + rest + words.pick(" (year: \(from))", " (yıl: \(from))")
    }
}

extension FlowSnapshot.Code {
    /// The origin and category with most attempts.
    var dominant: Kind? { kinds.first }
}
