import Deferrals
import Foundation
import History
import LogSource
import MailFlow
import PostfixLog
import Synchronization

/// Where `top` has its pictures from.
protocol TopSource: Sendable {
    /// How things stand; nil: nothing is known yet.
    func picture() -> TopPicture?
    /// Ends what goes on behind it.
    func stop()
}

/// Follows logs on a thread of its own.
final class FollowedTop: TopSource, FollowObserver {
    private struct State {
        var flow: SharedFlow?
        var stop: StopSignal?
        var trend = MinuteTrend()
        var message: String?
        var isStopping = false
    }

    private let state = Mutex(State())
    private let name: String
    private let mask: Mask

    /// Destinations in a picture.
    private static let most = 1_000

    init(_ logs: FollowedLogs, bank: PatternBank, maxMessages: Int, mask: Mask) {
        self.mask = mask
        name =
            switch logs {
            case .files(let paths, _): paths.joined(separator: " ")
            case .journal(let settings):
                settings.files.isEmpty ? "journal" : settings.files.joined(separator: " ")
            }
        if case .files(let paths, _) = logs, let gone = paths.first(where: LogOptions.isMissing) {
            tell("\(gone) is not there: it is waited for")
        }
        let thread = Thread { [self] in run(logs, bank, maxMessages) }
        thread.name = "follow"
        thread.stackSize = 1 << 20
        thread.start()
    }

    private func run(_ logs: FollowedLogs, _ bank: PatternBank, _ maxMessages: Int) {
        do {
            let wake = SystemWake()
            var settings = LiveFlow.Settings()
            settings.mostMessages = maxMessages
            let session = try LiveSession(
                logs,
                bank: bank,
                settings: settings,
                keeper: nil,
                wake: wake,
                observer: self
            )
            state.withLock { state in
                state.flow = session.flow
                state.stop = wake.stop
            }
            try session.run { gain in
                state.withLock { state in
                    state.trend.add(gain.events) { $0.time.instant }
                    return !state.isStopping
                }
            }
            tell("the input has ended")
        } catch {
            tell("\(error)")
        }
    }

    func picture() -> TopPicture? {
        guard let flow = state.withLock({ $0.flow }) else {
            let message = state.withLock { $0.message }
            return message.map { message in
                TopPicture(snapshot: .empty, trend: [], source: name, message: message)
            }
        }
        let snapshot = mask.snapshot(flow.snapshot(top: Self.most))
        return state.withLock { state in
            TopPicture(
                snapshot: snapshot,
                trend: state.trend.values(until: snapshot.totals.lastInstant),
                source: name,
                message: state.message
            )
        }
    }

    func stop() {
        let signal = state.withLock { state in
            state.isStopping = true
            return state.stop
        }
        signal?()
    }

    func followed(_ source: String, _ event: FollowEvent) {
        if let words = FollowReporter.words(event) { tell(words) }
    }

    private func tell(_ message: String) {
        state.withLock { $0.message = message }
    }
}

/// Looks at what another process keeps, and touches nothing.
final class StoredTop: TopSource {
    private let path: String
    private let bank: PatternBank
    private let mask: Mask

    init(directory: String, bank: PatternBank, mask: Mask) {
        path = directory + "/history.sqlite"
        self.bank = bank
        self.mask = mask
    }

    func picture() -> TopPicture? {
        do {
            let history = try History(readingFrom: path)
            let resumption = try Resumption(history)
            guard let stored = resumption.ledger else {
                return TopPicture(
                    snapshot: .empty,
                    trend: [],
                    source: path,
                    message: resumption.complaint ?? "nothing was followed yet"
                )
            }
            var ledger = FlowLedger(bank: bank, firstYear: 1970)
            ledger.restore(stored)
            let snapshot = mask.snapshot(ledger.snapshot(top: 1_000))
            return TopPicture(snapshot: snapshot, trend: try trend(history, snapshot), source: path)
        } catch {
            return TopPicture(snapshot: .empty, trend: [], source: path, message: "\(error)")
        }
    }

    private func trend(_ history: History, _ snapshot: FlowSnapshot) throws -> [Int] {
        guard let last = snapshot.totals.last else { return [] }
        // The history's times are of UTC, the snapshot's of the log's clock.
        let end = LocalClock.instant(last, offsetMinutes: snapshot.totals.offsetMinutes)
        var trend = MinuteTrend()
        let begin = end - Int64(MinuteTrend.minutes) * 60
        for point in try history.series(step: .minute, since: begin) {
            trend.add(point.events, minute: point.time / 60)
        }
        return trend.values(until: end)
    }

    func stop() {}
}

extension FlowSnapshot {
    /// What is known before the first line.
    static var empty: FlowSnapshot {
        FlowLedger(bank: PatternBank(rows: []), firstYear: 1970).snapshot(top: 0)
    }
}

extension FlowSnapshot.Totals {
    /// The last time in UTC; where the log names no zone, by its own clock.
    fileprivate var lastInstant: Int64? {
        last.map { $0 - Int64(offsetMinutes ?? 0) * 60 }
    }
}
