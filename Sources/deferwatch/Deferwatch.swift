import ArgumentParser
import Glibc
import LogSource
import Synchronization

/// The command line.
@main
struct Deferwatch: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "deferwatch",
        abstract: "Tells a Postfix administrator why mail is not leaving.",
        version: version,
        subcommands: [
            AuditCommand.self, FollowCommand.self, ServeCommand.self, HistoryCommand.self,
            TopCommand.self,
            TraceCommand.self, QueueCommand.self, ExplainCommand.self, PatternsCommand.self,
            StatusCommand.self, WhyCommand.self, ForceCommand.self, RefuseCommand.self,
            ReleaseCommand.self, ReloadCommand.self, CheckCommand.self, PolicyQueryCommand.self,
            ConfigCommand.self, DemoCommand.self,
            SimulateCommand.self, PostfixConfigCommand.self, DoctorCommand.self,
        ]
    )

    /// Parses, runs, and maps every failure to the exit status of the conventions: 1 for findings,
    /// 2 for wrong use and for errors.
    static func main() {
        StandardDescriptors.occupy()
        // 'deferwatch … | head' ends quietly.
        _ = signal(SIGPIPE, SIG_DFL)
        do {
            var command = try parseAsRoot(ProgramArguments.given)
            try run(&command)
        } catch let status as ExitStatus {
            Glibc.exit(status.rawValue)
        } catch let error as LogSourceError {
            Diagnostics.complain(error.path, "\(error)")
            Glibc.exit(2)
        } catch {
            let code = exitCode(for: error)
            guard code != .success else { exit(withError: error) }
            if ProgramArguments.given.first == "check" {
                // Monitoring systems read standard output, and take 2 for CRITICAL.
                PluginRun.end(PluginResult(.unknown, message(for: error)))
            }
            Diagnostics.print(fullMessage(for: error))
            Glibc.exit(2)
        }
    }

    /// What a verb finds wrong with its arguments while it runs is no matter of the usage of all verbs.
    private static func run(_ command: inout any ParsableCommand) throws {
        do {
            try command.run()
        } catch let error as ValidationError where !(command is CheckCommand) {
            Diagnostics.print("Error: \(Escape.terminal(error.message))")
            throw ExitStatus.failure
        }
    }
}

/// How a verb ended, where that is neither success nor an error with a message.
enum ExitStatus: Int32, Error {
    /// Findings, or no match, where the verb documents it.
    case findings = 1
    /// Wrong use or a runtime error that was already printed.
    case failure = 2
}

/// Standard input, output and error.
enum StandardDescriptors {
    /// Where one is closed, puts something there that cannot be used either: the next file that is opened,
    /// such as the database, would be taken for it.
    static func occupy() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // SAFETY: open reads the path, which lives during the call; it takes the lowest free number.
            _ = unsafe open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}

/// Standard error: one line for each complaint.
enum Diagnostics {
    /// Prints 'text' as it is, with a newline.
    static func print(_ text: String) {
        StandardError.write(text + "\n")
    }

    /// Puts `text` in the place of the line that was drawn last; empty: takes it away.
    static func draw(_ text: String) {
        StandardError.write("\r\u{1B}[K" + text)
    }

    /// Prints 'deferwatch: PATH: SENTENCE', escaped: names come from the file system.
    static func complain(_ path: String, _ sentence: String) {
        StandardError.write("deferwatch: \(Escape.terminal(path)): \(Escape.terminal(sentence))\n")
    }
}

enum StandardError {
    /// Milliseconds that a text waits for whoever reads; -1: as long as it takes.
    private static let patience = Atomic<Int32>(-1)

    /// From here on a text that nobody takes is dropped: what is followed goes on.
    static func neverWaitsLong() { patience.store(250, ordering: .relaxed) }

    static func write(_ text: String) {
        write(text, to: STDERR_FILENO, within: patience.load(ordering: .relaxed))
    }

    /// Writes `text`; false where there was no room for it in time.
    @discardableResult
    static func write(_ text: String, to descriptor: Int32, within milliseconds: Int32) -> Bool {
        if milliseconds >= 0 {
            var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            // SAFETY: one request is passed, and its number says so.
            guard unsafe poll(&request, 1, milliseconds) == 1 else { return false }
        }
        let bytes = Array(text.utf8)
        // SAFETY: the count comes with the array.
        unsafe bytes.withUnsafeBytes {
            _ = unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
        }
        return true
    }
}
