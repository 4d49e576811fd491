import Glibc
import PolicyService
import Testing

@Suite struct PolicySocketTests {
    private func start(_ listener: PolicyListener) async throws -> PolicyServer {
        try await PolicyServer.start(
            PolicyServerConfiguration(listeners: [listener]),
            source: AlwaysDunno()
        )
    }

    private func exists(_ path: String) -> Bool {
        unsafe access(path, F_OK) == 0
    }

    /// A socket that nobody accepts on, as a killed server leaves it.
    private func leaveSocket(_ path: String) throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // SAFETY: copyBytes stops at the end of the array that it copies.
        unsafe withUnsafeMutableBytes(of: &address.sun_path) {
            unsafe $0.copyBytes(from: Array(path.utf8))
        }
        // SAFETY: a sockaddr_un is passed with its own length.
        let result = unsafe withUnsafePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(result == 0)
        close(descriptor)
    }

    @Test func `a stale socket is replaced`() async throws {
        let folder = try TestFolder()
        let path = folder.path + "/policy"
        try leaveSocket(path)
        let server = try await start(.unix(path: path))
        #expect("action=DUNNO\n\n" == (try await TestClient(server.listeners[0]).ask()))
        await server.stop()
    }

    @Test func `a live socket stays`() async throws {
        let folder = try TestFolder()
        let listener = PolicyListener.unix(path: folder.path + "/policy")
        let server = try await start(listener)
        await #expect(throws: PolicyServiceError.inUse(path: folder.path + "/policy")) {
            _ = try await start(listener)
        }
        #expect("action=DUNNO\n\n" == (try await TestClient(listener).ask()))
        await server.stop()
    }

    @Test func `a file stays`() async throws {
        let folder = try TestFolder()
        let path = folder.path + "/file"
        let descriptor = unsafe open(path, O_CREAT | O_WRONLY, 0o600)
        close(descriptor)
        await #expect(throws: PolicyServiceError.notASocket(path: path)) {
            _ = try await start(.unix(path: path))
        }
        #expect(exists(path))
    }

    @Test func `somebody else's socket at our path stays when we stop`() async throws {
        let folder = try TestFolder()
        let path = folder.path + "/policy"
        let server = try await start(.unix(path: path))
        let moved = unsafe rename(path, folder.path + "/other")
        #expect(0 == moved)
        try leaveSocket(path)
        await server.stop()
        #expect(exists(path))
    }

    @Test func `what cannot be is told`() async throws {
        let long = "/tmp/" + String(repeating: "x", count: 120)
        await #expect(throws: PolicyServiceError.pathTooLong(path: long, limit: 107)) {
            _ = try await start(.unix(path: long))
        }
        await #expect(throws: PolicyServiceError.noSuchGroup("no-such-group-here")) {
            _ = try await start(.unix(path: "/tmp/x", mode: 0o660, group: "no-such-group-here"))
        }
        await #expect(throws: PolicyServiceError.self) {
            _ = try await start(.unix(path: "/nonexistent/policy"))
        }
        await #expect(throws: PolicyServiceError.notLoopback("0.0.0.0")) {
            _ = try await start(.inet(address: "0.0.0.0", port: 0))
        }
        await #expect(throws: PolicyServiceError.badAddress("example.org")) {
            _ = try await start(.inet(address: "example.org", port: 0))
        }
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

    @Test func `a passed socket is served, and only a listening one`() async throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #expect(throws: PolicyServiceError.notListening(descriptor: descriptor)) {
            _ = try InheritedSockets.listeners(first: descriptor, count: 1)
        }
        try #require(listen(descriptor, 16) == 0)
        // As bytes: the structure's members belong to whichever C module was seen first.
        var address = [UInt8](repeating: 0, count: 16)
        var length = socklen_t(address.count)
        // SAFETY: the array's own length is passed with it.
        _ = unsafe address.withUnsafeMutableBytes { bytes in
            unsafe getsockname(
                descriptor,
                bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                &length
            )
        }
        let passed = try InheritedSockets.listeners(first: descriptor, count: 1)
        #expect([.inherited(descriptor: descriptor)] == passed)
        let server = try await start(passed[0])
        let port = Int(address[2]) << 8 | Int(address[3])
        let client = try TestClient(.inet(address: "127.0.0.1", port: port))
        #expect("action=DUNNO\n\n" == (await client.ask()))
        await server.stop()
    }

    @Test func `descriptors for another process are not ours`() throws {
        #expect([] == (try InheritedSockets.listeners(environment: [:])))
        let others = ["LISTEN_PID": "1", "LISTEN_FDS": "1"]
        #expect([] == (try InheritedSockets.listeners(environment: others)))
    }
}
