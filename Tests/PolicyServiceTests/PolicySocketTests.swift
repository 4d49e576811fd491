import Glibc
import LocalSocket
import PolicyService
import Testing

@Suite struct PolicySocketTests {
    private let dunno = "action=DUNNO\n\n"

    private func start(_ listener: PolicyListener) async throws -> PolicyServer {
        try await PolicyServer.start(
            PolicyServerConfiguration(listeners: [listener]),
            source: AlwaysDunno()
        )
    }

    private func exists(_ path: String) -> Bool {
        unsafe access(path, F_OK) == 0
    }

    @Test func `a killed server's socket is replaced`() async throws {
        let folder = try TestFolder()
        let path = folder.path + "/policy"
        let left = try LocalSocket(path: path, mode: 0o600, group: nil, backlog: 1)
        close(left.descriptor)
        let server = try await start(.unix(path: path))
        #expect(dunno == (try await TestClient(server.listeners[0]).ask()))
        await server.stop()
        #expect(!exists(path))
    }

    @Test func `a second server leaves the first alone`() async throws {
        let folder = try TestFolder()
        let listener = PolicyListener.unix(path: folder.path + "/policy")
        let server = try await start(listener)
        await #expect(throws: LocalSocketError.inUse(path: folder.path + "/policy")) {
            _ = try await start(listener)
        }
        #expect(dunno == (try await TestClient(listener).ask()))
        await server.stop()
    }

    @Test func `other machines are served only where that is allowed`() async throws {
        await #expect(throws: PolicyServiceError.notLoopback("0.0.0.0")) {
            _ = try await start(.inet(address: "0.0.0.0", port: 0))
        }
        await #expect(throws: PolicyServiceError.badAddress("example.org")) {
            _ = try await start(.inet(address: "example.org", port: 0))
        }
        var configuration = PolicyServerConfiguration(
            listeners: [.inet(address: "0.0.0.0", port: 0)])
        configuration.allowsRemoteClients = true
        let server = try await PolicyServer.start(configuration, source: AlwaysDunno())
        #expect(dunno == (try await TestClient(server.listeners[0]).ask()))
        await server.stop()
    }

    @Test func `an error with one listener leaves none`() async throws {
        let folder = try TestFolder()
        let path = folder.path + "/policy"
        let configuration = PolicyServerConfiguration(
            listeners: [.unix(path: path), .inet(address: "192.0.2.1", port: 1)])
        await #expect(throws: PolicyServiceError.notLoopback("192.0.2.1")) {
            _ = try await PolicyServer.start(configuration, source: AlwaysDunno())
        }
        #expect(!exists(path))
    }

    @Test func `a passed socket is served, and stays when we stop`() async throws {
        let folder = try TestFolder()
        let path = folder.path + "/policy"
        let socket = try LocalSocket(path: path, mode: 0o600, group: nil, backlog: 16)
        let passed = try InheritedSockets.listeners(first: socket.descriptor, count: 1)
        #expect([.inherited(descriptor: socket.descriptor)] == passed)
        let server = try await start(passed[0])
        #expect(dunno == (try await TestClient(.unix(path: path)).ask()))
        await server.stop()
        #expect(exists(path))
    }

    @Test func `what is passed must listen, and be for us`() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        #expect(throws: PolicyServiceError.notListening(descriptor: descriptor)) {
            _ = try InheritedSockets.listeners(first: descriptor, count: 1)
        }
        #expect([] == (try InheritedSockets.listeners(environment: [:])))
        let others = ["LISTEN_PID": "1", "LISTEN_FDS": "1"]
        #expect([] == (try InheritedSockets.listeners(environment: others)))
    }
}
