import NIOCore
import NIOEmbedded
import PolicyService
import Synchronization
import Testing

/// Timers, on a loop whose time the tests move.
@Suite struct PolicyConnectionTests {
    private final class Client {
        let channel: EmbeddedChannel
        let meter = PolicyMeter()
        let events = Events()

        init() throws {
            let events = events
            let shared = ServerContext(
                source: AlwaysDunno(),
                meter: meter,
                events: EventLimiter { event, _ in events.add(event) },
                limits: ServerLimits()
            )
            channel = EmbeddedChannel(handler: PolicyConnection(shared: shared))
            try channel.connect(to: SocketAddress(ipAddress: "192.0.2.7", port: 99)).wait()
        }

        deinit {
            _ = try? channel.finish(acceptAlreadyClosed: true)
        }

        func send(_ bytes: some Sequence<UInt8>) throws {
            try channel.writeInbound(ByteBuffer(bytes: bytes))
            channel.embeddedEventLoop.run()
        }

        func reply() throws -> String? {
            try channel.readOutbound(as: ByteBuffer.self).map { String(buffer: $0) }
        }

        func wait(_ seconds: Int64) {
            channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
        }
    }

    private final class Events: Sendable {
        private let list = Mutex<[PolicyEvent]>([])
        var all: [PolicyEvent] { list.withLock { $0 } }
        func add(_ event: PolicyEvent) { list.withLock { $0.append(event) } }
    }

    @Test func `an idle client may stay an hour after its last request`() throws {
        let client = try Client()
        client.wait(3_599)
        try client.send(Samples.wire)
        #expect("action=DUNNO\n\n" == (try client.reply()))
        client.wait(3_599)
        #expect(client.channel.isActive && client.events.all.isEmpty)
        client.wait(1)
        #expect(!client.channel.isActive)
        #expect([.idle(client: "[192.0.2.7]:99")] == client.events.all)
        #expect(0 == client.meter.snapshot.connectionsOpen)
    }

    @Test func `a request must end a minute after it began`() throws {
        let client = try Client()
        for byte in Samples.wire.prefix(59) {
            try client.send([byte])
            client.wait(1)
        }
        #expect(client.channel.isActive)
        client.wait(1)
        #expect(!client.channel.isActive)
        #expect([.stalled(client: "[192.0.2.7]:99")] == client.events.all)
        #expect(1 == client.meter.snapshot.stalls)
    }

    @Test func `each request has its own minute`() throws {
        let client = try Client()
        for _ in 0..<5 {
            try client.send(Samples.wire.prefix(100))
            client.wait(50)
            try client.send(Samples.wire.dropFirst(100))
            #expect("action=DUNNO\n\n" == (try client.reply()))
        }
        #expect(client.channel.isActive && client.events.all.isEmpty)
    }

    @Test func `a broken request is not answered, the one before it is`() throws {
        let client = try Client()
        try client.send(Samples.wire + Array("broken\n".utf8) + Samples.wire)
        #expect("action=DUNNO\n\n" == (try client.reply()))
        #expect(nil == (try client.reply()))
        #expect(!client.channel.isActive)
        #expect([.badRequest(.lineWithoutEquals, client: "[192.0.2.7]:99")] == client.events.all)
        #expect(1 == client.meter.snapshot.badRequests)
    }

    @Test func `stopping waits for a request, but not for ever`() throws {
        let client = try Client()
        try client.send(Samples.wire.prefix(100))
        client.channel.pipeline.fireUserInboundEventTriggered(StopRequest())
        client.wait(1)
        #expect(client.channel.isActive)
        try client.send(Samples.wire.dropFirst(100))
        #expect("action=DUNNO\n\n" == (try client.reply()))
        #expect(!client.channel.isActive)
        let slow = try Client()
        try slow.send(Samples.wire.prefix(100))
        slow.channel.pipeline.fireUserInboundEventTriggered(StopRequest())
        slow.wait(1)
        #expect(slow.channel.isActive)
        slow.wait(2)
        #expect(!slow.channel.isActive)
    }

    @Test func `events of a kind are told once a minute, with the number in between`() {
        let log = Counts()
        let limiter = EventLimiter { _, heldBack in log.add(heldBack) }
        for second in 0..<130 {
            limiter.note(.tooManyConnections(limit: 1), now: Int64(second))
        }
        limiter.note(.internalError("x"), now: 130)
        #expect([0, 59, 59, 0] == log.all)
    }

    private final class Counts: Sendable {
        private let list = Mutex<[Int]>([])
        var all: [Int] { list.withLock { $0 } }
        func add(_ count: Int) { list.withLock { $0.append(count) } }
    }
}
