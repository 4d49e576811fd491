import MailFlow

/// Something wrong that alerts are about.
struct AlertProblem: Codable, Sendable, Hashable, Comparable {
    var event: AlertEvent
    /// A recipient domain, or a guard.
    var subject: String

    static func < (left: Self, right: Self) -> Bool {
        (left.event.rawValue, left.subject) < (right.event.rawValue, right.subject)
    }
}

/// What is known of a problem.
struct AlertDetail: Codable, Sendable, Hashable {
    /// Since when, in seconds since 1970.
    var since: Seconds
    var code: String?
    var text: String
}

/// A problem that was told and is not resolved, as it is kept for a restart.
struct AlertMemory: Codable, Sendable, Hashable {
    var problem: AlertProblem
    var detail: AlertDetail
    /// How often it came back.
    var returns: Int

    /// False for numbers that nothing has stored.
    var isPlausible: Bool { detail.since.magnitude < 1 << 38 && (0..<1 << 32).contains(returns) }
}

/// One message to whoever is told.
struct AlertNotice: Codable, Sendable, Hashable {
    static let schema = "deferwatch.alert/1"

    struct Item: Codable, Sendable, Hashable {
        var event: AlertEvent
        var subject: String
        /// RFC 3339 in UTC.
        var since: String
        var code: String?
        var text: String
    }

    var schema = Self.schema
    /// The [[alert]]'s id.
    var alert: String
    var host: String
    var time: String
    /// 'firing' where anything begins, else 'resolved'.
    var status: String
    /// All of it in a sentence, for chats.
    var text: String
    /// What has begun.
    var firing: [Item]
    /// What is over.
    var resolved: [Item]
    /// How many more, beyond the lists.
    var firingLeftOut: Int
    var resolvedLeftOut: Int

    /// Longest lists: a notice stays below what a pipe holds, so that writing one never waits.
    static let mostItems = 20
    /// Bytes; domains are shorter.
    private static let longestSubject = 255
    private static let longestText = 300

    init(_ news: AlertBook.News, alert: String, host: String, now: Seconds) {
        self.alert = alert
        self.host = host
        time = TimeText.rfc3339(now, offsetMinutes: 0)
        status = news.begun.isEmpty ? "resolved" : "firing"
        firing = news.begun.prefix(Self.mostItems).map(Self.item)
        resolved = news.ended.prefix(Self.mostItems).map { problem, detail in
            var last = detail
            last.text = "over; it was: " + detail.text
            return Self.item((problem, last))
        }
        firingLeftOut = news.begun.count - firing.count
        resolvedLeftOut = news.ended.count - resolved.count
        let parts = [
            Self.words(news.begun, ""), Self.words(news.ended, "resolved: "),
        ].filter { !$0.isEmpty }
        text = "\(host): \(parts.joined(separator: "; "))"
    }

    private static func item(_ each: (AlertProblem, AlertDetail)) -> Item {
        Item(
            event: each.0.event,
            subject: cut(each.0.subject, longestSubject),
            since: TimeText.rfc3339(each.1.since, offsetMinutes: 0),
            code: each.1.code,
            text: cut(each.1.text, longestText)
        )
    }

    /// At most so many bytes, and no character that hides or moves others.
    private static func cut(_ text: String, _ most: Int) -> String {
        var cut = ""
        for scalar in text.unicodeScalars {
            let next = Escape.isDangerous(scalar) ? "?" : scalar
            guard cut.utf8.count + UTF8.width(next) <= most else { break }
            cut.unicodeScalars.append(next)
        }
        return cut
    }

    private static func words(
        _ problems: [(AlertProblem, AlertDetail)],
        _ prefix: String
    ) -> String {
        guard !problems.isEmpty else { return "" }
        let named = problems.prefix(3).map { problem, detail in
            [problem.event.rawValue, cut(problem.subject, longestSubject), detail.code]
                .compactMap(\.self).joined(separator: " ")
        }
        let rest = problems.count - named.count
        return prefix + named.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}
