import PolicyService
import Synchronization

/// Holds back what was said a moment ago: a destination that is down gives the same answer to each of
/// a thousand messages.
final class RepeatLimiter: Sendable {
    /// What is the same.
    struct Key: Hashable {
        var action: PolicyAction
        var would: PolicyAction?
        var reason: VerdictReason
        var rule: String?
        var destination: String

        init(_ verdict: Verdict, _ destination: String) {
            action = verdict.action
            would = verdict.wouldAction
            reason = verdict.reason
            rule = verdict.ruleID
            self.destination = destination.lowercased()
        }
    }

    private struct Entry {
        var told: Int64
        /// The newest that was held back, and how many were.
        var line = ""
        var held = 0
    }

    private static let seconds: Int64 = 60
    /// More at once are told without being held back: destinations that are down are few.
    private static let mostKeys = 4_096

    private let entries = Mutex<[Key: Entry]>([:])

    /// Whether to tell.
    enum Answer: Equatable {
        /// It was kept, and counted.
        case held
        /// The first of its kind within a minute; before it, what was held back since the one before.
        case told(after: Held?)
    }

    /// What was held back: one line that stands for all, and their number.
    struct Held: Equatable {
        var line: String
        var count: Int
    }

    /// Told is the first of its kind within a minute; else `line` is kept, and counted.
    func admits(_ key: Key, now: Int64, line: () -> String) -> Answer {
        entries.withLock { entries in
            if var entry = entries[key], now - entry.told < Self.seconds {
                // One line stands for all: which one is no matter.
                if entry.held == 0 { entry.line = line() }
                entry.held += 1
                entries[key] = entry
                return .held
            }
            let former = entries[key].flatMap(Self.held)
            if entries.count < Self.mostKeys || entries[key] != nil {
                entries[key] = Entry(told: now)
            }
            return .told(after: former)
        }
    }

    /// What was held back for a minute.
    func takeHeld(now: Int64) -> [Held] {
        entries.withLock { entries in
            let due = entries.filter { now - $0.value.told >= Self.seconds }
            for (key, entry) in due {
                entries[key] = entry.held > 0 ? Entry(told: now) : nil
            }
            return due.values.compactMap(Self.held)
        }
    }

    private static func held(_ entry: Entry) -> Held? {
        entry.held > 0 ? Held(line: entry.line, count: entry.held) : nil
    }
}
