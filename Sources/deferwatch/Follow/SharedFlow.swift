import LogSource
import MailFlow
import PostfixLog
import Synchronization

/// A flow that one thread feeds and others look at.
final class SharedFlow: Sendable {
    private let live: Mutex<LiveFlow>

    init(_ live: consuming sending LiveFlow) {
        self.live = Mutex(live)
    }

    /// Adds a block, as `LiveFlow.add`.
    func add(_ block: LogBlock, _ origin: FollowedBlock, known: Int) -> LiveFlow.Gain {
        live.withLock { $0.add(block, origin, known: known) }
    }

    /// What changed since the last call, and the year that each log has come to.
    func takeChanges() -> (LedgerChanges, [String: YearClock]) {
        live.withLock { ($0.takeChanges(), $0.clocks) }
    }

    /// Nothing is stored any more: all of it is a change.
    func forgetStored() { live.withLock { $0.forgetStored() } }

    /// The lines so far.
    var lineCounts: LineCounts { live.withLock { $0.lineCounts } }

    /// The status lines so far.
    var statusCounts: StatusCounts { live.withLock { $0.statusCounts } }

    /// What the rows have taken; see `LiveFlow`.
    var rowNanoseconds: [String: UInt64] { live.withLock { $0.rowNanoseconds } }

    /// Everything found so far.
    func snapshot(top: Int) -> FlowSnapshot {
        live.withLock { $0.snapshot(top: top) }
    }
}
