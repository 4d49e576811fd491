package import NIOCore

/// What all connections of a server share.
package final class ServerContext: Sendable {
    let source: any VerdictSource
    let meter: PolicyMeter
    let events: EventLimiter
    let limits: ServerLimits
    let channels = ChannelRegistry()

    package init(
        source: any VerdictSource,
        meter: PolicyMeter,
        events: EventLimiter,
        limits: ServerLimits
    ) {
        self.source = source
        self.meter = meter
        self.events = events
        self.limits = limits
    }

    func note(_ event: PolicyEvent) {
        let nanoseconds = NIODeadline.now().uptimeNanoseconds
        events.note(event, now: Int64(clamping: nanoseconds / 1_000_000_000))
    }
}

/// The wish that connections end: after what was asked is answered.
package struct StopRequest: Sendable {
    /// See the type.
    package init() {}
}

/// One client: reads requests, writes one reply to each, in order.
///
/// It never writes unasked and closes only for a reason that `PolicyEvent` names, or to stop.
package final class PolicyConnection: ChannelInboundHandler {
    package typealias InboundIn = ByteBuffer
    package typealias OutboundOut = ByteBuffer

    private enum Phase {
        case refused, serving, stopping, closed
    }

    private let shared: ServerContext
    private let loop: LoopContext
    /// What has come of a request that is not whole yet.
    private var begun: RequestReader?
    private var context: ChannelHandlerContext?
    private var socket: ReplySocket?
    private var phase = Phase.refused
    private var lastRead = NIODeadline.uptimeNanoseconds(0)
    /// What will be sent at the end of the loop's turn.
    private var replies = PendingReplies()
    /// Replies wait in NIO's queue, and later ones behind them.
    private var isQueueing = false
    private var idleTimer: Scheduled<Void>?
    private var requestTimer: Scheduled<Void>?
    private var replyTimer: Scheduled<Void>?
    private var stopTimer: Scheduled<Void>?

    /// A connection; those of one event loop share `loop`.
    package init(shared: ServerContext, loop: LoopContext? = nil) {
        self.shared = shared
        self.loop = loop ?? LoopContext(limits: shared.limits.request, meter: shared.meter)
    }

    package func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    package func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    package func channelActive(context: ChannelHandlerContext) {
        guard shared.meter.admit(limit: shared.limits.connections) else {
            shared.note(.tooManyConnections(limit: shared.limits.connections))
            context.close(promise: nil)
            return
        }
        phase = .serving
        shared.channels.add(context.channel)
        socket = ReplySocket(of: context)
        lastRead = context.eventLoop.now
        watchIdleness(context, for: .seconds(shared.limits.idleSeconds))
    }

    package func channelInactive(context: ChannelHandlerContext) {
        if phase == .serving || phase == .stopping {
            endOfStream(context)
            leave(context)
        }
        for timer in [idleTimer, requestTimer, replyTimer, stopTimer] { timer?.cancel() }
    }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard phase == .serving || phase == .stopping else { return }
        lastRead = loop.turn(context)
        let chunk = unwrapInboundIn(data)
        let reader = begun ?? loop.reader
        do throws(PolicyProtocolError) {
            let isWhole = try reader.read(chunk.readableBytesUInt8Span) { answer($0) }
            if isWhole { begun = nil } else { keepBegun(reader, context) }
        } catch {
            reader.begin()
            begun = nil
            reject(error, context)
            close(context)
        }
    }

    package func channelReadComplete(context: ChannelHandlerContext) {
        if phase == .stopping, begun == nil, replies.count > 0 { close(context) }
    }

    /// A client that does not take its replies is not read from.
    package func channelWritabilityChanged(context: ChannelHandlerContext) {
        let isWritable = context.channel.isWritable
        _ = context.channel.setOption(.autoRead, value: isWritable)
        replyTimer?.cancel()
        replyTimer = isWritable ? nil : stallTimer(context)
    }

    package func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // The client is gone; what that means is told when the channel becomes inactive.
        context.close(promise: nil)
    }

    package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard phase == .serving || phase == .stopping else { return }
        if let event = event as? ChannelEvent, event == .inputClosed {
            endOfStream(context)
            closeAfterReplies(context)
        } else if event is StopRequest, phase == .serving {
            stop(context)
        }
    }

    private func stop(_ context: ChannelHandlerContext) {
        phase = .stopping
        // A request may be on its way: what arrives at once is still answered.
        stopTimer = schedule(context, in: .milliseconds(50)) { connection in
            guard connection.begun != nil else { return connection.close(context) }
            let grace = TimeAmount.seconds(connection.shared.limits.graceSeconds)
            connection.stopTimer = connection.schedule(context, in: grace) { $0.close(context) }
        }
    }
}

extension PolicyConnection {
    private func answer(_ request: borrowing PolicyRequest) {
        var verdict: Verdict
        do {
            verdict = try shared.source.verdict(for: request)
        } catch {
            verdict = .dunno(.internalError)
            shared.note(.internalError(String(describing: error)))
        }
        if let timer = requestTimer {
            timer.cancel()
            requestTimer = nil
        }
        loop.count(verdict)
        if replies.count == 0 { loop.add(self) }
        replies = replies.adding(verdict)
    }

    /// Counts how long the replies took.
    func timeReplies(at now: NIODeadline) {
        guard replies.count > 0 else { return }
        loop.time(replies.count, nanoseconds: (now - lastRead).nanoseconds)
    }

    /// Sends what the requests of this turn are answered.
    func sendReplies() {
        let sending = replies
        replies = PendingReplies()
        guard let rest = sending.send(to: isQueueing ? nil : socket), let context else { return }
        isQueueing = true
        context.writeAndFlush(wrapOutboundOut(rest), promise: nil)
    }

    /// Sends them without waiting for the turn's end.
    private func sendRepliesNow(_ context: ChannelHandlerContext) {
        guard replies.count > 0 else { return }
        timeReplies(at: context.eventLoop.now)
        loop.tellMeter()
        sendReplies()
    }

    /// Tells of a request that the client did not end.
    private func endOfStream(_ context: ChannelHandlerContext) {
        do throws(PolicyProtocolError) {
            try begun?.endOfStream()
        } catch {
            reject(error, context)
        }
    }

    /// Takes what has come of a request out of the loop's reader.
    private func keepBegun(_ reader: RequestReader, _ context: ChannelHandlerContext) {
        if begun == nil { begun = reader.split() }
        if requestTimer == nil { requestTimer = stallTimer(context) }
    }

    private func reject(_ error: PolicyProtocolError, _ context: ChannelHandlerContext) {
        shared.meter.update { $0.badRequests += 1 }
        shared.note(.badRequest(error, client: client(context)))
    }

    /// Ends with a client that has asked all that it will, and may still read the answers.
    private func closeAfterReplies(_ context: ChannelHandlerContext) {
        sendRepliesNow(context)
        // Sending finds out that the client is gone: then all of this is done.
        guard phase != .closed else { return }
        guard isQueueing else { return close(context) }
        phase = .stopping
        if requestTimer == nil { requestTimer = stallTimer(context) }
        let rest = context.writeAndFlush(wrapOutboundOut(ByteBuffer()))
        rest.assumeIsolated().whenComplete { [self] _ in close(context) }
    }

    private func close(_ context: ChannelHandlerContext) {
        guard phase != .closed else { return }
        sendRepliesNow(context)
        leave(context)
        context.close(promise: nil)
    }

    /// From here on nothing is read, told or counted.
    private func leave(_ context: ChannelHandlerContext) {
        guard phase != .closed else { return }
        phase = .closed
        socket = nil
        shared.channels.remove(context.channel)
        shared.meter.update { $0.connectionsOpen -= 1 }
    }

    private func client(_ context: ChannelHandlerContext) -> String {
        guard let address = context.remoteAddress, let name = address.ipAddress else {
            return "a local client"
        }
        return address.port.map { "[\(name)]:\($0)" } ?? name
    }
}

extension PolicyConnection {
    /// Bounds the time from a request's first bytes to its end, and for a reply to be taken.
    private func stallTimer(_ context: ChannelHandlerContext) -> Scheduled<Void> {
        schedule(context, in: .seconds(shared.limits.requestSeconds)) { connection in
            connection.shared.meter.update { $0.stalls += 1 }
            connection.shared.note(.stalled(client: connection.client(context)))
            connection.close(context)
        }
    }

    /// Looks again when the time since the last read may have run out: nothing is done per request.
    private func watchIdleness(_ context: ChannelHandlerContext, for time: TimeAmount) {
        idleTimer = schedule(context, in: time) { connection in
            let limit = TimeAmount.seconds(connection.shared.limits.idleSeconds)
            let rest = connection.lastRead + limit - context.eventLoop.now
            if rest > .zero {
                connection.watchIdleness(context, for: rest)
            } else {
                connection.shared.note(.idle(client: connection.client(context)))
                connection.close(context)
            }
        }
    }

    private func schedule(
        _ context: ChannelHandlerContext,
        in time: TimeAmount,
        _ body: @escaping (PolicyConnection) -> Void
    ) -> Scheduled<Void> {
        context.eventLoop.assumeIsolated().scheduleTask(in: time) { [self] in
            if phase != .closed { body(self) }
        }
    }
}
