internal import Glibc
internal import LocalSocket
internal import NIOCore
internal import NIOPosix

/// Answers smtpd(8) over UNIX-domain sockets and TCP.
///
/// Start it first and stop it last: while everything else loads, its source says DUNNO.
public final class PolicyServer: Sendable {
    /// Told of events, with the number of the same kind that were held back since the last one.
    public typealias EventListener = @Sendable (PolicyEvent, Int) -> Void

    /// Where it listens; a port 0 is replaced by the one that was found.
    public let listeners: [PolicyListener]
    /// What it has done.
    public let meter: PolicyMeter

    private let group: MultiThreadedEventLoopGroup
    private let opened: OpenListeners
    private let shared: ServerContext

    private init(_ opened: OpenListeners, group: MultiThreadedEventLoopGroup, shared: ServerContext)
    {
        listeners = opened.listeners
        self.opened = opened
        meter = shared.meter
        self.group = group
        self.shared = shared
    }

    /// Listens and answers until `stop()`.
    ///
    /// - Parameters:
    ///   - configuration: Where to listen, and how much clients are granted.
    ///   - source: Decides; asked on the event loops.
    ///   - meter: Counts.
    ///   - onEvent: Told of trouble, rate-limited; called on the event loops.
    /// - Returns: The server, listening.
    /// - Throws: `PolicyServiceError`, `LocalSocketError`, or NIO's `IOError` for what it could not bind. Then nothing
    ///   listens.
    public static func start(
        _ configuration: PolicyServerConfiguration,
        source: any VerdictSource,
        meter: PolicyMeter = PolicyMeter(),
        onEvent: @escaping EventListener = { _, _ in }
    ) async throws -> PolicyServer {
        let shared = ServerContext(
            source: source,
            meter: meter,
            events: EventLimiter(onEvent),
            limits: configuration.limits
        )
        let group = MultiThreadedEventLoopGroup(numberOfThreads: max(1, configuration.eventLoops))
        let loops = LoopContexts(group, limits: configuration.limits.request, meter: meter)
        var opened = OpenListeners(loops: loops)
        do {
            for listener in configuration.listeners {
                try await opened.open(listener, configuration, group: group, shared: shared)
            }
        } catch {
            await opened.close()
            try? await group.shutdownGracefully()
            throw error
        }
        return PolicyServer(opened, group: group, shared: shared)
    }

    /// Takes no more connections, answers what was asked, closes, and removes its sockets.
    public func stop() async {
        await opened.close()
        let open = shared.channels.all
        for channel in open { channel.pipeline.fireUserInboundEventTriggered(StopRequest()) }
        for channel in open { try? await channel.closeFuture.get() }
        try? await group.shutdownGracefully()
    }
}

/// The listening sockets of a server.
private struct OpenListeners {
    let loops: LoopContexts
    var listeners: [PolicyListener] = []
    var channels: [any Channel] = []
    var files: [LocalSocket] = []

    mutating func open(
        _ listener: PolicyListener,
        _ configuration: PolicyServerConfiguration,
        group: MultiThreadedEventLoopGroup,
        shared: ServerContext
    ) async throws {
        let bootstrap = Self.bootstrap(group, shared, loops)
        switch listener {
        case .unix(let path, let mode, let owner):
            let socket = try LocalSocket(
                path: path,
                mode: mode,
                group: owner,
                backlog: configuration.limits.backlog
            )
            files.append(socket)
            try await take(socket.descriptor, bootstrap, configuration)
            listeners.append(listener)
        case .inet(let address, let port):
            let found = try Self.checked(address, port, configuration)
            let channel: any Channel
            do {
                channel = try await bootstrap.bind(to: found).get()
            } catch let error as IOError {
                throw PolicyServiceError.cannotListen("\(listener)", number: error.errnoCode)
            }
            channels.append(channel)
            listeners.append(.inet(address: address, port: channel.localAddress?.port ?? port))
        case .inherited(let descriptor):
            try await take(descriptor, bootstrap, configuration)
            listeners.append(listener)
        }
    }

    /// Serves a socket that listens already.
    private mutating func take(
        _ descriptor: Int32,
        _ bootstrap: ServerBootstrap,
        _ configuration: PolicyServerConfiguration
    ) async throws {
        channels.append(try await bootstrap.withBoundSocket(descriptor).get())
        // NIO has it listen anew, with a backlog of 128: fewer than connect at once after a restart.
        _ = Glibc.listen(descriptor, configuration.limits.backlog)
    }

    /// New clients find nobody from here on, and try again or take their default action.
    func close() async {
        for file in files { file.removeFile() }
        for channel in channels { try? await channel.close() }
    }

    private static func bootstrap(
        _ group: MultiThreadedEventLoopGroup,
        _ shared: ServerContext,
        _ loops: LoopContexts
    ) -> ServerBootstrap {
        ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: shared.limits.backlog)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelOption(.maxMessagesPerRead, value: 64)
            // One read a turn: nobody sends a second request before the first reply.
            .childChannelOption(.maxMessagesPerRead, value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(
                .recvAllocator,
                value: FixedSizeRecvByteBufferAllocator(capacity: 4_096)
            )
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let loop = loops[channel.eventLoop]
                    let connection = PolicyConnection(shared: shared, loop: loop)
                    try channel.pipeline.syncOperations.addHandler(connection)
                }
            }
    }

    private static func checked(
        _ address: String,
        _ port: Int,
        _ configuration: PolicyServerConfiguration
    ) throws -> SocketAddress {
        guard let found = IPAddress(address) else { throw PolicyServiceError.badAddress(address) }
        guard found.isLoopback || configuration.allowsRemoteClients else {
            throw PolicyServiceError.notLoopback(address)
        }
        return try SocketAddress(ipAddress: address, port: port)
    }
}

/// What the connections of each event loop share.
private struct LoopContexts: Sendable {
    private let boxes: [ObjectIdentifier: NIOLoopBoundBox<LoopContext>]

    init(_ group: MultiThreadedEventLoopGroup, limits: RequestLimits, meter: PolicyMeter) {
        let pairs = group.makeIterator().map { loop in
            let context = LoopContext(limits: limits, meter: meter)
            return (
                ObjectIdentifier(loop),
                NIOLoopBoundBox.makeBoxSendingValue(context, eventLoop: loop)
            )
        }
        boxes = Dictionary(uniqueKeysWithValues: pairs)
    }

    /// That of `loop`, for use on it; nil for a loop of another group.
    subscript(_ loop: any EventLoop) -> LoopContext? {
        boxes[ObjectIdentifier(loop)]?.value
    }
}
