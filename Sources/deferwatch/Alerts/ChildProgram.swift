import Dispatch
import Foundation
import Glibc

/// A program that is run once, with an end to how long.
struct ChildProgram {
    /// How it ended.
    enum Ending: Equatable {
        case exited(status: Int32, output: String, errors: String)
        case couldNotRun
        /// It took longer than it might, and was ended.
        case overdue
    }

    var path: String
    var arguments: [String] = []
    /// All of its environment.
    var environment: [String: String] = [:]
    /// Whether `exited` tells what it wrote: for programs that write little and leave nobody behind.
    var keepsOutput = false

    /// As much of what it wrote is kept.
    private static let mostKept = 4_096

    /// Runs it with `input` and waits for its end.
    func run(_ input: [UInt8], within seconds: Int64) -> Ending {
        let process = Process()
        let (given, output, errors) = (Pipe(), Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = environment
        process.standardInput = given
        process.standardOutput = keepsOutput ? output : FileHandle.nullDevice
        process.standardError = keepsOutput ? errors : FileHandle.nullDevice
        let hasEnded = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in hasEnded.signal() }
        do {
            try Shutdown.withNothingBlocked { try process.run() }
        } catch {
            return .couldNotRun
        }
        // A notice fits into the pipe: writing does not wait for who never reads.
        try? given.fileHandleForWriting.write(contentsOf: Data(input))
        try? given.fileHandleForWriting.close()
        guard hasEnded.wait(timeout: .now() + .seconds(Int(seconds))) == .success else {
            process.terminate()
            if hasEnded.wait(timeout: .now() + .seconds(2)) == .timedOut {
                kill(process.processIdentifier, SIGKILL)
                hasEnded.wait()
            }
            return .overdue
        }
        return .exited(
            status: process.terminationStatus,
            output: keepsOutput ? Self.text(output) : "",
            errors: keepsOutput ? Self.text(errors) : ""
        )
    }

    /// What the pipe holds: its other end may be open still, so nothing is waited for.
    private static func text(_ pipe: Pipe) -> String {
        let descriptor = pipe.fileHandleForReading.fileDescriptor
        guard fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0 else { return "" }
        var bytes = [UInt8](repeating: 0, count: mostKept)
        // SAFETY: the buffer comes with its size.
        let got = unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe read(descriptor, buffer.baseAddress, buffer.count)
        }
        return String(decoding: bytes.prefix(max(0, got)), as: UTF8.self)
    }
}
