import Deferrals
import Foundation
import Glibc
import Synchronization

/// How far a long run has come: one line on standard error, on a terminal only.
final class Progress: Sendable {
    private struct State: Sendable {
        var bytes = 0
        var hasCompressed = false
        var nextDrawing: ContinuousClock.Instant
        var isDrawn = false
    }

    private let state: Mutex<State>
    private let start = ContinuousClock.now
    /// Bytes of all plain files; 0: unknown.
    private let total: Int
    private let isShown: Bool

    /// Short runs stay silent; then at most four drawings a second.
    private static let silence = Duration.seconds(1)
    private static let interval = Duration.milliseconds(250)

    init(paths: [String], isShown: Bool) {
        self.isShown = isShown
        total = paths.reduce(0) { $0 + Self.size($1) }
        state = Mutex(State(nextDrawing: .now + Self.silence))
    }

    /// Notes a block.
    ///
    /// - Parameters:
    ///   - bytes: its length, uncompressed.
    ///   - isCompressed: whether it came from a compressed log: then the end cannot be foreseen.
    func add(bytes: Int, isCompressed: Bool) {
        guard isShown else { return }
        state.withLock { state in
            state.bytes += bytes
            state.hasCompressed = state.hasCompressed || isCompressed
            let now = ContinuousClock.now
            guard now >= state.nextDrawing else { return }
            state.nextDrawing = now + Self.interval
            state.isDrawn = true
            let known = state.hasCompressed ? 0 : total
            Diagnostics.draw(Self.line(bytes: state.bytes, total: known, elapsed: now - start))
        }
    }

    /// Takes the line away: before a complaint, and at the end.
    func clear() {
        state.withLock { state in
            guard state.isDrawn else { return }
            state.isDrawn = false
            Diagnostics.draw("")
        }
    }

    /// '1.2 GB of 4.0 GB, 30 %, 410 MB/s, 7 s left'.
    static func line(bytes: Int, total: Int, elapsed: Duration) -> String {
        let seconds =
            Double(elapsed.components.seconds)
            + Double(elapsed.components.attoseconds) / 1e18
        let rate = seconds > 0 ? Double(bytes) / seconds : 0
        let speed = size(rate) + "/s"
        guard total > 0, bytes <= total, rate > 0 else { return "\(size(Double(bytes))), \(speed)" }
        let left = Int((Double(total - bytes) / rate).rounded(.up))
        return "\(size(Double(bytes))) of \(size(Double(total))), \(bytes * 100 / total) %, "
            + "\(speed), \(Words(.english).duration(left)) left"
    }

    private static func size(_ bytes: Double) -> String {
        let units = ["B", "kB", "MB", "GB", "TB"]
        var value = bytes
        var unit = 0
        while value >= 1_000, unit < units.count - 1 {
            value /= 1_000
            unit += 1
        }
        let tenths = Int((value * 10).rounded())
        let isWhole = unit == 0 || tenths >= 1_000
        return (isWhole ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)") + " " + units[unit]
    }

    private static func size(_ path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }
}
