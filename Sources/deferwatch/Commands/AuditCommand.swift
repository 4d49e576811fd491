import ArgumentParser
import Deferrals
import Foundation
import MailFlow
import Synchronization

/// `deferwatch audit FILE…`: from logs to a report.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Say from mail logs why mail did not leave.",
        discussion: """
            Reads plain, gzip, bzip2, xz and zstd files, directories, and '-' for standard input.
            Exit status: 0, also without deferrals; 2 when something could not be read.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, ndjson
    }

    @Argument(help: "Logs, directories of logs, or '-'.")
    var files: [String] = []

    @Option(help: "The report's form.")
    var format = Format.text

    @Flag(name: .customLong("json"), help: "Short for --format json.")
    var wantsJSON = false

    @Option(help: "The year of the first line, for logs whose lines have none.")
    var year: Int?

    @Option(help: "Threads that read and parse.")
    var threads: Int?

    @Option(help: "Destinations, messages and samples to list.")
    var top: Int?

    @Flag(help: "Hash the local parts of addresses.")
    var mask = false

    @Option(help: "Messages in flight to keep; beyond it the oldest are closed as unknown.")
    var maxMessages = 2_000_000

    func run() throws {
        let format = wantsJSON ? .json : self.format
        let plan = InputPlan(arguments: files, year: year)
        var hasFailures = plan.hasFailures
        var settings = FlowLedger.Settings()
        settings.collectsEvents = format == .ndjson
        settings.mostMessages = maxMessages
        let mask = Mask(isOn: mask)
        let output = Mutex(EventOutput(mask: mask))
        let pipeline = AuditPipeline(
            bank: PatternBank(), threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
            settings: settings
        ) { events in
            output.withLock { $0.write(events) }
        }
        for input in plan.inputs {
            do {
                try pipeline.add(input)
            } catch {
                hasFailures = true
                Diagnostics.complain(input.path, "\(error)")
            }
        }
        switch format {
        case .ndjson: output.withLock { $0.flush() }
        case .json: try JSONReport.print(pipeline.snapshot(top: top ?? 1_000), plan.inputs)
        case .text: TextReport.print(pipeline.snapshot(top: top ?? 10), plan.inputs)
        }
        if hasFailures { throw ExitStatus.failure }
    }
}

/// ndjson on its way to standard output.
private struct EventOutput {
    private var writer: EventWriter
    private var buffer = OutputBuffer()

    init(mask: Mask) {
        writer = EventWriter(mask: mask)
    }

    mutating func write(_ events: [DeferralEvent]) {
        for event in events { buffer.append(writer.line(event)) }
    }

    mutating func flush() {
        buffer.flush()
    }
}
