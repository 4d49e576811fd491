import Foundation
import Glibc
import Synchronization
import Testing

@testable import LocalSocket
@testable import deferwatch

/// Descriptors that are closed, and those that no child is to get.
@Suite struct DescriptorTests {
    /// Runs the program as a shell does; 124: it took more than ten seconds.
    private func run(_ words: String, in folder: Folder) throws -> (status: Int32, errors: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "exec timeout 10 \"$0\" \(words)", RunningDaemon.program.path]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        let errors = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        let text = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: text, as: UTF8.self))
    }

    @Test(arguments: ["follow - <&-", "audit - <&-", "audit log - <&-", "follow log - <&-"])
    func `standard input that is closed is said, and nothing is taken for it`(
        words: String
    ) throws {
        let folder = try Folder()
        try folder.write("log", LogLines.outage(of: "dead.example").joined(separator: "\n") + "\n")
        let found = try run(words, in: folder)
        #expect(2 == found.status)
        let sentence = "standard input is closed; give it a log, or name the log's file"
        #expect("deferwatch: -: \(sentence)\n" == found.errors)
    }

    @Test func `lines that nobody takes are not written into the file that is opened next`() throws
    {
        let folder = try Folder()
        try folder.write("log", LogLines.outage(of: "dead.example").joined(separator: "\n") + "\n")
        _ = try run("follow --state state - < log >&-", in: folder)
        #expect(FileManager.default.fileExists(atPath: folder.path + "/state/lock"))
        #expect(folder.read("state/lock").isEmpty)
    }

    /// What a program inherits that is started now: 'socket:[NUMBER]' and 'pipe:[NUMBER]' among other words.
    private static func inherited() -> [String] {
        // SAFETY: the stream is closed here, and the buffer comes with its size.
        guard let stream = unsafe popen("exec ls -l /proc/self/fd", "r") else { return [] }
        defer { _ = unsafe pclose(stream) }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var text: [UInt8] = []
        while case let got = unsafe fread(&buffer, 1, buffer.count, stream), got > 0 {
            text += buffer[..<got]
        }
        return text.split { $0 == 10 || $0 == 32 }.map { String(decoding: $0, as: UTF8.self) }
    }

    private final class Maker: Sendable {
        let made = Mutex<Set<String>>([])
        let isDone = Atomic(false)
        let hasEnded = DispatchSemaphore(value: 0)
    }

    /// Makes descriptors on a thread of its own, again and again, while programs are started; the names of
    /// those that one of these got.
    private func leaks(of make: @escaping @Sendable () -> [String]) -> Set<String> {
        let maker = Maker()
        let thread = Thread {
            while !maker.isDone.load(ordering: .relaxed) {
                let names = make()
                maker.made.withLock { $0.formUnion(names) }
            }
            maker.hasEnded.signal()
        }
        thread.start()
        let seen = Set((0..<100).flatMap { _ in Self.inherited() })
        maker.isDone.store(true, ordering: .relaxed)
        maker.hasEnded.wait()
        return maker.made.withLock { $0.intersection(seen) }
    }

    private static func name(_ kind: String, _ descriptor: Int32) -> String {
        var found = stat()
        // SAFETY: fstat fills the structure that it is given.
        _ = unsafe fstat(descriptor, &found)
        return "\(kind):[\(found.st_ino)]"
    }

    @Test func `a program that is started meanwhile gets no connection`() throws {
        let path = try Folder().path + "/s"
        let listener = try LocalSocket(path: path, mode: 0o600, group: nil, backlog: 16)
        let found = leaks {
            guard let client = try? LocalConnection(to: .unix(path: path), within: .seconds(5)),
                let server = listener.accept(within: .seconds(5))
            else { return [] }
            return withExtendedLifetime((client, server)) {
                [client, server].map { Self.name("socket", $0.descriptor) }
            }
        }
        #expect(found.isEmpty)
    }

    @Test func `a program that is started meanwhile gets no pipe of another's`() {
        let found = leaks {
            guard let pipe = ChildPipe() else { return [] }
            return withExtendedLifetime(pipe) { [Self.name("pipe", pipe.reading)] }
        }
        #expect(found.isEmpty)
    }
}
