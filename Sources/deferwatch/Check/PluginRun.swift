import ArgumentParser
import Dispatch
import Glibc

/// How a monitoring plugin ends: one line on standard output, and in time.
enum PluginRun {
    /// Runs `body`, prints what it gives, and ends the process.
    ///
    /// When the time is up the answer is UNKNOWN, whatever `body` is waiting for.
    static func run(
        within seconds: Int,
        _ body: @escaping @Sendable () -> PluginResult
    ) -> Never {
        let queue = DispatchQueue(label: "check")
        queue.asyncAfter(deadline: .now() + .seconds(seconds)) {
            end(PluginResult(.unknown, "no answer within \(seconds) s"))
        }
        // Not on the queue: a body that hangs must not keep the clock from being heard.
        let result = body()
        queue.sync { end(result) }
    }

    /// Prints it and ends the process.
    static func end(_ result: PluginResult) -> Never {
        var buffer = OutputBuffer()
        buffer.append(result.line + "\n")
        buffer.flush()
        Glibc.exit(result.state.rawValue)
    }
}

/// -w, -c and -t, as all monitoring plugins have them.
struct PluginOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: "Range beyond which the state is WARNING: 10, 10:, ~:10, 10:20, @10:20.",
        transform: Self.range
    )
    var warning: CheckRange?

    @Option(
        name: .shortAndLong,
        help: "Range beyond which it is CRITICAL.",
        transform: Self.range
    )
    var critical: CheckRange?

    @Option(name: .shortAndLong, help: "Seconds after which the state is UNKNOWN.")
    var timeout = 10

    func validate() throws {
        guard (1...3_600).contains(timeout) else {
            throw ValidationError("--timeout must be from 1 to 3600 seconds")
        }
    }

    private static func range(_ text: String) throws -> CheckRange {
        guard let range = CheckRange(text) else {
            throw ValidationError("'\(text)' is no range: 10, 10:, ~:10, 10:20, @10:20")
        }
        return range
    }

    func warning(or usual: String) -> CheckRange? { warning ?? CheckRange(usual) }
    func critical(or usual: String) -> CheckRange? { critical ?? CheckRange(usual) }
}
