import Glibc
import LocalSocket
import Testing

@Suite struct LocalSocketTests {
    /// A directory that goes with all that is in it.
    private final class Folder {
        let path: String

        init() throws {
            var template = Array("/tmp/socket-XXXXXX".utf8CString)
            // SAFETY: the template is terminated and is written in place.
            let made = unsafe mkdtemp(&template).map { unsafe String(cString: $0) }
            path = try #require(made)
        }

        deinit {
            for name in ["it", "other"] { _ = unsafe unlink("\(path)/\(name)") }
            _ = unsafe rmdir(path)
        }

        func listen(mode: UInt32 = 0o660, group: String? = nil) throws -> LocalSocket {
            try LocalSocket(path: path + "/it", mode: mode, group: group, backlog: 8)
        }
    }

    private func status(_ path: String) -> stat? {
        var status = stat()
        return unsafe lstat(path, &status) == 0 ? status : nil
    }

    @Test func `the file has its mode and group, and goes when told`() throws {
        let folder = try Folder()
        let socket = try folder.listen(mode: 0o640, group: "\(getgid())")
        defer { close(socket.descriptor) }
        let found = try #require(status(socket.path))
        #expect(0o640 == found.st_mode & 0o777)
        #expect(S_IFSOCK == found.st_mode & S_IFMT)
        #expect(getgid() == found.st_gid)
        socket.removeFile()
        #expect(nil == status(socket.path))
    }

    @Test func `a socket that nobody accepts on is replaced`() throws {
        let folder = try Folder()
        close(try folder.listen().descriptor)
        let second = try folder.listen()
        close(second.descriptor)
    }

    @Test func `a live socket stays`() throws {
        let folder = try Folder()
        let first = try folder.listen()
        defer { close(first.descriptor) }
        let before = try #require(status(first.path))
        #expect(throws: LocalSocketError.inUse(path: first.path)) { try folder.listen() }
        #expect(before.st_ino == status(first.path)?.st_ino)
    }

    @Test func `a file stays`() throws {
        let folder = try Folder()
        let path = folder.path + "/it"
        close(unsafe open(path, O_CREAT | O_WRONLY, 0o600))
        #expect(throws: LocalSocketError.notASocket(path: path)) { try folder.listen() }
        #expect(nil != status(path))
    }

    @Test func `a symbolic link stays`() throws {
        let folder = try Folder()
        let path = folder.path + "/it"
        let made = unsafe symlink("/nonexistent", path)
        #expect(0 == made)
        #expect(throws: LocalSocketError.notASocket(path: path)) { try folder.listen() }
        #expect(nil != status(path))
    }

    @Test func `somebody else's socket at our path is not removed`() throws {
        let folder = try Folder()
        let first = try folder.listen()
        let moved = unsafe rename(first.path, folder.path + "/other")
        #expect(0 == moved)
        let second = try folder.listen()
        first.removeFile()
        #expect(nil != status(second.path))
        close(first.descriptor)
        close(second.descriptor)
    }

    @Test func `what cannot be is told`() throws {
        let long = "/tmp/" + String(repeating: "x", count: 120)
        #expect(throws: LocalSocketError.pathTooLong(path: long, limit: 107)) {
            try LocalSocket(path: long, mode: 0o600, group: nil, backlog: 1)
        }
        let folder = try Folder()
        #expect(throws: LocalSocketError.noSuchGroup("no-such-group-here")) {
            try folder.listen(group: "no-such-group-here")
        }
        #expect(throws: LocalSocketError.self) {
            try LocalSocket(path: "/nonexistent/it", mode: 0o600, group: nil, backlog: 1)
        }
    }
}
