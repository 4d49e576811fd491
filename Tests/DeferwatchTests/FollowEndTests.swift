import Foundation
import Testing

@testable import deferwatch

/// How `follow` ends with its input.
@Suite struct FollowEndTests {
    @Test(arguments: [
        ("no log\nat all\n", Int32(2), "deferwatch: -: has no log lines\n"),
        ("", 0, ""),
        ("2026-11-03T09:29:01+03:00 mx1 sshd[7]: Connection closed\n", 0, ""),
    ])
    func `input that is no log is told, a quiet log is not`(
        input: String,
        status: Int32,
        words: String
    ) throws {
        let process = Process()
        let (lines, errors) = (Pipe(), Pipe())
        process.executableURL = RunningDaemon.program
        process.arguments = ["follow", "-"]
        process.standardInput = lines
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        try lines.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try lines.fileHandleForWriting.close()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == status)
        #expect(String(decoding: said, as: UTF8.self) == words)
    }
}
