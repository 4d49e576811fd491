import Foundation
import LogSource
import MailFlow
import Synchronization

/// How far reading is behind the logs: told by the follower, measured by the clock's thread.
final class TailMeter: Sendable {
    private struct State {
        var positions: [String: SourcePosition] = [:]
        var ages: [String: TailAge] = [:]
        /// Logs that are not there, since when, by the monotonic clock.
        var goneSince: [String: Seconds] = [:]
        var clocks: [String: LogClock] = [:]
        var lines = 0
        var reading = Reading()
    }

    /// What was read, and how far it is behind.
    struct Reading: Sendable {
        /// By the log's path; what a journal gives is not counted in bytes.
        var bytes: [String: Int] = [:]
        /// 'renamed' and 'truncated'.
        var rotations: [String: Int] = [:]
        /// How often lines may have been lost.
        var losses = 0
        /// Seconds, at the last look.
        var lag: Seconds = 0
        /// When the last look was, by the monotonic clock; nil: there was none.
        var looked: Seconds?
    }

    private let state = Mutex(State())

    /// Lines read since the start.
    var lines: Int { state.withLock { $0.lines } }

    /// Seconds that reading is behind, at the last look.
    var lag: Seconds { state.withLock { $0.reading.lag } }

    /// Counts for metrics.
    var reading: Reading { state.withLock { $0.reading } }

    /// Logs that have not been there for longer than a rotation takes, by name.
    func missing(now: Seconds) -> [String] {
        state.withLock { $0.goneSince.filter { now - $0.value >= Self.longestRotation } }.keys
            .sorted()
    }

    /// Logs whose clock is wrong, with the seconds that it is ahead; negative: behind.
    var clockErrors: [String: Seconds] {
        state.withLock { $0.clocks.compactMapValues { $0.error == 0 ? nil : $0.error } }
    }

    private static let longestRotation: Seconds = 10

    /// Where the reader is, by the log's path.
    var positions: [String: SourcePosition] { state.withLock { $0.positions } }

    /// Where reading begins; what is unread then came after the file was last known to change.
    func begin(_ positions: [String: SourcePosition], wall: Seconds, now: Seconds) {
        state.withLock { state in
            for (path, position) in positions {
                state.positions[path] = position
                guard case .file(let place) = position.place else { continue }
                let modified = place.modified > 0 ? place.modified / 1_000_000_000 : wall
                state.ages[path] = TailAge(since: now - max(0, wall - modified))
            }
        }
    }

    /// A block was read and learned from; `newest` is when its last line was written.
    func advance(_ origin: FollowedBlock, lines: Int, newest: Int64?) {
        state.withLock { state in
            state.positions[origin.source] = origin.position
            state.clocks[origin.source, default: LogClock()].note(newest: newest)
            state.lines += lines
            // A file that was replaced under its name begins anew: then less is counted, never too much.
            if case .file(let place) = origin.position.place, place.offset > origin.offset {
                state.reading.bytes[origin.source, default: 0] += place.offset - origin.offset
            }
        }
    }

    func countRotation(_ kind: String) {
        state.withLock { $0.reading.rotations[kind, default: 0] += 1 }
    }

    func countLoss() {
        state.withLock { $0.reading.losses += 1 }
    }

    /// Looks at the logs; gives the age of the oldest unread byte.
    func measure(now: Seconds) -> Seconds {
        let positions = positions
        let files = positions.keys.map { ($0, Self.file(at: $0)) }
        return state.withLock { state in
            var lag: Seconds = 0
            for (path, file) in files {
                // The position of this moment: what was read during the look is read.
                guard case .file(let place)? = state.positions[path]?.place else { continue }
                if file == nil {
                    state.goneSince[path] = state.goneSince[path] ?? now
                } else {
                    state.goneSince[path] = nil
                }
                let age = state.ages[path, default: TailAge(since: now)].observe(
                    file?.id,
                    size: file?.size ?? 0,
                    position: place,
                    now: now
                )
                lag = max(lag, age)
                guard let file else { continue }
                state.clocks[path]?.observe(
                    file.id,
                    size: file.size,
                    modified: file.modified,
                    position: place,
                    now: now
                )
            }
            (state.reading.lag, state.reading.looked) = (lag, now)
            return lag
        }
    }

    private static func file(at path: String) -> (id: FileID, size: Int, modified: Int64)? {
        let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let found = try? FileManager.default.attributesOfItem(atPath: resolved),
            let device = found[.systemNumber] as? NSNumber,
            let inode = found[.systemFileNumber] as? NSNumber,
            let size = found[.size] as? NSNumber, let modified = found[.modificationDate] as? Date
        else { return nil }
        return (
            FileID(device: device.uint64Value, inode: inode.uint64Value), size.intValue,
            Int64(modified.timeIntervalSince1970)
        )
    }
}
