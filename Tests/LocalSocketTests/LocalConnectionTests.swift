import Glibc
import LocalSocket
import TestSupport
import Testing

/// Connections over sockets of this machine: every wait has an end, every read a bound.
@Suite struct LocalConnectionTests {
    private func pair() throws -> (client: LocalConnection, server: LocalConnection, LocalSocket) {
        let path = try SocketFolder().path + "/s"
        let listener = try LocalSocket(path: path, mode: 0o600, group: nil, backlog: 4)
        let client = try LocalConnection(to: .unix(path: path), within: .seconds(5))
        return (client, try #require(listener.accept(within: .seconds(5))), listener)
    }

    private var soon: ContinuousClock.Instant { .now + .seconds(5) }

    @Test func `lines come one by one, however they were sent`() throws {
        let (client, server, _) = try pair()
        try client.send(Array("one\ntwo\nthr".utf8), until: soon)
        #expect(Array("one".utf8) == (try server.read(to: [10], limit: 100, until: soon)))
        #expect(Array("two".utf8) == (try server.read(to: [10], limit: 100, until: soon)))
        try client.send(Array("ee\n".utf8), until: soon)
        #expect(Array("three".utf8) == (try server.read(to: [10], limit: 100, until: soon)))
    }

    @Test func `an end of two bytes is found across two reads`() throws {
        let (client, server, _) = try pair()
        try client.send(Array("action=DUNNO\n".utf8), until: soon)
        #expect(throws: LocalSocketError.self) {
            try server.read(to: [10, 10], limit: 100, until: .now + .milliseconds(50))
        }
        try client.send([10], until: soon)
        let reply = try server.read(to: [10, 10], limit: 100, until: soon)
        #expect(Array("action=DUNNO".utf8) == reply)
    }

    @Test func `who says nothing is not waited for longer than was asked`() throws {
        let (client, server, listener) = try pair()
        defer { withExtendedLifetime(client) {} }
        let begin = ContinuousClock.now
        #expect(throws: LocalSocketError.late(path: listener.path)) {
            try server.read(to: [10], limit: 100, until: begin + .milliseconds(100))
        }
        #expect(ContinuousClock.now - begin >= .milliseconds(100))
        #expect(nil == listener.accept(within: .milliseconds(10)))
    }

    @Test func `who says too much is not listened to`() throws {
        let (client, server, listener) = try pair()
        try client.send([UInt8](repeating: 65, count: 5_000), until: soon)
        #expect(throws: LocalSocketError.tooLong(path: listener.path, limit: 100)) {
            try server.read(to: [10], limit: 100, until: soon)
        }
    }

    @Test func `an end is nil between two lines and an error inside of one`() throws {
        let path = try SocketFolder().path + "/s"
        let listener = try LocalSocket(path: path, mode: 0o600, group: nil, backlog: 4)
        for text in ["", "half"] {
            var client: LocalConnection? = try LocalConnection(
                to: .unix(path: path),
                within: .seconds(5)
            )
            let server = try #require(listener.accept(within: .seconds(5)))
            try client?.send(Array(text.utf8), until: soon)
            client = nil
            if text.isEmpty {
                #expect(nil == (try server.read(to: [10], limit: 100, until: soon)))
            } else {
                #expect(throws: LocalSocketError.self) {
                    try server.read(to: [10], limit: 100, until: soon)
                }
            }
        }
    }

    @Test func `nobody there is an error at once`() throws {
        let folder = try SocketFolder()
        let places: [SocketPlace] = [
            .unix(path: folder.path + "/none"), .unix(path: String(repeating: "x", count: 200)),
            .inet(address: "127.0.0.1", port: 1), .inet(address: "no address", port: 1),
        ]
        for place in places {
            #expect(throws: LocalSocketError.self, "\(place)") {
                _ = try LocalConnection(to: place, within: .seconds(5))
            }
        }
    }

    @Test func `a bound socket tells its place`() throws {
        let path = try SocketFolder().path + "/s"
        let listener = try LocalSocket(path: path, mode: 0o600, group: nil, backlog: 4)
        #expect(.unix(path: path) == SocketPlace(boundTo: listener.descriptor))
        #expect(nil == SocketPlace(boundTo: -1))
    }
}

/// A directory for sockets, removed when the process ends.
private struct SocketFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/socket-XXXXXX".utf8CString)
        // SAFETY: the template is terminated and is written in place.
        let made = unsafe mkdtemp(&template).map { unsafe String(cString: $0) }
        path = try #require(made)
        KeptFolders.keep(path)
    }
}
