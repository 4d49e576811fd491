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

    /// True for the first of its kind within a minute; else `line` is kept, and counted.
    func admits(_ key: Key, now: Int64, line: () -> String) -> Bool {
        entries.withLock { entries in
            if var entry = entries[key], now - entry.told < Self.seconds {
                // One line stands for all: which one is no matter.
                if entry.held == 0 { entry.line = line() }
                entry.held += 1
                entries[key] = entry
                return false
            }
            if entries.count < Self.mostKeys || entries[key] != nil {
                entries[key] = Entry(told: now)
            }
            return true
        }
    }

    /// What was held back for a minute, with its number.
    func takeHeld(now: Int64) -> [(line: String, held: Int)] {
        entries.withLock { entries in
            let due = entries.filter { now - $0.value.told >= Self.seconds }
            for (key, entry) in due {
                entries[key] = entry.held > 0 ? Entry(told: now) : nil
            }
            return due.values.filter { $0.held > 0 }.map { ($0.line, $0.held) }
        }
    }
}
