import ArgumentParser
import Deferrals
import MailFlow

/// `deferwatch trace QUERY [LOG…]`: one message's whole life.
struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Print a message's whole life: every try, every server, its end.",
        usage: """
            deferwatch trace QUEUEID|MESSAGE-ID|ADDRESS LOG… [--year YEAR] [--json] [--mask]
            deferwatch trace --all --json LOG… [--year YEAR] [--mask]
            """,
        discussion: """
            Follows the message through a requeue and a content filter to its next queue ID.
            Exit status: 0; 1 when no message matches; 2 when something could not be read.
            """
    )

    @Argument(help: "A queue ID, message-ID or address; then logs, directories of logs, or '-'.")
    var arguments: [String] = []

    @Flag(help: "Every message; takes no query.")
    var all = false

    @Option(help: "The year of the first line, for logs whose lines have none.")
    var year: Int?

    @Flag(help: "One JSON object a message and line.")
    var json = false

    @Flag(help: "Hash the local parts of addresses.")
    var mask = false

    @OptionGroup(title: "Postfix")
    var postfix: InstanceOptions

    @OptionGroup(title: "Patterns")
    var patterns: PatternOptions

    /// Beyond it messages are counted, not shown: an address may have had a million.
    private static let mostShown = 1_000

    func validate() throws {
        try LogYear.validate(year)
        guard all || !arguments.isEmpty else {
            throw ValidationError("Name a queue ID, a message-ID or an address.")
        }
        guard !all || json else {
            throw ValidationError("--all prints JSON only: add --json.")
        }
    }

    private var logs: [String] { Array(all ? arguments[...] : arguments.dropFirst()) }

    func run() throws {
        let query = all ? nil : arguments.first.map { MessageQuery($0) }
        let output = TraceOutput(
            isJSON: json,
            most: all ? .max : Self.mostShown,
            mask: Mask(isOn: mask)
        )
        let named =
            logs.isEmpty ? [try DefaultLog.find(configDirectory: postfix.directory()).path] : logs
        let plan = InputPlan(arguments: named, year: year)
        var hasFailures = plan.hasFailures
        var run = try TraceRun(bank: patterns.loadBank(), query: query, onMessages: output.add)
        for input in plan.inputs {
            var problem: String?
            do {
                problem = InputVerdict.problem(with: try run.add(input), path: input.path)
            } catch {
                problem = "\(error)"
            }
            guard let problem else { continue }
            hasFailures = true
            Diagnostics.complain(input.path, problem)
        }
        let dropped = run.finish()
        if dropped > 0 {
            Diagnostics.print("deferwatch: \(dropped) messages were dropped for want of room")
        }
        output.finish()
        if hasFailures { throw ExitStatus.failure }
        if !all, output.count == 0 {
            Diagnostics.print(
                "deferwatch: no message in the log matches '\(Escape.terminal(arguments[0]))'"
            )
            throw ExitStatus.findings
        }
    }
}

/// Traced messages on their way to standard output.
private final class TraceOutput {
    private(set) var count = 0
    private let isJSON: Bool
    private let most: Int
    private let writer: TraceWriter
    private let mask: Mask
    private var shown: [TracedMessage] = []
    private var buffer = OutputBuffer()

    init(isJSON: Bool, most: Int, mask: Mask) {
        self.isJSON = isJSON
        self.most = most
        self.mask = mask
        writer = TraceWriter(mask: mask)
    }

    func add(_ messages: [TracedMessage]) {
        for message in messages {
            count += 1
            guard count <= most else { continue }
            if isJSON { buffer.append(writer.line(message)) } else { shown.append(message) }
        }
    }

    func finish() {
        if !isJSON { buffer.append(TraceText.text(of: shown, mask: mask)) }
        buffer.flush()
        if count > most {
            Diagnostics.print("deferwatch: \(count - most) more messages match and are not shown")
        }
    }
}
