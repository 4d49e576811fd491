import CDescriptors
import Foundation
import Glibc

/// A program that is run once, with an end to how long.
///
/// Not Foundation's Process: that takes a program for running while anything that it left behind holds
/// a descriptor, and a hook may well leave something behind.
struct ChildProgram {
    /// How it ended.
    enum Ending: Equatable {
        case exited(status: Int32, output: String, errors: String)
        case couldNotRun
        /// It took longer than it might, and was ended, with all of its process group.
        case overdue
    }

    var path: String
    var arguments: [String] = []
    /// All of its environment.
    var environment: [String: String] = [:]
    /// Whether `exited` tells what it wrote: for programs that write little.
    var keepsOutput = false
    /// Where it counts as running.
    var children = RunningChildren()

    /// As much of what it wrote is kept.
    private static let mostKept = 4_096
    /// Time to end in after SIGTERM, and after SIGKILL.
    private static let grace = Duration.seconds(2)

    /// Runs it with `input` and waits for its end, not for that of what it leaves behind.
    func run(_ input: [UInt8], within seconds: Int64) -> Ending {
        guard let given = ChildPipe(), let output = ChildPipe(), let errors = ChildPipe() else {
            return .couldNotRun
        }
        let spawn = ChildSpawn(
            input: given.reading,
            output: keepsOutput ? output.writing : nil,
            errors: keepsOutput ? errors.writing : nil
        )
        guard let process = spawn.start(path, arguments, environment) else { return .couldNotRun }
        given.fill(with: input)
        let status = children.including(process) { Self.wait(for: process, .seconds(seconds)) }
        guard let status else { return .overdue }
        return .exited(
            status: status,
            output: keepsOutput ? output.text(atMost: Self.mostKept) : "",
            errors: keepsOutput ? errors.text(atMost: Self.mostKept) : ""
        )
    }

    /// The status; nil: it had to be ended, with its process group.
    private static func wait(for process: pid_t, _ time: Duration) -> Int32? {
        if let status = end(of: process, within: time) { return status }
        kill(-process, SIGTERM)
        if end(of: process, within: grace) == nil {
            kill(-process, SIGKILL)
            _ = end(of: process, within: grace)
        }
        return nil
    }

    /// The status, 128 and more for a signal; nil: it goes on.
    private static func end(of process: pid_t, within time: Duration) -> Int32? {
        let deadline = ContinuousClock.now + time
        var pause: UInt32 = 1_000
        while true {
            var status: Int32 = 0
            // SAFETY: waitpid fills the status that it is given.
            let ended = unsafe waitpid(process, &status, WNOHANG)
            if ended == process {
                let signal = status & 0x7F
                return signal == 0 ? status >> 8 & 0xFF : 128 + signal
            }
            if ended < 0, errno != EINTR { return 128 }
            guard ContinuousClock.now < deadline else { return nil }
            usleep(pause)
            pause = min(pause * 2, 50_000)
        }
    }
}

/// A pipe that no other program gets.
final class ChildPipe {
    let reading: Int32
    private(set) var writing: Int32

    init?() {
        var ends: [Int32] = [-1, -1]
        // SAFETY: the array has room for both ends.
        guard unsafe cd_pipe(&ends) == 0 else { return nil }
        (reading, writing) = (ends[0], ends[1])
    }

    deinit {
        close(reading)
        close(writing)
    }

    /// Writes as much as fits, which is a notice, and ends the stream: who never reads holds up nothing.
    func fill(with bytes: [UInt8]) {
        _ = fcntl(writing, F_SETFL, O_NONBLOCK)
        // SAFETY: the buffer comes with its size.
        _ = unsafe bytes.withUnsafeBytes { unsafe write(writing, $0.baseAddress, $0.count) }
        close(writing)
        writing = -1
    }

    /// What the pipe holds now.
    func text(atMost limit: Int) -> String {
        // Its other end may be open still: nothing is waited for.
        guard fcntl(reading, F_SETFL, O_NONBLOCK) == 0 else { return "" }
        var bytes = [UInt8](repeating: 0, count: limit)
        // SAFETY: the buffer comes with its size.
        let got = unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe read(reading, buffer.baseAddress, buffer.count)
        }
        return String(decoding: bytes.prefix(max(0, got)), as: UTF8.self)
    }
}
