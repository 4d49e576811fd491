internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import Synchronization

/// Serves metrics, health checks and the page over HTTP, on a thread of its own.
///
/// A crash of a page would be one of the process; a page that hangs keeps nobody waiting but those who
/// ask for pages.
public final class WebServer: Sendable {
    /// Where a server listens.
    public enum Place: Sendable, Hashable {
        /// A port of this machine.
        case address(WebAddress)
        /// A socket that listens already, as a service manager passes it: who may reach it is the
        /// affair of its unit.
        case passed(descriptor: Int32)
    }

    private let group: MultiThreadedEventLoopGroup
    private let channel: any Channel

    private init(_ group: MultiThreadedEventLoopGroup, _ channel: any Channel) {
        self.group = group
        self.channel = channel
    }

    /// The port that it listens on; nil: a UNIX socket.
    public var port: Int? { channel.localAddress?.port }

    /// Where it listens, for people.
    public var place: String {
        guard let address = channel.localAddress else { return "a passed socket" }
        guard let host = address.ipAddress, let port = address.port else {
            return address.pathname ?? "a passed socket"
        }
        return host.contains(":") ? "http://[\(host)]:\(port)" : "http://\(host):\(port)"
    }

    /// Listens and answers until `stop()`.
    ///
    /// - Parameters:
    ///   - place: Where.
    ///   - limits: What a client can cost.
    ///   - snapshot: Asked on the server's thread, for each request.
    /// - Returns: The server, listening.
    /// - Throws: NIO's `IOError` where it cannot listen.
    public static func start(
        _ place: Place,
        limits: WebLimits = WebLimits(),
        snapshot: @escaping @Sendable () -> ServiceSnapshot
    ) async throws -> WebServer {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let places = Places(limits.connections)
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 32)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                guard places.take() else { return channel.close() }
                return channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(WebGate(limits: limits, leave: places.give))
                    try pipeline.configureHTTPServerPipeline(withPipeliningAssistance: false)
                    try pipeline.addHandler(WebConnection(snapshot: snapshot))
                }
            }
        do {
            let channel =
                switch place {
                case .address(let address):
                    try await bootstrap.bind(host: address.address, port: address.port).get()
                case .passed(let descriptor):
                    try await bootstrap.withBoundSocket(descriptor).get()
                }
            return WebServer(group, channel)
        } catch {
            try? await group.shutdownGracefully()
            guard let refused = error as? IOError, case .address(let address) = place else {
                throw error
            }
            throw WebServerError.cannotListen("\(address)", number: refused.errnoCode)
        }
    }

    /// Takes no more connections, and closes those that are open.
    public func stop() async {
        try? await channel.close()
        try? await group.shutdownGracefully()
    }
}

/// How many more clients there may be.
private final class Places: Sendable {
    private let free: Mutex<Int>

    init(_ count: Int) { free = Mutex(count) }

    func take() -> Bool {
        free.withLock { free in
            guard free > 0 else { return false }
            free -= 1
            return true
        }
    }

    func give() { free.withLock { $0 += 1 } }
}
