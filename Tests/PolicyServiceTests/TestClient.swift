import Glibc
import TestSupport
import PolicyService
import Testing

/// A client on a UNIX or TCP socket.
final class TestClient {
    struct Refused: Error {
        let number: Int32
    }

    private let descriptor: Int32

    init(_ listener: PolicyListener) throws {
        switch listener {
        case .unix(let path, _, _): descriptor = try Self.local(path)
        case .inet(_, let port): descriptor = try Self.loopback(port)
        case .inherited: throw Refused(number: EINVAL)
        }
    }

    deinit {
        close(descriptor)
    }

    /// False where the server has closed.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        sendSome(bytes) == bytes.count
    }

    /// How many of the bytes were taken; less than 1 where none can be now.
    func sendSome(_ bytes: [UInt8]) -> Int {
        // SAFETY: the count comes with the bytes.
        unsafe bytes.withUnsafeBytes {
            unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
    }

    /// What comes until an empty line, or until the server closes; nil after ten silent seconds.
    func reply() async -> String? {
        var bytes: [UInt8] = []
        var turns = 0
        while !bytes.suffix(2).elementsEqual([0x0A, 0x0A]), turns < 5_000 {
            var byte: UInt8 = 0
            let count = unsafe recv(descriptor, &byte, 1, Int32(MSG_DONTWAIT))
            if count == 1 {
                bytes.append(byte)
            } else if count < 0, errno == EAGAIN {
                turns += 1
                try? await Task.sleep(for: .milliseconds(2))
            } else {
                break
            }
        }
        return turns < 5_000 ? String(decoding: bytes, as: UTF8.self) : nil
    }

    func ask(_ bytes: [UInt8] = Samples.wire) async -> String? {
        send(bytes) ? await reply() : ""
    }

    /// From here on `send` fails where it would have to wait.
    func stopWaiting() {
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }

    func finishSending() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    private static func local(_ path: String) throws -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // SAFETY: copyBytes stops at the end of the array that it copies.
        unsafe withUnsafeMutableBytes(of: &address.sun_path) {
            unsafe $0.copyBytes(from: Array(path.utf8))
        }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        // SAFETY: a sockaddr_un is passed with its own length.
        let result = unsafe withUnsafePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        return try checked(descriptor, result)
    }

    private static func loopback(_ port: Int) throws -> Int32 {
        var found: UnsafeMutablePointer<addrinfo>?
        // SAFETY: the list that getaddrinfo makes lives until it is freed below.
        let error = unsafe getaddrinfo("127.0.0.1", "\(port)", nil, &found)
        guard error == 0, let address = unsafe found?.pointee else { throw Refused(number: error) }
        defer { unsafe freeaddrinfo(found) }
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        let result = unsafe connect(descriptor, address.ai_addr, address.ai_addrlen)
        return try checked(descriptor, result)
    }

    private static func checked(_ descriptor: Int32, _ result: Int32) throws -> Int32 {
        guard result != 0 else { return descriptor }
        let number = errno
        close(descriptor)
        throw Refused(number: number)
    }
}

/// A directory for sockets, removed with all that is in it.
final class TestFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/policy-XXXXXX".utf8CString)
        // SAFETY: the template is terminated and is written in place.
        let made = unsafe mkdtemp(&template).map { unsafe String(cString: $0) }
        path = try #require(made)
        KeptFolders.keep(path)
    }
}

/// Answers by what the recipient's local part says.
final class ScriptedSource: VerdictSource {
    struct Failure: Error {}

    func verdict(for request: PolicyRequest) throws -> Verdict {
        if request.text(.recipient)?.hasPrefix("fail") == true { throw Failure() }
        guard let name = request.text(.recipient), name.hasPrefix("defer") else {
            return .dunno(.noRule)
        }
        var configuration = try Samples.enforcing()
        configuration.rules[0].id = "R"
        var engine = PolicyEngine(configuration: configuration, seed: 1)
        return engine.decide(request, standing: Samples.down, now: Samples.noon)
    }
}
