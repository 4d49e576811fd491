internal import NIOCore
internal import NIOHTTP1

/// One client: one request, one answer, the end; all of it within the limits.
final class WebConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let snapshot: @Sendable () -> ServiceSnapshot
    private var head: HTTPRequestHead?

    init(snapshot: @escaping @Sendable () -> ServiceSnapshot) {
        self.snapshot = snapshot
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body: break
        case .end:
            guard let head else { return }
            self.head = nil
            answer(head, context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let page = WebPage(
            method: head.method.rawValue,
            uri: head.uri,
            hosts: head.headers["Host"],
            snapshot: snapshot
        )
        let headers = HTTPHeaders(page.headers)
        let response = HTTPResponseHead(
            version: .http1_1,
            status: .init(statusCode: page.status),
            headers: headers
        )
        context.write(wrapOutboundOut(.head(response)), promise: nil)
        if head.method != .HEAD {
            let buffer = context.channel.allocator.buffer(string: page.body)
            context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
        }
        let loopBound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
            loopBound.value.close(promise: nil)
        }
    }
}

/// Closes clients that send too much, or take too long, whatever they do.
final class WebGate: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let limits: WebLimits
    private let leave: @Sendable () -> Void
    private var received = 0
    private var deadline: Scheduled<Void>?

    /// `leave` is called once, when the client is gone.
    init(limits: WebLimits, leave: @escaping @Sendable () -> Void) {
        self.limits = limits
        self.leave = leave
    }

    func channelActive(context: ChannelHandlerContext) {
        let loopBound = NIOLoopBound(context, eventLoop: context.eventLoop)
        deadline = context.eventLoop.scheduleTask(in: .milliseconds(limits.milliseconds)) {
            loopBound.value.close(promise: nil)
        }
        context.fireChannelActive()
    }

    /// Comes to every connection, even to one that ends before it was active.
    func handlerRemoved(context: ChannelHandlerContext) {
        deadline?.cancel()
        leave()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += unwrapInboundIn(data).readableBytes
        guard received <= limits.requestBytes else {
            refuse(context)
            return
        }
        context.fireChannelRead(data)
    }

    private func refuse(_ context: ChannelHandlerContext) {
        let text =
            "HTTP/1.1 431 Request Header Fields Too Large\r\nContent-Length: 0\r\n"
            + "Connection: close\r\n\r\n"
        let buffer = context.channel.allocator.buffer(string: text)
        let loopBound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(NIOAny(buffer)).whenComplete { _ in
            loopBound.value.close(promise: nil)
        }
    }
}
