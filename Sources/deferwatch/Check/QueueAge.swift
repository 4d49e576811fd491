import Deferrals
import Foundation

/// How much of a queue is older than a limit, from lines of 'postqueue -j'.
struct QueueAge {
    /// Messages that are deferred, active or on their way in; mail on hold waits because somebody said so.
    private(set) var messages = 0
    private(set) var held = 0
    /// Of `messages`, those that are older than the limit.
    private(set) var delayed = 0
    /// Seconds; nil: the queue is empty.
    private(set) var oldest: Int64?
    /// Lines that are no messages.
    private(set) var unreadable = 0

    private let now: Int64
    private let limit: Int64
    private let decoder = JSONDecoder()

    /// Adds up as of `now`, with a `limit` in seconds.
    init(now: Int64, limit: Int64) {
        self.now = now
        self.limit = limit
    }

    /// Adds one line of the listing.
    mutating func add(_ line: [UInt8]) {
        guard line.contains(where: { $0 > 32 }) else { return }
        guard let entry = try? decoder.decode(QueueEntry.self, from: Data(line)) else {
            unreadable += 1
            return
        }
        guard entry.queueName != "hold" else {
            held += 1
            return
        }
        messages += 1
        let age = max(0, now - entry.arrivalTime)
        oldest = max(oldest ?? 0, age)
        if age > limit { delayed += 1 }
    }

    /// What that means: the ranges are for the delayed messages.
    func result(warning: CheckRange?, critical: CheckRange?) -> PluginResult {
        let figures: [PluginResult.Figure] = [
            .init(label: "delayed", value: delayed, warning: warning, critical: critical),
            .init(label: "messages", value: messages), .init(label: "held", value: held),
            .init(label: "oldest", value: Int(clamping: oldest ?? 0), unit: "s"),
        ]
        var text =
            "\(delayed) of \(messages) messages delayed by more than \(TimeSetting.text(Int(limit)))"
            + (oldest.map { ", the oldest by \(Words(.english).duration(Int($0)))" } ?? "")
        guard unreadable > 0 else { return PluginResult(.ok, text, figures) }
        let others = unreadable == 1 ? "1 line is" : "\(unreadable) lines are"
        text += "; \(others) no output of 'postqueue -j'"
        return PluginResult(.unknown, text, figures)
    }
}
