internal import NIOCore

/// Replies to what an event loop read in one turn, sent one after the other at its end.
///
/// Whoever asks a lot sleeps until the first reply comes. Sent between the requests each reply would
/// wake it anew, and that costs as much as an answer.
final class ReplyBurst {
    private var connections: [(connection: PolicyConnection, context: ChannelHandlerContext)] = []

    /// Has `connection` send its replies before the loop looks for what comes next.
    func add(_ connection: PolicyConnection, _ context: ChannelHandlerContext) {
        connections.append((connection, context))
        guard connections.count == 1 else { return }
        context.eventLoop.assumeIsolated().execute { [self] in send(at: context.eventLoop.now) }
    }

    private func send(at now: NIODeadline) {
        for (connection, context) in connections { connection.sendReplies(context, at: now) }
        connections.removeAll(keepingCapacity: true)
    }
}

/// What the connections of one event loop share.
package final class LoopContext {
    /// Most requests come whole, and memory that is in use stays near.
    let reader: RequestReader
    let burst = ReplyBurst()

    package init(limits: RequestLimits) {
        reader = RequestReader(limits: limits)
    }
}
