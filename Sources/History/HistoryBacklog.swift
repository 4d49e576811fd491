internal import Foundation
internal import MailFlow

/// What could not be stored, in one batch: of each key only the last value.
struct HistoryBacklog {
    private var facts = HistoryBatch()
    private var states: [String: [UInt8]?] = [:]
    private var lives: [Int64: [UInt8]?] = [:]
    private var destinations: [String: StoredDestination] = [:]
    /// When it is tried to be stored again.
    private var retry: ContinuousClock.Instant
    private var interval: TimeInterval

    /// Trials grow rarer up to this.
    private static let longestInterval: TimeInterval = 60

    init(firstRetry interval: TimeInterval) {
        retry = .now + .seconds(interval)
        self.interval = interval
    }

    /// What these have, in their order.
    init(of batches: [HistoryBatch]) {
        self.init(firstRetry: 0)
        for batch in batches { append(batch) }
    }

    /// Facts in it.
    var count: Int { facts.count }

    var isDue: Bool { retry <= .now }

    mutating func putOff() {
        interval = min(interval * 2, Self.longestInterval)
        retry = .now + .seconds(interval)
    }

    mutating func append(_ batch: HistoryBatch) {
        facts.events += batch.events
        facts.ends += batch.ends
        facts.positions.merge(batch.positions) { $1 }
        for key in batch.removedStates { states.updateValue(nil, forKey: key) }
        for (key, value) in batch.states { states.updateValue(value, forKey: key) }
        for number in batch.removedLives { lives.updateValue(nil, forKey: number) }
        for life in batch.lives { lives.updateValue(life.value, forKey: life.number) }
        for each in batch.destinations { destinations[each.domain] = each }
    }

    /// All of it, for one transaction.
    var batch: HistoryBatch {
        var batch = facts
        for (key, value) in states {
            if let value { batch.states[key] = value } else { batch.removedStates.insert(key) }
        }
        for (number, value) in lives {
            if let value {
                batch.lives.append((number, value))
            } else {
                batch.removedLives.append(number)
            }
        }
        batch.destinations = destinations.values.sorted { $0.domain < $1.domain }
        return batch
    }
}
