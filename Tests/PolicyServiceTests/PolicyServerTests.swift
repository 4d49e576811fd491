import Glibc
import PolicyService
import Synchronization
import Testing

@Suite struct PolicyServerTests {
    private let dunno = "action=DUNNO\n\n"

    private func withServer(
        _ listeners: [PolicyListener],
        limits: ServerLimits = ServerLimits(),
        _ body: (PolicyServer, @escaping @Sendable () -> [PolicyEvent]) async throws -> Void
    ) async throws {
        let events = EventLog()
        var configuration = PolicyServerConfiguration(listeners: listeners)
        configuration.limits = limits
        let server = try await PolicyServer.start(configuration, source: ScriptedSource()) {
            event,
            _ in events.add(event)
        }
        do {
            try await body(server) { events.all }
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    private func exists(_ path: String) -> Bool {
        unsafe access(path, F_OK) == 0
    }

    @Test func `UNIX and TCP clients are answered, in order and for long`() async throws {
        let folder = try TestFolder()
        let path = folder.path + "/policy"
        let both: [PolicyListener] = [
            .unix(path: path, mode: 0o640, group: "\(getgid())"),
            .inet(address: "127.0.0.1", port: 0),
        ]
        try await withServer(both) { server, _ in
            #expect(exists(path))
            let deferred = PolicyRequest.wireBytes(
                Samples.changed([.recipient: "defer@example.com"])
            )
            for listener in server.listeners {
                let client = try TestClient(listener)
                for _ in 0..<50 { #expect(dunno == (await client.ask())) }
                client.send(Samples.wire + deferred + Samples.wire)
                #expect(dunno == (await client.reply()))
                #expect(await client.reply()?.hasPrefix("action=DEFER_IF_PERMIT 4.4.315 ") == true)
                #expect(dunno == (await client.reply()))
            }
            let metrics = server.meter.snapshot
            #expect(106 == metrics.requests)
            #expect(104 == metrics.answers[.init(action: .dunno)])
            #expect(2 == metrics.answers[.init(action: .deferIfPermit, mode: .enforce, rule: "R")])
            #expect(2 == metrics.connectionsAccepted)
        }
        #expect(!exists(path))
    }

    @Test func `two hundred clients, and broken ones among them`() async throws {
        let folder = try TestFolder()
        var limits = ServerLimits()
        // Beside many other tests this one may take longer than a request usually may.
        limits.requestSeconds = 600
        let begin = ContinuousClock.now
        let place = PolicyListener.unix(path: folder.path + "/policy")
        try await withServer([place], limits: limits) { server, events in
            let listener = server.listeners[0]
            let slow = try (0..<50).map { _ in try TestClient(listener) }
            for client in slow { client.send(Array("request=smtpd_acc".utf8)) }
            let clients = try (0..<200).map { _ in try TestClient(listener) }
            for round in 0..<3 {
                let broken = try TestClient(listener)
                #expect("" == (await broken.ask(Array("junk\n\n".utf8))))
                let cut = try TestClient(listener)
                cut.send(Array(Samples.wire.prefix(100 + round)))
                cut.finishSending()
                #expect("" == (await cut.reply()))
                for client in clients { #expect(client.send(Samples.wire)) }
                for client in clients { #expect(dunno == (await client.reply())) }
            }
            let rest = Array("ess_policy\n\n".utf8)
            for client in slow { #expect(dunno == (await client.ask(rest))) }
            #expect(6 == server.meter.snapshot.badRequests)
            #expect(250 == server.meter.snapshot.connectionsOpen)
            // One a minute is told, and beside many other tests it may be minutes.
            let minutes = Int((ContinuousClock.now - begin) / .seconds(60))
            #expect((1...1 + minutes).contains(events().count))
        }
    }

    @Test func `who will send no more is still answered`() async throws {
        let folder = try TestFolder()
        let both: [PolicyListener] = [
            .unix(path: folder.path + "/policy"), .inet(address: "127.0.0.1", port: 0),
        ]
        try await withServer(both) { server, events in
            for listener in server.listeners {
                let client = try TestClient(listener)
                // More replies than a socket takes from who does not read yet.
                for _ in 0..<500 { client.send(Samples.wire) }
                client.finishSending()
                try await Task.sleep(for: .milliseconds(200))
                for _ in 0..<500 { #expect(dunno == (await client.reply())) }
                #expect("" == (await client.reply()))
            }
            #expect(events().isEmpty)
            while server.meter.snapshot.connectionsOpen > 0 { await Task.yield() }
        }
    }

    @Test func `who asks and leaves at once counts once`() async throws {
        let folder = try TestFolder()
        try await withServer([.unix(path: folder.path + "/policy")]) { server, _ in
            for _ in 0..<50 { try TestClient(server.listeners[0]).send(Samples.wire) }
            let last = try TestClient(server.listeners[0])
            #expect(dunno == (await last.ask()))
            while server.meter.snapshot.connectionsOpen > 1 { await Task.yield() }
            #expect(1 == server.meter.snapshot.connectionsOpen)
            #expect(51 == server.meter.snapshot.connectionsAccepted)
        }
    }

    @Test func `what one client has begun is not another's`() async throws {
        try await withServer([.inet(address: "127.0.0.1", port: 0)]) { server, events in
            let slow = try (0..<3).map { _ in try TestClient(server.listeners[0]) }
            let quick = try TestClient(server.listeners[0])
            let deferred = PolicyRequest.wireBytes(
                Samples.changed([.recipient: "defer@example.com"])
            )
            for cut in stride(from: 0, to: deferred.count, by: 100) {
                let part = Array(deferred[cut..<min(cut + 100, deferred.count)])
                for client in slow { client.send(part) }
                #expect(dunno == (await quick.ask()))
            }
            for client in slow {
                #expect(await client.reply()?.hasPrefix("action=DEFER_IF_PERMIT 4.4.315 ") == true)
            }
            let broken = try TestClient(server.listeners[0])
            broken.send(Array("request=smtpd_access_policy\nno line of the protocol\n".utf8))
            #expect("" == (await broken.reply()))
            #expect(dunno == (await quick.ask()))
            #expect(dunno == (await slow[0].ask()))
            for _ in 0..<1_000 where events().isEmpty {
                try await Task.sleep(for: .milliseconds(5))
            }
            #expect(1 == events().count)
        }
    }

    @Test func `an error inside is a DUNNO`() async throws {
        try await withServer([.inet(address: "127.0.0.1", port: 0)]) { server, events in
            let client = try TestClient(server.listeners[0])
            let failing = PolicyRequest.wireBytes(Samples.changed([.recipient: "fail@x.example"]))
            #expect(dunno == (await client.ask(failing)))
            #expect(dunno == (await client.ask()))
            #expect(1 == server.meter.snapshot.internalErrors)
            #expect([.internalError("Failure()")] == events())
        }
    }

    @Test func `connections above the limit are closed at once, with one word`() async throws {
        let folder = try TestFolder()
        var limits = ServerLimits()
        limits.connections = 2
        try await withServer([.unix(path: folder.path + "/policy")], limits: limits) {
            server,
            events in
            let listener = server.listeners[0]
            let kept = [try TestClient(listener), try TestClient(listener)]
            for client in kept { #expect(dunno == (await client.ask())) }
            for _ in 0..<3 { #expect("" == (try await TestClient(listener).reply())) }
            for client in kept { #expect(dunno == (await client.ask())) }
            #expect(3 == server.meter.snapshot.connectionsRefused)
            #expect([.tooManyConnections(limit: 2)] == events())
        }
    }

    @Test func `a client that takes no replies is not read from, and disturbs nobody`() async throws
    {
        let folder = try TestFolder()
        var limits = ServerLimits()
        limits.requestSeconds = 1
        try await withServer([.unix(path: folder.path + "/policy")], limits: limits) {
            server,
            events in
            let greedy = try TestClient(server.listeners[0])
            let short = PolicyRequest.wireBytes([(.request, "smtpd_access_policy")])
            let many = [[UInt8]](repeating: short, count: 500).flatMap { $0 }
            let other = try TestClient(server.listeners[0])
            greedy.stopWaiting()
            var offset = 0
            for _ in 0..<20_000 where server.meter.snapshot.stalls == 0 {
                let sent = greedy.sendSome(Array(many[offset...]))
                if sent < 1 {
                    #expect(dunno == (await other.ask()))
                    try await Task.sleep(for: .milliseconds(5))
                }
                offset = (offset + max(0, sent)) % many.count
            }
            #expect(1 == server.meter.snapshot.stalls)
            #expect(events().contains(.stalled(client: "a local client")))
            #expect(dunno == (await other.ask()))
        }
    }

    @Test func `stopping answers what was asked`() async throws {
        let folder = try TestFolder()
        let path = folder.path + "/policy"
        let server = try await PolicyServer.start(
            PolicyServerConfiguration(listeners: [.unix(path: path)]),
            source: ScriptedSource()
        )
        let idle = try TestClient(server.listeners[0])
        let busy = try TestClient(server.listeners[0])
        #expect(dunno == (await idle.ask()))
        #expect(dunno == (await busy.ask()))
        busy.send(Array(Samples.wire.prefix(300)))
        async let stopped: Void = server.stop()
        #expect("" == (await idle.reply()))
        #expect(!exists(path))
        #expect(dunno == (await busy.ask(Array(Samples.wire.dropFirst(300)))))
        #expect("" == (await busy.reply()))
        await stopped
        #expect(0 == server.meter.snapshot.connectionsOpen)
        #expect(throws: TestClient.Refused.self) { try TestClient(server.listeners[0]) }
    }
}

/// What a server told.
private final class EventLog: Sendable {
    private let events = Mutex<[PolicyEvent]>([])

    var all: [PolicyEvent] { events.withLock { $0 } }

    func add(_ event: PolicyEvent) {
        events.withLock { $0.append(event) }
    }
}
