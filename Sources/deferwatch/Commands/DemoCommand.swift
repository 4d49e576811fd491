import ArgumentParser
import Foundation

/// `deferwatch demo`: what a report looks like, without a log of one's own.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Show the report of a small log that comes with Deferwatch.",
        discussion: """
            Nothing on this machine is read or changed. With --log the log itself is printed, to try \
            other commands on: 'deferwatch demo --log | deferwatch follow -'.
            """
    )

    @Flag(help: "Print the log itself.")
    var log = false

    @Flag(help: "Add causes, fixes and commands for each kind of deferral.")
    var explain = false

    func run() throws {
        guard !log else { return print(DemoLog.text) }
        try feed(DemoLog.text + "\n")
        var arguments = ["--year", "\(DemoLog.year)", "--threads", "1", "-"]
        if explain { arguments.append("--explain") }
        let audit = try AuditCommand.parse(arguments)
        try audit.run()
        if !explain {
            print("\nWhat to do about each: deferwatch demo --explain")
        }
        print("Your own log:          deferwatch audit")
    }

    /// Makes the log standard input: it fits into a pipe, so nobody has to write meanwhile.
    private func feed(_ text: String) throws {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try pipe.fileHandleForWriting.close()
        guard dup2(pipe.fileHandleForReading.fileDescriptor, STDIN_FILENO) >= 0 else {
            throw ExitStatus.failure
        }
    }
}
