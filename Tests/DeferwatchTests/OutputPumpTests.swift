import Foundation
import Glibc
import Synchronization
import Testing

@testable import deferwatch

/// Output that nobody reads, or that cannot be written.
@Suite struct OutputPumpTests {
    @Test func `what is not read keeps nobody from ending`() throws {
        // Else the test itself would end with the reader.
        _ = signal(SIGPIPE, SIG_IGN)
        let pipe = Pipe()
        let pump = OutputPump(descriptor: pipe.fileHandleForWriting.fileDescriptor)
        let line = [UInt8](repeating: 65, count: 99) + [10]
        for _ in 0..<10_000 { pump.write(line) }
        let begin = ContinuousClock.now
        #expect(!pump.close())
        #expect(ContinuousClock.now - begin < .seconds(30))
        #expect(pump.failure == nil)
        // Its thread still writes: it ends with the reader.
        try pipe.fileHandleForReading.close()
        #expect(pump.close() && pump.isClosed)
    }

    @Test func `a full disk is an error and ends it, a reader that has gone only ends it`() throws {
        // Else the test itself would end with the reader.
        _ = signal(SIGPIPE, SIG_IGN)
        let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
        let gone = Pipe()
        try gone.fileHandleForReading.close()
        for (handle, failure) in [
            (full, "No space left on device"), (gone.fileHandleForWriting, nil),
        ] {
            let hasEnded = DispatchSemaphore(value: 0)
            let pump = OutputPump(descriptor: handle.fileDescriptor) { hasEnded.signal() }
            pump.write(Array("a line\n".utf8))
            #expect(hasEnded.wait(timeout: .now() + 30) == .success)
            #expect(pump.close() && pump.isClosed)
            #expect(pump.failure == failure)
        }
    }

    @Test func `what was written before the end is there`() throws {
        let pipe = Pipe()
        let pump = OutputPump(descriptor: pipe.fileHandleForWriting.fileDescriptor)
        pump.write(Array("one\n".utf8))
        pump.write(Array("two\n".utf8))
        #expect(pump.close())
        try pipe.fileHandleForWriting.close()
        let read = try pipe.fileHandleForReading.readToEnd()
        #expect(read.map { String(decoding: $0, as: UTF8.self) } == "one\ntwo\n")
    }

    @Test func `a complaint that nobody takes holds up nothing for long`() throws {
        let pipe = Pipe()
        let descriptor = pipe.fileHandleForWriting.fileDescriptor
        #expect(StandardError.write("one\n", to: descriptor, within: 50))
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        let much = [UInt8](repeating: 65, count: 4_096)
        // SAFETY: the count comes with the array.
        while unsafe write(descriptor, much, much.count) > 0 {}
        _ = fcntl(descriptor, F_SETFL, 0)
        #expect(!StandardError.write("two\n", to: descriptor, within: 50))
    }
}
