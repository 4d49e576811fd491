import Foundation
import LocalSocket
import MailFlow
import Synchronization
import Testing

@testable import Dashboard

/// The server over real sockets, with clients that do not behave.
@Suite(.serialized) struct WebServerTests {
    /// Runs `body` with a server that is stopped afterwards.
    private func serving(
        _ limits: WebLimits = WebLimits(),
        snapshot: @escaping @Sendable () -> ServiceSnapshot = { .sample },
        _ body: (SocketPlace) async throws -> Void
    ) async throws {
        let server = try await WebServer.start(
            .address(try WebAddress("127.0.0.1:0")),
            limits: limits,
            snapshot: snapshot
        )
        do {
            let port = try #require(server.port)
            #expect(server.place == "http://127.0.0.1:\(port)")
            try await body(.inet(address: "127.0.0.1", port: UInt16(clamping: port)))
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    /// All that the server says until it hangs up.
    private func answer(_ place: SocketPlace, _ request: String) throws -> String {
        let connection = try LocalConnection(to: place, within: .seconds(5))
        let deadline = ContinuousClock.now + .seconds(10)
        try connection.send(Array(request.utf8), until: deadline)
        var text = ""
        // Line by line: the last one of a page ends, too.
        while let line = try? connection.read(to: [10], limit: 1 << 20, until: deadline) {
            text += String(decoding: line, as: UTF8.self) + "\n"
        }
        return text
    }

    private func isServed(_ place: SocketPlace) -> Bool {
        (try? answer(place, request("/healthz")))?.hasPrefix("HTTP/1.1 200 ") ?? false
    }

    /// Whether `holds` comes true.
    private func within(seconds: Int, _ holds: () -> Bool) async throws -> Bool {
        for _ in 0..<(seconds * 50) {
            if holds() { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
        return false
    }

    private func request(_ path: String) -> String {
        "GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n"
    }

    @Test func `metrics come whole, and the connection ends`() async throws {
        try await serving { place in
            let text = try answer(place, request("/metrics"))
            let parts = text.split(separator: "\r\n\r\n", maxSplits: 1)
            #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(text.contains("Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"))
            #expect(ServiceSnapshot.sample.metricsText == String(parts[1]))
        }
    }

    @Test func `a socket that was passed is served`() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "web-\(UUID())").path()
        let socket = try LocalSocket(path: path, mode: 0o600, group: nil, backlog: 4)
        defer { socket.removeFile() }
        let server = try await WebServer.start(.passed(descriptor: socket.descriptor)) { .sample }
        #expect(server.place == path && server.port == nil)
        let text = try answer(.unix(path: path), request("/healthz"))
        #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
        await server.stop()
    }

    @Test func `HEAD has the headers alone`() async throws {
        try await serving { place in
            let text = try answer(place, "HEAD / HTTP/1.0\r\n\r\n")
            #expect(text.contains("default-src 'none'") && text.hasSuffix("\r\n\r\n"))
            #expect(
                text.contains("Content-Length: \(ServiceSnapshot.sample.pageHTML.utf8.count)\r\n")
            )
        }
    }

    @Test(arguments: [
        "NONSENSE\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{16}\u{3}\u{1}\r\n\r\n",
    ])
    func `what is no request of HTTP ends the connection, and serves the next`(
        text: String
    )
        async throws
    {
        try await serving { place in
            let refusal = try answer(place, text)
            #expect(!refusal.contains(" 200 "))
            let next = try answer(place, request("/healthz"))
            #expect(next.contains("ok\n"))
        }
    }

    @Test func `headers beyond the bound are refused`() async throws {
        try await serving { place in
            let long = "GET / HTTP/1.1\r\nX: " + String(repeating: "x", count: 9_000) + "\r\n\r\n"
            let text = try answer(place, long)
            #expect(text.hasPrefix("HTTP/1.1 431 "))
        }
    }

    @Test func `a client that dawdles is closed`() async throws {
        var limits = WebLimits()
        limits.milliseconds = 200
        try await serving(limits) { place in
            let begin = ContinuousClock.now
            let text = try answer(place, "GET /metrics HTTP/1.1\r\nHost:")
            #expect("" == text)
            #expect(ContinuousClock.now - begin < .seconds(5))
        }
    }

    @Test func `more clients than places are turned away until one leaves`() async throws {
        var limits = WebLimits()
        limits.connections = 2
        limits.milliseconds = 60_000
        try await serving(limits) { place in
            var idle = try (0..<2).map { _ in try LocalConnection(to: place, within: .seconds(5)) }
            // The server takes them, and sees them leave, in its own time.
            #expect(try await within(seconds: 20) { !isServed(place) })
            #expect(!isServed(place))
            idle.removeLast()
            #expect(try await within(seconds: 20) { isServed(place) })
            withExtendedLifetime(idle) {}
        }
    }

    @Test func `each request sees the moment's values`() async throws {
        let asked = Mutex(0)
        let snapshot: @Sendable () -> ServiceSnapshot = {
            var snapshot = ServiceSnapshot.sample
            snapshot.connections = asked.withLock {
                $0 += 1
                return $0
            }
            return snapshot
        }
        try await serving(snapshot: snapshot) { place in
            for number in 1...3 {
                let text = try answer(place, request("/metrics"))
                #expect(text.contains("deferwatch_policy_connections \(number)\n"))
            }
        }
    }
}
