import MailFlow

/// What one alert has told, and what it is to tell: pure, with time handed in.
///
/// Problems that pass by themselves before `after` are never told. Each problem that was told is told to
/// be resolved exactly once, after it has been gone for `settle`; a problem that comes and goes is one
/// problem. Between two notices lies `interval`, whatever happens.
struct AlertBook: Sendable {
    /// What a notice is made of, in order.
    struct News: Sendable {
        var begun: [(AlertProblem, AlertDetail)] = []
        var ended: [(AlertProblem, AlertDetail)] = []
    }

    private struct Entry {
        var detail: AlertDetail
        var seen: Seconds
        /// nil: it is there.
        var goneSince: Seconds?
        var isTold = false
        /// How often it came back.
        var returns = 0
    }

    /// Problems that are watched at once; more wait until some are over.
    static let mostProblems = 10_000
    /// A problem that comes back within this time after it was resolved is one that flaps.
    private static let memory: Seconds = 3_600
    private static let mostDoublings = 4

    var damping: AlertDamping
    private var entries: [AlertProblem: Entry] = [:]
    private var resolved: [AlertProblem: (at: Seconds, returns: Int)] = [:]
    private var lastNotice: Seconds?

    init(damping: AlertDamping) { self.damping = damping }

    /// Takes in what is wrong at `now`, by a clock that does not go back; gives what is to be told.
    mutating func update(_ current: [AlertProblem: AlertDetail], now: Seconds) -> News? {
        notePresent(current, now)
        noteAbsent(current, now)
        resolved = resolved.filter { now - $0.value.at < Self.memory }
        let begun = entries.filter { isDue(toBegin: $0.value, now) }.map(\.key).sorted()
        let ended = entries.filter { isDue(toEnd: $0.value, now) }.map(\.key).sorted()
        guard !begun.isEmpty || !ended.isEmpty,
            lastNotice.map({ now - $0 >= damping.interval }) ?? true
        else { return nil }
        lastNotice = now
        var news = News()
        for problem in begun {
            entries[problem]?.isTold = true
            if let entry = entries[problem] { news.begun.append((problem, entry.detail)) }
        }
        for problem in ended {
            guard let entry = entries.removeValue(forKey: problem) else { continue }
            news.ended.append((problem, entry.detail))
            resolved[problem] = (now, entry.returns)
        }
        return news
    }

    /// What was told and is not resolved, sorted; no more of it than is kept for a restart.
    var told: [AlertMemory] {
        entries.filter(\.value.isTold)
            .map { problem, entry in
                AlertMemory(problem: problem, detail: entry.detail, returns: entry.returns)
            }
            .sorted { $0.problem < $1.problem }.prefix(Self.mostRemembered).map(\.self)
    }

    private static let mostRemembered = 1_000

    /// Goes on after a restart: what was told is not told again, and what is over meanwhile is told to
    /// be resolved.
    mutating func restore(_ told: [AlertMemory], now: Seconds) {
        for each in told.prefix(Self.mostRemembered) where entries[each.problem] == nil {
            entries[each.problem] = Entry(
                detail: each.detail,
                seen: now,
                isTold: true,
                returns: each.returns
            )
        }
    }

    private mutating func notePresent(_ current: [AlertProblem: AlertDetail], _ now: Seconds) {
        for (problem, detail) in current {
            if var entry = entries[problem] {
                entry.detail = detail
                if entry.goneSince != nil {
                    entry.goneSince = nil
                    entry.returns += 1
                }
                entries[problem] = entry
            } else if entries.count < Self.mostProblems {
                let returns = resolved[problem].map { $0.returns + 1 } ?? 0
                entries[problem] = Entry(detail: detail, seen: now, returns: returns)
            }
        }
    }

    private mutating func noteAbsent(_ current: [AlertProblem: AlertDetail], _ now: Seconds) {
        for (problem, entry) in entries where current[problem] == nil {
            if !entry.isTold {
                entries[problem] = nil
            } else if entry.goneSince == nil {
                entries[problem]?.goneSince = now
            }
        }
    }

    private func isDue(toBegin entry: Entry, _ now: Seconds) -> Bool {
        !entry.isTold && now - entry.seen >= damping.after
    }

    private func isDue(toEnd entry: Entry, _ now: Seconds) -> Bool {
        guard entry.isTold, let gone = entry.goneSince else { return false }
        let doublings = min(entry.returns, Self.mostDoublings)
        return now - gone >= damping.settle << Seconds(doublings)
    }
}
