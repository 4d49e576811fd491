internal import NIOCore

/// What the connections of one event loop share: above all the turn that the loop is in.
///
/// Replies to what it read in one turn are sent one after the other at its end. Whoever asks a lot sleeps
/// until the first reply comes; sent between the requests each reply would wake it anew, and that costs as
/// much as an answer.
package final class LoopContext {
    /// Most requests come whole, and memory that is in use stays near.
    let reader: RequestReader
    private let meter: PolicyMeter
    /// What the meter does not know yet.
    private var counts = RequestCounts()
    /// Those that have replies to send.
    private var answering: [PolicyConnection] = []
    /// Memory for those of the next turn.
    private var spare: [PolicyConnection] = []
    private var turnStart: NIODeadline?

    package init(limits: RequestLimits, meter: PolicyMeter) {
        precondition(RequestCounts.isLargeEnough, "each reason and each bucket has its place")
        reader = RequestReader(limits: limits)
        self.meter = meter
    }

    /// When the turn began: the clock is read once, however much the loop reads.
    func turn(_ context: ChannelHandlerContext) -> NIODeadline {
        if let turnStart { return turnStart }
        let loop = context.eventLoop
        let now = loop.now
        turnStart = now
        loop.assumeIsolated().execute { [self] in endTurn(at: loop.now) }
        return now
    }

    /// Has `connection` send its replies at the end of the turn.
    func add(_ connection: PolicyConnection) {
        answering.append(connection)
    }

    /// Counts a verdict.
    @inline(__always)
    func count(_ verdict: borrowing Verdict) {
        if verdict.isPlain, verdict.reason != .internalError {
            counts.plain[Int(verdict.reason.rawValue)] &+= 1
        } else {
            meter.count(verdict)
        }
    }

    /// Counts replies that are about to be sent by the time that they took.
    @inline(__always)
    func time(_ replies: Int, nanoseconds: Int64) {
        counts.time(replies, nanoseconds: nanoseconds)
    }

    /// Has the meter know all that was counted: before a client has its reply.
    func tellMeter() {
        meter.add(counts)
        counts = RequestCounts()
    }

    private func endTurn(at now: NIODeadline) {
        turnStart = nil
        guard !answering.isEmpty else { return }
        var sending = answering
        answering = spare
        spare = []
        for connection in sending { connection.timeReplies(at: now) }
        tellMeter()
        for connection in sending { connection.sendReplies() }
        sending.removeAll(keepingCapacity: true)
        spare = sending
    }
}
